#include "build/published.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "model/verdict.h"

/* The series of an indicator, and the figures of the root area for each of them. */
struct hearing {
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

/* The row of the root area for a series' sex, age and category (else for no category).
 */
static const struct row *
root_row(const struct hearing *h, const struct collected_series *like, uint32_t period,
    bool total)
{
	for (uint32_t i = h->first; i < h->first + h->count; i++) {
		const struct collected_series *s = &h->c->series[i];
		if (s->sex != like->sex || s->age != like->age ||
		    s->category != (total ? 0 : like->category))
			continue;
		for (uint32_t a = 0; a < s->area_count; a++) {
			if (s->areas[a] != h->root)
				continue;
			for (uint32_t r = 0; r < s->row_count; r++) {
				uint32_t cell = s->cells[r];
				if (cell / s->period_count == a &&
				    s->periods[cell % s->period_count] == period &&
				    !isnan(collected_row(h->c, s->rows[r])->numbers[0]))
					return collected_row(h->c, s->rows[r]);
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
	struct limits far = limits_wide(&local);
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
weigh_series(const struct hearing *h, const struct collected_series *s)
{
	const struct row **roots;

	/* Where all rows of a series are faulty there are none. */
	if (!s->row_count)
		return;
	assert(s->period_count > 0);
	roots = memory_take(s->period_count, sizeof *roots);
	for (uint32_t p = 0; p < s->period_count && h->root != RELEASE_NONE; p++) {
		roots[p] = root_row(h, s, s->periods[p], false);
		if (!roots[p] && s->category)
			roots[p] = root_row(h, s, s->periods[p], true);
	}
	for (uint32_t r = 0; r < s->row_count; r++) {
		const struct row *row = collected_row(h->c, s->rows[r]);
		const struct row *root = roots[s->cells[r] % s->period_count];
		weigh_trend_polarity(h->e, row);
		if (root && s->areas[s->cells[r] / s->period_count] != h->root)
			weigh_comparison(h->e, row, root);
	}
	free((void *)roots);
}

void
published_weigh(const struct collection *collection, uint32_t first, uint32_t count,
    uint32_t root, struct evidence *evidence)
{
	const struct hearing h = { collection, first, count, root, evidence };

	for (uint32_t i = first; i < first + count; i++)
		weigh_series(&h, &collection->series[i]);
}
