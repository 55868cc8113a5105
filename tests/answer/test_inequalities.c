/* Figures broken down: which parts there are, what they are compared with, and the size
 * of the gap across deprivation. */
#include "answer/inequalities.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

static const struct {
	const char *name;
	uint32_t indicator, area;
	const char *by; /* NULL: its first */
	enum partition_kind kind;
	const char *parts, *total; /* names with commas between */
	double values[2], whole;
	enum verdict verdicts[2];
} cases[] = {
	{ "sexes against persons", SMOKING, MILLFIELD, NULL, PARTITION_SEX,
	    "Male,Female", "Persons", { 21, 19 }, 20,
	    { VERDICT_SIMILAR, VERDICT_SIMILAR } },
	{ "deprivation comes first", CARE, MILLFIELD, NULL, PARTITION_CATEGORY,
	    "Most deprived,Least deprived", "All", { 66.5, 36.5 }, 46.5,
	    { VERDICT_WORSE, VERDICT_BETTER } },
	{ "what only some have", CARE, ENGLAND, "deprivation-deciles",
	    PARTITION_CATEGORY, "Most deprived,Least deprived", "All",
	    { 70, (double)NAN }, 50, { VERDICT_WORSE, VERDICT_NONE } },
	{ "nothing to break it down by", WELLBEING, MILLFIELD, NULL, PARTITION_NONE, "",
	    "", { (double)NAN, (double)NAN }, (double)NAN,
	    { VERDICT_NONE, VERDICT_NONE } },
};

static struct view
view_of(const struct little *little, struct arena *arena, int i)
{
	struct question question = {
		.indicator = release_text(&little->release,
		    little->release.indicators[cases[i].indicator].key),
		.area = release_area_code(&little->release, cases[i].area),
		.by = str_of(cases[i].by),
	};
	struct view view;
	struct lost lost;
	struct err err = { 0 };

	ck_assert_msg(
	    view_resolve(arena, &little->release, &question,
		VIEW_INDICATOR | VIEW_TYPE | VIEW_AREA | VIEW_BY, &view, &lost, &err),
	    "%s: %s", cases[i].name, err.text);
	return view;
}

static void
check_same(const char *name, double is, double want)
{
	ck_assert_msg(isnan(want) ? isnan(is) : fabs(is - want) < 1e-12,
	    "%s: %g, not %g", name, is, want);
}

START_TEST(test_parts)
{
	AUTO_ARENA arena = { 0 };
	struct little *little = malloc(sizeof *little);
	struct inequalities answer;
	struct err err = { 0 };
	struct str names = STR("");
	struct view view;

	little_start(little);
	little_open(little);
	view = view_of(little, &arena, _i);
	ck_assert_int_eq(view.by.kind, cases[_i].kind);
	ck_assert(inequalities_ask(&arena, &view, &answer, &err));
	for (uint32_t i = 0; i < answer.parts.count; i++) {
		names = str_print(&arena, "%.*s%s%.*s", STR_ARG(names), i ? "," : "",
		    STR_ARG(answer.parts.at[i].name));
		check_same(cases[_i].name, answer.findings[i].figure.value,
		    cases[_i].values[i]);
		ck_assert_msg(answer.findings[i].verdict == cases[_i].verdicts[i],
		    "%s, part %u", cases[_i].name, i);
	}
	ck_assert_msg(str_equal(names, str_of(cases[_i].parts)), "%s: %.*s",
	    cases[_i].name, STR_ARG(names));
	ck_assert(str_equal(answer.parts.total.name, str_of(cases[_i].total)));
	check_same(cases[_i].name, answer.total.figure.value, cases[_i].whole);
	little_done(little);
	free(little);
}
END_TEST

START_TEST(test_course)
{
	AUTO_ARENA arena = { 0 };
	struct little *little = malloc(sizeof *little);
	struct inequality_course course;
	struct err err = { 0 };
	struct view view;

	little_start(little);
	little_open(little);
	view = view_of(little, &arena, 0);
	ck_assert(inequality_course_ask(&arena, &view, &course, &err));
	ck_assert_uint_eq(course.count, 6);
	ck_assert_uint_eq(course.at[0].period, Y2013);
	check_same("male in 2013", course.at[0].findings[0].figure.value, 11);
	check_same("least", course.least, 8);
	check_same("most", course.most, 22);
	little_done(little);
	free(little);
}
END_TEST

/* Ten groups of the same size on a line that is known: its value at x of the way from
 * the most to the least deprived end. */
typedef double line(double x);

static double
straight(double x)
{
	return 70 + 5 * x;
}

static double
exponential(double x)
{
	return 100 * exp(-x);
}

static double
logistic(double x)
{
	return 100 / (1 + exp(1 + x));
}

static const struct {
	const char *name;
	enum value_type type;
	enum polarity polarity;
	line *line;
	double sii, rii, fraction; /* NaN: none */
} lines[] = {
	{ "life expectancy", VALUE_LIFE_EXPECTANCY, POLARITY_HIGH, straight, 5,
	    75.0 / 70, (double)NAN },
	{ "rates of which less is better", VALUE_DSR, POLARITY_LOW, exponential,
	    63.212055882855765, 2.718281828459045, 0.3879297543991087 },
	{ "rates of which nobody says", VALUE_CRUDE_RATE, POLARITY_UNKNOWN, exponential,
	    63.212055882855765, 2.718281828459045, 0.3879297543991087 },
	{ "proportions", VALUE_PROPORTION, POLARITY_LOW, logistic, 14.973849934787758,
	    2.2561646711990355, 0.33142044349658606 },
};

static struct gap
gap_on(struct arena *arena, struct release_indicator *indicator, line *at,
    struct finding findings[10], unsigned left_out)
{
	const struct release release = { .indicators = indicator,
		.indicator_count = 1 };
	struct partition_parts parts = { .at = ARENA_NEW(
					     arena, struct partition_part, 10) };

	for (unsigned i = 0; i < 10; i++) {
		double value = at((i + 0.5) / 10);
		if (i + 1 == left_out)
			continue;
		parts.at[parts.count].deprivation = (struct deprivation){ i + 1, 10 };
		findings[parts.count++].figure = (struct figure){ .value = value,
			.lower95 = value * 0.99,
			.upper95 = value * 1.01,
			.denominator = 1000 };
	}
	return gap_of(arena, &release, &parts, findings);
}

START_TEST(test_gap)
{
	AUTO_ARENA arena = { 0 };
	struct release_indicator indicator = { .value_type = (uint8_t)lines[_i].type,
		.polarity = (uint8_t)lines[_i].polarity,
		.multiplier = 100 };
	struct finding findings[10] = { 0 };
	const char *name = lines[_i].name;
	struct gap gap = gap_on(&arena, &indicator, lines[_i].line, findings, 0);

	ck_assert_msg(gap.by_deprivation && !gap.why_none.len, "%s: %.*s", name,
	    STR_ARG(gap.why_none));
	ck_assert_double_eq_tol(gap.index.sii, lines[_i].sii, 1e-9);
	ck_assert_double_eq_tol(gap.index.rii, lines[_i].rii, 1e-9);
	ck_assert(gap.limits.sii_lower < gap.index.sii);
	ck_assert(gap.limits.rii_upper > gap.index.rii);
	ck_assert_msg(
	    (gap.why_no_par.len > 0) == (bool)isnan(lines[_i].fraction), "%s", name);
	if (!gap.why_no_par.len)
		ck_assert_double_eq_tol(
		    gap.par.fraction.value, lines[_i].fraction, 1e-9);
}
END_TEST

static const struct {
	const char *name;
	enum value_type type;
	unsigned left_out, without_limits, without_people;
	const char *why;
} refusals[] = {
	{ "a group is left out", VALUE_DSR, 4, 0, 0, "not every group is there" },
	{ "no limits", VALUE_DSR, 0, 3, 0, "not every group has confidence limits" },
	{ "no people", VALUE_DSR, 0, 0, 10, "how many people" },
	{ "a count", VALUE_COUNT, 0, 0, 0, "no such index" },
};

START_TEST(test_refusals)
{
	AUTO_ARENA arena = { 0 };
	struct release_indicator indicator = { .value_type = (uint8_t)refusals[_i].type,
		.polarity = POLARITY_LOW };
	const struct release release = { .indicators = &indicator };
	struct finding findings[10] = { 0 };
	struct partition_parts parts = {
		.at = ARENA_NEW(&arena, struct partition_part, 10), .count = 10
	};
	struct gap gap =
	    gap_on(&arena, &indicator, exponential, findings, refusals[_i].left_out);

	for (unsigned i = 0; i < 10; i++)
		parts.at[i].deprivation = (struct deprivation){ i + 1, 10 };
	if (refusals[_i].without_limits)
		findings[refusals[_i].without_limits - 1].figure.lower95 = (double)NAN;
	if (refusals[_i].without_people)
		findings[refusals[_i].without_people - 1].figure.denominator =
		    (double)NAN;
	if (!refusals[_i].left_out)
		gap = gap_of(&arena, &release, &parts, findings);
	ck_assert_msg(str_has(gap.why_none, str_of(refusals[_i].why)), "%s: %.*s",
	    refusals[_i].name, STR_ARG(gap.why_none));
	ck_assert(gap.why_no_par.len > 0);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("inequalities");

	ADD_ROWS(tcase, test_parts, cases);
	tcase_add_test(tcase, test_course);
	ADD_ROWS(tcase, test_gap, lines);
	ADD_ROWS(tcase, test_refusals, refusals);
	return unit_run("inequalities", tcase);
}
