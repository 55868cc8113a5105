#include "fixture.h"

#include <stdlib.h>
#include <assert.h>
#include <string.h>

uint32_t
fixture_text(struct fixture *fixture, const char *text)
{
	size_t len = strlen(text);

	assert(fixture->text_count < FIXTURE_TEXTS);
	assert(fixture->heap_len + len <= FIXTURE_HEAP);
	memcpy(fixture->heap + fixture->heap_len, text, len);
	fixture->texts[fixture->text_count] =
	    (struct release_text){ .offset = (uint32_t)fixture->heap_len,
		    .len = (uint32_t)len };
	fixture->heap_len += len;
	return fixture->text_count++;
}

uint32_t
fixture_area(struct fixture *fixture, const char *name)
{
	uint32_t number = fixture->release.area_count++;

	assert(number < FIXTURE_RECORDS);
	fixture->areas[number].name = fixture_text(fixture, name);
	return number;
}

uint32_t
fixture_period(struct fixture *fixture, const char *label, int first_month, int months)
{
	uint32_t number = fixture->release.period_count++;

	assert(number < FIXTURE_RECORDS);
	fixture->periods[number] = (struct release_period){
		.first = first_month,
		.months = (uint16_t)months,
		.label = fixture_text(fixture, label),
	};
	return number;
}

static void
add_indicator(struct fixture *fixture, const char *name, const char *unit, int decimals,
    enum polarity polarity)
{
	uint32_t number = fixture->release.indicator_count++;

	assert(number < FIXTURE_RECORDS);
	fixture->indicators[number] = (struct release_indicator){
		.name = fixture_text(fixture, name),
		.unit = fixture_text(fixture, unit),
		.decimals = (uint8_t)decimals,
		.polarity = (uint8_t)polarity,
	};
}

static void
point_at_arrays(struct fixture *fixture)
{
	struct release *release = &fixture->release;

	release->profile = &fixture->profile;
	release->areas = fixture->areas;
	release->types = fixture->types;
	release->periods = fixture->periods;
	release->ages = fixture->ages;
	release->categories = fixture->categories;
	release->indicators = fixture->indicators;
	release->domains = fixture->domains;
	release->texts = fixture->texts;
	release->heap = fixture->heap;
}

void
fixture_init(struct fixture *fixture)
{
	memset(fixture, 0, sizeof *fixture);
	point_at_arrays(fixture);
	fixture_text(fixture, "");
	fixture->profile.title =
	    fixture_text(fixture, "Children and young people's mental health");
	fixture->profile.publisher = fixture_text(fixture, "Leicestershire Council");
	fixture->profile.licence =
	    fixture_text(fixture, "Open Government Licence v3.0");
	fixture->profile.published = fixture_text(fixture, "2018-07-04");
	fixture_area(fixture, "England");
	fixture_area(fixture, "East Midlands region");
	fixture->types[0].name =
	    fixture_text(fixture, "Counties and unitary authorities");
	fixture->ages[0].label = fixture_text(fixture, "5-16 yrs");
	fixture->ages[1].label = fixture_text(fixture, "All ages");
	fixture->domains[0].name = fixture_text(fixture, "Identification of need");
	fixture->domains[1].name = fixture_text(fixture, "Protective factors");
	add_indicator(fixture, "Estimated prevalence of mental health disorders", "%",
	    1, POLARITY_LOW);
	add_indicator(fixture, "Hospital admissions as a result of self-harm",
	    "per 100,000", 1, POLARITY_LOW);
	add_indicator(
	    fixture, "Spend on services", "£ per 10,000", 0, POLARITY_NEUTRAL);
	add_indicator(fixture, "Mean score of wellbeing", "", 2, POLARITY_HIGH);
	fixture->view = (struct view){
		.release = &fixture->release,
		.domain = RELEASE_NONE,
		.parent = AREA_REGION,
		.area = RELEASE_NONE,
		.benchmark = AREA_ENGLAND_NUMBER,
		.period = RELEASE_NONE,
		.series = 0,
	};
	fixture->ranking = (struct ranking){ .period = RELEASE_NONE,
		.root = fixture_none(),
		.parent = fixture_none(),
		.benchmark = fixture_none(),
		.areas = fixture->findings,
		.least = NONE,
		.most = NONE };
	fixture->history =
	    (struct history){ .points = fixture->points, .least = NONE, .most = NONE };
	fixture->spine.rows = fixture->rows;
}

struct finding
fixture_finding(uint32_t area, double value, double half_width, enum verdict verdict)
{
	return (struct finding){
		.area = area,
		.period = RELEASE_NONE,
		.verdict = verdict,
		.figure = { .value = value,
		    .lower95 = value - half_width,
		    .upper95 = value + half_width,
		    .lower998 = NONE,
		    .upper998 = NONE,
		    .count = NONE,
		    .denominator = NONE },
	};
}

struct finding
fixture_missing(uint32_t area, enum missing missing)
{
	struct finding finding = fixture_finding(area, NONE, NONE, VERDICT_NONE);

	finding.figure.missing = missing;
	return finding;
}

struct finding
fixture_none(void)
{
	struct finding finding = fixture_missing(RELEASE_NONE, MISSING_NO_ROW);

	finding.series = RELEASE_NONE;
	return finding;
}

void
fixture_fill_ranking(struct fixture *fixture)
{
	static const struct {
		const char *name;
		double value, half_width;
		enum verdict verdict;
	} areas[] = {
		{ "Leicester", 9.94, 0.5, VERDICT_WORST },
		{ "Nottingham", 9.81, 0.3, VERDICT_WORSE },
		{ "Derby", 9.62, 0.45, VERDICT_WORSE },
		{ "Lincolnshire", 9.33, 0.25, VERDICT_SIMILAR },
		{ "Northamptonshire", 9.21, 0.2, VERDICT_SIMILAR },
		{ "Derbyshire", 9.02, 0.2, VERDICT_SIMILAR },
		{ "Leicestershire", 8.24, 0.3, VERDICT_BETTER },
		{ "Rutland", 7.13, 1.1, VERDICT_BEST },
	};
	struct ranking *ranking = &fixture->ranking;

	ranking->period = fixture_period(fixture, "2015", 2015 * 12, 12);
	for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
		uint32_t area = fixture_area(fixture, areas[i].name);
		fixture->findings[i] = fixture_finding(
		    area, areas[i].value, areas[i].half_width, areas[i].verdict);
		fixture->findings[i].period = ranking->period;
		ranking->with_value++;
	}
	fixture->findings[ranking->with_value] = fixture_missing(
	    fixture_area(fixture, "Nottinghamshire"), MISSING_SUPPRESSED);
	ranking->area_count = ranking->with_value + 1;
	ranking->root = fixture_finding(AREA_ENGLAND_NUMBER, 9.23, 0.01, VERDICT_NONE);
	ranking->parent = fixture_finding(AREA_REGION, 9.41, 0.05, VERDICT_SIMILAR);
	ranking->least = 6.03;
	ranking->most = 10.44;
	ranking->worse = 3;
	ranking->similar = 3;
	ranking->better = 2;
	fixture->view.area = AREA_FIRST;
}

void
fixture_fill_history(struct fixture *fixture)
{
	static const struct {
		const char *label;
		int year;
		double value, half_width, england, region;
		enum verdict verdict;
	} points[] = {
		{ "2008/09", 2008, 190, 22, 198, 187, VERDICT_SIMILAR },
		{ "2009/10", 2009, 211, 24, 200, 189, VERDICT_SIMILAR },
		{ "2010/11", 2010, 243, 25, 204, 192, VERDICT_WORSE },
		{ "2011/12", 2011, 238, 24, 201, 196, VERDICT_WORSE },
		{ "2012/13", 2012, NONE, NONE, 205, 199, VERDICT_NONE },
		{ "2013/14", 2013, 262, 26, 210, 205, VERDICT_WORSE },
		{ "2015/16", 2015, 301, 28, 214, 211, VERDICT_WORST },
		{ "2016/17", 2016, 250, 26, 218, 215, VERDICT_WORSE },
		{ "2017/18", 2017, 221, 24, 220, NONE, VERDICT_SIMILAR },
		{ "2018/19", 2018, 182.4, 22, 219.8, 217, VERDICT_BETTER },
	};
	struct history *history = &fixture->history;
	uint32_t area = fixture_area(fixture, "Leicester");

	fixture->view.area = area;
	fixture->view.variant.indicator = INDICATOR_RATE;
	history->count = sizeof points / sizeof *points;
	for (uint32_t i = 0; i < history->count; i++) {
		struct history_point *point = &fixture->points[i];
		point->period = fixture_period(
		    fixture, points[i].label, points[i].year * 12 + 3, 12);
		point->area = isnan(points[i].value)
				  ? fixture_missing(area, MISSING_SMALL)
				  : fixture_finding(area, points[i].value,
					points[i].half_width, points[i].verdict);
		point->area.period = point->period;
		point->benchmark = fixture_finding(
		    AREA_ENGLAND_NUMBER, points[i].england, 1, VERDICT_NONE);
		point->parent = isnan(points[i].region)
				    ? fixture_missing(AREA_REGION, MISSING_QUALITY)
				    : fixture_finding(AREA_REGION, points[i].region, 5,
					  VERDICT_BETTER);
		point->gap_before = i > 0 && points[i].year != points[i - 1].year + 1;
	}
	history->least = 160.4;
	history->most = 329;
	history->trend.trend = TREND_NONE;
}

/* Ends, quarters and marks as answer/spine.c would place them for such values. */
static struct spine_row
spine_row(uint32_t indicator, uint32_t domain, double value, enum verdict verdict,
    double at_area)
{
	return (struct spine_row){
		.domain = domain,
		/* In another domain it is measured at another age. */
		.variant = { .indicator = indicator, .age = domain },
		.area = fixture_finding(AREA_FIRST, value, value / 10, verdict),
		.parent =
		    fixture_finding(AREA_REGION, value * 0.95, 1, VERDICT_SIMILAR),
		.root = fixture_finding(
		    AREA_ENGLAND_NUMBER, value * 0.9, 0.1, VERDICT_NONE),
		.values = 150,
		.worst = value * 1.4,
		.best = value * 0.6,
		.at_worst = 0,
		.at_best = 0.83,
		.at_left_quarter = 0.4,
		.at_right_quarter = 0.57,
		.at_area = at_area,
		.at_parent = 0.47,
	};
}

void
fixture_fill_spine(struct fixture *fixture)
{
	uint32_t period = fixture_period(fixture, "2017/18", 2017 * 12 + 3, 12);
	struct spine_row *rows = fixture->rows;
	uint32_t count = 0;

	fixture->view.area = fixture_area(fixture, "Leicester");
	rows[count++] = spine_row(INDICATOR_PERCENT, 0, 9.94, VERDICT_WORST, 0.1);
	rows[count++] = spine_row(INDICATOR_RATE, 0, 262.4, VERDICT_BETTER, 0.71);
	rows[count++] = spine_row(INDICATOR_POUNDS, 0, 12345, VERDICT_HIGHEST, 0.83);
	rows[count++] = spine_row(INDICATOR_PLAIN, 1, 3.14, VERDICT_SIMILAR, 0.5);
	rows[count++] = spine_row(INDICATOR_POUNDS, 1, 780, VERDICT_LOWER, 0);
	rows[count] = spine_row(INDICATOR_RATE, 1, 50, VERDICT_NONE, NONE);
	rows[count++].area = fixture_missing(AREA_FIRST, MISSING_SUPPRESSED);
	rows[count] = spine_row(INDICATOR_PERCENT, 1, 31, VERDICT_WORSE, NONE);
	rows[count++].undrawn = "too few areas have a figure";
	for (uint32_t i = 0; i < count; i++)
		rows[i].period = rows[i].area.period = period;
	fixture->spine.row_count = count;
}

static void
fill_parts(struct fixture *fixture)
{
	static const char *const names[] = { "Most deprived quintile",
		"Second most deprived quintile", "Middle quintile",
		"Second least deprived quintile", "Least deprived quintile" };

	for (unsigned i = 0; i < 5; i++)
		fixture->parts[i] = (struct partition_part){ .name = str_of(names[i]),
			.deprivation = { .place = i + 1, .of = 5 } };
}

static void
fill_unequal(struct fixture *fixture, unsigned year, uint32_t period)
{
	static const enum verdict verdicts[] = { VERDICT_WORSE, VERDICT_WORSE,
		VERDICT_SIMILAR, VERDICT_BETTER, VERDICT_BETTER };
	struct inequalities *at = &fixture->unequal[year];

	*at = (struct inequalities){
		.period = period,
		.latest = period,
		.parts = { .at = fixture->parts,
		    .count = 5,
		    .total = { .name = STR("All") } },
		.findings = fixture->parted + 5 * year,
		.total = fixture_finding(AREA_FIRST, 10 + year, 0.4, VERDICT_NONE),
		.with_value = 5,
		.better = 2,
		.worse = 2,
		.compared = 5,
		.least = 4,
		.most = 18,
		.gap = { .by_deprivation = true,
		    .index = { .sii = 9.5 + year, .rii = 2.5 },
		    .limits = { 8.5 + year, 10.5 + year, 2.1, 2.9 },
		    .par = { .fraction = { 0.2, 0.3, 0.4 }, .excess = { 2, 3, 4 } } },
	};
	for (unsigned i = 0; i < 5; i++)
		at->findings[i] =
		    fixture_finding(AREA_FIRST, 14 + year - 2.2 * i, 0.8, verdicts[i]);
	at->total.period = period;
	for (unsigned i = 0; i < 5; i++)
		at->findings[i].period = period;
}

void
fixture_fill_course(struct fixture *fixture)
{
	fixture_area(fixture, "Leicester");
	fill_parts(fixture);
	fixture->view.area = AREA_FIRST;
	fixture->view.by = (struct partition){ PARTITION_CATEGORY,
		fixture_text(fixture, "Deprivation quintiles") };
	fill_unequal(fixture, 0, fixture_period(fixture, "2016", 2016 * 12, 12));
	fill_unequal(fixture, 1, fixture_period(fixture, "2017", 2017 * 12, 12));
	fill_unequal(fixture, 2, fixture_period(fixture, "2018", 2018 * 12, 12));
	fixture->unequal[1].findings[4] =
	    fixture_missing(AREA_FIRST, MISSING_SUPPRESSED);
	fixture->course = (struct inequality_course){
		.at = fixture->unequal, .count = 3, .least = 4, .most = 18
	};
}

void
fixture_fill_boxes(struct fixture *fixture)
{
	static const char *const years[] = { "2015", "2016", "2017", "2019" };

	fixture_area(fixture, "Leicester");
	fixture->view.area = AREA_FIRST;
	for (int i = 0; i < 4; i++) {
		struct box *box = &fixture->box[i];
		*box = (struct box){ .period = fixture_period(fixture, years[i],
					 (2015 + i + i / 3) * 12, 12),
			.values = i == 1 ? 3 : 40,
			.least = 2 + i,
			.p5 = 4 + i,
			.p25 = 7 + i,
			.median = 9 + i,
			.p75 = 10 + i,
			.p95 = 14 + i,
			.most = 19 + i,
			.lowest = AREA_FIRST,
			.highest = AREA_REGION,
			.area = fixture_finding(AREA_FIRST, 12, 1, VERDICT_WORSE),
			.benchmark = fixture_finding(
			    AREA_ENGLAND_NUMBER, 9.5 + i, NONE, VERDICT_NONE) };
		box->area.period = box->benchmark.period = box->period;
	}
	fixture->boxes = (struct boxes){
		.at = fixture->box, .count = 4, .drawn = 3, .least = 2, .most = 22
	};
}

void
fixture_fill_outliers(struct fixture *fixture)
{
	const struct funnel_kind kind = {
		.statistic = FUNNEL_PROPORTION, .multiplier = 100, .years = 1
	};
	struct outliers *o = &fixture->outliers;
	struct funnel_area areas[30];
	struct err err;

	fixture->view.area = fixture_area(fixture, "Leicester");
	*o = (struct outliers){ .period = fixture_period(fixture, "2018", 24216, 12),
		.at = fixture->outlier,
		.count = 30 };
	for (unsigned i = 0; i < 30; i++) {
		double people = 100 * (i + 1);
		double share = i == 29 ? 0.26 : i == 12 ? 0.12 : 0.2 + 0.01 * (i % 3);
		areas[i] = (struct funnel_area){ .events = share * people,
			.denominator = people };
		o->at[i].finding =
		    fixture_finding(AREA_FIRST, share * 100, NONE, VERDICT_NONE);
	}
	if (!funnel_init(&o->funnel, kind, areas, 30, &err))
		abort();
	funnel_rows(&o->funnel, o->rows);
	for (unsigned i = 0; i < 30; i++) {
		o->at[i].point = funnel_point(&o->funnel, &areas[i]);
		o->at[i].side = funnel_significance(&o->funnel, &areas[i]);
		o->at[i].finding.verdict = verdict_of(o->at[i].side, POLARITY_LOW);
		o->above += o->at[i].side >= SIDE_ABOVE;
		o->below +=
		    o->at[i].side == SIDE_BELOW || o->at[i].side == SIDE_FAR_BELOW;
	}
}
