/* Life expectancy against the reference implementation, figure by figure. */
#include <math.h>

#include "../unit.h"
#include "stats/life_table.h"
#include "test_vectors.h"
#include "trial.h"

/* The bands of one area, in any order; NaN where there is no row. */
static void
gather(const struct vectors *in, struct str area, struct life_band *bands)
{
	struct err err;

	for (size_t i = 0; i < LIFE_BANDS; i++)
		bands[i] = (struct life_band){ (double)NAN, (double)NAN };
	for (size_t row = 0; row < in->rows; row++) {
		size_t band;
		if (!str_equal(vectors_text(in, row, "area"), area))
			continue;
		double age = vectors_number(in, row, "startage");
		ck_assert_msg(life_band_find(age, &band, &err), "%s", err.text);
		bands[band] = (struct life_band){
			.deaths = vectors_number(in, row, "deaths"),
			.population = vectors_number(in, row, "pops"),
		};
	}
}

static const struct {
	double confidence;
	const char *lower, *upper;
} levels[] = {
	{ 0.95, "lower95_0cl", "upper95_0cl" },
	{ 0.998, "lower99_8cl", "upper99_8cl" },
};

/* A table that is refused here is one of which the reference knows nothing but how many
 * people and deaths there were. */
static void
expect_refusal(struct trial *t)
{
	trial_expect(t, "value", (double)NAN, 0);
	for (size_t i = 0; i < ROWS(levels); i++) {
		trial_expect(t, levels[i].lower, (double)NAN, 0);
		trial_expect(t, levels[i].upper, (double)NAN, 0);
	}
}

static void
expect_expectancy(struct trial *t, const struct life_expectancy *got)
{
	struct interval limits;
	struct err err;

	for (size_t i = 0; i < ROWS(levels); i++) {
		ck_assert(life_limits(got, levels[i].confidence, &limits, &err));
		trial_expect(t, levels[i].lower, limits.lower, 1e-12);
		trial_expect(t, levels[i].upper, limits.upper, 1e-12);
	}
	trial_expect(t, "value", limits.value, 1e-12);
	trial_expect(t, "pops_used", got->population, 0);
	trial_expect(t, "dths_used", got->deaths, 0);
}

START_TEST(test_life_expectancy)
{
	struct life_expectancy table[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	struct trial in, t;
	struct err err;

	trial_begin(&in, "phe_life_expectancy.in.csv");
	trial_begin(&t, "phe_life_expectancy.out.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		size_t band;
		gather(&in.vectors, trial_text(&t, "area"), bands);
		ck_assert(life_band_find(trial_number(&t, "startage"), &band, &err));
		if (life_table(bands, table, &err))
			expect_expectancy(&t, &table[band]);
		else
			expect_refusal(&t);
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

void
add_vectors_life_table(TCase *tcase)
{
	tcase_add_test(tcase, test_life_expectancy);
}
