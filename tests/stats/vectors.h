/* tests/stats/vectors.h - reference vectors: a CSV file whose cells are asked for by
 * the name of their column.
 *
 * The files come from the reference implementation and stay outside the repository.
 * Cells hold numbers, NA or NaN, Inf, and words; those with commas in quotes. */
#ifndef TESTS_VECTORS_H
#define TESTS_VECTORS_H

#include "base/err.h"
#include "base/file.h"

struct arena;

struct vectors {
	struct file file;
	struct str *names, *cells; /* cells row by row; views into the file */
	size_t columns, rows;
};

/* Fails when the file cannot be read or a row has not as many cells as the header. */
MUST_CHECK bool vectors_open(struct vectors *vectors, struct arena *arena,
    const char *directory, const char *name, struct err *err);
void vectors_close(struct vectors *vectors);

/* No such column, or no number where one is asked for, ends the program. */
struct str vectors_text(const struct vectors *vectors, size_t row, const char *column);
double vectors_number(const struct vectors *vectors, size_t row, const char *column);

#endif
