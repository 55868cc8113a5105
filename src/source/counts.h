/* source/counts.h - tables of counts become rows, by what their definition says.
 *
 * A row has count and denominator as far as the table gives them, and no value unless
 * that is given: values are made by build. */
#ifndef SOURCE_COUNTS_H
#define SOURCE_COUNTS_H

#include "source/batch.h"
#include "source/source_file.h"
#include "source/tables.h"

/* Reads a file that the table is about into the batch, which is empty and becomes one
 * of that table; all faults go to the batch's report. The table must outlive the batch.
 */
void counts_read(const struct table_counts *table, const struct source_file *file,
    struct batch *batch);

#endif
