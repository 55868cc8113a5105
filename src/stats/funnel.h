/* stats/funnel.h - funnel plots: how far from the average chance alone takes areas of
 * each size (Spiegelhalter 2005).
 *
 * A funnel is made of all areas of one indicator and period; then it gives its limits
 * along the axis, the place of each area and whether an area lies outside. It keeps
 * nothing of the areas but their average and range; all memory is the caller's. */
#ifndef STATS_FUNNEL_H
#define STATS_FUNNEL_H

#include <stddef.h>

#include "stats/compare.h"

enum { FUNNEL_ROWS = 100 };

enum funnel_statistic {
	FUNNEL_PROPORTION,
	FUNNEL_RATIO_COUNT, /* observed over expected events, less 1 */
	FUNNEL_RATIO_ISR,   /* the same times 100 */
	FUNNEL_RATE_DSR,    /* a directly standardised rate */
	FUNNEL_RATE_CRUDE
};

/* As the method says, or as the national tools' code has it where that differs:
 *   proportions  an upper limit is capped at 100 whatever the multiplier, and some are
 *                missing where the average is 1
 *   ratios       the axis stops half a step short of its end
 *   ratios, rates  limits are bisected to four to six digits (poisson.h)
 *   crude rates  an area without events has the rate that was given, or none */
enum funnel_way { FUNNEL_EXACT, FUNNEL_AS_PUBLISHED };

struct funnel_kind {
	enum funnel_statistic statistic;
	enum funnel_way way;
	double multiplier; /* > 0: 100 for per cent, 100000 for a rate; not of ratios */
	double years;      /* of data, > 0; of rates only: their axis is one year's */
};

/* One area. NaN for what there is none of or it does not need. */
struct funnel_area {
	double events;      /* >= 0 */
	double denominator; /* > 0: people (proportions), expected events (ratios); of
			       crude rates, person-years of areas without events */
	double rate; /* per multiplier, > 0, of areas with events: the person-years of
			rates are derived from it */
};

struct funnel {
	struct funnel_kind kind;
	double average;     /* events per denominator over all areas */
	double baseline;    /* what limits close in on, on their scale */
	double from, until; /* the axis: denominators, but events of rates */
};

/* Fails with FAULT_INPUT, naming the area, counted from 1, when a number that it needs
 * is missing, out of range or not finite, and when there is no area or, of rates, no
 * event; also when sums of the areas leave the range of numbers. A directly
 * standardised rate of no events is left out of the average. */
MUST_CHECK bool funnel_init(struct funnel *funnel, struct funnel_kind kind,
    const struct funnel_area *areas, size_t count, struct err *err);

/* One limit, and where on the axis of the areas it holds: at how many people
 * (proportions), expected events (ratios) or person-years a year (rates). */
struct funnel_limit {
	double at, value;
};

/* The limits of 95 % (P = 0.025 on each side) and of 99.8 % (P = 0.001). */
struct funnel_row {
	double size; /* people (proportions), observed events (ratios, rates) */
	struct funnel_limit lower95, upper95, lower998, upper998;
};

/* The limits along the axis: sizes are whole, ascend and grow by a constant factor, but
 * by 1 at least. */
void funnel_rows(const struct funnel *funnel, struct funnel_row rows[FUNNEL_ROWS]);

/* The limits at a size > 0. */
struct funnel_row funnel_row_at(const struct funnel *funnel, double size);

/* Where an area that funnel_init took stands: NaN for a directly standardised rate of
 * fewer than ten events, which is not shown. */
struct funnel_limit funnel_point(
    const struct funnel *funnel, const struct funnel_area *area);

/* Whether an area that funnel_init took is outside the limits: SIDE_BELOW or SIDE_ABOVE
 * at 95 %, "far" at 99.8 %. Of proportions by the funnel's limits at its size; of
 * ratios and rates by its own limits (exact below ten events, Byar's from ten) against
 * 1 or the average. SIDE_UNKNOWN where funnel_point gives NaN. */
enum side funnel_significance(
    const struct funnel *funnel, const struct funnel_area *area);

#endif
