/* calc/sheet.h - the columns of the table that is read, and where a request finds its
 * own among them. */
#ifndef CALC_SHEET_H
#define CALC_SHEET_H

#include "calc/request.h"
#include "source/csv.h"

struct sheet {
	struct str names[CSV_CELLS]; /* without blanks around them, in the arena */
	size_t count;
	size_t at[CALC_COLUMNS]; /* [column of the method]; SIZE_MAX: not there */
	size_t by[CALC_BY];
};

/* Reads the header, the record that csv has just read. A name is found as written, or
 * without regard to case where only one fits. Fails with FAULT_INPUT, naming the
 * columns there are, when one is not there or there twice, and when there are more than
 * CSV_CELLS; with FAULT_USAGE when one column is to be grouped by twice. name: of the
 * file. */
MUST_CHECK bool sheet_read(struct sheet *sheet, struct arena *arena,
    const struct calc_request *request, const struct csv *csv, const char *name,
    struct err *err);

/* The numbers and the text of a record for the method. False with the reason, which
 * names column and cell, when one is not a number or must not be empty, and when the
 * record has cells that the header has no names for, since then nobody knows which of
 * them stand under the wrong name. Empty cells, "NA" and "NaN" are empty. The text is a
 * view into the record or in the arena. */
MUST_CHECK bool sheet_row(const struct sheet *sheet, struct arena *arena,
    const struct calc_request *request, const struct csv *csv, struct calc_row *row,
    struct err *err);

/* The name of the column that a column of the method is read from. */
struct str sheet_name(
    const struct sheet *sheet, const struct calc_request *request, size_t column);

#endif
