#include "simulate/plan.h"

#include "base/arena.h"
#include "base/str.h"
#include "simulate/catalogue.h"
#include "simulate/places.h"

enum { FIRST_NUMBERED_ID = 900001 };

const struct domain plan_domains[PLAN_DOMAINS] = {
	{
	    .name = "Identification of need",
	    .file = "identification-of-need.csv",
	    .summary =
		"How many children and young people are likely to have, or are known "
		"to have, a mental health problem.",
	    .plans = catalogue_need,
	    .count = CATALOGUE_NEED,
	},
	{
	    .name = "Protective factors",
	    .file = "protective-factors.csv",
	    .summary =
		"What makes good mental health more likely: a good start, school, "
		"activity and a place in work or learning.",
	    .plans = catalogue_protective,
	    .count = CATALOGUE_PROTECTIVE,
	},
	{
	    .name = "Primary prevention: Adversity",
	    .file = "primary-prevention-adversity.csv",
	    .summary =
		"Hardship that children grow up with: poverty, abuse and neglect, "
		"difficulties of the family and of parents.",
	    .plans = catalogue_adversity,
	    .count = CATALOGUE_ADVERSITY,
	},
	{
	    .name = "Primary prevention: Vulnerability",
	    .file = "primary-prevention-vulnerability.csv",
	    .summary =
		"Groups of children and young people who are more likely than others "
		"to need help.",
	    .plans = catalogue_vulnerability,
	    .count = CATALOGUE_VULNERABILITY,
	},
	{
	    .name = "Finance",
	    .file = "finance.csv",
	    .summary =
		"What local authorities spend, or plan to spend, on services for "
		"children and young people.",
	    .plans = catalogue_finance,
	    .count = CATALOGUE_FINANCE,
	},
};

/* Numbered indicators take turns at three kinds of value; `number` decides everything.
 */
static struct plan
numbered(struct arena *arena, size_t number)
{
	static const struct {
		enum plan_kind kind;
		double multiplier, level;
		const char *words;
	} kinds[] = {
		{ PLAN_PROPORTION, 100, 0.12,
		    "percentage of the population of that age" },
		{ PLAN_RATE, 10000, 0.009, "rate per 10,000 population of that age" },
		{ PLAN_STANDARDISED, 100000, 0.004, "standardised rate per 100,000" },
	};
	size_t kind = (number - 1) % 3;
	double weight = 0.5 + 0.1 * (double)(number % 11);
	struct str name = str_print(arena,
	    "Made-up indicator %zu of children and young "
	    "people: %s",
	    number, kinds[kind].words);
	struct str short_name = str_print(arena, "Made-up indicator %zu", number);

	return (struct plan){
		.id = (uint32_t)(FIRST_NUMBERED_ID + number - 1),
		.kind = kinds[kind].kind,
		.sexes = PLAN_BOTH,
		.years = (enum plan_years)(number / 3 % 3),
		.polarity = (enum plan_polarity)(number / 5 % 3),
		.multiplier = kinds[kind].multiplier,
		.deprivation = 0.04 * (double)(number % 8),
		.spread = 0.15,
		.drift = 0.01 * ((double)(number % 5) - 2),
		.female = 0.05 * ((double)(number % 9) - 4),
		.ages = {
			{ "0-4 yrs", 0.27, kinds[kind].level * weight },
			{ "5-10 yrs", 0.34, kinds[kind].level * weight * 1.2 },
			{ "11-17 yrs", 0.39, kinds[kind].level * weight * 1.5 },
		},
		.name = str_c(arena, name),
		.short_name = str_c(arena, short_name),
		.topic = "Made-up indicators",
		.definition = "Nothing: the indicator exists to make the profile bigger.",
	};
}

struct domain
plan_numbered(struct arena *arena, size_t first, size_t count)
{
	struct plan *plans = ARENA_NEW(arena, struct plan, count);
	size_t last = first + count - 1;

	for (size_t i = 0; i < count; i++)
		plans[i] = numbered(arena, first + i);
	return (struct domain){
		.name = str_c(arena,
		    str_print(arena, "Made-up indicators %zu to %zu", first, last)),
		.file = str_c(
		    arena, str_print(arena, "made-up-indicators-%05zu.csv", first)),
		.summary = "Numbered indicators that make the profile bigger.",
		.plans = plans,
		.count = count,
	};
}

bool
plan_is_estimate(const struct plan *plan)
{
	return plan->kind == PLAN_ESTIMATE || plan->kind == PLAN_ESTIMATE_NUMBER;
}

size_t
plan_periods(const struct plan *plan)
{
	return plan->periods ? (size_t)plan->periods : PLAN_PERIODS;
}

size_t
plan_age_count(const struct plan *plan)
{
	size_t n = 1;

	while (n < PLAN_AGES && plan->ages[n].age)
		n++;
	return n;
}

size_t
plan_rows(const struct plan *plan)
{
	size_t sexes = plan->sexes == PLAN_BOTH ? 3 : 1;

	return PLACES * plan_periods(plan) * sexes * plan_age_count(plan);
}
