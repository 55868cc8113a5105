/* simulate/draw.h - what is drawn for each authority, sex and year before anything is
 * added up. */
#ifndef SIMULATE_DRAW_H
#define SIMULATE_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "simulate/figures.h"
#include "simulate/places.h"
#include "simulate/plan.h"

struct arena;

/* The latest year is the last; three-year periods need two years before the first. */
enum { DRAW_YEARS = PLAN_PERIODS + 2 };

/* Sums over people. */
struct cases {
	double count;
	double denominator;
	double score; /* of a mean: sum of scores; else the count if ages were alike */
	bool known;   /* otherwise left out of every sum */
	bool partial; /* a sum in which something unknown is missing */
	bool hidden;  /* not to be shown */
};

struct draw {
	/* [male, female][authority][year] */
	struct cases years[2][PLACES_AUTHORITIES][DRAW_YEARS];
};

/* Adds the sums; the result is known only if both are. */
void cases_add(struct cases *sum, const struct cases *other);

struct draw *draw_new(
    struct arena *arena, const struct plan *plan, size_t age, uint64_t seed);

/* Whether figures of that sex are published. Where only persons or only females are,
 * the other tallies are still drawn or zero. */
bool draw_publishes(const struct plan *plan, enum figure_sex sex);

#endif
