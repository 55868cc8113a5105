#include "ledger/published.h"

#include <math.h>

#include "disclose/rate.h"

enum { MOST_TRIED = 1000 };

/* What figures of an indicator are read with. */
struct reader {
	const struct release *release;
	const struct release_indicator *indicator;
	const struct release_rule *rule; /* or NULL */
};

struct disclose_rule
ledger_exact(void)
{
	return (struct disclose_rule){
		.name = STR("exact"),
		.small = { 0, DISCLOSE_ANY },
		.reach = { 1, 0 },
		.values = 2,
	};
}

static bool
is_plain(const struct reader *r)
{
	return r->indicator->value_type == VALUE_PROPORTION ||
	       r->indicator->value_type == VALUE_CRUDE_RATE;
}

/* Narrows what is known by a value beside its denominator. */
static void
know_by_value(
    const struct reader *r, const struct figure *f, struct disclose_range *known)
{
	struct disclose_range rate, both;
	struct err err;

	if (!is_plain(r) || isnan(f->value) || f->value < 0 || !(f->denominator > 0) ||
	    !(r->indicator->multiplier > 0) ||
	    !disclose_rate_counts(f->value, disclose_decimals(f->value), f->denominator,
		r->indicator->multiplier, &rate, &err))
		return;
	both = disclose_common(*known, rate);
	if (both.least <= both.most)
		*known = both;
}

static bool
limits_of(
    const struct reader *r, double count, double denominator, struct interval *out)
{
	double per = r->indicator->multiplier;
	struct err err;

	if (r->indicator->interval == INTERVAL_WILSON)
		return interval_proportion(count, denominator, per, 0.95, out, &err);
	if (r->indicator->interval == INTERVAL_BYAR)
		return interval_rate(count, denominator, per, 0.95, out, &err);
	return false;
}

static bool
is_near(double published, double computed)
{
	return isnan(published) ||
	       fabs(published - computed) <=
		   0.5 / pow(10, disclose_decimals(published)) + 1e-9 * fabs(computed);
}

/* Narrows what is known by limits that were left beside a hidden count: each count has
 * limits of its own. */
static void
know_by_limits(
    const struct reader *r, const struct figure *f, struct disclose_range *known)
{
	struct disclose_range found = { DISCLOSE_ANY, 0 };
	struct interval limits;

	if ((isnan(f->lower95) && isnan(f->upper95)) || !(f->denominator > 0) ||
	    !(r->indicator->multiplier > 0))
		return;
	for (uint32_t n = known->least; n <= known->most && n <= MOST_TRIED; n++) {
		if (!limits_of(r, n, f->denominator, &limits) ||
		    !is_near(f->lower95, limits.lower) ||
		    !is_near(f->upper95, limits.upper))
			continue;
		if (found.least == DISCLOSE_ANY)
			found.least = n;
		found.most = n;
	}
	if (found.least <= found.most)
		*known = found;
}

static struct disclose_range
known_of(const struct reader *r, const struct figure *f)
{
	struct disclose_range known = { 0, DISCLOSE_ANY };

	if (r->indicator->value_type == VALUE_PROPORTION && f->denominator >= 0 &&
	    f->denominator < DISCLOSE_MOST)
		known.most = (uint32_t)f->denominator;
	know_by_value(r, f, &known);
	know_by_limits(r, f, &known);
	return known;
}

/* A count that was published as a multiple, by nobody's rule. */
static bool
set_rounded(const struct reader *r, double count, struct ledger_entry *out)
{
	uint32_t step = r->indicator->rounding, n = (uint32_t)count;

	if (r->rule || step < 2 || n % step || count != floor(count))
		return false;
	out->kind = LEDGER_RANGE;
	out->known = (struct disclose_range){
		.least = n > step / 2 ? n - step / 2 : 0,
		.most = n + (step - 1) / 2,
	};
	return true;
}

static bool
set_count(const struct reader *r, double count, struct ledger_entry *out)
{
	if (count < 0 || count > DISCLOSE_MOST)
		return false;
	out->known = (struct disclose_range){ 0, DISCLOSE_ANY };
	if (set_rounded(r, count, out))
		return true;
	out->value = (uint32_t)count;
	if (count == floor(count))
		return true;
	out->kind = LEDGER_RANGE;
	out->known = (struct disclose_range){ out->value, out->value + 1 };
	return true;
}

static bool
is_hidden(const struct reader *r, const struct figure *f)
{
	if (f->missing == MISSING_SUPPRESSED)
		return true;
	return r->rule && f->note &&
	       (f->note == r->rule->note || f->note == r->rule->note_other);
}

/* False where there is nothing to know of a count. */
static bool
entry_of(const struct reader *r, const struct figure *f, struct ledger_entry *out)
{
	double count = f->count;

	if (f->missing == MISSING_NO_ROW)
		return false;
	if (isnan(count) && r->indicator->value_type == VALUE_COUNT)
		count = f->value;
	if (!isnan(count))
		return set_count(r, count, out);
	out->known = known_of(r, f);
	out->kind = LEDGER_RANGE;
	if (!is_hidden(r, f))
		return f->missing != MISSING_NOT || is_plain(r);
	bool other = r->rule && r->rule->flags & RULE_TOLD_APART &&
		     f->note == r->rule->note_other;
	out->kind = other ? LEDGER_HIDDEN_OTHER : LEDGER_HIDDEN;
	return true;
}

static void
read_series(const struct reader *r, const struct figures *figures,
    struct ledger_entry *entries, uint32_t *count)
{
	const struct release_series *series = figures->series;

	for (uint32_t a = 0; a < series->areas; a++)
		for (uint32_t p = 0; p < series->periods; p++) {
			struct figure figure = figures_at(figures, a, p);
			struct ledger_entry *entry = &entries[*count];
			*entry = (struct ledger_entry){ .key = {
							    figures->areas[a],
							    series->sex,
							    series->age,
							    series->category,
							    figures->periods[p],
							} };
			*count += entry_of(r, &figure, entry);
		}
}

bool
ledger_read(struct arena *arena, const struct release *release, uint32_t indicator,
    struct ledger_entry **entries, uint32_t *count, struct err *err)
{
	const struct release_indicator *i = &release->indicators[indicator];
	const struct reader reader = {
		.release = release,
		.indicator = i,
		.rule = release_rule(release, indicator),
	};
	uint64_t cells = 0;

	for (uint32_t s = 0; s < i->series; s++)
		cells += (uint64_t)release->series[i->first_series + s].areas *
			 release->series[i->first_series + s].periods;
	*entries = ARENA_NEW(arena, struct ledger_entry, cells + 1);
	*count = 0;
	for (uint32_t s = 0; s < i->series; s++) {
		struct figures figures;
		if (!release_figures(release, i->first_series + s, &figures, err))
			return false;
		read_series(&reader, &figures, *entries, count);
	}
	return true;
}
