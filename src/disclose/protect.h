/* disclose/protect.h - hides small counts, and what would give them away. */
#ifndef DISCLOSE_PROTECT_H
#define DISCLOSE_PROTECT_H

#include <stddef.h>

#include "disclose/system.h"

/* Hides the counts that the rule calls small, all others are shown; returns how many
 * are hidden. Counts that are kept, and levels that are exempt, stay as they are; small
 * ones that are absent are protected like hidden ones, and not counted. */
uint32_t disclose_primary(struct disclose_system *system);

enum disclose_effort {
	DISCLOSE_QUICK,   /* protects as well, and hides a little more than it must */
	DISCLOSE_THOROUGH /* the least cost of hiding, in every block where it is found
			   */
};

struct disclose_outcome {
	uint32_t primary, secondary; /* how many counts are hidden, without absent */
	uint64_t weight;             /* the cost of hiding the secondary ones */
	uint32_t exposed;            /* of the small, those that stay open too little */
	bool least; /* proved: no other choice protects as well and costs less */
};

/* Hides counts for the sake of those that disclose_primary hid, and shows all others,
 * until for each of these, whatever anyone can work out from all that is seen, as much
 * stays open as the rule wants. That is certain: for either end of each range there are
 * whole numbers for all that is not known with which every sum comes out.
 *
 * A count for which not even hiding all that may be hidden would do is exposed; it
 * stays as open as it can. (So is one for which no way was found, which takes a block
 * of hundreds of counts that fractions of persons could protect.)
 *
 * The outcome depends on the system alone, not on the number of threads (0: all cores).
 * Between choices of the same cost that of the fewest counts is made, then the one with
 * counts further to the front, so that an order by code gives the same choice from one
 * release to the next.
 *
 * Fails as disclose_system_check does with `whole`. */
MUST_CHECK bool disclose_secondary(struct disclose_system *system,
    enum disclose_effort effort, size_t threads, struct disclose_outcome *out,
    struct err *err);

#endif
