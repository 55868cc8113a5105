#include "build/conclude.h"

#include <stdio.h>

bool
conclude_convincing(uint32_t supporting, uint32_t of)
{
	return supporting > 0 && (uint64_t)supporting * 10 >= (uint64_t)of * 9;
}

bool
conclude_is_said(const struct draft_indicator *i, enum fact fact)
{
	return origin_is_said(i->facts[fact].origin);
}

void
conclude_fact(struct draft_indicator *i, struct inference *w, enum fact fact,
    uint32_t supporting, uint32_t of, const char *sentence)
{
	i->facts[fact] = (struct draft_fact){
		.origin = ORIGIN_INFERRED,
		.supporting = supporting,
		.contradicting = of - supporting,
	};
	snprintf(w->sentences[fact], sizeof w->sentences[fact], "%s", sentence);
}

void
conclude_open(struct inference *w, enum fact fact, const char *sentence)
{
	snprintf(w->sentences[fact], sizeof w->sentences[fact], "%s", sentence);
}

void
conclude_assumed(struct draft_indicator *i, struct inference *w, enum fact fact,
    const char *sentence)
{
	i->facts[fact] = (struct draft_fact){ .origin = ORIGIN_ASSUMED };
	snprintf(w->sentences[fact], sizeof w->sentences[fact], "%s", sentence);
}

void
conclude_rounding(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;

	if (conclude_is_said(i, FACT_ROUNDING) || !e->rounding)
		return;
	i->rounding = e->rounding;
	conclude_fact(i, w, FACT_ROUNDING, e->rounded, e->could_be_rounded,
	    "counts of areas below the country are multiples of it");
}

/* There are limits, but neither a method that gives them nor enough rows that none
 * does. */
static void
leave_interval_open(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	char sentence[160];

	i->interval = INTERVAL_UNKNOWN;
	if (e->tested) {
		snprintf(sentence, sizeof sentence,
		    "of %u rows %u have Wilson's limits and %u Byar's: too few to "
		    "conclude either, too many for another method",
		    e->tested, e->wilson, e->byar);
		conclude_open(w, FACT_INTERVAL, sentence);
	} else if (e->alike) {
		conclude_open(w, FACT_INTERVAL,
		    "limits or counts are published too coarsely to tell Wilson's "
		    "from Byar's");
	} else {
		conclude_open(w, FACT_INTERVAL,
		    "limits are published, none could be tested: no row has count "
		    "and denominator");
	}
}

void
conclude_interval(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	const char *recomputed =
	    e->rounding ? "limits recomputed from count and denominator agree, but for "
			  "rounding"
			: "limits recomputed from count and denominator agree";
	uint32_t neither = e->tested - e->wilson - e->byar;

	if (conclude_is_said(i, FACT_INTERVAL))
		return;
	if (!e->limits) {
		i->interval = INTERVAL_NONE;
		conclude_fact(
		    i, w, FACT_INTERVAL, e->values, e->values, "no row has limits");
	} else if (conclude_convincing(e->wilson, e->tested)) {
		i->interval = INTERVAL_WILSON;
		conclude_fact(i, w, FACT_INTERVAL, e->wilson, e->tested, recomputed);
	} else if (conclude_convincing(e->byar, e->tested)) {
		i->interval = INTERVAL_BYAR;
		conclude_fact(i, w, FACT_INTERVAL, e->byar, e->tested, recomputed);
	} else if (i->value_type == VALUE_DSR) {
		i->interval = INTERVAL_DOBSON;
		conclude_fact(i, w, FACT_INTERVAL, 0, 0,
		    "the field's method for standardised rates, which count and "
		    "denominator alone cannot confirm");
	} else if (conclude_convincing(neither, e->tested)) {
		i->interval = INTERVAL_OTHER;
		conclude_fact(i, w, FACT_INTERVAL, neither, e->tested,
		    "limits are neither Wilson's nor Byar's");
	} else {
		leave_interval_open(i, w);
	}
}

void
conclude_polarity(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	uint32_t most = e->neutral;

	if (conclude_is_said(i, FACT_POLARITY) || !e->judged)
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
	if (conclude_convincing(most, e->judged))
		conclude_fact(i, w, FACT_POLARITY, most, e->judged,
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

/* The field's rule is worked with where there are limits to go by. */
static void
assume_comparison(struct draft_indicator *i, struct inference *w, uint32_t supporting)
{
	const struct evidence *e = &w->evidence;
	char sentence[160];

	if (!e->limits) {
		conclude_open(w, FACT_COMPARISON,
		    e->compared ? "comparisons are published, but no limits that they "
				  "could follow from"
				: "no row has limits, and no comparison is published");
	} else if (!e->compared) {
		conclude_assumed(i, w, FACT_COMPARISON,
		    "the field's rule; no comparison is published");
	} else {
		snprintf(sentence, sizeof sentence,
		    "the field's rule; of %u published comparisons no method gives "
		    "more than %u",
		    e->compared, supporting);
		conclude_assumed(i, w, FACT_COMPARISON, sentence);
	}
}

void
conclude_comparison(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	uint32_t supporting;
	enum comparison best = best_comparison(e, &supporting);

	if (conclude_is_said(i, FACT_COMPARISON))
		return;
	i->comparison = COMPARISON_INTERVAL;
	if (!e->compared && e->uncompared) {
		i->comparison = COMPARISON_NONE;
		conclude_fact(i, w, FACT_COMPARISON, e->uncompared, e->uncompared,
		    "rows that have limits are published as not compared");
	} else if (conclude_convincing(supporting, e->compared)) {
		i->comparison = best;
		conclude_fact(i, w, FACT_COMPARISON, supporting, e->compared,
		    "published comparisons made again");
	} else if (conclude_convincing(e->fifths, e->compared) &&
		   (uint64_t)e->extremes * 5 >= e->compared) {
		i->comparison = COMPARISON_QUINTILES;
		conclude_fact(i, w, FACT_COMPARISON, e->fifths, e->compared,
		    "published words are those of fifths of the areas");
	} else {
		assume_comparison(i, w, supporting);
	}
}

/* The incumbent's rule for showing numbers, but never more decimals than published. */
void
conclude_decimals(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	int decimals;

	if (conclude_is_said(i, FACT_DECIMALS))
		return;
	if (!e->values) {
		conclude_open(w, FACT_DECIMALS, "no row has a value");
		return;
	}
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
	conclude_fact(i, w, FACT_DECIMALS, 0, 0,
	    "from the size of the largest value, and no more than published");
}

void
conclude_modelled(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	char sentence[80];

	if (conclude_is_said(i, FACT_MODELLED))
		return;
	if (conclude_convincing(e->modelled, e->values)) {
		i->modelled = true;
		conclude_fact(i, w, FACT_MODELLED, e->modelled, e->values,
		    "value notes say modelled or estimated");
	} else if (e->modelled) {
		snprintf(sentence, sizeof sentence,
		    "only %u of %u value notes say modelled or estimated", e->modelled,
		    e->values);
		conclude_assumed(i, w, FACT_MODELLED, sentence);
	} else {
		conclude_assumed(
		    i, w, FACT_MODELLED, "no value note says modelled or estimated");
	}
}

/* A period of several years rolls on by one, unless periods say otherwise. */
static void
assume_frequency(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;

	i->frequency_months = e->length_months <= 12 ? e->length_months : 12;
	if (!e->length_months) {
		conclude_open(w, FACT_FREQUENCY, "no row has a value");
	} else if (!e->gaps) {
		conclude_assumed(i, w, FACT_FREQUENCY,
		    e->earliest == e->latest ? "there is one period"
					     : "no series has more than one period");
	} else {
		conclude_assumed(i, w, FACT_FREQUENCY,
		    e->length_months > 12
			? "periods of several years mostly roll on by one; steps from "
			  "one to the next do not tell"
			: "the length of the latest period; steps from one to the next "
			  "do not tell");
	}
}

void
conclude_frequency(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;

	if (conclude_is_said(i, FACT_FREQUENCY))
		return;
	if (!e->gap_months || !conclude_convincing(e->usual_gaps, e->gaps)) {
		assume_frequency(i, w);
		return;
	}
	i->frequency_months = e->gap_months < UINT8_MAX ? e->gap_months : UINT8_MAX;
	conclude_fact(i, w, FACT_FREQUENCY, e->usual_gaps, e->gaps,
	    "steps from one period to the next are as long");
}

static bool
name_says(const struct draft_indicator *i, const char *const *words)
{
	for (; *words; words++)
		if (str_has_folded(i->name, str_of(*words)) ||
		    str_has_folded(i->unit, str_of(*words)))
			return true;
	return false;
}

/* "2016/17" is written alike for years from April and from September: only a name can
 * tell. */
static void
conclude_split_years(
    struct draft_indicator *i, struct inference *w, const struct collection *c)
{
	static const char *const financial[] = { "financial year", "april to march",
		NULL };
	static const char *const academic[] = { "academic year", "school year",
		"september to august", NULL };
	bool is_financial = name_says(i, financial),
	     is_academic = name_says(i, academic);
	struct str label = c->periods[w->evidence.latest].label;
	char sentence[120];

	i->year_type = PERIOD_SPLIT;
	if (is_financial != is_academic) {
		i->year_type = is_financial ? PERIOD_FINANCIAL : PERIOD_ACADEMIC;
		conclude_fact(i, w, FACT_YEAR_TYPE, 0, 0,
		    is_financial ? "its name says financial years"
				 : "its name says academic years");
		return;
	}
	snprintf(sentence, sizeof sentence,
	    "periods such as '%.*s' are written alike for financial and academic years",
	    STR_ARG(str_slice(label, 0, PERIOD_LONGEST)));
	conclude_open(w, FACT_YEAR_TYPE, sentence);
}

void
conclude_year_type(
    struct draft_indicator *i, struct inference *w, const struct collection *c)
{
	const struct evidence *e = &w->evidence;
	uint32_t told =
	    e->january_years + e->april_years + e->september_years + e->other_years;
	uint32_t all = told + e->split_years;

	if (conclude_is_said(i, FACT_YEAR_TYPE))
		return;
	if (e->latest == RELEASE_NONE) {
		conclude_open(w, FACT_YEAR_TYPE, "no row has a value");
		return;
	}
	i->year_type = (enum period_style)c->periods[e->latest].period.style;
	if (conclude_convincing(e->january_years, all)) {
		i->year_type = PERIOD_CALENDAR;
		conclude_fact(i, w, FACT_YEAR_TYPE, e->january_years, all,
		    "periods are written as calendar years, or parts of them");
	} else if (conclude_convincing(e->april_years, told)) {
		i->year_type = PERIOD_FINANCIAL;
		conclude_fact(i, w, FACT_YEAR_TYPE, e->april_years, told,
		    "periods are years from April to March, or quarters of them");
	} else if (conclude_convincing(e->september_years, told)) {
		i->year_type = PERIOD_ACADEMIC;
		conclude_fact(i, w, FACT_YEAR_TYPE, e->september_years, told,
		    "periods are years from September to August");
	} else if (conclude_convincing(e->split_years, all)) {
		conclude_split_years(i, w, c);
	} else {
		conclude_open(w, FACT_YEAR_TYPE,
		    "periods are of several kinds of year, or of none that is known");
	}
}
