/* source/csv.h - the records of a CSV (RFC 4180), one after the other.
 *
 * Tolerant where nothing is in doubt: lines may end with LF, CR LF or (in a text
 * without any LF) CR, the last line may end with nothing, blank lines are passed over,
 * and a quotation mark inside a cell that does not begin with one stands for itself. A
 * quote that is never closed, text behind a closing quote and an over-long cell are
 * faults; the record is passed over then.
 *
 * Cells are views into the text. The text must be UTF-8 without NUL. */
#ifndef SOURCE_CSV_H
#define SOURCE_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "source/report.h"

enum {
	CSV_CELLS = 1024,            /* of a record that are kept; more are counted */
	CSV_CELL_LONGEST = 64 * 1024 /* bytes */
};

struct csv_cell {
	const char *at; /* never NULL */
	uint32_t len;
	bool quoted;  /* a quotation mark stands before it and behind it */
	bool doubled; /* has pairs of quotation marks that mean one */
};

struct csv {
	/* The record read last. */
	size_t count;     /* its cells; of more than CSV_CELLS the first are kept */
	uint64_t line;    /* physical line of its first cell, from 1 */
	size_t from;      /* offset of its first byte */
	size_t at;        /* offset where the next one begins */
	uint64_t at_line; /* and its physical line */

	/* The reader met a quotation mark that RFC 4180 does not allow: counting
	 * quotation marks does not tell what is inside a cell. */
	bool irregular;
	uint64_t
	    loose_quotes; /* records with quotation marks that stand for themselves */
	struct place loose_quote; /* the first of them */

	/* private: */
	struct str text;
	size_t block;    /* offset of the 64 bytes the marks are of */
	size_t ahead;    /* offset behind them */
	uint64_t marks;  /* of the block, not yet passed */
	uint64_t commas; /* of the block */
	char feed;       /* what ends a line */
	bool spoilt;     /* a fault was found in the record */
	struct str file;
	struct report *report;
	size_t filled; /* cells that are not empty, at most */

	/* Cells behind the last one of the record are empty; the one behind the array's
	 * kept ones always is. */
	struct csv_cell cells[CSV_CELLS + 1];
};

/* Reads text whose first line is number `line` of the file. feed is what ends a line;
 * csv_feed tells. Faults go to the report under the file's path. */
void csv_init(struct csv *csv, struct str text, char feed, uint64_t line,
    struct str file, struct report *report);

/* '\n', or '\r' for a text that has only those. */
char csv_feed(struct str text);

/* Reads the next record that is not blank; false at the end. */
bool csv_next(struct csv *csv);

/* The record read last as it stands, without what ends its line; a view. */
struct str csv_record(const struct csv *csv);

/* The text ends within the line of the record read last. */
bool csv_is_last_line_open(const struct csv *csv);

/* The cell as text; copied into the arena where it has doubled quotation marks. */
struct str csv_text(struct arena *arena, const struct csv_cell *cell);

/* Line and column of a cell of the record read last: where it begins in the file, with
 * its quotation mark. An absent cell is where the record begins. */
struct place csv_place(const struct csv *csv, const struct csv_cell *cell);

#endif
