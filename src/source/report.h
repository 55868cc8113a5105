/* source/report.h - what was found wrong in the sources, all of it in one go.
 *
 * A fault stops the build in the end (exit status 1); a note does not. Both name file,
 * line and column, say what is wrong and what was wanted. At most REPORT_PER_FILE
 * faults and as many notes are kept for one file, the rest counted. One report belongs
 * to one thread; the reports of several are joined afterwards. Texts are copied. */
#ifndef SOURCE_REPORT_H
#define SOURCE_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/table.h"

enum { REPORT_PER_FILE = 20 };

enum gravity { GRAVITY_NOTE, GRAVITY_FAULT };

/* A place in a source; line and column count from 1, 0 when they mean nothing. */
struct place {
	struct str file; /* path relative to the source folder */
	uint64_t line;
	uint32_t
	    column; /* characters for text files; the cell's first character in a CSV */
};

struct report_entry {
	struct place place;
	enum gravity gravity;
	struct str text;
};

struct report {
	struct arena arena;
	struct report_entry *entries;
	uint32_t count, room;
	uint64_t faults, notes; /* all of them, kept or not */
	/* private: how many of each gravity are kept, by file */
	struct table files;
	uint32_t (*kept)[2];
	uint32_t kept_room;
};

void report_done(struct report *report); /* a zeroed struct is an empty report */
void report_fault(struct report *report, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void report_note(struct report *report, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Moves all entries of `from` behind those of `into`, keeping to the limit per file. */
void report_join(struct report *into, struct report *from);

/* Counts what `from` holds without telling it, and empties it. */
void report_pass_over(struct report *into, struct report *from);

/* Orders entries by file, line and column. */
void report_sort(struct report *report);

#endif
