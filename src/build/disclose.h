/* build/disclose.h - disclosure control of a build: what definitions say is hidden is
 * taken out of the rows before anything is concluded from them or written.
 *
 * What is hidden leaves nothing behind: figures, limits, notes that no other row bears,
 * verdicts and trends of the source, and length and checksum of the files it came from,
 * by which a guess could be proved. */
#ifndef BUILD_DISCLOSE_H
#define BUILD_DISCLOSE_H

#include "build/collect.h"
#include "release/draft.h"
#include "source/config.h"

struct disclosing {
	struct collection *collection;
	struct batch *batches;     /* the same, to be written to */
	const struct draft *draft; /* areas, types, relations, root; dimensions */
	size_t threads;
	struct arena *arena;
	struct report *report;
	bool *withheld; /* by number of source: something of it is hidden or rounded */
};

/* The rule of each collected indicator goes into its draft_indicator, or NULL; later
 * definitions win. Whether there is any. */
bool disclose_assign(const struct collection *collection,
    const struct config_definitions *definitions, uint32_t count, struct arena *arena,
    struct draft_indicator *indicators);

/* Hides and rounds by the rules of the indicators, whose value types and multipliers
 * must be known, and fills in their notes. The report says of each how many figures it
 * hid, and which of the small ones can be worked out all the same; it is for who
 * publishes. */
void disclose_rows(
    const struct disclosing *disclosing, struct draft_indicator *indicators);

#endif
