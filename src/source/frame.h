/* source/frame.h - a table read by its definition: records that pass, cells by what
 * they are.
 *
 * What the definition says and the file has not (a column, a value to filter by) is a
 * fault of the definition, with the nearest that there is; what a cell should not hold
 * is one of the file. Texts are in the arena or in the file. One thread at a time. */
#ifndef SOURCE_FRAME_H
#define SOURCE_FRAME_H

#include "base/table.h"
#include "model/period.h"
#include "source/csv.h"
#include "source/header.h"
#include "source/source_file.h"
#include "source/tables.h"

enum { FRAME_CANDIDATES = 6 };

/* A filter with the place of its column, and what has been met there. */
struct frame_filter {
	const struct table_filter *said;
	uint16_t column;
	bool *met;         /* [value] */
	struct table seen; /* some of what the column holds, for who misspelt it */
};

struct frame_filters {
	struct frame_filter *at;
	uint32_t count;
};

/* A column of numbers, or several where the name has an asterisk: what stands in its
 * place is the text of the part that goes across. */
struct frame_column {
	uint16_t at;
	struct str text;
};

struct frame_measure {
	struct frame_column *columns;
	uint32_t count;
	struct said said;
};

struct frame {
	struct arena *arena;
	struct report *report;
	const struct table_shape *shape;
	struct str path;
	struct header header;
	enum table_part across; /* PART_COUNT: none */
	struct str across_text; /* of the column that is being read */
	uint16_t parts[PART_COUNT][FRAME_CANDIDATES];
	uint32_t part_counts[PART_COUNT];
	struct frame_filters filters;
	struct csv csv;
};

/* Opens the file and finds the columns of the shape. usual: the part that goes across
 * unless the definition says which. False when the file cannot be read or does not fit;
 * the report says why. frame_close is due in every case. */
bool frame_open(struct frame *frame, struct arena *arena,
    const struct table_shape *shape, enum table_part usual,
    const struct source_file *file, struct report *report);
void frame_close(struct frame *frame);

/* The columns of what was said; no columns, and no fault, when nothing was. A name with
 * an asterisk takes all columns whose text in its place can be one of the part across.
 * False with a fault when there is none. */
bool frame_measure(
    struct frame *frame, const struct said *said, struct frame_measure *out);

/* The filters with their columns; false with a fault when one has none. */
bool frame_filters(
    struct frame *frame, const struct table_filters *said, struct frame_filters *out);

/* Reports values that no record had and gives back what was remembered. */
void frame_filters_close(struct frame *frame, struct frame_filters *filters);

/* The next record that passes the filters of the table. */
bool frame_next(struct frame *frame);
bool frame_passes(struct frame *frame, struct frame_filters *filters);

/* What the record says of a part, in the definition's words; empty where it says
 * nothing. Of areas there is a second and so on: those it is part of. */
struct str frame_part(struct frame *frame, enum table_part part, uint32_t which);

/* The place of the cell a part was read from; of the record where it was fixed. */
struct place frame_part_place(const struct frame *frame, enum table_part part);

/* The number in a cell, NaN for none and *note then what a symbol says. False with a
 * fault. */
bool frame_number(
    struct frame *frame, uint16_t column, double *number, struct str *note);

/* The period of the record in the field's spelling. False with a fault. */
bool frame_period(struct frame *frame, struct str *label);

/* A period as the table writes it, with its years taken as the definition says. */
MUST_CHECK bool frame_period_of(const struct table_shape *shape, struct str text,
    struct period *period, struct err *err);

/* A text as messages show it: cut, on one line. */
struct str frame_quote(struct frame *frame, struct str text);

#endif
