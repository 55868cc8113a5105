/* source/batch.h - rows of figures as a reader yields them: names are numbers of tables
 * of the batch's own, numbers are parsed, every row knows its line.
 *
 * A batch is one piece of one file, read by one thread. Texts are views into the mapped
 * source or into the batch's arena; both must outlive the use of the batch. */
#ifndef SOURCE_BATCH_H
#define SOURCE_BATCH_H

#include <stdint.h>

#include "base/arena.h"
#include "base/table.h"
#include "release/format.h"
#include "source/report.h"

struct row {
	double numbers[COLUMN_NUMBERS]; /* NaN for none; order of enum release_column */
	uint32_t line;                  /* in the file, from 1 */
	uint32_t group;                 /* number in batch.groups */
	uint32_t area;                  /* in batch.areas */
	uint32_t parent;                /* in batch.areas, or TABLE_NONE */
	uint32_t period;                /* in batch.periods */
	uint16_t note;                  /* in batch.notes, 0: none */
	uint16_t published;             /* see release/format.h */
	uint8_t decimals;               /* of the value, as written */
	uint8_t trend_polarity; /* enum polarity that the published trend implies */
	uint16_t range_months;  /* "Time period range" column; 0 where there is none */
	uint16_t goal;          /* in batch.goals, 0: none */
};

/* What a series is made of, but for its areas and periods. */
struct group {
	uint32_t indicator; /* in batch.indicators */
	uint32_t area_type; /* in batch.types */
	uint32_t age;       /* in batch.ages */
	uint32_t category;  /* in batch.categories, 0: none */
	uint8_t sex;        /* enum sex */
	uint32_t row_count; /* rows of the batch that belong to it */
};

struct table_counts;

struct batch {
	struct arena arena;
	struct arena texts; /* the file in UTF-8, where it had to be converted; of its
			       first batch */
	struct report report;
	uint32_t source; /* number of the file */
	/* The table of counts it was read by, whose values are not made yet; or NULL.
	 */
	const struct table_counts *counts;
	struct table
	    indicators;     /* by key (published id, or the name where there is none) */
	struct table areas; /* by code */
	struct table types, ages, periods, notes;
	struct table goals; /* to the byte; 0 is the empty text */
	struct table
	    categories; /* type, unit separator (0x1f), name; 0 is the empty text */
	struct str *indicator_names; /* first seen, by number, to the byte */
	struct str
	    *indicator_units;   /* where a column gives them ("per 10,000"), or empty */
	struct str *area_names; /* to the byte */
	struct group *groups;
	uint32_t group_count;
	struct row *rows;
	size_t row_count;
};

void batch_done(struct batch *batch);

#endif
