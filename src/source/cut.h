/* source/cut.h - a CSV text is cut into pieces at true ends of records, so that several
 * threads can read it.
 *
 * The text is counted in blocks of one size (on all cores, by whoever cuts). Where a
 * block begins, the number of quotation marks before it tells whether that is inside a
 * cell; the first line end outside a cell is where a piece may begin. That holds as
 * long as the text keeps to RFC 4180: whoever reads a piece has to watch out for
 * quotation marks that do not, and then read the text again in one piece. */
#ifndef SOURCE_CUT_H
#define SOURCE_CUT_H

#include "base/arena.h"
#include "source/text.h"

struct cut {
	size_t from;   /* offset of the first record */
	uint64_t line; /* its physical line */
};

/* Cuts what lies behind the header: `first` is where that begins. blocks[i] counts the
 * i-th `block` bytes of the text, the last one what is left. Returns the pieces, each
 * reaching to the next or to the end of the text; at least one. */
struct cut *cut_records(struct arena *arena, struct str text, char feed, size_t block,
    const struct text_census *blocks, struct cut first, size_t *count);

#endif
