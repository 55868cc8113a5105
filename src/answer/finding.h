/* answer/finding.h - one figure with all that can be said of it: how it compares, where
 * it is heading. */
#ifndef ANSWER_FINDING_H
#define ANSWER_FINDING_H

#include "answer/view.h"

struct finding {
	uint32_t series, area,
	    period; /* numbers; RELEASE_NONE series: no such series */
	struct figure figure;
	enum verdict verdict;
	bool as_published;    /* the verdict is the source's own: ours cannot be made */
	const char *why_none; /* why it is not compared ("it has no value"); NULL when
				 it is */
	struct trend_result trend; /* unknown for no reason until finding_trend */
	bool trend_as_published;   /* the source's own: reason says why not ours */
};

/* The figure of an area for a variant and period, looked for in every series of the
 * variant that has the area (an England figure may stand under "England" or "Country"),
 * preferring area type `type` (RELEASE_NONE: any). A value anywhere is preferred to a
 * reason why there is none, and a reason to no row. period RELEASE_NONE: the latest
 * with a value, or with a row where there is no value at all; RELEASE_NONE again when
 * there is no row. area RELEASE_NONE finds nothing. Only searches; allocates nothing.
 */
MUST_CHECK bool finding_look_up(const struct release *release,
    const struct variant *variant, uint32_t type, uint32_t area, uint32_t period,
    struct finding *out, struct err *err);

/* The figure that `area` of the variant is to be compared with: the benchmark area's of
 * the same period. Categories (deprivation deciles and the like) are compared with the
 * same category of the benchmark area or, where it has none, with its total; so is the
 * benchmark area's own category. */
MUST_CHECK bool finding_look_up_benchmark(const struct release *release,
    const struct variant *variant, uint32_t area, uint32_t benchmark, uint32_t period,
    struct finding *out, struct err *err);

/* Fills verdict, as_published and why_none: out against the benchmark's figure of the
 * same period, by the indicator's comparison method and polarity. An area is not
 * compared with itself, but its categories are with its total. Quintiles are those of
 * the areas of the finding's area type below the benchmark area.
 *
 * Where ours cannot be made though there is a value (no limits, no figure of the
 * benchmark, or no root in the release), the source's own verdict stands in: the one
 * against England for the root, the one against the parent when benchmark_is_parent,
 * none for other benchmarks. */
void finding_compare(const struct release *release, struct finding *out,
    const struct finding *benchmark, bool benchmark_is_parent);

/* Whether there is a row, or at least was such an area in the period. */
bool finding_is_of_its_time(
    const struct release *release, const struct finding *finding);

/* Fills trend from the series' periods up to that of the finding (the latest five of
 * its kind), by the method for the indicator's value type: proportions with counts by
 * the chi-squared test for trend, rates, standardised rates and ratios, means, life
 * expectancy and slope indices by their limits; so are figures of an unknown type that
 * have limits. Counts and scores have none. The five must be single years, each
 * beginning where the one before ends; they may lie in several series of the variant.
 *
 * Where ours cannot be made the source's own stands in, if it says more than that it
 * has none either. docs/methods.md has the rules. */
MUST_CHECK bool finding_trend(
    const struct release *release, struct finding *out, struct err *err);

#endif
