#include "build/naming.h"

#include <stdlib.h>

struct candidate {
	struct str text;
	uint32_t met;
	naming_order *order;
};

static int
order_candidates(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int order = x->order ? x->order(x->text, y->text) : 0;

	return order ? order : (x->met > y->met) - (x->met < y->met);
}

static void
number_all(struct naming *naming, struct arena *arena, naming_order *order)
{
	uint32_t met = naming->table.count;
	struct candidate *sorted = memory_take(met, sizeof *sorted);

	for (uint32_t i = 0; i < met; i++)
		sorted[i] = (struct candidate){
			.text = naming->table.texts[i],
			.met = i,
			.order = order,
		};
	if (order)
		qsort(sorted, met, sizeof *sorted, order_candidates);
	naming->place = ARENA_NEW(arena, uint32_t, met);
	naming->first = ARENA_NEW(arena, uint32_t, met);
	for (uint32_t i = 0; i < met; i++) {
		bool same =
		    order && i > 0 && order(sorted[i - 1].text, sorted[i].text) == 0;
		if (!same)
			naming->first[naming->count++] = sorted[i].met;
		naming->place[sorted[i].met] = naming->count - 1;
	}
	free(sorted);
}

void
naming_make(struct naming *naming, struct arena *arena,
    const struct table *const *tables, size_t batch_count, naming_order *order)
{
	naming->numbers = ARENA_NEW(arena, uint32_t *, batch_count);
	for (size_t b = 0; b < batch_count; b++) {
		naming->numbers[b] = ARENA_NEW(arena, uint32_t, tables[b]->count);
		for (uint32_t i = 0; i < tables[b]->count; i++)
			naming->numbers[b][i] =
			    table_add(&naming->table, tables[b]->texts[i]);
	}
	number_all(naming, arena, order);
	for (size_t b = 0; b < batch_count; b++)
		for (uint32_t i = 0; i < tables[b]->count; i++)
			naming->numbers[b][i] = naming->place[naming->numbers[b][i]];
}

void
naming_done(struct naming *naming)
{
	table_done(&naming->table);
}

struct str
naming_text(const struct naming *naming, uint32_t number)
{
	return naming->table.texts[naming->first[number]];
}
