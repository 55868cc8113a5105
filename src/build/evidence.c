#include "build/evidence.h"

#include <math.h>

#include "build/periods.h"
#include "build/published.h"
#include "build/rounding.h"
#include "model/missing.h"
#include "stats/interval.h"

const double multipliers[MULTIPLIERS] = { 1, 100, 1000, 10000, 100000, 1000000 };

enum { LOOSE_PART = 10 /* a ratio known to one part in so many tells nothing apart */ };

struct gathering {
	const struct collection *c;
	uint32_t first, count; /* the indicator's series */
	uint32_t root;
	struct rounding counts, denominators;
	unsigned count_step, denominator_step; /* both rounded to it, or 0 */
	struct evidence *e;
};

typedef void visit_row(struct gathering *g, struct row_ref ref, bool is_root);

static void
visit_rows(struct gathering *g, visit_row *visit)
{
	for (uint32_t i = g->first; i < g->first + g->count; i++) {
		const struct collected_series *s = &g->c->series[i];
		for (uint32_t r = 0; r < s->row_count; r++) {
			uint32_t area = s->areas[s->cells[r] / s->period_count];
			visit(g, s->rows[r], area == g->root);
		}
	}
}

static double
number(const struct row *row, enum release_column column)
{
	return row->numbers[column];
}

/* Half a unit of the last decimal a number was printed with, and a little for the way
 * it is stored. */
static double
half_unit(double value, unsigned decimals)
{
	static const double halves[] = { 0.5, 0.5e-1, 0.5e-2, 0.5e-3, 0.5e-4, 0.5e-5,
		0.5e-6, 0.5e-7, 0.5e-8, 0.5e-9, 0.5e-10, 0.5e-11, 0.5e-12, 0.5e-13 };
	unsigned last = sizeof halves / sizeof *halves - 1;

	return halves[decimals < last ? decimals : last] + 1e-12 * fabs(value);
}

/* Decimals a number has, twelve at most: then it is the number nearest to a whole one
 * divided by a power of ten, and both of these are exact. */
static unsigned
decimals_of(double value)
{
	static const double tens[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
		1e10, 1e11, 1e12 };
	const unsigned last = sizeof tens / sizeof *tens - 1;
	unsigned decimals = 0;

	while (
	    decimals < last && rint(value * tens[decimals]) / tens[decimals] != value)
		decimals++;
	return decimals;
}

/* What a number may be, given that what it is computed from was rounded. */
struct range {
	double from, until;
};

static bool
within(double published, struct range computed, double slack)
{
	return published >= computed.from - slack &&
	       published <= computed.until + slack;
}

/* The published number lies in the range but for the way numbers are stored. */
static bool
equals(double published, struct range computed)
{
	return within(published, computed, 1e-9 * fabs(computed.until));
}

/* The same, to the last of so many decimals. */
static bool
agrees(double published, struct range computed, unsigned decimals)
{
	return equals(published, computed) ||
	       within(published, computed, half_unit(computed.until, decimals));
}

/* Counts of the root are as a rule not rounded, whatever is done to those of the areas
 * below it. */
static void
weigh_multiples(struct gathering *g, struct row_ref ref, bool is_root)
{
	const struct row *row = collected_row(g->c, ref);

	if (is_root)
		return;
	rounding_add(&g->counts, number(row, COLUMN_COUNT_OF));
	rounding_add(&g->denominators, number(row, COLUMN_DENOMINATOR));
}

/* said: what people say of it, or negative. */
static void
find_rounding(struct gathering *g, int said)
{
	if (said < 0) {
		g->e->rounding = rounding_of(&g->counts, &g->e->rounded);
		g->e->could_be_rounded = g->counts.rows;
	}
	g->count_step = said < 0 ? g->e->rounding : (unsigned)said;
	if (g->count_step)
		g->denominator_step = rounding_of(&g->denominators, NULL);
}

/* Count and denominator as they may have been before they were rounded, once so that
 * their ratio is least and once so that it is most. */
struct possible {
	double counts[2], denominators[2];
};

static struct possible
possible_of(const struct gathering *g, const struct row *row, bool is_root)
{
	double count = number(row, COLUMN_COUNT_OF);
	double denominator = number(row, COLUMN_DENOMINATOR);
	double above = is_root ? 0 : g->count_step / 2.0;
	double below = is_root ? 0 : g->denominator_step / 2.0;

	return (struct possible){
		.counts = { fmax(count - above, 0), count + above },
		.denominators = { denominator + below, denominator - below },
	};
}

static void
weigh_ratio(struct gathering *g, const struct row *row, bool is_root)
{
	const struct possible p = possible_of(g, row, is_root);
	struct evidence *e = g->e;
	double value = number(row, COLUMN_VALUE);
	double ratio = number(row, COLUMN_COUNT_OF) / number(row, COLUMN_DENOMINATOR);
	double least = p.counts[0] / p.denominators[0];
	double most =
	    p.denominators[1] > 0 ? p.counts[1] / p.denominators[1] : (double)INFINITY;
	bool loose = most - least > ratio / LOOSE_PART;

	e->with_counts++;
	e->loose += loose;
	e->above_denominator += p.counts[0] > p.denominators[0];
	for (unsigned i = 0; i < MULTIPLIERS; i++) {
		double expected = ratio * multipliers[i];
		struct range range = { least * multipliers[i], most * multipliers[i] };
		/* No rounding to a digit that is printed reaches further. */
		if (!(value >= expected / 2 && value <= expected * 2))
			continue;
		if (!loose && agrees(value, range, row->decimals))
			e->equal[i]++;
		else
			(loose ? e->nearly : e->near)[i]++;
	}
}

static bool
has_limits(const struct row *row)
{
	return !isnan(number(row, COLUMN_LOWER95)) &&
	       !isnan(number(row, COLUMN_UPPER95));
}

static bool
has_counts(const struct row *row)
{
	return number(row, COLUMN_COUNT_OF) >= 0 && number(row, COLUMN_DENOMINATOR) > 0;
}

static void
weigh_row(struct gathering *g, struct row_ref ref, bool is_root)
{
	const struct row *row = collected_row(g->c, ref);
	struct evidence *e = g->e;
	double value = number(row, COLUMN_VALUE);

	if (isnan(value))
		return;
	e->values++;
	e->above_hundred += value > 100;
	e->below_zero += value < 0;
	if (fabs(value) > e->largest)
		e->largest = fabs(value);
	if (row->decimals > e->decimals)
		e->decimals = row->decimals;
	e->limits += has_limits(row) ? 1 : 0;
	e->counts += isnan(number(row, COLUMN_COUNT_OF)) ? 0 : 1;
	e->value_is_count += value == number(row, COLUMN_COUNT_OF);
	if (row->note) {
		uint32_t note = g->c->note_numbers[ref.batch][row->note];
		e->modelled += missing_note_is_modelled(g->c->notes[note]);
	}
	if (has_counts(row) && value != 0)
		weigh_ratio(g, row, is_root);
}

/* The limits that count and denominator give by the two methods that need nothing else.
 */
typedef bool limits_by(double count, double denominator, double multiplier,
    double confidence, struct interval *out, struct err *err);

/* Zeros at the end of a number are not published, so that the limit with more decimals
 * says to how many both are. */
static unsigned
limit_decimals(const struct row *row)
{
	unsigned lower = decimals_of(number(row, COLUMN_LOWER95));
	unsigned upper = decimals_of(number(row, COLUMN_UPPER95));

	return lower > upper ? lower : upper;
}

/* How well a method gives the published limits. */
enum fit { FIT_NOT, FIT_TO_THE_DIGIT, FIT_EXACTLY };

static enum fit
fit_of(limits_by *method, const struct possible *p, const struct row *row,
    double multiplier)
{
	double lower = number(row, COLUMN_LOWER95), upper = number(row, COLUMN_UPPER95);
	struct interval least, most;
	struct err err;

	if (!method(p->counts[0], p->denominators[0], multiplier, 0.95, &least, &err))
		return FIT_NOT;
	most = least;
	if (p->counts[0] < p->counts[1] &&
	    !method(p->counts[1], p->denominators[1], multiplier, 0.95, &most, &err))
		return FIT_NOT;

	const struct range below = { least.lower, most.lower };
	const struct range above = { least.upper, most.upper };
	if (p->counts[0] == p->counts[1] && equals(lower, below) &&
	    equals(upper, above))
		return FIT_EXACTLY;
	/* Most that disagree do so by more than any digit could explain. */
	if (!agrees(lower, below, 0) || !agrees(upper, above, 0))
		return FIT_NOT;

	const unsigned decimals = limit_decimals(row);
	return agrees(lower, below, decimals) && agrees(upper, above, decimals)
		   ? FIT_TO_THE_DIGIT
		   : FIT_NOT;
}

/* The multiplier that most rows support, to try methods of limits with. */
static double
best_multiplier(const struct evidence *e)
{
	uint32_t best = 0;
	double multiplier = 100;

	for (unsigned i = 0; i < MULTIPLIERS; i++) {
		uint32_t votes = e->equal[i] + e->nearly[i];
		if (votes > best) {
			best = votes;
			multiplier = multipliers[i];
		}
	}
	return multiplier;
}

static void
weigh_limits(struct gathering *g, struct row_ref ref, bool is_root)
{
	const struct row *row = collected_row(g->c, ref);
	const struct possible p = possible_of(g, row, is_root);
	struct evidence *e = g->e;
	double multiplier = best_multiplier(e);
	enum fit wilson, byar = FIT_NOT;

	if (isnan(number(row, COLUMN_VALUE)) || !has_limits(row) || !has_counts(row))
		return;
	wilson = fit_of(interval_proportion, &p, row, multiplier);
	/* No limits are exactly both. */
	if (wilson != FIT_EXACTLY)
		byar = fit_of(interval_rate, &p, row, multiplier);
	if (wilson && byar) {
		e->alike++;
		return;
	}
	e->tested++;
	e->wilson += wilson ? 1 : 0;
	e->byar += byar ? 1 : 0;
}

void
evidence_gather(const struct collection *collection, uint32_t first, uint32_t count,
    uint32_t root, int rounding, struct evidence *out)
{
	struct gathering g = {
		.c = collection,
		.first = first,
		.count = count,
		.root = root,
		.e = out,
	};

	*out = (struct evidence){ .latest = RELEASE_NONE, .earliest = RELEASE_NONE };
	visit_rows(&g, weigh_multiples);
	find_rounding(&g, rounding);
	visit_rows(&g, weigh_row);
	visit_rows(&g, weigh_limits);
	periods_weigh(collection, first, count, out);
	published_weigh(collection, first, count, root, out);
}
