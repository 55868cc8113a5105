/* ledger/telling.h - how a hidden count was worked out, in words. */
#ifndef LEDGER_TELLING_H
#define LEDGER_TELLING_H

#include "ledger/ledger.h"

/* The fewest sums found that leave no more of the count than all of them do: "areas of
 * Northshire: 24 = 20 + ? + ?; ...". Only the values that anybody sees are in it. */
struct str telling_of(struct arena *arena, const struct release *release,
    const struct ledger *ledger, uint32_t cell, struct disclose_range range);

#endif
