#include "build/bucket.h"

#include <math.h>
#include <stdlib.h>

#include "base/task.h"
#include "build/relation.h"
#include "source/locate.h"

/* A larger table must have a row for one cell in so many. */
enum { SPARSE_CELLS = 16 * 1024 * 1024, CELLS_PER_ROW = 1000 };

/* What the pieces of work share. */
struct bucketing {
	struct collection *c;
	const struct bucket_numbers *numbers;
	uint32_t **series_of; /* [batch][group]: series */
	size_t **next;        /* [batch][group]: where its next row goes in the pool */
	struct report *reports;  /* one a series */
	struct link_list *links; /* one a series */
	uint64_t *repeated;      /* one a series */
};

/* Area and parent pairs of one series. */
struct link_list {
	struct release_relation *at;
	uint32_t count, room;
};

struct series_key {
	uint32_t parts[5]; /* indicator, area type, sex, age, category */
};

static int
order_keys(const void *a, const void *b)
{
	const struct series_key *x = a, *y = b;

	for (int i = 0; i < 5; i++)
		if (x->parts[i] != y->parts[i])
			return x->parts[i] < y->parts[i] ? -1 : 1;
	return 0;
}

static struct series_key
key_of(const struct bucketing *w, uint32_t batch, const struct group *g)
{
	return (struct series_key){ .parts = {
					w->numbers->indicators[batch][g->indicator],
					w->numbers->types[batch][g->area_type],
					g->sex,
					w->numbers->ages[batch][g->age],
					w->numbers->categories[batch][g->category],
				    } };
}

/* The distinct keys of all groups, in order; the caller frees them. */
static struct series_key *
all_keys(const struct bucketing *w, uint32_t *count)
{
	struct series_key *keys;
	size_t n = 0;

	for (uint32_t b = 0; b < w->c->batch_count; b++)
		n += w->c->batches[b].group_count;
	keys = memory_take(n, sizeof *keys);
	n = 0;
	for (uint32_t b = 0; b < w->c->batch_count; b++)
		for (uint32_t g = 0; g < w->c->batches[b].group_count; g++)
			keys[n++] = key_of(w, b, &w->c->batches[b].groups[g]);
	qsort(keys, n, sizeof *keys, order_keys);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || order_keys(&keys[*count - 1], &keys[i]) != 0)
			keys[(*count)++] = keys[i];
	return keys;
}

static void
make_series(struct bucketing *w)
{
	struct collection *c = w->c;
	struct series_key *keys = all_keys(w, &c->series_count);

	c->series = ARENA_NEW(&c->arena, struct collected_series, c->series_count);
	for (uint32_t i = 0; i < c->series_count; i++) {
		c->series[i].indicator = keys[i].parts[0];
		c->series[i].area_type = keys[i].parts[1];
		c->series[i].sex = keys[i].parts[2];
		c->series[i].age = keys[i].parts[3];
		c->series[i].category = keys[i].parts[4];
	}
	for (uint32_t b = 0; b < c->batch_count; b++) {
		const struct batch *batch = &c->batches[b];
		w->series_of[b] = ARENA_NEW(&c->arena, uint32_t, batch->group_count);
		w->next[b] = ARENA_NEW(&c->arena, size_t, batch->group_count);
		for (uint32_t g = 0; g < batch->group_count; g++) {
			struct series_key key = key_of(w, b, &batch->groups[g]);
			const struct series_key *found = bsearch(
			    &key, keys, c->series_count, sizeof *keys, order_keys);
			w->series_of[b][g] = (uint32_t)(found - keys);
		}
	}
	free(keys);
}

/* Room for the rows of each series, and in it the place of each group: series by
 * series, in each the batches in order. */
static void
place_rows(struct bucketing *w)
{
	struct collection *c = w->c;
	size_t at = 0;

	for (uint32_t b = 0; b < c->batch_count; b++)
		for (uint32_t g = 0; g < c->batches[b].group_count; g++)
			c->series[w->series_of[b][g]].row_count +=
			    c->batches[b].groups[g].row_count;
	for (uint32_t s = 0; s < c->series_count; s++) {
		c->series[s].rows = c->row_pool + at;
		c->series[s].cells = c->cell_pool + at;
		at += c->series[s].row_count;
		c->series[s].row_count = 0;
	}
	for (uint32_t b = 0; b < c->batch_count; b++)
		for (uint32_t g = 0; g < c->batches[b].group_count; g++) {
			struct collected_series *s = &c->series[w->series_of[b][g]];
			w->next[b][g] = (size_t)(s->rows - c->row_pool) + s->row_count;
			s->row_count += c->batches[b].groups[g].row_count;
		}
}

static void
scatter_rows(void *context, size_t b)
{
	struct bucketing *w = context;
	const struct batch *batch = &w->c->batches[b];

	for (size_t i = 0; i < batch->row_count; i++)
		w->c->row_pool[w->next[b][batch->rows[i].group]++] =
		    (struct row_ref){ .batch = (uint32_t)b, .row = (uint32_t)i };
}

/* Numbers seen: marks, then an ascending list and the place of each in it. */
struct seen {
	uint32_t *place; /* 0: not seen; later place + 1 */
	uint32_t *list;
	uint32_t count;
};

static void
list_seen(struct seen *seen, uint32_t all)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < all; i++)
		seen->count += seen->place[i] != 0;
	seen->list = memory_take(seen->count, sizeof *seen->list);
	for (uint32_t i = 0; i < all; i++)
		if (seen->place[i]) {
			seen->list[n++] = i;
			seen->place[i] = n;
		}
}

static uint32_t
row_columns(const struct row *row)
{
	uint32_t columns = 0;

	for (unsigned i = 0; i < COLUMN_NUMBERS; i++)
		if (!isnan(row->numbers[i]))
			columns |= 1u << i;
	if (row->note)
		columns |= 1u << COLUMN_NOTE;
	if (row->published)
		columns |= 1u << COLUMN_PUBLISHED;
	if (row->goal)
		columns |= 1u << COLUMN_GOAL;
	return columns;
}

static void
add_link(struct link_list *links, struct release_relation link)
{
	if (links->count == links->room) {
		links->room = links->room ? links->room * 2 : 64;
		links->at = memory_grow(links->at, links->room, sizeof *links->at);
	}
	links->at[links->count++] = link;
}

/* Which areas, periods, columns and parents the rows of a series name. */
static void
survey_series(struct bucketing *w, struct collected_series *s, struct seen *areas,
    struct seen *periods, struct link_list *links)
{
	const struct collection *c = w->c;
	uint32_t *last_parent = memory_take(c->area_count, sizeof *last_parent);

	s->columns = 1u << COLUMN_VALUE | 1u << COLUMN_MISSING | 1u << COLUMN_LINE |
		     1u << COLUMN_SOURCE;
	for (uint32_t i = 0; i < s->row_count; i++) {
		const struct row *row = collected_row(c, s->rows[i]);
		const uint32_t *numbers = w->numbers->areas[s->rows[i].batch];
		uint32_t area = numbers[row->area];
		areas->place[area] = 1;
		periods->place[w->numbers->periods[s->rows[i].batch][row->period]] = 1;
		s->columns |= row_columns(row);
		s->above_denominator |=
		    row->numbers[COLUMN_COUNT_OF] > row->numbers[COLUMN_DENOMINATOR];
		if (row->parent == TABLE_NONE ||
		    last_parent[area] == numbers[row->parent] + 1)
			continue;
		last_parent[area] = numbers[row->parent] + 1;
		add_link(links, (struct release_relation){ .type = s->area_type,
				    .parent = numbers[row->parent],
				    .area = area });
	}
	free(last_parent);
}

static bool
same_number(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

/* The first cell in which two rows of one figure differ, ROLE_COUNT when none does. */
static enum role
differing_cell(const struct collection *c, struct row_ref a, struct row_ref b)
{
	const struct row *x = collected_row(c, a), *y = collected_row(c, b);

	for (unsigned i = 0; i < COLUMN_NUMBERS; i++)
		if (!same_number(x->numbers[i], y->numbers[i]))
			return (enum role)(ROLE_VALUE + i);
	if (c->note_numbers[a.batch][x->note] != c->note_numbers[b.batch][y->note])
		return ROLE_NOTE;
	return ROLE_COUNT;
}

static void
report_conflict(const struct bucketing *w, const struct collected_series *s,
    struct row_ref first, struct row_ref again, enum role cell, struct report *report)
{
	const struct collection *c = w->c;
	const struct row *row = collected_row(c, again);
	struct place before = collected_place(c, first);
	struct place place = collected_place(c, again);
	uint32_t area = w->numbers->areas[again.batch][row->area];
	uint32_t period = w->numbers->periods[again.batch][row->period];

	place.column = locate_later(cell);
	report_fault(report, place,
	    "indicator '%.*s', area '%.*s', period '%.*s' has other figures at "
	    "%.*s:%llu; "
	    "wanted one row, or the same figures in both",
	    STR_ARG(c->indicators[s->indicator].key), STR_ARG(c->areas[area].code),
	    STR_ARG(c->periods[period].label), STR_ARG(before.file),
	    (unsigned long long)before.line);
}

/* Gives each row its cell; drops rows whose cell is taken. */
static void
place_cells(struct bucketing *w, size_t number, const struct seen *areas,
    const struct seen *periods)
{
	struct collected_series *s = &w->c->series[number];
	uint32_t *taken =
	    memory_take((size_t)areas->count * periods->count, sizeof *taken);
	uint32_t kept = 0;

	for (uint32_t i = 0; i < s->row_count; i++) {
		struct row_ref ref = s->rows[i];
		const struct row *row = collected_row(w->c, ref);
		uint32_t area = w->numbers->areas[ref.batch][row->area];
		uint32_t period = w->numbers->periods[ref.batch][row->period];
		uint32_t cell = (areas->place[area] - 1) * periods->count +
				periods->place[period] - 1;
		if (!taken[cell]) {
			s->rows[kept] = ref;
			s->cells[kept] = cell;
			taken[cell] = ++kept;
			continue;
		}
		struct row_ref first = s->rows[taken[cell] - 1];
		enum role differing = differing_cell(w->c, first, ref);
		if (differing == ROLE_COUNT)
			w->repeated[number]++;
		else
			report_conflict(
			    w, s, first, ref, differing, &w->reports[number]);
	}
	s->row_count = kept;
	free(taken);
}

/* A table of mostly nothing is not what anyone publishes; it would only eat memory. */
static bool
fits(const struct collected_series *s, const struct seen *areas,
    const struct seen *periods)
{
	uint64_t cells = (uint64_t)areas->count * periods->count;

	return cells < UINT32_MAX &&
	       (cells <= SPARSE_CELLS || cells / CELLS_PER_ROW <= s->row_count);
}

static void
shape_series(void *context, size_t number)
{
	struct bucketing *w = context;
	struct collected_series *s = &w->c->series[number];
	struct seen areas = { .place =
				  memory_take(w->c->area_count, sizeof(uint32_t)) };
	struct seen periods = { .place =
				    memory_take(w->c->period_count, sizeof(uint32_t)) };

	survey_series(w, s, &areas, &periods, &w->links[number]);
	list_seen(&areas, w->c->area_count);
	list_seen(&periods, w->c->period_count);
	if (fits(s, &areas, &periods)) {
		place_cells(w, number, &areas, &periods);
	} else {
		report_fault(&w->reports[number], collected_place(w->c, s->rows[0]),
		    "indicator '%.*s' has %u areas and %u periods but %u rows; wanted "
		    "figures for one in %d at least",
		    STR_ARG(w->c->indicators[s->indicator].key), areas.count,
		    periods.count, s->row_count, CELLS_PER_ROW);
		s->row_count = 0;
	}
	s->areas = areas.list;
	s->area_count = areas.count;
	s->periods = periods.list;
	s->period_count = periods.count;
	free(areas.place);
	free(periods.place);
}

/* The links of all series as one ordered list without repetitions. */
static void
join_links(struct bucketing *w)
{
	struct collection *c = w->c;
	size_t n = 0;

	for (uint32_t s = 0; s < c->series_count; s++)
		n += w->links[s].count;
	c->relations = memory_take(n, sizeof *c->relations);
	n = 0;
	for (uint32_t s = 0; s < c->series_count; s++) {
		if (w->links[s].count)
			memcpy(c->relations + n, w->links[s].at,
			    w->links[s].count * sizeof *c->relations);
		n += w->links[s].count;
		free(w->links[s].at);
	}
	c->relation_count = relation_sort(c->relations, (uint32_t)n);
}

void
bucket_rows(struct collection *collection, const struct bucket_numbers *numbers,
    size_t threads, struct report *report)
{
	struct collection *c = collection;
	struct bucketing w = { .c = c, .numbers = numbers };

	w.series_of = ARENA_NEW(&c->arena, uint32_t *, c->batch_count);
	w.next = ARENA_NEW(&c->arena, size_t *, c->batch_count);
	for (uint32_t b = 0; b < c->batch_count; b++)
		c->rows += c->batches[b].row_count;
	c->row_pool = memory_grow(NULL, c->rows, sizeof *c->row_pool);
	c->cell_pool = memory_grow(NULL, c->rows, sizeof *c->cell_pool);
	make_series(&w);
	place_rows(&w);
	task_run(threads, c->batch_count, scatter_rows, &w);
	w.reports = ARENA_NEW(&c->arena, struct report, c->series_count);
	w.links = ARENA_NEW(&c->arena, struct link_list, c->series_count);
	w.repeated = ARENA_NEW(&c->arena, uint64_t, c->series_count);
	task_run(threads, c->series_count, shape_series, &w);
	for (uint32_t s = 0; s < c->series_count; s++) {
		c->repeated += w.repeated[s];
		report_join(report, &w.reports[s]);
	}
	join_links(&w);
}
