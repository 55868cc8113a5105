#include "calc/gather.h"

#include <stdlib.h>

static void
add_group(struct gathered *g, const struct calc_request *request, uint32_t number,
    const struct str *cells)
{
	size_t by_count = request->by_count, from = number * by_count;

	g->group_count = number + 1;
	if (from + by_count > g->cell_room) {
		g->cell_room = (from + by_count) * 2;
		g->cells = memory_grow(g->cells, g->cell_room, sizeof *g->cells);
	}
	for (size_t i = 0; i < by_count; i++)
		g->cells[from + i] = cells[i];
}

/* The number of the group a record belongs to, new or known. Its cells are the key as
 * a CSV would have them, so that no two groups have the same. */
static uint32_t
group_of(struct gathered *g, struct arena *arena, const struct calc_request *request,
    const struct sheet *sheet, const struct csv *csv)
{
	struct str cells[CALC_BY], key;
	uint32_t number;

	g->key.len = 0;
	for (size_t i = 0; i < request->by_count; i++) {
		cells[i] = str_trim(csv_text(arena, &csv->cells[sheet->by[i]]));
		buf_add_cell(&g->key, cells[i]);
		buf_add_char(&g->key, ',');
	}
	key = buf_str(&g->key);
	number = table_find(&g->keys, key);
	if (number == TABLE_NONE) {
		number = table_add(&g->keys, str_copy(arena, key));
		add_group(g, request, number, cells);
	}
	return number;
}

static struct gathered_row *
next_row(struct gathered *g)
{
	if (g->count == g->row_room) {
		g->row_room = g->row_room ? g->row_room * 2 : 256;
		g->rows = memory_grow(g->rows, g->row_room, sizeof *g->rows);
	}
	return &g->rows[g->count++];
}

static void
sort_by_group(struct gathered *g)
{
	size_t *next;

	g->first = memory_take(g->group_count + 1, sizeof *g->first);
	g->members = memory_take(g->count, sizeof *g->members);
	for (size_t i = 0; i < g->count; i++)
		g->first[g->rows[i].group + 1]++;
	for (size_t i = 0; i < g->group_count; i++) {
		if (g->first[i + 1] > g->largest)
			g->largest = g->first[i + 1];
		g->first[i + 1] += g->first[i];
	}
	next = memory_take(g->group_count, sizeof *next);
	memcpy(next, g->first, g->group_count * sizeof *next);
	for (size_t i = 0; i < g->count; i++)
		g->members[next[g->rows[i].group]++] = i;
	free(next);
}

void
gather_rows(struct gathered *gathered, struct arena *arena,
    const struct calc_request *request, const struct sheet *sheet, struct csv *csv)
{
	struct err err;

	*gathered = (struct gathered){ 0 };
	while (csv_next(csv)) {
		struct gathered_row *row = next_row(gathered);
		*row = (struct gathered_row){ .line = csv->line };
		row->group = group_of(gathered, arena, request, sheet, csv);
		if (!sheet_row(sheet, arena, request, csv, &row->row, &err))
			row->fault = str_c(arena, str_of(err.text));
	}
	sort_by_group(gathered);
}

void
gathered_done(struct gathered *gathered)
{
	free(gathered->rows);
	free(gathered->cells);
	free(gathered->first);
	free(gathered->members);
	table_done(&gathered->keys);
	buf_done(&gathered->key);
}
