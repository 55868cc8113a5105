/* simulate/places.h - where the made-up figures are made up for: the regions and
 * upper-tier authorities of England as of 2023.
 *
 * Names, codes and parents are those of the Office for National Statistics. The number
 * of children (mid-2020 estimates, in tens) and the deprivation score (English indices
 * of deprivation 2019, population-weighted, whole points) only give the figures a
 * plausible size and pattern; they are never printed. */
#ifndef SIMULATE_PLACES_H
#define SIMULATE_PLACES_H

#include <stddef.h>

enum {
	PLACES_REGIONS = 9,
	PLACES_AUTHORITIES = 153,
	/* Order in a column of figures: authorities, then regions, then England. */
	PLACES_FIRST_REGION = PLACES_AUTHORITIES,
	PLACES_ENGLAND = PLACES_AUTHORITIES + PLACES_REGIONS,
	PLACES = PLACES_ENGLAND + 1
};

struct region {
	const char *code;
	const char *name;
};

struct authority {
	const char *code;
	const char *name;
	size_t region; /* in places_regions */
	int children;  /* aged 0 to 17 */
	int deprivation;
};

extern const struct region places_regions[PLACES_REGIONS];
extern const struct authority places_authorities[PLACES_AUTHORITIES]; /* by code */

#endif
