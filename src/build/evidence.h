/* build/evidence.h - counting what the rows of one indicator agree with. */
#ifndef BUILD_EVIDENCE_H
#define BUILD_EVIDENCE_H

#include "build/collect.h"

enum { MULTIPLIERS = 6 };

/* 1, 100, 1 000 ... 1 000 000; nothing is published per ten. */
extern const double multipliers[MULTIPLIERS];

/* Rows of an indicator by what they show. Where counts are rounded, what is computed
 * from them is a range, and a row agrees when the published number lies in it. */
struct evidence {
	uint32_t values; /* rows with a value */
	uint32_t
	    with_counts; /* of them: value, count and denominator > 0, value not 0 */
	uint32_t loose;  /* of them: counts too small, for how they are rounded, to tell
			    an equal value from a near one */
	uint32_t equal[MULTIPLIERS]; /* value is count / denominator * multiplier */
	uint32_t
	    near[MULTIPLIERS]; /* value within a factor of 2 of it, but not equal */
	uint32_t nearly[MULTIPLIERS]; /* value within a factor of 2, of loose rows */
	uint32_t counts;              /* rows with value and count */
	uint32_t value_is_count;
	uint32_t above_denominator; /* count > denominator */
	uint32_t above_hundred;     /* value > 100 */
	uint32_t below_zero;        /* value < 0 */
	uint32_t limits;            /* rows with both 95 % limits */
	uint32_t tested; /* of them: a method could be told from another by them */
	uint32_t wilson, byar;     /* of those: limits are what the method gives */
	uint32_t alike;            /* of limits: both methods give them */
	uint32_t modelled;         /* the note says so */
	uint32_t decimals;         /* most printed in a value */
	double largest;            /* value */
	unsigned rounding;         /* counts are multiples of it, or 0 */
	uint32_t could_be_rounded; /* rows below the root whose count is not 0 */
	uint32_t rounded;          /* of them: the count is such a multiple */
	uint32_t low_is_good, high_is_good,
	    neutral;         /* published words against values */
	uint32_t judged;     /* rows with one of them */
	uint32_t compared;   /* rows with a published comparison with the root */
	uint32_t uncompared; /* rows that could be, published as "Not compared" */
	uint32_t by_interval, by_far_interval, by_overlap; /* agree with the method */
	uint32_t fifths;   /* words that can be those of fifths: "lowest", "similar" */
	uint32_t extremes; /* of them: lowest and highest, worst and best */
	unsigned gap_months; /* between periods that follow each other, most often */
	uint32_t gaps, usual_gaps; /* all such pairs, and those so far apart */
	unsigned length_months;    /* of the latest period */
	uint32_t january_years, april_years, september_years,
	    other_years;      /* values by the year their period is of, or part of */
	uint32_t split_years; /* "2016/17": from April or from September */
	uint32_t latest;      /* newest period with a value, or RELEASE_NONE */
	uint32_t earliest;    /* the oldest, likewise */
};

/* first, count: the indicator's series. root: see infer.h. rounding: what people say
 * counts are multiples of (0: they are not rounded), or negative to find out. */
void evidence_gather(const struct collection *collection, uint32_t first,
    uint32_t count, uint32_t root, int rounding, struct evidence *out);

#endif
