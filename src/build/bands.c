#include "build/bands.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "model/indicator.h"
#include "stats/standardise.h"

enum { AGE_OPEN = 199 /* as age_parse reads "90+" */ };

/* A rate that is published beside the counts is no band of them. */
static bool
is_of_counts(const struct collection *c, const struct collected_series *s)
{
	for (uint32_t r = 0; r < s->row_count; r++)
		if (collected_row(c, s->rows[r])->published & MADE_COMPUTED)
			return true;
	return false;
}

static bool
add_band(const struct collection *c, const struct table_recipe *recipe, uint32_t age,
    struct bands *out, struct report *report)
{
	struct band *band = &out->at[out->count];

	for (uint32_t i = 0; i < out->count; i++)
		if (out->at[i].age == age)
			return true;
	if (out->count == BANDS_MOST ||
	    !age_parse(c->ages[age], &band->from, &band->until)) {
		report_fault(report, recipe->place,
		    "age '%.*s' of '%.*s' is no band of years; wanted one such as "
		    "'5-9', or leave it out by 'where not'",
		    STR_ARG(c->ages[age]), STR_ARG(recipe->indicator.text));
		return false;
	}
	band->age = age;
	out->count++;
	return true;
}

static int
order_bands(const void *a, const void *b)
{
	const struct band *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->until > y->until) - (x->until < y->until);
}

static bool
check_order(const struct collection *c, const struct table_recipe *recipe,
    const struct bands *bands, struct report *report)
{
	for (uint32_t i = 1; i < bands->count; i++) {
		const struct band *before = &bands->at[i - 1], *band = &bands->at[i];
		if (band->from == before->until + 1)
			continue;
		report_fault(report, recipe->place,
		    "age bands '%.*s' and '%.*s' of '%.*s' %s; wanted bands that "
		    "follow one another",
		    STR_ARG(c->ages[before->age]), STR_ARG(c->ages[band->age]),
		    STR_ARG(recipe->indicator.text),
		    band->from <= before->until ? "overlap" : "leave a gap");
		return false;
	}
	return true;
}

/* One's own standard population names bands in any spelling of their years. */
static double
own_weight(const struct table_recipe *recipe, const struct band *band)
{
	for (uint32_t i = 0; i < recipe->weight_count; i++) {
		unsigned from, until;
		if (age_parse(recipe->weights[i].age.text, &from, &until) &&
		    from == band->from && until == band->until)
			return recipe->weights[i].people;
	}
	return (double)NAN;
}

static bool
weigh_bands(const struct collection *c, const struct table_recipe *recipe,
    struct bands *bands, struct report *report)
{
	for (uint32_t i = 0; i < bands->count; i++) {
		struct band *band = &bands->at[i];
		int until =
		    band->until >= AGE_OPEN ? STANDARD_AGE_OPEN : (int)band->until + 1;
		band->weight = recipe->weight_count
				   ? own_weight(recipe, band)
				   : standard_population_2013((int)band->from, until);
		if (!isnan(band->weight))
			continue;
		report_fault(report, recipe->standard.place,
		    "the standard population has no age band '%.*s' of '%.*s'; wanted "
		    "%s",
		    STR_ARG(c->ages[band->age]), STR_ARG(recipe->indicator.text),
		    recipe->weight_count ? "people for it here"
					 : "0, 1-4, 5-9 ... 85-89 and 90+, or several "
					   "of them together");
		return false;
	}
	return true;
}

/* Weights that no band has would be left out without a word. */
static bool
check_weights(
    const struct table_recipe *recipe, const struct bands *bands, struct report *report)
{
	for (uint32_t w = 0; w < recipe->weight_count; w++) {
		const struct said *age = &recipe->weights[w].age;
		unsigned from = 0, until = 0;
		bool found = age_parse(age->text, &from, &until), used = false;
		for (uint32_t i = 0; found && i < bands->count; i++)
			used = used || (bands->at[i].from == from &&
					   bands->at[i].until == until);
		if (used)
			continue;
		report_fault(report, age->place,
		    "'%.*s' has no age band '%.*s'; wanted weights of its bands only",
		    STR_ARG(recipe->indicator.text), STR_ARG(age->text));
		return false;
	}
	return true;
}

static struct str
total_of(
    const struct table_recipe *recipe, const struct bands *bands, struct arena *arena)
{
	unsigned from = bands->at[0].from, until = bands->at[bands->count - 1].until;

	if (recipe->total_age.text.len)
		return recipe->total_age.text;
	if (from == 0 && until >= AGE_OPEN)
		return STR("All ages");
	return until >= AGE_OPEN ? str_print(arena, "%u+ yrs", from)
				 : str_print(arena, "%u-%u yrs", from, until);
}

bool
bands_of(const struct collection *collection, const struct table_recipe *recipe,
    uint32_t first, uint32_t count, struct arena *arena, struct bands *out,
    struct report *report)
{
	out->count = 0;
	for (uint32_t i = first; i < first + count; i++)
		if (is_of_counts(collection, &collection->series[i]) &&
		    !add_band(
			collection, recipe, collection->series[i].age, out, report))
			return false;
	if (!out->count)
		return false;
	qsort(out->at, out->count, sizeof *out->at, order_bands);
	out->total = total_of(recipe, out, arena);
	return check_order(collection, recipe, out, report) &&
	       weigh_bands(collection, recipe, out, report) &&
	       check_weights(recipe, out, report);
}
