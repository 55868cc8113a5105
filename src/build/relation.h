/* build/relation.h - which area is part of which, as an ordered list without
 * repetitions. */
#ifndef BUILD_RELATION_H
#define BUILD_RELATION_H

#include <stdint.h>

#include "release/format.h"

/* Orders by type, parent, area and removes repetitions; returns how many remain. */
uint32_t relation_sort(struct release_relation *relations, uint32_t count);

#endif
