/* simulate/plan.h - what is made up: for each indicator its wording and the handful of
 * numbers from which its figures are drawn.
 *
 * The names are those of the field, so that the pages look as they do with real
 * figures. The numbers are of the right order for the subject and are otherwise
 * invented. */
#ifndef SIMULATE_PLAN_H
#define SIMULATE_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum plan_kind {
	PLAN_PROPORTION,   /* count of denominator, Wilson limits */
	PLAN_RATE,         /* count over population, Byar or exact limits */
	PLAN_STANDARDISED, /* age-standardised: follows from no count and denominator */
	PLAN_COUNT,        /* a number of people, no denominator, no limits */
	PLAN_MEAN,         /* a mean score, limits from the normal distribution */
	PLAN_SPEND,        /* thousands of pounds over population, no limits */
	PLAN_ESTIMATE,     /* a modelled proportion: fractional count, no limits */
	PLAN_ESTIMATE_NUMBER /* a modelled number of people */
};

enum plan_sexes { PLAN_PERSONS, PLAN_FEMALE, PLAN_BOTH /* male, female and persons */ };

enum plan_years { PLAN_CALENDAR, PLAN_FINANCIAL, PLAN_ACADEMIC, PLAN_QUARTERS };

enum plan_polarity {
	PLAN_NO_JUDGEMENT, /* lower and higher, neither being better */
	PLAN_LOW_GOOD,
	PLAN_HIGH_GOOD,
	PLAN_NO_POLARITY /* not compared at all */
};

enum { PLAN_PERIODS = 15, PLAN_AGES = 3 };

struct plan_age {
	const char *age; /* NULL: no further age */
	double share;    /* people of the denominator for each child aged 0 to 17 */
	double
	    level; /* what England has: per person; score points; 1,000 pounds a head */
};

struct plan {
	uint32_t id;
	enum plan_kind kind;
	enum plan_sexes sexes;
	enum plan_years years;
	enum plan_polarity polarity;
	int span;        /* years that a period covers; 0 means one */
	int periods;     /* only the latest so many; 0 means PLAN_PERIODS */
	bool disclosive; /* small counts are suppressed */
	double multiplier;
	/* Effects on the logarithm of the rate or odds (on the score itself for a
	 * mean): of one standard deviation of deprivation, of the area, of each year,
	 * of being female. */
	double deprivation, spread, drift, female;
	double deviation; /* of single scores; a mean only */
	struct plan_age ages[PLAN_AGES];
	const char *name;
	const char *short_name;
	const char *topic;
	const char *rationale;
	const char *definition;
	const char *numerator;
	const char *denominator;
};

/* A domain of a profile and the plans in it, in the order of its pages. */
struct domain {
	const char *name;
	const char *file; /* of its figures */
	const char *summary;
	const struct plan *plans;
	size_t count;
};

enum { PLAN_DOMAINS = 5 };

/* The five domains of the example. */
extern const struct domain plan_domains[PLAN_DOMAINS];

/* A further domain of so many numbered indicators, `first` being 1 for the very first,
 * in the arena. Their ids begin at 900001. */
struct domain plan_numbered(struct arena *arena, size_t first, size_t count);

/* Whether the figures come from a model rather than from counting. */
bool plan_is_estimate(const struct plan *plan);

size_t plan_periods(const struct plan *plan);

/* Data rows that the figures of a plan take. */
size_t plan_rows(const struct plan *plan);

/* Number of ages, at least 1. */
size_t plan_age_count(const struct plan *plan);

#endif
