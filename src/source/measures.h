/* source/measures.h - the numbers of a record, and whether they can stand together. */
#ifndef SOURCE_MEASURES_H
#define SOURCE_MEASURES_H

#include <stdbool.h>

#include "source/rows.h"

/* Fills the numbers and decimals of the row. *note is what a symbol in place of the
 * value says, or empty. Returns false, with everything wrong in the report, when the
 * row must not be used. */
bool measures_read(struct rows *rows, struct row *row, struct str *note);

#endif
