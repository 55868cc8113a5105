/* ledger/age_bands.h - the ways in which narrower ages make up a wider one. */
#ifndef LEDGER_AGE_BANDS_H
#define LEDGER_AGE_BANDS_H

#include "ledger/ledger.h"

/* More than these are not looked for; published ages have one or two. */
enum { AGE_TILINGS_MOST = 64 };

/* Storage is the caller's: for AGE_TILINGS_MOST times all ages of the places. */
struct age_tilings {
	uint32_t *bands; /* tiling i from i * age_count on, youngest first */
	uint32_t lengths[AGE_TILINGS_MOST];
	uint32_t count;
	bool exact; /* they make up the age; else there is one, with gaps */
};

/* Every way to make up an age of those present, but for those that follow from another:
 * where some of their bands make up a wider one that is present. Where there is none,
 * the widest ages within it, one behind the other. path: room for all ages. */
void age_tilings_find(const struct ledger_places *places, const bool *present,
    uint32_t age, uint32_t *path, struct age_tilings *out);

#endif
