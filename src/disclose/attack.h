/* disclose/attack.h - what anyone can work out about what is hidden. */
#ifndef DISCLOSE_ATTACK_H
#define DISCLOSE_ATTACK_H

#include <stddef.h>

#include "disclose/system.h"

/* For each count of the system what everybody can know of it: of one that is hidden,
 * absent, or kept without being known exactly, the least and the most that it can be,
 * in whole numbers, given all other counts as they are seen, all sums, and the rule; of
 * others what is seen. The most is DISCLOSE_ANY where there is no limit. Where a block
 * has hundreds of counts and whole numbers are too many to search, a range may come out
 * narrower than it is, never wider.
 *
 * The values of hidden counts play no part. `ranges` has room for one each. Fails as
 * disclose_system_check does without `whole`, and with FAULT_INPUT when what is shown
 * contradicts itself. */
MUST_CHECK bool disclose_attack(const struct disclose_system *system, size_t threads,
    struct disclose_range *ranges, struct err *err);

/* The same for published figures, which need not be of one piece: works out hidden
 * counts only (others keep what is seen). Where what is shown contradicts itself, the
 * counts that hang together there are marked, and keep what is seen too. `contradicts`
 * has room for one each. */
MUST_CHECK bool disclose_attack_hidden(const struct disclose_system *system,
    size_t threads, struct disclose_range *ranges, bool *contradicts, struct err *err);

/* The same, but works out only what hangs together with one of these counts; of others
 * gives what is seen. */
MUST_CHECK bool disclose_attack_near(const struct disclose_system *system,
    const uint32_t *cells, uint32_t count, struct disclose_range *ranges,
    struct err *err);

#endif
