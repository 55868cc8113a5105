/* What a value is: its type, multiplier and unit. */
#include "build/conclude.h"

static bool
name_says(const struct draft_indicator *i, const char *word)
{
	return str_has_folded(i->name, str_of(word)) ||
	       str_has_folded(i->unit, str_of(word));
}

/* The type that a name with "standardised" in it means; VALUE_UNKNOWN without. A rate
 * that is called crude is so, whatever else its name speaks of. */
static enum value_type
standardised_type(const struct draft_indicator *i)
{
	if (name_says(i, "crude") || name_says(i, "score") ||
	    !(name_says(i, "standardis") || name_says(i, "standardiz")))
		return VALUE_UNKNOWN;
	if (name_says(i, "ratio"))
		return VALUE_ISRATIO;
	return name_says(i, "indirect") ? VALUE_ISR : VALUE_DSR;
}

/* The multiplier most rows give; MULTIPLIERS when none convinces. */
static unsigned
best_of(const uint32_t *votes, uint32_t of)
{
	unsigned best = 0;

	for (unsigned m = 1; m < MULTIPLIERS; m++)
		if (votes[m] > votes[best])
			best = m;
	return conclude_convincing(votes[best], of) ? best : MULTIPLIERS;
}

static void
set_type(struct draft_indicator *i, struct inference *w, enum value_type type,
    uint32_t supporting, uint32_t of, const char *sentence)
{
	if (conclude_is_said(i, FACT_VALUE_TYPE))
		return;
	i->value_type = type;
	conclude_fact(i, w, FACT_VALUE_TYPE, supporting, of, sentence);
}

static void
set_multiplier(struct draft_indicator *i, struct inference *w, double multiplier,
    uint32_t supporting, uint32_t of, const char *sentence)
{
	if (conclude_is_said(i, FACT_MULTIPLIER))
		return;
	i->multiplier = multiplier;
	conclude_fact(i, w, FACT_MULTIPLIER, supporting, of, sentence);
}

/* Value is count / denominator times a power of ten, exactly: a proportion or crude
 * rate. */
static void
conclude_exact(struct draft_indicator *i, struct inference *w, unsigned m)
{
	const struct evidence *e = &w->evidence;
	double multiplier = multipliers[m];
	bool wilson = conclude_convincing(e->wilson, e->tested);
	bool byar = !wilson && conclude_convincing(e->byar, e->tested);
	uint32_t of = e->with_counts - e->loose;

	set_multiplier(i, w, multiplier, e->equal[m], of,
	    e->rounding ? "value equals count / denominator times it, but for rounding"
			: "value equals count / denominator times it");
	if (wilson)
		set_type(i, w, VALUE_PROPORTION, e->wilson, e->tested,
		    "limits are Wilson's for count and denominator");
	else if (byar)
		set_type(i, w, VALUE_CRUDE_RATE, e->byar, e->tested,
		    "limits are Byar's, exact below ten");
	else if (multiplier <= 100 && !e->above_denominator)
		set_type(i, w, VALUE_PROPORTION, e->equal[m], of,
		    "value is count out of denominator, never more than all of it");
	else
		set_type(i, w, VALUE_CRUDE_RATE, e->equal[m], of,
		    "value is count / denominator times the multiplier");
}

/* A rate that is near what count and denominator give. So is one that equals it when
 * its counts are small and rounded. */
static void
conclude_near_rate(struct draft_indicator *i, struct inference *w, unsigned m)
{
	const struct evidence *e = &w->evidence;
	enum value_type type = standardised_type(i);
	uint32_t close = e->near[m] + e->equal[m], of = e->with_counts - e->loose;

	if (name_says(i, "crude"))
		set_type(i, w, VALUE_CRUDE_RATE, close, of,
		    "its name says crude; value is near count / denominator times the "
		    "multiplier");
	else if (conclude_convincing(close, of))
		set_type(i, w, type == VALUE_UNKNOWN ? VALUE_DSR : type, close, of,
		    "value is near count / denominator times the multiplier, not "
		    "equal: standardised");
	else if (type != VALUE_UNKNOWN)
		set_type(i, w, type, 0, 0, "its name says standardised");
	else if (!conclude_is_said(i, FACT_VALUE_TYPE))
		conclude_open(w, FACT_VALUE_TYPE,
		    "value is near count / denominator times the multiplier, but "
		    "counts are too small and rounded to tell whether it equals it");
}

/* Value is close to count / denominator times a power of ten on every row, but not
 * equal: weighted by age, or counts are rounded. */
static void
conclude_near(struct draft_indicator *i, struct inference *w, unsigned m)
{
	const struct evidence *e = &w->evidence;
	double multiplier = multipliers[m];
	uint32_t close = e->near[m] + e->equal[m] + e->nearly[m];

	set_multiplier(i, w, multiplier, close, e->with_counts,
	    e->loose == e->with_counts
		? "value is near count / denominator times it"
		: "value is near count / denominator times it, not equal");
	if (multiplier >= 1000)
		conclude_near_rate(i, w, m);
	else if (multiplier >= 100 && !e->above_hundred && !e->above_denominator)
		set_type(i, w, VALUE_PROPORTION, close, e->with_counts,
		    "value is near count out of denominator: counts rounded, or "
		    "weighted");
}

static bool
is_percentage_by_name(const struct draft_indicator *i, const struct evidence *e)
{
	return !e->above_hundred && !e->below_zero && !e->above_denominator &&
	       !name_says(i, "percentage point") &&
	       (name_says(i, "%") || name_says(i, "percentage") ||
		   name_says(i, "proportion"));
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
	enum value_type type = standardised_type(i);

	if (type != VALUE_UNKNOWN)
		set_type(i, w, type, 0, 0, "its name says standardised");
	for (size_t r = 0; r < sizeof rates / sizeof *rates; r++)
		if (i->multiplier <= 0 && name_says(i, rates[r].words)) {
			set_multiplier(
			    i, w, rates[r].multiplier, 0, 0, "its name says so");
			if (type == VALUE_UNKNOWN)
				set_type(i, w, VALUE_CRUDE_RATE, 0, 0,
				    "its name says a rate");
		}
	if (i->multiplier <= 0 && is_percentage_by_name(i, &w->evidence)) {
		set_multiplier(i, w, 100, 0, 0, "its name says a percentage");
		set_type(i, w, VALUE_PROPORTION, 0, 0, "its name says a percentage");
	}
}

void
conclude_value(struct draft_indicator *i, struct inference *w)
{
	const struct evidence *e = &w->evidence;
	unsigned exact = best_of(e->equal, e->with_counts - e->loose);
	uint32_t close[MULTIPLIERS];

	for (unsigned m = 0; m < MULTIPLIERS; m++)
		close[m] = e->near[m] + e->equal[m] + e->nearly[m];
	if (conclude_convincing(e->value_is_count, e->counts)) {
		set_type(i, w, VALUE_COUNT, e->value_is_count, e->counts,
		    "value is the count itself");
		set_multiplier(
		    i, w, 1, e->value_is_count, e->counts, "value is the count");
	} else if (exact < MULTIPLIERS) {
		conclude_exact(i, w, exact);
	} else if (best_of(close, e->with_counts) < MULTIPLIERS) {
		conclude_near(i, w, best_of(close, e->with_counts));
	} else {
		conclude_from_name(i, w);
	}
}

void
conclude_unit(struct draft_indicator *i, struct inference *w)
{
	const struct draft_fact *multiplier = &i->facts[FACT_MULTIPLIER];

	if (conclude_is_said(i, FACT_UNIT))
		return;
	if (i->unit.len)
		conclude_fact(i, w, FACT_UNIT, 0, 0, "the column of units says so");
	else if (i->value_type != VALUE_UNKNOWN || i->multiplier > 0)
		conclude_fact(i, w, FACT_UNIT, multiplier->supporting,
		    multiplier->supporting + multiplier->contradicting,
		    "from value type and multiplier");
}

void
conclude_unit_name(struct draft_indicator *i, struct arena *arena)
{
	char unit[32];
	size_t len;

	if (i->unit.len || conclude_is_said(i, FACT_UNIT))
		return;
	len = unit_print(i->value_type, i->multiplier, unit);
	i->unit = str_copy(arena, (struct str){ .at = unit, .len = len });
}
