/* calc/method_sample.c - what a sample of values says of itself: its mean, and which
 * values are among the highest. */
#include <math.h>

#include "calc/methods.h"
#include "stats/compare.h"
#include "stats/mean.h"
#include "stats/quantile.h"

static const char *const missing_words[] = { "refuse", "skip", NULL };

/* The values that are there; false when one is not and that is not to be passed over.
 */
static bool
present_values(const struct calc_settings *s, const struct calc_row *rows, size_t count,
    double *values, size_t *kept, struct err *err)
{
	*kept = 0;
	for (size_t i = 0; i < count; i++) {
		if (!isnan(rows[i].in[0]))
			values[(*kept)++] = rows[i].in[0];
		else if (s->choices[0] == 0)
			return err_set(err, FAULT_INPUT,
			    "value %zu is missing; --missing skip leaves such out",
			    i + 1);
	}
	return true;
}

static bool
compute_mean(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	double *values = ARENA_NEW(scratch, double, count);
	struct interval found;
	struct mean mean;
	size_t kept;

	(void)made;
	if (!present_values(s, rows, count, values, &kept, err) ||
	    !mean_of(values, kept, &mean, err))
		return false;
	results->numbers[0] = mean.sum;
	results->numbers[1] = (double)mean.count;
	results->numbers[2] = mean.deviation;
	results->numbers[3] = mean.value;
	results->words[0] = "Student's t-distribution";
	if (mean.count < 2) {
		results->note = "one value has no limits";
		return true;
	}
	for (size_t i = 0; i < s->levels; i++) {
		if (!interval_mean(mean.value, mean.deviation, mean.count,
			s->confidence[i], &found, err))
			return false;
		results->limits[0][i] =
		    (struct calc_limits){ found.lower, found.upper };
	}
	return true;
}

static void
say_mean(const struct calc_settings *s, struct buf *out)
{
	(void)s;
	buf_add(out, STR("mean"));
}

const struct calc_method method_mean = {
	.name = "mean",
	.summary = "the mean of each group with limits of Student's t",
	.formula =
	    "  value  = sum x / count\n"
	    "  stdev  = sqrt(sum (x - value)^2 / (count - 1))\n"
	    "  limits = value -/+ t stdev / sqrt(count), t the quantile of the "
	    "level of\n"
	    "           Student's distribution with count - 1 degrees of freedom\n",
	.source =
	    "Altman DG, Machin D, Bryant TN & Gardner MJ (2000), Statistics with\n"
	    "        Confidence",
	.shape = CALC_GROUP,
	.columns = { { .name = "x", .meaning = "one value", .gaps = true } },
	.choices = { { .name = "missing",
	    .meaning = "an empty value",
	    .words = missing_words } },
	.numbers = { "value_sum", "value_count", "stdev", "value" },
	.sets = { "" },
	.statistic = say_mean,
	.words = { "method" },
	.compute = compute_mean,
	.example = "school,x\nA,12\nA,15\nA,9\nB,20\nB,14\n",
	.arguments = "--by school",
};

enum { QUANTILES, INVERT, BOUNDS };

static const char *const invert_words[] = { "true", "false", NULL };
static const char *const bounds_words[] = { "ranks", "percentiles", NULL };

/* Groups cut at the percentiles of the values, counted from the lowest or turned round.
 */
static bool
cut_at_percentiles(const struct calc_settings *s, const double *values, size_t count,
    double *sorted, int *groups, struct err *err)
{
	int quantiles = (int)s->choices[QUANTILES];
	size_t numbers;

	for (size_t i = 0; i < count; i++)
		sorted[i] = values[i];
	numbers = sort_values(sorted, count);
	if (numbers < (size_t)quantiles)
		return err_set(err, FAULT_INPUT,
		    "%d quantiles need as many values, not %zu", quantiles, numbers);
	for (size_t i = 0; i < count; i++) {
		groups[i] =
		    compare_quantile_group(values[i], sorted, numbers, quantiles);
		if (groups[i] && s->choices[INVERT] == 0)
			groups[i] = quantiles + 1 - groups[i];
	}
	return true;
}

static bool
assign_groups(const struct calc_settings *s, const double *values, size_t count,
    double *sorted, int *groups, struct err *err)
{
	enum quantile_order order =
	    s->choices[INVERT] == 0 ? QUANTILE_HIGHEST_FIRST : QUANTILE_LOWEST_FIRST;

	if (s->choices[BOUNDS] == 1)
		return cut_at_percentiles(s, values, count, sorted, groups, err);
	return quantile_assign(
	    values, count, (int)s->choices[QUANTILES], order, sorted, groups, err);
}

static bool
compute_quantile(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	double *values = ARENA_NEW(scratch, double, count);
	double *sorted = ARENA_NEW(scratch, double, count);
	int *groups = ARENA_NEW(scratch, int, count);

	(void)made;
	for (size_t i = 0; i < count; i++)
		values[i] = rows[i].in[0];
	if (!assign_groups(s, values, count, sorted, groups, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (groups[i])
			results[i].numbers[0] = groups[i];
		else
			results[i].note = "the value is missing";
	}
	return true;
}

const struct calc_method method_quantile = {
	.name = "quantile",
	.summary = "which tenth, fifth or fourth of its group each value is in",
	.formula =
	    "  by ranks, as deprivation deciles are made:\n"
	    "    quantile = floor((k + 1) - ceil(((m + 1) - rank) / (m / k))), 1 for "
	    "0;\n"
	    "    m values, k quantiles; equal values have the lowest of their ranks\n"
	    "  by percentiles, as Fingertips compares areas: the first of the bounds\n"
	    "    1/k, 2/k ... of all values, interpolated, that is not below the "
	    "value\n",
	.source =
	    "Office for Health Improvement and Disparities, technical guidance "
	    "on\n"
	    "        assigning deprivation categories; Hyndman RJ & Fan Y (1996), "
	    "type 7",
	.shape = CALC_PLACED,
	.columns = { { .name = "values", .meaning = "a value", .gaps = true } },
	.choices = { { .name = "nquantiles",
			 .meaning = "how many quantiles",
			 .initial = 10,
			 .least = 2,
			 .most = 1000,
			 .whole = true },
	    { .name = "invert",
		.meaning = "whether quantile 1 has the highest values",
		.words = invert_words },
	    { .name = "bounds",
		.meaning = "what quantiles are cut by",
		.words = bounds_words } },
	.numbers = { "quantile" },
	.compute = compute_quantile,
	.example = "area,values\nA,31.2\nB,18.4\nC,24.9\nD,9.7\n",
	.arguments = "--nquantiles 2",
};
