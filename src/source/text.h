/* source/text.h - the bytes of a file as UTF-8 text.
 *
 * Well-formed UTF-8 is used where it lies. Windows-1252, which spreadsheets still
 * write, is converted into an arena and noted in the report. Everything else is a fault
 * that names line and column: a NUL byte, a byte that is neither, both encodings in one
 * file. A byte order mark is left out, line ends stay as they are. */
#ifndef SOURCE_TEXT_H
#define SOURCE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "source/report.h"
#include "source/source_file.h"

/* What some bytes of a text hold. Offsets are from the start of the text, SIZE_MAX for
 * none. */
struct text_census {
	uint64_t quotes, feeds, returns;
	size_t nul; /* the first NUL byte */
	size_t bad; /* the first byte that is not UTF-8 */
};

/* Counts what [from, until) holds. Blocks may be cut anywhere, within a character too:
 * the censuses of all blocks of a text, added up, are the census of the text. */
void text_count(struct str text, size_t from, size_t until, struct text_census *census);
void text_census_add(struct text_census *sum, const struct text_census *next);

/* What the file holds behind its byte order mark. */
struct str text_without_mark(struct str bytes);

/* Decides on the encoding by the census of the whole text (which has no byte order
 * mark): *out is the text itself, or a copy of it in the arena. Returns false when the
 * file cannot be read as text; the fault is in the report then. */
bool text_settle(struct arena *arena, const struct source_file *file, struct str text,
    const struct text_census *census, struct str *out, struct report *report);

/* All of that in one go, for small files. */
bool text_read(struct arena *arena, const struct source_file *file, struct str *out,
    struct report *report);

/* The bytes are no text: NULs or control characters stand early in them. */
bool text_is_binary(struct str bytes);

/* Reports such a file, or one that is UTF-16. */
void text_report_binary(struct str bytes, struct str file, struct report *report);

/* Line and column, in characters, of an offset into the text. Lines end with a line
 * feed, or with a carriage return in a text that has no line feed. */
struct place text_place(struct str text, size_t offset, struct str file);

#endif
