#include "build/evidence.h"

#include <math.h>
#include <stdlib.h>

#include "model/missing.h"
#include "model/verdict.h"
#include "stats/interval.h"

/* Beyond these the nine digits of `agrees` decide for all but the smallest numbers. */
enum { DECIMALS_MOST = 12 };

const double multipliers[MULTIPLIERS] = { 1, 100, 1000, 10000, 100000, 1000000 };

/* The series of an indicator, and the figures of the root area for each of them. */
struct gathering {
	const struct collection *c;
	uint32_t first, count;
	uint32_t root;
	struct evidence *e;
};

static double
number(const struct row *row, enum release_column column)
{
	return row->numbers[column];
}

/* Half a unit of the last decimal of a value, and a little for the way it is stored. */
static double
half_unit(double value, unsigned decimals)
{
	static const double halves[] = { 0.5, 0.5e-1, 0.5e-2, 0.5e-3, 0.5e-4, 0.5e-5,
		0.5e-6, 0.5e-7, 0.5e-8, 0.5e-9, 0.5e-10, 0.5e-11, 0.5e-12, 0.5e-13 };
	unsigned last = sizeof halves / sizeof *halves - 1;

	return halves[decimals < last ? decimals : last] + 1e-12 * fabs(value);
}

/* Whether a number has so many decimals at most: then it is the number nearest to a
 * whole one divided by a power of ten, and both of these are exact. */
static bool
has_decimals(double value, unsigned most)
{
	static const double tens[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
		1e10, 1e11, 1e12 };
	unsigned last = sizeof tens / sizeof *tens - 1;
	double ten = tens[most < last ? most : last];

	return rint(value * ten) / ten == value;
}

/* The published number is what was computed, to the last digit it was published with.
 * Most numbers that disagree do so by more than any digit could explain. */
static bool
agrees(double published, double computed)
{
	double difference = fabs(published - computed);
	unsigned decimals = 0;

	if (difference <= 1e-9 * fabs(computed))
		return true;
	if (!(difference <= half_unit(computed, 0)))
		return false;
	while (
	    decimals < DECIMALS_MOST && difference <= half_unit(computed, decimals + 1))
		decimals++;
	return has_decimals(published, decimals);
}

static void
weigh_ratio(struct evidence *e, const struct row *row)
{
	double value = number(row, COLUMN_VALUE);
	double count = number(row, COLUMN_COUNT_OF);
	double denominator = number(row, COLUMN_DENOMINATOR);

	if (!isnan(count)) {
		e->counts++;
		e->value_is_count += value == count;
	}
	if (isnan(count) || isnan(denominator) || denominator <= 0 || value == 0)
		return;
	e->with_counts++;
	e->above_denominator += count > denominator;
	for (unsigned i = 0; i < MULTIPLIERS; i++) {
		double expected = count / denominator * multipliers[i];
		/* No rounding to a digit that is printed reaches further. */
		if (!(fabs(value) >= expected / 2 && fabs(value) <= expected * 2))
			continue;
		double difference = fabs(value - expected);
		if (difference <= 1e-9 * fabs(expected) ||
		    difference <= half_unit(expected, row->decimals))
			e->equal[i]++;
		else if (value > expected / 2 && value < expected * 2)
			e->near[i]++;
	}
}

static void
weigh_row(struct evidence *e, const struct collection *c, struct row_ref ref)
{
	const struct row *row = collected_row(c, ref);
	double value = number(row, COLUMN_VALUE);

	if (isnan(value))
		return;
	e->values++;
	e->above_hundred += value > 100;
	if (fabs(value) > e->largest)
		e->largest = fabs(value);
	if (row->decimals > e->decimals)
		e->decimals = row->decimals;
	e->limits +=
	    !isnan(number(row, COLUMN_LOWER95)) && !isnan(number(row, COLUMN_UPPER95));
	if (row->note) {
		uint32_t note = c->note_numbers[ref.batch][row->note];
		e->modelled += missing_note_is_modelled(c->notes[note]);
	}
	weigh_ratio(e, row);
}

static bool
limits_agree(const struct row *row, const struct interval *interval)
{
	return agrees(number(row, COLUMN_LOWER95), interval->lower) &&
	       agrees(number(row, COLUMN_UPPER95), interval->upper);
}

/* Tries the two methods that need nothing but count and denominator. */
static void
weigh_method(struct evidence *e, const struct row *row, double multiplier)
{
	double count = number(row, COLUMN_COUNT_OF);
	double denominator = number(row, COLUMN_DENOMINATOR);
	struct interval interval;
	struct err err;

	if (isnan(number(row, COLUMN_VALUE)) || isnan(number(row, COLUMN_LOWER95)) ||
	    isnan(number(row, COLUMN_UPPER95)) || isnan(count) || isnan(denominator) ||
	    denominator <= 0 || count < 0)
		return;
	e->tested++;
	if (count <= denominator &&
	    interval_proportion(
		count, denominator, multiplier, 0.95, &interval, &err) &&
	    limits_agree(row, &interval))
		e->wilson++;
	else if (interval_rate(count, denominator, multiplier, 0.95, &interval, &err) &&
		 limits_agree(row, &interval))
		e->byar++;
}

/* The row of the root area for a series' sex, age and category (else for no category).
 */
static const struct row *
root_row(const struct gathering *g, const struct collected_series *like,
    uint32_t period, bool total)
{
	for (uint32_t i = g->first; i < g->first + g->count; i++) {
		const struct collected_series *s = &g->c->series[i];
		if (s->sex != like->sex || s->age != like->age ||
		    s->category != (total ? 0 : like->category))
			continue;
		for (uint32_t a = 0; a < s->area_count; a++) {
			if (s->areas[a] != g->root)
				continue;
			for (uint32_t r = 0; r < s->row_count; r++) {
				uint32_t cell = s->cells[r];
				if (cell / s->period_count == a &&
				    s->periods[cell % s->period_count] == period &&
				    !isnan(collected_row(g->c, s->rows[r])->numbers[0]))
					return collected_row(g->c, s->rows[r]);
			}
		}
	}
	return NULL;
}

static struct limits
limits_of(const struct row *row)
{
	return (struct limits){
		.value = number(row, COLUMN_VALUE),
		.lower95 = number(row, COLUMN_LOWER95),
		.upper95 = number(row, COLUMN_UPPER95),
		.lower998 = number(row, COLUMN_LOWER998),
		.upper998 = number(row, COLUMN_UPPER998),
	};
}

/* Sides without their level: -1, 0, 1; 2 when there is none. */
static int
direction(enum side side)
{
	switch (side) {
	case SIDE_UNKNOWN: break;
	case SIDE_FAR_BELOW:
	case SIDE_BELOW: return -1;
	case SIDE_SIMILAR: return 0;
	case SIDE_ABOVE:
	case SIDE_FAR_ABOVE: return 1;
	}
	return 2;
}

/* Whether a published word can stand for a side, before polarity is known. */
static bool
word_fits(enum verdict word, int side)
{
	switch (word) {
	case VERDICT_SIMILAR: return side == 0;
	case VERDICT_LOWER:
	case VERDICT_LOWEST: return side == -1;
	case VERDICT_HIGHER:
	case VERDICT_HIGHEST: return side == 1;
	case VERDICT_WORST:
	case VERDICT_WORSE:
	case VERDICT_BETTER:
	case VERDICT_BEST: return side == -1 || side == 1;
	case VERDICT_NONE:
	case VERDICT_COUNT: break;
	}
	return false;
}

static void
weigh_polarity(struct evidence *e, enum verdict word, double value, double root)
{
	bool good = word == VERDICT_BETTER || word == VERDICT_BEST;
	bool bad = word == VERDICT_WORSE || word == VERDICT_WORST;
	bool plain = word == VERDICT_LOWER || word == VERDICT_HIGHER ||
		     word == VERDICT_LOWEST || word == VERDICT_HIGHEST;

	if (!good && !bad && !plain)
		return;
	e->judged++;
	e->neutral += plain;
	e->high_is_good += (good && value > root) || (bad && value < root);
	e->low_is_good += (good && value < root) || (bad && value > root);
}

/* Only a comparison by fifths has a lowest and a highest. */
static void
weigh_fifths(struct evidence *e, enum verdict word)
{
	bool extreme = word == VERDICT_LOWEST || word == VERDICT_HIGHEST ||
		       word == VERDICT_WORST || word == VERDICT_BEST;

	e->extremes += extreme;
	e->fifths += extreme || word == VERDICT_LOWER || word == VERDICT_SIMILAR ||
		     word == VERDICT_HIGHER;
}

static void
weigh_comparison(struct evidence *e, const struct row *row, const struct row *root)
{
	unsigned code = row->published >> PUBLISHED_ENGLAND & 15;
	struct limits local = limits_of(row), other = limits_of(root);
	struct limits far = { local.value, local.lower998, local.upper998, 0, 0 };
	enum verdict word;

	if (code == 0 || isnan(local.value))
		return;
	word = (enum verdict)(code - 1);
	if (word == VERDICT_NONE) {
		e->uncompared += !isnan(local.lower95) && !isnan(local.upper95);
		return;
	}
	e->compared++;
	weigh_polarity(e, word, local.value, other.value);
	weigh_fifths(e, word);
	e->by_interval +=
	    word_fits(word, direction(compare_interval(&local, other.value)));
	e->by_far_interval +=
	    word_fits(word, direction(compare_interval(&far, other.value)));
	e->by_overlap += word_fits(word, direction(compare_overlap(&local, &other)));
}

static void
weigh_trend_polarity(struct evidence *e, const struct row *row)
{
	e->high_is_good += row->trend_polarity == POLARITY_HIGH;
	e->low_is_good += row->trend_polarity == POLARITY_LOW;
	e->judged +=
	    row->trend_polarity == POLARITY_HIGH || row->trend_polarity == POLARITY_LOW;
}

/* Published words of one series; the root's row is looked up once for each period. */
static void
weigh_published(const struct gathering *g, const struct collected_series *s)
{
	const struct row **roots = memory_take(s->period_count, sizeof(struct row *));

	for (uint32_t p = 0; p < s->period_count && g->root != RELEASE_NONE; p++) {
		roots[p] = root_row(g, s, s->periods[p], false);
		if (!roots[p] && s->category)
			roots[p] = root_row(g, s, s->periods[p], true);
	}
	for (uint32_t r = 0; r < s->row_count; r++) {
		const struct row *row = collected_row(g->c, s->rows[r]);
		const struct row *root = roots[s->cells[r] % s->period_count];
		uint32_t period = s->periods[s->cells[r] % s->period_count];
		if (!isnan(number(row, COLUMN_VALUE)) &&
		    (g->e->latest == RELEASE_NONE || period > g->e->latest))
			g->e->latest = period;
		weigh_trend_polarity(g->e, row);
		if (root && s->areas[s->cells[r] / s->period_count] != g->root)
			weigh_comparison(g->e, row, root);
	}
	free((void *)roots);
}

/* The multiplier that most rows support, to try methods of limits with. */
static unsigned
best_multiplier(const struct evidence *e)
{
	unsigned best = 1;

	for (unsigned i = 0; i < MULTIPLIERS; i++)
		if (e->equal[i] > e->equal[best])
			best = i;
	return best;
}

/* Months from the end of one period to the end of the next; 0 for periods that end
 * together, such as a year and its last quarter. */
static unsigned
gap_between(const struct collection *c, const struct collected_series *s, uint32_t next)
{
	struct period before = c->periods[s->periods[next - 1]].period;
	struct period period = c->periods[s->periods[next]].period;

	return (unsigned)(period.first + period.months - before.first - before.months);
}

/* A majority vote (Boyer and Moore): of all gaps the one that is left has the majority,
 * if any has. */
static void
vote_on_gap(const struct gathering *g)
{
	uint32_t votes = 0;

	for (uint32_t i = g->first; i < g->first + g->count; i++) {
		const struct collected_series *s = &g->c->series[i];
		for (uint32_t p = 1; p < s->period_count; p++) {
			unsigned gap = gap_between(g->c, s, p);
			if (!votes)
				g->e->gap_months = gap;
			if (gap == g->e->gap_months)
				votes++;
			else
				votes--;
		}
	}
}

static void
weigh_periods(const struct gathering *g)
{
	vote_on_gap(g);
	for (uint32_t i = g->first; i < g->first + g->count; i++) {
		const struct collected_series *s = &g->c->series[i];
		for (uint32_t p = 1; p < s->period_count; p++) {
			g->e->gaps++;
			g->e->usual_gaps += gap_between(g->c, s, p) == g->e->gap_months;
		}
	}
	if (g->e->latest != RELEASE_NONE)
		g->e->length_months = g->c->periods[g->e->latest].period.months;
}

void
evidence_gather(const struct collection *collection, uint32_t first, uint32_t count,
    uint32_t root, struct evidence *out)
{
	struct gathering g = { collection, first, count, root, out };
	double multiplier;

	*out = (struct evidence){ .latest = RELEASE_NONE };
	for (uint32_t i = first; i < first + count; i++)
		for (uint32_t r = 0; r < collection->series[i].row_count; r++)
			weigh_row(out, collection, collection->series[i].rows[r]);
	multiplier = multipliers[best_multiplier(out)];
	for (uint32_t i = first; i < first + count; i++) {
		const struct collected_series *s = &collection->series[i];
		for (uint32_t r = 0; r < s->row_count; r++)
			weigh_method(
			    out, collected_row(collection, s->rows[r]), multiplier);
		weigh_published(&g, s);
	}
	weigh_periods(&g);
}
