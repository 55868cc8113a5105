#include "disclose/net.h"

#include <string.h>

#include "../unit.h"
#include "grid.h"

static const struct disclose_rule nothing_small = { .small = { 1, 0 },
	.reach = { 1, 0 } };

/* Three rows side by side, the last two joined by a group of one count of each. */
static void
build(struct disclose_system *system)
{
	*system = (struct disclose_system){ .rule = &nothing_small };
	grid_row(system, (uint32_t[]){ 6, 1, 5 }, 3);
	grid_row(system, (uint32_t[]){ 9, 4, 5 }, 3);
	grid_row(system, (uint32_t[]){ 7, 3, 4 }, 3);
	disclose_add_sum(system, disclose_add_cell(system, DISCLOSE_LOCAL, 9),
	    (uint32_t[]){ 4, 8 }, 2);
}

START_TEST(test_sums)
{
	AUTO_ARENA arena = { 0 };
	struct disclose_system system;

	build(&system);
	struct net net = net_of(&arena, &system);
	/* The count 8 is a part of the third row and of the group. */
	ck_assert_uint_eq(net.from[9] - net.from[8], 2);
	ck_assert_uint_eq(net.sums[net.from[8]], 2);
	ck_assert_uint_eq(net.sums[net.from[8] + 1], 3);
	ck_assert_uint_eq(net_sum_until(&net, 3) - net_sum_from(&net, 3), 2);
	ck_assert_uint_eq(net_cell_at(&net, 3, net_sum_from(&net, 3) + 1), 8);
	ck_assert_int_eq(net_sign_at(&net, 3, net_sum_from(&net, 3) + 1), 1);
	ck_assert_uint_eq(net_cell_at(&net, 3, net_sum_until(&net, 3)), 9);
	ck_assert_int_eq(net_sign_at(&net, 3, net_sum_until(&net, 3)), -1);
	disclose_system_done(&system);
}
END_TEST

static const struct {
	const char *name;
	uint32_t count, cells[10], blocks;
	const char *text; /* the counts of a block, one figure each; blocks by commas */
} splits[] = {
	{ "all", 10, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 2, "012,3456789" },
	{ "without the group", 9, { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, 2, "012,345678" },
	{ "without what joins", 8, { 0, 1, 2, 3, 5, 6, 7, 9 }, 4, "012,35,67,9" },
	{ "some", 4, { 1, 2, 5, 6 }, 3, "12,5,6" },
	{ "one", 1, { 4 }, 1, "4" },
	{ "none", 0, { 0 }, 0, "" },
};

START_TEST(test_split)
{
	AUTO_ARENA arena = { 0 };
	struct disclose_system system;
	char text[40] = "";

	build(&system);
	struct net net = net_of(&arena, &system);
	/* Twice, since the marks have to be as they were. */
	for (int again = 0; again < 2; again++) {
		struct blocks blocks =
		    net_split(&arena, &net, splits[_i].cells, splits[_i].count);
		char *at = text;
		for (uint32_t i = 0; i < blocks.count; i++) {
			if (i > 0)
				*at++ = ',';
			for (uint32_t j = 0; j < blocks.blocks[i].count; j++)
				*at++ = (char)('0' + blocks.blocks[i].cells[j]);
		}
		*at = 0;
		ck_assert_msg(blocks.count == splits[_i].blocks, "%s", splits[_i].name);
		ck_assert_str_eq(text, splits[_i].text);
	}
	for (uint32_t i = 0; i < system.cell_count; i++)
		ck_assert_uint_eq(net.cell_marks[i], 0);
	for (uint32_t i = 0; i < system.sum_count; i++)
		ck_assert_uint_eq(net.sum_marks[i], 0);
	disclose_system_done(&system);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("net");

	tcase_add_test(tcase, test_sums);
	ADD_ROWS(tcase, test_split, splits);
	return unit_run("net", tcase);
}
