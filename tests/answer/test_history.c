#include "answer/history.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

#define NONE ((double)NAN)

static struct view
view_of(const struct little *little, uint32_t indicator, uint32_t age, uint32_t area)
{
	return (struct view){
		.release = &little->release,
		.domain = RELEASE_NONE,
		.variant = { indicator, SEX_PERSONS, age, 0 },
		.type = area == ENGLAND ? TYPE_ENGLAND : TYPE_COUNTY,
		.parent = area == ENGLAND ? RELEASE_NONE : NORTH,
		.area = area,
		.benchmark = ENGLAND,
		.period = RELEASE_NONE,
	};
}

static struct history
history_of(struct arena *arena, const struct view *view)
{
	struct history history;
	struct err err;

	ck_assert(history_ask(arena, view, &history, &err));
	return history;
}

START_TEST(test_points)
{
	static const uint32_t years[] = { Y2013, Y2014, Y2015, Y2016, Y2017, Y2018 };
	AUTO_ARENA arena = { 0 };
	struct little little;

	little_start(&little);
	little_open(&little);
	struct view view = view_of(&little, SMOKING, AGE_16, MILLFIELD);
	struct history history = history_of(&arena, &view);
	ck_assert_uint_eq(history.count, ROWS(years));
	for (uint32_t i = 0; i < history.count; i++) {
		const struct history_point *point = &history.points[i];
		ck_assert_uint_eq(point->period, years[i]);
		ck_assert(point->area.figure.value == 10 + 2.0 * i);
		ck_assert(point->benchmark.figure.value == 25);
		ck_assert(point->parent.figure.value == 23);
		ck_assert_int_eq(point->area.verdict, VERDICT_BETTER);
		ck_assert(!point->gap_before);
	}
	ck_assert(history.least == 9 && history.most == 25);
	ck_assert_int_eq(history.trend.trend, TREND_UP);
	ck_assert(!history.trend_as_published);

	/* England's years lie under two types. */
	view = view_of(&little, SMOKING, AGE_16, ENGLAND);
	history = history_of(&arena, &view);
	ck_assert_uint_eq(history.count, ROWS(years));
	ck_assert(history.points[5].area.figure.value == 25);
	ck_assert_int_eq(history.points[5].area.verdict, VERDICT_NONE);
	ck_assert_int_eq(history.trend.trend, TREND_NONE);
	little_done(&little);
}
END_TEST

/* Compared with the parent, and the published verdict of the parent where ours cannot
 * be. */
START_TEST(test_against_the_parent)
{
	AUTO_ARENA arena = { 0 };
	struct figure figure = little_value(20, NONE, NONE);
	struct little little;

	figure.published = (VERDICT_SIMILAR + 1) << PUBLISHED_PARENT;
	little_start(&little);
	little_put(&little, SMOKING_COUNTY, AREA_10, Y2018, figure);
	little_open(&little);
	struct view view = view_of(&little, SMOKING, AGE_16, AREA_10);
	view.benchmark = NORTH;
	view.benchmark_is_parent = true;
	struct history history = history_of(&arena, &view);
	ck_assert(history.points[4].benchmark.figure.value == 23);
	ck_assert_int_eq(history.points[4].area.verdict, VERDICT_WORSE);
	ck_assert_int_eq(history.points[5].area.verdict, VERDICT_SIMILAR);
	ck_assert(history.points[5].area.as_published);
	little_done(&little);
}
END_TEST

/* Rolling periods of which the third may be without a row. */
static const struct {
	const char *name;
	unsigned frequency_months;
	bool first, second, third;
	uint32_t count;
	bool gaps[4];
} gaps[] = {
	{ "all four", 12, true, true, true, 4, { false, false, false, false } },
	{ "the third is missing", 12, true, true, false, 3, { false, false, true } },
	{ "frequency unknown", 0, true, true, false, 3, { false, false, true } },
	{ "frequency taken for length", 36, true, true, false, 3,
	    { false, false, true } },
	{ "only two, every year", 12, true, false, false, 2, { false, true } },
	{ "only two, nobody knows how often", 0, true, false, false, 2,
	    { false, false } },
	{ "only one", 12, false, false, false, 1, { false } },
};

START_TEST(test_gaps)
{
	static const uint32_t rolling[] = { Y2013_15, Y2014_16, Y2015_17 };
	const bool there[] = { gaps[_i].first, gaps[_i].second, gaps[_i].third };
	AUTO_ARENA arena = { 0 };
	struct little little;

	little_start(&little);
	little.draft.indicators[ADMISSIONS].frequency_months =
	    gaps[_i].frequency_months;
	for (size_t p = 0; p < ROWS(rolling); p++) {
		struct figure none = little_missing(MISSING_NO_ROW);
		if (there[p])
			continue;
		little_put(&little, ADMISSIONS_COUNTY, MILLFIELD, rolling[p], none);
		little_put(&little, p ? ADMISSIONS_COUNTRY : ADMISSIONS_ENGLAND,
		    ENGLAND, rolling[p], none);
	}
	little_open(&little);
	struct view view = view_of(&little, ADMISSIONS, AGE_ALL, MILLFIELD);
	struct history history = history_of(&arena, &view);
	ck_assert_msg(history.count == gaps[_i].count, "%s: %u points", gaps[_i].name,
	    history.count);
	for (uint32_t i = 0; i < history.count; i++)
		ck_assert_msg(history.points[i].gap_before == gaps[_i].gaps[i],
		    "%s: point %u", gaps[_i].name, i);
	little_done(&little);
}
END_TEST

/* Single years among the rolling ones, which England alone has to the end. */
static const struct {
	const char *name;
	uint32_t given[4]; /* of the area */
	uint32_t count, course;
	uint32_t ordered[6];
} lengths[] = {
	{ "the latest is rolling", { Y2014, Y2015, Y2013_15, Y2014_16 }, 6, 2,
	    { Y2014, Y2015, Y2013_15, Y2014_16, Y2015_17, Y2016_18 } },
	{ "the latest is a year", { Y2013_15, Y2016, Y2014_16, Y2017 }, 6, 4,
	    { Y2013_15, Y2014_16, Y2015_17, Y2016_18, Y2016, Y2017 } },
	{ "all are rolling", { Y2013_15, Y2014_16, Y2015_17, Y2016_18 }, 4, 0,
	    { Y2013_15, Y2014_16, Y2015_17, Y2016_18 } },
};

/* Gives the area's rolling periods others in their place. */
static void
exchange_periods(struct little *little, const uint32_t given[4])
{
	static const uint32_t rolling[] = { Y2013_15, Y2014_16, Y2015_17, Y2016_18 };
	struct draft_series *s = &little->draft.series[ADMISSIONS_COUNTY];

	for (size_t i = 0; i < little->cell_count; i++) {
		struct little_cell *cell = &little->cells[i];
		uint32_t p = 0;
		if (cell->series != ADMISSIONS_COUNTY)
			continue;
		while (rolling[p] != cell->period)
			p++;
		cell->period = given[p];
	}
	for (uint32_t p = 0; p < 4; p++)
		s->periods[p] = given[p];
}

START_TEST(test_lengths)
{
	AUTO_ARENA arena = { 0 };
	struct little little;

	little_start(&little);
	exchange_periods(&little, lengths[_i].given);
	little_open(&little);
	struct view view = view_of(&little, ADMISSIONS, AGE_ALL, MILLFIELD);
	struct history history = history_of(&arena, &view);
	struct history course = history_course(&history);
	ck_assert_uint_eq(history.count, lengths[_i].count);
	ck_assert_uint_eq(history.course, lengths[_i].course);
	for (uint32_t i = 0; i < history.count; i++) {
		bool new = i > 0 && i == history.course;
		ck_assert_msg(history.points[i].period == lengths[_i].ordered[i],
		    "%s: point %u", lengths[_i].name, i);
		ck_assert_msg(history.points[i].gap_before == new, "%s: point %u",
		    lengths[_i].name, i);
	}
	ck_assert_ptr_eq(course.points, history.points + history.course);
	ck_assert_uint_eq(course.count, history.count - history.course);
	ck_assert(course.least == 75);
	little_done(&little);
}
END_TEST

static const struct {
	const char *name;
	uint32_t area;
	enum missing last;
	enum trend trend;
	enum trend_reason reason;
} ends[] = {
	{ "England is a year ahead", MILLFIELD, MISSING_NO_ROW, TREND_UP,
	    TREND_REASON_NONE },
	{ "suppressed at last", MILLFIELD, MISSING_SUPPRESSED, TREND_UNKNOWN,
	    TREND_REASON_GAP },
};

START_TEST(test_latest_trend)
{
	AUTO_ARENA arena = { 0 };
	struct little little;

	little_start(&little);
	little_put(&little, SMOKING_COUNTY, ends[_i].area, Y2018,
	    little_missing(ends[_i].last));
	little_open(&little);
	struct view view = view_of(&little, SMOKING, AGE_16, ends[_i].area);
	struct history history = history_of(&arena, &view);
	ck_assert_uint_eq(history.count, 6);
	ck_assert_msg(history.trend.trend == ends[_i].trend &&
			  history.trend.reason == ends[_i].reason,
	    "%s", ends[_i].name);
	little_done(&little);
}
END_TEST

START_TEST(test_nothing)
{
	AUTO_ARENA arena = { 0 };
	struct little little;

	little_start(&little);
	little_open(&little);
	struct view view = view_of(&little, SMOKING, AGE_ALL, MILLFIELD);
	struct history history = history_of(&arena, &view);
	ck_assert_uint_eq(history.count, 0);
	ck_assert(isnan(history.least) && isnan(history.most));
	ck_assert_int_eq(history.trend.trend, TREND_UNKNOWN);
	little_done(&little);
}
END_TEST

enum { APRIL_2016 = 2016 * 12 + 3, JANUARY_2017 = 2017 * 12 };

/* A boundary that changed is marked and breaks the trend; an area that took the place
 * of one other is shown with what that one had, and one made of two is not. */
static const struct {
	const char *name;
	uint32_t area;
	struct release_change changes[3];
	uint32_t count;
	uint32_t broken; /* the year behind a change; 0: none */
	uint32_t before; /* the area of the points before */
	uint32_t points;
	enum trend_reason reason;
} lines[] = {
	{ "no change", ZEDTON, { { 0 } }, 0, 0, ZEDTON, 6, TREND_REASON_NONE },
	{ "within a year", ZEDTON, { { ZEDTON, ZEDTON, APRIL_2016 } }, 1, Y2016, ZEDTON,
	    6, TREND_REASON_BOUNDARY },
	{ "between years", ZEDTON, { { ZEDTON, ZEDTON, JANUARY_2017 } }, 1, Y2017,
	    ZEDTON, 6, TREND_REASON_BOUNDARY },
	{ "before all", ZEDTON, { { ZEDTON, ZEDTON, 2013 * 12 } }, 1, 0, ZEDTON, 6,
	    TREND_REASON_NONE },
	{ "before the latest five", ZEDTON, { { ZEDTON, ZEDTON, 2014 * 12 } }, 1, Y2014,
	    ZEDTON, 6, TREND_REASON_NONE },
	{ "another's", ZEDTON, { { MILLFIELD, MILLFIELD, APRIL_2016 } }, 1, 0, ZEDTON,
	    6, TREND_REASON_NONE },
	{ "in the place of one", ASHBY_TOO, { { ASHBY_TOO, ZEDTON, JANUARY_2017 } }, 1,
	    Y2017, ZEDTON, 6, TREND_REASON_GAP },
	{ "made of two", ASHBY_TOO,
	    { { ASHBY_TOO, MILLFIELD, JANUARY_2017 },
		{ ASHBY_TOO, ZEDTON, JANUARY_2017 } },
	    2, 0, ASHBY_TOO, 2, TREND_REASON_GAP },
	{ "one of two heirs", ASHBY_TOO,
	    { { AREA_2, ZEDTON, JANUARY_2017 }, { ASHBY_TOO, ZEDTON, JANUARY_2017 } },
	    2, 0, ASHBY_TOO, 2, TREND_REASON_GAP },
	{ "it took another in", ASHBY_TOO,
	    { { ASHBY_TOO, ZEDTON, JANUARY_2017 },
		{ ASHBY_TOO, ASHBY_TOO, JANUARY_2017 } },
	    2, 0, ASHBY_TOO, 2, TREND_REASON_BOUNDARY },
};

/* What ASHBY_TOO has before 2017 goes. */
static void
start_changed(
    struct little *little, const struct release_change *changes, uint32_t count)
{
	static const uint32_t early[] = { Y2013, Y2014, Y2015, Y2016 };

	little_start(little);
	for (size_t i = 0; i < ROWS(early); i++)
		little_put(little, SMOKING_COUNTY, ASHBY_TOO, early[i],
		    little_missing(MISSING_NO_ROW));
	little->draft.changes = ARENA_NEW(&little->arena, struct release_change, count);
	for (uint32_t i = 0; i < count; i++)
		little->draft.changes[i] = changes[i];
	little->draft.change_count = count;
	little_open(little);
}

START_TEST(test_changes)
{
	AUTO_ARENA arena = { 0 };
	struct little little;
	uint32_t points = 0;

	start_changed(&little, lines[_i].changes, lines[_i].count);
	struct view view = view_of(&little, SMOKING, AGE_16, lines[_i].area);
	struct history history = history_of(&arena, &view);
	for (uint32_t i = 0; i < history.count; i++) {
		const struct history_point *point = &history.points[i];
		bool broken = point->period == lines[_i].broken && lines[_i].broken;
		points += isnan(point->area.figure.value) ? 0 : 1;
		ck_assert_msg((point->change_before != 0) == broken, "%s: %u",
		    lines[_i].name, point->period);
		if (point->period < lines[_i].broken)
			ck_assert_uint_eq(point->area.area, lines[_i].before);
		else if (point->period > lines[_i].broken && lines[_i].broken)
			ck_assert_uint_eq(point->area.area, lines[_i].area);
	}
	ck_assert_msg(points == lines[_i].points, "%s: %u", lines[_i].name, points);
	ck_assert_msg(history.trend.reason == lines[_i].reason, "%s: %d",
	    lines[_i].name, history.trend.reason);
	little_done(&little);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("history");

	tcase_add_test(tcase, test_points);
	tcase_add_test(tcase, test_against_the_parent);
	ADD_ROWS(tcase, test_gaps, gaps);
	ADD_ROWS(tcase, test_lengths, lengths);
	ADD_ROWS(tcase, test_latest_trend, ends);
	ADD_ROWS(tcase, test_changes, lines);
	tcase_add_test(tcase, test_nothing);
	return unit_run("answer history", tcase);
}
