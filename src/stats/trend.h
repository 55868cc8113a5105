/* stats/trend.h - the recent trend of England's public health profiles.
 *
 * Five points, a chi-squared test for linear trend at 99.8 %, and a slope whose sign
 * does not hang on any one point. docs/methods.md states the rules and where they come
 * from. */
#ifndef STATS_TREND_H
#define STATS_TREND_H

#include <stdbool.h>
#include <stddef.h>

enum { TREND_POINTS = 5 };

/* chi-squared quantile of 0.998 with one degree of freedom. */
#define TREND_CRITICAL 9.54953570608324

/* One period of one area, oldest first. NaN for what is missing. */
struct trend_point {
	double value, lower95, upper95, count, denominator;
};

enum trend_kind {
	TREND_WEIGHTED, /* rates and all else with limits: regression weighted by 1/se^2
			 */
	TREND_PROPORTION /* proportions with count and denominator: chi-squared for
			    trend */
};

enum trend {
	TREND_UNKNOWN, /* cannot be calculated: see trend_reason */
	TREND_NONE,    /* no significant change */
	TREND_UP,
	TREND_DOWN
};

enum trend_reason {
	TREND_REASON_NONE,
	TREND_REASON_FEW,     /* fewer than five points */
	TREND_REASON_GAP,     /* one of the latest five has no value */
	TREND_REASON_LIMITS,  /* no confidence limits to weight by, or none of any width
			       */
	TREND_REASON_COUNTS,  /* no usable count and denominator for a proportion */
	TREND_REASON_EXTREME, /* a proportion of 0 % or 100 % */
	TREND_REASON_OVERLAP, /* periods overlap or are not one year each */
	TREND_REASON_BOUNDARY, /* the area changed between the points */
	TREND_REASON_TYPE      /* not a type of value that has a trend */
};

struct trend_result {
	enum trend trend;
	enum trend_reason
	    reason; /* why the trend is unknown; the last three are the caller's */
	double
	    slope; /* of the value (weighted) or of the logit (proportion) per period */
	double chi_squared; /* 1 degree of freedom; NaN, like the slope, when unknown */
	bool steady; /* the sign of the slope survives leaving out each point in turn */
};

/* The trend of exactly the latest five of `count` points, t = 1..5 in their order, not
 * their years; of years that follow one another both give the same. Significant only
 * when chi_squared is above TREND_CRITICAL and the slope is steady, a slope of 0 having
 * the sign of a rise. That the periods are single years that follow one another is for
 * the caller to know. */
struct trend_result trend_recent(
    enum trend_kind kind, const struct trend_point *points, size_t count);

#endif
