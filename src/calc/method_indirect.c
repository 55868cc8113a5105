/* calc/method_indirect.c - rates and ratios standardised indirectly. */
#include <math.h>

#include "calc/methods.h"
#include "stats/standardise.h"

/* Columns and choices. */
enum { X, N, REFERENCE_X, REFERENCE_N, TOTAL };
enum { MISSING };

static const char *const missing_words[] = { "refuse", "zero", NULL };

static bool
fill_indirect(const struct calc_settings *s, const struct calc_row *rows, size_t count,
    bool total, struct indirect_band *bands, struct err *err)
{
	bool zero = total || s->choices[MISSING] == 1;

	for (size_t i = 0; i < count; i++) {
		bands[i].population = rows[i].in[N];
		bands[i].reference_events = rows[i].in[REFERENCE_X];
		bands[i].reference_population = rows[i].in[REFERENCE_N];
		if (!method_events(zero, rows[i].in[X], i, &bands[i].events, err))
			return false;
		/* Where the events are known only in total, every row says so. */
		if (total && rows[i].in[TOTAL] != rows[0].in[TOTAL])
			return err_set(err, FAULT_INPUT,
			    "the total of events is not the same in all rows of the "
			    "group");
	}
	return true;
}

typedef bool indirect_limits(const struct indirect *indirect, double multiplier,
    double confidence, struct interval *out, struct err *err);

/* Of a rate the value stands behind the reference rate, of a ratio in its place. */
static bool
compute_indirect(indirect_limits *limits_of, size_t value_at, struct arena *scratch,
    const struct calc_settings *s, const struct calc_row *rows, size_t count,
    struct calc_result *result, struct err *err)
{
	struct indirect_band *bands = ARENA_NEW(scratch, struct indirect_band, count);
	bool total = method_has(rows, count, TOTAL);
	struct indirect indirect;
	struct interval found;

	if (!fill_indirect(s, rows, count, total, bands, err) ||
	    !standardise_indirect(
		bands, count, total ? &rows[0].in[TOTAL] : NULL, &indirect, err))
		return false;
	result->numbers[0] = indirect.observed;
	result->numbers[1] = indirect.expected;
	result->numbers[2] = indirect.reference_rate * s->multiplier;
	result->words[0] = indirect.observed < INTERVAL_EXACT_BELOW ? "Exact" : "Byars";
	for (size_t i = 0; i < s->levels; i++) {
		if (!limits_of(&indirect, s->multiplier, s->confidence[i], &found, err))
			return false;
		result->numbers[value_at] = found.value;
		result->limits[0][i] = (struct calc_limits){ found.lower, found.upper };
	}
	return true;
}

static bool
compute_isratio(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	(void)made;
	return compute_indirect(
	    standardise_ratio, 2, scratch, s, rows, count, results, err);
}

static bool
compute_israte(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	(void)made;
	return compute_indirect(
	    standardise_rate, 3, scratch, s, rows, count, results, err);
}

static void
say_isratio(const struct calc_settings *s, struct buf *out)
{
	buf_add(out, STR("indirectly standardised ratio x "));
	buf_add_number(out, s->multiplier);
}

static void
say_israte(const struct calc_settings *s, struct buf *out)
{
	buf_add(out, STR("indirectly standardised rate per "));
	buf_add_number(out, s->multiplier);
}

#define INDIRECT_COLUMNS                                                               \
	{                                                                              \
		{ .name = "x",                                                         \
			.meaning = "events of an age band",                            \
			.optional = true,                                              \
			.unless = "observed_totals" },                                 \
		    { .name = "n", .meaning = "person-years of the band" },            \
		    { .name = "x_ref",                                                 \
			    .meaning = "the reference population's events" },          \
		    { .name = "n_ref", .meaning = "its person-years, above 0" },       \
		{                                                                      \
			.name = "observed_totals",                                     \
			.meaning =                                                     \
			    "all events of the group, instead of x, in each row",      \
			.optional = true                                               \
		}                                                                      \
	}

#define INDIRECT_CHOICES                                                               \
	{                                                                              \
		{                                                                      \
			.name = "missing", .meaning = "an empty count",                \
			.words = missing_words                                         \
		}                                                                      \
	}

#define INDIRECT_EXAMPLE                                                               \
	"area,ageband,x,n,x_ref,n_ref\nDerby,10-14,14,17000,2500,3400000\n"            \
	"Derby,15-19,31,16000,6100,3200000\n"

#define INDIRECT_SOURCE                                                                \
	"Breslow NE & Day NE (1987), Statistical Methods in Cancer Research II"

const struct calc_method method_isratio = {
	.name = "isratio",
	.summary = "an indirectly standardised ratio: observed over expected events",
	.formula = "  expected = sum(n x_ref / n_ref), observed = sum x\n"
		   "  value    = observed / expected * multiplier\n"
		   "  limits   = those of observed, / expected * multiplier: exact "
		   "below ten\n"
		   "             events, Byar's from ten, as 'rate' has them\n",
	.source = INDIRECT_SOURCE,
	.shape = CALC_GROUP,
	.multiplier = 1,
	.columns = INDIRECT_COLUMNS,
	.choices = INDIRECT_CHOICES,
	.numbers = { "observed", "expected", "value" },
	.sets = { "" },
	.statistic = say_isratio,
	.words = { "method" },
	.compute = compute_isratio,
	.example = INDIRECT_EXAMPLE,
	.arguments = "--by area --multiplier 100",
};

const struct calc_method method_israte = {
	.name = "israte",
	.summary = "an indirectly standardised rate: that ratio times a reference rate",
	.formula = "  expected = sum(n x_ref / n_ref), observed = sum x\n"
		   "  ref_rate = sum x_ref / sum n_ref * multiplier\n"
		   "  value    = observed / expected * ref_rate\n"
		   "  limits   = those of observed, / expected * ref_rate: exact below "
		   "ten\n"
		   "             events, Byar's from ten, as 'rate' has them\n",
	.source = INDIRECT_SOURCE,
	.shape = CALC_GROUP,
	.multiplier = 100000,
	.columns = INDIRECT_COLUMNS,
	.choices = INDIRECT_CHOICES,
	.numbers = { "observed", "expected", "ref_rate", "value" },
	.sets = { "" },
	.statistic = say_israte,
	.words = { "method" },
	.compute = compute_israte,
	.example = INDIRECT_EXAMPLE,
	.arguments = "--by area",
};
