/* Whatever the reference refuses or warns of when it makes rates, proportions, means,
 * standardised figures, funnels and quantiles is refused here, or cannot be said here,
 * or is for the caller to mind. The list of its conditions is read, so that none can be
 * forgotten. */
#include <math.h>
#include <stdio.h>

#include "../unit.h"
#include "stats/funnel.h"
#include "stats/mean.h"
#include "stats/quantile.h"
#include "stats/standardise.h"
#include "test_vectors.h"
#include "trial.h"

#define NONE ((double)NAN)

/* One spoilt call of each kind; `function` is how the reference's name begins. */
static const struct {
	const char *function, *name;
	double x, n, confidence;
} counts[] = {
	{ "phe_", "negative x", -1, 10, 0.95 },
	{ "phe_", "n=0", 1, 0, 0.95 },
	{ "phe_", "n<0", 1, -10, 0.95 },
	{ "phe_", "char x", NONE, 10, 0.95 },
	{ "phe_proportion", "x>n", 11, 10, 0.95 },
	{ "phe_", "conf 1.5", 1, 10, 1.5 },
	{ "phe_", "conf 3", 1, 10, 3 },
	{ "phe_", "conf 101", 1, 10, 101 },
	{ "phe_rate", "conf NA", 1, 10, NONE },
	{ "phe_", "conf NA standard", 1, 10, NONE },
};

static const struct {
	const char *name;
	double values[2];
	size_t count;
} means[] = {
	{ "char", { 1, NONE }, 2 },
	{ "one row", { 1 }, 1 },
};

static const struct {
	const char *name;
	struct direct_band band;
	double multiplier, confidence;
} direct[] = {
	{ "char x", { NONE, 10, 1 }, 1, 0.95 },
	{ "NA n", { 5, NONE, 1 }, 1, 0.95 },
	{ "NA stdpop", { 5, 10, NONE }, 1, 0.95 },
	{ "neg x", { -5, 10, 1 }, 1, 0.95 },
	{ "n=0", { 5, 0, 1 }, 1, 0.95 },
	{ "stdpop<0", { 5, 10, -1 }, 1, 0.95 },
	{ "multiplier 0", { 5, 10, 1 }, 0, 0.95 },
	{ "conf char", { 5, 10, 1 }, 1, NONE },
};

static const struct {
	const char *name;
	struct repeat_band second;
} repeated[] = {
	{ "nonindep char eventfreq", { 0, NONE, 5, 10, 1 } },
	{ "nonindep NA eventfreq", { 0, NONE, 5, 10, 1 } },
	{ "nonindep differing n", { 0, 2, 5, 11, 1 } },
};

static const struct {
	const char *name;
	struct indirect_band band;
} indirect[] = {
	{ "neg x", { -1, 10, 1, 10 } },
	{ "neg n", { 1, -10, 1, 10 } },
};

static const struct {
	const char *function, *name;
	enum funnel_statistic statistic;
	double multiplier;
	struct funnel_area area;
} funnels[] = {
	{ "calculate_funnel_limits", "prop NA", FUNNEL_PROPORTION, 1,
	    { NONE, 10, NONE } },
	{ "calculate_funnel_limits", "rate NA x", FUNNEL_RATE_CRUDE, 1,
	    { NONE, 10, 1 } },
	{ "calculate_funnel_limits", "rate NA rate no denom", FUNNEL_RATE_DSR, 1,
	    { 5, NONE, NONE } },
	{ "calculate_funnel_", "rate 0 events no denom", FUNNEL_RATE_CRUDE, 1,
	    { 0, NONE, 0 } },
	{ "calculate_funnel_", "rate 0 events denom 0", FUNNEL_RATE_CRUDE, 1,
	    { 0, 0, 0 } },
	{ "assign_funnel_significance", "x>n prop", FUNNEL_PROPORTION, 1,
	    { 11, 10, NONE } },
	{ "assign_funnel_significance", "neg x", FUNNEL_RATIO_ISR, 1,
	    { -1, 10, NONE } },
	{ "assign_funnel_significance", "n 0", FUNNEL_RATIO_ISR, 1, { 1, 0, NONE } },
	{ "assign_funnel_significance", "ratio NA x", FUNNEL_RATIO_ISR, 1,
	    { NONE, 10, NONE } },
	{ "assign_funnel_significance", "prop NA", FUNNEL_PROPORTION, 1,
	    { 1, NONE, NONE } },
	{ "assign_funnel_significance", "rate crude no denom 0 events",
	    FUNNEL_RATE_CRUDE, 1, { 0, NONE, 0 } },
	{ "calculate_funnel_points", "0 events no denom", FUNNEL_RATE_CRUDE, 1,
	    { 0, NONE, 0 } },
	{ "calculate_funnel_points", "0 events denom 0", FUNNEL_RATE_CRUDE, 1,
	    { 0, 0, 0 } },
	{ "calculate_funnel_points", "NA x", FUNNEL_RATE_DSR, 1, { NONE, 10, 1 } },
};

/* Not to be said in C, or not this layer's to say. */
static const struct {
	const char *function, *name, *why;
} unsayable[] = {
	{ "phe_", "no n", "no argument can be left out" },
	{ "phe_", "no x", "no argument can be left out" },
	{ "phe_", "missing", "no argument can be left out" },
	{ "calculate_", "no stdpop", "no argument can be left out" },
	{ "calculate_", "missing", "no argument can be left out" },
	{ "calculate_", "nonindep no eventfreq", "each row has its frequency" },
	{ "calculate_", "nonindep no ageband", "each row has its band" },
	{ "calculate_funnel_limits", "no statistic", "no argument can be left out" },
	{ "calculate_funnel_limits", "prop no multiplier",
	    "no argument can be left out" },
	{ "calculate_funnel_limits", "ratio no ratio_type",
	    "count and isr are statistics of their own" },
	{ "calculate_funnel_limits", "rate missing args",
	    "no argument can be left out" },
	{ "assign_funnel_significance", "no statistic", "no argument can be left out" },
	{ "assign_funnel_significance", "rate no multiplier",
	    "no argument can be left out" },
	{ "assign_funnel_significance", "rate crude, denominator not supplied",
	    "an area has its denominator" },
	{ "calculate_funnel_points", "missing args", "no argument can be left out" },
	{ "phe_", "type", "all columns are always given" },
	{ "phe_", "type bad", "all columns are always given" },
	{ "calculate_IS", "type", "all columns are always given" },
	{ "calculate_funnel_", "bad type", "all columns are always given" },
	{ "phe_", "conf c(.95,.99)", "one level a call" },
	{ "phe_", "conf 3 values", "one level a call" },
	{ "calculate_dsr", "conf 2 bad", "one level a call" },
	{ "calculate_dsr", "not df", "bands are structs" },
	{ "calculate_dsr", "x not field", "bands are structs" },
	{ "calculate_dsr", "indep NA", "two functions" },
	{ "calculate_IS", "unequal rows", "a band has its own reference" },
	{ "calculate_IS", "x_ref length", "a band has its own reference" },
	{ "calculate_IS", "n_ref length", "a band has its own reference" },
	{ "calculate_IS", "refpoptype", "a band has its own reference" },
	{ "calculate_IS", "x_ref field missing", "bands are structs" },
	{ "calculate_IS", "n_ref field missing", "bands are structs" },
	{ "calculate_IS", "x not in data", "bands are structs" },
	{ "calculate_IS", "totals x missing", "the total is a number" },
	{ "calculate_funnel_limits", "bad statistic", "an enumeration" },
	{ "calculate_funnel_limits", "ratio bad type", "an enumeration" },
	{ "calculate_funnel_limits", "bad rate_type", "an enumeration" },
	{ "assign_funnel_significance", "bad statistic", "an enumeration" },
	{ "phe_quantile", "inverttype", "an enumeration" },
	{ "phe_quantile", "invert not logical", "an enumeration" },
	{ "phe_quantile", "invert field missing", "an enumeration" },
	{ "phe_quantile", "char values", "values are numbers" },
	{ "phe_quantile", "mixed invert in group", "one order a call" },
	{ "phe_", "conf .74", "any level in (0, 1); a caller may want 0.9 or more" },
	{ "phe_mean", "conf .8", "any level in (0, 1); a caller may want 0.9 or more" },
	{ "calculate_dsr", "conf .5",
	    "any level in (0, 1); a caller may want 0.9 or more" },
	{ "calculate_IS", "conf",
	    "any level in (0, 1); a caller may want 0.9 or more" },
};

struct condition {
	struct str function, name;
};

static bool
is_about(const struct condition *condition, const char *function, const char *name)
{
	return str_starts(condition->function, str_of(function)) &&
	       str_starts(condition->name, str_of(name)) &&
	       (condition->name.len == str_of(name).len ||
		   condition->name.at[str_of(name).len] == ',');
}

static bool
refuses_count(const struct condition *condition)
{
	bool proportion = str_equal(condition->function, STR("phe_proportion"));
	struct interval out;
	struct err err;

	if (!proportion && !str_equal(condition->function, STR("phe_rate")))
		return false;
	for (size_t i = 0; i < ROWS(counts); i++) {
		double x = counts[i].x, n = counts[i].n, c = counts[i].confidence;
		if (is_about(condition, counts[i].function, counts[i].name))
			return proportion ? !interval_proportion(x, n, 1, c, &out, &err)
					  : !interval_rate(x, n, 1, c, &out, &err);
	}
	return false;
}

static bool
refuses_mean(const struct condition *condition)
{
	struct interval out;
	struct mean mean;
	struct err err;

	for (size_t i = 0; i < ROWS(means); i++)
		if (is_about(condition, "phe_mean", means[i].name))
			return !mean_of(means[i].values, means[i].count, &mean, &err) ||
			       !interval_mean(mean.value, mean.deviation, mean.count,
				   0.95, &out, &err);
	return false;
}

static bool
refuses_direct(const struct condition *condition)
{
	struct interval out;
	struct direct_rate rate;
	struct err err;

	for (size_t i = 0; i < ROWS(direct); i++) {
		const struct direct_band bands[] = { { 30, 100, 2 }, direct[i].band };
		if (is_about(condition, "calculate_dsr", direct[i].name))
			return !standardise_direct(
				   bands, 2, direct[i].multiplier, &rate, &err) ||
			       !standardise_direct_limits(
				   &rate, direct[i].confidence, &out, &err);
	}
	for (size_t i = 0; i < ROWS(repeated); i++) {
		const struct repeat_band rows[] = { { 0, 1, 20, 10, 1 },
			repeated[i].second };
		if (is_about(condition, "calculate_dsr", repeated[i].name))
			return !standardise_direct_repeated(rows, 2, 1, &rate, &err);
	}
	return false;
}

static bool
refuses_indirect(const struct condition *condition)
{
	struct indirect out;
	struct err err;

	for (size_t i = 0; i < ROWS(indirect); i++) {
		const struct indirect_band bands[] = { { 1, 100, 1, 100 },
			indirect[i].band };
		if (is_about(condition, "calculate_IS", indirect[i].name))
			return !standardise_indirect(bands, 2, NULL, &out, &err);
	}
	return false;
}

static bool
refuses_funnel(const struct condition *condition)
{
	struct funnel out;
	struct err err;

	for (size_t i = 0; i < ROWS(funnels); i++) {
		struct funnel_kind kind = { funnels[i].statistic, FUNNEL_EXACT,
			funnels[i].multiplier, 1 };
		const struct funnel_area areas[] = { { 5, 50, 1 }, funnels[i].area };
		if (is_about(condition, funnels[i].function, funnels[i].name))
			return !funnel_init(&out, kind, areas, 2, &err);
	}
	return false;
}

static bool
refuses_quantiles(const struct condition *condition)
{
	static const double values[] = { 1, 2, NONE, 3 };
	double sorted[4];
	int groups[4];
	struct err err;

	return (is_about(condition, "phe_quantile", "too few") ||
		   is_about(condition, "phe_quantile", "grouped too few in one")) &&
	       !quantile_assign(
		   values, 4, 4, QUANTILE_HIGHEST_FIRST, sorted, groups, &err);
}

static bool
is_refused(const struct condition *condition)
{
	return refuses_count(condition) || refuses_mean(condition) ||
	       refuses_direct(condition) || refuses_indirect(condition) ||
	       refuses_funnel(condition) || refuses_quantiles(condition);
}

static bool
is_unsayable(const struct condition *condition)
{
	for (size_t i = 0; i < ROWS(unsayable); i++)
		if (is_about(condition, unsayable[i].function, unsayable[i].name))
			return true;
	return false;
}

START_TEST(test_conditions)
{
	size_t refused = 0, unsaid = 0;
	struct trial t;

	trial_begin(&t, "conditions.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		struct str name = trial_text(&t, "case");
		struct condition condition = { trial_text(&t, "fn"), name };
		if (trial_says(&t, "fn", "phe_sii") || trial_says(&t, "outcome", "ok"))
			continue;
		bool refuses = is_refused(&condition);
		refused += refuses ? 1 : 0;
		unsaid += refuses ? 0 : 1;
		bool met = refuses != is_unsayable(&condition);
		trial_expect_text(
		    &t, "case", met ? str_c(&t.arena, name) : "not one counterpart");
	}
	printf("# %zu refused, %zu not to be said\n", refused, unsaid);
	trial_end(&t);
}
END_TEST

void
add_vectors_refusals(TCase *tcase)
{
	tcase_add_test(tcase, test_conditions);
}
