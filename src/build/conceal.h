/* build/conceal.h - one row of figures, hidden or rounded so that nothing of it tells
 * the count. */
#ifndef BUILD_CONCEAL_H
#define BUILD_CONCEAL_H

#include "disclose/rule.h"
#include "release/draft.h"
#include "source/batch.h"

/* The count of a row in whole persons, from value and denominator where it has none
 * itself; false when there is none to be had, or more than DISCLOSE_MOST. */
bool conceal_count(
    const struct draft_indicator *indicator, const struct row *row, uint32_t *count);

/* What everybody knows of a row's count once it is hidden: no more than there are in a
 * proportion, or what a rate that stays beside it leaves open. */
struct disclose_range conceal_known(const struct draft_indicator *indicator,
    const struct disclose_rule *rule, const struct row *row, uint32_t count);

/* note: number in the row's batch of what stands in its place. */
void conceal_hide(const struct draft_indicator *indicator,
    const struct disclose_rule *rule, struct row *row, uint16_t note);

/* A value that weighs counts of which some are hidden goes, its count stays. */
void conceal_value(struct row *row, uint16_t note);

/* shown: what stands for the count. What follows from it is worked out again; what does
 * not, and would tell the count, goes. */
void conceal_round(
    const struct draft_indicator *indicator, struct row *row, uint32_t shown);

#endif
