/* build/compute.h - values and limits of counts, by the method of their indicator. */
#ifndef BUILD_COMPUTE_H
#define BUILD_COMPUTE_H

#include "build/recipes.h"

/* What readers are told of figures that this program made. */
#define COMPUTE_SUMMED "Aggregated from all known lower geography values"
#define COMPUTE_SMALL "Value cannot be calculated as number of cases is too small"

/* Gives the rows of a batch of counts their denominators, where those are people, and
 * their values. Rows whose value a table gives are left alone. Faults and notes go to
 * the batch's report: a rate of somebody among nobody is one. path: of the batch's
 * file.
 */
void compute_batch(const struct recipes *recipes, struct batch *batch, struct str path);

/* Value and 95 and 99.8 % limits from count and denominator; leaves them NaN where they
 * cannot be, and returns the note that says why, or an empty one. The age bands of a
 * standardised rate are crude rates. */
struct str compute_value(
    enum table_method method, double multiplier, double numbers[COLUMN_NUMBERS]);

#endif
