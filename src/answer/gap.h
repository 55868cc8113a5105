/* answer/gap.h - how large an inequality across deprivation is: slope and relative
 * index, and what would be gone if all had the figure of the least deprived.
 *
 * The line runs through the logarithms of rates, the logits of proportions, and means
 * and life expectancies as they are; errors come from the published 95 % limits, people
 * from the denominators (docs/methods.md). */
#ifndef ANSWER_GAP_H
#define ANSWER_GAP_H

#include "answer/finding.h"
#include "answer/partition.h"
#include "stats/attributable.h"
#include "stats/inequality.h"

struct gap {
	bool by_deprivation; /* else there is nothing to say of it */
	/* Why there are no indices, and why nothing is attributed; empty where there
	 * are. Sentences without a stop, in the arena. */
	struct str why_none, why_no_par;
	/* The slope index in the unit of the figure, and the relative one. Where low is
	 * good, and where nobody says what is, the most deprived less the least; where
	 * high is good the least less the most: above 0, and a ratio above 1, where the
	 * most deprived are worse off, or higher. */
	struct inequality index;
	struct inequality_limits limits; /* 95 %; those of the ratio may be NaN */
	struct attributable par;         /* excess in the unit of the figure */
};

/* parts[i] has the figure findings[i]; the most deprived first, as partition_parts has
 * them. */
struct gap gap_of(struct arena *arena, const struct release *release,
    const struct partition_parts *parts, const struct finding *findings);

#endif
