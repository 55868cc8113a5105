#include "disclose/attack.h"

#include <string.h>

#include "../unit.h"
#include "base/random.h"
#include "grid.h"
#include "small.h"

enum { MOST_CELLS = 24 };

static const struct disclose_rule rules[] = {
	{ .name = STR_IN_TABLE("1 to 4"), .small = { 1, 4 }, .reach = { 1, 4 } },
	{ .name = STR_IN_TABLE("zeros hide"),
	    .small = { 1, 4 },
	    .reach = { 1, 4 },
	    .zero_hides = true },
	{ .name = STR_IN_TABLE("told apart"),
	    .small = { 1, 4 },
	    .reach = { 1, 4 },
	    .told_apart = true },
	{ .name = STR_IN_TABLE("rounded"),
	    .small = { 1, 7 },
	    .reach = { 1, 0 },
	    .values = 2,
	    .base = { 5, 5, 0 },
	    .exempt = { false, false, true },
	    .told_apart = true },
};
enum { TO_FOUR, ZEROS_HIDE, TOLD_APART, ROUNDED };

static void
check_range(const char *name, const struct disclose_range *ranges, uint32_t cell,
    const char *want)
{
	char text[32];

	ck_assert_msg(strcmp(grid_range(ranges[cell], text), want) == 0,
	    "%s: count %u can be %s, want %s", name, cell, text, want);
}

static void
attack(const struct disclose_system *system, struct disclose_range *ranges)
{
	struct err err;

	ck_assert_uint_le(system->cell_count, MOST_CELLS);
	ck_assert_msg(disclose_attack(system, 1, ranges, &err), "%s", err.text);
}

/* A row, its total first; capital H is hidden as small, lower h for the sake of others,
 * a is absent, N the country's. All by hand. */
static const struct {
	const char *name;
	int rule;
	uint32_t count, values[6];
	const char *states;
	const char *want[6]; /* NULL for what is shown */
} rows[] = {
	{ "one hidden", TO_FOUR, 4, { 20, 3, 8, 9 }, " H  ", { 0, "3-3" } },
	{ "two hidden", TO_FOUR, 4, { 20, 3, 8, 9 }, " Hh ", { 0, "1-10", "1-10" } },
	{ "total hidden too", TO_FOUR, 4, { 20, 3, 8, 9 }, "hHh ",
	    { "11-", "1-", "1-" } },
	/* 15 = 10 + 3 + two of at least one: the third example of an issue of
	   tau-ARGUS. */
	{ "ones", TO_FOUR, 5, { 15, 10, 3, 1, 1 }, "   HH", { 0, 0, 0, "1-1", "1-1" } },
	{ "ones, and zeros hide", ZEROS_HIDE, 5, { 15, 10, 3, 1, 1 }, "   HH",
	    { 0, 0, 0, "0-2", "0-2" } },
	/* 0 = 0 + 0 + 0: the first example there. */
	{ "zeros", ZEROS_HIDE, 4, { 0, 0, 0, 0 }, " hh ", { 0, "0-0", "0-0" } },
	{ "told apart", TOLD_APART, 4, { 20, 3, 8, 9 }, " Hh ", { 0, "1-4", "7-10" } },
	{ "told apart, the end", TOLD_APART, 4, { 15, 1, 5, 9 }, " Hh ",
	    { 0, "1-1", "5-5" } },
	/* 19 in the country, one region shown as 20, which is 18 at least. */
	{ "rounded, exact total", ROUNDED, 3, { 19, 18, 1 }, "N H", { 0, 0, "1-1" } },
	{ "rounded", ROUNDED, 3, { 19, 18, 1 }, "  H", { 0, 0, "1-4" } },
	/* Persons of whom the sex is not known. */
	{ "with some unknown", TO_FOUR, 4, { 20, 3, 15, 2 }, " H a",
	    { 0, "1-5", 0, "0-4" } },
	/* 30 stands for 28 to 32, 20 for 18 to 22. */
	{ "rounded, far off", ROUNDED, 3, { 28, 22, 6 }, "  H", { 0, 0, "6-7" } },
};

START_TEST(test_row)
{
	struct disclose_system system = { .rule = &rules[rows[_i].rule] };
	struct disclose_range ranges[MOST_CELLS];

	grid_row(&system, rows[_i].values, rows[_i].count);
	for (uint32_t i = 0; i < rows[_i].count; i++) {
		char state = rows[_i].states[i];
		if (state == 'N')
			system.cells[i].level = DISCLOSE_NATIONAL;
		if (state == 'H')
			system.cells[i].state = DISCLOSE_PRIMARY;
		system.cells[i].absent = state == 'a';
		if (state == 'h')
			system.cells[i].state = DISCLOSE_SECONDARY;
	}
	attack(&system, ranges);
	for (uint32_t i = 0; i < rows[_i].count; i++)
		if (rows[_i].want[i])
			check_range(rows[_i].name, ranges, i, rows[_i].want[i]);
	disclose_system_done(&system);
}
END_TEST

/* Three regions by three activities, with all totals; the ranges by hand. */
static void
add_investment(struct disclose_system *system)
{
	*system = (struct disclose_system){ .rule = &rules[ZEROS_HIDE] };
	grid_add(system, 3, 3, (uint32_t[]){ 20, 50, 10, 8, 19, 22, 17, 32, 12 });
}

START_TEST(test_investment)
{
	struct disclose_system system;
	struct disclose_range ranges[MOST_CELLS];

	add_investment(&system);
	uint32_t a = grid_at(3, 2, 3), b = grid_at(3, 2, 1), c = grid_at(3, 1, 3),
		 d = grid_at(3, 1, 1);
	system.cells[a].state = DISCLOSE_PRIMARY;
	system.cells[b].state = DISCLOSE_SECONDARY;
	attack(&system, ranges);
	check_range("one column each", ranges, a, "22-22");
	check_range("one column each", ranges, b, "8-8");

	system.cells[c].state = DISCLOSE_SECONDARY;
	system.cells[d].state = DISCLOSE_SECONDARY;
	attack(&system, ranges);
	/* a + b = 30, a + c = 32, c + d = 30, b + d = 28. */
	check_range("four", ranges, a, "2-30");
	check_range("four", ranges, b, "0-28");
	check_range("four", ranges, c, "2-30");
	check_range("four", ranges, d, "0-28");
	disclose_system_done(&system);
}
END_TEST

/* Who knows one of the hidden counts, being all of it, knows what follows. */
START_TEST(test_insider)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct disclose_range ranges[MOST_CELLS];

	grid_row(&system, (uint32_t[]){ 9, 1, 3, 5 }, 4);
	system.cells[1].state = system.cells[2].state = DISCLOSE_PRIMARY;
	system.cells[3].state = DISCLOSE_SECONDARY;
	attack(&system, ranges);
	check_range("a stranger", ranges, 2, "1-7");
	system.cells[3].known = (struct disclose_range){ 5, 5 };
	attack(&system, ranges);
	check_range("one who knows the large one", ranges, 2, "1-3");
	disclose_keep(&system, 1, (struct disclose_range){ 1, 1 });
	system.cells[1].state = DISCLOSE_SHOWN;
	attack(&system, ranges);
	check_range("and is the one", ranges, 2, "3-3");
	disclose_system_done(&system);
}
END_TEST

/* Groups that differ by one area. */
START_TEST(test_overlapping)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct disclose_range ranges[MOST_CELLS];

	grid_row(&system, (uint32_t[]){ 40, 3, 7, 10, 20 }, 5);
	system.cells[1].state = DISCLOSE_PRIMARY;
	system.cells[2].state = system.cells[3].state = DISCLOSE_SECONDARY;
	uint32_t group = disclose_add_cell(&system, DISCLOSE_LOCAL, 30);
	disclose_add_sum(&system, group, (uint32_t[]){ 3, 4 }, 2);
	attack(&system, ranges);
	/* The third is 30 - 20, the first two add up to 10. */
	check_range("one group", ranges, 1, "1-9");
	check_range("one group", ranges, 3, "10-10");

	group = disclose_add_cell(&system, DISCLOSE_LOCAL, 13);
	disclose_add_sum(&system, group, (uint32_t[]){ 1, 3 }, 2);
	attack(&system, ranges);
	check_range("two groups", ranges, 1, "3-3");
	disclose_system_done(&system);
}
END_TEST

/* Figures of an earlier release: as they were, rounded, and by boundaries of then. */
START_TEST(test_earlier)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct disclose_range ranges[MOST_CELLS];

	grid_row(&system, (uint32_t[]){ 20, 3, 8, 9 }, 4);
	system.cells[1].state = DISCLOSE_PRIMARY;
	system.cells[2].state = DISCLOSE_SECONDARY;
	attack(&system, ranges);
	check_range("now", ranges, 1, "1-10");

	uint32_t then = disclose_add_cell(&system, DISCLOSE_LOCAL, 8);
	disclose_add_sum(&system, then, (uint32_t[]){ 2 }, 1);
	disclose_keep(&system, then, (struct disclose_range){ 8, 12 });
	attack(&system, ranges);
	check_range("rounded then", ranges, 1, "1-3");
	check_range("rounded then", ranges, then, "8-10");

	system.cells[then].known = (struct disclose_range){ 0, DISCLOSE_ANY };
	uint32_t old = disclose_add_cell(&system, DISCLOSE_LOCAL, 12);
	disclose_add_sum(&system, old, (uint32_t[]){ 1, 3 }, 2);
	disclose_keep(&system, old, (struct disclose_range){ 12, 12 });
	attack(&system, ranges);
	check_range("boundaries of then", ranges, 1, "3-3");
	check_range("hidden then", ranges, then, "8-8");
	disclose_system_done(&system);
}
END_TEST

/* Halves are no persons. With a + b = 3 and b + c = 3, a and c are the same, so that
 * a + c is even; five at most is four at most. */
START_TEST(test_halves)
{
	struct disclose_system system = { .rule = &rules[ZEROS_HIDE] };
	struct disclose_range ranges[MOST_CELLS];

	for (uint32_t i = 0; i < 3; i++)
		disclose_add_cell(&system, DISCLOSE_LOCAL, i == 1 ? 2 : 1);
	for (uint32_t i = 0; i < 2; i++)
		disclose_add_sum(&system, disclose_add_cell(&system, DISCLOSE_LOCAL, 3),
		    (uint32_t[]){ i, i + 1 }, 2);
	uint32_t ends = disclose_add_cell(&system, DISCLOSE_LOCAL, 2);
	disclose_add_sum(&system, ends, (uint32_t[]){ 0, 2 }, 2);
	for (uint32_t i = 0; i < 3; i++)
		system.cells[i].state = DISCLOSE_PRIMARY;
	system.cells[ends].state = DISCLOSE_PRIMARY;
	system.cells[ends].known = (struct disclose_range){ 1, 5 };
	attack(&system, ranges);
	check_range("the ends", ranges, ends, "2-4");
	check_range("one end", ranges, 0, "1-2");
	disclose_system_done(&system);
}
END_TEST

static const struct {
	const char *name;
	uint32_t count, values[4];
	const char *states, *text;
} contradictions[] = {
	{ "all shown", 3, { 9, 4, 6 }, "   ",
	    "the parts of sum 0 do not add up to its total" },
	{ "parts above the total", 3, { 9, 12, 3 }, "  H",
	    "what is shown contradicts itself: nothing that count 2 could be makes the "
	    "sums come out" },
	{ "no room for two", 4, { 9, 8, 3, 3 }, "  HH",
	    "what is shown contradicts itself: nothing that count 2 could be makes the "
	    "sums come out" },
};

START_TEST(test_contradiction)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct disclose_range ranges[MOST_CELLS];
	struct err err;

	grid_row(&system, contradictions[_i].values, contradictions[_i].count);
	for (uint32_t i = 0; i < contradictions[_i].count; i++)
		if (contradictions[_i].states[i] == 'H')
			system.cells[i].state = DISCLOSE_PRIMARY;
	ck_assert_msg(
	    !disclose_attack(&system, 1, ranges, &err), "%s", contradictions[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, contradictions[_i].text);
	disclose_system_done(&system);
}
END_TEST

/* Only what hangs together with the counts asked about is worked out. */
START_TEST(test_near)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct disclose_range ranges[MOST_CELLS];
	struct err err;
	uint32_t cell = 1;

	for (int i = 0; i < 2; i++)
		grid_row(&system, (uint32_t[]){ 20, 3, 17 }, 3);
	system.cells[1].state = system.cells[4].state = DISCLOSE_PRIMARY;
	ck_assert(disclose_attack_near(&system, &cell, 1, ranges, &err));
	check_range("near", ranges, 1, "3-3");
	check_range("far", ranges, 4, "1-");
	cell = 6;
	ck_assert(!disclose_attack_near(&system, &cell, 1, ranges, &err));
	ck_assert_str_eq(err.text, "no count 6, want one of 6");
	disclose_system_done(&system);
}
END_TEST

static const struct shape shapes[] = {
	{ "areas and sexes", 3, 2, 1, false, 4 },
	{ "areas and years", 2, 1, 3, true, 4 },
	{ "areas, sexes and years", 2, 2, 2, true, 2 },
};

/* Hides what is small and half of the rest. */
static void
hide_some(struct small *small, struct random *random)
{
	for (uint32_t i = 0; i < small->system.cell_count; i++) {
		struct disclose_cell *cell = &small->system.cells[i];
		bool is_small =
		    disclose_is_small(small->system.rule, cell->level, cell->value);
		if (is_small)
			cell->state = DISCLOSE_PRIMARY;
		else if (disclose_may_hide(&small->system, i) &&
			 random_unit(random) < 0.5)
			cell->state = DISCLOSE_SECONDARY;
	}
}

/* The same as by trying all tables, whatever the rule and the pattern; and nothing
 * changes with the values of what is hidden. */
START_TEST(test_all_tables)
{
	const struct shape *shape = &shapes[(unsigned)_i % ROWS(shapes)];
	const struct disclose_rule *rule = &rules[(unsigned)_i % ROWS(rules)];
	struct random random = random_new(2, (uint64_t)_i);
	struct disclose_range found[SMALL_CELLS], true_ranges[SMALL_CELLS];
	struct small small;
	struct err err;

	small_init(&small, shape, rule, 1, 1000 + (uint64_t)_i);
	hide_some(&small, &random);
	small_attack(&small, true_ranges);
	for (uint32_t i = 0; i < small.system.cell_count; i++)
		if (small.system.cells[i].state != DISCLOSE_SHOWN)
			small.system.cells[i].value = 999;
	ck_assert_msg(disclose_attack(&small.system, 1, found, &err), "%s", err.text);
	for (uint32_t i = 0; i < small.system.cell_count; i++)
		if (small.system.cells[i].state != DISCLOSE_SHOWN)
			ck_assert_msg(found[i].least == true_ranges[i].least &&
					  found[i].most == true_ranges[i].most,
			    "%s, %s: %u to %u, truly %u to %u", shape->name,
			    rule->name.at, found[i].least, found[i].most,
			    true_ranges[i].least, true_ranges[i].most);
	small_done(&small);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("attack");

	ADD_ROWS(tcase, test_row, rows);
	tcase_add_test(tcase, test_investment);
	tcase_add_test(tcase, test_insider);
	tcase_add_test(tcase, test_overlapping);
	tcase_add_test(tcase, test_earlier);
	tcase_add_test(tcase, test_halves);
	ADD_ROWS(tcase, test_contradiction, contradictions);
	tcase_add_test(tcase, test_near);
	tcase_add_loop_test(tcase, test_all_tables, 0, 240);
	return unit_run("attack", tcase);
}
