/* calc/method_trend.c - values against their own past. */
#include <math.h>
#include <stdlib.h>

#include "calc/methods.h"
#include "model/period.h"
#include "stats/trend.h"

/* Columns and choices. */
enum { VALUE, LOWER, UPPER, X, N, PERIOD };
enum { KIND };

static const char *const kind_words[] = { "weighted", "proportion", NULL };

struct dated {
	struct period period;
	size_t row;
};

static int
order_dated(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;
	int order = period_order(x->period, y->period);

	return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* Sharing cases makes a chance rise last for several periods, and a gap makes them no
 * five years: the test would take either for something else. */
static bool
check_years(const struct dated *dated, size_t count, struct err *err)
{
	const unsigned year = 12;
	size_t from = count > TREND_POINTS ? count - TREND_POINTS : 0;

	for (size_t i = from; i < count; i++)
		if (dated[i].period.months != year ||
		    (i > from && !period_follows(dated[i - 1].period, dated[i].period)))
			return err_set(err, FAULT_INPUT,
			    "the periods are not single years in a row, each once");
	return true;
}

/* Rows that say of which period they are, oldest first; others stay as they are. */
static bool
order_rows(
    const struct calc_row *rows, size_t count, struct dated *dated, struct err *err)
{
	size_t told = 0;

	for (size_t i = 0; i < count; i++) {
		dated[i].row = i;
		if (rows[i].text.len == 0)
			continue;
		if (!period_parse(rows[i].text, &dated[i].period, err))
			return false;
		told++;
	}
	if (told == 0)
		return true;
	if (told < count)
		return err_set(err, FAULT_INPUT,
		    "where some rows say of which period they are, all have to");
	qsort(dated, count, sizeof *dated, order_dated);
	return check_years(dated, count, err);
}

static const char *
reason_words(enum trend_reason reason)
{
	switch (reason) {
	case TREND_REASON_NONE: break;
	case TREND_REASON_FEW: return "fewer than five periods";
	case TREND_REASON_GAP: return "one of the latest five periods has no value";
	case TREND_REASON_LIMITS: return "limits are missing, or have no width";
	case TREND_REASON_COUNTS: return "'x' or 'n' is missing or out of range";
	case TREND_REASON_EXTREME: return "a proportion is 0 % or 100 %";
	case TREND_REASON_OVERLAP:
	case TREND_REASON_BOUNDARY:
	case TREND_REASON_TYPE: break;
	}
	return NULL;
}

/* A proportion that is told by its counts alone has a value all the same. */
static struct trend_point
point_of(const struct calc_row *row, bool proportion)
{
	double value = row->in[VALUE];

	return (struct trend_point){
		.value = isnan(value) && proportion ? row->in[X] / row->in[N] : value,
		.lower95 = row->in[LOWER],
		.upper95 = row->in[UPPER],
		.count = row->in[X],
		.denominator = row->in[N],
	};
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
	struct dated *dated = ARENA_NEW(scratch, struct dated, count);
	bool proportion = s->choices[KIND] == 1;
	struct trend_result found;

	(void)made;
	if (!order_rows(rows, count, dated, err))
		return false;
	for (size_t i = 0; i < count; i++)
		points[i] = point_of(&rows[dated[i].row], proportion);
	found =
	    trend_recent(proportion ? TREND_PROPORTION : TREND_WEIGHTED, points, count);
	result->numbers[0] = found.chi_squared;
	result->numbers[1] = found.slope;
	result->words[0] = words[found.trend];
	result->note = reason_words(found.reason);
	return true;
}

const struct calc_method method_trend = {
	.name = "trend",
	.summary = "the recent trend of each group over its latest five years",
	.formula =
	    "  Of the latest five rows, t = 1 to 5; chi-squared has 1 degree of "
	    "freedom.\n"
	    "  weighted:   weights w = (3.92 / (uppercl - lowercl))^2, the slope of "
	    "the\n"
	    "              values on t by least squares, chi-squared = (slope / its\n"
	    "              standard error)^2\n"
	    "  proportion: N = sum n, X = sum x, chi-squared =\n"
	    "              N (N sum xt - X sum nt)^2 /\n"
	    "              (X (N - X) (N sum nt^2 - (sum nt)^2)),\n"
	    "              the slope is that of ln(x / (n - x)) on t\n"
	    "  Significant above 9.5495 (99.8 %), if the slope keeps its sign when "
	    "any\n"
	    "  one of the five is left out. Without periods, rows are oldest first.\n",
	.source = "Office for Health Improvement and Disparities, Fingertips: trend\n"
		  "        markers; Armitage P (1955), Biometrics 11:375",
	.shape = CALC_GROUP,
	.columns = { { .name = "value", .meaning = "of a period", .optional = true },
	    { .name = "lowercl", .meaning = "its lower 95 % limit", .optional = true },
	    { .name = "uppercl", .meaning = "its upper one", .optional = true },
	    { .name = "x", .meaning = "its count, of a proportion", .optional = true },
	    { .name = "n", .meaning = "its denominator", .optional = true },
	    { .name = "period",
		.meaning = "the year: '2015', '2015/16'",
		.optional = true,
		.text = true } },
	.choices = { { .name = "test", .meaning = "which test", .words = kind_words } },
	.numbers = { "chi_squared", "slope" },
	.words = { "trend" },
	.compute = compute_trend,
	.example = "area,period,x,n\nDerby,2013,65,1100\nDerby,2014,71,1110\n"
		   "Derby,2015,83,1120\nDerby,2016,98,1130\nDerby,2017,110,1135\n",
	.arguments = "--by area --test proportion",
};
