/* source/yaml.h - a YAML document as a tree whose every value knows its place.
 *
 * Only text, lists and maps with text for keys: what a setting means (a date, a number,
 * true or false) is for its reader to say. Hostile input is refused, not followed:
 * documents are limited in bytes, depth and in how much their aliases add up to. Nodes
 * and texts lie in the arena given. */
#ifndef SOURCE_YAML_H
#define SOURCE_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "source/report.h"

enum {
	YAML_MOST_BYTES = 4 << 20,
	YAML_DEEPEST = 16,
	YAML_MOST_VALUES = 1 << 18 /* every alias counted as what it stands for */
};

enum yaml_kind {
	YAML_NOTHING, /* "key:" without a value, "~", "null" */
	YAML_TEXT,
	YAML_LIST,
	YAML_MAP
};

struct yaml_item {
	struct str key;         /* of a map; empty in a list */
	struct place key_place; /* in a list where the value begins */
	const struct yaml_node *value;
	struct yaml_item *next;
};

struct yaml_node {
	enum yaml_kind kind;
	struct place place;
	struct str text;         /* as written where it is nothing or text */
	bool plain;              /* text without quotes: may be a number or a truth */
	struct yaml_item *first; /* in the order written */
	struct yaml_item *last;
	size_t count;  /* items */
	size_t weight; /* values in it, itself included */
};

/* The root of the only document; NULL when the text holds none (it may be empty, or all
 * comment) or has faults, which the report then names. Of a key given twice, a fault,
 * the first value is kept. */
const struct yaml_node *yaml_read(
    struct arena *arena, struct str bytes, struct str file, struct report *report);

/* Whether the parser may see the text: UTF-8 without control characters or directives,
 * and not too long. Reports where it is not. yaml_read begins with it. */
bool yaml_check_text(struct str bytes, struct str file, struct report *report);

const char *yaml_kind_words(enum yaml_kind kind); /* "a list" */

#endif
