#include "release/reader.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/copy.h"
#include "base/task.h"
#include "release/block.h"
#include "release/group.h"
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
	r->named = at[SECTION_GROUPS];
	r->members = at[SECTION_MEMBERS];
	r->kinds = at[SECTION_KINDS];
	r->neighbours = at[SECTION_NEIGHBOURS];
	r->maps = at[SECTION_MAPS];
	r->shapes = at[SECTION_SHAPES];
	r->rings = at[SECTION_RINGS];
	r->links = at[SECTION_LINKS];
	r->arcs = at[SECTION_ARCS];
	r->vertices = at[SECTION_VERTICES];
	r->periods = at[SECTION_PERIODS];
	r->ages = at[SECTION_AGES];
	r->categories = at[SECTION_CATEGORIES];
	r->notes = at[SECTION_NOTES];
	r->goals = at[SECTION_GOALS];
	r->indicators = at[SECTION_INDICATORS];
	r->facts = at[SECTION_FACTS];
	r->fields = at[SECTION_FIELDS];
	r->bands = at[SECTION_BANDS];
	r->domains = at[SECTION_DOMAINS];
	r->items = at[SECTION_ITEMS];
	r->updates = at[SECTION_UPDATES];
	r->sources = at[SECTION_SOURCES];
	r->rules = at[SECTION_RULES];
	r->series = at[SECTION_SERIES];
	r->lists = at[SECTION_LISTS];
	r->figures = at[SECTION_FIGURES];
	r->area_count = (uint32_t)e[SECTION_AREAS].count;
	r->type_count = (uint32_t)e[SECTION_AREA_TYPES].count;
	r->relation_count = (uint32_t)e[SECTION_CHILDREN].count;
	r->change_count = (uint32_t)e[SECTION_CHANGES].count;
	r->named_count = (uint32_t)e[SECTION_GROUPS].count;
	r->kind_count = (uint32_t)e[SECTION_KINDS].count;
	r->neighbour_count = (uint32_t)e[SECTION_NEIGHBOURS].count;
	r->map_count = (uint32_t)e[SECTION_MAPS].count;
	r->period_count = (uint32_t)e[SECTION_PERIODS].count;
	r->age_count = (uint32_t)e[SECTION_AGES].count;
	r->category_count = (uint32_t)e[SECTION_CATEGORIES].count;
	r->note_count = (uint32_t)e[SECTION_NOTES].count;
	r->goal_count = (uint32_t)e[SECTION_GOALS].count;
	r->indicator_count = (uint32_t)e[SECTION_INDICATORS].count;
	r->domain_count = (uint32_t)e[SECTION_DOMAINS].count;
	r->update_count = (uint32_t)e[SECTION_UPDATES].count;
	r->source_count = (uint32_t)e[SECTION_SOURCES].count;
	r->rule_count = (uint32_t)e[SECTION_RULES].count;
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

/* The groups that the release names. */
static void
make_groups(struct release *release)
{
	struct group *groups =
	    ARENA_NEW(&release->arena, struct group, release->named_count);

	for (uint32_t i = 0; i < release->named_count; i++) {
		const struct release_group *named = &release->named[i];
		groups[i].code = release_text(release, named->code);
		groups[i].name = release_text(release, named->name);
		group_make(&release->arena, release, release->members + named->first,
		    named->count, RELEASE_NONE, &groups[i]);
		release->group_count++;
	}
	release->groups = groups;
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
	make_groups(release);
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
	arena_done(&release->arena);
	file_close(&release->file);
	*release = (struct release){ 0 };
}

struct str
release_text(const struct release *release, uint32_t text)
{
	const struct release_text *t = &release->texts[text];

	return (struct str){ .at = release->heap + t->offset, .len = t->len };
}

struct str
release_area_code(const struct release *release, uint32_t area)
{
	const struct group *group = release_group(release, area);

	return group ? group->code : release_text(release, release->areas[area].code);
}

struct str
release_area_name(const struct release *release, uint32_t area)
{
	const struct group *group = release_group(release, area);

	return group ? group->name : release_text(release, release->areas[area].name);
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
		.release = release,
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
