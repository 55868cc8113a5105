#include "answer/finding.h"

#include <math.h>

#include "answer/judge.h"
#include "answer/lineage.h"
#include "answer/spread.h"

/* How much a series has to say, from little to much. */
enum say { SAY_NOTHING, SAY_NO_AREA, SAY_NO_ROW, SAY_REASON, SAY_VALUE };

/* What is looked for and the best that has been found so far. */
struct search {
	const struct release *release;
	uint32_t area, period; /* period RELEASE_NONE: the latest */
	enum say say;
	struct finding *out;
};

static struct finding
nothing(uint32_t area, uint32_t period)
{
	static const struct release_series none;
	struct figures empty = { .series = &none };

	return (struct finding){
		.series = RELEASE_NONE,
		.area = area,
		.period = period,
		.figure = figures_at(&empty, RELEASE_NONE, RELEASE_NONE),
		.why_none = "it has no value",
	};
}

/* The place of the newest period with a value of the area, else with a row. */
static uint32_t
latest_place(const struct figures *figures, uint32_t area)
{
	if (area == RELEASE_NONE)
		return RELEASE_NONE;
	for (uint32_t i = figures->series->periods; i-- > 0;)
		if (!isnan(figures_value(figures, area, i)))
			return i;
	for (uint32_t i = figures->series->periods; i-- > 0;)
		if (figures_at(figures, area, i).missing != MISSING_NO_ROW)
			return i;
	return RELEASE_NONE;
}

static enum say
say_of(uint32_t area, const struct figure *figure)
{
	if (area == RELEASE_NONE)
		return SAY_NO_AREA;
	if (!isnan(figure->value))
		return SAY_VALUE;
	return figure->missing == MISSING_NO_ROW ? SAY_NO_ROW : SAY_REASON;
}

static bool
consider(struct search *search, uint32_t series, struct err *err)
{
	struct finding *out = search->out;
	struct figures figures;
	uint32_t area, place;

	if (!release_figures(search->release, series, &figures, err))
		return false;
	area = figures_area(&figures, search->area);
	place = search->period == RELEASE_NONE
		    ? latest_place(&figures, area)
		    : figures_period(&figures, search->period);

	struct figure figure = figures_at(&figures, area, place);
	enum say say = say_of(area, &figure);
	uint32_t period =
	    place == RELEASE_NONE ? search->period : figures.periods[place];
	bool newer = say >= SAY_REASON && period > out->period;
	if (say < search->say || (say == search->say && !newer))
		return true;
	search->say = say;
	out->series = series;
	out->period = period;
	out->figure = figure;
	return true;
}

static uint32_t
series_of(const struct release *release, const struct variant *variant, uint32_t type)
{
	return release_find_series(release, variant->indicator, type, variant->sex,
	    variant->age, variant->category);
}

bool
finding_is_of_its_time(const struct release *release, const struct finding *finding)
{
	return finding->figure.missing != MISSING_NO_ROW ||
	       finding->area == RELEASE_NONE || finding->period == RELEASE_NONE ||
	       lineage_exists(
		   release, finding->area, release_period(release, finding->period));
}

bool
finding_look_up(const struct release *release, const struct variant *variant,
    uint32_t type, uint32_t area, uint32_t period, struct finding *out, struct err *err)
{
	struct search search = {
		.release = release,
		.area = area,
		.period = period,
		.out = out,
	};
	uint32_t series;

	*out = nothing(area, period);
	if (area == RELEASE_NONE || variant->indicator == RELEASE_NONE)
		return true;
	if (type != RELEASE_NONE &&
	    (series = series_of(release, variant, type)) != RELEASE_NONE &&
	    !consider(&search, series, err))
		return false;
	for (uint32_t t = 0; t < release->type_count; t++) {
		if (search.say == SAY_VALUE && period != RELEASE_NONE)
			break;
		if (t == type || !release_type_has(release, t, area))
			continue;
		series = series_of(release, variant, t);
		if (series != RELEASE_NONE && !consider(&search, series, err))
			return false;
	}
	return true;
}

bool
finding_look_up_benchmark(const struct release *release, const struct variant *variant,
    uint32_t area, uint32_t benchmark, uint32_t period, struct finding *out,
    struct err *err)
{
	struct variant total = *variant;

	total.category = 0;
	if (variant->category != 0 && area != benchmark) {
		if (!finding_look_up(
			release, variant, RELEASE_NONE, benchmark, period, out, err))
			return false;
		if (!isnan(out->figure.value))
			return true;
	}
	return finding_look_up(
	    release, &total, RELEASE_NONE, benchmark, period, out, err);
}

void
finding_compare(const struct release *release, struct finding *out,
    const struct finding *benchmark, bool benchmark_is_parent)
{
	AUTO_ARENA arena = { 0 };
	struct spread spread = { .count = 0 };
	struct figures figures;
	struct err err;

	/* The finding was read from the same figures, so that they cannot be damaged.
	 */
	if (judge_needs_spread(release, out->series) &&
	    release_figures(release, out->series, &figures, &err))
		spread = spread_of(&arena, release, &figures,
		    figures_period(&figures, out->period), benchmark->area);
	judge(release, out, benchmark, benchmark_is_parent, &spread);
}
