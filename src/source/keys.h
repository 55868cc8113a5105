/* source/keys.h - what the figure of a record is of: indicator, area type, sex, age and
 * category, which make a series, and the area and period within it. */
#ifndef SOURCE_KEYS_H
#define SOURCE_KEYS_H

#include <stdbool.h>

#include "source/rows.h"

/* Fills group, area, parent and period of the row. Returns false, with everything wrong
 * in the report, when the row must not be used. */
bool keys_read(struct rows *rows, struct row *row);

#endif
