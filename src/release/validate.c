#include "release/validate.h"

#include <math.h>

#include "model/area.h"
#include "release/layout.h"
#include "release/map.h"
#include "release/reader.h"

static bool
damaged(struct err *err, const char *what)
{
	return err_set(err, FAULT_INPUT, "the release is damaged: %s", what);
}

static bool
validate_header(struct str bytes, struct release_header *header, struct err *err)
{
	if (bytes.len < sizeof header->magic ||
	    memcmp(bytes.at, RELEASE_MAGIC, sizeof header->magic) != 0)
		return err_set(
		    err, FAULT_INPUT, "not a release: it does not begin as one");
	if (bytes.len < sizeof *header)
		return damaged(err, "it ends within its header");
	memcpy(header, bytes.at, sizeof *header);
	if (header->version != RELEASE_VERSION)
		return err_set(err, FAULT_INPUT,
		    "release of format %u; this program reads format %d: build it "
		    "again",
		    header->version, RELEASE_VERSION);
	if (header->sections != SECTION_COUNT)
		return damaged(err, "wrong count of sections");
	if (header->length != bytes.len)
		return err_set(err, FAULT_INPUT,
		    "the release is damaged: it has %zu bytes and should have %llu",
		    bytes.len, (unsigned long long)header->length);
	if (bytes.len < sizeof *header + SECTION_COUNT * sizeof(struct release_entry))
		return damaged(err, "it ends within its directory");
	return true;
}

static bool
only_zeros(const char *at, uint64_t count)
{
	for (uint64_t i = 0; i < count; i++)
		if (at[i])
			return false;
	return true;
}

/* A section lies where the one before it says, *end being the end of that one. */
static bool
validate_place(struct str bytes, unsigned section, const struct release_entry *entry,
    uint64_t *end, struct err *err)
{
	uint64_t record = layout_record_size((enum release_section)section);
	const char *name = layout_section_name((enum release_section)section);

	if (entry->offset != layout_aligned(*end) || entry->offset > bytes.len ||
	    entry->length > bytes.len - entry->offset || entry->count > entry->length ||
	    entry->length != entry->count * record)
		return err_set(err, FAULT_INPUT,
		    "the release is damaged: section '%s' is out of place", name);
	if (section != SECTION_FIGURES && entry->count >= RELEASE_NONE)
		return err_set(err, FAULT_INPUT,
		    "the release is damaged: section '%s' is too long", name);
	if (!only_zeros(bytes.at + *end, entry->offset - *end))
		return err_set(err, FAULT_INPUT,
		    "the release is damaged: something lies before section '%s'", name);
	*end = entry->offset + entry->length;
	return true;
}

static bool
validate_checksum(struct str bytes, unsigned section,
    const struct release_entry *entries, struct err *err)
{
	const struct release_entry *entry = &entries[section];
	const struct release_entry *series = &entries[SECTION_SERIES];
	const void *at = bytes.at + series->offset;
	uint64_t checksum =
	    section == SECTION_FIGURES
		? layout_figures_checksum(at, (uint32_t)series->count)
		: layout_checksum(bytes.at + entry->offset, entry->length);

	return checksum == entry->checksum ||
	       err_set(err, FAULT_INPUT,
		   "the release is damaged: section '%s' does not match its checksum",
		   layout_section_name((enum release_section)section));
}

bool
validate_sections(struct str bytes, struct release_entry *entries, struct err *err)
{
	size_t directory = SECTION_COUNT * sizeof *entries;
	struct release_header header = { 0 };
	uint64_t end = sizeof header + directory;

	if (!validate_header(bytes, &header, err))
		return false;
	memcpy(entries, bytes.at + sizeof header, directory);
	if (layout_checksum(entries, directory) != header.checksum)
		return damaged(err, "its directory does not match its checksum");
	for (unsigned i = 0; i < SECTION_COUNT; i++)
		if (!validate_place(bytes, i, &entries[i], &end, err))
			return false;
	if (end != bytes.len)
		return damaged(err, "it goes on behind its last section");
	for (unsigned i = 0; i < SECTION_COUNT; i++)
		if (!validate_checksum(bytes, i, entries, err))
			return false;
	if (entries[SECTION_PROFILE].count != 1)
		return damaged(err, "it has no profile");
	if (entries[SECTION_CHILDREN].count != entries[SECTION_PARENTS].count)
		return damaged(err, "it has not as many parents as children");
	return true;
}

/* What the numbers in records may be, and a memory of whether all were. */
struct bounds {
	const struct release *release;
	uint32_t texts, lists, items, fields, bands, members;
	struct map_counts maps;
	bool fine;
};

static void
below(struct bounds *b, uint32_t number, uint32_t count)
{
	b->fine = b->fine && number < count;
}

static void
below_or_none(struct bounds *b, uint32_t number, uint32_t count)
{
	b->fine = b->fine && (number < count || number == RELEASE_NONE);
}

static void
range(struct bounds *b, uint32_t first, uint32_t count, uint32_t all)
{
	b->fine = b->fine && first <= all && count <= all - first;
}

/* A range that begins where the one before it ended, at *next. */
static void
next_range(
    struct bounds *b, uint32_t *next, uint32_t first, uint32_t count, uint32_t all)
{
	b->fine = b->fine && first == *next;
	range(b, first, count, all);
	if (b->fine)
		*next = first + count;
}

static void
text(struct bounds *b, uint32_t number)
{
	below(b, number, b->texts);
}

/* A list in LISTS of ascending numbers below `until`. */
static void
list(struct bounds *b, uint32_t first, uint32_t count, uint32_t until)
{
	const uint32_t *lists = b->release->lists;

	range(b, first, count, b->lists);
	for (uint32_t i = 0; b->fine && i < count; i++)
		b->fine = lists[first + i] < until &&
			  (i == 0 || lists[first + i - 1] < lists[first + i]);
}

/* The heap is well-formed and is cut between characters: so is each text. */
static void
check_texts(struct bounds *b, const struct release_text *texts, uint32_t heap)
{
	struct str all = { .at = b->release->heap, .len = heap };
	uint32_t next = 0;

	b->fine = b->texts > 0 && texts[0].len == 0 && str_utf8_until(all) == all.len;
	for (uint32_t i = 0; b->fine && i < b->texts; i++) {
		next_range(b, &next, texts[i].offset, texts[i].len, heap);
		b->fine = b->fine && texts[i].len <= RELEASE_TEXT_LONGEST &&
			  (next == heap || (all.at[next] & 0xc0) != 0x80);
	}
	b->fine = b->fine && next == heap;
}

static void
check_profile(struct bounds *b)
{
	const struct release_profile *p = b->release->profile;
	const uint32_t texts[] = { p->title, p->slug, p->summary, p->introduction,
		p->notice, p->publisher, p->contact, p->licence, p->published };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		text(b, texts[i]);
	below_or_none(b, p->root, b->release->area_count);
	below_or_none(b, p->benchmark, b->release->area_count);
	below(b, p->made_up, 2);
}

static void
check_relations(
    struct bounds *b, const struct release_relation *relations, bool by_area)
{
	const struct release *r = b->release;

	for (uint32_t i = 0; b->fine && i < r->relation_count; i++) {
		below(b, relations[i].type, r->type_count);
		below(b, relations[i].parent, r->area_count);
		below(b, relations[i].area, r->area_count);
		b->fine = b->fine && (i == 0 || layout_relation_order(&relations[i - 1],
						    &relations[i], by_area) < 0);
	}
}

static void
check_changes(struct bounds *b)
{
	const struct release *r = b->release;

	for (uint32_t i = 0; b->fine && i < r->change_count; i++) {
		const struct release_change *change = &r->changes[i];
		below_or_none(b, change->area, r->area_count);
		below_or_none(b, change->before, r->area_count);
		b->fine =
		    b->fine &&
		    (change->area != RELEASE_NONE || change->before != RELEASE_NONE) &&
		    change->month >= PERIOD_FIRST_YEAR * 12 &&
		    change->month <= PERIOD_LAST_YEAR * 12 + 12 &&
		    (i == 0 || layout_change_order(change - 1, change) < 0);
	}
}

static void
check_groups(struct bounds *b)
{
	const struct release *r = b->release;
	uint32_t next = 0;

	for (uint32_t i = 0; b->fine && i < r->named_count; i++) {
		const struct release_group *group = &r->named[i];
		text(b, group->code);
		text(b, group->name);
		next_range(b, &next, group->first, group->count, b->members);
		b->fine = b->fine && group->count > 0;
		for (uint32_t m = 0; b->fine && m < group->count; m++) {
			const uint32_t *member = &r->members[group->first + m];
			below(b, *member, r->area_count);
			b->fine = b->fine && (m == 0 || member[-1] < *member);
		}
	}
	b->fine = b->fine && next == b->members;
}

static void
check_neighbours(struct bounds *b)
{
	const struct release *r = b->release;

	for (uint32_t i = 0; b->fine && i < r->kind_count; i++) {
		text(b, r->kinds[i].slug);
		text(b, r->kinds[i].name);
		text(b, r->kinds[i].basis);
		text(b, r->kinds[i].left_out);
		below(b, r->kinds[i].measured, 2);
	}
	for (uint32_t i = 0; b->fine && i < r->neighbour_count; i++) {
		const struct release_neighbour *n = &r->neighbours[i];
		below(b, n->kind, r->kind_count);
		below(b, n->area, r->area_count);
		below(b, n->neighbour, r->area_count);
		b->fine = b->fine && n->neighbour != n->area &&
			  (isnan(n->distance) ||
			      (isfinite(n->distance) && n->distance >= 0)) &&
			  (i == 0 || layout_neighbour_order(n - 1, n) < 0);
	}
}

static void
check_geography(struct bounds *b)
{
	const struct release *r = b->release;
	uint32_t next = 0;

	for (uint32_t i = 0; b->fine && i < r->area_count; i++) {
		text(b, r->areas[i].code);
		text(b, r->areas[i].name);
		text(b, r->areas[i].published);
		b->fine = b->fine &&
			  (i == 0 || str_order(release_text(r, r->areas[i - 1].code),
					 release_text(r, r->areas[i].code)) < 0);
	}
	for (uint32_t i = 0; b->fine && i < r->type_count; i++) {
		text(b, r->types[i].name);
		text(b, r->types[i].slug);
		below(b, r->types[i].level, LEVEL_COUNT);
		next_range(b, &next, r->types[i].first, r->types[i].count, b->lists);
		list(b, r->types[i].first, r->types[i].count, r->area_count);
	}
	check_changes(b);
	check_groups(b);
	check_neighbours(b);
	b->fine = b->fine && map_all_sound(r, &b->maps);
	check_relations(b, r->children, false);
	check_relations(b, r->parents, true);
}

static void
check_dimensions(struct bounds *b)
{
	const struct release *r = b->release;

	for (uint32_t i = 0; b->fine && i < r->period_count; i++) {
		text(b, r->periods[i].label);
		b->fine = b->fine && period_is_valid(release_period(r, i)) &&
			  (i == 0 || period_order(release_period(r, i - 1),
					 release_period(r, i)) <= 0);
	}
	for (uint32_t i = 0; i < r->age_count; i++)
		text(b, r->ages[i].label);
	b->fine = b->fine && r->category_count > 0 && r->note_count > 0 &&
		  r->note_count <= RELEASE_NUMBERS;
	for (uint32_t i = 0; i < r->category_count; i++) {
		text(b, r->categories[i].type);
		text(b, r->categories[i].name);
	}
	for (uint32_t i = 0; i < r->note_count; i++) {
		text(b, r->notes[i].text);
		below(b, r->notes[i].missing, MISSING_STORED);
		below(b, r->notes[i].modelled, 2);
	}
	b->fine = b->fine && r->goal_count <= RELEASE_NUMBERS;
	for (uint32_t i = 0; i < r->goal_count; i++)
		text(b, r->goals[i].text);
}

/* Ages of bands ascend, so that none is there twice. */
static void
check_bands(struct bounds *b, const struct release_indicator *i)
{
	const struct release *r = b->release;

	if (i->bands)
		below(b, i->standardised_age, r->age_count);
	else
		b->fine = b->fine && i->standardised_age == RELEASE_NONE;
	for (uint32_t n = 0; b->fine && n < i->bands; n++) {
		const struct release_band *band = &r->bands[i->first_band + n];
		below(b, band->age, r->age_count);
		b->fine = b->fine && isfinite(band->weight) && band->weight > 0 &&
			  band->reserved == 0 && band->age != i->standardised_age &&
			  (n == 0 || r->bands[i->first_band + n - 1].age < band->age);
	}
}

static void
check_indicators(struct bounds *b)
{
	const struct release *r = b->release;
	uint32_t next_series = 0, next_field = 0, next_band = 0;

	for (uint32_t n = 0; b->fine && n < r->indicator_count; n++) {
		const struct release_indicator *i = &r->indicators[n];
		const uint32_t texts[] = { i->key, i->name, i->short_name, i->unit,
			i->topic, i->quality, i->quality_meaning, i->published,
			i->standard };
		for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
			text(b, texts[t]);
		below(b, i->value_type, VALUE_TYPE_COUNT);
		below(b, i->polarity, POLARITY_NONE + 1);
		below(b, i->interval, INTERVAL_OTHER + 1);
		below(b, i->comparison, COMPARISON_COUNT);
		below(b, i->decimals, RELEASE_DECIMALS);
		below(b, i->year_type, PERIOD_ACADEMIC + 1);
		below(b, i->modelled, 2);
		b->fine = b->fine && isfinite(i->multiplier) && i->multiplier >= 0;
		next_range(
		    b, &next_series, i->first_series, i->series, r->series_count);
		next_range(b, &next_field, i->first_field, i->fields, b->fields);
		next_range(b, &next_band, i->first_band, i->bands, b->bands);
		check_bands(b, i);
		below_or_none(b, i->latest, r->period_count);
		for (uint32_t s = 0; b->fine && s < i->series; s++)
			b->fine = r->series[i->first_series + s].indicator == n;
	}
	b->fine = b->fine && next_series == r->series_count &&
		  next_field == b->fields && next_band == b->bands;
}

static void
check_contents(struct bounds *b, uint64_t facts)
{
	const struct release *r = b->release;
	uint32_t next = 0;

	b->fine = b->fine && facts == (uint64_t)r->indicator_count * FACT_COUNT;
	for (uint64_t i = 0; b->fine && i < facts; i++) {
		text(b, r->facts[i].text);
		below(b, r->facts[i].origin, ORIGIN_COUNT);
	}
	for (uint32_t i = 0; i < b->fields; i++) {
		text(b, r->fields[i].label);
		text(b, r->fields[i].text);
		below(b, r->fields[i].origin, ORIGIN_DEFINITIONS + 1);
	}
	for (uint32_t i = 0; i < b->items; i++)
		below(b, r->items[i], r->indicator_count);
	for (uint32_t i = 0; i < r->domain_count; i++) {
		text(b, r->domains[i].name);
		text(b, r->domains[i].slug);
		text(b, r->domains[i].summary);
		next_range(
		    b, &next, r->domains[i].first, r->domains[i].count, b->items);
	}
	b->fine = b->fine && next == b->items && r->source_count <= RELEASE_NUMBERS;
	for (uint32_t i = 0; i < r->update_count; i++) {
		text(b, r->updates[i].date);
		text(b, r->updates[i].text);
	}
	for (uint32_t i = 0; i < r->source_count; i++) {
		text(b, r->sources[i].path);
		text(b, r->sources[i].kind);
	}
	for (uint32_t i = 0; b->fine && i < r->rule_count; i++) {
		text(b, r->rules[i].name);
		b->fine = b->fine && validate_rule(r, i);
	}
}

static bool
columns_fit(uint32_t columns)
{
	const uint32_t needed = 1u << COLUMN_VALUE | 1u << COLUMN_MISSING;
	const uint32_t source = 1u << COLUMN_SOURCE, line = 1u << COLUMN_LINE;

	return columns < 1u << COLUMN_COUNT && (columns & needed) == needed &&
	       (!(columns & source) || columns & line);
}

/* A list costs its series a block of as many cells at least, so that lists shared by
 * many series cannot make much work of a small file. */
static void
check_series(struct bounds *b, uint64_t figures)
{
	const struct release *r = b->release;
	uint64_t next = 0;

	for (uint32_t n = 0; b->fine && n < r->series_count; n++) {
		const struct release_series *s = &r->series[n];
		struct layout layout;
		below(b, s->indicator, r->indicator_count);
		below(b, s->area_type, r->type_count);
		below(b, s->sex, SEX_COUNT);
		below(b, s->age, r->age_count);
		below(b, s->category, r->category_count);
		b->fine = b->fine && s->areas > 0 && s->periods > 0 &&
			  (n == 0 || layout_series_order(&r->series[n - 1], s) < 0) &&
			  columns_fit(s->columns) &&
			  layout_of(s->columns, s->areas, s->periods, &layout) &&
			  layout.length == s->length && s->offset == next &&
			  s->length <= figures - next;
		list(b, s->first_area, s->areas, r->area_count);
		list(b, s->first_period, s->periods, r->period_count);
		next += s->length;
	}
	b->fine = b->fine && next == figures;
}

bool
validate_records(
    const struct release *release, const struct release_entry *entries, struct err *err)
{
	struct bounds b = {
		.release = release,
		.texts = (uint32_t)entries[SECTION_TEXTS].count,
		.lists = (uint32_t)entries[SECTION_LISTS].count,
		.items = (uint32_t)entries[SECTION_ITEMS].count,
		.fields = (uint32_t)entries[SECTION_FIELDS].count,
		.bands = (uint32_t)entries[SECTION_BANDS].count,
		.members = (uint32_t)entries[SECTION_MEMBERS].count,
		.maps = {
			.shapes = (uint32_t)entries[SECTION_SHAPES].count,
			.rings = (uint32_t)entries[SECTION_RINGS].count,
			.links = (uint32_t)entries[SECTION_LINKS].count,
			.arcs = (uint32_t)entries[SECTION_ARCS].count,
			.vertices = (uint32_t)entries[SECTION_VERTICES].count,
		},
	};

	check_texts(&b, release->texts, (uint32_t)entries[SECTION_HEAP].length);
	if (!b.fine)
		return damaged(err, "its texts do not fit together");
	check_profile(&b);
	check_geography(&b);
	if (!b.fine)
		return damaged(err, "its areas do not fit together");
	check_dimensions(&b);
	if (!b.fine)
		return damaged(err,
		    "its periods, ages, categories, notes or goals are out of range");
	check_indicators(&b);
	check_contents(&b, entries[SECTION_FACTS].count);
	if (!b.fine)
		return damaged(err, "its indicators and domains do not fit together");
	check_series(&b, entries[SECTION_FIGURES].length);
	return b.fine || damaged(err, "its series do not fit together");
}
