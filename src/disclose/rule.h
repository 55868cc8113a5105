/* disclose/rule.h - what a publisher hides and what must stay unknown of it.
 *
 * A rule says which counts are small and therefore hidden, how wide the range must stay
 * that anyone can work out for a hidden small count, what is rounded, and what is shown
 * whatever it is. Rules are public: whoever attacks a release knows them. */
#ifndef DISCLOSE_RULE_H
#define DISCLOSE_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* A count without an upper limit. */
#define DISCLOSE_ANY UINT32_MAX

/* Counts from least to most, both included; least > most holds none. */
struct disclose_range {
	uint32_t least, most;
};

enum disclose_level {
	DISCLOSE_LOCAL,
	DISCLOSE_REGIONAL,
	DISCLOSE_NATIONAL,
	DISCLOSE_LEVELS /* how many levels there are; not a level */
};

struct disclose_rule {
	struct str name;
	struct disclose_range small; /* hidden; begins at 0 or 1 */

	/* What anyone can work out about a hidden small count has to leave open all of
	 * reach, and at least so many whole numbers; reach may hold none. */
	struct disclose_range reach;
	uint32_t values;

	uint32_t base[DISCLOSE_LEVELS]; /* shown to the next multiple of; 0: as it is */
	bool up;                      /* to the next multiple above, not the nearest */
	bool exempt[DISCLOSE_LEVELS]; /* always shown, however small */

	/* Zeros may be hidden for the sake of others. Where neither this holds nor 0 is
	 * small, everybody knows that nothing hidden is 0. */
	bool zero_hides;
	/* Small counts and those hidden for their sake bear different symbols, so that
	 * everybody knows which are small. */
	bool told_apart;
	/* Whatever a count can be worked out from (rate, percentage, their limits) is
	 * hidden with it. Who publishes sees to that; disclose/rate.h says what it
	 * costs not to. */
	bool rate_too;
	bool denominator_too; /* and the denominator */
};

/* The regimes with names, in the order of the names. */
extern const struct disclose_rule disclose_regimes[];
extern const uint32_t disclose_regime_count;

/* The regime of that name, or NULL. */
const struct disclose_rule *disclose_regime(struct str name);

/* Fails with FAULT_INPUT where the parts of a rule contradict each other: what must
 * stay open is not small, a hidden zero would be told apart, or rounding shows counts
 * that are not zero as zero. */
MUST_CHECK bool disclose_rule_check(const struct disclose_rule *rule, struct err *err);

/* The count must be hidden at that level. */
bool disclose_is_small(
    const struct disclose_rule *rule, enum disclose_level level, uint32_t count);

/* What stands for a count that is not hidden; ties of the nearest multiple go up. */
uint32_t disclose_shown(
    const struct disclose_rule *rule, enum disclose_level level, uint32_t count);

/* The counts that what is shown may stand for, given that small ones are hidden. */
struct disclose_range disclose_behind(
    const struct disclose_rule *rule, enum disclose_level level, uint32_t shown);

/* Whether all that can be worked out about a small count leaves as much open as the
 * rule wants. */
bool disclose_is_open(const struct disclose_rule *rule, struct disclose_range range);

/* For a hidden count of which nobody says whether it is small: it could be, and too
 * little is left open. */
bool disclose_is_fault(const struct disclose_rule *rule, struct disclose_range range);

/* The counts that are in both. */
struct disclose_range disclose_common(struct disclose_range a, struct disclose_range b);

#endif
