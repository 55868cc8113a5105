#include "release/draft.h"

#include <assert.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/task.h"
#include "release/block.h"
#include "release/layout.h"
#include "release/reader.h"
#include "release/records.h"

/* Everything but the figures is laid out in memory; the figures are filled, checksummed
 * and written block by block on all cores. */
struct writer {
	const struct draft *draft;
	struct records records;
	struct release_series *series; /* in the records */
	struct file_writer file;
	struct release_entry entries[SECTION_COUNT];
	atomic_bool failed;
	struct err *err; /* filled by the first block that fails */
};

static const unsigned char ZEROS[RELEASE_ALIGN];

static void
place_sections(struct writer *w)
{
	uint64_t at = sizeof(struct release_header) + sizeof w->entries;

	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		uint64_t length = i == SECTION_FIGURES ? w->records.figures
						       : w->records.sections[i].len;
		at = layout_aligned(at);
		w->entries[i] = (struct release_entry){
			.offset = at,
			.length = length,
			.count = length / layout_record_size((enum release_section)i),
		};
		at += length;
	}
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
	if (layout.offset[COLUMN_GOAL] != UINT64_MAX)
		block->goals = (uint16_t *)(void *)(bytes + layout.offset[COLUMN_GOAL]);
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
	assert(block_is_sound(&figures, &(struct block_bounds){
					    .notes = w->draft->note_count,
					    .goals = w->draft->goal_count,
					    .sources = w->draft->source_count,
					}));
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
	progress_add(w->draft->progress, 1);
	free(bytes);
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
		struct str bytes = buf_str(&w->records.sections[i]);
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
			buf_add(&front, buf_str(&w->records.sections[i]));
	}
	return file_write_at(&w->file, buf_str(&front), 0, err);
}

static bool
write_file(struct writer *w, const char *path, size_t threads, struct err *err)
{
	struct errand filled = { 0 };
	bool fine;

	if (!file_create(&w->file, path, err))
		return false;
	progress_begin(w->draft->progress, "writing", w->draft->series_count);
	task_run(threads, w->draft->series_count, write_block, w);
	progress_begin(w->draft->progress, "saving", 0);
	fine = !atomic_load(&w->failed) &&
	       (!w->draft->confirm || w->draft->confirm(w->draft->filled_context, err));
	/* The disk takes its time; so does giving back much memory. */
	if (w->draft->filled)
		errand_begin(&filled, w->draft->filled, w->draft->filled_context);
	fine = fine && write_front(w, err);
	if (fine)
		fine = file_finish(&w->file, err);
	else
		file_abandon(&w->file);
	errand_end(&filled);
	return fine;
}

bool
release_write(
    const struct draft *draft, const char *path, size_t threads, struct err *err)
{
	struct writer w = { .draft = draft, .err = err };
	struct err why = { 0 };
	bool fine = records_make(&w.records, draft, &why);

	if (fine) {
		w.series = (void *)w.records.sections[SECTION_SERIES].at;
		place_sections(&w);
		fine = write_file(&w, path, threads, err);
	} else {
		err_set(err, why.fault, "cannot write '%s': %s", path, why.text);
	}
	records_done(&w.records);
	return fine;
}
