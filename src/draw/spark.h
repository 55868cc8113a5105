/* draw/spark.h - a history in the size of a word.
 *
 * Values are oldest first, NaN for what is missing. The scale runs from the least to
 * the most of them: a sparkline shows the shape, the numbers beside it the size. */
#ifndef DRAW_SPARK_H
#define DRAW_SPARK_H

#include <stddef.h>

#include "base/buf.h"

/* For a terminal: one UTF-8 block a value ("▁▃▅█"), a space for a missing one; equal
 * values stand at half height. */
void spark_text(struct buf *out, const double *values, size_t count);

#endif
