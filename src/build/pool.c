/* Counts of single years summed to periods of several. */
#include <math.h>
#include <stdlib.h>

#include "build/compute.h"
#include "build/stage.h"
#include "model/missing.h"

enum { MOST_YEARS = 10 };

struct pooling {
	struct stage *stage;
	const struct table_recipe *recipe;
	double multiplier;
	const struct collected_series *s;
	const uint32_t *cells;
};

/* The places of the periods that make up the one beginning with `from`; false when not
 * all are there. */
static bool
find_years(
    const struct pooling *w, uint32_t from, uint32_t years[MOST_YEARS], uint32_t count)
{
	const struct collection *c = w->stage->c;
	struct period last = c->periods[w->s->periods[from]].period;

	if (last.part != PERIOD_YEARS || last.months != 12)
		return false;
	years[0] = from;
	for (uint32_t n = 1, p = from + 1; n < count; p++) {
		struct period next;
		if (p == w->s->period_count)
			return false;
		next = c->periods[w->s->periods[p]].period;
		if (!period_follows(last, next) || !period_same_kind(last, next))
			continue;
		years[n++] = p;
		last = next;
	}
	return true;
}

static struct str
label_of(const struct pooling *w, uint32_t from)
{
	struct period period = w->stage->c->periods[w->s->periods[from]].period;
	char label[PERIOD_LONGEST];

	period.months = (uint16_t)w->recipe->pooled_months;
	return str_copy(&w->stage->maker.batch->arena,
	    (struct str){ .at = label, .len = period_print(period, label) });
}

/* The number of a period by its label, or RELEASE_NONE. */
static uint32_t
find_period(const struct collection *c, struct str label)
{
	for (uint32_t i = 0; i < c->period_count; i++)
		if (str_equal(c->periods[i].label, label))
			return i;
	return RELEASE_NONE;
}

/* What is told of a pooled figure: why it has no value, a hidden year before others,
 * or that its years were sums. */
static struct str
note_of(const struct pooling *w, const uint32_t *cells, const uint32_t *years,
    uint32_t count)
{
	struct str note = STR("");
	bool lacks = false;

	for (uint32_t i = 0; i < count; i++) {
		struct row_ref ref = w->s->rows[cells[years[i]] - 1];
		const struct row *part = collected_row(w->stage->c, ref);
		struct str own = stage_note(w->stage->c, ref);
		if (!isnan(part->numbers[COLUMN_COUNT_OF])) {
			if (!note.len && part->published & MADE_SUMMED)
				note = own;
			continue;
		}
		if (!lacks || missing_of_note(own) == MISSING_SUPPRESSED)
			note = stage_lack(w->stage, ref, "years");
		lacks = true;
	}
	return note;
}

/* The sum of one area; a year without a count leaves it without a value. */
static void
pool_area(const struct pooling *w, uint32_t area, const uint32_t years[MOST_YEARS],
    uint32_t count, struct str label)
{
	const struct collection *c = w->stage->c;
	const uint32_t *cells = w->cells + (size_t)area * w->s->period_count;
	double sum = 0, of = 0;
	unsigned made = 0;
	struct row *row;

	for (uint32_t i = 0; i < count; i++) {
		const struct row *part;
		if (!cells[years[i]])
			return;
		part = collected_row(c, w->s->rows[cells[years[i]] - 1]);
		sum += part->numbers[COLUMN_COUNT_OF];
		of += part->numbers[COLUMN_DENOMINATOR];
		made |= part->published & MADE_SUMMED;
	}
	row = stage_row(w->stage, w->s, c->types[w->s->area_type], c->ages[w->s->age],
	    w->s->areas[area], label, w->recipe);
	row->numbers[COLUMN_COUNT_OF] = sum;
	row->numbers[COLUMN_DENOMINATOR] = of;
	row->note = maker_note(&w->stage->maker, note_of(w, cells, years, count));
	stage_finish(w->stage, row, w->recipe, w->multiplier,
	    MADE_COMPUTED | MADE_POOLED | made);
}

static void
pool_series(const struct pooling *w)
{
	uint32_t years[MOST_YEARS], count = w->recipe->pooled_months / 12;

	for (uint32_t p = 0; p < w->s->period_count; p++) {
		struct str label;
		uint32_t period;
		if (!find_years(w, p, years, count))
			continue;
		label = label_of(w, p);
		period = find_period(w->stage->c, label);
		for (uint32_t a = 0; a < w->s->area_count; a++)
			if (period == RELEASE_NONE ||
			    !stage_has_row(
				w->stage, w->s, w->s->age, w->s->areas[a], period))
				pool_area(w, a, years, count, label);
	}
}

void
stage_pool(struct stage *stage, const struct table_recipe *recipe, double multiplier)
{
	struct pooling w = {
		.stage = stage,
		.recipe = recipe,
		.multiplier = multiplier,
	};

	if (!recipe->pooled_months)
		return;
	for (uint32_t i = stage->first; i < stage->first + stage->count; i++) {
		w.s = &stage->c->series[i];
		w.cells = stage_cells(stage, w.s);
		pool_series(&w);
	}
}
