#include "source/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { TEXT_LONGEST = 600 };

void
report_done(struct report *report)
{
	arena_done(&report->arena);
	table_done(&report->files);
	free(report->entries);
	free(report->kept);
	*report = (struct report){ 0 };
}

/* The number of a file in the report, known or new; its path is copied once. */
static uint32_t
file_number(struct report *report, struct str path)
{
	uint32_t number = table_find(&report->files, path);

	if (number != TABLE_NONE)
		return number;
	number = table_add(&report->files, str_copy(&report->arena, path));
	if (number >= report->kept_room) {
		uint32_t room = number < 8 ? 16 : number * 2;
		report->kept = memory_grow(report->kept, room, sizeof *report->kept);
		report->kept_room = room;
	}
	report->kept[number][GRAVITY_NOTE] = 0;
	report->kept[number][GRAVITY_FAULT] = 0;
	return number;
}

/* Counts one more; whether there is room for its text. */
static bool
is_kept(struct report *report, uint32_t file, enum gravity gravity)
{
	if (gravity == GRAVITY_FAULT)
		report->faults++;
	else
		report->notes++;
	return report->kept[file][gravity]++ < REPORT_PER_FILE;
}

static void
keep(struct report *report, uint32_t file, struct place place, enum gravity gravity,
    struct str text)
{
	if (report->count == report->room) {
		report->room = report->room ? report->room * 2 : 16;
		report->entries =
		    memory_grow(report->entries, report->room, sizeof *report->entries);
	}
	place.file = report->files.texts[file];
	report->entries[report->count++] = (struct report_entry){
		.place = place,
		.gravity = gravity,
		.text = str_copy(&report->arena, text),
	};
}

static void __attribute__((format(printf, 4, 0))) report_print(struct report *report,
    struct place place, enum gravity gravity, const char *format, va_list args)
{
	uint32_t file = file_number(report, place.file);
	char text[TEXT_LONGEST];
	int len;

	if (!is_kept(report, file, gravity))
		return;
	len = vsnprintf(text, sizeof text, format, args);
	if (len < 0)
		len = 0;
	if ((size_t)len >= sizeof text)
		len = (int)sizeof text - 1;
	/* A cut text must not end within a character. */
	struct str view = { .at = text, .len = (size_t)len };
	view.len = str_utf8_until(view);
	keep(report, file, place, gravity, view);
}

void
report_fault(struct report *report, struct place place, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report_print(report, place, GRAVITY_FAULT, format, args);
	va_end(args);
}

void
report_note(struct report *report, struct place place, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report_print(report, place, GRAVITY_NOTE, format, args);
	va_end(args);
}

void
report_join(struct report *into, struct report *from)
{
	uint64_t faults = into->faults + from->faults;
	uint64_t notes = into->notes + from->notes;

	for (uint32_t i = 0; i < from->count; i++) {
		const struct report_entry *entry = &from->entries[i];
		uint32_t file = file_number(into, entry->place.file);
		if (is_kept(into, file, entry->gravity))
			keep(into, file, entry->place, entry->gravity, entry->text);
	}
	/* Those that `from` only counted count on. */
	into->faults = faults;
	into->notes = notes;
	report_done(from);
}

void
report_pass_over(struct report *into, struct report *from)
{
	into->faults += from->faults;
	into->notes += from->notes;
	report_done(from);
}

static int
order(const void *left, const void *right)
{
	const struct report_entry *a = left, *b = right;
	int by_file = str_order(a->place.file, b->place.file);

	if (by_file)
		return by_file;
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	if (a->place.column != b->place.column)
		return a->place.column < b->place.column ? -1 : 1;
	if (a->gravity != b->gravity)
		return a->gravity == GRAVITY_FAULT ? -1 : 1;
	return str_order(a->text, b->text);
}

void
report_sort(struct report *report)
{
	if (report->count)
		qsort(report->entries, report->count, sizeof *report->entries, order);
}
