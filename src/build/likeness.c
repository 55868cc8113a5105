#include "build/likeness.h"

#include <math.h>

/* What is being made, and from what. */
struct making {
	const struct collection *c;
	const struct config_similar *config;
	const uint32_t *types;
	const struct draft *draft;
	const struct draft_indicator *described;
	struct arena *arena;
	struct report *report;
	uint32_t *indicators; /* collected number of each column */
	uint32_t columns;
};

static uint32_t
find_indicator(const struct making *m, struct str key, struct place place)
{
	struct str *keys = ARENA_NEW(m->arena, struct str, m->c->indicator_count);
	size_t near;

	for (uint32_t i = 0; i < m->c->indicator_count; i++) {
		keys[i] = m->c->indicators[i].key;
		if (str_equal_folded(keys[i], key))
			return i;
	}
	near = str_nearest(key, keys, m->c->indicator_count);
	report_fault(m->report, place,
	    "no indicator '%.*s' in the figures; wanted one that areas can be alike "
	    "in%s%.*s%s",
	    STR_ARG(key), near == SIZE_MAX ? "" : "; is '",
	    STR_ARG(near == SIZE_MAX ? STR("") : keys[near]),
	    near == SIZE_MAX ? "" : "' meant?");
	return RELEASE_NONE;
}

static bool
find_indicators(struct making *m)
{
	const struct config_similar *config = m->config;
	bool fine = true;

	m->columns = config->indicator_count + config->population_count;
	m->indicators = ARENA_NEW(m->arena, uint32_t, m->columns);
	for (uint32_t i = 0; i < m->columns; i++) {
		uint32_t p = i - config->indicator_count;
		bool is_value = i < config->indicator_count;
		m->indicators[i] = find_indicator(m,
		    is_value ? config->indicators[i] : config->populations[p],
		    is_value ? config->indicator_places[i]
			     : config->population_places[p]);
		fine = fine && m->indicators[i] != RELEASE_NONE;
	}
	return fine && m->columns > 0;
}

/* Of an indicator for a type, without categories: persons before others, then the
 * youngest; NULL where there is none. */
static const struct collected_series *
series_of(const struct making *m, uint32_t indicator, uint32_t type)
{
	const struct collected_series *best = NULL;

	for (uint32_t i = 0; i < m->c->series_count; i++) {
		const struct collected_series *s = &m->c->series[i];
		if (s->indicator != indicator || s->category != 0 ||
		    m->types[s->area_type] != type)
			continue;
		if (!best || s->sex < best->sex ||
		    (s->sex == best->sex && s->age < best->age))
			best = s;
	}
	return best;
}

static bool
has_all(const struct making *m, uint32_t type)
{
	for (uint32_t i = 0; i < m->columns; i++)
		if (!series_of(m, m->indicators[i], type))
			return false;
	return m->draft->types[type].count > 1;
}

static bool
is_named(const struct draft_area_type *type, struct str name)
{
	return str_equal_folded(type->name, name) || str_equal_folded(type->slug, name);
}

/* The type that is named, or the first from the upper tier on, else the first. */
static uint32_t
find_type(const struct making *m)
{
	const struct draft *draft = m->draft;
	struct str name = m->config->area_type;
	uint32_t found = RELEASE_NONE;

	for (uint32_t t = 0; t < draft->type_count; t++) {
		bool local = draft->types[t].level >= LEVEL_UPPER_TIER;
		if (name.len ? !is_named(&draft->types[t], name) : !has_all(m, t))
			continue;
		if (found == RELEASE_NONE ||
		    (local && draft->types[found].level < LEVEL_UPPER_TIER))
			found = t;
	}
	if (found != RELEASE_NONE && has_all(m, found))
		return found;
	report_fault(m->report, m->config->type_place,
	    found == RELEASE_NONE && name.len
		? "no area type '%.*s' in the figures; wanted one that has areas to "
		  "compare"
		: "no figures of all these indicators for one kind of area%.*s; "
		  "wanted some that have them all",
	    STR_ARG(found == RELEASE_NONE && name.len ? name : STR("")));
	return RELEASE_NONE;
}

static double
number_of(const struct making *m, const struct collected_series *series, uint32_t row,
    bool is_value)
{
	const struct row *r = collected_row(m->c, series->rows[row]);

	return r->numbers[is_value ? COLUMN_VALUE : COLUMN_DENOMINATOR];
}

/* The place of the latest period in which two areas or more have a figure. */
static uint32_t
latest(const struct making *m, const struct collected_series *series, bool is_value)
{
	uint32_t *counts = ARENA_NEW(m->arena, uint32_t, series->period_count);
	uint32_t place = series->period_count - 1;

	for (uint32_t i = 0; i < series->row_count; i++)
		if (!isnan(number_of(m, series, i, is_value)))
			counts[series->cells[i] % series->period_count]++;
	while (place > 0 && counts[place] < 2)
		place--;
	return place;
}

/* The row of an area in the table, or RELEASE_NONE. */
static uint32_t
row_of(const struct draft_area_type *type, uint32_t area)
{
	uint32_t from = 0, until = type->count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (type->areas[middle] < area)
			from = middle + 1;
		else
			until = middle;
	}
	return from < type->count && type->areas[from] == area ? from : RELEASE_NONE;
}

/* Fills a column; what it is in words. */
static struct str
fill_column(const struct making *m, const struct draft_area_type *type,
    const struct collected_series *series, uint32_t column, double *values)
{
	bool is_value = column < m->config->indicator_count;
	uint32_t place = latest(m, series, is_value);

	for (uint32_t i = 0; i < series->row_count; i++) {
		uint32_t cell = series->cells[i];
		uint32_t row = row_of(type, series->areas[cell / series->period_count]);
		if (cell % series->period_count == place && row != RELEASE_NONE)
			values[(size_t)row * m->columns + column] =
			    number_of(m, series, i, is_value);
	}
	return str_print(m->arena, "%s%.*s, %.*s",
	    is_value ? "" : "the denominator of ",
	    STR_ARG(m->described[series->indicator].name),
	    STR_ARG(m->c->periods[series->periods[place]].label));
}

bool
likeness_make(const struct collection *collection, const struct config_similar *config,
    const uint32_t *types, const struct draft *draft,
    const struct draft_indicator *indicators, struct arena *arena, struct likeness *out,
    struct report *report)
{
	struct making m = {
		.c = collection,
		.config = config,
		.types = types,
		.draft = draft,
		.described = indicators,
		.arena = arena,
		.report = report,
	};
	const struct draft_area_type *type;
	uint32_t number;
	double *values;

	if (!find_indicators(&m) || (number = find_type(&m)) == RELEASE_NONE)
		return false;
	type = &draft->types[number];
	values = ARENA_NEW(arena, double, (size_t)type->count *m.columns);
	for (size_t i = 0; i < (size_t)type->count * m.columns; i++)
		values[i] = (double)NAN;
	*out = (struct likeness){ .areas = type->areas, .basis = STR("") };
	for (uint32_t i = 0; i < m.columns; i++) {
		const struct collected_series *series =
		    series_of(&m, m.indicators[i], number);
		struct str words = fill_column(&m, type, series, i, values);
		out->basis = str_print(arena, "%.*s%s%.*s", STR_ARG(out->basis),
		    i ? "; " : "", STR_ARG(words));
	}
	out->table = (struct distance_table){
		.values = values, .areas = type->count, .indicators = m.columns
	};
	return true;
}
