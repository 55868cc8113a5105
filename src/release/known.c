#include "release/known.h"

#include "base/arena.h"
#include "disclose/group.h"

/* What is looked at for one sum: counts of areas, found by and by. */
struct known {
	const struct release *release;
	struct arena *arena;
	struct figures *tables; /* the variant's series, of all types of area */
	uint32_t table_count;
	uint32_t period;                    /* number */
	const struct release_rule *written; /* or NULL */
	struct disclose_rule rule;
	struct disclose_system system;
	uint32_t *cells;  /* of each area its count in the system, or RELEASE_NONE */
	uint32_t *hidden; /* areas whose sums have been, or will be, looked for */
	uint32_t hidden_count;
	bool too_many;
};

enum sight { SIGHT_NONE, SIGHT_SHOWN, SIGHT_HIDDEN };

/* What one table shows of an area. */
static enum sight
look_in(const struct known *k, const struct figures *table, uint32_t area,
    uint32_t period, double *count, uint32_t *note)
{
	uint32_t at = figures_area(table, area), when = figures_period(table, period);
	const struct release_indicator *indicator =
	    &k->release->indicators[table->series->indicator];

	if (at == RELEASE_NONE || when == RELEASE_NONE)
		return SIGHT_NONE;
	struct figure figure = figures_at(table, at, when);
	*count = indicator->value_type == VALUE_COUNT && isnan(figure.count)
		     ? figure.value
		     : figure.count;
	*note = figure.note;
	if (!isnan(*count))
		return *count >= 0 && *count <= DISCLOSE_MOST && *count == floor(*count)
			   ? SIGHT_SHOWN
			   : SIGHT_NONE;
	return figure.missing == MISSING_SUPPRESSED ? SIGHT_HIDDEN : SIGHT_NONE;
}

static enum sight
look(const struct known *k, uint32_t area, uint32_t period, double *count,
    uint32_t *note)
{
	enum sight best = SIGHT_NONE;

	for (uint32_t i = 0; i < k->table_count && best != SIGHT_SHOWN; i++) {
		enum sight sight = look_in(k, &k->tables[i], area, period, count, note);
		if (sight != SIGHT_NONE)
			best = sight;
	}
	return best;
}

/* The count of an area in the system, or RELEASE_NONE where nothing is known of one. */
static uint32_t
cell_of(struct known *k, uint32_t area)
{
	double count = 0;
	uint32_t note = 0;

	if (k->cells[area] != RELEASE_NONE)
		return k->cells[area];
	enum sight sight = look(k, area, k->period, &count, &note);
	if (sight == SIGHT_NONE)
		return RELEASE_NONE;
	k->cells[area] = disclose_add_cell(
	    &k->system, DISCLOSE_LOCAL, sight == SIGHT_SHOWN ? (uint32_t)count : 0);
	k->too_many |= k->system.cell_count > KNOWN_MOST_COUNTS;
	if (sight == SIGHT_SHOWN)
		return k->cells[area];
	bool other = k->written && k->rule.told_apart && note == k->written->note_other;
	k->system.cells[k->cells[area]].state =
	    other ? DISCLOSE_SECONDARY : DISCLOSE_PRIMARY;
	k->too_many |= k->hidden_count == KNOWN_MOST_HIDDEN;
	if (!k->too_many)
		k->hidden[k->hidden_count++] = area;
	return k->cells[area];
}

/* Whether the parts come to the total in a period: 1 yes, 0 no, -1 cannot be seen. */
static int
comes_out(const struct known *k, const struct release_relation *parts, uint32_t count,
    uint32_t period)
{
	double total, added = 0, part;
	uint32_t note;

	if (look(k, parts[0].parent, period, &total, &note) != SIGHT_SHOWN)
		return -1;
	for (uint32_t i = 0; i < count; i++) {
		if (look(k, parts[i].area, period, &part, &note) != SIGHT_SHOWN)
			return -1;
		added += part;
	}
	return added == total;
}

/* A sum that can be seen at least once comes out whenever it can be seen. */
static bool
is_relied_on(
    const struct known *k, const struct release_relation *parts, uint32_t count)
{
	bool once = false;

	for (uint32_t period = 0; period < k->release->period_count; period++) {
		int out = comes_out(k, parts, count, period);
		if (out == 0)
			return false;
		once |= out == 1;
	}
	return once;
}

static void
add_sum(struct known *k, const struct release_relation *parts, uint32_t count)
{
	uint32_t *cells = ARENA_NEW(k->arena, uint32_t, count);
	uint32_t total = cell_of(k, parts[0].parent);

	if (total == RELEASE_NONE)
		return;
	for (uint32_t i = 0; i < count; i++) {
		cells[i] = cell_of(k, parts[i].area);
		if (cells[i] == RELEASE_NONE || cells[i] == total)
			return;
	}
	if (is_relied_on(k, parts, count))
		disclose_add_sum(&k->system, total, cells, count);
}

/* The sums of an area: over its siblings of any type, and over those below it. Each is
 * added once, for the first of its hidden counts. */
static void
add_sums_of(struct known *k, uint32_t number, bool *done)
{
	const struct release *release = k->release;
	const struct release_relation *all = release->children;
	uint32_t area = k->hidden[number];

	for (uint32_t i = 0, next; i < release->relation_count && !k->too_many;
	     i = next) {
		bool has = all[i].parent == area;
		for (next = i;
		     next < release->relation_count && all[next].type == all[i].type &&
		     all[next].parent == all[i].parent;
		     next++)
			has |= all[next].area == area;
		if (has && !done[i])
			add_sum(k, &all[i], next - i);
		done[i] |= has;
	}
}

static void
find_tables(struct known *k, const struct release_series *series)
{
	const struct release *release = k->release;
	struct err err;

	k->tables = ARENA_NEW(k->arena, struct figures, release->type_count);
	for (uint32_t type = 0; type < release->type_count; type++) {
		uint32_t number = release_find_series(release, series->indicator, type,
		    series->sex, series->age, series->category);
		if (number != RELEASE_NONE &&
		    release_figures(release, number, &k->tables[k->table_count], &err))
			k->table_count++;
	}
}

static bool
is_rounded(const struct known *k, uint32_t indicator)
{
	bool rounded = k->release->indicators[indicator].rounding > 1;

	for (unsigned i = 0; k->written && i < DISCLOSE_LEVELS; i++)
		rounded |= k->rule.base[i] > 1;
	return rounded;
}

static void
begin(struct known *k, const struct figures *figures, uint32_t period)
{
	const struct release *release = figures->release;
	uint32_t indicator = figures->series->indicator;

	k->release = release;
	k->period = figures->periods[period];
	k->written = release_rule(release, indicator);
	/* Without a rule a hidden count can be anything. */
	k->rule = k->written ? release_rule_of(release, k->written)
			     : (struct disclose_rule){ .small = { 0, DISCLOSE_ANY },
				       .reach = { 1, 0 } };
	k->system.rule = &k->rule;
	k->cells = ARENA_NEW(k->arena, uint32_t, release->area_count);
	for (uint32_t i = 0; i < release->area_count; i++)
		k->cells[i] = RELEASE_NONE;
	k->hidden = ARENA_NEW(k->arena, uint32_t, KNOWN_MOST_HIDDEN);
	find_tables(k, figures->series);
}

/* Whether none of the counts can be worked out by itself, or more closely than a small
 * one may. */
static bool
stay_open(const struct known *k, const uint32_t *members, uint32_t count)
{
	struct disclose_range range;
	struct err err;

	for (uint32_t i = 0; i < count; i++)
		if (!disclose_group_range(&k->system, &members[i], 1, &range, &err) ||
		    range.least == range.most ||
		    (k->written && range.most <= k->rule.small.most &&
			!disclose_is_open(&k->rule, range)))
			return false;
	return true;
}

bool
known_sum(const struct figures *figures, const uint32_t *areas, uint32_t count,
    uint32_t period, double *out)
{
	AUTO_ARENA arena = { 0 };
	struct known k = { .arena = &arena };
	struct disclose_range range = { 0, DISCLOSE_ANY };
	struct err err;

	begin(&k, figures, period);
	if (is_rounded(&k, figures->series->indicator))
		return false;
	uint32_t *members = ARENA_NEW(&arena, uint32_t, count);
	bool fine = true;
	for (uint32_t i = 0; i < count && fine; i++) {
		members[i] = cell_of(&k, areas[i]);
		fine = members[i] != RELEASE_NONE;
	}
	bool *done = ARENA_NEW(&arena, bool, k.release->relation_count);
	for (uint32_t i = 0; i < k.hidden_count && fine; i++)
		add_sums_of(&k, i, done);
	fine = fine && !k.too_many &&
	       disclose_group_range(&k.system, members, count, &range, &err) &&
	       range.least == range.most && stay_open(&k, members, count);
	disclose_system_done(&k.system);
	if (fine)
		*out = range.least;
	return fine;
}
