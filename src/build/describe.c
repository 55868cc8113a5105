#include "build/describe.h"

#include <stdlib.h>

#include "base/table.h"
#include "build/geography.h"

static void
take_text(struct str *text, struct str said)
{
	if (said.len)
		*text = said;
}

/* Fields of the same label are replaced, new ones come behind. */
static void
take_fields(struct draft_indicator *i, const struct config_indicator *said,
    enum origin origin, struct arena *arena)
{
	struct draft_field *fields =
	    ARENA_NEW(arena, struct draft_field, i->field_count + said->field_count);
	uint32_t n = i->field_count;

	if (n)
		memcpy(fields, i->fields, n * sizeof *fields);
	for (uint32_t f = 0; f < said->field_count; f++) {
		uint32_t at = 0;
		while (at < n &&
		       !str_equal_folded(fields[at].label, said->fields[f].label))
			at++;
		n += at == n;
		fields[at] = (struct draft_field){
			.label = said->fields[f].label,
			.text = said->fields[f].text,
			.origin = origin,
		};
	}
	i->fields = fields;
	i->field_count = n;
}

static void
take_facts(
    struct draft_indicator *i, const struct config_indicator *said, enum origin origin)
{
	const uint32_t has = said->has;

	if (has & 1u << FACT_VALUE_TYPE)
		i->value_type = said->value_type;
	if (has & 1u << FACT_MULTIPLIER)
		i->multiplier = said->multiplier;
	if (has & 1u << FACT_UNIT)
		i->unit = said->unit;
	if (has & 1u << FACT_INTERVAL)
		i->interval = said->interval;
	if (has & 1u << FACT_POLARITY)
		i->polarity = said->polarity;
	if (has & 1u << FACT_COMPARISON)
		i->comparison = said->comparison;
	if (has & 1u << FACT_DECIMALS)
		i->decimals = said->decimals;
	if (has & 1u << FACT_MODELLED)
		i->modelled = said->modelled;
	if (has & 1u << FACT_FREQUENCY)
		i->frequency_months = said->frequency_months < UINT8_MAX
					  ? said->frequency_months
					  : UINT8_MAX;
	if (has & 1u << FACT_YEAR_TYPE)
		i->year_type = said->year_type;
	if (has & 1u << FACT_ROUNDING)
		i->rounding = said->rounding;
	for (unsigned f = 0; f < FACT_COUNT; f++)
		if (has & 1u << f)
			i->facts[f] = (struct draft_fact){ .origin = origin };
}

static void
describe_one(struct draft_indicator *i, const struct config_indicator *said,
    enum origin origin, struct arena *arena)
{
	/* Another name was published nowhere. */
	if (said->name.len && !str_equal(said->name, i->name))
		i->published = STR("");
	take_text(&i->name, said->name);
	take_text(&i->short_name, said->short_name);
	take_text(&i->topic, said->topic);
	take_text(&i->quality, said->quality);
	take_facts(i, said, origin);
	take_fields(i, said, origin, arena);
}

static uint32_t
find_indicator(const struct collection *c, struct str key)
{
	for (uint32_t i = 0; i < c->indicator_count; i++)
		if (str_equal_folded(c->indicators[i].key, key))
			return i;
	return RELEASE_NONE;
}

/* " is 'x' meant?" for the nearest key, or nothing. */
static struct str
meant(const struct collection *c, struct arena *arena, struct str key)
{
	struct str *keys = ARENA_NEW(arena, struct str, c->indicator_count);
	size_t near;

	for (uint32_t i = 0; i < c->indicator_count; i++)
		keys[i] = c->indicators[i].key;
	near = str_nearest(key, keys, c->indicator_count);
	if (near == SIZE_MAX)
		return STR("");
	return str_print(arena, "; is '%.*s' meant?", STR_ARG(keys[near]));
}

void
describe_indicators(const struct collection *collection,
    const struct config_definitions *definitions, const enum origin *origins,
    uint32_t count, struct arena *arena, struct draft_indicator *indicators,
    struct report *report)
{
	for (uint32_t i = 0; i < collection->indicator_count; i++) {
		indicators[i].key = collection->indicators[i].key;
		indicators[i].name = collection->indicators[i].name.len
					 ? collection->indicators[i].name
					 : collection->indicators[i].key;
		indicators[i].published = collection->indicators[i].published;
		indicators[i].unit = collection->indicators[i].unit;
		indicators[i].latest = RELEASE_NONE;
	}
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t n = 0; n < definitions[d].count; n++) {
			const struct config_indicator *said =
			    &definitions[d].indicators[n];
			uint32_t i = find_indicator(collection, said->key);
			if (i != RELEASE_NONE)
				describe_one(&indicators[i], said, origins[d], arena);
			else if (origins[d] == ORIGIN_DEFINITIONS &&
				 said->place.file.len)
				report_note(report, said->place,
				    "indicator '%.*s' is defined but not in the "
				    "data%.*s",
				    STR_ARG(said->key),
				    STR_ARG(meant(collection, arena, said->key)));
		}
}

/* Adds an indicator to the order of the draft the first time a domain names it; returns
 * its draft number. */
static uint32_t
place_in_order(uint32_t indicator, uint32_t *order, uint32_t *place, uint32_t *placed)
{
	if (place[indicator] == RELEASE_NONE) {
		order[*placed] = indicator;
		place[indicator] = (*placed)++;
	}
	return place[indicator];
}

/* An indicator stands in a domain once, where it is first named. */
static void
add_to_domain(struct draft_domain *domain, uint32_t indicator,
    const struct config_domain *said, uint32_t n, struct report *report)
{
	for (uint32_t i = 0; i < domain->count; i++)
		if (domain->indicators[i] == indicator) {
			report_note(report, said->places[n],
			    "indicator '%.*s' is listed twice in domain '%.*s'; shown "
			    "once",
			    STR_ARG(said->indicators[n]), STR_ARG(said->name));
			return;
		}
	domain->indicators[domain->count++] = indicator;
}

static void
fill_domain(const struct collection *c, const struct config_domain *said,
    struct arena *arena, struct draft_domain *domain, uint32_t *order, uint32_t *place,
    uint32_t *placed, struct report *report)
{
	domain->name = said->name;
	domain->summary = said->summary;
	domain->indicators = ARENA_NEW(arena, uint32_t, said->count);
	for (uint32_t n = 0; n < said->count; n++) {
		uint32_t i = find_indicator(c, said->indicators[n]);
		if (i != RELEASE_NONE)
			add_to_domain(domain, place_in_order(i, order, place, placed),
			    said, n, report);
		else
			report_note(report, said->places[n],
			    "indicator '%.*s' of domain '%.*s' is not in the data%.*s",
			    STR_ARG(said->indicators[n]), STR_ARG(said->name),
			    STR_ARG(meant(c, arena, said->indicators[n])));
	}
}

void
describe_domains(const struct collection *collection,
    const struct config_profile *profile, struct arena *arena, struct draft *draft,
    uint32_t *order, struct report *report)
{
	uint32_t n = collection->indicator_count, placed = 0;
	uint32_t *place = ARENA_NEW(arena, uint32_t, n);
	struct draft_domain *last;
	struct table slugs = { 0 };

	for (uint32_t i = 0; i < n; i++)
		place[i] = RELEASE_NONE;
	draft->domains =
	    ARENA_NEW(arena, struct draft_domain, profile->domain_count + 1);
	for (uint32_t d = 0; d < profile->domain_count; d++)
		fill_domain(collection, &profile->domains[d], arena,
		    &draft->domains[draft->domain_count++], order, place, &placed,
		    report);
	if (placed < n) {
		last = &draft->domains[draft->domain_count++];
		last->name = profile->domain_count ? STR("Other indicators")
						   : STR("All indicators");
		last->indicators = ARENA_NEW(arena, uint32_t, n - placed);
		for (uint32_t i = 0; i < n; i++)
			if (place[i] == RELEASE_NONE)
				last->indicators[last->count++] =
				    place_in_order(i, order, place, &placed);
	}
	for (uint32_t d = 0; d < draft->domain_count; d++) {
		struct str wanted = str_slug(arena, draft->domains[d].name),
			   slug = wanted;
		for (unsigned k = 2; table_find(&slugs, slug) != TABLE_NONE; k++)
			slug = str_print(arena, "%.*s-%u", STR_ARG(wanted), k);
		table_add(&slugs, slug);
		draft->domains[d].slug = slug;
	}
	table_done(&slugs);
}

static void
label_quality(const struct collection *c, const struct config_rank *rank,
    struct arena *arena, struct draft_indicator *indicators, struct report *report)
{
	for (uint32_t n = 0; n < rank->count; n++) {
		uint32_t i = find_indicator(c, rank->indicators[n]);
		if (i == RELEASE_NONE)
			report_note(report, rank->places[n],
			    "indicator '%.*s' of quality rank '%.*s' is not in the "
			    "data%.*s",
			    STR_ARG(rank->indicators[n]), STR_ARG(rank->name),
			    STR_ARG(meant(c, arena, rank->indicators[n])));
		else if (!indicators[i].quality.len)
			indicators[i].quality = rank->name;
	}
}

void
describe_quality(const struct collection *collection,
    const struct config_profile *profile, struct arena *arena,
    struct draft_indicator *indicators, struct report *report)
{
	for (uint32_t r = 0; r < profile->rank_count; r++)
		label_quality(
		    collection, &profile->ranks[r], arena, indicators, report);
	for (uint32_t i = 0; i < collection->indicator_count; i++)
		for (uint32_t r = 0; r < profile->rank_count; r++)
			if (str_equal_folded(
				indicators[i].quality, profile->ranks[r].name))
				indicators[i].quality_meaning =
				    profile->ranks[r].meaning;
}

/* "cyp-2019" reads "Cyp 2019". */
static struct str
title_of_folder(struct arena *arena, struct str name)
{
	struct str title = str_copy(arena, name);
	char *text = str_c(arena, title);

	for (size_t i = 0; i < title.len; i++)
		if (text[i] == '-' || text[i] == '_')
			text[i] = ' ';
	if (text[0] >= 'a' && text[0] <= 'z')
		text[0] = (char)(text[0] - ('a' - 'A'));
	return name.len ? (struct str){ .at = text, .len = title.len } : STR("Profile");
}

/* Newest first; those of one date stay in the order written. */
static void
add_update(struct draft *draft, struct draft_update update)
{
	uint32_t at = draft->update_count++;

	for (; at > 0 && str_order(draft->updates[at - 1].date, update.date) < 0; at--)
		draft->updates[at] = draft->updates[at - 1];
	draft->updates[at] = update;
}

static uint32_t
benchmark_of(const struct collection *c, const struct config_profile *profile,
    uint32_t root, struct report *report)
{
	uint32_t area;

	if (!profile->benchmark.len)
		return root;
	area = geography_find(c, profile->benchmark);
	if (area == RELEASE_NONE)
		report_fault(report, profile->benchmark_place,
		    "benchmark '%.*s' is not in the data; wanted the name or code of "
		    "an area",
		    STR_ARG(profile->benchmark));
	return area;
}

void
describe_profile(const struct collection *collection,
    const struct config_profile *profile, struct str folder_name, struct arena *arena,
    struct draft *draft, struct report *report)
{
	struct draft_profile *p = &draft->profile;

	p->title =
	    profile->title.len ? profile->title : title_of_folder(arena, folder_name);
	p->slug = str_slug(arena, profile->slug.len ? profile->slug : p->title);
	p->summary = profile->summary;
	p->introduction = profile->introduction;
	p->notice = profile->notice;
	p->publisher = profile->publisher;
	p->contact = profile->contact;
	p->licence = profile->licence;
	p->published = profile->published;
	p->made_up = profile->made_up;
	p->benchmark = benchmark_of(collection, profile, p->root, report);
	p->rows = collection->rows;
	p->repeated = collection->repeated;
	draft->updates = ARENA_NEW(arena, struct draft_update, profile->update_count);
	for (uint32_t i = 0; i < profile->update_count; i++)
		add_update(draft, (struct draft_update){
				      .date = profile->updates[i].date,
				      .text = profile->updates[i].text,
				  });
}
