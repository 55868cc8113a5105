/* The statistics against the reference implementation, figure by figure. The vectors
 * lie in the directory that TARTAN_VECTORS names; without it the test is skipped. */
#include <math.h>

#include "../unit.h"
#include "stats/interval.h"
#include "stats/mean.h"
#include "stats/trend.h"
#include "test_vectors.h"
#include "trial.h"

START_TEST(test_ci_primitives)
{
	struct trial t;
	struct interval got;
	struct err err;

	trial_begin(&t, "ci_primitives.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		double x = trial_number(&t, "x"), n = trial_number(&t, "n");
		double c = trial_number(&t, "confidence");
		double confidence = c >= 90 ? c / 100 : c;
		bool fine = trial_says(&t, "method", "wilson")
				? interval_proportion(x, n, 1, confidence, &got, &err)
				: interval_byar(x, confidence, &got, &err);
		ck_assert_msg(fine, "row %zu: %s", t.row + 1, err.text);
		trial_expect(&t, "lower", got.lower, 1e-12);
		trial_expect(&t, "upper", got.upper, 1e-12);
	}
	trial_end(&t);
}
END_TEST

static const struct {
	const char *file;
	bool (*make)(double x, double n, double multiplier, double confidence,
	    struct interval *out, struct err *err);
} figures[] = {
	{ "phe_proportion.csv", interval_proportion },
	{ "phe_rate.csv", interval_rate },
};

static const struct {
	double confidence;
	const char *lower, *upper;
} levels[] = {
	{ 0.95, "lower95", "upper95" },
	{ 0.998, "lower998", "upper998" },
	{ 0.9, "lower90", "upper90" },
};

/* Where an input is NA the reference answers NA; here it is refused. */
START_TEST(test_figures)
{
	struct trial t;
	struct interval got;
	struct err err;

	trial_begin(&t, figures[_i].file);
	for (; t.row < t.vectors.rows; t.row++) {
		double x = trial_number(&t, "x"), n = trial_number(&t, "n");
		double multiplier = trial_number(&t, "multiplier");
		double tolerance = trial_says(&t, "method", "Exact") ? 1e-10 : 1e-12;
		for (size_t i = 0; i < ROWS(levels); i++) {
			bool fine = figures[_i].make(
			    x, n, multiplier, levels[i].confidence, &got, &err);
			ck_assert_msg(fine == !(isnan(x) || isnan(n)), "%s row %zu",
			    t.file, t.row + 1);
			if (!fine)
				got = (struct interval){ (double)NAN, (double)NAN,
					(double)NAN };
			trial_expect(&t, "value", got.value, 1e-15);
			trial_expect(&t, levels[i].lower, got.lower, tolerance);
			trial_expect(&t, levels[i].upper, got.upper, tolerance);
		}
	}
	trial_end(&t);
}
END_TEST

/* Figures of groups: counts and denominators are added up, of all rows of an area. */
static const struct {
	const char *in, *out;
	bool (*make)(double x, double n, double multiplier, double confidence,
	    struct interval *out, struct err *err);
} groups[] = {
	{ "phe_proportion_grouped.in.csv", "phe_proportion_grouped.out.csv",
	    interval_proportion },
	{ "phe_rate_grouped.in.csv", "phe_rate_grouped.out.csv", interval_rate },
};

static const struct {
	double confidence;
	const char *lower, *upper;
} both_levels[] = {
	{ 0.95, "lower95_0cl", "upper95_0cl" },
	{ 0.998, "lower99_8cl", "upper99_8cl" },
};

static double
sum_of_group(const struct vectors *rows, struct str area, const char *column)
{
	double sum = 0;

	for (size_t i = 0; i < rows->rows; i++)
		if (str_equal(vectors_text(rows, i, "Area"), area))
			sum += vectors_number(rows, i, column);
	return sum;
}

START_TEST(test_grouped)
{
	struct trial in, t;
	struct interval got;
	struct err err;

	trial_begin(&in, groups[_i].in);
	trial_begin(&t, groups[_i].out);
	for (; t.row < t.vectors.rows; t.row++) {
		struct str area = trial_text(&t, "Area");
		double x = sum_of_group(&in.vectors, area, "Numerator");
		double n = sum_of_group(&in.vectors, area, "Denominator");
		double tolerance = x < 10 ? 1e-10 : 1e-12;
		trial_expect(&t, "Numerator", x, 0);
		trial_expect(&t, "Denominator", n, 0);
		for (size_t i = 0; i < ROWS(both_levels); i++) {
			if (!groups[_i].make(x, n, trial_number(&t, "multiplier"),
				both_levels[i].confidence, &got, &err))
				got = (struct interval){ (double)NAN, (double)NAN,
					(double)NAN };
			trial_expect(&t, "value", got.value, 1e-15);
			trial_expect(&t, both_levels[i].lower, got.lower, tolerance);
			trial_expect(&t, both_levels[i].upper, got.upper, tolerance);
		}
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

/* The package's own expectations; those of groups have one level. */
static const struct {
	const char *file;
	bool (*make)(double x, double n, double multiplier, double confidence,
	    struct interval *out, struct err *err);
	bool grouped;
} expectations[] = {
	{ "expected_Prop.csv", interval_proportion, false },
	{ "expected_Prop_g_results.csv", interval_proportion, true },
	{ "expected_Rate.csv", interval_rate, false },
	{ "expected_Rate_g_results.csv", interval_rate, true },
};

static void
expect_at_level(
    struct trial *t, int file, double confidence, const char *lower, const char *upper)
{
	struct interval got;
	struct err err;

	if (!expectations[file].make(trial_number(t, "Numerator"),
		trial_number(t, "Denominator"), trial_number(t, "multiplier"),
		confidence, &got, &err))
		got = (struct interval){ (double)NAN, (double)NAN, (double)NAN };
	trial_expect(t, "value", got.value, 1e-12);
	trial_expect(t, lower, got.lower, 1e-12);
	trial_expect(t, upper, got.upper, 1e-12);
}

START_TEST(test_expectations)
{
	struct trial t;

	trial_begin(&t, expectations[_i].file);
	for (; t.row < t.vectors.rows; t.row++) {
		if (expectations[_i].grouped) {
			expect_at_level(&t, _i, 0.95, "lowercl", "uppercl");
			continue;
		}
		expect_at_level(&t, _i, 0.95, "lower95_0cl", "upper95_0cl");
		expect_at_level(&t, _i, 0.998, "lower99_8cl", "upper99_8cl");
	}
	trial_end(&t);
}
END_TEST

START_TEST(test_expected_primitives)
{
	struct trial t;
	struct interval got;
	struct err err;

	trial_begin(&t, "expected_byars_wilson.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		double x = trial_number(&t, "x"), n = trial_number(&t, "n");
		double confidence = trial_says(&t, "confidence", "95%") ? 0.95 : 0.998;
		ck_assert(trial_says(&t, "method", "Wilson")
			      ? interval_proportion(x, n, 1, confidence, &got, &err)
			      : interval_byar(x, confidence, &got, &err));
		trial_expect(&t, "lowercl", got.lower, 1e-12);
		trial_expect(&t, "uppercl", got.upper, 1e-12);
	}
	trial_end(&t);
}
END_TEST

static const char *const mean_files[] = { "phe_mean.out.csv",
	"expected_Mean_results.csv" };

/* The values of an area; of all where the area is none. */
static size_t
gather_values(const struct vectors *rows, struct str area, double *values)
{
	bool all = str_equal(area, STR("(all)")) || str_equal(area, STR("No grouping"));
	size_t count = 0;

	for (size_t i = 0; i < rows->rows; i++)
		if (all || str_equal(vectors_text(rows, i, "area"), area))
			values[count++] = vectors_number(rows, i, "values");
	return count;
}

START_TEST(test_means)
{
	struct trial in, t;
	struct interval got;
	struct mean mean;
	struct err err;

	trial_begin(&in, "phe_mean.in.csv");
	trial_begin(&t, mean_files[_i]);
	double *values = ARENA_NEW(&in.arena, double, in.vectors.rows);
	for (; t.row < t.vectors.rows; t.row++) {
		size_t count =
		    gather_values(&in.vectors, trial_text(&t, "area"), values);
		ck_assert_msg(mean_of(values, count, &mean, &err), "%s", err.text);
		trial_expect(&t, "value_count", (double)mean.count, 0);
		trial_expect(&t, "value_sum", mean.sum, 1e-12);
		trial_expect(&t, "stdev", mean.deviation, 1e-12);
		for (size_t i = 0; i < ROWS(both_levels); i++) {
			ck_assert(interval_mean(mean.value, mean.deviation, mean.count,
			    both_levels[i].confidence, &got, &err));
			trial_expect(&t, "value", got.value, 1e-12);
			trial_expect(&t, both_levels[i].lower, got.lower, 1e-12);
			trial_expect(&t, both_levels[i].upper, got.upper, 1e-12);
		}
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

static void
read_points(const struct trial *t, struct trend_point *points)
{
	static const char *const columns[TREND_POINTS][5] = {
		{ "v1", "lo1", "up1", "x1", "n1" },
		{ "v2", "lo2", "up2", "x2", "n2" },
		{ "v3", "lo3", "up3", "x3", "n3" },
		{ "v4", "lo4", "up4", "x4", "n4" },
		{ "v5", "lo5", "up5", "x5", "n5" },
	};

	for (size_t i = 0; i < TREND_POINTS; i++)
		points[i] = (struct trend_point){
			.value = trial_number(t, columns[i][0]),
			.lower95 = trial_number(t, columns[i][1]),
			.upper95 = trial_number(t, columns[i][2]),
			.count = trial_number(t, columns[i][3]),
			.denominator = trial_number(t, columns[i][4]),
		};
}

static const struct {
	enum trend_kind kind;
	const char *slope, *chi_squared, *steady, *trend;
} markers[] = {
	{ TREND_WEIGHTED, "slope", "chi2", "loo_same_sign", "marker" },
	{ TREND_PROPORTION, "prop_slope_logit", "prop_chi2", "prop_loo_same_sign",
	    "prop_marker" },
};

static const char *
trend_word(enum trend trend)
{
	switch (trend) {
	case TREND_UNKNOWN: return "NA";
	case TREND_NONE: return "NoChange";
	case TREND_UP: return "Increasing";
	case TREND_DOWN: return "Decreasing";
	}
	return "";
}

START_TEST(test_trend_marker)
{
	struct trend_point points[TREND_POINTS];
	struct trial t;

	trial_begin(&t, "trend_marker.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		read_points(&t, points);
		for (size_t i = 0; i < ROWS(markers); i++) {
			struct trend_result got =
			    trend_recent(markers[i].kind, points, TREND_POINTS);
			trial_expect_text(&t, markers[i].trend, trend_word(got.trend));
			trial_expect_text(
			    &t, markers[i].steady, got.steady ? "TRUE" : "FALSE");
			trial_expect(&t, markers[i].slope, got.slope, 1e-9);
			trial_expect(&t, markers[i].chi_squared, got.chi_squared, 1e-9);
		}
	}
	trial_end(&t);
}
END_TEST

void
add_vectors_interval(TCase *tcase)
{
	tcase_add_test(tcase, test_ci_primitives);
	ADD_ROWS(tcase, test_figures, figures);
	ADD_ROWS(tcase, test_grouped, groups);
	ADD_ROWS(tcase, test_expectations, expectations);
	tcase_add_test(tcase, test_expected_primitives);
	ADD_ROWS(tcase, test_means, mean_files);
	tcase_add_test(tcase, test_trend_marker);
}
