/* disclose/system.h - counts that are published together and the sums that join them.
 *
 * The design of the layer in one screen:
 *
 *   struct disclose_rule    what is hidden, what must stay open       rule.h
 *   struct disclose_system  counts and sums, and what is shown        here
 *   disclose_primary        hides what the rule calls small           protect.h
 *   disclose_secondary      hides what would give that away           protect.h
 *   disclose_attack         what can be worked out of what is hidden  attack.h
 *   disclose_group          whether one more sum may be shown         group.h
 *
 * Every relation between published counts is a sum of parts: areas of a parent, sexes
 * of persons, categories of a total, years of a pooled period, areas of a group. A
 * figure that was published before is a count of its own, kept, and the sum of the one
 * part that it still is; so is one by old boundaries, of the parts it is made of. What
 * nobody publishes (single years of a pooled period, persons of unknown sex, areas left
 * out) is a count that is absent. The same counts may be parts of any number of sums,
 * across each other.
 *
 * Underneath, for those who read on: net.h (which sums a count is in; blocks that share
 * nothing), puzzle.h (the attacker's problem of one block as a linear program in whole
 * numbers), cover.h (which counts to hide at the least cost), mend.h (the same for
 * blocks too large for that), linear.h (the one door to the solver).
 *
 * Methods: M. Fischetti and J. J. Salazar, "Solving the cell suppression problem on
 * tabular data with linear constraints", Management Science 47 (2001) 1008-1027; for
 * large blocks the costs along linear programs as J. P. Kelly, B. L. Golden and
 * A. A. Assad, "Cell suppression: disclosure protection for sensitive tabular data",
 * Networks 22 (1992) 397-417. docs/disclosure.md says what is promised and what is not.
 */
#ifndef DISCLOSE_SYSTEM_H
#define DISCLOSE_SYSTEM_H

#include "disclose/rule.h"

/* The largest count. */
enum { DISCLOSE_MOST = 1000000000 };

enum disclose_state {
	DISCLOSE_SHOWN,    /* as it is, or rounded where the rule rounds */
	DISCLOSE_PRIMARY,  /* hidden because it is small */
	DISCLOSE_SECONDARY /* hidden because it would give others away */
};

struct disclose_cell {
	uint32_t value;  /* matters for what is hidden only while protecting */
	uint32_t weight; /* the cost of hiding it, 1 to 1,000,000 */
	struct disclose_range known; /* to everybody beforehand, such as the population
				      */
	enum disclose_level level;
	enum disclose_state state;
	bool kept;    /* out of our hands: published before or by others */
	bool absent;  /* published nowhere: only sums tell of it */
	bool exposed; /* hidden, and what is always shown gives away too much of it */
};

/* Begins as zeros with the rule set. The rule stays the caller's and must outlive the
 * system. */
struct disclose_system {
	const struct disclose_rule *rule;
	struct disclose_cell *cells;
	uint32_t cell_count, sum_count;
	/* private: */
	uint32_t *totals;    /* of each sum */
	uint32_t *part_from; /* of each sum, and the end of the last */
	uint32_t *parts;     /* of all sums */
	uint32_t cell_room, sum_room, part_room;
};

void disclose_system_done(struct disclose_system *system);

/* The number of the new count: shown, of weight 1, nothing known beforehand. */
uint32_t disclose_add_cell(
    struct disclose_system *system, enum disclose_level level, uint32_t value);

/* The count was published before, or is by others: everybody knows that it is in the
 * range (of one number where it was shown as it is), and it cannot be hidden any more.
 */
void disclose_keep(
    struct disclose_system *system, uint32_t cell, struct disclose_range published);

/* Everybody can see that the total is the sum of its parts. Copies the list. */
void disclose_add_sum(struct disclose_system *system, uint32_t total,
    const uint32_t *parts, uint32_t count);

/* A system of its own with the same in it. */
void disclose_system_copy(
    struct disclose_system *out, const struct disclose_system *system);

/* Fails with FAULT_INPUT for a rule, counts, weights or sums that cannot be: a sum of
 * no parts or with the same count twice, a number that is no count's, values out of
 * what is known. With `whole` also for values that do not add up; without, the values
 * of hidden counts do not matter. */
MUST_CHECK bool disclose_system_check(
    const struct disclose_system *system, bool whole, struct err *err);

/* Whether secondary suppression may hide the count, and nobody would know it all the
 * same. */
bool disclose_may_hide(const struct disclose_system *system, uint32_t cell);

/* What everybody sees of one count, before sums are looked at: a single number, what a
 * rounded one stands for, or all that a hidden one can be. */
struct disclose_range disclose_seen(
    const struct disclose_system *system, uint32_t cell);

/* The same if the count were in that state. */
struct disclose_range disclose_seen_as(
    const struct disclose_system *system, uint32_t cell, enum disclose_state state);

#endif
