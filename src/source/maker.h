/* source/maker.h - a batch filled row by row by whoever makes rows, without memos or
 * pieces: tables of counts, and what is computed of them.
 *
 * Texts are views and must outlive the batch, or lie in its arena. */
#ifndef SOURCE_MAKER_H
#define SOURCE_MAKER_H

#include "source/batch.h"

struct maker {
	struct batch *batch;
	/* private: */
	struct table groups;
	uint32_t group_room, indicator_room, area_room;
	size_t row_room;
};

void maker_init(struct maker *maker, struct batch *batch); /* the batch is empty */
void maker_done(struct maker *maker);                      /* the batch stays */

/* Numbers of the batch, new or known. Of names the first that is not empty is kept. */
uint32_t maker_indicator(struct maker *maker, struct str key);
uint32_t maker_area(struct maker *maker, struct str code, struct str name);
uint32_t maker_category(struct maker *maker, struct str type, struct str name);
uint32_t maker_group(struct maker *maker, const struct group *group);

/* The number of a note; 0 for the empty one, and where there are too many. */
uint16_t maker_note(struct maker *maker, struct str note);

/* A new row of the group: no numbers, no parent, no line. Valid until the next. */
struct row *maker_row(struct maker *maker, uint32_t group);

/* Drops the rows that keep is false of, and the periods and groups that none is left
 * of. No maker can go on with the batch then. */
void maker_keep(struct batch *batch,
    bool keep(const struct batch *batch, const struct row *row, const void *context),
    const void *context);

#endif
