#include "build/infer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/task.h"
#include "build/evidence.h"

/* One indicator's conclusions; sentences wait in buffers of their own, as an arena
 * belongs to one thread. */
struct inference {
	struct evidence evidence;
	char sentences[FACT_COUNT][160];
};

struct inferring {
	const struct collection *c;
	uint32_t root;
	uint32_t *first, *count; /* series of each indicator */
	struct inference *inferences;
};

/* Nine rows in ten must agree before anything is concluded. */
static bool
convincing(uint32_t supporting, uint32_t of)
{
	return supporting > 0 && (uint64_t)supporting * 10 >= (uint64_t)of * 9;
}

static bool
known(const struct draft_indicator *i, enum fact fact)
{
	return i->facts[fact].origin > ORIGIN_INFERRED;
}

static void
conclude(struct draft_indicator *i, struct inference *w, enum fact fact,
    uint32_t supporting, uint32_t of, const char *sentence)
{
	i->facts[fact] = (struct draft_fact){
		.origin = ORIGIN_INFERRED,
		.supporting = supporting,
		.contradicting = of - supporting,
	};
	snprintf(w->sentences[fact], sizeof w->sentences[fact], "%s", sentence);
}

static bool
name_says(const struct draft_indicator *i, const char *word)
{
	return str_has_folded(i->name, str_of(word)) ||
	       str_has_folded(i->unit, str_of(word));
}

/* The multiplier most rows give exactly, or nearly; MULTIPLIERS when none convinces. */
static unsigned
best_of(const uint32_t *votes, uint32_t of)
{
	unsigned best = 0;

	for (unsigned m = 1; m < MULTIPLIERS; m++)
		if (votes[m] > votes[best])
			best = m;
	return convincing(votes[best], of) ? best : MULTIPLIERS;
}

static void
set_type(struct draft_indicator *i, struct inference *w, enum value_type type,
    uint32_t supporting, uint32_t of, const char *sentence)
{
	if (known(i, FACT_VALUE_TYPE))
		return;
	i->value_type = type;
	conclude(i, w, FACT_VALUE_TYPE, supporting, of, sentence);
}

static void
set_multiplier(struct draft_indicator *i, struct inference *w, double multiplier,
    uint32_t supporting, uint32_t of, const char *sentence)
{
	if (known(i, FACT_MULTIPLIER))
		return;
	i->multiplier = multiplier;
	conclude(i, w, FACT_MULTIPLIER, supporting, of, sentence);
}

/* Value is count / denominator times a power of ten, exactly: a proportion or crude
 * rate. */
static void
conclude_exact(struct draft_indicator *i, struct inference *w, unsigned m)
{
	const struct evidence *e = &w->evidence;
	double multiplier = multipliers[m];
	bool wilson = convincing(e->wilson, e->tested);
	bool byar = !wilson && convincing(e->byar, e->tested);

	set_multiplier(i, w, multiplier, e->equal[m], e->with_counts,
	    "value equals count / denominator times it");
	if (wilson)
		set_type(i, w, VALUE_PROPORTION, e->wilson, e->tested,
		    "limits are Wilson's for count and denominator");
	else if (byar)
		set_type(i, w, VALUE_CRUDE_RATE, e->byar, e->tested,
		    "limits are Byar's, exact below ten");
	else if (multiplier <= 100 && !e->above_denominator)
		set_type(i, w, VALUE_PROPORTION, e->equal[m], e->with_counts,
		    "value is count out of denominator, never more than all of it");
	else
		set_type(i, w, VALUE_CRUDE_RATE, e->equal[m], e->with_counts,
		    "value is count / denominator times the multiplier");
}

/* Value is close to count / denominator times a power of ten on every row, but not
 * equal: weighted by age, or counts are rounded. */
static void
conclude_near(struct draft_indicator *i, struct inference *w, unsigned m)
{
	const struct evidence *e = &w->evidence;
	double multiplier = multipliers[m];
	uint32_t close = e->near[m] + e->equal[m];

	set_multiplier(i, w, multiplier, close, e->with_counts,
	    "value is near count / denominator times it, not equal");
	if (multiplier >= 1000 && name_says(i, "crude"))
		set_type(i, w, VALUE_CRUDE_RATE, close, e->with_counts,
		    "its name says crude; value is near count / denominator times the "
		    "multiplier: counts rounded");
	else if (multiplier >= 1000)
		set_type(i, w, VALUE_DSR, close, e->with_counts,
		    "value is near count / denominator times the multiplier, not "
		    "equal: "
		    "standardised");
	else if (multiplier >= 100 && !e->above_hundred && !e->above_denominator)
		set_type(i, w, VALUE_PROPORTION, close, e->with_counts,
		    "value is near count out of denominator: counts rounded, or "
		    "weighted");
}

/* Nothing but the name and the unit to go by; no row speaks for or against it. */
static void
conclude_from_name(struct draft_indicator *i, struct inference *w)
{
	static const struct {
		const char *words;
		double multiplier;
	} rates[] = {
		{ "per 100,000", 100000 },
		{ "per 100 000", 100000 },
		{ "per 100000", 100000 },
		{ "per 10,000", 10000 },
		{ "per 10 000", 10000 },
		{ "per 1,000", 1000 },
		{ "per 1000", 1000 },
		{ "per 100 ", 100 },
	};
	bool standardised = name_says(i, "standardis") || name_says(i, "standardiz");

	if (standardised)
		set_type(i, w, VALUE_DSR, 0, 0, "its name says standardised");
	for (size_t r = 0; r < sizeof rates / sizeof *rates; r++)
		if (i->multiplier <= 0 && name_says(i, rates[r].words)) {
			set_multiplier(
			    i, w, rates[r].multiplier, 0, 0, "its name says so");
			if (!standardised)
				set_type(i, w, VALUE_CRUDE_RATE, 0, 0,
				    "its name says a rate");
		}
	if (i->multiplier <= 0 && !w->evidence.above_hundred &&
	    !w->evidence.above_denominator &&
	    (name_says(i, "%") || name_says(i, "percentage") ||
		name_says(i, "proportion"))) {
		set_multiplier(i, w, 100, 0, 0, "its name says a percentage");
		set_type(i, w, VALUE_PROPORTION, 0, 0, "its name says a percentage");
	}
}

static void
conclude_type(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	unsigned exact = best_of(e->equal, e->with_counts);
	uint32_t close[MULTIPLIERS];

	for (unsigned m = 0; m < MULTIPLIERS; m++)
		close[m] = e->near[m] + e->equal[m];
	if (convincing(e->value_is_count, e->counts)) {
		set_type(i, w, VALUE_COUNT, e->value_is_count, e->counts,
		    "value is the count itself");
		set_multiplier(
		    i, w, 1, e->value_is_count, e->counts, "value is the count");
	} else if (e->with_counts && exact < MULTIPLIERS) {
		conclude_exact(i, w, exact);
	} else if (e->with_counts && best_of(close, e->with_counts) < MULTIPLIERS) {
		conclude_near(i, w, best_of(close, e->with_counts));
	} else {
		conclude_from_name(i, w);
	}
}

static void
conclude_interval(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;

	if (known(i, FACT_INTERVAL))
		return;
	if (!e->limits) {
		i->interval = INTERVAL_NONE;
		conclude(
		    i, w, FACT_INTERVAL, e->values, e->values, "no row has limits");
	} else if (convincing(e->wilson, e->tested)) {
		i->interval = INTERVAL_WILSON;
		conclude(i, w, FACT_INTERVAL, e->wilson, e->tested,
		    "limits recomputed from count and denominator agree");
	} else if (convincing(e->byar, e->tested)) {
		i->interval = INTERVAL_BYAR;
		conclude(i, w, FACT_INTERVAL, e->byar, e->tested,
		    "limits recomputed from count and denominator agree");
	} else if (i->value_type == VALUE_DSR) {
		i->interval = INTERVAL_DOBSON;
		conclude(i, w, FACT_INTERVAL, 0, 0,
		    "the field's method for standardised rates, which count and "
		    "denominator alone cannot confirm");
	} else {
		i->interval = INTERVAL_OTHER;
		conclude(i, w, FACT_INTERVAL, e->limits - e->wilson - e->byar,
		    e->limits, "limits are neither Wilson's nor Byar's");
	}
}

static void
conclude_polarity(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	uint32_t most = e->neutral;

	if (known(i, FACT_POLARITY) || !e->judged)
		return;
	i->polarity = POLARITY_NEUTRAL;
	if (e->low_is_good > most) {
		most = e->low_is_good;
		i->polarity = POLARITY_LOW;
	}
	if (e->high_is_good > most) {
		most = e->high_is_good;
		i->polarity = POLARITY_HIGH;
	}
	if (convincing(most, e->judged))
		conclude(i, w, FACT_POLARITY, most, e->judged,
		    "published words against the values they stand beside");
	else
		i->polarity = POLARITY_UNKNOWN;
}

/* The method under which most published comparisons come out as they were published. */
static enum comparison
best_comparison(const struct evidence *e, uint32_t *supporting)
{
	enum comparison best = COMPARISON_INTERVAL;

	*supporting = e->by_interval;
	if (e->by_far_interval > *supporting) {
		*supporting = e->by_far_interval;
		best = COMPARISON_INTERVAL_998;
	}
	if (e->by_overlap > *supporting) {
		*supporting = e->by_overlap;
		best = COMPARISON_OVERLAP;
	}
	return best;
}

static void
conclude_comparison(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	uint32_t supporting;
	enum comparison best = best_comparison(e, &supporting);

	if (known(i, FACT_COMPARISON))
		return;
	i->comparison = COMPARISON_INTERVAL;
	if (!e->compared && e->uncompared) {
		i->comparison = COMPARISON_NONE;
		conclude(i, w, FACT_COMPARISON, e->uncompared, e->uncompared,
		    "rows that have limits are published as not compared");
	} else if (convincing(supporting, e->compared)) {
		i->comparison = best;
		conclude(i, w, FACT_COMPARISON, supporting, e->compared,
		    "published comparisons made again");
	} else if (convincing(e->fifths, e->compared) &&
		   (uint64_t)e->extremes * 5 >= e->compared) {
		i->comparison = COMPARISON_QUINTILES;
		conclude(i, w, FACT_COMPARISON, e->fifths, e->compared,
		    "published words are those of fifths of the areas");
	}
}

/* The incumbent's rule for showing numbers, but never more decimals than published. */
static void
conclude_decimals(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	int decimals;

	if (known(i, FACT_DECIMALS) || !e->values)
		return;
	if (i->value_type == VALUE_COUNT)
		decimals = 0;
	else if (i->value_type == VALUE_PROPORTION)
		decimals = e->largest < 1 ? 3 : e->largest < 10 ? 2 : 1;
	else
		decimals = e->largest > 1000 ? 0
			   : e->largest > 10 ? 1
			   : e->largest < 1  ? 3
					     : 2;
	if (decimals > (int)e->decimals)
		decimals = (int)e->decimals;
	i->decimals = decimals;
	conclude(i, w, FACT_DECIMALS, 0, 0,
	    "from the size of the largest value, and no more than published");
}

/* A period of several years rolls on by one, unless periods say otherwise. */
static void
conclude_frequency(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	char sentence[80];

	if (known(i, FACT_FREQUENCY))
		return;
	i->frequency_months = e->length_months <= 12 ? e->length_months : 12;
	if (!e->gap_months || !convincing(e->usual_gaps, e->gaps))
		return;
	i->frequency_months = e->gap_months < UINT8_MAX ? e->gap_months : UINT8_MAX;
	/* Steps, not rows, so that they are not counted as those. */
	snprintf(sentence, sizeof sentence,
	    "%u of %u steps from one period to the next are as long", e->usual_gaps,
	    e->gaps);
	conclude(i, w, FACT_FREQUENCY, 0, 0, sentence);
}

/* As the latest period is written; "2015/16" leaves open which kind of year it is. */
static void
conclude_year_type(struct draft_indicator *i, const struct collection *c)
{
	if (!known(i, FACT_YEAR_TYPE) && i->latest != RELEASE_NONE)
		i->year_type = (enum period_style)c->periods[i->latest].period.style;
}

static void
conclude_unit(struct draft_indicator *i, struct inference *w)
{
	const struct draft_fact *multiplier = &i->facts[FACT_MULTIPLIER];

	if (known(i, FACT_UNIT))
		return;
	if (i->unit.len)
		conclude(i, w, FACT_UNIT, 0, 0, "the column of units says so");
	else if (i->value_type != VALUE_UNKNOWN || i->multiplier > 0)
		conclude(i, w, FACT_UNIT, multiplier->supporting,
		    multiplier->supporting + multiplier->contradicting,
		    "from value type and multiplier");
}

/* The unit in words, where only value type and multiplier tell it. */
static void
name_unit(struct draft_indicator *i, struct arena *arena)
{
	char unit[32];
	size_t len;

	if (i->unit.len || known(i, FACT_UNIT))
		return;
	len = unit_print(i->value_type, i->multiplier, unit);
	i->unit = str_copy(arena, (struct str){ .at = unit, .len = len });
}

static void
conclude_modelled(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;

	if (known(i, FACT_MODELLED) || !convincing(e->modelled, e->values))
		return;
	i->modelled = true;
	conclude(i, w, FACT_MODELLED, e->modelled, e->values,
	    "value notes say modelled or estimated");
}

static void
gather_one(void *context, size_t number)
{
	struct inferring *w = context;

	evidence_gather(w->c, w->first[number], w->count[number], w->root,
	    &w->inferences[number].evidence);
}

static void
find_series(struct inferring *w)
{
	for (uint32_t s = w->c->series_count; s-- > 0;) {
		w->first[w->c->series[s].indicator] = s;
		w->count[w->c->series[s].indicator]++;
	}
}

void
infer(const struct collection *collection, uint32_t root, size_t threads,
    struct arena *arena, struct draft_indicator *indicators)
{
	uint32_t n = collection->indicator_count;
	struct inferring w = { .c = collection, .root = root };

	w.first = memory_take(n, sizeof *w.first);
	w.count = memory_take(n, sizeof *w.count);
	w.inferences = memory_take(n, sizeof *w.inferences);
	find_series(&w);
	task_run(threads, n, gather_one, &w);
	for (uint32_t i = 0; i < n; i++) {
		struct inference *inference = &w.inferences[i];
		conclude_type(&indicators[i], inference);
		conclude_interval(&indicators[i], inference);
		conclude_polarity(&indicators[i], inference);
		conclude_comparison(&indicators[i], inference);
		conclude_decimals(&indicators[i], inference);
		conclude_modelled(&indicators[i], inference);
		conclude_frequency(&indicators[i], inference);
		conclude_unit(&indicators[i], inference);
		indicators[i].latest = inference->evidence.latest;
		conclude_year_type(&indicators[i], collection);
		name_unit(&indicators[i], arena);
		for (unsigned f = 0; f < FACT_COUNT; f++)
			if (inference->sentences[f][0])
				indicators[i].facts[f].text =
				    str_copy(arena, str_of(inference->sentences[f]));
	}
	free(w.first);
	free(w.count);
	free(w.inferences);
}
