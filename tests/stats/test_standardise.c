#include "stats/standardise.h"

#include <math.h>

#include "../unit.h"

#define NONE ((double)NAN)

static bool
near(double got, double want)
{
	return fabs(got - want) <= 1e-13 * fmax(fabs(want), 1e-300);
}

static const struct {
	const char *name;
	int from_years, until_years;
	double people;
} ages[] = {
	{ "infants", 0, 1, 1000 },
	{ "1-4", 1, 5, 4000 },
	{ "0-4", 0, 5, 5000 },
	{ "5-9", 5, 10, 5500 },
	{ "85-89", 85, 90, 1500 },
	{ "90 and over", 90, STANDARD_AGE_OPEN, 1000 },
	{ "85 and over", 85, STANDARD_AGE_OPEN, 2500 },
	{ "under 20", 0, 20, 21500 },
	{ "under 75", 0, 75, 91000 },
	{ "all", 0, STANDARD_AGE_OPEN, 100000 },
	{ "begins within a band", 2, 5, NONE },
	{ "ends within a band", 5, 12, NONE },
	{ "beyond the last", 90, 95, NONE },
	{ "turned round", 10, 5, NONE },
	{ "no years", 5, 5, NONE },
};

START_TEST(test_standard_population)
{
	double got =
	    standard_population_2013(ages[_i].from_years, ages[_i].until_years);
	double want = ages[_i].people;

	ck_assert_msg(
	    isnan(want) ? isnan(got) : got == want, "%s: %g", ages[_i].name, got);
}
END_TEST

/* Two bands by hand: 5 of 1,000 young people, 20 of 2,000 old ones, standard 6 to 4.
 * The rate is (6 * 5/1000 + 4 * 20/2000) / 10 = 0.007, its variance
 * (36 * 5/10^6 + 16 * 20/(4 * 10^6)) / 100 = 2.6e-6. */
START_TEST(test_two_bands)
{
	static const struct direct_band bands[] = { { 5, 1000, 6 }, { 20, 2000, 4 } };
	struct interval byar, limits;
	struct direct_rate got;
	struct err err;

	ck_assert(standardise_direct(bands, 2, 100000, &got, &err));
	ck_assert(got.events == 25 && got.population == 3000);
	ck_assert_msg(near(got.value, 700), "%.17g", got.value);
	ck_assert_msg(near(got.step, 1e5 * sqrt(2.6e-6 / 25)), "%.17g", got.step);
	for (int per_cent = 90; per_cent < 100; per_cent += 3) {
		double c = per_cent / 100.0;
		ck_assert(interval_byar(25, c, &byar, &err));
		ck_assert(standardise_direct_limits(&got, c, &limits, &err));
		ck_assert(limits.value == got.value);
		ck_assert(near(limits.lower, 700 + got.step * (byar.lower - 25)));
		ck_assert(near(limits.upper, 700 + got.step * (byar.upper - 25)));
	}
}
END_TEST

/* Standardised with its own population a rate is the crude rate, with Byar's limits. */
START_TEST(test_own_population_is_the_crude_rate)
{
	struct direct_band bands[19];
	struct interval crude, limits;
	struct direct_rate got;
	struct err err;
	double events = 0, population = 0;

	for (size_t i = 0; i < ROWS(bands); i++) {
		double people = (double)(800 + 37 * i);
		bands[i] = (struct direct_band){ (double)(i % 5), people, people };
		events += bands[i].events;
		population += people;
	}
	ck_assert(standardise_direct(bands, ROWS(bands), 1000, &got, &err));
	ck_assert(standardise_direct_limits(&got, 0.998, &limits, &err));
	ck_assert(interval_rate(events, population, 1000, 0.998, &crude, &err));
	ck_assert(near(limits.value, crude.value));
	ck_assert(near(limits.lower, crude.lower));
	ck_assert(near(limits.upper, crude.upper));
}
END_TEST

/* The rate itself, not only its limits, begins at ten events over all bands; parts of
 * events count. */
static const struct {
	const char *name;
	double events;
	bool given;
} few[] = {
	{ "none", 0, false },
	{ "nine", 9, false },
	{ "nearly ten", 9.75, false },
	{ "ten", 10, true },
	{ "a little more", 10.25, true },
};

START_TEST(test_too_few_events)
{
	const struct direct_band bands[] = { { few[_i].events / 2, 100, 1 },
		{ few[_i].events / 2, 100, 2 } };
	struct interval limits;
	struct direct_rate got;
	struct err err;

	ck_assert(standardise_direct(bands, 2, 1000, &got, &err));
	ck_assert(got.events == few[_i].events && got.population == 200);
	ck_assert(standardise_direct_limits(&got, 0.95, &limits, &err));
	ck_assert_msg(isnan(got.value) != few[_i].given, "%s", few[_i].name);
	ck_assert(isnan(limits.lower) != few[_i].given);
	ck_assert(isnan(limits.value) != few[_i].given);
	ck_assert(isnan(limits.upper) != few[_i].given);
}
END_TEST

/* More events than people, and a band that the standard population has nobody in. */
START_TEST(test_what_is_allowed)
{
	static const struct direct_band bands[] = { { 30, 20, 1 }, { 7, 20, 0 } };
	struct direct_rate got;
	struct err err;

	ck_assert(standardise_direct(bands, 2, 1, &got, &err));
	ck_assert(got.events == 37 && got.value == 1.5);
}
END_TEST

static const struct {
	const char *name;
	struct direct_band second;
	double multiplier;
	const char *text;
} direct_refusals[] = {
	{ "no events", { NONE, 10, 1 }, 1,
	    "band 2: events must be 0 or more, not nan" },
	{ "negative events", { -1, 10, 1 }, 1,
	    "band 2: events must be 0 or more, not -1" },
	{ "no population", { 1, NONE, 1 }, 1,
	    "band 2: population must be more than 0, not nan" },
	{ "nobody", { 1, 0, 1 }, 1, "band 2: population must be more than 0, not 0" },
	{ "no standard", { 1, 10, NONE }, 1,
	    "band 2: standard population must be 0 or more, not nan" },
	{ "negative standard", { 1, 10, -4 }, 1,
	    "band 2: standard population must be 0 or more, not -4" },
	{ "endless standard", { 1, 10, (double)INFINITY }, 1,
	    "band 2: standard population must be 0 or more, not inf" },
	{ "empty standard", { 1, 10, 0 }, 1,
	    "standard population must be more than 0 in all, not 0" },
	{ "no multiplier", { 1, 10, 1 }, 0, "multiplier must be more than 0, not 0" },
};

START_TEST(test_direct_refusals)
{
	const struct direct_band bands[] = { { 40, 100, 0 },
		direct_refusals[_i].second };
	struct direct_rate out;
	struct err err = { 0 };

	ck_assert_msg(
	    !standardise_direct(bands, 2, direct_refusals[_i].multiplier, &out, &err),
	    "%s", direct_refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, direct_refusals[_i].text);
}
END_TEST

START_TEST(test_direct_confidence)
{
	const struct direct_rate rate = { 20, 100, 5, 1 };
	struct interval out;
	struct err err;

	ck_assert(!standardise_direct_limits(&rate, 95, &out, &err));
	ck_assert_str_eq(err.text, "confidence must lie between 0 and 1, not 95");
}
END_TEST

/* When everybody has one event, events are persons. */
START_TEST(test_one_event_each_is_independent)
{
	static const struct direct_band bands[] = { { 5, 1000, 6 }, { 20, 2000, 4 } };
	static const struct repeat_band rows[] = { { 0, 1, 5, 1000, 6 },
		{ 1, 1, 20, 2000, 4 } };
	struct direct_rate independent, repeated;
	struct err err;

	ck_assert(standardise_direct(bands, 2, 1e5, &independent, &err));
	ck_assert(standardise_direct_repeated(rows, 2, 1e5, &repeated, &err));
	ck_assert(repeated.events == independent.events);
	ck_assert(repeated.population == independent.population);
	ck_assert(repeated.value == independent.value);
	ck_assert(repeated.step == independent.step);
}
END_TEST

/* When everybody has f events, limits are as wide as if there were only one in f. */
START_TEST(test_repeated_events_widen)
{
	static const struct repeat_band once[] = { { 0, 1, 40, 1000, 6 } };
	static const struct repeat_band four_times[] = { { 0, 4, 10, 1000, 6 } };
	struct direct_rate one, four;
	struct err err;

	ck_assert(standardise_direct_repeated(once, 1, 1e5, &one, &err));
	ck_assert(standardise_direct_repeated(four_times, 1, 1e5, &four, &err));
	ck_assert(one.events == 40 && four.events == 40);
	ck_assert(one.value == four.value && near(four.step, 2 * one.step));
}
END_TEST

/* A frequency that nobody in a band has may be left out of it: the same as a row of no
 * persons. */
START_TEST(test_frequencies_without_persons)
{
	static const struct repeat_band full[] = {
		{ 3, 1, 15, 500, 2 },
		{ 3, 2, 4, 500, 2 },
		{ 7, 1, 9, 300, 5 },
		{ 7, 2, 0, 300, 5 },
	};
	struct direct_rate with, without;
	struct err err;

	ck_assert(standardise_direct_repeated(full, 4, 1000, &with, &err));
	ck_assert(standardise_direct_repeated(full, 3, 1000, &without, &err));
	ck_assert(with.events == 32 && with.population == 800);
	ck_assert(without.events == 32 && without.population == 800);
	ck_assert(with.value == without.value && with.step == without.step);
	/* (2/500 * 23 + 5/300 * 9) / 7; (2/500)^2 (15 + 4 * 4) + (5/300)^2 * 9 */
	ck_assert(near(with.value, 1000 * (0.092 + 0.15) / 7));
	ck_assert(
	    near(with.step, 1000 * sqrt((0.004 * 0.004 * 31 + 9 / 3600.0) / 32) / 7));
}
END_TEST

static const struct {
	const char *name;
	struct repeat_band second;
	const char *text;
} repeat_refusals[] = {
	{ "no persons", { 1, 2, NONE, 100, 1 },
	    "row 2: persons must be 0 or more, not nan" },
	{ "no frequency", { 1, NONE, 3, 100, 1 },
	    "row 2: event frequency must be more than 0, not nan" },
	{ "frequency of none", { 1, 0, 3, 100, 1 },
	    "row 2: event frequency must be more than 0, not 0" },
	{ "nobody", { 2, 1, 3, 0, 1 }, "row 2: population must be more than 0, not 0" },
	{ "no standard", { 2, 1, 3, 100, NONE },
	    "row 2: standard population must be 0 or more, not nan" },
	{ "bands out of order", { 0, 1, 3, 100, 1 },
	    "row 2: rows must be in order of their age bands" },
	{ "the same frequency again", { 1, 1, 3, 100, 1 },
	    "row 2: event frequencies must ascend within an age band, but 1 follows "
	    "1" },
	{ "another population", { 1, 2, 3, 101, 1 },
	    "row 2: population and standard population must be the same in all rows "
	    "of an age band" },
	{ "another standard", { 1, 2, 3, 100, 2 },
	    "row 2: population and standard population must be the same in all rows "
	    "of an age band" },
};

START_TEST(test_repeat_refusals)
{
	const struct repeat_band rows[] = { { 1, 1, 30, 100, 1 },
		repeat_refusals[_i].second };
	struct direct_rate out;
	struct err err = { 0 };

	ck_assert_msg(!standardise_direct_repeated(rows, 2, 1, &out, &err), "%s",
	    repeat_refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, repeat_refusals[_i].text);
}
END_TEST

/* Expected: 100 * 4/1000 + 300 * 20/2000 = 3.4; the reference's rate is 24/3000. */
static const struct indirect_band indirect_bands[] = { { 2, 100, 4, 1000 },
	{ 10, 300, 20, 2000 } };

START_TEST(test_indirect)
{
	struct interval byar, ratio, rate;
	struct indirect got;
	struct err err;

	ck_assert(standardise_indirect(indirect_bands, 2, NULL, &got, &err));
	ck_assert(got.observed == 12 && near(got.expected, 3.4));
	ck_assert(near(got.reference_rate, 0.008));
	ck_assert(standardise_ratio(&got, 100, 0.95, &ratio, &err));
	ck_assert(standardise_rate(&got, 1000, 0.95, &rate, &err));
	ck_assert(interval_byar(12, 0.95, &byar, &err));
	ck_assert(near(ratio.value, 1200 / 3.4) && near(rate.value, 12 / 3.4 * 8));
	ck_assert(near(ratio.lower, byar.lower / 3.4 * 100));
	ck_assert(near(ratio.upper, byar.upper / 3.4 * 100));
	ck_assert(near(rate.lower, byar.lower / 3.4 * 8));
	ck_assert(near(rate.upper, byar.upper / 3.4 * 8));
}
END_TEST

/* Events known only in total; the bands' own are not looked at. Below ten the limits
 * are exact: those of no events at all and of one are in every handbook. */
START_TEST(test_observed_total)
{
	struct indirect_band bands[] = { indirect_bands[0], indirect_bands[1] };
	struct interval ratio;
	struct indirect got;
	struct err err;
	double none = 0, one = 1;

	bands[1].events = NONE;
	ck_assert(standardise_indirect(bands, 2, &one, &got, &err));
	ck_assert(got.observed == 1 && near(got.expected, 3.4));
	ck_assert(standardise_ratio(&got, 1, 0.95, &ratio, &err));
	ck_assert(near(ratio.lower, -log(0.975) / 3.4));
	ck_assert(fabs(ratio.upper - 5.571643390938899 / 3.4) < 1e-12);
	ck_assert(standardise_indirect(bands, 2, &none, &got, &err));
	ck_assert(standardise_ratio(&got, 1, 0.95, &ratio, &err));
	ck_assert(ratio.lower == 0 && ratio.value == 0);
	ck_assert(near(ratio.upper, -log(0.025) / 3.4));
}
END_TEST

/* An area that is its own reference has the ratio 1 and the reference's rate. */
START_TEST(test_own_reference)
{
	static const struct indirect_band bands[] = { { 8, 90, 8, 90 },
		{ 21, 55, 21, 55 }, { 0, 30, 0, 30 } };
	struct interval ratio, rate;
	struct indirect got;
	struct err err;

	ck_assert(standardise_indirect(bands, 3, NULL, &got, &err));
	ck_assert(standardise_ratio(&got, 1, 0.95, &ratio, &err));
	ck_assert(standardise_rate(&got, 100, 0.95, &rate, &err));
	ck_assert(near(ratio.value, 1) && near(rate.value, 2900 / 175.0));
}
END_TEST

static const struct {
	const char *name;
	struct indirect_band second;
	const char *text;
} indirect_refusals[] = {
	{ "no events", { NONE, 1, 1, 1 }, "band 2: events must be 0 or more, not nan" },
	{ "negative events", { -2, 1, 1, 1 },
	    "band 2: events must be 0 or more, not -2" },
	{ "no population", { 1, NONE, 1, 1 },
	    "band 2: population must be 0 or more, not nan" },
	{ "negative population", { 1, -1, 1, 1 },
	    "band 2: population must be 0 or more, not -1" },
	{ "no reference events", { 1, 1, NONE, 1 },
	    "band 2: reference events must be 0 or more, not nan" },
	{ "no reference population", { 1, 1, 1, NONE },
	    "band 2: reference population must be more than 0, not nan" },
	{ "reference of nobody", { 1, 1, 0, 0 },
	    "band 2: reference population must be more than 0, not 0" },
	{ "nothing expected", { 1, 0, 1, 1 },
	    "expected events must be more than 0, not 0" },
};

START_TEST(test_indirect_refusals)
{
	const struct indirect_band bands[] = { { 5, 0, 1, 10 },
		indirect_refusals[_i].second };
	struct indirect out;
	struct err err = { 0 };

	ck_assert_msg(!standardise_indirect(bands, 2, NULL, &out, &err), "%s",
	    indirect_refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, indirect_refusals[_i].text);
}
END_TEST

START_TEST(test_indirect_totals_and_levels)
{
	struct interval out;
	struct indirect got;
	struct err err = { 0 };
	double missing = NONE;

	ck_assert(!standardise_indirect(indirect_bands, 2, &missing, &got, &err));
	ck_assert_str_eq(err.text, "events in total must be 0 or more, not nan");
	ck_assert(standardise_indirect(indirect_bands, 2, NULL, &got, &err));
	ck_assert(!standardise_ratio(&got, 100, 1, &out, &err));
	ck_assert_str_eq(err.text, "confidence must lie between 0 and 1, not 1");
	ck_assert(!standardise_rate(&got, 100, 0, &out, &err));
	ck_assert_str_eq(err.text, "confidence must lie between 0 and 1, not 0");
	ck_assert(!standardise_ratio(&got, -1, 0.95, &out, &err));
	ck_assert_str_eq(err.text, "multiplier must be more than 0, not -1");
	ck_assert(!standardise_rate(&got, -1, 0.95, &out, &err));
	ck_assert_str_eq(err.text, "multiplier must be more than 0, not -1");
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("standardise");

	ADD_ROWS(tcase, test_standard_population, ages);
	tcase_add_test(tcase, test_two_bands);
	tcase_add_test(tcase, test_own_population_is_the_crude_rate);
	ADD_ROWS(tcase, test_too_few_events, few);
	tcase_add_test(tcase, test_what_is_allowed);
	ADD_ROWS(tcase, test_direct_refusals, direct_refusals);
	tcase_add_test(tcase, test_direct_confidence);
	tcase_add_test(tcase, test_one_event_each_is_independent);
	tcase_add_test(tcase, test_repeated_events_widen);
	tcase_add_test(tcase, test_frequencies_without_persons);
	ADD_ROWS(tcase, test_repeat_refusals, repeat_refusals);
	tcase_add_test(tcase, test_indirect);
	tcase_add_test(tcase, test_observed_total);
	tcase_add_test(tcase, test_own_reference);
	ADD_ROWS(tcase, test_indirect_refusals, indirect_refusals);
	tcase_add_test(tcase, test_indirect_totals_and_levels);
	return unit_run("standardise", tcase);
}
