/* source/lookup.h - the columns of tables of areas: lists of areas with the areas they
 * are part of, and lookups from one kind of area to another.
 *
 * A lookup names each kind of area twice, by code and by name: `ltla23_code`,
 * `ltla23_name`, or `LAD23CD`, `LAD23NM`; the order of the columns does not matter. */
#ifndef SOURCE_LOOKUP_H
#define SOURCE_LOOKUP_H

#include <stdbool.h>

#include "source/header.h"

enum { LOOKUP_KINDS = 12 };

/* One kind of area in a lookup. */
struct lookup_kind {
	struct str prefix; /* "ltla23", folded */
	struct str type;   /* the name of the kind: "Lower tier local authorities" */
	size_t code, name; /* columns; name is SIZE_MAX where there is none */
};

/* A list: an area code with children or a parent. */
bool lookup_is_list(const struct header *header);

/* A lookup: at least two kinds of area and no column of anything else. */
bool lookup_is_table(const struct header *header);

/* The kinds of area of a lookup, in the order of their codes' columns. */
size_t lookup_kinds(
    const struct header *header, struct lookup_kind kinds[LOOKUP_KINDS]);

#endif
