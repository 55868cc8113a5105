/* source/locate.h - columns found afterwards, by reading a line again.
 *
 * Rows know their line but not where in it their cells stand: that would cost memory
 * for every figure of every file, and only faults found when all rows are together
 * (repetitions that contradict, counts above their denominator) ask for it. Such a
 * fault names the cell in place of a column; the few that are kept are looked up in the
 * end. */
#ifndef SOURCE_LOCATE_H
#define SOURCE_LOCATE_H

#include "source/columns.h"
#include "source/report.h"
#include "source/source_file.h"

/* Stands in place.column for the column of that cell until locate_columns has been
 * called. No record is so long that it could be a column itself. */
static inline uint32_t
locate_later(enum role role)
{
	return UINT32_MAX - 1 - (uint32_t)role;
}

/* Finds all columns that were left for later, and the line where it is not the one the
 * record begins on. files: tables of figures, the report's places by their path; a
 * place that cannot be found again gets column 0. */
void locate_columns(
    struct report *report, const struct source_file *files, size_t count);

#endif
