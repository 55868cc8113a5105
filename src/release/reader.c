#include "release/reader.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/copy.h"
#include "base/task.h"
#include "release/block.h"
#include "release/layout.h"
#include "release/validate.h"

static void
place_arrays(struct release *r, const char *bytes, const struct release_entry *e)
{
	const void *at[SECTION_COUNT];

	for (unsigned i = 0; i < SECTION_COUNT; i++)
		at[i] = bytes + e[i].offset;
	r->profile = at[SECTION_PROFILE];
	r->texts = at[SECTION_TEXTS];
	r->heap = at[SECTION_HEAP];
	r->areas = at[SECTION_AREAS];
	r->types = at[SECTION_AREA_TYPES];
	r->children = at[SECTION_CHILDREN];
	r->parents = at[SECTION_PARENTS];
	r->changes = at[SECTION_CHANGES];
	r->periods = at[SECTION_PERIODS];
	r->ages = at[SECTION_AGES];
	r->categories = at[SECTION_CATEGORIES];
	r->notes = at[SECTION_NOTES];
	r->goals = at[SECTION_GOALS];
	r->indicators = at[SECTION_INDICATORS];
	r->facts = at[SECTION_FACTS];
	r->fields = at[SECTION_FIELDS];
	r->domains = at[SECTION_DOMAINS];
	r->items = at[SECTION_ITEMS];
	r->updates = at[SECTION_UPDATES];
	r->sources = at[SECTION_SOURCES];
	r->series = at[SECTION_SERIES];
	r->lists = at[SECTION_LISTS];
	r->figures = at[SECTION_FIGURES];
	r->area_count = (uint32_t)e[SECTION_AREAS].count;
	r->type_count = (uint32_t)e[SECTION_AREA_TYPES].count;
	r->relation_count = (uint32_t)e[SECTION_CHILDREN].count;
	r->change_count = (uint32_t)e[SECTION_CHANGES].count;
	r->period_count = (uint32_t)e[SECTION_PERIODS].count;
	r->age_count = (uint32_t)e[SECTION_AGES].count;
	r->category_count = (uint32_t)e[SECTION_CATEGORIES].count;
	r->note_count = (uint32_t)e[SECTION_NOTES].count;
	r->goal_count = (uint32_t)e[SECTION_GOALS].count;
	r->indicator_count = (uint32_t)e[SECTION_INDICATORS].count;
	r->domain_count = (uint32_t)e[SECTION_DOMAINS].count;
	r->update_count = (uint32_t)e[SECTION_UPDATES].count;
	r->source_count = (uint32_t)e[SECTION_SOURCES].count;
	r->series_count = (uint32_t)e[SECTION_SERIES].count;
}

static bool
read_bytes(struct release *release, struct str bytes, struct err *err)
{
	struct release_entry entries[SECTION_COUNT];
	struct release_header header;

	if (!validate_sections(bytes, entries, err))
		return false;
	memcpy(&header, bytes.at, sizeof header);
	release->name = header.checksum;
	place_arrays(release, bytes.at, entries);
	return validate_records(release, entries, err);
}

bool
release_open_bytes(struct release *release, struct str bytes, struct err *err)
{
	*release = (struct release){ 0 };
	assert(bytes.len == 0 || (uintptr_t)bytes.at % 8 == 0);
	if (!read_bytes(release, bytes, err)) {
		*release = (struct release){ 0 };
		return false;
	}
	release->checked = memory_take(release->series_count, sizeof *release->checked);
	return true;
}

/* Takes the file over. */
static bool
open_file(struct release *release, struct file *file, const char *path, struct err *err)
{
	struct err why = { 0 };

	if (!release_open_bytes(release, file->bytes, &why)) {
		file_close(file);
		return err_set(err, why.fault, "cannot open '%s': %s", path, why.text);
	}
	release->file = *file;
	return true;
}

bool
release_open(struct release *release, const char *path, struct err *err)
{
	struct file file;

	*release = (struct release){ 0 };
	return file_open(&file, path, err) && open_file(release, &file, path, err);
}

/* Takes the file over and looks at all of it. */
static bool
open_whole(
    struct release *release, struct file *file, const char *name, struct err *err)
{
	struct err why = { 0 };

	if (!open_file(release, file, name, err))
		return false;
	if (release_check_all(release, &why))
		return true;
	release_close(release);
	return err_set(err, why.fault, "cannot open '%s': %s", name, why.text);
}

bool
release_open_copy(struct release *release, const char *path, struct err *err)
{
	struct file file;

	*release = (struct release){ 0 };
	return copy_open(&file, path, err) && open_whole(release, &file, path, err);
}

bool
release_open_held(struct release *release, int fd, const char *name, struct err *err)
{
	struct file file;

	*release = (struct release){ 0 };
	return file_map(&file, fd, name, err) && open_whole(release, &file, name, err);
}

/* How much there is before the figures, as far as the first bytes can be believed; at
 * least those, for what is wrong with them to be said. */
static bool
read_front_length(const char *path, size_t *len, struct err *err)
{
	struct release_entry figures = { 0 };
	size_t at = sizeof(struct release_header) + SECTION_FIGURES * sizeof figures;
	size_t until = at + sizeof figures;
	struct file file;

	if (!copy_open_front(&file, path, until, err))
		return false;
	if (file.bytes.len >= until)
		memcpy(&figures, file.bytes.at + at, sizeof figures);
	*len = figures.offset > until ? figures.offset : until;
	file_close(&file);
	return true;
}

bool
release_open_front(struct release *release, const char *path, struct err *err)
{
	struct file file;
	size_t len;

	*release = (struct release){ 0 };
	return read_front_length(path, &len, err) &&
	       copy_open_front(&file, path, len, err) &&
	       open_file(release, &file, path, err);
}

void
release_close(struct release *release)
{
	free(release->checked);
	file_close(&release->file);
	*release = (struct release){ 0 };
}

struct str
release_text(const struct release *release, uint32_t text)
{
	const struct release_text *t = &release->texts[text];

	return (struct str){ .at = release->heap + t->offset, .len = t->len };
}

static bool
damaged_figures(
    const struct release *release, uint32_t number, const char *what, struct err *err)
{
	uint32_t indicator = release->series[number].indicator;

	return err_set(err, FAULT_INPUT,
	    "the release is damaged: the figures of '%.*s' %s",
	    STR_ARG(release_text(release, release->indicators[indicator].name)), what);
}

/* A block is checked once; threads that race do so twice at worst. A checksum can be
 * forged, so that what is under it is looked at too. */
bool
release_figures(const struct release *release, uint32_t number, struct figures *figures,
    struct err *err)
{
	const struct release_series *series = &release->series[number];
	const char *block = release->figures + series->offset;
	const struct block_bounds bounds = {
		.notes = release->note_count,
		.goals = release->goal_count,
		.sources = release->source_count,
	};

	*figures = (struct figures){
		.areas = release->lists + series->first_area,
		.periods = release->lists + series->first_period,
	};
	block_columns(series, block, figures);
	if (atomic_load_explicit(&release->checked[number], memory_order_relaxed))
		return true;
	if (layout_checksum(block, series->length) != series->checksum)
		return damaged_figures(
		    release, number, "do not match their checksum", err);
	if (!block_is_sound(figures, &bounds))
		return damaged_figures(release, number, "are out of range", err);
	atomic_store_explicit(&release->checked[number], 1, memory_order_relaxed);
	return true;
}

struct checking {
	const struct release *release;
	atomic_bool failed;
};

static void
check_one(void *context, size_t series)
{
	struct checking *checking = context;
	struct figures figures;
	struct err err;

	if (!release_figures(checking->release, (uint32_t)series, &figures, &err))
		atomic_store(&checking->failed, true);
}

bool
release_check_all(const struct release *release, struct err *err)
{
	struct checking checking = { .release = release };
	struct figures figures;

	task_run(0, release->series_count, check_one, &checking);
	/* Of several faults the first is told, whichever was found first. */
	for (uint32_t i = 0; atomic_load(&checking.failed) && i < release->series_count;
	     i++)
		if (!release_figures(release, i, &figures, err))
			return false;
	return true;
}

struct figure
figures_at(const struct figures *figures, uint32_t area, uint32_t period)
{
	uint64_t cell = (uint64_t)area * figures->series->periods + period;
	struct figure f = {
		.value = (double)NAN,
		.lower95 = (double)NAN,
		.upper95 = (double)NAN,
		.lower998 = (double)NAN,
		.upper998 = (double)NAN,
		.count = (double)NAN,
		.denominator = (double)NAN,
		.missing = MISSING_NO_ROW,
		.source = RELEASE_NONE,
	};

	if (area == RELEASE_NONE || period == RELEASE_NONE)
		return f;
	f.value = figures_number(figures, COLUMN_VALUE, cell);
	f.lower95 = figures_number(figures, COLUMN_LOWER95, cell);
	f.upper95 = figures_number(figures, COLUMN_UPPER95, cell);
	f.lower998 = figures_number(figures, COLUMN_LOWER998, cell);
	f.upper998 = figures_number(figures, COLUMN_UPPER998, cell);
	f.count = figures_number(figures, COLUMN_COUNT_OF, cell);
	f.denominator = figures_number(figures, COLUMN_DENOMINATOR, cell);
	f.line = figures->lines ? figures->lines[cell] : 0;
	f.published = figures->published ? figures->published[cell] : 0;
	f.note = figures->notes ? figures->notes[cell] : 0;
	f.goal = figures->goals ? figures->goals[cell] : 0;
	if (f.line && figures->sources)
		f.source = figures->sources[cell];
	f.missing = (enum missing)figures->missing[cell];
	return f;
}

struct limits
figure_limits(const struct figure *figure)
{
	return (struct limits){
		.value = figure->value,
		.lower95 = figure->lower95,
		.upper95 = figure->upper95,
		.lower998 = figure->lower998,
		.upper998 = figure->upper998,
	};
}

static uint32_t
place_in(const uint32_t *list, uint32_t count, uint32_t number)
{
	uint32_t from = 0, until = count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (list[middle] < number)
			from = middle + 1;
		else
			until = middle;
	}
	return from < count && list[from] == number ? from : RELEASE_NONE;
}

uint32_t
figures_area(const struct figures *figures, uint32_t area)
{
	return place_in(figures->areas, figures->series->areas, area);
}

uint32_t
figures_period(const struct figures *figures, uint32_t period)
{
	return place_in(figures->periods, figures->series->periods, period);
}

bool
figure_published_verdict(
    const struct figure *figure, bool parent, enum verdict *verdict)
{
	unsigned code =
	    figure->published >> (parent ? PUBLISHED_PARENT : PUBLISHED_ENGLAND) & 15;

	assert(code <= VERDICT_COUNT);
	if (code == 0)
		return false;
	*verdict = (enum verdict)(code - 1);
	return true;
}

bool
figure_published_trend(const struct figure *figure, enum trend *trend)
{
	unsigned code = figure->published >> PUBLISHED_TREND & 15;

	assert(code <= TREND_DOWN + 1);
	if (code == 0)
		return false;
	*trend = (enum trend)(code - 1);
	return true;
}

uint32_t
release_area(const struct release *release, struct str code)
{
	uint32_t from = 0, until = release->area_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (str_order(
			release_text(release, release->areas[middle].code), code) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	if (from < release->area_count &&
	    str_equal(release_text(release, release->areas[from].code), code))
		return from;
	for (uint32_t i = 0; i < release->area_count; i++)
		if (str_equal_folded(
			release_text(release, release->areas[i].code), code))
			return i;
	return RELEASE_NONE;
}

uint32_t
release_indicator(const struct release *release, struct str key)
{
	for (uint32_t i = 0; i < release->indicator_count; i++)
		if (str_equal_folded(
			release_text(release, release->indicators[i].key), key))
			return i;
	return RELEASE_NONE;
}

uint32_t
release_area_type(const struct release *release, struct str slug)
{
	for (uint32_t i = 0; i < release->type_count; i++)
		if (str_equal_folded(
			release_text(release, release->types[i].slug), slug))
			return i;
	return RELEASE_NONE;
}

uint32_t
release_domain(const struct release *release, struct str slug)
{
	for (uint32_t i = 0; i < release->domain_count; i++)
		if (str_equal_folded(
			release_text(release, release->domains[i].slug), slug))
			return i;
	return RELEASE_NONE;
}

uint32_t
release_find_series(const struct release *release, uint32_t indicator,
    uint32_t area_type, uint32_t sex, uint32_t age, uint32_t category)
{
	const struct release_indicator *i = &release->indicators[indicator];
	const struct release_series wanted = { .indicator = indicator,
		.area_type = area_type,
		.sex = sex,
		.age = age,
		.category = category };
	uint32_t from = i->first_series, until = i->first_series + i->series;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		int order = layout_series_order(&release->series[middle], &wanted);
		if (order == 0)
			return middle;
		if (order < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return RELEASE_NONE;
}

/* The first relation of a sorted array that is not before (type, number). */
static uint32_t
relation_from(const struct release *release, const struct release_relation *relations,
    bool by_area, uint32_t type, uint32_t number)
{
	uint32_t from = 0, until = release->relation_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		const struct release_relation wanted = { .type = type,
			.parent = by_area ? 0 : number,
			.area = by_area ? number : 0 };
		if (layout_relation_order(&relations[middle], &wanted, by_area) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return from;
}

const struct release_change *
release_changes(const struct release *release, uint32_t area, uint32_t *count)
{
	uint32_t from = 0, until = release->change_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (release->changes[middle].area < area)
			from = middle + 1;
		else
			until = middle;
	}
	*count = 0;
	while (from + *count < release->change_count &&
	       release->changes[from + *count].area == area)
		++*count;
	return release->changes + from;
}

const struct release_change *
release_end(const struct release *release, uint32_t area)
{
	const struct release_change *first = NULL;

	for (uint32_t i = 0; i < release->change_count; i++) {
		const struct release_change *change = &release->changes[i];
		if (change->before == area && change->area != area &&
		    (!first || change->month < first->month))
			first = change;
	}
	return first;
}

uint32_t
release_parent(const struct release *release, uint32_t type, uint32_t area)
{
	uint32_t i = relation_from(release, release->parents, true, type, area);

	if (i == release->relation_count || release->parents[i].type != type ||
	    release->parents[i].area != area)
		return RELEASE_NONE;
	return release->parents[i].parent;
}

const uint32_t *
release_areas_of_type(const struct release *release, uint32_t type, uint32_t *count)
{
	*count = release->types[type].count;
	return release->lists + release->types[type].first;
}

const struct release_relation *
release_children(
    const struct release *release, uint32_t type, uint32_t parent, uint32_t *count)
{
	uint32_t from = relation_from(release, release->children, false, type, parent);
	uint32_t until = from;

	while (until < release->relation_count &&
	       release->children[until].type == type &&
	       release->children[until].parent == parent)
		until++;
	*count = until - from;
	return release->children + from;
}

uint32_t
release_next_parent(const struct release *release, uint32_t type, uint32_t from)
{
	uint32_t i = relation_from(release, release->children, false, type, from);

	return i < release->relation_count && release->children[i].type == type
		   ? release->children[i].parent
		   : RELEASE_NONE;
}

bool
release_type_has(const struct release *release, uint32_t type, uint32_t area)
{
	return place_in(release->lists + release->types[type].first,
		   release->types[type].count, area) != RELEASE_NONE;
}

struct period
release_period(const struct release *release, uint32_t period)
{
	const struct release_period *p = &release->periods[period];

	return (struct period){ .first = p->first,
		.months = p->months,
		.style = p->style,
		.part = p->part };
}
