/* disclose/guard.h - a block of counts while it is being protected: what must stay open
 * of its small counts, and which of them the present pattern leaves short.
 *
 * The pattern is the state of the system's counts. Guards of different blocks share
 * nothing and may work on threads of their own. */
#ifndef DISCLOSE_GUARD_H
#define DISCLOSE_GUARD_H

#include "disclose/puzzle.h"

struct guard {
	struct disclose_system *system;
	const struct net *net;
	struct block block; /* of all that is hidden, rounded or may be hidden */

	/* By number of count, for the whole system: */
	struct disclose_range *wanted; /* must stay open; none for what is not small */
	uint64_t *safe; /* of the first count of a part: what it was when found safe */
	double *lean;   /* zeros, for cover.h */
};

/* Fills in what the rule wants to stay open of the small counts of the block; where it
 * wants a number of values without saying which, those that the first pattern leaves
 * open or, failing that, those that hiding more could. All that may be hidden is shown.
 */
void guard_begin(struct guard *guard);

/* Called for a small count that falls short, right after the puzzle was pushed for it.
 */
typedef void guard_visit(void *context, struct puzzle *puzzle, uint32_t place, bool up,
    uint32_t goal, enum puzzle_answer answer);

/* How many times a small count falls short, up or down, under the present pattern. With
 * a count given for `near`, of those that hang together with one of its sums;
 * GUARD_ALL: of all. visit may be NULL. */
#define GUARD_ALL UINT32_MAX
uint32_t guard_test(
    const struct guard *guard, uint32_t near, guard_visit *visit, void *context);

/* Shows or hides all that may be hidden. */
void guard_set_all(const struct guard *guard, enum disclose_state state);

/* A count cannot be opened up as far as is wanted: wants one less, up or down, and
 * calls it exposed. Returns what is wanted now. Falls short no more when that is its
 * value. */
uint32_t guard_lower(const struct guard *guard, uint32_t cell, bool up);

#endif
