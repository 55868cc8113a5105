/* Funnel plots against the reference implementation: as published, figure by figure,
 * and the exact limits as near as the published ones are to them. */
#include <math.h>

#include "../unit.h"
#include "stats/funnel.h"
#include "test_vectors.h"
#include "trial.h"

enum { MOST_AREAS = 400 };

/* The bisection ends when it knows v to 1e-7; relative to one event at 99.8 % that is
 * five in a hundred thousand. */
static const double as_bisected = 5e-5, as_computed = 1e-9;

static size_t
gather_areas(const struct vectors *in, struct str name, struct funnel_area *areas)
{
	size_t count = 0;

	for (size_t i = 0; i < in->rows; i++)
		if (str_equal(vectors_text(in, i, "case"), name))
			areas[count++] = (struct funnel_area){
				.events = vectors_number(in, i, "x"),
				.denominator = vectors_number(in, i, "n"),
				.rate = vectors_number(in, i, "rate"),
			};
	return count;
}

static struct funnel
make_funnel(const struct vectors *in, struct str name, struct funnel_kind kind)
{
	struct funnel_area areas[MOST_AREAS];
	struct funnel funnel;
	struct err err;
	size_t count = gather_areas(in, name, areas);

	ck_assert_msg(funnel_init(&funnel, kind, areas, count, &err), "%s", err.text);
	return funnel;
}

static bool
is_case(const struct trial *t, const char *column, const char *word)
{
	return trial_says(t, column, word);
}

static struct funnel_kind
proportion_kind(const struct trial *t)
{
	(void)t;
	return (struct funnel_kind){ FUNNEL_PROPORTION, FUNNEL_EXACT, 100, 1 };
}

static struct funnel_kind
ratio_kind(const struct trial *t)
{
	return (struct funnel_kind){
		is_case(t, "ratio_type", "isr") ? FUNNEL_RATIO_ISR : FUNNEL_RATIO_COUNT,
		FUNNEL_EXACT, 100, 1
	};
}

static struct funnel_kind
rate_kind(const struct trial *t)
{
	return (struct funnel_kind){ is_case(t, "rate_type", "dsr") ? FUNNEL_RATE_DSR
								    : FUNNEL_RATE_CRUDE,
		FUNNEL_EXACT, trial_number(t, "multiplier"),
		trial_number(t, "years_of_data") };
}

/* The columns of one kind of funnel; the limits' places and baseline where it has them.
 */
static const struct {
	const char *file;
	struct funnel_kind (*kind)(const struct trial *t);
	const char *size, *baseline;
	const char *at[4], *value[4];
} files[] = {
	{ "calculate_funnel_limits_proportion.out.csv", proportion_kind, "Population",
	    "baseline", { 0 },
	    { "lower_2s_limit", "upper_2s_limit", "lower_3s_limit",
		"upper_3s_limit" } },
	{ "calculate_funnel_limits_ratio.out.csv", ratio_kind, "Observed_events", NULL,
	    { "lower_2s_exp_events", "upper_2s_exp_events", "lower_3s_exp_events",
		"upper_3s_exp_events" },
	    { "lower_2s_limit", "upper_2s_limit", "lower_3s_limit",
		"upper_3s_limit" } },
	{ "calculate_funnel_limits_rate.out.csv", rate_kind, "Events", "baseline",
	    { "lower_2s_population_1_year", "upper_2s_population_1_year",
		"lower_3s_population_1_year", "upper_3s_population_1_year" },
	    { "lower_2s_limit", "upper_2s_limit", "lower_3s_limit",
		"upper_3s_limit" } },
};

/* A ratio less 1 may be nearly nothing: its distance counts in ratios. */
static void
expect_value(struct trial *t, const char *column, double got, double tolerance,
    enum funnel_statistic statistic)
{
	double want = trial_number(t, column);

	if (statistic == FUNNEL_RATIO_COUNT)
		trial_expect_within(t, column, got, tolerance * (want + 1));
	else
		trial_expect(t, column, got, tolerance);
}

static void
expect_row(struct trial *t, int file, const struct funnel *funnel,
    const struct funnel_row *row)
{
	const struct funnel_limit *limits[] = { &row->lower95, &row->upper95,
		&row->lower998, &row->upper998 };
	bool bisected = funnel->kind.way == FUNNEL_EXACT && files[file].at[0];
	double tolerance = bisected ? as_bisected : as_computed;

	trial_expect(t, files[file].size, row->size, 0);
	if (files[file].baseline)
		trial_expect(t, files[file].baseline, funnel->baseline, 1e-12);
	for (size_t i = 0; i < ROWS(limits); i++) {
		expect_value(t, files[file].value[i], limits[i]->value, tolerance,
		    funnel->kind.statistic);
		if (files[file].at[i])
			trial_expect(t, files[file].at[i], limits[i]->at, tolerance);
	}
}

/* Each funnel has its hundred rows in the file, one after the other. */
START_TEST(test_limits_as_published)
{
	struct funnel_row rows[FUNNEL_ROWS];
	struct funnel funnel = { .average = 0 };
	struct trial in, t;

	trial_begin(&in, "funnel.in.csv");
	trial_begin(&t, files[_i].file);
	t.remark = "as published";
	for (; t.row < t.vectors.rows; t.row++) {
		if (t.row % FUNNEL_ROWS == 0) {
			struct funnel_kind kind = files[_i].kind(&t);
			kind.way = FUNNEL_AS_PUBLISHED;
			funnel = make_funnel(&in.vectors, trial_text(&t, "case"), kind);
			funnel_rows(&funnel, rows);
		}
		expect_row(&t, _i, &funnel, &rows[t.row % FUNNEL_ROWS]);
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

/* At the sizes of the file, since the exact axis of ratios is another. */
START_TEST(test_limits_exact)
{
	struct funnel funnel = { .average = 0 };
	struct trial in, t;

	trial_begin(&in, "funnel.in.csv");
	trial_begin(&t, files[_i].file);
	t.remark = "exact";
	for (; t.row < t.vectors.rows; t.row++) {
		if (t.row % FUNNEL_ROWS == 0)
			funnel = make_funnel(
			    &in.vectors, trial_text(&t, "case"), files[_i].kind(&t));
		struct funnel_row row =
		    funnel_row_at(&funnel, trial_number(&t, files[_i].size));
		expect_row(&t, _i, &funnel, &row);
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

static struct funnel_area
area_of(const struct trial *t)
{
	return (struct funnel_area){
		.events = trial_number(t, "x"),
		.denominator = trial_number(t, "n"),
		.rate = trial_number(t, "rate"),
	};
}

static const char *
significance_word(enum side side)
{
	switch (side) {
	case SIDE_UNKNOWN: return "Not applicable for events less than 10 for dsrs";
	case SIDE_FAR_BELOW: return "Low (0.001)";
	case SIDE_BELOW: return "Low (0.025)";
	case SIDE_SIMILAR: return "Not significant";
	case SIDE_ABOVE: return "High (0.025)";
	case SIDE_FAR_ABOVE: return "High (0.001)";
	}
	return "";
}

static struct funnel_kind
kind_of_significance(const struct trial *t, enum funnel_way way)
{
	enum funnel_statistic statistic =
	    is_case(t, "statistic", "proportion") ? FUNNEL_PROPORTION
	    : is_case(t, "statistic", "ratio")    ? FUNNEL_RATIO_ISR
	    : is_case(t, "rate_type", "dsr")      ? FUNNEL_RATE_DSR
						  : FUNNEL_RATE_CRUDE;

	return (struct funnel_kind){ statistic, way, trial_number(t, "multiplier"), 1 };
}

static const enum funnel_way ways[] = { FUNNEL_EXACT, FUNNEL_AS_PUBLISHED };
static const char *const remarks[] = { "exact", "as published" };

START_TEST(test_significance)
{
	struct funnel funnel = { .average = 0 };
	struct str name = STR("");
	struct trial in, t;

	trial_begin(&in, "funnel.in.csv");
	trial_begin(&t, "assign_funnel_significance.csv");
	t.remark = remarks[_i];
	for (; t.row < t.vectors.rows; t.row++) {
		struct funnel_area area = area_of(&t);
		if (!str_equal(trial_text(&t, "case"), name)) {
			name = trial_text(&t, "case");
			funnel = make_funnel(
			    &in.vectors, name, kind_of_significance(&t, ways[_i]));
		}
		trial_expect_text(&t, "significance",
		    significance_word(funnel_significance(&funnel, &area)));
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

/* The rate of a crude rate's area without events is the one difference. */
START_TEST(test_points)
{
	struct funnel_kind before = { FUNNEL_PROPORTION, FUNNEL_EXACT, 1, 1 };
	struct funnel funnel = { .average = 0 };
	struct str name = STR("");
	struct trial in, t;

	trial_begin(&in, "funnel.in.csv");
	trial_begin(&t, "calculate_funnel_points.csv");
	t.remark = remarks[_i];
	for (; t.row < t.vectors.rows; t.row++) {
		struct funnel_area area = area_of(&t);
		struct funnel_kind kind = rate_kind(&t);
		kind.way = ways[_i];
		if (!str_equal(trial_text(&t, "case"), name) ||
		    kind.statistic != before.statistic || kind.years != before.years) {
			before = kind;
			name = trial_text(&t, "case");
			funnel = make_funnel(&in.vectors, name, kind);
		}
		struct funnel_limit point = funnel_point(&funnel, &area);
		trial_expect(&t, "denominator_derived", point.at, 1e-12);
		if (kind.way == FUNNEL_EXACT && kind.statistic == FUNNEL_RATE_CRUDE &&
		    area.events == 0)
			ck_assert(point.value == 0);
		else
			trial_expect(&t, "rate_chart", point.value, 0);
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

/* The package's own expectations, printed to six to nine decimals or digits. */
static const struct {
	const char *file, *name;
	struct funnel_kind kind;
	const char *size;
	const char *at[4], *value[4];
} expectations[] = {
	{ "expected_funnel_outputs.csv", "prop",
	    { FUNNEL_PROPORTION, FUNNEL_AS_PUBLISHED, 100, 1 }, "Population", { 0 },
	    { "lower_2s_limit", "upper_2s_limit", "lower_3s_limit",
		"upper_3s_limit" } },
	{ "expected_funnel_ratio_outputs.csv", "ratio",
	    { FUNNEL_RATIO_COUNT, FUNNEL_AS_PUBLISHED, 1, 1 }, "Observed_events",
	    { "lower_2s_exp_events", "upper_2s_exp_events", "lower_3s_exp_events",
		"upper_3s_exp_events" },
	    { "lower_2s_count", "upper_2s_count", "lower_3s_count",
		"upper_3s_count" } },
	{ "expected_funnel_ratio_outputs.csv", "ratio",
	    { FUNNEL_RATIO_ISR, FUNNEL_AS_PUBLISHED, 1, 1 }, "Observed_events",
	    { "lower_2s_exp_events", "upper_2s_exp_events", "lower_3s_exp_events",
		"upper_3s_exp_events" },
	    { "lower_2s_isr", "upper_2s_isr", "lower_3s_isr", "upper_3s_isr" } },
	{ "expected_funnel_rate_funnels.csv", "funnels_input",
	    { FUNNEL_RATE_DSR, FUNNEL_AS_PUBLISHED, 100000, 3 }, "Events",
	    { "lower_2s_population_1_year", "upper_2s_population_1_year",
		"lower_3s_population_1_year", "upper_3s_population_1_year" },
	    { "lower_2s_limit", "upper_2s_limit", "lower_3s_limit",
		"upper_3s_limit" } },
};

START_TEST(test_expectations)
{
	const double printed = 1e-6;
	struct funnel_row rows[FUNNEL_ROWS];
	struct trial in, t;

	trial_begin(&in, "funnel.in.csv");
	trial_begin(&t, expectations[_i].file);
	struct funnel funnel = make_funnel(
	    &in.vectors, str_of(expectations[_i].name), expectations[_i].kind);
	funnel_rows(&funnel, rows);
	for (; t.row < t.vectors.rows; t.row++) {
		const struct funnel_row *row = &rows[t.row];
		const struct funnel_limit *limits[] = { &row->lower95, &row->upper95,
			&row->lower998, &row->upper998 };
		trial_expect(&t, expectations[_i].size, row->size, 0);
		for (size_t i = 0; i < ROWS(limits); i++) {
			trial_expect_within(&t, expectations[_i].value[i],
			    limits[i]->value, printed * fmax(1, limits[i]->value));
			if (expectations[_i].at[i])
				trial_expect_within(&t, expectations[_i].at[i],
				    limits[i]->at, printed * fmax(1, limits[i]->at));
		}
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

void
add_vectors_funnel(TCase *tcase)
{
	ADD_ROWS(tcase, test_limits_as_published, files);
	ADD_ROWS(tcase, test_limits_exact, files);
	ADD_ROWS(tcase, test_significance, ways);
	ADD_ROWS(tcase, test_points, ways);
	ADD_ROWS(tcase, test_expectations, expectations);
}
