/* calc/heading.h - the columns of an answer: what they are called, and those that say
 * the same in every row. */
#ifndef CALC_HEADING_H
#define CALC_HEADING_H

#include "base/arena.h"
#include "calc/sheet.h"

/* All of it in the arena. Columns are those that were read (of a whole row) or the
 * groups and perhaps the added-up columns of the method; the method's numbers, its
 * limits, `confidence` and `statistic`, its words and `note`. */
struct heading {
	struct str *names;
	struct str *keys; /* the same as JSON has them */
	size_t count;
	size_t number_count; /* of the method's numbers */
	/* `confidence` and `statistic` as they stand in a row, as CSV or JSON. */
	struct str constants;
	size_t constant_count;
};

struct heading_wish {
	const struct calc_request *request;
	const struct sheet *sheet;
	const struct calc_settings *settings;
	bool whole;  /* rows stand as they were read, results behind them */
	bool summed; /* rows have the sums of the method's columns */
};

/* A computed column whose name is taken is called name_calc; in JSON, where one object
 * has each name once, of columns of one name in the table the later ones are called
 * name_2 and so on. */
void heading_make(
    struct heading *heading, struct arena *arena, const struct heading_wish *wish);

#endif
