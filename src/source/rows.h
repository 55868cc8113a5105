/* source/rows.h - the records of one piece of a table of figures become the rows of a
 * batch.
 *
 * Part of figures.c, split from it: a struct rows belongs to one thread while it reads;
 * what a file is told once (short rows, unknown words) is gathered here and reported by
 * figures.c when all pieces of the file are read. */
#ifndef SOURCE_ROWS_H
#define SOURCE_ROWS_H

#include <stdatomic.h>

#include "source/batch.h"
#include "source/columns.h"
#include "source/csv.h"
#include "source/memo.h"

/* What is counted and reported once a file. */
enum tally {
	TALLY_SHORT,  /* records shorter than the header */
	TALLY_NARROW, /* 99.8 % limits within the 95 % ones */
	TALLY_LOOSE,  /* quotation marks that stand for themselves */
	TALLY_COUNT
};

struct rows_tally {
	uint64_t count;
	struct place first;
};

/* Known words of one vocabulary, as they stand in cells, and what they mean. */
enum rows_vocabulary { ROWS_VERDICTS, ROWS_TRENDS, ROWS_RANGES, ROWS_VOCABULARIES };
enum { ROWS_WORDS = 64, ROWS_LENGTHS = 32 };

struct rows_words {
	struct table table;
	uint32_t meanings[ROWS_WORDS];
	struct memo met[ROWS_LENGTHS]; /* [length of the cell, cut]: met last */
};

struct rows {
	struct batch *batch;
	const struct columns *columns;
	struct csv csv;

	uint64_t records; /* seen, whether they became rows or not */
	size_t before;    /* cells of the record before; 0 for the first of the piece */
	bool is_first;    /* piece of the file */
	/* The last record of the file is alone in its piece, and what is to be made of
	 * it depends on the one before. */
	bool waits;
	struct rows_tally tallies[TALLY_COUNT];
	struct table words;        /* unknown ones: role, then the word */
	struct place *word_places; /* where each was first seen */

	/* private: */
	struct memo memos[ROLE_COUNT];
	struct rows_words known[ROWS_VOCABULARIES];
	struct table groups;    /* members of struct group */
	uint32_t *areas_behind; /* [area]: which came next when it was last met */
	uint32_t indicator_room, unit_room, area_room, word_room, group_room;
	uint32_t behind_room;
	size_t row_room;
	char quoted[200];
};

/* Prepares to read text, whole records of a file from its physical line `line`, into
 * the batch, which is empty. The columns must outlive the reading. */
void rows_init(struct rows *rows, struct batch *batch, const struct columns *columns,
    struct str text, char feed, uint64_t line, struct str file);
void rows_done(struct rows *rows); /* the batch stays */

/* Reads all records. With `stop`, gives up as soon as it is set, and sets it when a
 * quotation mark breaks RFC 4180, so that the pieces were cut at the wrong places. */
void rows_read(struct rows *rows, atomic_bool *stop);

/* Reads the record that waits, if one does; before: cells of the record before it, 0
 * for none. */
void rows_finish(struct rows *rows, size_t before);

/* For the parts of the reader: a cell of the record; its place, or that of the record
 * for ROLE_COUNT; its text, trimmed, with single spaces and quotation marks; the same
 * to the byte, but empty where there is nothing but space; a text as messages quote it
 * (cut, on one line, valid until the next call). */
static inline const struct csv_cell *
rows_cell(const struct rows *rows, enum role role)
{
	return &rows->csv.cells[rows->columns->at[role]];
}

struct place rows_place(const struct rows *rows, enum role role);
struct str rows_tidy(struct rows *rows, const struct csv_cell *cell);
struct str rows_written(struct rows *rows, const struct csv_cell *cell);
const char *rows_quote(struct rows *rows, struct str text);
void rows_count(struct rows *rows, enum tally tally, enum role role);

/* The number of a cell's text in a table. Empty cells have the text `otherwise`. */
uint32_t rows_text_number(
    struct rows *rows, enum role role, struct table *table, struct str otherwise);

#endif
