/* disclose/group.h - whether one more sum may be shown: of a group of areas that a
 * publisher defines, or a reader on the spot.
 *
 * A refusal must not tell anything, and neither must the fact of it. Whether a sum is
 * safe to show depends in general on its value, so that refusing it says something
 * about the value (K. Kenthapadi, N. Mishra and K. Nissim, "Simulatable auditing", ACM
 * PODS 2005); and with several groups, on which of them were shown before. Neither
 * holds for a sum that anyone can work out from what is published: whether it is one
 * depends on public knowledge alone, and showing it adds nothing to that, however many
 * groups are asked for by whomever. That is the rule for groups on the spot, and all it
 * needs is a release without what is hidden. */
#ifndef DISCLOSE_GROUP_H
#define DISCLOSE_GROUP_H

#include "disclose/system.h"

/* What anyone can work out of the sum of some counts, each named once; values of hidden
 * ones play no part. It may be shown on the spot if that is a single number. Fails as
 * disclose_attack does, and with FAULT_INPUT for a count named twice or a sum above
 * DISCLOSE_MOST. */
MUST_CHECK bool disclose_group_range(const struct disclose_system *system,
    const uint32_t *cells, uint32_t count, struct disclose_range *out, struct err *err);

/* For who publishes, and knows the values. */
enum disclose_verdict {
	DISCLOSE_KNOWN, /* anyone can work it out already */
	DISCLOSE_SAFE,  /* new, and no small count becomes less open than the rule wants
			 */
	DISCLOSE_REFUSED
};

/* May the sum be shown at that level, besides all that the system shows already? A sum
 * that is small itself may not. Small counts that are not as open as the rule wants
 * beforehand must not become less so. Once it is shown, it has to be added to the
 * system (kept, with its sum) before the next is asked about. Fails as
 * disclose_group_range does, and for values that do not add up. */
MUST_CHECK bool disclose_group(const struct disclose_system *system,
    const uint32_t *cells, uint32_t count, enum disclose_level level,
    enum disclose_verdict *out, struct err *err);

#endif
