/* ledger/published.h - the counts of an indicator as a release shows them. */
#ifndef LEDGER_PUBLISHED_H
#define LEDGER_PUBLISHED_H

#include "ledger/ledger.h"

/* The rule of an indicator without one: nothing is said to be small, and a hidden count
 * is worked out when a single number is left. */
struct disclose_rule ledger_exact(void);

/* The counts of an indicator: shown, in a range by a value and a denominator that are
 * shown beside them, hidden, or not known for another reason. Entries lie in the arena.
 * Fails as release_figures does. */
MUST_CHECK bool ledger_read(struct arena *arena, const struct release *release,
    uint32_t indicator, struct ledger_entry **entries, uint32_t *count,
    struct err *err);

#endif
