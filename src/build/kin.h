/* build/kin.h - which areas lie within which, as far as the folder tells: by the
 * parents that figures name, and by lists of areas.
 *
 * Areas are numbered as the collection does, those that only lists know behind them. */
#ifndef BUILD_KIN_H
#define BUILD_KIN_H

#include "build/places.h"

enum { KIN_ANCESTORS = 32 };

struct kin_link {
	uint32_t child, parent;
};

/* A list says that the child, one of its areas of that type, lies within the parent. */
struct kin_member {
	uint32_t parent, type, child;
};

/* The months (since January of year 0) from and until which there is an area, as far as
 * changes tell. */
struct kin_life {
	int32_t from, until;
};

struct kin {
	struct table codes; /* of areas */
	struct table types; /* of areas in lists */
	struct kin_link *links;
	struct kin_member *members; /* by parent, type, child; unique */
	size_t link_count, member_count;
	struct kin_life *lives; /* of the areas */
};

void kin_make(
    struct kin *kin, const struct collection *collection, const struct places *places);
void kin_done(struct kin *kin);

/* The areas that an area lies within, near ones first; returns how many. */
uint32_t kin_ancestors(
    const struct kin *kin, uint32_t area, uint32_t ancestors[KIN_ANCESTORS]);

/* The members of a parent, all types. */
const struct kin_member *kin_members(
    const struct kin *kin, uint32_t parent, size_t *count);

/* Whether there was an area in a period, or any part of it, as far as is known. */
bool kin_is_there(const struct kin *kin, uint32_t area, struct period period);

/* Whether areas cover England: each lies in a region or is one, and no region is left
 * out. */
bool kin_cover_england(const struct kin *kin, const uint32_t *areas, uint32_t count);

#endif
