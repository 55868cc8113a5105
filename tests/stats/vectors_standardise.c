/* Standardised rates and ratios against the reference implementation. */
#include <math.h>

#include "../unit.h"
#include "base/number.h"
#include "stats/standardise.h"
#include "test_vectors.h"
#include "trial.h"

enum { MOST_ROWS = 200 };

static const struct {
	double confidence;
	const char *lower, *upper;
} levels[] = {
	{ 0.95, "lower95_0cl", "upper95_0cl" },
	{ 0.998, "lower99_8cl", "upper99_8cl" },
};

static bool
is_of_case(const struct vectors *in, size_t row, struct str name)
{
	return str_equal(vectors_text(in, row, "case"), name);
}

static void
close_input(struct trial *in)
{
	vectors_close(&in->vectors);
	arena_done(&in->arena);
}

/* NA means none in the package's data, events and people alike; here the caller has to
 * say so. */
static double
number_or_none(const struct vectors *in, size_t row, const char *column)
{
	double number = vectors_number(in, row, column);

	return isnan(number) ? 0 : number;
}

/* The multiplier that the text of `statistic` ends with, as in "dsr per 10000"; 0 where
 * it says that there is no rate. */
static double
multiplier_said(const struct trial *t)
{
	struct str text = trial_text(t, "statistic");
	double multiplier = 0;
	size_t at = text.len;

	while (at > 0 && text.at[at - 1] != ' ')
		at--;
	return number_parse(str_slice(text, at, text.len), &multiplier) ? multiplier
									: 0;
}

/* The package's own expectations have the 99.8 % limits of one case per ten times the
 * population that they say. */
static bool
is_misprinted(const struct trial *t, double confidence)
{
	return confidence == 0.998 && trial_says(t, "area", "testdata_1976");
}

static void
expect_direct(struct trial *t, const struct direct_rate *rate, double tolerance,
    bool expectations)
{
	struct interval limits;
	struct err err;

	trial_expect(t, "total_count", rate->events, 0);
	trial_expect(t, "total_pop", rate->population, 0);
	for (size_t i = 0; i < ROWS(levels); i++) {
		ck_assert(standardise_direct_limits(
		    rate, levels[i].confidence, &limits, &err));
		trial_expect(t, "value", limits.value, tolerance);
		if (expectations && is_misprinted(t, levels[i].confidence))
			continue;
		trial_expect(t, levels[i].lower, limits.lower, tolerance);
		trial_expect(t, levels[i].upper, limits.upper, tolerance);
	}
}

static struct direct_rate
direct_of(const struct vectors *in, struct str name, double multiplier)
{
	struct direct_band bands[MOST_ROWS];
	struct direct_rate rate;
	struct err err;
	size_t count = 0;

	for (size_t i = 0; i < in->rows; i++)
		if (is_of_case(in, i, name))
			bands[count++] = (struct direct_band){
				.events = number_or_none(in, i, "x"),
				.population = vectors_number(in, i, "n"),
				.standard = vectors_number(in, i, "stdpop"),
			};
	ck_assert_msg(
	    standardise_direct(bands, count, multiplier, &rate, &err), "%s", err.text);
	return rate;
}

static int
order_rows(const void *a, const void *b)
{
	const struct repeat_band *x = a, *y = b;

	if (x->band != y->band)
		return x->band < y->band ? -1 : 1;
	return (x->frequency > y->frequency) - (x->frequency < y->frequency);
}

/* "05-09" -> 5. */
static size_t
first_age(struct str band)
{
	size_t age = 0;

	for (size_t i = 0; i < band.len && band.at[i] >= '0' && band.at[i] <= '9'; i++)
		age = age * 10 + (size_t)(band.at[i] - '0');
	return age;
}

static struct direct_rate
repeated_of(const struct vectors *in, struct str name, double multiplier)
{
	struct repeat_band rows[MOST_ROWS];
	struct direct_rate rate;
	struct err err;
	size_t count = 0;

	for (size_t i = 0; i < in->rows; i++)
		if (is_of_case(in, i, name))
			rows[count++] = (struct repeat_band){
				.band = first_age(vectors_text(in, i, "ageband")),
				.frequency = vectors_number(in, i, "freq"),
				.persons = number_or_none(in, i, "x"),
				.population = vectors_number(in, i, "n"),
				.standard = vectors_number(in, i, "stdpop"),
			};
	qsort(rows, count, sizeof *rows, order_rows);
	ck_assert_msg(standardise_direct_repeated(rows, count, multiplier, &rate, &err),
	    "%s", err.text);
	return rate;
}

static const struct {
	const char *in, *out;
	struct direct_rate (*make)(
	    const struct vectors *in, struct str name, double multiplier);
} direct_files[] = {
	{ "calculate_dsr.in.csv", "calculate_dsr.out.csv", direct_of },
	{ "calculate_dsr_nonindependent.in.csv", "calculate_dsr_nonindependent.out.csv",
	    repeated_of },
};

START_TEST(test_direct)
{
	struct trial in, t;

	trial_begin(&in, direct_files[_i].in);
	trial_begin(&t, direct_files[_i].out);
	for (; t.row < t.vectors.rows; t.row++) {
		double multiplier = trial_number(&t, "multiplier");
		struct direct_rate rate = direct_files[_i].make(
		    &in.vectors, trial_text(&t, "case"), multiplier);
		expect_direct(&t, &rate, 1e-12, false);
	}
	close_input(&in);
	trial_end(&t);
}
END_TEST

/* The package's own expectations, of which some have eight decimals. */
START_TEST(test_direct_expectations)
{
	struct trial in, repeated, t;

	trial_begin(&in, "calculate_dsr.in.csv");
	trial_begin(&repeated, "calculate_dsr_nonindependent.in.csv");
	trial_begin(&t, "expected_DSR_results.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		struct str area = trial_text(&t, "area");
		bool independent = !str_has(area, STR("nonind"));
		double multiplier = multiplier_said(&t);
		if (trial_says(&t, "area", "testdata_1976"))
			area = STR("DSR_1976");
		struct direct_rate rate =
		    independent
			? direct_of(&in.vectors, area, multiplier > 10 ? multiplier : 1)
			: repeated_of(&repeated.vectors, area,
			      multiplier > 10 ? multiplier : 1);
		expect_direct(&t, &rate, independent ? 1e-12 : 1e-9, true);
	}
	close_input(&in);
	close_input(&repeated);
	trial_end(&t);
}
END_TEST

static size_t
gather_indirect(const struct vectors *in, struct str name, struct indirect_band *bands)
{
	size_t count = 0;

	for (size_t i = 0; i < in->rows; i++)
		if (is_of_case(in, i, name))
			bands[count++] = (struct indirect_band){
				.events = number_or_none(in, i, "x"),
				.population = number_or_none(in, i, "n"),
				.reference_events = number_or_none(in, i, "x_ref"),
				.reference_population = vectors_number(in, i, "n_ref"),
			};
	return count;
}

/* How a figure is made of observed and expected events, and times what. */
struct indirect_kind {
	bool (*make)(const struct indirect *indirect, double multiplier,
	    double confidence, struct interval *out, struct err *err);
	double multiplier;
};

static const struct indirect_kind rate_kind = { standardise_rate, 100000 },
				  ratio_kind = { standardise_ratio, 100 };

static void
expect_indirect(
    struct trial *t, const struct indirect *indirect, struct indirect_kind kind)
{
	double tolerance = indirect->observed < 10 ? 1e-10 : 1e-12;
	struct interval limits;
	struct err err;

	trial_expect(t, "observed", indirect->observed, 0);
	trial_expect(t, "expected", indirect->expected, 1e-12);
	if (kind.make == standardise_rate)
		trial_expect(
		    t, "ref_rate", indirect->reference_rate * kind.multiplier, 1e-12);
	for (size_t i = 0; i < ROWS(levels); i++) {
		ck_assert(kind.make(
		    indirect, kind.multiplier, levels[i].confidence, &limits, &err));
		trial_expect(t, "value", limits.value, 1e-12);
		trial_expect(t, levels[i].lower, limits.lower, tolerance);
		trial_expect(t, levels[i].upper, limits.upper, tolerance);
	}
}

static const struct {
	const char *out;
	const struct indirect_kind *kind;
} indirect_files[] = {
	{ "calculate_ISRate.out.csv", &rate_kind },
	{ "calculate_ISRatio.out.csv", &ratio_kind },
};

START_TEST(test_indirect)
{
	struct indirect_band bands[MOST_ROWS];
	struct indirect indirect;
	struct trial in, t;
	struct err err;

	trial_begin(&in, "calculate_ISR.in.csv");
	trial_begin(&t, indirect_files[_i].out);
	for (; t.row < t.vectors.rows; t.row++) {
		size_t count =
		    gather_indirect(&in.vectors, trial_text(&t, "case"), bands);
		ck_assert(standardise_indirect(bands, count, NULL, &indirect, &err));
		expect_indirect(&t, &indirect, *indirect_files[_i].kind);
	}
	close_input(&in);
	trial_end(&t);
}
END_TEST

/* Events that are known in total only. */
static const struct {
	const char *out;
	const struct indirect_kind *kind;
} total_files[] = {
	{ "calculate_ISRate_totals.out.csv", &rate_kind },
	{ "calculate_ISRatio_totals.out.csv", &ratio_kind },
};

static double
total_of(const struct vectors *totals, struct str area)
{
	for (size_t i = 0; i < totals->rows; i++)
		if (str_equal(vectors_text(totals, i, "area"), area))
			return vectors_number(totals, i, "total_count");
	return (double)NAN;
}

START_TEST(test_indirect_totals)
{
	struct indirect_band bands[MOST_ROWS];
	struct indirect indirect;
	struct trial in, totals, t;
	struct err err;

	trial_begin(&in, "calculate_ISR.in.csv");
	trial_begin(&totals, "calculate_ISR_totals.in.csv");
	trial_begin(&t, total_files[_i].out);
	for (; t.row < t.vectors.rows; t.row++) {
		struct str area = trial_text(&t, "area");
		double total = total_of(&totals.vectors, area);
		size_t count = gather_indirect(&in.vectors, area, bands);
		for (size_t i = 0; i < count; i++)
			bands[i].events = (double)NAN;
		ck_assert(standardise_indirect(bands, count, &total, &indirect, &err));
		expect_indirect(&t, &indirect, *total_files[_i].kind);
	}
	close_input(&in);
	close_input(&totals);
	trial_end(&t);
}
END_TEST

/* The package's own expectations: rates per 100,000 and 1,000, ratios times 1 and 100.
 * Two areas among them come from data that are not among the vectors. */
START_TEST(test_indirect_expectations)
{
	struct indirect_band bands[MOST_ROWS];
	struct indirect indirect;
	struct trial in, t;
	struct err err;

	trial_begin(&in, "calculate_ISR.in.csv");
	trial_begin(&t, "expected_ISR_results.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		struct indirect_kind kind =
		    isnan(trial_number(&t, "ref_rate")) ? ratio_kind : rate_kind;
		size_t count =
		    gather_indirect(&in.vectors, trial_text(&t, "area"), bands);
		if (!count)
			continue;
		kind.multiplier = multiplier_said(&t);
		ck_assert(standardise_indirect(bands, count, NULL, &indirect, &err));
		expect_indirect(&t, &indirect, kind);
	}
	close_input(&in);
	trial_end(&t);
}
END_TEST

void
add_vectors_standardise(TCase *tcase)
{
	ADD_ROWS(tcase, test_direct, direct_files);
	tcase_add_test(tcase, test_direct_expectations);
	ADD_ROWS(tcase, test_indirect, indirect_files);
	ADD_ROWS(tcase, test_indirect_totals, total_files);
	tcase_add_test(tcase, test_indirect_expectations);
}
