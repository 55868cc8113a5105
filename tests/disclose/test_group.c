#include "disclose/group.h"

#include <string.h>

#include "../unit.h"
#include "disclose/protect.h"
#include "grid.h"

static const struct disclose_rule to_four = { .small = { 1, 4 }, .reach = { 1, 4 } };

/* A county of seven districts: 3 and 9 are hidden, 11 and 8 in the next one, the rest
 * and both totals are shown. Counts 0 and 8 are the counties. */
static void
add_counties(struct disclose_system *system)
{
	*system = (struct disclose_system){ .rule = &to_four };
	grid_row(system, (uint32_t[]){ 112, 3, 9, 10, 20, 30, 15, 25 }, 8);
	grid_row(system, (uint32_t[]){ 60, 4, 8, 5, 21, 22 }, 6);
	system->cells[1].state = system->cells[9].state = DISCLOSE_PRIMARY;
	system->cells[2].state = system->cells[10].state = DISCLOSE_SECONDARY;
}

static const struct {
	const char *name;
	uint32_t count, cells[8];
	const char *range;
	enum disclose_verdict verdict;
} groups[] = {
	{ "shown ones", 3, { 3, 4, 5 }, "60-60", DISCLOSE_KNOWN },
	{ "one shown", 1, { 3 }, "10-10", DISCLOSE_KNOWN },
	{ "a county", 7, { 1, 2, 3, 4, 5, 6, 7 }, "112-112", DISCLOSE_KNOWN },
	{ "all that is hidden of a county, and more", 3, { 1, 2, 3 }, "22-22",
	    DISCLOSE_KNOWN },
	{ "two counties", 2, { 0, 8 }, "172-172", DISCLOSE_KNOWN },
	{ "one hidden", 1, { 1 }, "1-11", DISCLOSE_REFUSED },
	{ "one hidden with others", 4, { 1, 3, 4, 5 }, "61-71", DISCLOSE_REFUSED },
	{ "its company", 2, { 2, 3 }, "11-21", DISCLOSE_REFUSED },
	/* 3 + 4 of 12 and 12 is 7: each can be from 1 to 6. */
	{ "one of each county", 2, { 1, 9 }, "2-22", DISCLOSE_SAFE },
	/* The large ones: 9 + 8 = 17, so that the small ones add up to 7 again. */
	{ "the company of each", 2, { 2, 10 }, "2-22", DISCLOSE_SAFE },
	/* 3 + 8 = 11, of which 8 is 12 less the other small one: that is 2 at least. */
	{ "a small one with a company", 4, { 1, 10, 3, 11 }, "17-37",
	    DISCLOSE_REFUSED },
};

START_TEST(test_groups)
{
	struct disclose_system system;
	struct disclose_range range;
	enum disclose_verdict verdict;
	struct err err;
	char text[32];

	add_counties(&system);
	ck_assert(disclose_group_range(
	    &system, groups[_i].cells, groups[_i].count, &range, &err));
	ck_assert_msg(strcmp(grid_range(range, text), groups[_i].range) == 0,
	    "%s: %s, want %s", groups[_i].name, text, groups[_i].range);
	ck_assert(disclose_group(&system, groups[_i].cells, groups[_i].count,
	    DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_msg(verdict == groups[_i].verdict, "%s", groups[_i].name);
	disclose_system_done(&system);
}
END_TEST

/* What can be asked on the spot does not depend on what is hidden. */
START_TEST(test_nothing_told)
{
	for (size_t i = 0; i < ROWS(groups); i++) {
		struct disclose_system system;
		struct disclose_range range;
		struct err err;
		char text[32];
		add_counties(&system);
		for (uint32_t cell = 0; cell < system.cell_count; cell++)
			if (system.cells[cell].state != DISCLOSE_SHOWN)
				system.cells[cell].value = DISCLOSE_MOST;
		ck_assert(disclose_group_range(
		    &system, groups[i].cells, groups[i].count, &range, &err));
		ck_assert_str_eq(grid_range(range, text), groups[i].range);
		disclose_system_done(&system);
	}
}
END_TEST

static void
publish(struct disclose_system *system, const uint32_t *cells, uint32_t count)
{
	uint32_t value = 0;

	for (uint32_t i = 0; i < count; i++)
		value += system->cells[cells[i]].value;
	uint32_t group = disclose_add_cell(system, DISCLOSE_LOCAL, value);
	disclose_add_sum(system, group, cells, count);
	disclose_keep(system, group, (struct disclose_range){ value, value });
}

/* Each of two groups is safe, both are not: a + b, a + c and b + c make a. */
START_TEST(test_after_others)
{
	struct disclose_system system = { .rule = &to_four };
	enum disclose_verdict verdict;
	struct err err;

	grid_row(&system, (uint32_t[]){ 39, 3, 7, 8, 9, 12 }, 6);
	system.cells[1].state = DISCLOSE_PRIMARY;
	for (uint32_t i = 2; i < 5; i++)
		system.cells[i].state = DISCLOSE_SECONDARY;
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 1, 2 }, 2, DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_SAFE);
	publish(&system, (uint32_t[]){ 1, 2 }, 2);
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 3, 4 }, 2, DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_KNOWN);
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 1, 3 }, 2, DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_SAFE);
	publish(&system, (uint32_t[]){ 1, 3 }, 2);
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 2, 3 }, 2, DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_REFUSED);
	disclose_system_done(&system);
}
END_TEST

/* A sum of four persons is itself hidden; in the country it is not. */
START_TEST(test_small_sum)
{
	struct disclose_rule rule = to_four;
	struct disclose_system system = { .rule = &rule };
	enum disclose_verdict verdict;
	struct err err;

	rule.exempt[DISCLOSE_NATIONAL] = true;
	for (uint32_t i = 0; i < 2; i++)
		disclose_add_cell(&system, DISCLOSE_LOCAL, 2);
	disclose_primary(&system);
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 0, 1 }, 2, DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_REFUSED);
	system.cells[0].value = 4;
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 0, 1 }, 2, DISCLOSE_NATIONAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_SAFE);
	disclose_system_done(&system);
}
END_TEST

/* Too little is left open of a count already: it must not become less. */
START_TEST(test_exposed)
{
	struct disclose_system system = { .rule = &to_four };
	enum disclose_verdict verdict;
	struct err err;

	grid_row(&system, (uint32_t[]){ 10, 1, 2, 7 }, 4);
	grid_row(&system, (uint32_t[]){ 30, 4, 26 }, 3);
	grid_row(&system, (uint32_t[]){ 40, 4, 36 }, 3);
	for (uint32_t i = 1; i < 9; i++)
		if (system.cells[i].value < 5)
			system.cells[i].state = DISCLOSE_PRIMARY;
	system.cells[6].state = system.cells[9].state = DISCLOSE_SECONDARY;
	/* 5 in all: one is 1 or 2, so that the other is 3 or 4. */
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 1, 5 }, 2, DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_REFUSED);
	/* The two that are open too little are in it together, 3 as everybody knows. */
	ck_assert(disclose_group(
	    &system, (uint32_t[]){ 1, 2, 5, 8 }, 4, DISCLOSE_LOCAL, &verdict, &err));
	ck_assert_int_eq(verdict, DISCLOSE_SAFE);
	disclose_system_done(&system);
}
END_TEST

static const struct {
	const char *name;
	uint32_t count, cells[2];
	const char *text;
} refused[] = {
	{ "of nobody", 0, { 0 }, "sum 2 has no parts" },
	{ "one twice", 2, { 3, 3 }, "sum 2 has count 3 twice, want it once" },
	{ "no such count", 1, { 99 }, "sum 2 is of count 99, want one of 15" },
};

START_TEST(test_refused)
{
	struct disclose_system system;
	struct disclose_range range;
	enum disclose_verdict verdict;
	struct err err;

	add_counties(&system);
	ck_assert_msg(!disclose_group_range(
			  &system, refused[_i].cells, refused[_i].count, &range, &err),
	    "%s", refused[_i].name);
	ck_assert_str_eq(err.text, refused[_i].text);
	ck_assert_msg(!disclose_group(&system, refused[_i].cells, refused[_i].count,
			  DISCLOSE_LOCAL, &verdict, &err),
	    "%s", refused[_i].name);
	disclose_system_done(&system);
}
END_TEST

START_TEST(test_too_large)
{
	struct disclose_system system = { .rule = &to_four };
	struct disclose_range range;
	struct err err;

	disclose_add_cell(&system, DISCLOSE_LOCAL, DISCLOSE_MOST);
	disclose_add_cell(&system, DISCLOSE_LOCAL, DISCLOSE_MOST);
	ck_assert(
	    !disclose_group_range(&system, (uint32_t[]){ 0, 1 }, 2, &range, &err));
	ck_assert_str_eq(err.text, "a group of more than 1000000000 persons");
	disclose_system_done(&system);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("group");

	ADD_ROWS(tcase, test_groups, groups);
	tcase_add_test(tcase, test_nothing_told);
	tcase_add_test(tcase, test_after_others);
	tcase_add_test(tcase, test_small_sum);
	tcase_add_test(tcase, test_exposed);
	ADD_ROWS(tcase, test_refused, refused);
	tcase_add_test(tcase, test_too_large);
	return unit_run("group", tcase);
}
