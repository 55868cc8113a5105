/* calc/method_compare.c - values against a benchmark, and against their own past. */
#include <math.h>
#include <stdio.h>

#include "calc/methods.h"
#include "stats/compare.h"
#include "stats/trend.h"

/* Columns and choices of compare. */
enum { VALUE, LOWER95, UPPER95, LOWER998, UPPER998, BENCHMARK, DENOMINATOR };
enum { BY, GOOD, UNIT };

enum { BY_INTERVAL, BY_TWO_LEVELS, BY_CONTROL };

static const char *const by_words[] = { "interval", "two-levels", "control", NULL };
static const char *const good_words[] = { "neither", "high", "low", NULL };

static const char *
verdict(enum side side, int good)
{
	static const char *const words[][3] = {
		[SIDE_UNKNOWN] = { NULL, NULL, NULL },
		[SIDE_FAR_BELOW] = { "Lowest", "Worst", "Best" },
		[SIDE_BELOW] = { "Lower", "Worse", "Better" },
		[SIDE_SIMILAR] = { "Similar", "Similar", "Similar" },
		[SIDE_ABOVE] = { "Higher", "Better", "Worse" },
		[SIDE_FAR_ABOVE] = { "Highest", "Best", "Worst" },
	};

	return words[side][good];
}

static bool
compute_compare(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *result, size_t *made,
    struct err *err)
{
	struct limits local = { rows->in[VALUE], rows->in[LOWER95], rows->in[UPPER95],
		rows->in[LOWER998], rows->in[UPPER998] };
	double benchmark = rows->in[BENCHMARK];
	enum side side = SIDE_UNKNOWN;

	(void)scratch, (void)count, (void)made;
	switch ((int)s->choices[BY]) {
	case BY_INTERVAL: side = compare_interval(&local, benchmark); break;
	case BY_TWO_LEVELS:
		if (isnan(local.lower998) || isnan(local.upper998))
			return err_set(err, FAULT_INPUT,
			    "two levels want 'lower998' and 'upper998'");
		side = compare_interval_two_levels(&local, benchmark);
		break;
	case BY_CONTROL:
		side = compare_control_proportion(local.value, rows->in[DENOMINATOR],
		    benchmark, s->choices[UNIT], 0.95);
		break;
	}
	if (side == SIDE_UNKNOWN)
		return err_set(err, FAULT_INPUT,
		    s->choices[BY] == BY_CONTROL
			? "control limits want a denominator above 0 and a benchmark "
			  "from 0 to the unit"
			: "the comparison wants both limits, the lower one first");
	result->words[0] = verdict(side, (int)s->choices[GOOD]);
	return true;
}

const struct calc_method method_compare = {
	.name = "compare",
	.summary = "each value against a benchmark",
	.formula =
	    "  interval:   similar when the benchmark is within the 95 % limits, ends\n"
	    "              included\n"
	    "  two-levels: beyond the 99.8 % limits too it is lowest, highest, worst,\n"
	    "              best\n"
	    "  control:    similar when a proportion is within Wilson's limits of the\n"
	    "              benchmark among as many people\n",
	.source =
	    "Office for Health Improvement and Disparities, Fingertips: comparing "
	    "with a benchmark",
	.shape = CALC_EACH,
	.columns = { { .name = "value", .meaning = "the local value" },
	    { .name = "lowercl", .meaning = "its lower 95 % limit", .optional = true },
	    { .name = "uppercl", .meaning = "its upper 95 % limit", .optional = true },
	    { .name = "lower998",
		.meaning = "its lower 99.8 % limit",
		.optional = true },
	    { .name = "upper998",
		.meaning = "its upper 99.8 % limit",
		.optional = true },
	    { .name = "benchmark", .meaning = "the value to compare with" },
	    { .name = "denominator",
		.meaning = "people, for control limits",
		.optional = true } },
	.choices = { { .name = "method", .meaning = "of comparing", .words = by_words },
	    { .name = "good", .meaning = "which values are good", .words = good_words },
	    { .name = "unit",
		.meaning = "what a proportion is multiplied by, for control limits",
		.initial = 100,
		.least = 1e-9,
		.most = 1e9 } },
	.words = { "comparison" },
	.compute = compute_compare,
	.example = "area,value,lowercl,uppercl,benchmark\nDerby,14.1,13.2,15.1,12.9\n"
		   "Rutland,11.8,9.6,14.4,12.9\n",
	.arguments = "--good low",
};

/* Columns and choices of trend. */
enum { T_VALUE, T_LOWER, T_UPPER, T_X, T_N };
enum { KIND };

static const char *const kind_words[] = { "weighted", "proportion", NULL };

static const char *
trend_reason_words(enum trend_reason reason)
{
	switch (reason) {
	case TREND_REASON_NONE: break;
	case TREND_REASON_FEW: return "fewer than five periods";
	case TREND_REASON_GAP: return "one of the latest five periods has no value";
	case TREND_REASON_LIMITS: return "limits are missing, or have no width";
	case TREND_REASON_COUNTS: return "'x' or 'n' is missing or out of range";
	case TREND_REASON_EXTREME: return "a proportion is 0 % or 100 %";
	case TREND_REASON_OVERLAP:
	case TREND_REASON_TYPE: break;
	}
	return "";
}

static bool
compute_trend(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *result, size_t *made,
    struct err *err)
{
	static const char *const words[] = { [TREND_UNKNOWN] = NULL,
		[TREND_NONE] = "No significant change",
		[TREND_UP] = "Increasing",
		[TREND_DOWN] = "Decreasing" };
	struct trend_point *points = ARENA_NEW(scratch, struct trend_point, count);
	struct trend_result found;

	(void)made, (void)err;
	for (size_t i = 0; i < count; i++)
		points[i] =
		    (struct trend_point){ rows[i].in[T_VALUE], rows[i].in[T_LOWER],
			    rows[i].in[T_UPPER], rows[i].in[T_X], rows[i].in[T_N] };
	found = trend_recent(
	    s->choices[KIND] == 0 ? TREND_WEIGHTED : TREND_PROPORTION, points, count);
	result->numbers[0] = found.chi_squared;
	result->numbers[1] = found.slope;
	result->words[0] = words[found.trend];
	snprintf(
	    result->note, sizeof result->note, "%s", trend_reason_words(found.reason));
	return true;
}

const struct calc_method method_trend = {
	.name = "trend",
	.summary = "the recent trend of each group, its rows oldest first",
	.formula =
	    "  Of the latest five rows, t = 1 to 5.\n"
	    "  weighted:   w = (3.92 / (uppercl - lowercl))^2, chi-squared of the\n"
	    "              weighted slope of the value\n"
	    "  proportion: chi-squared for trend of x in n\n"
	    "  Significant above 9.5495 (99.8 %), if the slope keeps its sign when "
	    "any\n"
	    "  one of the five is left out.\n",
	.source = "Office for Health Improvement and Disparities, Fingertips: recent "
		  "trends",
	.shape = CALC_GROUP,
	.columns = { { .name = "value", .meaning = "of a period", .optional = true },
	    { .name = "lowercl", .meaning = "its lower 95 % limit", .optional = true },
	    { .name = "uppercl", .meaning = "its upper one", .optional = true },
	    { .name = "x", .meaning = "its count, of a proportion", .optional = true },
	    { .name = "n", .meaning = "its denominator", .optional = true } },
	.choices = { { .name = "test", .meaning = "which test", .words = kind_words } },
	.numbers = { "chi_squared", "slope" },
	.words = { "trend" },
	.compute = compute_trend,
	.example =
	    "area,year,value,x,n\nDerby,2013,5.9,65,1100\nDerby,2014,6.4,71,1110\n"
	    "Derby,2015,7.4,83,1120\nDerby,2016,8.7,98,1130\n"
	    "Derby,2017,9.7,110,1135\n",
	.arguments = "--by area --test proportion",
};
