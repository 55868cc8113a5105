#include "source/neighbours.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/table.h"
#include "source/csv.h"
#include "source/text.h"

enum { SPELLINGS = 5, MOST_RANK = 10000 };

/* Names of columns, folded: those of our own first, then what others call them. */
static const char *const area_names[SPELLINGS] = { "areacode", "code", "area", "lacode",
	"ladcode" };
static const char *const neighbour_names[SPELLINGS] = { "neighbourcode", "neighborcode",
	"neighbourareacode", "nearestneighbourcode", "neighbour" };
static const char *const rank_names[SPELLINGS] = { "rank", "position", "neighbourrank",
	"order", NULL };
static const char *const kind_names[SPELLINGS] = { "kind", "neighbourtype", "type",
	"model", NULL };
static const char *const distance_names[SPELLINGS] = { "distance", "score",
	"statisticaldistance", NULL, NULL };

static size_t
column(const struct header *header, const char *const names[SPELLINGS])
{
	size_t at = SIZE_MAX;

	for (size_t i = 0; i < SPELLINGS && names[i] && at == SIZE_MAX; i++)
		at = header_find(header, names[i]);
	return at;
}

bool
neighbours_is_table(const struct header *header)
{
	return column(header, area_names) != SIZE_MAX &&
	       column(header, neighbour_names) != SIZE_MAX;
}

struct reader {
	struct arena *arena;
	struct csv *csv;
	struct report *report;
	size_t area, neighbour, rank, kind, distance; /* columns */
	struct table pairs; /* of kind and area: how many neighbours so far */
	uint32_t *counts;
	struct table seen; /* kind, area and neighbour; kind, area and rank */
};

static struct str
cell_text(const struct reader *reader, size_t at)
{
	if (at == SIZE_MAX)
		return STR("");
	/* What is not quoted is a view into the file. */
	return str_copy(
	    reader->arena, str_squeeze(reader->arena,
			       csv_text(reader->arena, &reader->csv->cells[at])));
}

static bool
refuse(const struct reader *reader, size_t at, const char *what, struct str text,
    const char *wanted)
{
	report_fault(reader->report, csv_place(reader->csv, &reader->csv->cells[at]),
	    "%s '%.*s'; wanted %s", what, STR_ARG(text), wanted);
	return false;
}

static bool
read_numbers(const struct reader *reader, struct neighbour_row *out)
{
	struct str rank = cell_text(reader, reader->rank);
	struct str distance = cell_text(reader, reader->distance);
	uint64_t whole = 0;

	out->distance = (double)NAN;
	if (rank.len &&
	    (!number_parse_whole(rank, &whole) || whole < 1 || whole > MOST_RANK))
		return refuse(reader, reader->rank, "rank", rank,
		    "a whole number from 1 for the most alike");
	out->rank = (uint32_t)whole;
	if (distance.len &&
	    (!number_parse(distance, &out->distance) || !(out->distance >= 0)))
		return refuse(reader, reader->distance, "distance", distance,
		    "a number of 0 or more");
	return true;
}

/* Numbers the rows that have no rank, and keeps rows of an area apart. */
static bool
place_row(struct reader *reader, struct neighbour_row *out)
{
	struct arena *arena = reader->arena;
	struct str pair =
	    str_print(arena, "%.*s\x1f%.*s", STR_ARG(out->kind), STR_ARG(out->area));
	uint32_t pairs = reader->pairs.count, before = reader->seen.count;
	uint32_t number = table_add(&reader->pairs, pair);

	if (reader->pairs.count > pairs) {
		reader->counts = memory_grow(
		    reader->counts, reader->pairs.count, sizeof *reader->counts);
		reader->counts[number] = 0;
	}
	reader->counts[number]++;
	if (!out->rank)
		out->rank = reader->counts[number];
	table_add(&reader->seen,
	    str_print(arena, "%.*s\x1f%.*s", STR_ARG(pair), STR_ARG(out->neighbour)));
	if (reader->seen.count == before)
		return refuse(reader, reader->neighbour, "a second time the neighbour",
		    out->neighbour, "each once for an area");
	table_add(
	    &reader->seen, str_print(arena, "%.*s\x1f%u", STR_ARG(pair), out->rank));
	if (reader->seen.count == before + 1)
		return refuse(reader, reader->neighbour,
		    "a second neighbour of the same rank,", out->neighbour,
		    "one for each rank");
	return true;
}

static bool
read_row(struct reader *reader, struct neighbour_row *out)
{
	struct csv *csv = reader->csv;

	*out = (struct neighbour_row){
		.area = cell_text(reader, reader->area),
		.neighbour = cell_text(reader, reader->neighbour),
		.kind = cell_text(reader, reader->kind),
		.place = csv_place(csv, &csv->cells[reader->neighbour]),
	};
	if (!out->area.len || !out->neighbour.len)
		return refuse(reader, out->area.len ? reader->neighbour : reader->area,
		    "no code of an area", STR(""), "one such as 'E06000016'");
	if (str_equal(out->area, out->neighbour))
		return refuse(reader, reader->neighbour, "its own neighbour",
		    out->neighbour, "another area");
	return read_numbers(reader, out) && place_row(reader, out);
}

static void
read_rows(struct reader *reader, struct neighbour_list *out)
{
	struct neighbour_row *rows = NULL, row;
	size_t room = 0, count = 0;

	while (csv_next(reader->csv)) {
		if (!read_row(reader, &row))
			continue;
		if (!rows || count == room) {
			room = room ? room * 2 : 64;
			rows = memory_grow(rows, room, sizeof *rows);
		}
		rows[count++] = row;
	}
	out->at = ARENA_NEW(reader->arena, struct neighbour_row, count);
	for (; out->count < count; out->count++)
		out->at[out->count] = rows[out->count];
	free(rows);
}

void
neighbours_read(struct arena *arena, const struct source_file *file,
    struct neighbour_list *out, struct report *report)
{
	struct reader reader = {
		.arena = arena,
		.csv = ARENA_NEW(arena, struct csv, 1),
		.report = report,
	};
	struct header header;
	struct str text;

	*out = (struct neighbour_list){ 0 };
	if (!text_read(arena, file, &text, report))
		return;
	csv_init(reader.csv, text, csv_feed(text), 1, file->path, report);
	if (!csv_next(reader.csv))
		return;
	header = header_of(arena, reader.csv);
	if (!neighbours_is_table(&header)) {
		report_fault(report,
		    (struct place){ .file = file->path, .line = 1, .column = 1 },
		    "this is no table of neighbours; wanted the codes of areas and of "
		    "neighbours");
		return;
	}
	reader.area = column(&header, area_names);
	reader.neighbour = column(&header, neighbour_names);
	reader.rank = column(&header, rank_names);
	reader.kind = column(&header, kind_names);
	reader.distance = column(&header, distance_names);
	read_rows(&reader, out);
	table_done(&reader.pairs);
	table_done(&reader.seen);
	free(reader.counts);
}
