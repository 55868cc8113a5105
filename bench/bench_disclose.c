/* bench/bench_disclose.c - how long it takes to protect one indicator: 400 areas in
 * three levels, three sexes, 15 periods; and to attack it. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/random.h"
#include "disclose/attack.h"
#include "disclose/protect.h"

enum { REGIONS = 9, COUNTIES = 6, DISTRICTS = 6, SEXES = 3, PERIODS = 15, POOLED = 3 };
/* Places by number: England, its regions, their counties, their districts. */
enum {
	FIRST_REGION = 1,
	FIRST_COUNTY = FIRST_REGION + REGIONS,
	FIRST_DISTRICT = FIRST_COUNTY + REGIONS * COUNTIES,
	PLACES = FIRST_DISTRICT + REGIONS * COUNTIES * DISTRICTS
};
enum { PERSONS, MALE, FEMALE };

/* What is added up to the place: from children, so many. */
static uint32_t
children(uint32_t place, uint32_t *from)
{
	if (place == 0)
		return *from = FIRST_REGION, REGIONS;
	if (place < FIRST_COUNTY)
		return *from = FIRST_COUNTY + (place - FIRST_REGION) * COUNTIES,
		       COUNTIES;
	if (place < FIRST_DISTRICT)
		return *from = FIRST_DISTRICT + (place - FIRST_COUNTY) * DISTRICTS,
		       DISTRICTS;
	return *from = 0, 0;
}

static uint32_t
cell(uint32_t period, uint32_t place, uint32_t sex)
{
	return (period * PLACES + place) * SEXES + sex;
}

static enum disclose_level
level_of(uint32_t place)
{
	return place == 0             ? DISCLOSE_NATIONAL
	       : place < FIRST_COUNTY ? DISCLOSE_REGIONAL
				      : DISCLOSE_LOCAL;
}

/* A district has about `mean` males and twice as many females, some more than others.
 */
static uint32_t
draw(uint32_t place, uint32_t sex, struct random *random, double mean)
{
	struct random size = random_new(7, place);
	double scale = 0.3 + 1.4 * random_unit(&size);
	double expected = mean * scale * (sex == FEMALE ? 2 : 1);
	double value = expected + random_bell(random) * expected / 2;

	return value > 0 ? (uint32_t)value : 0;
}

static void
add_period(struct disclose_system *system, uint32_t period, double mean)
{
	uint32_t values[PLACES][SEXES] = { { 0 } };
	struct random random = random_new(1, period);

	for (uint32_t place = PLACES; place-- > 0;) {
		uint32_t from, count = children(place, &from);
		for (uint32_t sex = MALE; sex <= FEMALE; sex++) {
			if (!count)
				values[place][sex] = draw(place, sex, &random, mean);
			for (uint32_t i = from; i < from + count; i++)
				values[place][sex] += values[i][sex];
			values[place][PERSONS] += values[place][sex];
		}
	}
	for (uint32_t place = 0; place < PLACES; place++)
		for (uint32_t sex = 0; sex < SEXES; sex++) {
			uint32_t number = disclose_add_cell(
			    system, level_of(place), values[place][sex]);
			uint32_t weight = place < FIRST_COUNTY     ? 100
					  : place < FIRST_DISTRICT ? 10
								   : 2;
			system->cells[number].weight =
			    weight * (sex == PERSONS ? 2 : 1);
		}
}

static void
add_sums(struct disclose_system *system, uint32_t period)
{
	uint32_t parts[REGIONS + COUNTIES + DISTRICTS];

	for (uint32_t place = 0; place < PLACES; place++) {
		uint32_t from, count = children(place, &from);
		for (uint32_t sex = 0; count && sex < SEXES; sex++) {
			for (uint32_t i = 0; i < count; i++)
				parts[i] = cell(period, from + i, sex);
			disclose_add_sum(
			    system, cell(period, place, sex), parts, count);
		}
		parts[0] = cell(period, place, MALE);
		parts[1] = cell(period, place, FEMALE);
		disclose_add_sum(system, cell(period, place, PERSONS), parts, 2);
	}
}

/* Years of three running added up, as further periods. */
static void
add_pooled(struct disclose_system *system)
{
	for (uint32_t period = 0; period + POOLED <= PERIODS; period++)
		for (uint32_t i = 0; i < PLACES * SEXES; i++) {
			uint32_t parts[POOLED], value = 0;
			for (uint32_t j = 0; j < POOLED; j++) {
				parts[j] = (period + j) * PLACES * SEXES + i;
				value += system->cells[parts[j]].value;
			}
			struct disclose_cell first = system->cells[i];
			uint32_t total = disclose_add_cell(system, first.level, value);
			system->cells[total].weight = first.weight;
			disclose_add_sum(system, total, parts, POOLED);
		}
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static const struct {
	const char *name, *regime;
	double mean;
	enum disclose_effort effort;
	bool pooled;
} runs[] = {
	{ "1 in 50 small, thorough", "fingertips", 25, DISCLOSE_THOROUGH, false },
	{ "1 in 50 small, quick", "fingertips", 25, DISCLOSE_QUICK, false },
	{ "1 in 6 small, thorough", "fingertips", 10, DISCLOSE_THOROUGH, false },
	{ "1 in 6 small, quick", "fingertips", 10, DISCLOSE_QUICK, false },
	{ "rounded, thorough", "hes", 25, DISCLOSE_THOROUGH, false },
	{ "rounded, quick", "hes", 25, DISCLOSE_QUICK, false },
	{ "pooled years, thorough", "fingertips", 25, DISCLOSE_THOROUGH, true },
	{ "pooled years, quick", "fingertips", 25, DISCLOSE_QUICK, true },
};

static bool
run(unsigned number)
{
	struct disclose_system system = {
		.rule = disclose_regime(str_of(runs[number].regime)),
	};
	struct disclose_outcome out;
	struct err err;

	for (uint32_t period = 0; period < PERIODS; period++)
		add_period(&system, period, runs[number].mean);
	for (uint32_t period = 0; period < PERIODS; period++)
		add_sums(&system, period);
	if (runs[number].pooled)
		add_pooled(&system);
	disclose_primary(&system);

	double begin = seconds();
	bool fine = disclose_secondary(&system, runs[number].effort, 0, &out, &err);
	double protected_at = seconds();
	struct disclose_range *ranges = memory_take(system.cell_count, sizeof *ranges);
	fine = fine && disclose_attack(&system, 0, ranges, &err);
	double attacked_at = seconds();
	if (!fine)
		printf("%s\n", err.text);
	else
		printf("%-24s %6u counts: %5u small + %5u (%u exposed)%s, cost %6llu, "
		       "%.2f s; attacked in %.2f s\n",
		    runs[number].name, system.cell_count, out.primary, out.secondary,
		    out.exposed, out.least ? ", the least" : "",
		    (unsigned long long)out.weight, protected_at - begin,
		    attacked_at - protected_at);
	free(ranges);
	disclose_system_done(&system);
	return fine;
}

int
main(int count, char **arguments)
{
	bool fine = true;

	for (unsigned i = 0; i < sizeof runs / sizeof *runs; i++)
		if (count < 2 || (unsigned)atoi(arguments[1]) == i)
			fine &= run(i);
	return fine ? 0 : 1;
}
