#include "ledger/sums.h"

/* The age that begins first at or behind `from` and lies within the other, the widest
 * of several; RELEASE_NONE for want of one. */
static uint32_t
next_band(const struct ledger_places *places, const bool *used, uint32_t within,
    unsigned from)
{
	const struct ledger_age *all = &places->ages[within];
	uint32_t best = RELEASE_NONE;

	for (uint32_t i = 0; i < places->age_count; i++) {
		const struct ledger_age *age = &places->ages[i];
		bool same = age->from == all->from && age->until == all->until;
		if (!used[i] || !age->known || same || age->from < from ||
		    age->until > all->until)
			continue;
		if (best == RELEASE_NONE || age->from < places->ages[best].from ||
		    (age->from == places->ages[best].from &&
			age->until > places->ages[best].until))
			best = i;
	}
	return best;
}

uint32_t
age_bands_within(
    const struct ledger_places *places, const bool *used, uint32_t age, uint32_t *out)
{
	uint32_t count = 0, band;
	unsigned from = places->ages[age].from;

	if (!places->ages[age].known)
		return 0;
	while ((band = next_band(places, used, age, from)) != RELEASE_NONE) {
		out[count++] = band;
		from = places->ages[band].until + 1;
	}
	return count;
}
