#include "release/draft.h"

#include <assert.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/table.h"
#include "base/task.h"
#include "release/block.h"
#include "release/layout.h"
#include "release/reader.h"

/* Everything but the figures is laid out in memory; the figures are filled, checksummed
 * and written block by block on all cores. */
struct writer {
	const struct draft *draft;
	const char *path;
	struct table texts;
	struct buf sections[SECTION_COUNT];
	struct release_series *series;
	struct file_writer file;
	struct release_entry entries[SECTION_COUNT];
	atomic_bool failed;
	struct err *err; /* filled by the first block that fails */
};

static const unsigned char ZEROS[RELEASE_ALIGN];

static void
add(struct writer *w, enum release_section section, const void *record, size_t size)
{
	buf_add(&w->sections[section], (struct str){ .at = record, .len = size });
}

#define ADD(w, section, ...) add((w), (section), &(__VA_ARGS__), sizeof(__VA_ARGS__))

/* Number of a text; the empty text is always 0. */
static uint32_t
text(struct writer *w, struct str s)
{
	return table_add(&w->texts, s);
}

static uint32_t
add_list(struct writer *w, const uint32_t *numbers, uint32_t count)
{
	uint32_t first = (uint32_t)(w->sections[SECTION_LISTS].len / sizeof *numbers);

	for (uint32_t i = 1; i < count; i++)
		assert(numbers[i - 1] < numbers[i]);
	add(w, SECTION_LISTS, numbers, count * sizeof *numbers);
	return first;
}

static void
add_profile(struct writer *w)
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
add_relations(struct writer *w)
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
add_geography(struct writer *w)
{
	const struct draft *d = w->draft;

	for (uint32_t i = 0; i < d->area_count; i++) {
		assert(i == 0 || str_order(d->areas[i - 1].code, d->areas[i].code) < 0);
		ADD(w, SECTION_AREAS,
		    (struct release_area){
			.code = text(w, d->areas[i].code),
			.name = text(w, d->areas[i].name),
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
}

static void
add_dimensions(struct writer *w)
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
}

static void
add_indicator(struct writer *w, uint32_t number, uint32_t *next_series)
{
	const struct draft *d = w->draft;
	const struct draft_indicator *i = &d->indicators[number];
	uint32_t first_series = *next_series;
	uint32_t first_field =
	    (uint32_t)(w->sections[SECTION_FIELDS].len / sizeof(struct release_field));

	assert(i->decimals >= 0 && i->decimals < RELEASE_DECIMALS);
	assert(i->frequency_months <= UINT16_MAX);
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
		.value_type = (uint8_t)i->value_type,
		.polarity = (uint8_t)i->polarity,
		.interval = (uint8_t)i->interval,
		.comparison = (uint8_t)i->comparison,
		.decimals = (uint8_t)i->decimals,
		.modelled = i->modelled,
		.frequency_months = (uint16_t)i->frequency_months,
		.multiplier = i->multiplier,
		.first_series = first_series,
		.series = *next_series - first_series,
		.first_field = first_field,
		.fields = i->field_count,
		.latest = i->latest,
	    });
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
add_contents(struct writer *w)
{
	const struct draft *d = w->draft;
	uint32_t next_series = 0;

	for (uint32_t i = 0; i < d->indicator_count; i++)
		add_indicator(w, i, &next_series);
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

/* Lays the blocks out one behind the other; returns the length of them all. */
static uint64_t
add_series(struct writer *w)
{
	const struct draft *d = w->draft;
	uint64_t offset = 0;

	w->series = memory_take(d->series_count, sizeof *w->series);
	for (uint32_t i = 0; i < d->series_count; i++) {
		const struct draft_series *s = &d->series[i];
		struct layout layout;
		bool fits =
		    layout_of(s->columns, s->area_count, s->period_count, &layout);
		assert(fits);
		w->series[i] = (struct release_series){
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
			.offset = offset,
			.length = layout.length,
		};
		assert(s->area_count > 0 && s->period_count > 0);
		assert(i == 0 ||
		       layout_series_order(&w->series[i - 1], &w->series[i]) < 0);
		offset += layout.length;
	}
	return offset;
}

static bool
add_texts(struct writer *w, struct err *err)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < w->texts.count; i++) {
		struct str s = w->texts.texts[i];
		size_t good = str_utf8_until(s);
		if (good < s.len)
			return err_set(err, FAULT_INPUT,
			    "cannot write '%s': the text '%.*s' is not UTF-8 from byte "
			    "%zu on",
			    w->path, STR_ARG(str_slice(s, 0, good)), good + 1);
		if (s.len > RELEASE_TEXT_LONGEST || s.len >= UINT32_MAX - at)
			return err_set(err, FAULT_INPUT,
			    "cannot write '%s': more than %s of text", w->path,
			    s.len > RELEASE_TEXT_LONGEST ? "16 MiB in one piece"
							 : "4 GiB");
		ADD(w, SECTION_TEXTS,
		    (struct release_text){ .offset = at, .len = (uint32_t)s.len });
		buf_add(&w->sections[SECTION_HEAP], s);
		at += (uint32_t)s.len;
	}
	return true;
}

/* What does not fit is refused before anything is written. */
static bool
place_sections(struct writer *w, uint64_t figures, struct err *err)
{
	uint64_t at = sizeof(struct release_header) + sizeof w->entries;

	if (w->draft->note_count > RELEASE_NUMBERS ||
	    w->draft->source_count > RELEASE_NUMBERS)
		return err_set(err, FAULT_INPUT,
		    "cannot write '%s': more than %d different notes or sources",
		    w->path, RELEASE_NUMBERS);
	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		enum release_section section = (enum release_section)i;
		uint64_t length = w->sections[i].len;
		if (i == SECTION_SERIES)
			length = w->draft->series_count * sizeof *w->series;
		if (i == SECTION_FIGURES)
			length = figures;
		at = layout_aligned(at);
		w->entries[i] = (struct release_entry){
			.offset = at,
			.length = length,
			.count = length / layout_record_size(section),
		};
		if (i != SECTION_FIGURES && w->entries[i].count >= RELEASE_NONE)
			return err_set(err, FAULT_INPUT,
			    "cannot write '%s': too many %s", w->path,
			    layout_section_name(section));
		at += length;
	}
	return true;
}

/* Cells begin as "no row": numbers NaN, the rest zero but for the reason. */
static void
open_block(const struct release_series *series, char *bytes, struct draft_block *block)
{
	struct layout layout;
	uint64_t cells = (uint64_t)series->areas * series->periods;
	bool fits = layout_of(series->columns, series->areas, series->periods, &layout);

	assert(fits);
	for (unsigned c = 0; c < COLUMN_NUMBERS; c++) {
		if (layout.offset[c] == UINT64_MAX)
			continue;
		block->numbers[c] = (double *)(void *)(bytes + layout.offset[c]);
		for (uint64_t i = 0; i < cells; i++)
			block->numbers[c][i] = (double)NAN;
	}
	if (layout.offset[COLUMN_LINE] != UINT64_MAX)
		block->lines = (uint32_t *)(void *)(bytes + layout.offset[COLUMN_LINE]);
	if (layout.offset[COLUMN_NOTE] != UINT64_MAX)
		block->notes = (uint16_t *)(void *)(bytes + layout.offset[COLUMN_NOTE]);
	if (layout.offset[COLUMN_SOURCE] != UINT64_MAX)
		block->sources =
		    (uint16_t *)(void *)(bytes + layout.offset[COLUMN_SOURCE]);
	if (layout.offset[COLUMN_PUBLISHED] != UINT64_MAX)
		block->published =
		    (uint16_t *)(void *)(bytes + layout.offset[COLUMN_PUBLISHED]);
	if (layout.offset[COLUMN_MISSING] != UINT64_MAX) {
		block->missing = (uint8_t *)(bytes + layout.offset[COLUMN_MISSING]);
		memset(block->missing, MISSING_NO_ROW, cells);
	}
}

/* What was filled is held to the promises of format.h, and every NaN is made the same
 * one: they differ between processors. */
static void
close_block(const struct writer *w, const struct release_series *series,
    const char *bytes, struct draft_block *block)
{
	uint64_t cells = (uint64_t)series->areas * series->periods;
	struct figures figures = { 0 };

	for (unsigned c = 0; c < COLUMN_NUMBERS; c++)
		for (uint64_t i = 0; block->numbers[c] && i < cells; i++)
			if (isnan(block->numbers[c][i]))
				block->numbers[c][i] = (double)NAN;
	block_columns(series, bytes, &figures);
	assert(block_is_sound(&figures, w->draft->note_count, w->draft->source_count));
}

static void
write_block(void *context, size_t number)
{
	struct writer *w = context;
	struct release_series *series = &w->series[number];
	struct draft_block block = { 0 };
	struct err err = { 0 };
	char *bytes;

	if (atomic_load(&w->failed))
		return;
	bytes = memory_take(series->length, 1);
	open_block(series, bytes, &block);
	w->draft->fill(w->draft->context, (uint32_t)number, &block);
	close_block(w, series, bytes, &block);
	series->checksum = layout_checksum(bytes, series->length);
	if (!file_write_at(&w->file, (struct str){ .at = bytes, .len = series->length },
		w->entries[SECTION_FIGURES].offset + series->offset, &err) &&
	    !atomic_exchange(&w->failed, true))
		*w->err = err;
	free(bytes);
}

static struct str
section_bytes(const struct writer *w, unsigned section)
{
	if (section == SECTION_SERIES)
		return (struct str){ .at = (const char *)w->series,
			.len = w->draft->series_count * sizeof *w->series };
	return buf_str(&w->sections[section]);
}

/* Everything but the figures: header, directory, sections with zeros between them. */
static bool
write_front(struct writer *w, struct err *err)
{
	const struct release_entry *figures = &w->entries[SECTION_FIGURES];
	struct release_header header = {
		.magic = RELEASE_MAGIC,
		.version = RELEASE_VERSION,
		.sections = SECTION_COUNT,
		.length = figures->offset + figures->length,
	};
	AUTO_BUF front = { 0 };

	for (unsigned i = 0; i < SECTION_FIGURES; i++) {
		struct str bytes = section_bytes(w, i);
		w->entries[i].checksum = layout_checksum(bytes.at, bytes.len);
	}
	w->entries[SECTION_FIGURES].checksum =
	    layout_figures_checksum(w->series, w->draft->series_count);
	header.checksum = layout_checksum(w->entries, sizeof w->entries);
	buf_add(
	    &front, (struct str){ .at = (const char *)&header, .len = sizeof header });
	buf_add(&front,
	    (struct str){ .at = (const char *)w->entries, .len = sizeof w->entries });
	for (unsigned i = 0; i <= SECTION_FIGURES; i++) {
		buf_add(&front, (struct str){ .at = (const char *)ZEROS,
				    .len = w->entries[i].offset - front.len });
		if (i < SECTION_FIGURES)
			buf_add(&front, section_bytes(w, i));
	}
	return file_write_at(&w->file, buf_str(&front), 0, err);
}

static bool
write_file(struct writer *w, size_t threads, struct err *err)
{
	if (!file_create(&w->file, w->path, err))
		return false;
	task_run(threads, w->draft->series_count, write_block, w);
	if (atomic_load(&w->failed) || !write_front(w, err)) {
		file_abandon(&w->file);
		return false;
	}
	return file_finish(&w->file, err);
}

bool
release_write(
    const struct draft *draft, const char *path, size_t threads, struct err *err)
{
	struct writer w = { .draft = draft, .path = path, .err = err };
	uint64_t figures;
	bool fine;

	text(&w, STR(""));
	add_profile(&w);
	add_geography(&w);
	add_dimensions(&w);
	add_contents(&w);
	figures = add_series(&w);
	fine = add_texts(&w, err) && place_sections(&w, figures, err) &&
	       write_file(&w, threads, err);
	table_done(&w.texts);
	for (unsigned i = 0; i < SECTION_COUNT; i++)
		buf_done(&w.sections[i]);
	free(w.series);
	return fine;
}
