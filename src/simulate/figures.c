#include "simulate/figures.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "simulate/draw.h"
#include "simulate/suppress.h"
#include "stats/interval.h"

/* What is not there; the macro is a float, which clang would have us widen ourselves.
 */
static const double absent = (double)NAN;

/* Events without which no standardised rate is computed, people without whom no mean.
 */
enum { FEWEST = 10 };

/* What a period holds: the sum of its years. */
static struct cases
pooled(const struct cases *years, size_t first, size_t span)
{
	struct cases sum = { .known = true };

	for (size_t year = first; year < first + span; year++)
		cases_add(&sum, &years[year]);
	return sum;
}

/* Adds the known authorities up to regions and England. */
static void
add_up(struct cases *column)
{
	struct cases *england = &column[PLACES_ENGLAND];

	for (size_t place = PLACES_FIRST_REGION; place < PLACES; place++)
		column[place] = (struct cases){ .known = true };
	for (size_t i = 0; i < PLACES_AUTHORITIES; i++) {
		size_t region = PLACES_FIRST_REGION + places_authorities[i].region;
		if (column[i].known) {
			cases_add(&column[region], &column[i]);
			cases_add(england, &column[i]);
		} else {
			column[region].partial = true;
			england->partial = true;
		}
	}
}

static void
set_limits(
    struct figure *figure, const struct interval *at95, const struct interval *at998)
{
	figure->value = at95->value;
	figure->lower95 = at95->lower;
	figure->upper95 = at95->upper;
	figure->lower998 = at998->lower;
	figure->upper998 = at998->upper;
}

static bool
set_proportion(const struct plan *plan, const struct cases *tally,
    struct figure *figure, struct err *err)
{
	struct interval at95, at998;

	if (!interval_proportion(
		tally->count, tally->denominator, plan->multiplier, 0.95, &at95, err) ||
	    !interval_proportion(
		tally->count, tally->denominator, plan->multiplier, 0.998, &at998, err))
		return false;
	set_limits(figure, &at95, &at998);
	return true;
}

static bool
set_rate(const struct plan *plan, const struct cases *tally, struct figure *figure,
    struct err *err)
{
	struct interval at95, at998;

	if (!interval_rate(
		tally->count, tally->denominator, plan->multiplier, 0.95, &at95, err) ||
	    !interval_rate(
		tally->count, tally->denominator, plan->multiplier, 0.998, &at998, err))
		return false;
	set_limits(figure, &at95, &at998);
	return true;
}

/* Dobson's limits for a rate whose variance is that of its count: those of the crude
 * rate, moved and stretched as the value is. */
static bool
set_standardised(const struct plan *plan, const struct cases *tally,
    struct figure *figure, struct err *err)
{
	double ratio = tally->count > 0 ? tally->score / tally->count : 1;

	if (tally->count < FEWEST) {
		figure->note = FIGURE_TOO_FEW;
		return true;
	}
	if (!set_rate(plan, tally, figure, err))
		return false;
	figure->value *= ratio;
	figure->lower95 *= ratio;
	figure->upper95 *= ratio;
	figure->lower998 *= ratio;
	figure->upper998 *= ratio;
	return true;
}

static void
set_mean(const struct plan *plan, const struct cases *tally, struct figure *figure)
{
	double mean = tally->score / tally->denominator;
	double error = plan->deviation / sqrt(tally->denominator);
	double half95 = interval_z(0.95) * error, half998 = interval_z(0.998) * error;

	figure->count = absent;
	if (tally->denominator < FEWEST) {
		figure->note = FIGURE_TOO_FEW;
		return;
	}
	set_limits(figure, &(struct interval){ mean - half95, mean, mean + half95 },
	    &(struct interval){ mean - half998, mean, mean + half998 });
}

static bool
set_value(const struct plan *plan, const struct cases *tally, struct figure *figure,
    struct err *err)
{
	switch (plan->kind) {
	case PLAN_PROPORTION: return set_proportion(plan, tally, figure, err);
	case PLAN_RATE: return set_rate(plan, tally, figure, err);
	case PLAN_STANDARDISED: return set_standardised(plan, tally, figure, err);
	case PLAN_MEAN: set_mean(plan, tally, figure); return true;
	case PLAN_SPEND:
	case PLAN_ESTIMATE:
		figure->value = tally->count / tally->denominator * plan->multiplier;
		break;
	case PLAN_COUNT:
	case PLAN_ESTIMATE_NUMBER:
		figure->value = tally->count;
		figure->denominator = absent;
		break;
	}
	return true;
}

static bool
set_figure(const struct plan *plan, const struct cases *tally, struct figure *figure,
    struct err *err)
{
	*figure = (struct figure){ absent, absent, absent, absent, absent, absent,
		absent, FIGURE_UNPUBLISHED };
	if (!tally->known)
		return true;
	figure->note = tally->partial           ? FIGURE_AGGREGATED
		       : plan_is_estimate(plan) ? FIGURE_ESTIMATE
						: FIGURE_SHOWN;
	figure->denominator = tally->denominator;
	if (tally->hidden) {
		figure->note = FIGURE_SUPPRESSED;
		if (plan->kind == PLAN_COUNT)
			figure->denominator = absent;
		return true;
	}
	figure->count = tally->count;
	return set_value(plan, tally, figure, err);
}

/* The tallies of one period, all sexes, in the order of places. */
static void
fill_period(const struct plan *plan, const struct draw *draw, size_t first_year,
    struct cases sexes[FIGURE_SEXES][PLACES])
{
	size_t span = plan->span ? (size_t)plan->span : 1;

	memset(sexes, 0, FIGURE_SEXES * sizeof *sexes);
	for (size_t i = 0; i < PLACES_AUTHORITIES; i++) {
		for (int sex = FIGURE_MALE; sex <= FIGURE_FEMALE; sex++)
			sexes[sex][i] = pooled(draw->years[sex][i], first_year, span);
		sexes[FIGURE_PERSONS][i] = sexes[FIGURE_MALE][i];
		cases_add(&sexes[FIGURE_PERSONS][i], &sexes[FIGURE_FEMALE][i]);
	}
	for (int sex = 0; sex < FIGURE_SEXES; sex++)
		add_up(sexes[sex]);
	if (plan->disclosive)
		suppress(plan, sexes);
}

bool
figures_make(struct arena *arena, const struct plan *plan, size_t age, uint64_t seed,
    struct figures *out, struct err *err)
{
	size_t periods = plan_periods(plan);
	size_t span = plan->span ? (size_t)plan->span : 1;
	struct cases(*tallies)[PLACES] =
	    arena_take(arena, FIGURE_SEXES, sizeof *tallies);
	struct draw *draw = draw_new(arena, plan, age, seed);

	*out = (struct figures){ .periods = periods };
	for (int sex = 0; sex < FIGURE_SEXES; sex++)
		if (draw_publishes(plan, (enum figure_sex)sex))
			out->sexes[sex] =
			    ARENA_NEW(arena, struct figure_column, periods);
	for (size_t t = 0; t < periods; t++) {
		fill_period(plan, draw, DRAW_YEARS - periods - span + 1 + t, tallies);
		for (int sex = 0; sex < FIGURE_SEXES; sex++) {
			for (size_t place = 0; out->sexes[sex] && place < PLACES;
			     place++)
				if (!set_figure(plan, &tallies[sex][place],
					&out->sexes[sex][t].places[place], err))
					return false;
		}
	}
	return true;
}
