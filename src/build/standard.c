/* Directly standardised rates of counts by age band. */
#include <math.h>
#include <stdlib.h>

#include "build/bands.h"
#include "build/compute.h"
#include "build/stage.h"
#include "stats/standardise.h"

struct standardising {
	struct stage *stage;
	const struct table_recipe *recipe;
	double multiplier;
	struct bands bands;
	/* Of one area type, sex and category: a series for each band, or NULL. */
	const struct collected_series *series[BANDS_MOST];
	const uint32_t *cells[BANDS_MOST];
	uint32_t total; /* number of the rate's age, or RELEASE_NONE */
};

/* What the bands of one area and period come to. */
struct banded {
	struct direct_band at[BANDS_MOST];
	struct str note; /* why there is no rate */
	unsigned made;
	double count, of;
};

static void
find_bands(struct standardising *w, const struct collected_series *like)
{
	for (uint32_t b = 0; b < w->bands.count; b++) {
		w->series[b] = NULL;
		for (uint32_t i = 0; i < w->stage->count; i++) {
			const struct collected_series *s =
			    &w->stage->c->series[w->stage->first + i];
			if (s->area_type == like->area_type && s->sex == like->sex &&
			    s->category == like->category &&
			    s->age == w->bands.at[b].age)
				w->series[b] = s;
		}
		w->cells[b] = w->series[b] ? stage_cells(w->stage, w->series[b]) : NULL;
	}
}

/* The row of a band, or false. */
static bool
find_row(const struct standardising *w, uint32_t band, uint32_t area, uint32_t period,
    struct row_ref *ref)
{
	const struct collected_series *s = w->series[band];
	uint32_t a, p, place;

	if (!s)
		return false;
	a = stage_place(s->areas, s->area_count, area);
	p = stage_place(s->periods, s->period_count, period);
	if (a == RELEASE_NONE || p == RELEASE_NONE)
		return false;
	place = w->cells[band][(size_t)a * s->period_count + p];
	if (!place)
		return false;
	*ref = s->rows[place - 1];
	return true;
}

static void
gather_bands(
    const struct standardising *w, uint32_t area, uint32_t period, struct banded *out)
{
	*out = (struct banded){ .note = STR("") };
	for (uint32_t b = 0; b < w->bands.count; b++) {
		struct row_ref ref;
		const struct row *row;
		if (!find_row(w, b, area, period, &ref)) {
			out->note =
			    STR("Value cannot be calculated: an age band has no row");
			out->count = out->of = (double)NAN;
			continue;
		}
		row = collected_row(w->stage->c, ref);
		out->at[b].events = row->numbers[COLUMN_COUNT_OF];
		out->at[b].population = row->numbers[COLUMN_DENOMINATOR];
		out->at[b].standard = w->bands.at[b].weight;
		out->count += out->at[b].events;
		out->of += out->at[b].population;
		out->made |= row->published & (MADE_SUMMED | MADE_POOLED);
		if (!out->note.len && isnan(out->at[b].events))
			out->note = stage_lack(w->stage, ref, "age bands");
		else if (!out->note.len && row->note)
			out->note = stage_note(w->stage->c, ref);
	}
}

/* The rate and its limits; false where there are too few events. */
static bool
rate_of(const struct standardising *w, const struct banded *banded,
    double numbers[COLUMN_NUMBERS])
{
	struct interval at95, at998;
	struct direct_rate rate;
	struct err err;

	/* A band without people is nobody's rate; the caller leaves it missing. */
	if (!standardise_direct(
		banded->at, w->bands.count, w->multiplier, &rate, &err) ||
	    !standardise_direct_limits(&rate, 0.95, &at95, &err) ||
	    !standardise_direct_limits(&rate, 0.998, &at998, &err))
		return true;
	numbers[COLUMN_VALUE] = at95.value;
	numbers[COLUMN_LOWER95] = at95.lower;
	numbers[COLUMN_UPPER95] = at95.upper;
	numbers[COLUMN_LOWER998] = at998.lower;
	numbers[COLUMN_UPPER998] = at998.upper;
	return !isnan(at95.value);
}

static void
standardise_area(struct standardising *w, const struct collected_series *like,
    uint32_t area, uint32_t period)
{
	const struct collection *c = w->stage->c;
	struct banded banded;
	struct row *row;

	if (w->total != RELEASE_NONE &&
	    stage_has_row(w->stage, like, w->total, area, period))
		return;
	gather_bands(w, area, period, &banded);
	row = stage_row(w->stage, like, c->types[like->area_type], w->bands.total, area,
	    c->periods[period].label, w->recipe);
	row->numbers[COLUMN_COUNT_OF] = banded.count;
	row->numbers[COLUMN_DENOMINATOR] = banded.of;
	row->published = (uint16_t)(MADE_COMPUTED | banded.made);
	row->decimals = 12;
	if (!isnan(banded.count) && !isnan(banded.of) &&
	    !rate_of(w, &banded, row->numbers))
		banded.note = STR(COMPUTE_SMALL);
	row->note = maker_note(&w->stage->maker, banded.note);
}

/* All areas and periods that the youngest band there is has. */
static void
standardise_like(struct standardising *w, const struct collected_series *like)
{
	find_bands(w, like);
	for (uint32_t a = 0; a < like->area_count; a++)
		for (uint32_t p = 0; p < like->period_count; p++) {
			struct row_ref ref;
			for (uint32_t b = 0; b < w->bands.count; b++)
				if (find_row(
					w, b, like->areas[a], like->periods[p], &ref)) {
					standardise_area(
					    w, like, like->areas[a], like->periods[p]);
					break;
				}
		}
}

/* What the release has to know to standardise groups of areas later. */
static void
keep_standard(const struct standardising *w)
{
	struct recipes *r = w->stage->recipes;
	struct recipe_standard *standard =
	    &r->standards[recipes_find(r, w->recipe->indicator.text)];

	standard->total = str_copy(&r->arena, w->bands.total);
	standard->ages = ARENA_NEW(&r->arena, struct str, w->bands.count);
	standard->weights = ARENA_NEW(&r->arena, double, w->bands.count);
	standard->count = w->bands.count;
	for (uint32_t i = 0; i < w->bands.count; i++) {
		standard->ages[i] = w->stage->c->ages[w->bands.at[i].age];
		standard->weights[i] = w->bands.at[i].weight;
	}
}

void
stage_standardise(
    struct stage *stage, const struct table_recipe *recipe, double multiplier)
{
	struct batch *batch = stage->maker.batch;
	struct standardising *w;

	if (recipe->method != METHOD_DSR)
		return;
	w = memory_take(1, sizeof *w);
	w->stage = stage;
	w->recipe = recipe;
	w->multiplier = multiplier;
	if (bands_of(stage->c, recipe, stage->first, stage->count, &batch->arena,
		&w->bands, &batch->report)) {
		w->total = stage_age(stage->c, w->bands.total);
		keep_standard(w);
		for (uint32_t i = stage->first; i < stage->first + stage->count; i++)
			if (stage->c->series[i].age == w->bands.at[0].age)
				standardise_like(w, &stage->c->series[i]);
	}
	free(w);
}
