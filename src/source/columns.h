/* source/columns.h - which column of a table of figures holds what.
 *
 * Headers are compared by their letters and digits alone, so that case, spaces,
 * underscores, dots and hyphens do not matter. Known are all published spellings of the
 * Fingertips download and the names analysts give to tables re-shaped from it. */
#ifndef SOURCE_COLUMNS_H
#define SOURCE_COLUMNS_H

#include <stdbool.h>

#include "base/arena.h"
#include "source/csv.h"
#include "source/report.h"

enum role {
	ROLE_INDICATOR_ID,
	ROLE_INDICATOR_NAME,
	ROLE_PARENT_CODE,
	ROLE_PARENT_NAME,
	ROLE_AREA_CODE,
	ROLE_AREA_NAME,
	ROLE_AREA_TYPE,
	ROLE_SEX,
	ROLE_AGE,
	ROLE_CATEGORY_TYPE,
	ROLE_CATEGORY,
	ROLE_PERIOD,
	ROLE_VALUE, /* from here in the order of enum release_column */
	ROLE_LOWER95,
	ROLE_UPPER95,
	ROLE_LOWER998,
	ROLE_UPPER998,
	ROLE_COUNT_OF,
	ROLE_DENOMINATOR,
	ROLE_NOTE,
	ROLE_TREND,
	ROLE_ENGLAND, /* compared to England */
	ROLE_PARENT,  /* compared to the parent, whatever it is */

	/* Year, quarter and month as a number. In the wild it may hold the latest
	 * period of the indicator on every row, and where it is right it says nothing
	 * that the period itself does not: it is known and left alone. */
	ROLE_SORTABLE,
	ROLE_NEW,
	ROLE_GOAL,
	ROLE_RANGE,
	ROLE_UNIT, /* "per 10,000" */
	ROLE_COUNT
};

struct columns {
	/* Where each role stands in a record, from 0; CSV_CELLS, whose cell is always
	 * empty, where there is no such column. */
	uint16_t at[ROLE_COUNT];
	size_t count; /* cells of the header */
};

struct columns_name {
	const char *folded;
	enum role role;
};

/* Every known name, folded, in byte order. */
const struct columns_name *columns_names(size_t *count);

/* The published name of a column: "Indicator ID". */
const char *columns_title(enum role role);

/* Lower-case letters and digits of a header. */
struct str columns_fold(struct arena *arena, struct str header);

/* The role of a header cell, or ROLE_COUNT. A column "unit" is ROLE_UNIT. */
enum role columns_role(struct arena *arena, struct str header);

static inline bool
columns_has(const struct columns *columns, enum role role)
{
	return columns->at[role] != CSV_CELLS;
}

/* Reads the header record that csv is at, and looks into some records behind it where
 * a name alone does not decide (csv itself stays behind the header). Returns false when
 * an essential column is missing or named twice; the report says which. Unknown columns
 * are noted. */
bool columns_read(struct columns *columns, struct csv *csv);

#endif
