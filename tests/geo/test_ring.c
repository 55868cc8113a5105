#include "geo/ring.h"

#include <math.h>

#include "../unit.h"

/* Around the points in turn, until as many as there are. */
static struct geo_ring
ring_of(struct geo_point *points, uint32_t count)
{
	return (struct geo_ring){ .at = points, .count = count };
}

START_TEST(test_area)
{
	struct geo_point square[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
	struct geo_point back[] = { { 0, 10 }, { 10, 10 }, { 10, 0 }, { 0, 0 } };
	struct geo_point far[] = { { 600000, 1200000 }, { 600003, 1200000 },
		{ 600000, 1200004 } };
	struct geo_ring all = ring_of(square, 4), none = ring_of(square, 0);
	struct geo_ring reversed = ring_of(back, 4), small = ring_of(far, 3);

	ck_assert_double_eq(ring_area(&all), 100);
	ck_assert_double_eq(ring_area(&reversed), 100);
	ck_assert_double_eq(ring_area(&none), 0);
	ck_assert_double_eq(ring_area(&small), 6);
}
END_TEST

/* Of a C the middle of the box lies outside; the label goes into its back. */
START_TEST(test_room)
{
	struct geo_point square[] = { { 0, 0 }, { 1000, 0 }, { 1000, 1000 },
		{ 0, 1000 } };
	struct geo_point c[] = { { 0, 0 }, { 1000, 0 }, { 1000, 100 }, { 400, 100 },
		{ 400, 900 }, { 1000, 900 }, { 1000, 1000 }, { 0, 1000 } };
	struct geo_ring ring = ring_of(square, 4);
	struct ring_room room = ring_room(&ring, 1);

	ck_assert_double_eq_tol(room.radius, 500, 10);
	ck_assert_int_eq(room.middle.x, 500);
	ck_assert_int_eq(room.middle.y, 500);
	ring = ring_of(c, 8);
	room = ring_room(&ring, 1);
	ck_assert_int_lt(room.middle.x, 300);
	ck_assert_double_eq_tol(room.radius, 200, 15);
}
END_TEST

/* A town in the middle of its county. */
START_TEST(test_room_beside_a_hole)
{
	struct geo_point outline[] = { { 0, 0 }, { 1000, 0 }, { 1000, 1000 },
		{ 0, 1000 } };
	struct geo_point hole[] = { { 300, 300 }, { 300, 900 }, { 900, 900 },
		{ 900, 300 } };
	const struct geo_ring rings[] = { ring_of(outline, 4), ring_of(hole, 4) };
	struct ring_room room = ring_room(rings, 2);

	ck_assert(room.middle.x < 300 || room.middle.y < 300);
	ck_assert_double_eq_tol(room.radius, 176, 10);
}
END_TEST

START_TEST(test_no_room)
{
	struct geo_point line[] = { { 5, 5 }, { 5, 5 }, { 5, 5 } };
	struct geo_ring ring = ring_of(line, 3), two = ring_of(line, 2);

	ck_assert_double_eq(ring_room(&ring, 1).radius, 0);
	ck_assert_double_eq(ring_room(&two, 1).radius, 0);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("ring");

	tcase_add_test(tcase, test_area);
	tcase_add_test(tcase, test_room);
	tcase_add_test(tcase, test_room_beside_a_hole);
	tcase_add_test(tcase, test_no_room);
	return unit_run("ring", tcase);
}
