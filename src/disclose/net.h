/* disclose/net.h - which sums a count is in, and blocks that share no sum.
 *
 * What is to be looked at together hangs together by sums: a count outside a block
 * tells nothing about those inside. Most systems fall into many blocks. */
#ifndef DISCLOSE_NET_H
#define DISCLOSE_NET_H

#include "base/arena.h"
#include "disclose/system.h"

struct net {
	const struct disclose_system *system;
	uint32_t *from; /* of each count, and the end of the last, in sums */
	uint32_t *sums; /* of all counts, ascending for each */

	/* For whoever looks at a block: a number for each count and each sum, 0 before
	 * and after. Blocks share neither, so that threads may look at one each. */
	uint32_t *cell_marks, *sum_marks;
};

/* Lives in the arena and as long as nothing is added to the system. */
struct net net_of(struct arena *arena, const struct disclose_system *system);

/* A sum has the parts from net_sum_from until net_sum_until, and there its total: the
 * count in that place, and +1 for a part, -1 for the total. Signed counts of a sum come
 * to nothing. */
uint32_t net_sum_from(const struct net *net, uint32_t sum);
uint32_t net_sum_until(const struct net *net, uint32_t sum);
uint32_t net_cell_at(const struct net *net, uint32_t sum, uint32_t place);
int net_sign_at(const struct net *net, uint32_t sum, uint32_t place);

/* Some counts, ascending. */
struct block {
	uint32_t *cells;
	uint32_t count;
};

struct blocks {
	struct block *blocks; /* by their first count */
	uint32_t count;
};

/* Splits the counts, which come in ascending order: two are in one block if a sum has
 * both, or both hang together with a third. Uses the marks. */
struct blocks net_split(
    struct arena *arena, const struct net *net, const uint32_t *cells, uint32_t count);

#endif
