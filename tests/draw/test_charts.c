/* Whole charts: as they were when last looked at, well-formed whatever the data, and no
 * text upon another. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../unit.h"
#include "base/file.h"
#include "draw/bars.h"
#include "draw/boxes.h"
#include "draw/funnel.h"
#include "draw/lines.h"
#include "draw/spark.h"
#include "draw/panels.h"
#include "draw/parts.h"
#include "draw/spine.h"
#include "draw/phrase.h"
#include "model/area.h"
#include "any.h"
#include "fixture.h"
#include "xml.h"

enum kind {
	KIND_BARS,
	KIND_BARS_CELL,
	KIND_SPINE,
	KIND_SPINE_CELL,
	KIND_LINES,
	KIND_PARTS,
	KIND_PANELS,
	KIND_BOXES,
	KIND_FUNNEL,
	KIND_COUNT
};

static void
fill(struct fixture *fixture)
{
	fixture_init(fixture);
	fixture_fill_ranking(fixture);
}

static void
draw(
    struct buf *out, struct fixture *fixture, enum kind kind, const struct chart *chart)
{
	switch (kind) {
	case KIND_BARS: bars_draw(out, chart, &fixture->view, &fixture->ranking); break;
	case KIND_BARS_CELL:
		bars_cell(out, &fixture->ranking, &fixture->findings[0]);
		break;
	case KIND_SPINE: spine_draw(out, chart, &fixture->view, &fixture->spine); break;
	case KIND_SPINE_CELL: spine_cell(out, &fixture->rows[0]); break;
	case KIND_LINES:
		lines_draw(out, chart, &fixture->view, &fixture->history);
		break;
	case KIND_PARTS:
		parts_draw(out, chart, &fixture->view, &fixture->course.at[2]);
		break;
	case KIND_PANELS:
		panels_draw(out, chart, &fixture->view, &fixture->course);
		break;
	case KIND_BOXES: boxes_draw(out, chart, &fixture->view, &fixture->boxes); break;
	case KIND_FUNNEL:
		funnel_draw(out, chart, &fixture->view, &fixture->outliers);
		break;
	case KIND_COUNT: break;
	}
}

static void
fill_kind(struct fixture *fixture, enum kind kind)
{
	switch (kind) {
	case KIND_BARS:
	case KIND_BARS_CELL:
	case KIND_COUNT: fill(fixture); break;
	case KIND_SPINE:
	case KIND_SPINE_CELL:
		fixture_init(fixture);
		fixture_fill_spine(fixture);
		break;
	case KIND_LINES:
		fixture_init(fixture);
		fixture_fill_history(fixture);
		break;
	case KIND_PARTS:
	case KIND_PANELS:
		fixture_init(fixture);
		fixture_fill_course(fixture);
		break;
	case KIND_BOXES:
		fixture_init(fixture);
		fixture_fill_boxes(fixture);
		break;
	case KIND_FUNNEL:
		fixture_init(fixture);
		fixture_fill_outliers(fixture);
		break;
	}
}

static const struct {
	const char *name;
	enum kind kind;
	struct chart chart;
} golden[] = {
	{ "bars", KIND_BARS, { .alone = true } },
	{ "bars-narrow", KIND_BARS, { .alone = true, .width = 390 } },
	{ "bars-in-page", KIND_BARS, { .width = 720, .id = "bars" } },
	{ "bars-cell", KIND_BARS_CELL, { .alone = false } },
	{ "spine", KIND_SPINE, { .alone = true } },
	{ "spine-cell", KIND_SPINE_CELL, { .alone = false } },
	{ "lines", KIND_LINES, { .alone = true } },
	{ "lines-in-page", KIND_LINES,
	    { .width = 720, .id = "trend", .class = "chart__wide" } },
	{ "lines-narrow", KIND_LINES,
	    { .width = 390, .id = "trend-narrow", .class = "chart__narrow" } },
	{ "parts", KIND_PARTS, { .alone = true } },
	{ "parts-narrow", KIND_PARTS, { .width = 390, .id = "parts" } },
	{ "boxes", KIND_BOXES, { .alone = true } },
	{ "boxes-narrow", KIND_BOXES, { .width = 390, .id = "boxes" } },
	{ "funnel", KIND_FUNNEL, { .alone = true } },
	{ "funnel-narrow", KIND_FUNNEL, { .width = 390, .id = "funnel" } },
	{ "panels", KIND_PANELS, { .alone = true } },
	{ "panels-narrow", KIND_PANELS, { .width = 390, .id = "panels" } },
};

/* TARTAN_GOLDEN is the folder of the pictures; with TARTAN_GOLDEN_WRITE they are
 * written anew, to be looked at before they are committed. */
START_TEST(test_golden)
{
	AUTO_BUF out = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct err err = { 0 };
	struct file file = { 0 };
	struct xml *xml = calloc(1, sizeof *xml);
	char path[4096];

	ck_assert(fixture && xml && getenv("TARTAN_GOLDEN"));
	fill_kind(fixture, golden[_i].kind);
	draw(&out, fixture, golden[_i].kind, &golden[_i].chart);
	ck_assert_msg(
	    xml_read(xml, buf_str(&out)), "%s: %s", golden[_i].name, xml->fault);
	ck_assert_msg(xml_texts_apart(xml), "%s: %s", golden[_i].name, xml->fault);
	snprintf(
	    path, sizeof path, "%s/%s.svg", getenv("TARTAN_GOLDEN"), golden[_i].name);
	if (getenv("TARTAN_GOLDEN_WRITE"))
		ck_assert_msg(file_save(path, buf_str(&out), &err), "%s", err.text);
	ck_assert_msg(file_open(&file, path, &err), "%s", err.text);
	ck_assert_msg(str_equal(file.bytes, buf_str(&out)),
	    "%s differs from its picture; look at it, then write it with "
	    "TARTAN_GOLDEN_WRITE=1",
	    golden[_i].name);
	file_close(&file);
	free(xml);
	free(fixture);
}
END_TEST

START_TEST(test_anything)
{
	unsigned long long state = (unsigned long long)_i;
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct xml *xml = calloc(1, sizeof *xml);

	ck_assert(fixture && xml);
	for (int round = 0; round < 12; round++) {
		const struct chart chart = { .alone = unit_random(&state) & 1,
			.width = (double)(unit_random(&state) % 1200),
			.id = "any" };
		any_fill(fixture, &state);
		for (enum kind kind = KIND_BARS; kind < KIND_COUNT; kind++) {
			AUTO_BUF out = { 0 };
			draw(&out, fixture, kind, &chart);
			ck_assert_msg(xml_read(xml, buf_str(&out)),
			    "seed %d round %d kind %d: %s", _i, round, (int)kind,
			    xml->fault);
			ck_assert_msg(!str_has(buf_str(&out), STR("nan")) &&
					  !str_has(buf_str(&out), STR("inf\"")),
			    "seed %d round %d kind %d: not a number", _i, round,
			    (int)kind);
			ck_assert_msg(xml_texts_apart(xml),
			    "seed %d round %d kind %d, %g wide: %s", _i, round,
			    (int)kind, chart.width, xml->fault);
		}
	}
	free(xml);
	free(fixture);
}
END_TEST

static const struct {
	const char *name;
	enum kind kind;
	const char *title, *headline, *message;
} words[] = {
	{ "ranking", KIND_BARS,
	    "Estimated prevalence of mental health disorders by area, 2015",
	    "3 of 8 areas are worse than England",
	    "Leicester is highest at 9.9%, Rutland lowest at 7.1%; East Midlands 9.4%, "
	    "England 9.2%. 1 of 9 areas has no figure." },
	{ "profile", KIND_SPINE, "Leicester, area profile: all indicators",
	    "Leicester is worse than England on 2 of the 6 measures that can be "
	    "compared, better on 1, higher on 1 and lower on 1",
	    "Leicester is worse than England on 2 of the 6 measures that can be "
	    "compared, better on 1, higher on 1 and lower on 1. Worse than England: "
	    "Estimated prevalence of mental health disorders (persons, 5-16 yrs); "
	    "Estimated prevalence of mental health disorders (persons). Better than "
	    "England: Hospital admissions as a result of self-harm (persons, 5-16 "
	    "yrs). Higher than England: Spend on services (persons, 5-16 yrs). Lower "
	    "than England: Spend on services (persons)." },
	{ "trend", KIND_LINES,
	    "Hospital admissions as a result of self-harm, Leicester, 2008/09 to "
	    "2018/19",
	    "Leicester: no significant change",
	    "Leicester: 182.4 per 100,000 in 2018/19, better than England (219.8 per "
	    "100,000). It was 190.0 per 100,000 in 2008/09." },
	{ "boxes", KIND_BOXES,
	    "Estimated prevalence of mental health disorders: how areas are spread, by "
	    "period",
	    "Half of the areas lie between 10.0 and 13.0%",
	    "In 2019, of 40 areas Leicester is lowest at 5.0% and East Midlands "
	    "highest "
	    "at 22.0%; the median is 12.0%. In 2015 half of them were between 7.0 and "
	    "10.0%." },
	{ "parts", KIND_PARTS,
	    "Estimated prevalence of mental health disorders by Deprivation quintiles: "
	    "Leicester, 2018",
	    "Leicester: higher where deprivation is greater",
	    "Most deprived quintile is highest at 16.0%, least deprived quintile "
	    "lowest "
	    "at 7.2%; Leicester as a whole 12.0%. Of 5 groups 2 are worse and 2 are "
	    "better than Leicester as a whole." },
	{ "parts over time", KIND_PANELS,
	    "Estimated prevalence of mental health disorders by Deprivation quintiles "
	    "over time: Leicester",
	    "Leicester: no clear change of the gap",
	    "In 2018: Most deprived quintile is highest at 16.0%, least deprived "
	    "quintile lowest at 7.2%; Leicester as a whole 12.0%. Of 5 groups 2 are "
	    "worse and 2 are better than Leicester as a whole. The slope index of "
	    "inequality was 9.5 in 2016 and 11.5 in 2018." },
};

static struct chart_words
words_of(struct arena *arena, struct fixture *fixture, enum kind kind)
{
	if (kind == KIND_BARS)
		return bars_words(arena, &fixture->view, &fixture->ranking);
	if (kind == KIND_SPINE)
		return spine_words(arena, &fixture->view, &fixture->spine);
	if (kind == KIND_PARTS)
		return parts_words(arena, &fixture->view, &fixture->course.at[2]);
	if (kind == KIND_PANELS)
		return panels_words(arena, &fixture->view, &fixture->course);
	if (kind == KIND_BOXES)
		return boxes_words(arena, &fixture->view, &fixture->boxes);
	if (kind == KIND_FUNNEL)
		return funnel_words(arena, &fixture->view, &fixture->outliers);
	return lines_words(arena, &fixture->view, &fixture->history);
}

static void
check_text(const char *name, struct str text, const char *want)
{
	ck_assert_msg(str_equal(text, str_of(want)), "%s: '%.*s'", name, STR_ARG(text));
}

START_TEST(test_words)
{
	AUTO_ARENA arena = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);

	ck_assert(fixture != NULL);
	fill_kind(fixture, words[_i].kind);
	struct chart_words said = words_of(&arena, fixture, words[_i].kind);
	check_text(words[_i].name, said.title, words[_i].title);
	check_text(words[_i].name, said.headline, words[_i].headline);
	check_text(words[_i].name, said.message, words[_i].message);
	free(fixture);
}
END_TEST

enum { MEASURES = 3 };

/* What is said of a profile of three measures: of each its verdict and, where it is the
 * same measure in another domain, that it is. */
static const struct {
	const char *name;
	enum verdict verdicts[MEASURES];
	bool fifths[MEASURES], again[MEASURES], is_benchmark;
	const char *headline;
} profiles[] = {
	{ "all alike", { VERDICT_SIMILAR, VERDICT_SIMILAR, VERDICT_SIMILAR },
	    .headline = "Leicester is similar to England on all 3 measures that can be "
			"compared" },
	{ "all worse", { VERDICT_WORSE, VERDICT_WORST, VERDICT_WORSE },
	    .headline = "Leicester is worse than England on all 3 measures that can be "
			"compared" },
	{ "two of two", { VERDICT_WORSE, VERDICT_NONE, VERDICT_BETTER },
	    .headline = "Leicester is worse than England on 1 of the 2 measures that "
			"can be compared and better on 1" },
	{ "the only one", { VERDICT_WORSE, VERDICT_NONE, VERDICT_NONE },
	    .headline =
		"Leicester is worse than England on the one measure that can be "
		"compared" },
	{ "the only one, alike", { VERDICT_SIMILAR, VERDICT_NONE, VERDICT_NONE },
	    .headline = "Leicester is similar to England on the one measure that can "
			"be compared" },
	{ "none", { VERDICT_NONE, VERDICT_NONE, VERDICT_NONE },
	    .headline = "Leicester has no measure that can be compared with England" },
	{ "compared with itself", { VERDICT_NONE, VERDICT_NONE, VERDICT_NONE },
	    .is_benchmark = true, .headline = "England: the latest figures" },
	{ "a measure of two domains counts once",
	    { VERDICT_WORSE, VERDICT_SIMILAR, VERDICT_WORSE },
	    .again = { false, false, true },
	    .headline = "Leicester is worse than England on 1 of the 2 measures that "
			"can be compared" },
	{ "fifths of areas are not worse than England",
	    { VERDICT_WORST, VERDICT_SIMILAR, VERDICT_BETTER },
	    .fifths = { true, false, false },
	    .headline = "Leicester is better than England on 1 of the 2 measures that "
			"can be compared" },
};

START_TEST(test_profile_headline)
{
	static const uint32_t indicators[MEASURES] = { INDICATOR_PERCENT,
		INDICATOR_RATE, INDICATOR_PLAIN };
	AUTO_ARENA arena = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);

	ck_assert(fixture != NULL);
	fixture_init(fixture);
	fixture->view.area = profiles[_i].is_benchmark
				 ? AREA_ENGLAND_NUMBER
				 : fixture_area(fixture, "Leicester");
	fixture->spine.row_count = MEASURES;
	for (int i = 0; i < MEASURES; i++) {
		uint32_t indicator =
		    profiles[_i].again[i] ? indicators[0] : indicators[i];
		fixture->rows[i].variant.indicator = indicator;
		fixture->rows[i].again = profiles[_i].again[i];
		fixture->rows[i].area = fixture_finding(
		    fixture->view.area, 10, 1, profiles[_i].verdicts[i]);
		if (profiles[_i].fifths[i])
			fixture->indicators[indicator].comparison =
			    COMPARISON_QUINTILES;
	}
	check_text(profiles[_i].name,
	    spine_words(&arena, &fixture->view, &fixture->spine).headline,
	    profiles[_i].headline);
	free(fixture);
}
END_TEST

static const struct {
	const char *name;
	uint32_t values[2], areas;
	const char *text;
} ranges[] = {
	{ "all have figures", { 65, 65 }, 65,
	    "Worst to best of the 65 counties and unitary authorities in this "
	    "profile" },
	{ "not all have", { 60, 60 }, 65,
	    "Worst to best of the 60 counties and unitary authorities in this profile "
	    "that have a figure" },
	{ "more have one figure than another", { 60, 65 }, 65,
	    "Worst to best of the 60 to 65 counties and unitary authorities in this "
	    "profile that have a figure" },
};

START_TEST(test_range)
{
	AUTO_ARENA arena = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);

	ck_assert(fixture != NULL);
	fixture_init(fixture);
	fixture->types[0].level = LEVEL_UPPER_TIER;
	fixture->types[0].count = ranges[_i].areas;
	fixture->spine.row_count = 3;
	for (int i = 0; i < 2; i++)
		fixture->rows[i].values = ranges[_i].values[i];
	fixture->rows[2].undrawn = "too few areas have a figure";
	fixture->rows[2].values = 2;
	check_text(ranges[_i].name,
	    spine_range_words(&arena, &fixture->view, &fixture->spine),
	    ranges[_i].text);
	free(fixture);
}
END_TEST

static const struct {
	const char *name;
	uint32_t indicators[2];
	const char *left, *right;
} ends[] = {
	{ "low and high are good", { INDICATOR_RATE, INDICATOR_PLAIN }, "Worst",
	    "Best" },
	{ "neither is good", { INDICATOR_POUNDS, INDICATOR_POUNDS }, "Lowest",
	    "Highest" },
	{ "some are judged", { INDICATOR_RATE, INDICATOR_POUNDS }, "Worst or lowest",
	    "Best or highest" },
};

START_TEST(test_ends)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);

	ck_assert(fixture != NULL);
	fixture_init(fixture);
	fixture->spine.row_count = 2;
	for (int i = 0; i < 2; i++)
		fixture->rows[i].variant.indicator = ends[_i].indicators[i];
	struct spine_ends said = spine_ends(&fixture->view, &fixture->spine);
	check_text(ends[_i].name, str_of(said.left), ends[_i].left);
	check_text(ends[_i].name, str_of(said.right), ends[_i].right);
	free(fixture);
}
END_TEST

/* What is said where few areas have a figure. */
static const struct {
	const char *name;
	uint32_t areas;
	double values[3];
	const char *headline, *message;
} fews[] = {
	{ "one area alone", 1, { 14.5 }, "Leicester has 14.5%",
	    "Leicester has 14.5%; England 9.2%." },
	{ "one area without a figure", 1, { NONE }, "Leicester has no figure",
	    "Leicester has no figure; England 9.2%." },
	{ "one with a figure among others", 3, { NONE, 14.5, NONE },
	    "Only Nottingham has a figure: 14.5%",
	    "Only Nottingham has a figure: 14.5%; England 9.2%. 2 of 3 areas have no "
	    "figure." },
	{ "two alike", 2, { 14.5, 14.5 }, "Both areas have 14.5%",
	    "Both areas have 14.5%; England 9.2%." },
	{ "all alike", 3, { 14.5, 14.5, 14.5 }, "All 3 areas have 14.5%",
	    "All 3 areas have 14.5%; England 9.2%." },
	{ "all with a figure alike", 3, { 14.5, 14.5, NONE },
	    "Both areas with a figure have 14.5%",
	    "Both areas with a figure have 14.5%; England 9.2%. 1 of 3 areas has no "
	    "figure." },
	{ "nothing at all", 2, { NONE, NONE }, "No area has a figure",
	    "No area has a figure; England 9.2%." },
};

START_TEST(test_few_areas)
{
	AUTO_ARENA arena = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct chart_words said;

	ck_assert(fixture != NULL);
	fill(fixture);
	fixture->ranking.parent = fixture_none();
	fixture->ranking.area_count = fews[_i].areas;
	fixture->ranking.worse = fixture->ranking.similar = fixture->ranking.better = 0;
	fixture->ranking.with_value = 0;
	for (uint32_t i = 0; i < fews[_i].areas; i++) {
		fixture->findings[i].verdict = VERDICT_NONE;
		fixture->findings[i].figure.value = fews[_i].values[i];
		fixture->ranking.with_value += isnan(fews[_i].values[i]) ? 0 : 1;
	}
	said = bars_words(&arena, &fixture->view, &fixture->ranking);
	check_text(fews[_i].name, said.headline, fews[_i].headline);
	check_text(fews[_i].name, said.message, fews[_i].message);
	free(fixture);
}
END_TEST

static const struct {
	const char *name;
	uint32_t worse, similar, better, higher;
	const char *headline;
} headlines[] = {
	{ "one worse", 1, 5, 2, 0, "1 of 8 areas is worse than England" },
	{ "only better", 0, 5, 2, 0, "2 of 7 areas are better than England" },
	{ "without a judgement", 0, 3, 0, 4, "4 of 7 areas are higher than England" },
	{ "nothing but similar", 0, 8, 0, 0, "All 8 areas are similar to England" },
	{ "one area alone", 0, 1, 0, 0, "Leicester is worse than England" },
	{ "none compared", 0, 0, 0, 0,
	    "Leicester is highest at 9.9%, Rutland lowest at 7.1%" },
};

START_TEST(test_headline)
{
	AUTO_ARENA arena = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);

	ck_assert(fixture != NULL);
	fill(fixture);
	fixture->ranking.worse = headlines[_i].worse;
	fixture->ranking.similar = headlines[_i].similar;
	fixture->ranking.better = headlines[_i].better;
	fixture->ranking.higher = headlines[_i].higher;
	check_text(headlines[_i].name,
	    bars_words(&arena, &fixture->view, &fixture->ranking).headline,
	    headlines[_i].headline);
	free(fixture);
}
END_TEST

/* One figure is no course of time. */
START_TEST(test_one_period)
{
	AUTO_ARENA arena = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct chart_words said;

	ck_assert(fixture != NULL);
	fill_kind(fixture, KIND_LINES);
	fixture->history.trend.trend = TREND_UNKNOWN;
	for (uint32_t i = 0; i < fixture->history.count; i++)
		fixture->points[i].area.verdict = VERDICT_NONE;
	said = lines_words(&arena, &fixture->view, &fixture->history);
	check_text("many periods", said.headline, "Leicester over time");
	fixture->history.count = 1;
	said = lines_words(&arena, &fixture->view, &fixture->history);
	check_text("one", said.headline, "Leicester: 190.0 per 100,000 in 2008/09");
	check_text("one", said.message,
	    "Leicester: 190.0 per 100,000 in 2008/09; England 198.0 per 100,000.");
	free(fixture);
}
END_TEST

START_TEST(test_course)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct history *history = &fixture->history;

	ck_assert(fixture != NULL);
	ck_assert(!lines_have_course(history));
	fill_kind(fixture, KIND_LINES);
	ck_assert(lines_have_course(history));
	history->count = 2;
	fixture->points[1].area = fixture_missing(fixture->view.area, MISSING_SMALL);
	/* The benchmark goes on. */
	ck_assert(lines_have_course(history));
	fixture->points[1].benchmark = fixture->points[1].parent = fixture_none();
	ck_assert(!lines_have_course(history));
	history->count = 1;
	ck_assert(!lines_have_course(history));
	free(fixture);
}
END_TEST

/* In the worst fifth of areas is not worse than England, in whatever chart. */
START_TEST(test_fifths)
{
	AUTO_ARENA arena = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct str worse = STR("worse than"),
		   fifth = STR("in the worst fifth of areas");
	struct chart_words said;

	ck_assert(fixture != NULL);
	for (enum kind kind = KIND_BARS; kind < KIND_COUNT; kind++) {
		AUTO_BUF out = { 0 };
		if (kind != KIND_BARS && kind != KIND_SPINE && kind != KIND_LINES)
			continue;
		fill_kind(fixture, kind);
		for (uint32_t i = 0; i < fixture->release.indicator_count; i++)
			fixture->indicators[i].comparison = COMPARISON_QUINTILES;
		fixture->history.trend.trend = TREND_UNKNOWN;
		said = words_of(&arena, fixture, kind);
		ck_assert(!str_has(said.headline, worse));
		ck_assert(!str_has(said.message, worse));
		draw(&out, fixture, kind, &(struct chart){ .alone = true });
		ck_assert(str_has(buf_str(&out), fifth));
		ck_assert(!str_has(buf_str(&out), worse));
	}
	free(fixture);
}
END_TEST

START_TEST(test_axis_says_so)
{
	AUTO_BUF out = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);
	struct str says = STR("axis does not start at zero");

	ck_assert(fixture != NULL);
	fill_kind(fixture, KIND_LINES);
	lines_draw(
	    &out, &(struct chart){ .id = "a" }, &fixture->view, &fixture->history);
	ck_assert(!str_has(buf_str(&out), says));
	for (uint32_t i = 0; i < fixture->history.count; i++)
		fixture->points[i].parent = fixture_none();
	fixture->history.least = 190;
	fixture->history.most = 230;
	lines_draw(
	    &out, &(struct chart){ .id = "a" }, &fixture->view, &fixture->history);
	ck_assert(str_has(buf_str(&out), says));
	free(fixture);
}
END_TEST

START_TEST(test_made_up)
{
	AUTO_BUF out = { 0 };
	struct fixture *fixture = calloc(1, sizeof *fixture);

	ck_assert(fixture != NULL);
	fill(fixture);
	fixture->profile.made_up = 1;
	bars_draw(
	    &out, &(struct chart){ .alone = true }, &fixture->view, &fixture->ranking);
	ck_assert(str_has(buf_str(&out), STR("These figures are made up.")));
	free(fixture);
}
END_TEST

static const struct {
	const char *name;
	double values[8];
	size_t count;
	const char *text;
} sparks[] = {
	{ "rising", { 0, 1, 2, 3, 4, 5, 6, 7 }, 8, "▁▂▃▄▅▆▇█" },
	{ "a gap", { 1, NONE, 2 }, 3, "▁ █" },
	{ "all equal", { 5, 5, 5 }, 3, "▅▅▅" },
	{ "far apart", { -1e308, 1e308 }, 2, "▁█" },
	{ "boundless is missing", { 1, (double)INFINITY, 2 }, 3, "▁ █" },
	{ "nothing", { 0 }, 0, "" },
};

START_TEST(test_spark)
{
	AUTO_BUF out = { 0 };

	spark_text(&out, sparks[_i].values, sparks[_i].count);
	check_text(sparks[_i].name, buf_str(&out), sparks[_i].text);
}
END_TEST

static const struct {
	const char *name, *unit;
	double value;
	const char *wanted;
} sums[] = {
	{ "pounds", "\xc2\xa3", 12,
	    "\xc2\xa3"
	    "12" },
	{ "pounds a head", "\xc2\xa3 per 10,000", -1234,
	    "-\xc2\xa3"
	    "1,234 per 10,000" },
	{ "thousands of pounds",
	    "\xc2\xa3"
	    "000s per 10,000",
	    9998,
	    "\xc2\xa3"
	    "9,998 thousand per 10,000" },
};

START_TEST(test_sums_of_money)
{
	AUTO_ARENA arena = { 0 };
	struct fixture *own = memory_take(1, sizeof *own);

	fixture_init(own);
	own->indicators[INDICATOR_POUNDS].unit = fixture_text(own, sums[_i].unit);
	struct str said =
	    phrase_value(&arena, &own->release, INDICATOR_POUNDS, sums[_i].value);
	ck_assert_msg(str_equal(said, str_of(sums[_i].wanted)), "%s: %.*s",
	    sums[_i].name, STR_ARG(said));
	free(own);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("charts");

	ADD_ROWS(tcase, test_golden, golden);
	tcase_add_loop_test(tcase, test_anything, 0, 20);
	ADD_ROWS(tcase, test_words, words);
	ADD_ROWS(tcase, test_ends, ends);
	ADD_ROWS(tcase, test_profile_headline, profiles);
	ADD_ROWS(tcase, test_few_areas, fews);
	ADD_ROWS(tcase, test_range, ranges);
	tcase_add_test(tcase, test_one_period);
	tcase_add_test(tcase, test_course);
	tcase_add_test(tcase, test_fifths);
	ADD_ROWS(tcase, test_headline, headlines);
	tcase_add_test(tcase, test_axis_says_so);
	tcase_add_test(tcase, test_made_up);
	ADD_ROWS(tcase, test_spark, sparks);
	ADD_ROWS(tcase, test_sums_of_money, sums);
	return unit_run("charts", tcase);
}
