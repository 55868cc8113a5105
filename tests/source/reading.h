/* tests/source/reading.h - what reading figures yields, as text that can be compared.
 */
#ifndef TESTS_SOURCE_READING_H
#define TESTS_SOURCE_READING_H

#include "base/buf.h"
#include "source/source_file.h"

/* Pieces that hold all of any test's input. */
enum { READING_WHOLE = 1 << 30 };

/* Reads the files and writes each row on a line, then all names, then the report. */
void reading_print(struct buf *out, const struct source_file *files, size_t count,
    size_t threads, size_t piece_bytes);

/* Reads one file "x.csv" and writes its report alone: "2:14: text", notes with "note: "
 * before the text; returns its rows. */
size_t reading_report(struct buf *out, struct str bytes);

#endif
