/* calc/method_funnel.c - funnel plots: the limits along the axis, and where the areas
 * stand. */
#include <math.h>

#include "base/number.h"
#include "calc/methods.h"
#include "stats/funnel.h"

enum { EVENTS, DENOMINATOR, RATE };
enum { STATISTIC, RATIO, KIND_OF_RATE, YEARS, WAY };

enum { PROPORTION, OF_RATIO, OF_RATE };

static const char *const statistic_words[] = { "proportion", "ratio", "rate", NULL };
static const double statistic_multipliers[] = { 100, 100, 100000 };
static const char *const ratio_words[] = { "count", "isr", NULL };
static const char *const rate_words[] = { "dsr", "crude", NULL };

/* In the order of enum funnel_way. */
static const char *const way_words[] = { "exact", "published", NULL };

static enum funnel_statistic
statistic_of(const struct calc_settings *s)
{
	switch ((int)s->choices[STATISTIC]) {
	case OF_RATIO:
		return s->choices[RATIO] == 0 ? FUNNEL_RATIO_COUNT : FUNNEL_RATIO_ISR;
	case OF_RATE:
		return s->choices[KIND_OF_RATE] == 0 ? FUNNEL_RATE_DSR
						     : FUNNEL_RATE_CRUDE;
	default: return FUNNEL_PROPORTION;
	}
}

static struct funnel_area
area_of(const struct calc_row *row)
{
	return (struct funnel_area){
		.events = row->in[EVENTS],
		.denominator = row->in[DENOMINATOR],
		.rate = row->in[RATE],
	};
}

static bool
make_funnel(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct funnel *funnel, struct err *err)
{
	struct funnel_area *areas = ARENA_NEW(scratch, struct funnel_area, count);
	struct funnel_kind kind = {
		.statistic = statistic_of(s),
		.way = (enum funnel_way)s->choices[WAY],
		.multiplier = s->multiplier,
		.years = s->choices[YEARS],
	};

	for (size_t i = 0; i < count; i++)
		areas[i] = area_of(&rows[i]);
	return funnel_init(funnel, kind, areas, count, err);
}

/* The published way adds up a distribution's terms event by event. */
static bool
check_patience(const struct funnel *funnel, struct err *err)
{
	const double most = 1e6;

	if (funnel->kind.way == FUNNEL_AS_PUBLISHED &&
	    funnel->kind.statistic != FUNNEL_PROPORTION && funnel->until > most)
		return err_set(err, FAULT_INPUT,
		    "the published way counts no further than to %g events, not to %g",
		    most, funnel->until);
	return true;
}

/* Columns of a row of limits: each limit, before it where it holds. */
static void
fill_limits(const struct funnel *funnel, const struct funnel_row *row, double *numbers)
{
	const struct funnel_limit *limits[] = { &row->lower95, &row->upper95,
		&row->lower998, &row->upper998 };
	bool at_size = funnel->kind.statistic == FUNNEL_PROPORTION;

	*numbers++ = row->size;
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		if (!at_size)
			*numbers++ = limits[i]->at;
		*numbers++ = limits[i]->value;
	}
	*numbers = funnel->baseline;
}

static bool
is_whole(const struct funnel_row *row)
{
	return !isnan(row->lower95.value) && !isnan(row->upper95.value) &&
	       !isnan(row->lower998.value) && !isnan(row->upper998.value);
}

static bool
compute_limits(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	struct funnel_row limits[FUNNEL_ROWS];
	struct funnel funnel;

	_Static_assert(
	    (int)FUNNEL_ROWS <= (int)CALC_TABLE_MOST, "a funnel fits a table");
	if (!make_funnel(scratch, s, rows, count, &funnel, err) ||
	    !check_patience(&funnel, err))
		return false;
	funnel_rows(&funnel, limits);
	*made = FUNNEL_ROWS;
	for (size_t i = 0; i < FUNNEL_ROWS; i++) {
		fill_limits(&funnel, &limits[i], results[i].numbers);
		results[i].words[0] =
		    s->choices[STATISTIC] == PROPORTION ? "Wilson" : "Poisson";
		if (!is_whole(&limits[i]))
			results[i].note =
			    "the published way has no limits at this size";
	}
	return true;
}

static const char *
side_word(enum side side)
{
	switch (side) {
	case SIDE_UNKNOWN: break;
	case SIDE_FAR_BELOW: return "Low (0.001)";
	case SIDE_BELOW: return "Low (0.025)";
	case SIDE_SIMILAR: return "Not significant";
	case SIDE_ABOVE: return "High (0.025)";
	case SIDE_FAR_ABOVE: return "High (0.001)";
	}
	return NULL;
}

static bool
compute_points(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	struct funnel funnel;

	(void)made;
	if (!make_funnel(scratch, s, rows, count, &funnel, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct funnel_area area = area_of(&rows[i]);
		struct funnel_limit point = funnel_point(&funnel, &area);
		results[i].numbers[0] = point.value;
		results[i].numbers[1] = point.at;
		results[i].words[0] = side_word(funnel_significance(&funnel, &area));
		if (!results[i].words[0])
			results[i].note = "fewer than ten events are not shown on a "
					  "funnel of directly standardised rates";
		else if (isnan(point.value))
			results[i].note = "the area has no rate";
	}
	return true;
}

static const char *const *
name_limits(const struct calc_settings *s)
{
	static const char *const proportion[CALC_NUMBERS] = { "Population",
		"lower_2s_limit", "upper_2s_limit", "lower_3s_limit", "upper_3s_limit",
		"baseline" };
	static const char *const ratio[CALC_NUMBERS] = { "Observed_events",
		"lower_2s_exp_events", "lower_2s_limit", "upper_2s_exp_events",
		"upper_2s_limit", "lower_3s_exp_events", "lower_3s_limit",
		"upper_3s_exp_events", "upper_3s_limit", "baseline" };
	static const char *const rate[CALC_NUMBERS] = { "Events",
		"lower_2s_population_1_year", "lower_2s_limit",
		"upper_2s_population_1_year", "upper_2s_limit",
		"lower_3s_population_1_year", "lower_3s_limit",
		"upper_3s_population_1_year", "upper_3s_limit", "baseline" };

	switch ((int)s->choices[STATISTIC]) {
	case OF_RATIO: return ratio;
	case OF_RATE: return rate;
	default: return proportion;
	}
}

/* Where a rate stands has to be derived; other values have their place in the table. */
static const char *const *
name_points(const struct calc_settings *s)
{
	static const char *const rate[CALC_NUMBERS] = { "rate_chart",
		"denominator_derived" };
	static const char *const other[CALC_NUMBERS] = { "value" };

	return s->choices[STATISTIC] == OF_RATE ? rate : other;
}

/* "rate (dsr per 100,000)" */
static void
say_funnel(const struct calc_settings *s, struct buf *out)
{
	size_t ratio = (size_t)s->choices[RATIO],
	       rate = (size_t)s->choices[KIND_OF_RATE];

	switch ((int)s->choices[STATISTIC]) {
	case OF_RATIO: buf_print(out, "ratio (%s)", ratio_words[ratio]); return;
	case OF_RATE:
		buf_print(out, "rate (%s per ", rate_words[rate]);
		if (s->multiplier == floor(s->multiplier))
			out->len += number_print_grouped(
			    buf_room(out, NUMBER_LONGEST), s->multiplier, 0);
		else
			buf_add_number(out, s->multiplier);
		buf_add_char(out, ')');
		return;
	default: buf_add(out, STR("proportion"));
	}
}

#define FUNNEL_COLUMNS                                                                 \
	{                                                                              \
		{ .name = "numerator", .meaning = "events of an area" },               \
		    { .name = "denominator",                                           \
			    .meaning =                                                 \
				"people; of ratios, expected events; of crude "        \
				"rates, person-years where there are no events",       \
			    .optional = true },                                        \
		{                                                                      \
			.name = "rate",                                                \
			.meaning = "the rate, of rates: person-years follow from it",  \
			.optional = true                                               \
		}                                                                      \
	}

#define FUNNEL_CHOICES                                                                 \
	{                                                                              \
		{ .name = "statistic",                                                 \
			.meaning = "what is published",                                \
			.words = statistic_words,                                      \
			.multipliers = statistic_multipliers },                        \
		    { .name = "ratio_type",                                            \
			    .meaning = "of a ratio: less 1, or times 100",             \
			    .words = ratio_words },                                    \
		    { .name = "rate_type",                                             \
			    .meaning = "of a rate",                                    \
			    .words = rate_words },                                     \
		    { .name = "years_of_data",                                         \
			    .meaning = "that a rate is of",                            \
			    .initial = 1,                                              \
			    .least = 0.01,                                             \
			    .most = 100 },                                             \
		{                                                                      \
			.name = "way",                                                 \
			.meaning =                                                     \
			    "as the method says, or as the national code has it",      \
			.words = way_words                                             \
		}                                                                      \
	}

#define FUNNEL_EXAMPLE                                                                 \
	"area,numerator,denominator\nDerby,65,1100\nLeicester,161,1900\n"              \
	"Nottingham,98,1500\nRutland,4,160\n"

#define FUNNEL_SOURCE "Spiegelhalter DJ (2005), Statistics in Medicine 24:1185"

const struct calc_method method_funnel_limits = {
	.name = "funnel-limits",
	.summary = "the limits of a funnel plot along its axis",
	.formula =
	    "  Limits of 95 % (P = 0.025 either side) and 99.8 % (P = 0.001) at 100\n"
	    "  sizes, by the average p = sum numerator / sum denominator.\n"
	    "  proportions: p -/+ z sqrt(p (1 - p) / N) among N people, within 0 to 1\n"
	    "  ratios:      O / e of O events, less 1 or times 100, e the expected\n"
	    "               events under which so many, or so few, have probability P\n"
	    "  rates:       O / (e / p) * multiplier of O events, holding at\n"
	    "               e / p / years_of_data person-years a year; a rate's\n"
	    "               denominator is numerator * multiplier / rate\n",
	.source = FUNNEL_SOURCE,
	.shape = CALC_TABLE,
	.multiplier = 100,
	.multiplied = "what proportions or rates are per",
	.columns = FUNNEL_COLUMNS,
	.choices = FUNNEL_CHOICES,
	.numbers_of = name_limits,
	.statistic = say_funnel,
	.words = { "method" },
	.compute = compute_limits,
	.example = FUNNEL_EXAMPLE,
	.arguments = "--statistic proportion",
};

const struct calc_method method_funnel_points = {
	.name = "funnel-points",
	.summary = "where each area stands on a funnel plot, and whether outside",
	.formula =
	    "  Significance of proportions: outside the funnel's limits at the area's\n"
	    "  own size; of ratios and rates: 1, or the average, outside the area's "
	    "own\n"
	    "  limits (exact below ten events, Byar's from ten).\n"
	    "  denominator_derived = numerator * multiplier / rate / years_of_data\n",
	.source = FUNNEL_SOURCE,
	.shape = CALC_PLACED,
	.together = true,
	.multiplier = 100,
	.multiplied = "what proportions or rates are per",
	.columns = FUNNEL_COLUMNS,
	.choices = FUNNEL_CHOICES,
	.numbers_of = name_points,
	.words = { "significance" },
	.compute = compute_points,
	.example = FUNNEL_EXAMPLE,
	.arguments = "--statistic proportion",
};
