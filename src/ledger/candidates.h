/* ledger/candidates.h - totals with what may be their parts, and which of them are
 * taken for sums, by how those that can be seen come out. */
#ifndef LEDGER_CANDIDATES_H
#define LEDGER_CANDIDATES_H

#include "ledger/sums.h"

/* A total and what may be its parts. */
struct candidate {
	uint32_t total, from, count; /* parts: so many of the pool */
	bool complete;               /* all parts that are listed have a count */
};

/* Sums of one class come out or leave rests alike: those of one parent, one age. */
struct candidates {
	struct ledger *ledger;
	enum ledger_sum_kind kind;
	struct candidate *at;
	uint32_t *parts;
	uint32_t count, room, part_count, part_room;
};

/* How sums that can be seen come out. */
struct outcomes {
	uint32_t even, rest, above;
};

void candidates_add_part(struct candidates *c, uint32_t part);

/* With the parts added since `from`, if there are any. */
void candidates_add(struct candidates *c, uint32_t total, uint32_t from, bool complete);

struct outcomes candidates_outcomes(
    const struct candidates *c, uint32_t from, uint32_t until);

/* Candidates of a class, with those of a wider class beside them. */
void candidates_settle(struct candidates *c, uint32_t from, uint32_t until,
    const struct outcomes *wide, bool rests);

void candidates_done(struct candidates *c);

#endif
