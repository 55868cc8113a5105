/* answer/scope.h - which indicators, area types and areas go together; for this layer's
 * own use. */
#ifndef ANSWER_SCOPE_H
#define ANSWER_SCOPE_H

#include "answer/view.h"

/* A run of a release's series. */
struct scope_series {
	uint32_t first, count;
};

/* The series of an indicator for an area type. */
struct scope_series scope_series(
    const struct release *release, uint32_t indicator, uint32_t type);

/* The indicators of a domain, in order; of all (in the order of the release) where it
 * is RELEASE_NONE: then at is NULL and numbers are 0 .. count - 1. */
struct scope_items {
	const uint32_t *at;
	uint32_t count;
};

struct scope_items scope_items(const struct release *release, uint32_t domain);
uint32_t scope_item(const struct scope_items *items, uint32_t i);

/* Whether there are figures for areas of a type: of the indicator if it is one, else of
 * the domain if it is one, else any. */
bool scope_has(
    const struct release *release, uint32_t domain, uint32_t indicator, uint32_t type);

/* The type has no area but the root. */
bool scope_type_is_root(const struct release *release, uint32_t type);

bool scope_is_parent(
    const struct release *release, uint32_t type, uint32_t parent, uint32_t area);

/* Areas of a type by name; below RELEASE_NONE: all. */
uint32_t *scope_areas(struct arena *arena, const struct release *release, uint32_t type,
    uint32_t below, uint32_t *count);

/* The areas that areas of a type lie below, by name, without the root. */
uint32_t *scope_parents(
    struct arena *arena, const struct release *release, uint32_t type, uint32_t *count);

/* A row of a table: a variant of an indicator, standing in a domain. */
struct scope_line {
	uint32_t domain; /* RELEASE_NONE in a release without domains */
	struct variant variant;
};

struct scope_lines {
	struct scope_line *at;
	uint32_t count;
	uint32_t elsewhere; /* indicators without a line */
	uint32_t room;      /* private */
};

/* The lines of a domain, of all where it is RELEASE_NONE, for an area type
 * (RELEASE_NONE: any). */
struct scope_lines scope_lines(
    struct arena *arena, const struct release *release, uint32_t domain, uint32_t type);

#endif
