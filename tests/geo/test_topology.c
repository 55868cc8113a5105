#include "geo/topology.h"

#include <stdbool.h>

#include "../unit.h"
#include "geo/simplify.h"

enum { MOST = 40 };

/* Walks a ring along its links at some weight, without repeating the last point. */
static uint32_t
walk(const struct topology *t, uint32_t ring, uint32_t least, struct geo_point *out)
{
	uint32_t count = 0;

	for (uint32_t l = 0; l < t->rings[ring].count; l++) {
		uint32_t link = t->links[t->rings[ring].first + l];
		const struct geo_range *arc = &t->arcs[link / 2];
		for (uint32_t i = 0; i < arc->count; i++) {
			uint32_t v = link % 2 ? arc->count - 1 - i : i;
			const struct geo_vertex *at = &t->vertices[arc->first + v];
			if (at->weight < least)
				continue;
			/* Links meet where they say they do. */
			if (l && i == 0)
				ck_assert(at->point.x == out[count - 1].x &&
					  at->point.y == out[count - 1].y);
			else
				out[count++] = at->point;
		}
	}
	if (count > 1)
		ck_assert(out[0].x == out[count - 1].x && out[0].y == out[count - 1].y);
	return count ? count - 1 : 0;
}

/* The same places in the same order, wherever the ring begins. */
static void
must_be_same(const struct geo_ring *ring, const struct geo_point *got, uint32_t count)
{
	uint32_t shift = 0;

	ck_assert_uint_eq(count, ring->count);
	while (shift < count &&
	       (ring->at[shift].x != got[0].x || ring->at[shift].y != got[0].y))
		shift++;
	for (uint32_t i = 0; i < count; i++) {
		const struct geo_point *want = &ring->at[(i + shift) % count];
		ck_assert(want->x == got[i].x && want->y == got[i].y);
	}
}

/* Two squares with a bent border between them, and an island in a lake of the right one
 * (the hole and the island are two rings of the same places). */
static struct geo_point left_square[] = { { 0, 0 }, { 100, 0 }, { 110, 50 },
	{ 100, 100 }, { 0, 100 } };
static struct geo_point right_square[] = { { 200, 0 }, { 200, 100 }, { 100, 100 },
	{ 110, 50 }, { 100, 0 } };
static struct geo_point lake[] = { { 150, 40 }, { 150, 60 }, { 170, 60 }, { 170, 40 } };
static struct geo_point island[] = { { 170, 40 }, { 170, 60 }, { 150, 60 },
	{ 150, 40 } };
static struct geo_point speck[] = { { 500, 500 }, { 500, 500 }, { 501, 500 } };
static const struct geo_ring rings[] = { { left_square, 5 }, { right_square, 5 },
	{ lake, 4 }, { island, 4 }, { speck, 3 } };

START_TEST(test_shared)
{
	AUTO_ARENA arena = { 0 };
	struct topology t;
	struct geo_point got[MOST];

	topology_make(&arena, rings, 5, 0, &t);
	/* The border, the rest of either square, the shore. */
	ck_assert_uint_eq(t.arc_count, 4);
	ck_assert_uint_eq(t.rings[0].count, 2);
	ck_assert_uint_eq(t.rings[1].count, 2);
	ck_assert_uint_eq(t.rings[2].count, 1);
	ck_assert_uint_eq(t.links[t.rings[2].first] ^ 1u, t.links[t.rings[3].first]);
	ck_assert_uint_eq(t.rings[4].count, 0);
	for (uint32_t r = 0; r < 4; r++)
		must_be_same(&rings[r], got, walk(&t, r, 0, got));
}
END_TEST

/* Whatever is left out, no ring falls into a line. */
START_TEST(test_never_nothing)
{
	AUTO_ARENA arena = { 0 };
	struct topology t;
	struct geo_point got[MOST];

	topology_make(&arena, rings, 5, 1e9, &t);
	for (uint32_t r = 0; r < 4; r++)
		ck_assert_uint_ge(walk(&t, r, WEIGHT_ALWAYS, got), 3);
}
END_TEST

/* A grid of squares with bent sides: whatever the weight, what one ring has on a border
 * its neighbour has too, so that areas of all rings always add up to the whole. */
enum { SIDE = 6, CELL = 1000, BENDS = 4, RING = 4 * (BENDS + 1) };

static int32_t
bend(int a, int b, int c)
{
	unsigned long long state =
	    (unsigned long long)(a * 10007 + b * 101 + c * 7 + 1);

	return (int32_t)(unit_random(&state) % 300) - 150;
}

/* The points from corner (x, y) along the side that goes right or up, bent unless the
 * side is at the edge of all. */
static struct geo_point
side_point(int x, int y, bool up, int k)
{
	int along = k * CELL / (BENDS + 1);
	bool edge = up ? x == 0 || x == SIDE : y == 0 || y == SIDE;
	int32_t off = k == 0 || k == BENDS + 1 || edge ? 0 : bend(x, y, k * 2 + up);

	return up ? (struct geo_point){ x * CELL + off, y * CELL + along }
		  : (struct geo_point){ x * CELL + along, y * CELL + off };
}

static void
make_cell(int x, int y, struct geo_point *at)
{
	for (int k = 0; k <= BENDS; k++) {
		at[k] = side_point(x, y, false, k);
		at[k + BENDS + 1] = side_point(x + 1, y, true, k);
		at[k + 2 * (BENDS + 1)] = side_point(x, y + 1, false, BENDS + 1 - k);
		at[k + 3 * (BENDS + 1)] = side_point(x, y, true, BENDS + 1 - k);
	}
}

static double
signed_area(const struct geo_point *at, uint32_t count)
{
	double twice = 0;

	for (uint32_t i = 0; i < count; i++) {
		const struct geo_point *a = &at[i], *b = &at[(i + 1) % count];
		twice += (double)a->x * b->y - (double)b->x * a->y;
	}
	return twice / 2;
}

START_TEST(test_no_slivers)
{
	static const struct {
		uint32_t weight;
		double area;
	} weights[] = {
		{ 0, 36e6 }, { 1000, 36e6 }, { 20000, 36e6 }, { 60000, 36e6 },
		{ WEIGHT_ALWAYS, 34e6 }, /* but for the four outermost corners */
	};
	AUTO_ARENA arena = { 0 };
	struct geo_point points[SIDE * SIDE][RING], got[MOST];
	struct geo_ring cells[SIDE * SIDE];
	struct topology t;

	for (int i = 0; i < SIDE * SIDE; i++) {
		make_cell(i % SIDE, i / SIDE, points[i]);
		cells[i] = (struct geo_ring){ points[i], RING };
	}
	topology_make(&arena, cells, SIDE * SIDE, 0, &t);
	ck_assert_uint_lt(t.arc_count, 2 * SIDE * (SIDE + 1) + 1);
	for (size_t w = 0; w < ROWS(weights); w++) {
		double all = 0;
		for (uint32_t r = 0; r < SIDE * SIDE; r++)
			all += signed_area(got, walk(&t, r, weights[w].weight, got));
		ck_assert_double_eq_tol(all, weights[w].area, 1e-3);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("topology");

	tcase_add_test(tcase, test_shared);
	tcase_add_test(tcase, test_never_nothing);
	tcase_add_test(tcase, test_no_slivers);
	return unit_run("topology", tcase);
}
