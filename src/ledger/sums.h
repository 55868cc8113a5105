/* ledger/sums.h - which counts of a ledger are parts of which. */
#ifndef LEDGER_SUMS_H
#define LEDGER_SUMS_H

#include "ledger/ledger.h"

/* Adds the sums of one period each: areas, sexes, categories, ages. */
void sums_add(struct ledger *ledger, bool rests);

/* Those of areas alone. For areas without a count stand those below them. */
void areas_add(struct ledger *ledger, bool rests);

/* Areas that were divided or put together, in periods that have figures of both. */
void changes_add(struct ledger *ledger, bool rests);

/* Adds the sums of shorter periods, with those nobody publishes as absent counts. Of
 * periods that cannot all be sums of one another the shortest and oldest are believed.
 */
void spans_add(struct ledger *ledger);

/* Adds one sum of that kind to the system. */
void ledger_add_sum(struct ledger *ledger, enum ledger_sum_kind kind, uint32_t total,
    const uint32_t *parts, uint32_t count);

/* The value of an absent count is one of several that it could have. */
void ledger_add_guess(struct ledger *ledger, uint32_t cell);

/* What is seen of a count: itself where all are known. */
struct disclose_range ledger_seen(const struct ledger *ledger, uint32_t cell);

#endif
