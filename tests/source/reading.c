#include "reading.h"

#include <stdlib.h>

#include "source/figures.h"

/* All texts of the batches, numbered over all of them. */
struct names {
	struct table keys;
	struct str *names;
	uint32_t room;
};

static void
print_numbers(struct buf *out, const struct row *row)
{
	for (int i = 0; i < COLUMN_NUMBERS; i++) {
		buf_add_char(out, ' ');
		buf_add_number(out, row->numbers[i]);
		buf_add_char(out, ';');
	}
}

static void
print_row(struct buf *out, const struct batch *batch, const struct row *row)
{
	const struct group *group = &batch->groups[row->group];
	struct str category = batch->categories.texts[group->category];

	buf_print(out, "%u:%u %.*s | %.*s | %u | %.*s | %.*s | %.*s", batch->source,
	    row->line, STR_ARG(batch->indicators.texts[group->indicator]),
	    STR_ARG(batch->types.texts[group->area_type]), group->sex,
	    STR_ARG(batch->ages.texts[group->age]), STR_ARG(category),
	    STR_ARG(batch->areas.texts[row->area]));
	if (row->parent != TABLE_NONE)
		buf_print(out, " < %.*s", STR_ARG(batch->areas.texts[row->parent]));
	buf_print(out, " | %.*s |", STR_ARG(batch->periods.texts[row->period]));
	print_numbers(out, row);
	buf_print(out, " | %.*s | %04x %u %u %u",
	    STR_ARG(batch->notes.texts[row->note]), row->published, row->decimals,
	    row->trend_polarity, row->range_months);
	if (row->goal)
		buf_print(out, " goal '%.*s'", STR_ARG(batch->goals.texts[row->goal]));
	buf_add_char(out, '\n');
}

/* Takes the first name that is not empty for each key. */
static void
add_names(struct names *all, const struct table *keys, const struct str *names)
{
	for (uint32_t i = 0; i < keys->count; i++) {
		uint32_t number = table_add(&all->keys, keys->texts[i]);
		if (number >= all->room) {
			uint32_t room = number < 16 ? 32 : number * 2;
			all->names = memory_grow(all->names, room, sizeof *all->names);
			for (; all->room < room; all->room++)
				all->names[all->room] = STR("");
		}
		if (all->names[number].len == 0)
			all->names[number] = names[i];
	}
}

static void
print_names(struct buf *out, const char *what, struct names *all)
{
	for (uint32_t i = 0; i < all->keys.count; i++)
		buf_print(out, "%s %.*s: %.*s\n", what, STR_ARG(all->keys.texts[i]),
		    STR_ARG(all->names[i]));
	table_done(&all->keys);
	free(all->names);
}

static void
print_report(struct buf *out, struct report *report, bool files)
{
	report_sort(report);
	for (uint32_t i = 0; i < report->count; i++) {
		const struct report_entry *entry = &report->entries[i];
		if (files)
			buf_print(out, "%.*s:", STR_ARG(entry->place.file));
		buf_print(out, "%llu:%u: %s%.*s\n",
		    (unsigned long long)entry->place.line, entry->place.column,
		    entry->gravity == GRAVITY_NOTE ? "note: " : "",
		    STR_ARG(entry->text));
	}
}

/* Takes all reports out of the batches. */
static struct report
join_reports(struct batch *batches, size_t count)
{
	struct report all = { 0 };

	for (size_t i = 0; i < count; i++)
		report_join(&all, &batches[i].report);
	return all;
}

static void
free_batches(struct batch *batches, size_t count)
{
	while (count)
		batch_done(&batches[--count]);
	free(batches);
}

void
reading_print(struct buf *out, const struct source_file *files, size_t count,
    size_t threads, size_t piece_bytes)
{
	struct names indicators = { 0 }, units = { 0 }, areas = { 0 };
	struct batch *batches;
	size_t batch_count;

	figures_read_cut(files, count, threads, piece_bytes, &batches, &batch_count);
	for (size_t i = 0; i < batch_count; i++) {
		struct batch *batch = &batches[i];
		for (size_t k = 0; k < batch->row_count; k++)
			print_row(out, batch, &batch->rows[k]);
		add_names(&indicators, &batch->indicators, batch->indicator_names);
		add_names(&units, &batch->indicators, batch->indicator_units);
		add_names(&areas, &batch->areas, batch->area_names);
	}
	print_names(out, "indicator", &indicators);
	print_names(out, "unit", &units);
	print_names(out, "area", &areas);

	struct report report = join_reports(batches, batch_count);
	buf_print(out, "%llu faults, %llu notes\n", (unsigned long long)report.faults,
	    (unsigned long long)report.notes);
	print_report(out, &report, true);
	report_done(&report);
	free_batches(batches, batch_count);
}

size_t
reading_report(struct buf *out, struct str bytes)
{
	struct source_file file = { .path = STR("x.csv"), .bytes = bytes };
	struct batch *batches;
	size_t batch_count, rows = 0;

	figures_read_cut(&file, 1, 1, READING_WHOLE, &batches, &batch_count);
	for (size_t i = 0; i < batch_count; i++)
		rows += batches[i].row_count;
	struct report report = join_reports(batches, batch_count);
	print_report(out, &report, false);
	report_done(&report);
	free_batches(batches, batch_count);
	return rows;
}
