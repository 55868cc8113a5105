/* tests/build/figures_of.h - every figure of a release as a line that can be compared.
 */
#ifndef TESTS_BUILD_FIGURES_OF_H
#define TESTS_BUILD_FIGURES_OF_H

#include "base/buf.h"
#include "folder_of.h"
#include "release/reader.h"

/* Builds the folder, which must have no fault, and opens the release. */
void figures_of_open(
    const struct folder_of *folder, struct release *release, struct buf *report);

/* "key|type|sex|age|category|area|period: value lower95 upper95 count/denominator flags
 * symbol note source:line" in the order of the release, numbers to four decimals; flags
 * c computed, s summed, p pooled. Cells without a row are left out. */
void figures_of_print(struct buf *out, const struct release *release);

/* The figure of a series that must be there; its area and period too. */
struct figure figures_of_find(const struct release *release, const char *key,
    const char *area, const char *period, enum sex sex, const char *age);

#endif
