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

/* Reads every spelling seen in the field (see the styles above; also "2015-17",
 * "2015-2017", "2015/2016", "2015/16-17/18", "201516", "2020/21 - 24/25", "Q1 2019").
 * Fails with FAULT_INPUT, saying what is wrong: no period, or an impossible year. */
MUST_CHECK bool period_parse(struct str text, struct period *out, struct err *err);

/* The field's spelling; out has PERIOD_LONGEST bytes. Returns the length. */
size_t period_print(struct period period, char *out);

int period_order(struct period a, struct period b); /* <0, 0, >0 */
bool period_same_kind(
    struct period a, struct period b); /* style, part and length agree */
bool period_follows(struct period a, struct period b); /* b begins where a ends */
bool period_overlap(struct period a, struct period b);

/* YYYYQQMM of its beginning, zeros for what it has not (the "Time period Sortable"). */
uint32_t period_sortable(struct period period);

/* "1y", "3y", "1q", "1m": the field's time period range; out has 8 bytes. */
size_t period_range(struct period period, char *out);

#endif
