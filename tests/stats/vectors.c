#include "vectors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"

static size_t
count_char(struct str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.at[i] == c;
	return n;
}

/* Cuts the first cell off the line. One in quotes may hold commas, and quotes, which
 * stay doubled as they are. */
static struct str
take_cell(struct str *line)
{
	size_t end = 1;

	if (!str_starts(*line, STR("\"")))
		return str_trim(str_cut(line, ','));
	while (
	    end < line->len &&
	    (line->at[end] != '"' || (end + 1 < line->len && line->at[end + 1] == '"')))
		end += line->at[end] == '"' ? 2 : 1;
	struct str cell = str_slice(*line, 1, end);
	*line = str_slice(*line, end, line->len);
	str_cut(line, ',');
	return cell;
}

static bool
take_row(struct str line, struct str *cells, size_t columns)
{
	size_t taken = 0;

	while (line.at && taken < columns)
		cells[taken++] = take_cell(&line);
	return taken == columns && !line.at;
}

bool
vectors_open(struct vectors *vectors, struct arena *arena, const char *directory,
    const char *name, struct err *err)
{
	struct str path = str_print(arena, "%s/%s", directory, name);

	*vectors = (struct vectors){ 0 };
	if (!file_open(&vectors->file, path.at, err))
		return false;
	struct str rest = vectors->file.bytes;
	size_t lines = count_char(rest, '\n') + 1;
	struct str header = str_cut(&rest, '\n');
	vectors->columns = count_char(header, ',') + 1;
	vectors->names = ARENA_NEW(arena, struct str, vectors->columns);
	take_row(header, vectors->names, vectors->columns);
	vectors->cells = ARENA_NEW(arena, struct str, lines * vectors->columns);
	while (rest.len) {
		struct str *row = vectors->cells + vectors->rows * vectors->columns;
		if (!take_row(str_cut(&rest, '\n'), row, vectors->columns))
			return err_set(err, FAULT_INPUT,
			    "'%s': row %zu has not %zu cells", name, vectors->rows + 1,
			    vectors->columns);
		vectors->rows++;
	}
	return true;
}

void
vectors_close(struct vectors *vectors)
{
	file_close(&vectors->file);
	vectors->rows = 0;
}

struct str
vectors_text(const struct vectors *vectors, size_t row, const char *column)
{
	for (size_t i = 0; i < vectors->columns; i++)
		if (str_equal(vectors->names[i], str_of(column)))
			return vectors->cells[row * vectors->columns + i];
	fprintf(stderr, "no column '%s'\n", column);
	abort();
}

double
vectors_number(const struct vectors *vectors, size_t row, const char *column)
{
	struct str text = vectors_text(vectors, row, column);
	double value;

	if (str_equal(text, STR("NA")) || str_equal(text, STR("NaN")))
		return (double)NAN;
	if (str_equal(text, STR("Inf")))
		return (double)INFINITY;
	if (number_parse(text, &value))
		return value;
	fprintf(stderr, "column '%s', row %zu: no number '%.*s'\n", column, row + 1,
	    STR_ARG(text));
	abort();
}
