/* write/presence.h - what some of a table's figures have, and what none of them has.
 *
 * A column that would be empty from top to bottom is left out of its table. Where
 * readers would look for it, a sentence says why it is not there. */
#ifndef WRITE_PRESENCE_H
#define WRITE_PRESENCE_H

#include "answer/finding.h"
#include "write/page.h"

/* True when one figure at least has it. */
struct presence {
	bool row; /* a value, or a reason why there is none */
	bool limits, count, verdict, trend, goal;
};

/* Of findings that may have no series. */
struct presence presence_of(const struct finding *const *findings, uint32_t count);

/* A paragraph for the trends and one for the comparison, each only where no figure has
 * it and some have values: "Recent trends cannot be calculated: fewer than five
 * periods." The reason is given where all figures have the same. */
void presence_write_no_trends(
    struct page *page, const struct finding *const *findings, uint32_t count);
void presence_write_no_verdicts(
    struct page *page, const struct finding *const *findings, uint32_t count);

#endif
