#include "build/similar.h"

#include <math.h>
#include <stdlib.h>

#include "build/geography.h"
#include "build/likeness.h"
#include "model/area.h"
#include "release/layout.h"

/* A neighbour and where it was said. */
struct told {
	struct release_neighbour neighbour;
	struct place place;
};

struct telling {
	const struct collection *c;
	const struct draft_indicator *indicators;
	struct arena *arena;
	struct draft *draft;
	struct report *report;
	struct told *told;
	uint32_t count, room;
};

static void
add(struct telling *t, struct release_neighbour neighbour, struct place place)
{
	if (t->count == t->room) {
		t->room = t->room * 2 + 256;
		t->told = memory_grow(t->told, t->room, sizeof *t->told);
	}
	t->told[t->count++] = (struct told){ .neighbour = neighbour, .place = place };
}

/* "CIPFA" is a kind of neighbours. */
static struct str
kind_name(struct arena *arena, struct str kind)
{
	if (!kind.len)
		return STR("Nearest neighbours");
	if (str_has_folded(kind, STR("neighbour")) ||
	    str_has_folded(kind, STR("similar")))
		return kind;
	return str_print(arena, "%.*s neighbours", STR_ARG(kind));
}

static uint32_t
find_kind(const struct draft *draft, struct str slug)
{
	for (uint32_t i = 0; i < draft->kind_count; i++)
		if (str_equal(draft->kinds[i].slug, slug))
			return i;
	return RELEASE_NONE;
}

/* The kind of a row; a new one has its room. */
static uint32_t
kind_of_row(struct telling *t, const struct neighbour_row *row)
{
	struct str slug =
	    row->kind.len ? str_slug(t->arena, row->kind) : STR("nearest");
	uint32_t kind = find_kind(t->draft, slug);

	if (kind != RELEASE_NONE)
		return kind;
	t->draft->kinds = memory_grow(
	    t->draft->kinds, t->draft->kind_count + 1, sizeof *t->draft->kinds);
	t->draft->kinds[t->draft->kind_count] = (struct draft_kind){
		.slug = slug,
		.name = kind_name(t->arena, row->kind),
		.basis = str_print(
		    t->arena, "From the list \"%.*s\".", STR_ARG(row->place.file)),
	};
	return t->draft->kind_count++;
}

static void
add_list(struct telling *t, const struct neighbour_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct neighbour_row *row = &list->at[i];
		uint32_t area = geography_find_code(t->c, row->area),
			 neighbour = geography_find_code(t->c, row->neighbour), kind;

		if (area == RELEASE_NONE || neighbour == RELEASE_NONE)
			continue;
		kind = kind_of_row(t, row);
		t->draft->kinds[kind].measured |= !isnan(row->distance);
		add(t,
		    (struct release_neighbour){
			.kind = kind,
			.area = area,
			.neighbour = neighbour,
			.rank = row->rank,
			.distance = row->distance,
		    },
		    row->place);
	}
}

/* Names of areas, as a sentence has them. */
static struct str
names_of(const struct telling *t, const uint32_t *areas, uint32_t count)
{
	struct str text = STR("");

	for (uint32_t i = 0; i < count; i++)
		text = str_print(t->arena, "%.*s%s%.*s", STR_ARG(text), i ? ", " : "",
		    STR_ARG(area_short_name(t->c->areas[areas[i]].name)));
	return text;
}

/* The neighbours of all areas of one kind. */
static bool
find_neighbours(struct telling *t, const struct config_similar *config, uint32_t kind,
    const struct likeness *likeness, struct str *left_out, struct err *err)
{
	const struct distance_table *table = &likeness->table;
	double *spreads = ARENA_NEW(t->arena, double, table->indicators);
	uint32_t *lacking = ARENA_NEW(t->arena, uint32_t, table->areas), lack = 0;
	struct neighbour *found = ARENA_NEW(t->arena, struct neighbour, config->most);

	distance_spreads(table, spreads);
	for (size_t a = 0; a < table->areas; a++) {
		size_t count;
		if (distance_missing(table, a) < table->indicators) {
			lacking[lack++] = likeness->areas[a];
			continue;
		}
		if (!distance_nearest(
			table, spreads, a, config->most, found, &count, err))
			return false;
		for (size_t n = 0; n < count; n++)
			add(t,
			    (struct release_neighbour){
				.kind = kind,
				.area = likeness->areas[a],
				.neighbour = likeness->areas[found[n].area],
				.rank = (uint32_t)n + 1,
				.distance = found[n].distance,
			    },
			    config->place);
	}
	*left_out = names_of(t, lacking, lack);
	return true;
}

static void
add_found(struct telling *t, const struct config_similar *config, const uint32_t *types)
{
	struct draft_kind kind = {
		.slug = config->slug, .name = config->name, .measured = true
	};
	struct likeness likeness;
	struct err err;

	if (!config->name.len)
		return;
	if (find_kind(t->draft, config->slug) != RELEASE_NONE) {
		report_fault(t->report, config->place,
		    "a second kind of neighbours '%.*s'; wanted another name",
		    STR_ARG(config->slug));
		return;
	}
	if (!likeness_make(t->c, config, types, t->draft, t->indicators, t->arena,
		&likeness, t->report))
		return;
	kind.basis = str_print(t->arena,
	    "Found by the standardised distance over these figures, each counting in "
	    "its own standard deviations: %.*s.",
	    STR_ARG(likeness.basis));
	if (!find_neighbours(
		t, config, t->draft->kind_count, &likeness, &kind.left_out, &err)) {
		report_fault(t->report, config->place, "no neighbours '%.*s': %s",
		    STR_ARG(config->name), err.text);
		return;
	}
	t->draft->kinds = memory_grow(
	    t->draft->kinds, t->draft->kind_count + 1, sizeof *t->draft->kinds);
	t->draft->kinds[t->draft->kind_count++] = kind;
}

static int
order_told(const void *a, const void *b)
{
	const struct told *x = a, *y = b;

	return layout_neighbour_order(&x->neighbour, &y->neighbour);
}

/* In order; what two files say of one rank is a fault. */
static void
put_in_order(struct telling *t)
{
	struct draft *draft = t->draft;

	if (t->count)
		qsort(t->told, t->count, sizeof *t->told, order_told);
	draft->neighbours = ARENA_NEW(t->arena, struct release_neighbour, t->count);
	for (uint32_t i = 0; i < t->count; i++) {
		if (i && order_told(&t->told[i - 1], &t->told[i]) == 0)
			report_fault(t->report, t->told[i].place,
			    "a second neighbour of rank %u, the first is on line %llu "
			    "of '%.*s'; wanted one for each rank",
			    t->told[i].neighbour.rank,
			    (unsigned long long)t->told[i - 1].place.line,
			    STR_ARG(t->told[i - 1].place.file));
		else
			draft->neighbours[draft->neighbour_count++] =
			    t->told[i].neighbour;
	}
}

/* Into the arena, as all of the draft. */
static void
keep_kinds(struct telling *t)
{
	struct draft_kind *kinds =
	    ARENA_NEW(t->arena, struct draft_kind, t->draft->kind_count);

	if (t->draft->kind_count)
		memcpy(kinds, t->draft->kinds, t->draft->kind_count * sizeof *kinds);
	free(t->draft->kinds);
	t->draft->kinds = kinds;
}

void
similar_make(const struct collection *collection, const struct neighbour_list *lists,
    size_t list_count, const struct config_profile *profile, const uint32_t *types,
    const struct draft_indicator *indicators, struct arena *arena, struct draft *draft,
    struct report *report)
{
	struct telling t = {
		.c = collection,
		.indicators = indicators,
		.arena = arena,
		.draft = draft,
		.report = report,
	};

	for (size_t i = 0; i < list_count; i++)
		add_list(&t, &lists[i]);
	for (uint32_t i = 0; i < profile->similar_count; i++)
		add_found(&t, &profile->similar[i], types);
	put_in_order(&t);
	keep_kinds(&t);
	free(t.told);
}
