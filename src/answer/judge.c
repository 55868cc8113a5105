#include "answer/judge.h"

#include <math.h>

enum { QUINTILES = 5 };

static const struct release_indicator *
indicator_of(const struct release *release, const struct finding *finding)
{
	return &release->indicators[release->series[finding->series].indicator];
}

static enum side
side_of_quintile(double value, const struct spread *spread)
{
	static const enum side sides[QUINTILES + 1] = { SIDE_UNKNOWN, SIDE_FAR_BELOW,
		SIDE_BELOW, SIDE_SIMILAR, SIDE_ABOVE, SIDE_FAR_ABOVE };

	if (!spread)
		return SIDE_UNKNOWN;
	return sides[compare_quantile_group(
	    value, spread->sorted, spread->count, QUINTILES)];
}

static enum side
side_of(enum comparison method, const struct finding *finding,
    const struct finding *benchmark, const struct spread *spread)
{
	struct limits local = figure_limits(&finding->figure);
	struct limits other = figure_limits(&benchmark->figure);
	const struct limits wide = limits_wide(&local);

	switch (method) {
	case COMPARISON_INTERVAL: return compare_interval(&local, other.value);
	case COMPARISON_INTERVAL_998: return compare_interval(&wide, other.value);
	case COMPARISON_TWO_LEVELS:
		return compare_interval_two_levels(&local, other.value);
	case COMPARISON_OVERLAP: return compare_overlap(&local, &other);
	case COMPARISON_QUINTILES: return side_of_quintile(local.value, spread);
	case COMPARISON_NONE:
	case COMPARISON_COUNT: break;
	}
	return SIDE_UNKNOWN;
}

/* The total of an area is another figure than that of one of its sexes, ages or
 * categories. */
static bool
is_itself(const struct release *release, const struct finding *finding,
    const struct finding *benchmark)
{
	const struct release_series *a, *b;

	if (finding->area != benchmark->area || benchmark->series == RELEASE_NONE)
		return finding->area == benchmark->area;
	a = &release->series[finding->series];
	b = &release->series[benchmark->series];
	return a->sex == b->sex && a->age == b->age && a->category == b->category;
}

/* Why no comparison is even tried; NULL when it is. */
static const char *
why_not_tried(const struct release *release, const struct finding *finding,
    const struct finding *benchmark)
{
	if (finding->series == RELEASE_NONE || isnan(finding->figure.value))
		return "it has no value";
	if (is_itself(release, finding, benchmark))
		return "it is what others are compared with";

	const struct release_indicator *indicator = indicator_of(release, finding);
	if (indicator->comparison == COMPARISON_NONE ||
	    indicator->polarity == POLARITY_NONE)
		return "this indicator is not compared";
	return NULL;
}

static const char *
why_unknown(enum comparison method, const struct finding *finding,
    const struct finding *benchmark)
{
	if (benchmark->area == RELEASE_NONE)
		return "there is no area to compare it with";
	if (method == COMPARISON_QUINTILES)
		return "fewer than five areas have a value";
	if (finding->period != benchmark->period || isnan(benchmark->figure.value))
		return "the benchmark has no value for this period";
	return "there are no confidence limits";
}

/* What the source said stands in only where it spoke of the same benchmark. It does so
 * of the root also where it has no figures of it. */
static bool
take_published(const struct release *release, struct finding *finding,
    const struct finding *benchmark, bool benchmark_is_parent)
{
	bool is_missing_parent = benchmark_is_parent && benchmark->area == RELEASE_NONE;
	bool is_root = benchmark->area == release->profile->root && !is_missing_parent;
	enum verdict verdict = VERDICT_NONE;

	if (is_missing_parent || (!is_root && !benchmark_is_parent))
		return false;
	if (!figure_published_verdict(&finding->figure, !is_root, &verdict) ||
	    verdict == VERDICT_NONE)
		return false;
	finding->verdict = verdict;
	finding->as_published = true;
	return true;
}

bool
judge_needs_spread(const struct release *release, uint32_t series)
{
	return series != RELEASE_NONE &&
	       release->indicators[release->series[series].indicator].comparison ==
		   COMPARISON_QUINTILES;
}

void
judge(const struct release *release, struct finding *out,
    const struct finding *benchmark, bool benchmark_is_parent,
    const struct spread *spread)
{
	enum side side = SIDE_UNKNOWN;

	out->verdict = VERDICT_NONE;
	out->as_published = false;
	out->why_none = why_not_tried(release, out, benchmark);
	if (out->why_none)
		return;

	const struct release_indicator *indicator = indicator_of(release, out);
	enum comparison method = (enum comparison)indicator->comparison;
	if (benchmark->area != RELEASE_NONE &&
	    (method == COMPARISON_QUINTILES || out->period == benchmark->period))
		side = side_of(method, out, benchmark, spread);
	if (side != SIDE_UNKNOWN)
		out->verdict = verdict_of(side, (enum polarity)indicator->polarity);
	else if (!take_published(release, out, benchmark, benchmark_is_parent))
		out->why_none = why_unknown(method, out, benchmark);
}
