/* model/period.h - a period of time as a value: when it begins, how long it is, how it
 * is written.
 *
 * Periods order by their end, then by length, so that a column of figures sorts as a
 * reader expects; the published spelling is kept beside the value by whoever needs it.
 */
#ifndef MODEL_PERIOD_H
#define MODEL_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

enum period_style {
	PERIOD_CALENDAR, /* 2015, 2015 - 17, 2019 Q1, 2019 Q1 - Q3, Jan 2019, Aug 2018 -
			    Jul 2019 */
	PERIOD_SPLIT, /* 2015/16 where nobody said which kind of year: begins in April
		       */
	PERIOD_FINANCIAL, /* 2015/16, 2015/16 - 17/18, 2015/16 Q1: begins in April */
	PERIOD_ACADEMIC   /* 2015/16: begins in September */
};

enum period_part { PERIOD_YEARS, PERIOD_QUARTERS, PERIOD_MONTHS };

struct period {
	int32_t first;   /* months since January of year 0 */
	uint16_t months; /* length, > 0 */
	uint8_t style;   /* enum period_style */
	uint8_t part;    /* enum period_part: in what it is counted and written */
};

enum { PERIOD_LONGEST = 40, PERIOD_FIRST_YEAR = 1801, PERIOD_LAST_YEAR = 2200 };

/* Reads every spelling seen in the field: those of the styles above, with a hyphen, a
 * dash of any length or "to", and "2015-17", "2015-2017", "2015/2016", "2015/16-17/18",
 * "201516", "2020/21 - 24/25", "1999/00", "Q1 2019", "2018/19 Q1-Q3",
 * "September 2017", "2019-01". Split years are PERIOD_SPLIT, their quarters
 * PERIOD_FINANCIAL.
 *
 * Without spaces "2015-16" is the split year, as government departments write it, and
 * "2015-17" three calendar years. What could be a month as well ("2010-12") is refused,
 * with the two spellings that leave no doubt.
 *
 * Fails with FAULT_INPUT, saying what is wrong: no period, or an impossible one. */
MUST_CHECK bool period_parse(struct str text, struct period *out, struct err *err);

/* The field's spelling ("2015 - 17", "1999 - 2001", "2016/17 - 18/19", "2018/19 Q1-Q3",
 * "Aug 2018 - Jul 2019"); out has PERIOD_LONGEST bytes. Returns the length. Reading it
 * gives the same period again, but for the kind of a split year. */
size_t period_print(struct period period, char *out);

/* Length, style, part and beginning fit each other and the years of the range above;
 * for periods that come out of a file. */
bool period_is_valid(struct period period);

/* <0, 0, >0; 0 only for the same period */
int period_order(struct period a, struct period b);
bool period_same_kind(
    struct period a, struct period b); /* style, part and length agree */
bool period_follows(struct period a, struct period b); /* b begins where a ends */
bool period_overlap(struct period a, struct period b);

/* YYYYQQMM of its beginning, zeros for what it has not (the "Time period Sortable");
 * the quarter is that of its own kind of year. */
uint32_t period_sortable(struct period period);

/* "1y", "3y", "1q", "1m": the field's time period range; out has 8 bytes. */
size_t period_range(struct period period, char *out);

/* Months in a published range or frequency: "3y", "1q", "2m", "Annual", "Quarterly",
 * "every 2 years". False when it is none. */
bool period_range_parse(struct str text, unsigned *months);

const char *period_style_word(enum period_style style); /* "Financial" */
/* The published kinds of year: "Calendar", "Financial", "April to March", "Academic".
 */
bool period_style_parse(struct str text, enum period_style *out);

#endif
