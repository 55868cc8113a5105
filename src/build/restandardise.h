/* build/restandardise.h - standardised rates where counts are rounded. Exact ones would
 * be an equation in the counts of their ages. */
#ifndef BUILD_RESTANDARDISE_H
#define BUILD_RESTANDARDISE_H

#include "build/collect.h"
#include "ledger/ledger.h"
#include "release/draft.h"

/* Makes the value and the limits of one row of what is shown of its ages. Where their
 * weights are not known, or one is hidden, they go, with that note. A rate without ages
 * beside it stays. banded: the count has ages that it is the sum of. rows: of each
 * count of the ledger one, hidden and rounded. */
void restandardise(const struct draft_indicator *indicator, const struct ledger *ledger,
    struct row *const *rows, uint32_t count, bool banded, struct row *row,
    uint16_t note);

#endif
