/* calc/gather.h - the rows of a whole table by group. */
#ifndef CALC_GATHER_H
#define CALC_GATHER_H

#include "base/table.h"
#include "calc/sheet.h"

/* One row and what became of it. */
struct gathered_row {
	struct calc_row row;
	uint64_t line;
	uint32_t group;
	const char *fault; /* why it cannot be read, in the arena; NULL where it can */
};

struct gathered {
	struct gathered_row *rows; /* in the order of the table */
	size_t count;
	struct str *cells;  /* [group * by_count + column]: what the group is of */
	size_t group_count; /* in the order met */
	size_t *first;      /* [group]: its place in `members`; one more at the end */
	size_t *members;    /* numbers of rows, group by group */
	size_t largest;     /* rows of a group, at most */
	/* private: */
	struct table keys;
	struct buf key;
	size_t row_room, cell_room;
};

/* Reads the rest of csv. Texts are views into its text or in the arena. */
void gather_rows(struct gathered *gathered, struct arena *arena,
    const struct calc_request *request, const struct sheet *sheet, struct csv *csv);
void gathered_done(struct gathered *gathered);

#endif
