#include "geo/simplify.h"

#include <math.h>

/* The points still there, as a heap with the smallest triangle on top, and as a chain.
 */
struct heap {
	const struct geo_point *line;
	uint32_t *items, *places; /* of the heap; where each point is in it */
	uint32_t count;
	uint32_t *before, *behind;
	double *areas;
};

static double
triangle(struct geo_point a, struct geo_point b, struct geo_point c)
{
	double abx = (double)b.x - a.x, aby = (double)b.y - a.y;
	double acx = (double)c.x - a.x, acy = (double)c.y - a.y;

	return fabs(abx * acy - acx * aby) / 2;
}

/* Ties by place, so that the outcome does not depend on how the heap came about. */
static int
is_less(const struct heap *heap, uint32_t a, uint32_t b)
{
	return heap->areas[a] < heap->areas[b] ||
	       (!(heap->areas[b] < heap->areas[a]) && a < b);
}

static void
put(struct heap *heap, uint32_t at, uint32_t item)
{
	heap->items[at] = item;
	heap->places[item] = at;
}

static void
rise(struct heap *heap, uint32_t at)
{
	uint32_t item = heap->items[at];

	while (at > 0 && is_less(heap, item, heap->items[(at - 1) / 2])) {
		put(heap, at, heap->items[(at - 1) / 2]);
		at = (at - 1) / 2;
	}
	put(heap, at, item);
}

static void
sink(struct heap *heap, uint32_t at)
{
	uint32_t item = heap->items[at];

	for (;;) {
		uint32_t child = at * 2 + 1;
		if (child >= heap->count)
			break;
		if (child + 1 < heap->count &&
		    is_less(heap, heap->items[child + 1], heap->items[child]))
			child++;
		if (!is_less(heap, heap->items[child], item))
			break;
		put(heap, at, heap->items[child]);
		at = child;
	}
	put(heap, at, item);
}

static uint32_t
take_least(struct heap *heap)
{
	uint32_t least = heap->items[0], last = heap->items[--heap->count];

	if (heap->count) {
		put(heap, 0, last);
		sink(heap, 0);
	}
	return least;
}

/* Measures a point between the ends once more. */
static void
measure(struct heap *heap, uint32_t point, uint32_t last)
{
	if (point == 0 || point == last)
		return;
	heap->areas[point] = triangle(heap->line[heap->before[point]],
	    heap->line[point], heap->line[heap->behind[point]]);
	rise(heap, heap->places[point]);
	sink(heap, heap->places[point]);
}

static struct heap
heap_of(struct arena *arena, const struct geo_point *line, uint32_t count)
{
	struct heap heap = {
		.line = line,
		.items = ARENA_NEW(arena, uint32_t, count),
		.places = ARENA_NEW(arena, uint32_t, count),
		.before = ARENA_NEW(arena, uint32_t, count),
		.behind = ARENA_NEW(arena, uint32_t, count),
		.areas = ARENA_NEW(arena, double, count),
	};

	for (uint32_t i = 1; i + 1 < count; i++) {
		heap.before[i] = i - 1;
		heap.behind[i] = i + 1;
		heap.areas[i] = triangle(line[i - 1], line[i], line[i + 1]);
		put(&heap, heap.count, i);
		rise(&heap, heap.count++);
	}
	return heap;
}

void
simplify_weigh(struct arena *arena, const struct geo_point *line, uint32_t count,
    uint32_t always, uint32_t *weights)
{
	const double most = WEIGHT_ALWAYS - 1.0;
	struct heap heap;
	double weight = 0;

	for (uint32_t i = 0; i < count; i++)
		weights[i] = WEIGHT_ALWAYS;
	if (count < 3)
		return;
	heap = heap_of(arena, line, count);
	while (heap.count > always) {
		uint32_t point = take_least(&heap);
		uint32_t before = heap.before[point], behind = heap.behind[point];
		weight = fmax(weight, heap.areas[point]);
		weights[point] = (uint32_t)fmin(weight, most);
		heap.behind[before] = behind;
		heap.before[behind] = before;
		measure(&heap, before, count - 1);
		measure(&heap, behind, count - 1);
	}
}
