/* answer/lineage.h - what an area was at other times.
 *
 * A figure is of the ground that the area covered in its period. Where a boundary or a
 * code changed between two periods, their figures are of different ground, and nothing
 * is to join them without a word. */
#ifndef ANSWER_LINEAGE_H
#define ANSWER_LINEAGE_H

#include "release/reader.h"

/* The month (since January of year 0) of the last change of an area's own boundary that
 * a later period has felt and an earlier one has not; 0 when there is none. */
int32_t lineage_change(const struct release *release, uint32_t area,
    struct period earlier, struct period later);

/* The area that stood in an area's place in a period: the only one it was made of,
 * which became nothing else, and so on backwards; itself where there is none. */
uint32_t lineage_at(const struct release *release, uint32_t area, struct period period);

/* The month since which an area stands in another's place; 0 where that is not known.
 */
int32_t lineage_since(const struct release *release, uint32_t area, uint32_t before);

/* Whether there was such an area in a period, or any part of it, as far as is known. */
bool lineage_exists(const struct release *release, uint32_t area, struct period period);

#endif
