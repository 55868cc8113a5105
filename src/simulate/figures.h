/* simulate/figures.h - the figures of one plan and age: drawn, added up, suppressed and
 * given their limits.
 *
 * Every authority has a deprivation of its own, shared by all indicators, so that these
 * go together as they do in life; some authorities rise or fall against the rest.
 * Counts of regions and of England are the sums of the authorities whose figures are
 * known, persons the sum of both sexes. The same seed, id and age give the same
 * figures, whatever else is made up beside them. */
#ifndef SIMULATE_FIGURES_H
#define SIMULATE_FIGURES_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "simulate/places.h"
#include "simulate/plan.h"

struct arena;

enum figure_note {
	FIGURE_SHOWN,
	FIGURE_ESTIMATE,
	FIGURE_SUPPRESSED,  /* a small count, or one that would give it away */
	FIGURE_TOO_FEW,     /* no standardised rate or mean of fewer than ten */
	FIGURE_UNPUBLISHED, /* for reasons of quality */
	FIGURE_AGGREGATED   /* a sum that leaves out unpublished figures */
};

/* NaN for what is not there. */
struct figure {
	double value, lower95, upper95, lower998, upper998, count, denominator;
	enum figure_note note;
};

enum figure_sex { FIGURE_MALE, FIGURE_FEMALE, FIGURE_PERSONS, FIGURE_SEXES };

/* One period: the places in the order of places.h. */
struct figure_column {
	struct figure places[PLACES];
};

struct figures {
	size_t periods;
	struct figure_column *sexes[FIGURE_SEXES]; /* [periods]; NULL: not published */
};

/* Makes up the figures of plan->ages[age] in the arena. Fails only if an interval
 * cannot be computed, which no plan should lead to. */
MUST_CHECK bool figures_make(struct arena *arena, const struct plan *plan, size_t age,
    uint64_t seed, struct figures *out, struct err *err);

/* People that the denominators count: of that share of the children of an authority,
 * one sex or all, year 0 being the first year that any period covers. Whole, at
 * least 1. */
double figures_population(
    uint64_t seed, size_t authority, double share, enum figure_sex sex, size_t year);

#endif
