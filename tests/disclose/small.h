/* tests/disclose/small.h - small systems of areas, sexes and years drawn at random, and
 * what is true of them by trying everything.
 *
 * Nothing here uses the layer's own reasoning: what an attacker can work out is found
 * by counting through all tables of inner counts there are, the cheapest choice of
 * counts to hide by trying all choices. */
#ifndef TESTS_DISCLOSE_SMALL_H
#define TESTS_DISCLOSE_SMALL_H

#include "disclose/system.h"

enum { SMALL_CELLS = 48, SMALL_INNER = 12 };

/* Which sums are published. A dimension of more than one member has a total too. */
struct shape {
	const char *name;
	uint32_t children, sexes, years;
	bool years_total; /* else years have nothing to do with each other */
	uint32_t most;    /* no inner count is above, and everybody knows it */
};

/* Each count is the sum of inner ones. */
struct small {
	struct disclose_system system;
	uint32_t inner_count;
	uint32_t inner[SMALL_INNER];    /* their numbers in the system */
	uint32_t contents[SMALL_CELLS]; /* of each count: inner ones as bits */
	uint32_t most;
};

/* weights: from 1 to so many. */
void small_init(struct small *small, const struct shape *shape,
    const struct disclose_rule *rule, uint32_t weights, uint64_t seed);
void small_done(struct small *small);

/* Calls with the values of all counts for each table that inner counts from 0 to `most`
 * can make. */
typedef void small_visit(void *context, const uint32_t *values);
void small_all(const struct small *small, small_visit *visit, void *context);

/* What an attacker can work out of each count: the least and the most in all tables in
 * which every count is what is seen of it. Counts' states are those of the system. */
void small_attack(const struct small *small, struct disclose_range *ranges);

/* What can be had at best: the range that the rule wants of each small count, or as
 * much of it as is open when all is hidden that may be. */
void small_wanted(const struct small *small, struct disclose_range *wanted);

/* The least cost, and with equal costs the least number, of hiding others so that what
 * is wanted stays open. For systems that fit: there are two million choices at most. */
bool small_fits(const struct small *small);
struct small_cost {
	uint32_t cost, cells;
};
struct small_cost small_optimum(
    const struct small *small, const struct disclose_range *wanted);

#endif
