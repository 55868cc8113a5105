/* source/published.h - what a record says of its figure besides the numbers: how it
 * compares, its trend, whether it is new, the length of its period. */
#ifndef SOURCE_PUBLISHED_H
#define SOURCE_PUBLISHED_H

#include "source/rows.h"

/* Fills published, trend_polarity and range_months of the row. Unknown words count as
 * none and are remembered in rows->words. */
void published_read(struct rows *rows, struct row *row);

#endif
