/* Counts of areas summed to the areas they lie in, where all of them are there. */
#include <math.h>
#include <stdlib.h>

#include "build/compute.h"
#include "build/stage.h"
#include "model/area.h"
#include "source/gss.h"

/* An area of a series and one that it lies in. */
struct belonging {
	uint32_t parent, place; /* of the area in the series */
};

struct summing {
	struct stage *stage;
	const struct table_recipe *recipe;
	double multiplier;
	struct table made; /* sums made, from whichever areas */
	uint32_t *marks;   /* [area]: number of the sum it is part of */
	uint32_t mark;
	uint64_t unlisted, refused, without;
	struct str unlisted_area, refused_area, refused_period;
	struct str without_area, without_period;
};

/* The rows of one parent's areas in one period. */
struct sum {
	double count, denominator;
	uint32_t areas[4096];
	uint32_t area_count;
	bool whole; /* each has what is to be summed */
};

static int
order_belongings(const void *a, const void *b)
{
	const struct belonging *x = a, *y = b;

	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static struct belonging *
belongings_of(
    const struct summing *w, const struct collected_series *s, uint32_t *count)
{
	struct belonging *all =
	    memory_take((size_t)s->area_count * KIN_ANCESTORS, sizeof *all);

	*count = 0;
	for (uint32_t a = 0; a < s->area_count; a++) {
		uint32_t above[KIN_ANCESTORS];
		uint32_t n = kin_ancestors(w->stage->kin, s->areas[a], above);
		for (uint32_t i = 0; i < n; i++)
			if (above[i] < w->stage->c->area_count)
				all[(*count)++] = (struct belonging){ above[i], a };
	}
	if (*count)
		qsort(all, *count, sizeof *all, order_belongings);
	return all;
}

static bool
is_marked(const struct summing *w, uint32_t area)
{
	return area < w->stage->c->area_count && w->marks[area] == w->mark;
}

/* Whether the areas that were marked are just those of a list that were there in the
 * period; *listed when there is a list that knows any of them. */
static bool
is_listed(const struct summing *w, uint32_t parent, uint32_t period, uint32_t areas,
    bool *listed)
{
	struct period when = w->stage->c->periods[period].period;
	size_t count, from = 0;
	const struct kin_member *m = kin_members(w->stage->kin, parent, &count);

	*listed = false;
	while (from < count) {
		uint32_t marked = 0, lacking = 0;
		size_t until = from;
		for (; until < count && m[until].type == m[from].type; until++) {
			if (is_marked(w, m[until].child))
				marked++;
			else if (kin_is_there(w->stage->kin, m[until].child, when))
				lacking++;
		}
		*listed = *listed || marked;
		if (marked == areas && !lacking)
			return true;
		from = until;
	}
	return false;
}

/* Adds up what rows there are of a parent's areas in a period. */
static void
add_up(struct summing *w, const struct collected_series *s, const uint32_t *cells,
    const struct belonging *of, uint32_t count, uint32_t period, struct sum *sum)
{
	const struct collection *c = w->stage->c;
	bool by_count = w->recipe->method == METHOD_COUNT;

	sum->count = sum->denominator = 0;
	sum->area_count = 0;
	sum->whole = true;
	w->mark++;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t cell = of[i].place * s->period_count + period;
		const struct row *row;
		if (!cells[cell])
			continue;
		row = collected_row(c, s->rows[cells[cell] - 1]);
		sum->count += row->numbers[COLUMN_COUNT_OF];
		sum->denominator += row->numbers[COLUMN_DENOMINATOR];
		sum->whole = sum->whole && !isnan(row->numbers[COLUMN_COUNT_OF]) &&
			     (by_count || !isnan(row->numbers[COLUMN_DENOMINATOR]));
		w->marks[s->areas[of[i].place]] = w->mark;
		if (sum->area_count < sizeof sum->areas / sizeof *sum->areas)
			sum->areas[sum->area_count] = s->areas[of[i].place];
		sum->area_count++;
	}
}

/* Whether the indicator has any row of an area in a period, of whichever sex, age and
 * category. */
static bool
has_any_row(const struct summing *w, uint32_t type, uint32_t area, uint32_t period)
{
	const struct stage *stage = w->stage;

	for (uint32_t i = 0; i < stage->count; i++) {
		const struct collected_series *s = &stage->c->series[stage->first + i];
		uint32_t a, p;
		if (s->area_type != type)
			continue;
		a = stage_place(s->areas, s->area_count, area);
		p = stage_place(s->periods, s->period_count, period);
		if (a != RELEASE_NONE && p != RELEASE_NONE &&
		    stage->cells[i][(size_t)a * s->period_count + p])
			return true;
	}
	return false;
}

/* Whether a table that is said to be complete has all areas of a parent: those without
 * any row in the period were not there then, as areas come and go. */
static bool
has_all_rows(struct summing *w, const struct collected_series *s,
    const struct belonging *of, uint32_t count, uint32_t period)
{
	uint32_t without = RELEASE_NONE;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t area = s->areas[of[i].place];
		if (is_marked(w, area))
			continue;
		if (has_any_row(w, s->area_type, area, period))
			return false;
		without = without == RELEASE_NONE ? area : without;
	}
	if (without != RELEASE_NONE && w->without++ == 0) {
		w->without_area = w->stage->c->areas[without].name;
		w->without_period = w->stage->c->periods[period].label;
	}
	return true;
}

/* Whether nothing that lies in the parent is left out: the table is said to have all,
 * or it has all of a list. */
static bool
is_complete(struct summing *w, const struct collected_series *s,
    const struct belonging *of, uint32_t count, uint32_t period, const struct sum *sum)
{
	uint32_t parent = of[0].parent;
	bool listed;

	if (!sum->whole || sum->area_count > sizeof sum->areas / sizeof *sum->areas)
		return false;
	if (str_equal(w->stage->c->areas[parent].code, AREA_ENGLAND) &&
	    !kin_cover_england(w->stage->kin, sum->areas, sum->area_count))
		return false;
	if (w->recipe->complete)
		return has_all_rows(w, s, of, count, period);
	if (is_listed(w, parent, period, sum->area_count, &listed))
		return true;
	if (!listed && w->unlisted++ == 0)
		w->unlisted_area = w->stage->c->areas[parent].name;
	return false;
}

/* The kind of a parent as a list of areas has it, or empty. */
static struct str
listed_type(const struct places *places, struct str code)
{
	for (size_t l = 0; l < places->count; l++)
		for (size_t i = 0; i < places->lists[l].count; i++) {
			const struct area_row *row = &places->lists[l].rows[i];
			if (row->parent_type.len && str_equal(row->parent_code, code))
				return row->parent_type;
		}
	return STR("");
}

/* The kind of area a parent is of, where the data tell. Codes tell it of most others,
 * in words that go with those of the areas. */
static struct str
type_of(const struct summing *w, uint32_t area)
{
	const struct collection *c = w->stage->c;

	for (uint32_t turn = 0; turn < 2; turn++)
		for (uint32_t i = 0; i < c->series_count; i++) {
			bool own = i >= w->stage->first &&
				   i < w->stage->first + w->stage->count;
			const struct collected_series *s = &c->series[i];
			if (own == (turn == 0) &&
			    stage_place(s->areas, s->area_count, area) != RELEASE_NONE)
				return c->types[s->area_type];
		}
	struct str listed = listed_type(w->stage->places, c->areas[area].code);
	bool by_code = area_is_code(c->areas[area].code) || !listed.len;
	return by_code ? gss_type_name(c->areas[area].code) : listed;
}

/* Whether a sum was made before, of larger areas. */
static bool
is_made(struct summing *w, const struct collected_series *s, uint32_t parent,
    uint32_t period, bool make)
{
	const uint32_t key[] = { s->sex, s->age, s->category, parent, period };
	struct str text = { .at = (const char *)key, .len = sizeof key };

	if (table_find(&w->made, text) != TABLE_NONE)
		return true;
	if (make)
		table_add(&w->made, str_copy(&w->stage->maker.batch->arena, text));
	return false;
}

static void
make_sum(struct summing *w, const struct collected_series *s, struct str type,
    uint32_t parent, uint32_t period, const struct sum *sum)
{
	const struct collection *c = w->stage->c;
	struct row *row = stage_row(w->stage, s, type, c->ages[s->age], parent,
	    c->periods[period].label, w->recipe);

	row->numbers[COLUMN_COUNT_OF] = sum->count;
	row->numbers[COLUMN_DENOMINATOR] = sum->denominator;
	row->note = maker_note(&w->stage->maker, STR(COMPUTE_SUMMED));
	stage_finish(
	    w->stage, row, w->recipe, w->multiplier, MADE_COMPUTED | MADE_SUMMED);
}

static void
refuse(struct summing *w, uint32_t parent, uint32_t period)
{
	if (w->refused++ > 0)
		return;
	w->refused_area = w->stage->c->areas[parent].name;
	w->refused_period = w->stage->c->periods[period].label;
}

/* All periods of one parent; what is published is never overridden. */
static void
sum_parent(struct summing *w, const struct collected_series *s, const uint32_t *cells,
    const struct belonging *of, uint32_t count, struct sum *sum)
{
	uint32_t parent = of[0].parent;
	struct str type = STR("");

	if (stage_place(s->areas, s->area_count, parent) != RELEASE_NONE)
		return;
	for (uint32_t p = 0; p < s->period_count; p++) {
		uint32_t period = s->periods[p];
		uint64_t unlisted = w->unlisted;
		add_up(w, s, cells, of, count, p, sum);
		if (!sum->area_count || is_made(w, s, parent, period, false) ||
		    stage_has_row(w->stage, s, s->age, parent, period))
			continue;
		if (is_complete(w, s, of, count, period, sum)) {
			is_made(w, s, parent, period, true);
			if (!type.len)
				type = type_of(w, parent);
			make_sum(w, s, type, parent, period, sum);
		} else if (w->unlisted == unlisted) {
			refuse(w, parent, period);
		}
	}
}

static void
sum_series(struct summing *w, const struct collected_series *s)
{
	const uint32_t *cells = stage_cells(w->stage, s);
	uint32_t count;
	struct belonging *all = belongings_of(w, s, &count);
	struct sum *sum = memory_take(1, sizeof *sum);

	for (uint32_t from = 0, until; from < count; from = until) {
		until = from + 1;
		while (until < count && all[until].parent == all[from].parent)
			until++;
		sum_parent(w, s, cells, all + from, until - from, sum);
	}
	free(sum);
	free(all);
}

static void
report_sums(const struct summing *w)
{
	struct report *report = &w->stage->maker.batch->report;
	struct str key = w->recipe->indicator.text;

	if (w->unlisted)
		report_note(report, w->recipe->place,
		    "%llu sum%s of '%.*s' not made: nothing tells whether the table "
		    "has all "
		    "areas of '%.*s'; a list of areas in the folder would, or "
		    "'complete: "
		    "true' of the table",
		    (unsigned long long)w->unlisted, w->unlisted == 1 ? "" : "s",
		    STR_ARG(key), STR_ARG(w->unlisted_area));
	if (w->refused)
		report_note(report, w->recipe->place,
		    "%llu sum%s of '%.*s' not made, as areas or counts are missing: "
		    "'%.*s' "
		    "in %.*s first",
		    (unsigned long long)w->refused, w->refused == 1 ? "" : "s",
		    STR_ARG(key), STR_ARG(w->refused_area), STR_ARG(w->refused_period));
	if (w->without)
		report_note(report, w->recipe->place,
		    "%llu sum%s of '%.*s' made without areas that have no row then, as "
		    "the table is said to be complete: without '%.*s' in %.*s first",
		    (unsigned long long)w->without, w->without == 1 ? "" : "s",
		    STR_ARG(key), STR_ARG(w->without_area), STR_ARG(w->without_period));
}

void
stage_sum(struct stage *stage, const struct table_recipe *recipe, double multiplier)
{
	const struct collection *c = stage->c;
	struct summing w = {
		.stage = stage,
		.recipe = recipe,
		.multiplier = multiplier,
	};

	if (recipe->no_sums || recipe->method == METHOD_GIVEN)
		return;
	w.marks = memory_take(stage->kin->codes.count, sizeof *w.marks);
	/* The larger the areas, the fewer there are to be missing. */
	for (int level = 0; level < LEVEL_COUNT; level++)
		for (uint32_t i = stage->first; i < stage->first + stage->count; i++)
			if ((int)area_level_of(c->types[c->series[i].area_type]) ==
			    level)
				sum_series(&w, &c->series[i]);
	report_sums(&w);
	table_done(&w.made);
	free(w.marks);
}
