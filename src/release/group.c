#include "release/group.h"

#include <assert.h>

#include "release/known.h"

/* What the members of a group add up to, or why they do not. */
struct sum {
	double count, denominator;
	enum missing missing;
};

/* What the figures are worked out by: age bands of a standardised rate are crude rates.
 */
static struct release_indicator
indicator_of(const struct figures *figures)
{
	const struct release *release = figures->release;
	struct release_indicator as = release->indicators[figures->series->indicator];

	if (as.bands &&
	    release_is_band(release, (uint32_t)(figures->series - release->series))) {
		as.value_type = VALUE_CRUDE_RATE;
		as.interval = INTERVAL_BYAR;
	}
	return as;
}

static const struct group *
group_at(const struct figures *figures, uint32_t place)
{
	uint32_t number = place - figures->series->areas;

	assert(number < figures->release->group_count);
	return &figures->release->groups[number];
}

/* By area, as relations are. */
static struct release_relation *
list_areas(struct arena *arena, uint32_t parent, const uint32_t *members,
    uint32_t count, uint32_t centre, uint32_t *listed)
{
	struct release_relation *list =
	    ARENA_NEW(arena, struct release_relation, count + 1);
	bool waits = centre != RELEASE_NONE;
	uint32_t n = 0;

	for (uint32_t i = 0; i <= count; i++) {
		if (waits && (i == count || members[i] >= centre)) {
			waits = false;
			if (i == count || members[i] != centre)
				list[n++] = (struct release_relation){ .parent = parent,
					.area = centre };
		}
		if (i < count)
			list[n++] = (struct release_relation){ .parent = parent,
				.area = members[i] };
	}
	*listed = n;
	return list;
}

void
group_make(struct arena *arena, const struct release *release, const uint32_t *members,
    uint32_t count, uint32_t centre, struct group *group)
{
	uint32_t parent = release->area_count + release->group_count;
	bool *types = ARENA_NEW(arena, bool, release->type_count);

	group->members = members;
	group->count = count;
	group->listed =
	    list_areas(arena, parent, members, count, centre, &group->listed_count);
	for (uint32_t type = 0; type < release->type_count; type++) {
		types[type] = true;
		for (uint32_t i = 0; types[type] && i < group->listed_count; i++)
			types[type] =
			    release_type_has(release, type, group->listed[i].area);
	}
	group->types = types;
}

uint32_t
group_place(const struct figures *figures, uint32_t area)
{
	const struct group *group = release_group(figures->release, area);

	if (!group || !group->types[figures->series->area_type])
		return RELEASE_NONE;
	return figures->series->areas + (area - figures->release->area_count);
}

/* Why no figure of the indicator can be added up; MISSING_NOT when they can. */
static enum missing
kind_refusal(const struct release_indicator *indicator)
{
	if (indicator->modelled)
		return MISSING_GROUP_MODELLED;
	switch ((enum value_type)indicator->value_type) {
	case VALUE_COUNT: return MISSING_NOT;
	case VALUE_PROPORTION:
	case VALUE_CRUDE_RATE:
		return indicator->multiplier > 0 ? MISSING_NOT : MISSING_GROUP_KIND;
	case VALUE_DSR:
	case VALUE_ISR:
	case VALUE_ISRATIO: return MISSING_GROUP_STANDARDISED;
	case VALUE_UNKNOWN:
	case VALUE_RATIO:
	case VALUE_MEAN:
	case VALUE_SCORE:
	case VALUE_LIFE_EXPECTANCY:
	case VALUE_SLOPE_INDEX:
	case VALUE_TYPE_COUNT: break;
	}
	return MISSING_GROUP_KIND;
}

static const uint64_t NO_CELL = UINT64_MAX;

static uint64_t
cell_of(const struct figures *figures, uint32_t member, uint32_t period)
{
	uint32_t place = figures_area(figures, member);

	return place == RELEASE_NONE
		   ? NO_CELL
		   : (uint64_t)place * figures->series->periods + period;
}

/* Members whose counts are hidden may be added up where anyone can; *hidden is what
 * they come to, and else stays as it is. With NULL they may not. */
static enum missing
refusal(const struct figures *figures, const struct group *group, uint32_t period,
    double *hidden)
{
	uint32_t rows = 0, values = 0, hidden_count = 0, count;
	uint32_t members[GROUP_MOST], room[GROUP_MOST];
	const uint32_t *standing = group_standing(figures, group, period, room, &count);

	for (uint32_t i = 0; i < count; i++) {
		uint64_t cell = cell_of(figures, standing[i], period);
		if (cell == NO_CELL)
			continue;
		rows += figures->missing[cell] != MISSING_NO_ROW;
		values += figures->missing[cell] == MISSING_NOT;
		/* A value that is hidden beside its count is hidden for another
		 * reason. */
		if (figures->missing[cell] == MISSING_SUPPRESSED &&
		    isnan(figures_number(figures, COLUMN_COUNT_OF, cell)))
			members[hidden_count++] = standing[i];
	}
	if (!rows)
		return MISSING_NO_ROW;
	if (values == count)
		return MISSING_NOT;
	if (values + hidden_count < count)
		return MISSING_GROUP_PART;
	return hidden && known_sum(figures, members, hidden_count, period, hidden)
		   ? MISSING_NOT
		   : MISSING_GROUP_REFUSED;
}

enum missing
group_refusal(const struct figures *figures, const struct group *group, uint32_t period)
{
	double hidden = 0;

	return refusal(figures, group, period, &hidden);
}

/* Whether a published value is count / denominator, as far as the digits of all three
 * can tell. Values may be printed as whole numbers or with a decimal, counts rounded.
 */
static bool
is_quotient(const struct release_indicator *indicator, double value, double count,
    double denominator)
{
	double half = indicator->rounding / 2.0, per = indicator->multiplier;
	double printed = value == floor(value) ? 0.5 : 0.05;
	double slack = printed + 0.01 * fabs(value);

	/* Of a denominator within its rounding nothing can be told. */
	if (!(denominator > half))
		return denominator > 0;
	return value >= (count - half) / (denominator + half) * per - slack &&
	       value <= (count + half) / (denominator - half) * per + slack;
}

/* Adds a member's cell, which has a value unless its count is hidden. */
static void
add_cell(const struct figures *figures, const struct release_indicator *indicator,
    uint64_t cell, struct sum *sum)
{
	double value = figures->numbers[COLUMN_VALUE][cell];
	double count = figures_number(figures, COLUMN_COUNT_OF, cell);
	double denominator = figures_number(figures, COLUMN_DENOMINATOR, cell);

	sum->denominator += denominator;
	if (figures->missing[cell] != MISSING_NOT) {
		/* Its count is in the sum of the hidden ones. */
		if (isnan(denominator) && indicator->value_type != VALUE_COUNT)
			sum->missing = MISSING_GROUP_REFUSED;
		return;
	}
	if (indicator->value_type == VALUE_COUNT) {
		sum->count += value;
		return;
	}
	sum->count += count;
	if (isnan(count) || isnan(denominator))
		sum->missing = MISSING_GROUP_COUNTS;
	else if (sum->missing == MISSING_NOT &&
		 !is_quotient(indicator, value, count, denominator))
		sum->missing = MISSING_GROUP_DIFFERENT;
}

static struct sum
sum_of(const struct figures *figures, uint32_t place, uint32_t period)
{
	const struct release_indicator as = indicator_of(figures), *indicator = &as;
	const struct group *group = group_at(figures, place);
	enum missing kind = kind_refusal(indicator);
	struct sum sum = { .count = 0 };
	uint32_t room[GROUP_MOST], count;
	const uint32_t *standing;
	bool adds_up;

	/* What cannot be added up need not be looked for. */
	sum.missing =
	    refusal(figures, group, period, kind == MISSING_NOT ? &sum.count : NULL);
	adds_up = sum.missing == MISSING_NOT && kind == MISSING_NOT;
	if (sum.missing != MISSING_NO_ROW && kind != MISSING_NOT)
		sum.missing = kind;
	standing = group_standing(figures, group, period, room, &count);
	for (uint32_t i = 0; adds_up && i < count; i++)
		add_cell(
		    figures, indicator, cell_of(figures, standing[i], period), &sum);
	if (sum.missing == MISSING_NOT && indicator->value_type != VALUE_COUNT &&
	    !(sum.denominator > 0))
		sum.missing = MISSING_NO_DENOMINATOR;
	return sum;
}

static double
value_of(const struct release_indicator *indicator, const struct sum *sum)
{
	if (indicator->value_type == VALUE_COUNT)
		return sum->count;
	return sum->count / sum->denominator * indicator->multiplier;
}

/* The number of the group at a place. */
static uint32_t
area_at(const struct figures *figures, uint32_t place)
{
	return place - figures->series->areas + figures->release->area_count;
}

double
group_value(const struct figures *figures, uint32_t place, uint32_t period)
{
	const struct release_indicator as = indicator_of(figures);
	struct direct_rate rate;
	struct sum sum;

	if (as.value_type == VALUE_DSR && as.bands)
		return group_standardise(figures, area_at(figures, place), period,
			   &rate) == MISSING_NOT
			   ? rate.value
			   : (double)NAN;
	sum = sum_of(figures, place, period);
	return sum.missing == MISSING_NOT ? value_of(&as, &sum) : (double)NAN;
}

bool
group_interval(const struct release_indicator *indicator, double count,
    double denominator, double confidence, struct interval *out)
{
	struct err err;

	switch ((enum interval_method)indicator->interval) {
	case INTERVAL_WILSON:
		return interval_proportion(
		    count, denominator, indicator->multiplier, confidence, out, &err);
	case INTERVAL_BYAR:
		return interval_rate(
		    count, denominator, indicator->multiplier, confidence, out, &err);
	case INTERVAL_UNKNOWN:
	case INTERVAL_NONE:
	case INTERVAL_DOBSON:
	case INTERVAL_T:
	case INTERVAL_OTHER: break;
	}
	return false;
}

static void
standardise(const struct figures *figures, uint32_t place, uint32_t period, bool limits,
    struct figure *out)
{
	struct interval at95, at998;
	struct direct_rate rate;
	struct err err;

	out->missing =
	    group_standardise(figures, area_at(figures, place), period, &rate);
	if (out->missing != MISSING_NOT)
		return;
	out->value = rate.value;
	out->count = rate.events;
	out->denominator = rate.population;
	if (!limits || !standardise_direct_limits(&rate, 0.95, &at95, &err) ||
	    !standardise_direct_limits(&rate, 0.998, &at998, &err))
		return;
	out->lower95 = at95.lower;
	out->upper95 = at95.upper;
	out->lower998 = at998.lower;
	out->upper998 = at998.upper;
}

void
group_figure(
    const struct figures *figures, uint32_t place, uint32_t period, struct figure *out)
{
	const struct release_indicator as = indicator_of(figures), *indicator = &as;
	struct interval at95, at998;
	struct sum sum;

	if (as.value_type == VALUE_DSR && as.bands) {
		standardise(
		    figures, place, period, as.interval == INTERVAL_DOBSON, out);
		return;
	}
	sum = sum_of(figures, place, period);
	out->missing = sum.missing;
	if (sum.missing != MISSING_NOT)
		return;
	out->value = value_of(indicator, &sum);
	out->count = sum.count;
	out->denominator = sum.denominator;
	if (indicator->value_type == VALUE_COUNT ||
	    !group_interval(indicator, sum.count, sum.denominator, 0.95, &at95) ||
	    !group_interval(indicator, sum.count, sum.denominator, 0.998, &at998))
		return;
	out->lower95 = at95.lower;
	out->upper95 = at95.upper;
	out->lower998 = at998.lower;
	out->upper998 = at998.upper;
}
