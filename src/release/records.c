#include "release/records.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "release/draft.h"
#include "release/layout.h"

static void
add(struct records *w, enum release_section section, const void *record, size_t size)
{
	buf_add(&w->sections[section], (struct str){ .at = record, .len = size });
}

#define ADD(w, section, ...) add((w), (section), &(__VA_ARGS__), sizeof(__VA_ARGS__))

/* Number of a text; the empty text is always 0. */
static uint32_t
text(struct records *w, struct str s)
{
	return table_add(&w->texts, s);
}

static uint32_t
add_list(struct records *w, const uint32_t *numbers, uint32_t count)
{
	uint32_t first = (uint32_t)(w->sections[SECTION_LISTS].len / sizeof *numbers);

	for (uint32_t i = 1; i < count; i++)
		assert(numbers[i - 1] < numbers[i]);
	add(w, SECTION_LISTS, numbers, count * sizeof *numbers);
	return first;
}

static void
add_profile(struct records *w)
{
	const struct draft_profile *p = &w->draft->profile;

	ADD(w, SECTION_PROFILE,
	    (struct release_profile){
		.title = text(w, p->title),
		.slug = text(w, p->slug),
		.summary = text(w, p->summary),
		.introduction = text(w, p->introduction),
		.notice = text(w, p->notice),
		.publisher = text(w, p->publisher),
		.contact = text(w, p->contact),
		.licence = text(w, p->licence),
		.published = text(w, p->published),
		.root = p->root,
		.benchmark = p->benchmark,
		.made_up = p->made_up,
		.rows = p->rows,
		.repeated = p->repeated,
		.figures = p->figures,
	    });
}

static int
order_by_area(const void *a, const void *b)
{
	return layout_relation_order(a, b, true);
}

/* The relations as drafted, and once more the other way round. */
static void
add_relations(struct records *w)
{
	const struct draft *d = w->draft;
	size_t size = d->relation_count * sizeof *d->relations;
	struct release_relation *by_area =
	    memory_take(d->relation_count, sizeof *by_area);

	for (uint32_t i = 1; i < d->relation_count; i++)
		assert(layout_relation_order(
			   &d->relations[i - 1], &d->relations[i], false) < 0);
	if (size) {
		memcpy(by_area, d->relations, size);
		qsort(by_area, d->relation_count, sizeof *by_area, order_by_area);
	}
	add(w, SECTION_CHILDREN, d->relations, size);
	add(w, SECTION_PARENTS, by_area, size);
	free(by_area);
}

static void
add_geography(struct records *w)
{
	const struct draft *d = w->draft;

	for (uint32_t i = 0; i < d->area_count; i++) {
		assert(i == 0 || str_order(d->areas[i - 1].code, d->areas[i].code) < 0);
		ADD(w, SECTION_AREAS,
		    (struct release_area){
			.code = text(w, d->areas[i].code),
			.name = text(w, d->areas[i].name),
			.published = text(w, d->areas[i].published),
		    });
	}
	for (uint32_t i = 0; i < d->type_count; i++) {
		const struct draft_area_type *type = &d->types[i];
		ADD(w, SECTION_AREA_TYPES,
		    (struct release_area_type){
			.name = text(w, type->name),
			.slug = text(w, type->slug),
			.level = type->level,
			.first = add_list(w, type->areas, type->count),
			.count = type->count,
		    });
	}
	add_relations(w);
	for (uint32_t i = 1; i < d->change_count; i++)
		assert(layout_change_order(&d->changes[i - 1], &d->changes[i]) < 0);
	add(w, SECTION_CHANGES, d->changes, d->change_count * sizeof *d->changes);
}

static void
add_groups(struct records *w)
{
	const struct draft *d = w->draft;
	uint32_t members = 0;

	for (uint32_t i = 0; i < d->group_count; i++) {
		const struct draft_group *group = &d->groups[i];
		ADD(w, SECTION_GROUPS,
		    (struct release_group){
			.code = text(w, group->code),
			.name = text(w, group->name),
			.first = members,
			.count = group->count,
		    });
		add(w, SECTION_MEMBERS, group->areas,
		    group->count * sizeof *group->areas);
		members += group->count;
	}
}

static void
add_neighbours(struct records *w)
{
	const struct draft *d = w->draft;

	for (uint32_t i = 0; i < d->kind_count; i++)
		ADD(w, SECTION_KINDS,
		    (struct release_kind){
			.slug = text(w, d->kinds[i].slug),
			.name = text(w, d->kinds[i].name),
			.basis = text(w, d->kinds[i].basis),
			.left_out = text(w, d->kinds[i].left_out),
			.measured = d->kinds[i].measured,
		    });
	for (uint32_t i = 1; i < d->neighbour_count; i++)
		assert(layout_neighbour_order(
			   &d->neighbours[i - 1], &d->neighbours[i]) < 0);
	add(w, SECTION_NEIGHBOURS, d->neighbours,
	    d->neighbour_count * sizeof *d->neighbours);
}

static uint32_t
count_of(const struct records *w, enum release_section section)
{
	return (uint32_t)(w->sections[section].len / layout_record_size(section));
}

/* What a map counts from its own beginning is counted from that of the sections. */
static void
add_map(struct records *w, const struct draft_map *map)
{
	uint32_t rings = count_of(w, SECTION_RINGS), arcs = count_of(w, SECTION_ARCS);
	uint32_t links = count_of(w, SECTION_LINKS);
	uint32_t vertices = count_of(w, SECTION_VERTICES);

	ADD(w, SECTION_MAPS,
	    (struct release_map){
		.source = map->source,
		.first_shape = count_of(w, SECTION_SHAPES),
		.shapes = map->shape_count,
		.first_arc = arcs,
		.arcs = map->arc_count,
	    });
	for (uint32_t i = 0; i < map->shape_count; i++) {
		struct release_shape shape = map->shapes[i];
		assert(i == 0 || map->shapes[i - 1].area < shape.area);
		shape.first_ring += rings;
		ADD(w, SECTION_SHAPES, shape);
	}
	for (uint32_t i = 0; i < map->ring_count; i++) {
		struct release_ring ring = map->rings[i];
		ring.first_link += links;
		ADD(w, SECTION_RINGS, ring);
	}
	for (uint32_t i = 0; i < map->link_count; i++) {
		uint32_t link = map->links[i] + arcs * 2;
		ADD(w, SECTION_LINKS, link);
	}
	for (uint32_t i = 0; i < map->arc_count; i++) {
		struct release_arc arc = map->arcs[i];
		arc.first_vertex += vertices;
		ADD(w, SECTION_ARCS, arc);
	}
	add(w, SECTION_VERTICES, map->vertices,
	    map->vertex_count * sizeof *map->vertices);
}

static void
add_dimensions(struct records *w)
{
	const struct draft *d = w->draft;

	for (uint32_t i = 0; i < d->period_count; i++) {
		struct period period = d->periods[i].period;
		assert(period_is_valid(period));
		assert(i == 0 || period_order(d->periods[i - 1].period, period) <= 0);
		ADD(w, SECTION_PERIODS,
		    (struct release_period){
			.first = period.first,
			.months = period.months,
			.style = period.style,
			.part = period.part,
			.label = text(w, d->periods[i].label),
		    });
	}
	assert(d->category_count > 0 && d->note_count > 0);
	for (uint32_t i = 0; i < d->age_count; i++)
		ADD(w, SECTION_AGES,
		    (struct release_age){ .label = text(w, d->ages[i]) });
	for (uint32_t i = 0; i < d->category_count; i++)
		ADD(w, SECTION_CATEGORIES,
		    (struct release_category){
			.type = text(w, d->categories[i].type),
			.name = text(w, d->categories[i].name),
		    });
	for (uint32_t i = 0; i < d->note_count; i++)
		ADD(w, SECTION_NOTES,
		    (struct release_note){
			.text = text(w, d->notes[i].text),
			.missing = (uint16_t)d->notes[i].missing,
			.modelled = d->notes[i].modelled,
		    });
	for (uint32_t i = 0; i < d->goal_count; i++)
		ADD(w, SECTION_GOALS,
		    (struct release_goal){ .text = text(w, d->goals[i]) });
}

static void
add_facts(struct records *w, const struct draft_indicator *i)
{
	for (unsigned fact = 0; fact < FACT_COUNT; fact++)
		ADD(w, SECTION_FACTS,
		    (struct release_fact){
			.origin = (uint8_t)i->facts[fact].origin,
			.supporting = i->facts[fact].supporting,
			.contradicting = i->facts[fact].contradicting,
			.text = text(w, i->facts[fact].text),
		    });
	for (uint32_t f = 0; f < i->field_count; f++)
		ADD(w, SECTION_FIELDS,
		    (struct release_field){
			.label = text(w, i->fields[f].label),
			.text = text(w, i->fields[f].text),
			.origin = (uint32_t)i->fields[f].origin,
		    });
}

static void
add_indicator(struct records *w, uint32_t number, uint32_t *next_series)
{
	const struct draft *d = w->draft;
	const struct draft_indicator *i = &d->indicators[number];
	uint32_t first_series = *next_series;
	uint32_t first_field =
	    (uint32_t)(w->sections[SECTION_FIELDS].len / sizeof(struct release_field));

	uint32_t first_band =
	    (uint32_t)(w->sections[SECTION_BANDS].len / sizeof(struct release_band));

	assert(i->decimals >= 0 && i->decimals < RELEASE_DECIMALS);
	assert(i->frequency_months <= UINT8_MAX);
	assert(isfinite(i->multiplier) && i->multiplier >= 0);
	while (*next_series < d->series_count &&
	       d->series[*next_series].indicator == number)
		++*next_series;
	ADD(w, SECTION_INDICATORS,
	    (struct release_indicator){
		.key = text(w, i->key),
		.name = text(w, i->name),
		.short_name = text(w, i->short_name),
		.unit = text(w, i->unit),
		.topic = text(w, i->topic),
		.quality = text(w, i->quality),
		.quality_meaning = text(w, i->quality_meaning),
		.value_type = (uint8_t)i->value_type,
		.polarity = (uint8_t)i->polarity,
		.interval = (uint8_t)i->interval,
		.comparison = (uint8_t)i->comparison,
		.decimals = (uint8_t)i->decimals,
		.modelled = i->modelled,
		.frequency_months = (uint8_t)i->frequency_months,
		.year_type = (uint8_t)i->year_type,
		.multiplier = i->multiplier,
		.first_series = first_series,
		.series = *next_series - first_series,
		.first_field = first_field,
		.fields = i->field_count,
		.latest = i->latest,
		.rounding = i->rounding,
		.published = text(w, i->published),
		.standard = text(w, i->standard),
		.first_band = first_band,
		.bands = i->band_count,
		.standardised_age = i->band_count ? i->standardised_age : RELEASE_NONE,
	    });
	add_facts(w, i);
	for (uint32_t b = 0; b < i->band_count; b++)
		ADD(w, SECTION_BANDS,
		    (struct release_band){
			.age = i->bands[b].age,
			.weight = i->bands[b].weight,
		    });
}

static uint32_t
rule_flags(const struct disclose_rule *rule)
{
	uint32_t flags = 0;

	flags |= rule->up ? RULE_UP : 0;
	flags |= rule->zero_hides ? RULE_ZERO_HIDES : 0;
	flags |= rule->told_apart ? RULE_TOLD_APART : 0;
	flags |= rule->rate_too ? RULE_RATE_TOO : 0;
	flags |= rule->denominator_too ? RULE_DENOMINATOR_TOO : 0;
	for (unsigned i = 0; i < DISCLOSE_LEVELS; i++)
		flags |= rule->exempt[i] ? (uint32_t)RULE_EXEMPT << i : 0;
	return flags;
}

static void
add_rule(struct records *w, uint32_t number)
{
	const struct draft_indicator *indicator = &w->draft->indicators[number];
	const struct disclose_rule *rule = indicator->rule;

	if (!rule)
		return;
	ADD(w, SECTION_RULES,
	    (struct release_rule){
		.indicator = number,
		.name = text(w, rule->name),
		.small_least = rule->small.least,
		.small_most = rule->small.most,
		.reach_least = rule->reach.least,
		.reach_most = rule->reach.most,
		.values = rule->values,
		.base = { rule->base[0], rule->base[1], rule->base[2] },
		.flags = rule_flags(rule),
		.note = indicator->hidden_note,
		.note_other = indicator->hidden_other_note,
	    });
}

static void
add_contents(struct records *w)
{
	const struct draft *d = w->draft;
	uint32_t next_series = 0;

	for (uint32_t i = 0; i < d->indicator_count; i++)
		add_indicator(w, i, &next_series);
	for (uint32_t i = 0; i < d->indicator_count; i++)
		add_rule(w, i);
	assert(next_series == d->series_count);
	for (uint32_t i = 0; i < d->domain_count; i++) {
		const struct draft_domain *domain = &d->domains[i];
		uint32_t first =
		    (uint32_t)(w->sections[SECTION_ITEMS].len / sizeof(uint32_t));
		add(w, SECTION_ITEMS, domain->indicators,
		    domain->count * sizeof *domain->indicators);
		ADD(w, SECTION_DOMAINS,
		    (struct release_domain){
			.name = text(w, domain->name),
			.slug = text(w, domain->slug),
			.summary = text(w, domain->summary),
			.first = first,
			.count = domain->count,
		    });
	}
	for (uint32_t i = 0; i < d->update_count; i++)
		ADD(w, SECTION_UPDATES,
		    (struct release_update){
			.date = text(w, d->updates[i].date),
			.text = text(w, d->updates[i].text),
		    });
	for (uint32_t i = 0; i < d->source_count; i++)
		ADD(w, SECTION_SOURCES,
		    (struct release_source){
			.path = text(w, d->sources[i].path),
			.kind = text(w, d->sources[i].kind),
			.bytes = d->sources[i].bytes,
			.rows = d->sources[i].rows,
			.checksum = d->sources[i].checksum,
		    });
}

/* The block lies behind those there are. */
static struct release_series
add_series(struct records *w, const struct draft_series *s)
{
	struct release_series series = {
		.indicator = s->indicator,
		.area_type = s->area_type,
		.sex = s->sex,
		.age = s->age,
		.category = s->category,
		.first_area = add_list(w, s->areas, s->area_count),
		.areas = s->area_count,
		.first_period = add_list(w, s->periods, s->period_count),
		.periods = s->period_count,
		.columns = s->columns,
		.offset = w->figures,
	};
	struct layout layout;
	bool fits = layout_of(s->columns, s->area_count, s->period_count, &layout);

	assert(fits && s->area_count > 0 && s->period_count > 0);
	series.length = layout.length;
	w->figures += layout.length;
	ADD(w, SECTION_SERIES, series);
	return series;
}

static void
add_all_series(struct records *w)
{
	struct release_series before = { 0 };

	for (uint32_t i = 0; i < w->draft->series_count; i++) {
		struct release_series series = add_series(w, &w->draft->series[i]);
		assert(i == 0 || layout_series_order(&before, &series) < 0);
		before = series;
	}
}

static bool
add_texts(struct records *w, struct err *err)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < w->texts.count; i++) {
		struct str s = w->texts.texts[i];
		size_t good = str_utf8_until(s);
		if (good < s.len)
			return err_set(err, FAULT_INPUT,
			    "the text '%.*s' is not UTF-8 from byte %zu on",
			    STR_ARG(str_slice(s, 0, good)), good + 1);
		if (s.len > RELEASE_TEXT_LONGEST || s.len >= UINT32_MAX - at)
			return err_set(err, FAULT_INPUT, "more than %s of text",
			    s.len > RELEASE_TEXT_LONGEST ? "16 MiB in one piece"
							 : "4 GiB");
		ADD(w, SECTION_TEXTS,
		    (struct release_text){ .offset = at, .len = (uint32_t)s.len });
		buf_add(&w->sections[SECTION_HEAP], s);
		at += (uint32_t)s.len;
	}
	return true;
}

static bool
all_fit(const struct records *w, struct err *err)
{
	if (w->draft->note_count > RELEASE_NUMBERS ||
	    w->draft->goal_count > RELEASE_NUMBERS ||
	    w->draft->source_count > RELEASE_NUMBERS)
		return err_set(err, FAULT_INPUT,
		    "more than %d different notes, goals or sources", RELEASE_NUMBERS);
	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		enum release_section section = (enum release_section)i;
		if (w->sections[i].len / layout_record_size(section) >= RELEASE_NONE)
			return err_set(err, FAULT_INPUT, "too many %s",
			    layout_section_name(section));
	}
	return true;
}

bool
records_make(struct records *records, const struct draft *draft, struct err *err)
{
	*records = (struct records){ .draft = draft };
	text(records, STR(""));
	add_profile(records);
	add_geography(records);
	add_groups(records);
	add_neighbours(records);
	for (uint32_t i = 0; i < draft->map_count; i++)
		add_map(records, &draft->maps[i]);
	add_dimensions(records);
	add_contents(records);
	add_all_series(records);
	return add_texts(records, err) && all_fit(records, err);
}

void
records_done(struct records *records)
{
	table_done(&records->texts);
	for (unsigned i = 0; i < SECTION_COUNT; i++)
		buf_done(&records->sections[i]);
}
