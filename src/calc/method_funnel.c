/* calc/method_funnel.c - funnel plots: the limits along the axis, and where the areas
 * stand. */
#include <stdio.h>

#include "calc/methods.h"
#include "stats/funnel.h"

enum { EVENTS, DENOMINATOR, RATE };
enum { STATISTIC, YEARS, WAY };

/* In the order of enum funnel_statistic and enum funnel_way. */
static const char *const statistic_words[] = { "proportion", "ratio-count", "ratio-isr",
	"rate-dsr", "rate-crude", NULL };
static const char *const way_words[] = { "exact", "published", NULL };

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
		.statistic = (enum funnel_statistic)s->choices[STATISTIC],
		.way = (enum funnel_way)s->choices[WAY],
		.multiplier = s->multiplier,
		.years = s->choices[YEARS],
	};

	for (size_t i = 0; i < count; i++)
		areas[i] = area_of(&rows[i]);
	return funnel_init(funnel, kind, areas, count, err);
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
	if (!make_funnel(scratch, s, rows, count, &funnel, err))
		return false;
	funnel_rows(&funnel, limits);
	*made = FUNNEL_ROWS;
	for (size_t i = 0; i < FUNNEL_ROWS; i++) {
		double *numbers = results[i].numbers;
		numbers[0] = limits[i].size;
		numbers[1] = funnel.baseline;
		numbers[2] = limits[i].lower95.value;
		numbers[3] = limits[i].upper95.value;
		numbers[4] = limits[i].lower998.value;
		numbers[5] = limits[i].upper998.value;
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
		enum side side = funnel_significance(&funnel, &area);
		results[i].numbers[0] = point.at;
		results[i].numbers[1] = point.value;
		results[i].words[0] = side_word(side);
		if (side == SIDE_UNKNOWN)
			snprintf(results[i].note, sizeof results[i].note,
			    "fewer than ten events are not shown on a funnel of "
			    "directly standardised rates");
	}
	return true;
}

#define FUNNEL_COLUMNS                                                                 \
	{                                                                              \
		{ .name = "numerator", .meaning = "events of an area" },               \
		    { .name = "denominator",                                           \
			    .meaning =                                                 \
				"people, or expected events of ratios; not of rates",  \
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
			.words = statistic_words },                                    \
		    { .name = "years",                                                 \
			    .meaning = "years of data that a rate is of",              \
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

const struct calc_method method_funnel_limits = {
	.name = "funnel-limits",
	.summary = "the limits of a funnel plot along its axis",
	.formula =
	    "  Limits of 95 % (P = 0.025 either side) and 99.8 % (P = 0.001) at 100\n"
	    "  sizes; size is people (proportions) or events (ratios, rates).\n"
	    "  proportions: the values whose Wilson limit is the average\n"
	    "  ratios, rates: observed events over the Poisson means that make them "
	    "so\n"
	    "                 rare\n",
	.source = "Spiegelhalter DJ (2005), Statistics in Medicine 24:1185",
	.shape = CALC_TABLE,
	.multiplier = 100,
	.columns = FUNNEL_COLUMNS,
	.choices = FUNNEL_CHOICES,
	.numbers = { "size", "baseline", "lower_2s_limit", "upper_2s_limit",
	    "lower_3s_limit", "upper_3s_limit" },
	.compute = compute_limits,
	.example = FUNNEL_EXAMPLE,
	.arguments = "--statistic proportion --multiplier 100",
};

const struct calc_method method_funnel_points = {
	.name = "funnel-points",
	.summary = "where each area stands on a funnel plot, and whether outside",
	.formula =
	    "  Significance of proportions by the funnel's limits at the area's "
	    "size; of\n"
	    "  ratios and rates by the area's own limits against 1 or the average.\n",
	.source = "Spiegelhalter DJ (2005), Statistics in Medicine 24:1185",
	.shape = CALC_PLACED,
	.multiplier = 100,
	.columns = FUNNEL_COLUMNS,
	.choices = FUNNEL_CHOICES,
	.numbers = { "chart_at", "chart_value" },
	.words = { "significance" },
	.compute = compute_points,
	.example = FUNNEL_EXAMPLE,
	.arguments = "--statistic proportion --multiplier 100",
};
