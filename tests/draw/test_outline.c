#include "draw/outline.h"

#include "../unit.h"

/* Ten metres a side, two squares side by side on a shared border with a bend of little
 * weight, and an islet of the second. */
static const struct release_vertex vertices[] = {
	{ 10, 0, UINT32_MAX },
	{ 11, 5, 2 },
	{ 10, 10, UINT32_MAX }, /* border */
	{ 10, 10, UINT32_MAX },
	{ 0, 10, 50 },
	{ 0, 0, 50 },
	{ 10, 0, UINT32_MAX },
	{ 10, 0, UINT32_MAX },
	{ 20, 0, 50 },
	{ 20, 10, 50 },
	{ 10, 10, UINT32_MAX },
	{ 30, 0, UINT32_MAX },
	{ 31, 0, UINT32_MAX },
	{ 31, 1, UINT32_MAX },
	{ 30, 0, UINT32_MAX },
};
static const struct release_arc arcs[] = { { 0, 3 }, { 3, 4 }, { 7, 4 }, { 11, 4 } };
static const uint32_t links[] = { 0, 2, 4, 1, 6 };
static const struct release_ring rings[] = { { 0, 2, 100 }, { 2, 2, 100 },
	{ 4, 1, 0.5 } };
static const struct release_shape shapes[] = { { 0, 0, 1, 5, 5, 5 },
	{ 1, 1, 2, 15, 5, 5 }, { 2, 2, 1, 30, 0, 0 } };
static const struct release release = {
	.shapes = shapes,
	.rings = rings,
	.links = links,
	.arcs = arcs,
	.vertices = vertices,
};

static const struct {
	const char *name;
	int shape;
	struct outline_frame frame;
	const char *path;
} cases[] = {
	{ "a pixel a metre", 0, { 0, 10, 0, 0, 1 },
	    "M100 100l10-50-10-50-100 0 0 100z" },
	{ "its neighbour without the islet", 1, { 0, 10, 0, 0, 1 },
	    "M100 100l100 0 0-100-100 0 10 50z" },
	{ "the same border in either", 1, { 0, 10, 0, 0, 4 },
	    "M400 400l400 0 0-400-400 0 40 200zM1200 400l40 0 0-40z" },
	{ "moved", 0, { 0, 10, 3, 2, 1 }, "M130 120l10-50-10-50-100 0 0 100z" },
	{ "small: the bend is gone", 0, { 0, 10, 0, 0, 0.5 },
	    "M50 50l0-50-50 0 0 50z" },
	{ "an islet that is all there is", 2, { 0, 10, 0, 0, 1 },
	    "M300 100l10 0 0-10z" },
};

START_TEST(test_path)
{
	AUTO_BUF got = { 0 };

	outline_path(&got, &release, &shapes[cases[_i].shape], &cases[_i].frame);
	ck_assert_msg(str_equal(buf_str(&got), str_of(cases[_i].path)), "%s: got %.*s",
	    cases[_i].name, STR_ARG(buf_str(&got)));
}
END_TEST

START_TEST(test_extent)
{
	struct outline_extent extent = outline_nowhere();

	ck_assert(extent.west > extent.east);
	outline_extend(&extent, &release, &shapes[0]);
	ck_assert_double_eq(extent.east, 11);
	outline_extend(&extent, &release, &shapes[1]);
	ck_assert_double_eq(extent.west, 0);
	ck_assert_double_eq(extent.east, 31);
	ck_assert_double_eq(extent.south, 0);
	ck_assert_double_eq(extent.north, 10);
}
END_TEST

START_TEST(test_clear)
{
	const struct outline_frame frame = { 0, 10, 0, 0, 1 };

	ck_assert(outline_is_clear(&release, &shapes[0], &frame, 12, 0, 20, 10));
	ck_assert(!outline_is_clear(&release, &shapes[0], &frame, 10.5, 1, 20, 9));
	ck_assert(!outline_is_clear(&release, &shapes[1], &frame, 29, 8, 32, 11));
}
END_TEST

START_TEST(test_square)
{
	AUTO_BUF got = { 0 };

	outline_square(&got, 1.5, 2, 30);
	ck_assert(str_equal(buf_str(&got), STR("M15 20h300v300h-300z")));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("outline");

	ADD_ROWS(tcase, test_path, cases);
	tcase_add_test(tcase, test_extent);
	tcase_add_test(tcase, test_clear);
	tcase_add_test(tcase, test_square);
	return unit_run("draw outline", tcase);
}
