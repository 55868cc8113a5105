/* source/setting.h - the keys that a map may have and how the value of each is read.
 *
 * A table of settings names every key of a map; setting_read_map walks the map, finds
 * each key's row and lets the row's function fill the structure. Functions report what
 * is wrong with line and column and say what was wanted; nothing is fatal. A key
 * without a value is as good as absent. */
#ifndef SOURCE_SETTING_H
#define SOURCE_SETTING_H

#include "base/arena.h"
#include "source/yaml.h"

/* What functions read with; all texts go into the arena. */
struct settings {
	struct arena *arena;
	struct report *report;
};

struct setting {
	const char *key;
	/* Reads the item's value to `at`; false when a fault was reported instead. */
	bool (*read)(
	    const struct settings *settings, const struct yaml_item *item, void *at);
	size_t offset; /* of what is read, in the structure given */
	int bit;       /* of the structure's mask of what was given, or -1 */
};

/* Fills `into` from a map. The mask may be NULL. Keys that no row has go to `other`
 * (NULL: there are none); when that knows them neither it returns false, and the fault
 * offers the nearest of the rows' keys and `more`. */
void setting_read_map(const struct settings *settings, const struct yaml_node *map,
    const struct setting *rows, size_t row_count, void *into, uint32_t *mask,
    bool (*other)(
	const struct settings *settings, const struct yaml_item *item, void *into),
    const struct str *more, size_t more_count);

/* The usual case: only the keys of the rows. */
#define SETTING_READ(settings, map, rows, into)                                        \
	setting_read_map((settings), (map), (rows), sizeof(rows) / sizeof *(rows),     \
	    (into), NULL, NULL, NULL, 0)

/* The same for a whole file, whose one node is such a map, or nothing. */
void setting_read_file(const struct settings *settings, struct str bytes,
    struct str file, const struct setting *rows, size_t row_count, void *into);

#define SETTING_READ_FILE(settings, bytes, file, rows, into)                           \
	setting_read_file((settings), (bytes), (file), (rows),                         \
	    sizeof(rows) / sizeof *(rows), (into))

/* Fails with a fault unless the value is of that kind. */
bool setting_is(
    const struct settings *settings, const struct yaml_item *item, enum yaml_kind kind);

/* "'decimals' is 'many', wanted a whole number from 0 to 10" */
bool setting_refuse(
    const struct settings *settings, const struct yaml_item *item, const char *wanted);

/* Functions for the rows; `at` points to what the name says. */
bool setting_text(
    const struct settings *settings, const struct yaml_item *item, void *at);
bool setting_bool(
    const struct settings *settings, const struct yaml_item *item, void *at);
bool setting_date(
    const struct settings *settings, const struct yaml_item *item, void *at);
bool setting_day(
    const struct settings *settings, const struct yaml_item *item, void *at);

/* A fault unless the map that is the item's value has the key. */
void setting_want(
    const struct settings *settings, const struct yaml_item *item, const char *key);

/* A list of texts, and where each stands; one text alone is a list of one. False with a
 * fault for what is neither. */
bool setting_texts(const struct settings *settings, const struct yaml_item *item,
    struct str **texts, struct place **places, uint32_t *count);

/* "2018-02-03", and unless a day is wanted "2018-02" and "February 2018", as YYYY-MM-DD
 * or YYYY-MM; false when there is no such day. */
bool setting_parse_date(
    struct arena *arena, struct str text, bool day_wanted, struct str *date);

#endif
