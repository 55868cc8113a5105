/* calc/answer.h - the table that comes out: the columns that were read and those that
 * were computed, as CSV or as JSON. */
#ifndef CALC_ANSWER_H
#define CALC_ANSWER_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "calc/heading.h"

struct calc_answer {
	FILE *file;       /* the caller's */
	const char *name; /* of the file, for messages */
	const struct calc_request *request;
	const struct sheet *sheet;
	bool whole;           /* rows stand as they were read, results behind them */
	bool summed;          /* rows have the sums of the method's columns */
	const char *line_end; /* "\n" or "\r\n", as the table read has it */
	int broken; /* errno of the first failure to write; what follows is not written
		     */
	/* private: */
	struct calc_settings settings;
	struct arena arena, scratch;
	struct heading heading;
	size_t next;   /* of its keys: the one whose value is written next */
	bool *numeric; /* [column of the table]: the method reads it as a number */
	bool first;
	struct buf out;
	struct json json;
};

/* Writes what stands before the rows. */
void calc_answer_begin(struct calc_answer *answer);

/* One row. For a whole one `csv` is at its record; else `groups` are the cells of the
 * columns it was grouped by, and `sums` the added-up columns of the method. */
void calc_answer_row(struct calc_answer *answer, const struct csv *csv,
    const struct str *groups, const double *sums, const struct calc_result *result);

/* Writes the rest and frees everything. False with FAULT_SYSTEM when something could
 * not be written, now or before. */
MUST_CHECK bool calc_answer_end(struct calc_answer *answer, struct err *err);

#endif
