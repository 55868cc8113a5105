/* calc/calc.h - the methods of the statistics layer for anyone with a table: CSV in,
 * the same with the results behind it out.
 *
 * Rows that stand alone are computed as they are read, in memory that does not grow
 * with the table; groups want the whole table. A row or group that cannot be computed
 * says why in its last column, and the others are computed. */
#ifndef CALC_CALC_H
#define CALC_CALC_H

#include <stdio.h>

#include "calc/request.h"
#include "source/report.h"

struct calc_tally {
	uint64_t rows;  /* of the answer */
	uint64_t noted; /* of them: those with a note */
};

/* Reads the table from a file descriptor and writes the answer. Both names are for
 * messages. Records that are no CSV are faults of the report and left out. False with
 * FAULT_INPUT when the table lacks a column or is not text, with FAULT_USAGE when it is
 * to be grouped by one column twice, with FAULT_SYSTEM when it cannot be read or the
 * answer not be written; what was computed before is written then. */
MUST_CHECK bool calc_run(const struct calc_request *request, int fd, const char *name,
    FILE *out, const char *out_name, struct calc_tally *tally, struct report *report,
    struct err *err);

#endif
