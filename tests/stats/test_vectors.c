/* The statistics against the reference implementation, figure by figure. The vectors
 * lie in the directory that TARTAN_VECTORS names; without it the test is skipped. */
#include <math.h>
#include <stdio.h>

#include "../unit.h"
#include "base/arena.h"
#include "stats/interval.h"
#include "stats/trend.h"
#include "vectors.h"

static const char *
directory(void)
{
	const char *name = getenv("TARTAN_VECTORS");

	return name && file_is_directory(name) ? name : NULL;
}

/* One file under test and how far off its figures are at worst. */
struct trial {
	const char *file;
	struct arena arena;
	struct vectors vectors;
	size_t row, numbers;
	double worst;
	char worst_at[64];
};

static void
trial_begin(struct trial *trial, const char *file)
{
	struct err err;

	*trial = (struct trial){ .file = file, .worst_at = "nowhere" };
	ck_assert_msg(
	    vectors_open(&trial->vectors, &trial->arena, directory(), file, &err), "%s",
	    err.text);
	ck_assert_uint_gt(trial->vectors.rows, 0);
}

static void
trial_end(struct trial *trial)
{
	printf("# %s: %zu rows, %zu numbers, worst relative error %.2g (%s)\n",
	    trial->file, trial->vectors.rows, trial->numbers, trial->worst,
	    trial->worst_at);
	ck_assert_uint_gt(trial->numbers, trial->vectors.rows);
	vectors_close(&trial->vectors);
	arena_done(&trial->arena);
}

static double
number(const struct trial *trial, const char *column)
{
	return vectors_number(&trial->vectors, trial->row, column);
}

static bool
says(const struct trial *trial, const char *column, const char *word)
{
	return str_equal(
	    vectors_text(&trial->vectors, trial->row, column), str_of(word));
}

/* Compares with one cell: NA wants NaN; the tolerance is relative. */
static void
expect(struct trial *trial, const char *column, double got, double tolerance)
{
	double want = number(trial, column);

	trial->numbers++;
	if (isnan(want) || got == want) {
		ck_assert_msg(isnan(got) || got == want, "%s row %zu %s: %.17g",
		    trial->file, trial->row + 1, column, got);
		return;
	}
	double off = fabs(got - want) / fabs(want);
	ck_assert_msg(off <= tolerance, "%s row %zu %s: %.17g, want %.17g", trial->file,
	    trial->row + 1, column, got, want);
	if (off > trial->worst) {
		trial->worst = off;
		snprintf(trial->worst_at, sizeof trial->worst_at, "row %zu, %s",
		    trial->row + 1, column);
	}
}

START_TEST(test_ci_primitives)
{
	struct trial t;
	struct interval got;
	struct err err;

	trial_begin(&t, "ci_primitives.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		double x = number(&t, "x"), n = number(&t, "n");
		double c = number(&t, "confidence");
		double confidence = c >= 90 ? c / 100 : c;
		bool fine = says(&t, "method", "wilson")
				? interval_proportion(x, n, 1, confidence, &got, &err)
				: interval_byar(x, confidence, &got, &err);
		ck_assert_msg(fine, "row %zu: %s", t.row + 1, err.text);
		expect(&t, "lower", got.lower, 1e-12);
		expect(&t, "upper", got.upper, 1e-12);
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
		double x = number(&t, "x"), n = number(&t, "n");
		double multiplier = number(&t, "multiplier");
		double tolerance = says(&t, "method", "Exact") ? 1e-10 : 1e-12;
		for (size_t i = 0; i < ROWS(levels); i++) {
			bool fine = figures[_i].make(
			    x, n, multiplier, levels[i].confidence, &got, &err);
			ck_assert_msg(fine == !(isnan(x) || isnan(n)), "%s row %zu",
			    t.file, t.row + 1);
			if (!fine)
				got = (struct interval){ (double)NAN, (double)NAN,
					(double)NAN };
			expect(&t, "value", got.value, 1e-15);
			expect(&t, levels[i].lower, got.lower, tolerance);
			expect(&t, levels[i].upper, got.upper, tolerance);
		}
	}
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
			.value = number(t, columns[i][0]),
			.lower95 = number(t, columns[i][1]),
			.upper95 = number(t, columns[i][2]),
			.count = number(t, columns[i][3]),
			.denominator = number(t, columns[i][4]),
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
			ck_assert_msg(says(&t, markers[i].trend, trend_word(got.trend)),
			    "row %zu: %s", t.row + 1, trend_word(got.trend));
			ck_assert_msg(
			    says(&t, markers[i].steady, got.steady ? "TRUE" : "FALSE"),
			    "row %zu: steady", t.row + 1);
			expect(&t, markers[i].slope, got.slope, 1e-9);
			expect(&t, markers[i].chi_squared, got.chi_squared, 1e-9);
		}
	}
	trial_end(&t);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("vectors");

	if (!directory()) {
		puts("1..0 # SKIP there are no reference vectors in TARTAN_VECTORS");
		return 0;
	}
	tcase_add_test(tcase, test_ci_primitives);
	ADD_ROWS(tcase, test_figures, figures);
	tcase_add_test(tcase, test_trend_marker);
	return unit_run("vectors", tcase);
}
