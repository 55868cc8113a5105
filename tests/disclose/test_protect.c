#include "disclose/protect.h"

#include <string.h>

#include "../unit.h"
#include "base/arena.h"
#include "base/random.h"
#include "disclose/attack.h"
#include "grid.h"
#include "small.h"

static const struct disclose_rule rules[] = {
	{ .name = STR_IN_TABLE("1 to 4"),
	    .small = { 1, 4 },
	    .reach = { 1, 4 },
	    .exempt = { [DISCLOSE_NATIONAL] = true } },
	{ .name = STR_IN_TABLE("zeros hide"),
	    .small = { 1, 4 },
	    .reach = { 1, 4 },
	    .zero_hides = true },
	{ .name = STR_IN_TABLE("two values"),
	    .small = { 1, 4 },
	    .reach = { 1, 0 },
	    .values = 2 },
	{ .name = STR_IN_TABLE("rounded, three values"),
	    .small = { 1, 4 },
	    .reach = { 1, 0 },
	    .values = 3,
	    .base = { 5 },
	    .told_apart = true },
	{ .name = STR_IN_TABLE("rounded, all values"),
	    .small = { 0, 3 },
	    .reach = { 0, 3 },
	    .base = { 5 } },
};
enum { TO_FOUR, ZEROS_HIDE, TWO_VALUES, ROUNDED, ROUNDED_ALL };

/* The states of a system as one letter each, exposed ones in brackets. */
static const char *
pattern(const struct disclose_system *system, char *text)
{
	char *at = text;

	for (uint32_t i = 0; i < system->cell_count; i++) {
		const struct disclose_cell *cell = &system->cells[i];
		if (cell->exposed)
			*at++ = '(';
		*at++ = ".Hh"[cell->state];
		if (cell->exposed)
			*at++ = ')';
	}
	*at = 0;
	return text;
}

static struct disclose_outcome
protect(struct disclose_system *system, enum disclose_effort effort)
{
	struct disclose_outcome out;
	struct err err;

	disclose_primary(system);
	ck_assert_msg(
	    disclose_secondary(system, effort, 1, &out, &err), "%s", err.text);
	return out;
}

/* A row or a table, each with its totals first; by hand. A weight for each count. */
static const struct {
	const char *name;
	int rule;
	uint32_t rows, columns, values[12]; /* rows 0: of a row, total first */
	const char *weights;
	const char *want;
} tables[] = {
	{ "nothing small", TO_FOUR, 0, 4, { 30, 10, 11, 9 }, "9111", "...." },
	{ "one small, its company the cheapest", TO_FOUR, 0, 4, { 23, 3, 11, 9 },
	    "9121", ".H.h" },
	{ "of equal cost the first", TO_FOUR, 0, 4, { 23, 3, 11, 9 }, "9222", ".Hh." },
	{ "the total where it is cheapest", TO_FOUR, 0, 4, { 23, 3, 11, 9 }, "1222",
	    "hH.." },
	{ "two small are company enough", TO_FOUR, 0, 4, { 17, 4, 4, 9 }, "9111",
	    ".HH." },
	/* 1 + 1 is 2, and neither could be 4; with 9 they are 11. */
	{ "two ones are not", TO_FOUR, 0, 4, { 11, 1, 1, 9 }, "9111", ".HHh" },
	{ "nor are 1 and 3", TO_FOUR, 0, 4, { 13, 1, 3, 9 }, "9111", ".HHh" },
	{ "all of the small in one", TO_FOUR, 0, 3, { 3, 3, 0 }, "911", "HH." },
	{ "a zero is no company", TO_FOUR, 0, 4, { 12, 3, 0, 9 }, "9111", ".H.h" },
	{ "unless zeros hide, and then it is too little", ZEROS_HIDE, 0, 4,
	    { 12, 3, 0, 9 }, "9111", ".H.h" },
	{ "nobody and one more", ZEROS_HIDE, 0, 4, { 13, 4, 0, 9 }, "9119", ".Hh." },
	/* To be 2 values, 1 and 1 among all others that are shown is too little. */
	{ "two values, of two ones", TWO_VALUES, 0, 4, { 11, 1, 1, 9 }, "9111",
	    ".HHh" },
	{ "two values, of 1 and 2", TWO_VALUES, 0, 4, { 12, 1, 2, 9 }, "9111", ".HH." },
	/* 20 is 18 to 22, and 10 is 8 to 12: between 1 and 4 anything. */
	{ "rounded, open", ROUNDED, 0, 3, { 23, 20, 3 }, "911", "..H" },
	/* 33 is 35, from 33; 28 is 30, up to 32: one at least, and four at most. */
	{ "rounded, open at the end", ROUNDED, 0, 3, { 32, 28, 4 }, "911", "..H" },
	{ "small in a table", TO_FOUR, 3, 3, { 20, 50, 10, 8, 19, 3, 17, 32, 12 },
	    "9999911191119111", ".....h.h.h.H...." },
};

static void
check_pattern(const char *name, const struct disclose_system *system, const char *want)
{
	char text[120];

	ck_assert_msg(strcmp(pattern(system, text), want) == 0, "%s: %s, want %s", name,
	    text, want);
}

START_TEST(test_tables)
{
	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		struct disclose_system system = { .rule = &rules[tables[_i].rule] };
		if (tables[_i].rows)
			grid_add(&system, tables[_i].rows, tables[_i].columns,
			    tables[_i].values);
		else
			grid_row(&system, tables[_i].values, tables[_i].columns);
		ck_assert_uint_eq(system.cell_count, strlen(tables[_i].weights));
		for (uint32_t i = 0; i < system.cell_count; i++)
			system.cells[i].weight =
			    (uint32_t)(tables[_i].weights[i] - '0');
		struct disclose_outcome out =
		    protect(&system, (enum disclose_effort)effort);
		check_pattern(tables[_i].name, &system, tables[_i].want);
		/* Two values could be any two; to hide nothing is always the least. */
		bool least = out.secondary == 0 || (effort == DISCLOSE_THOROUGH &&
						       tables[_i].rule < TWO_VALUES);
		ck_assert_msg(out.least == least, "%s", tables[_i].name);
		disclose_system_done(&system);
	}
}
END_TEST

/* England is shown whatever happens, and its 5 cannot be 1 and more than 4 and 4. */
START_TEST(test_exposed)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct disclose_range ranges[4];
	struct err err;

	grid_row(&system, (uint32_t[]){ 4, 1, 3, 0 }, 4);
	system.cells[0].level = DISCLOSE_NATIONAL;
	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		struct disclose_outcome out =
		    protect(&system, (enum disclose_effort)effort);
		check_pattern("the country", &system, ".(H)(H).");
		ck_assert_uint_eq(out.exposed, 2);
		ck_assert_uint_eq(out.primary, 2);
		ck_assert_uint_eq(out.secondary, 0);
	}
	ck_assert(disclose_attack(&system, 1, ranges, &err));
	ck_assert_uint_eq(ranges[1].most, 3);
	disclose_system_done(&system);
}
END_TEST

/* The part that can be protected is, beside one that cannot. */
START_TEST(test_exposed_beside)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };

	/* A country of three regions, the first of three districts. */
	grid_row(&system, (uint32_t[]){ 34, 13, 2, 19 }, 4);
	uint32_t parts[3];
	for (uint32_t i = 0; i < 3; i++)
		parts[i] = disclose_add_cell(
		    &system, DISCLOSE_LOCAL, (uint32_t[]){ 3, 4, 6 }[i]);
	disclose_add_sum(&system, 1, parts, 3);
	system.cells[0].level = DISCLOSE_NATIONAL;
	disclose_keep(&system, 3, (struct disclose_range){ 19, 19 });
	disclose_keep(&system, 1, (struct disclose_range){ 13, 13 });
	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		struct disclose_outcome out =
		    protect(&system, (enum disclose_effort)effort);
		/* The region of 2 is what is left of the country. */
		check_pattern("regions", &system, "..(H).HH.");
		ck_assert_uint_eq(out.exposed, 1);
	}
	disclose_system_done(&system);
}
END_TEST

/* A group that differs from the total by two, of which one is small. */
START_TEST(test_overlapping)
{
	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		struct disclose_system system = { .rule = &rules[TO_FOUR] };
		grid_row(&system, (uint32_t[]){ 43, 3, 10, 20, 10 }, 5);
		uint32_t group = disclose_add_cell(&system, DISCLOSE_LOCAL, 30);
		disclose_add_sum(&system, group, (uint32_t[]){ 3, 4 }, 2);
		system.cells[0].weight = system.cells[group].weight = 5;
		protect(&system, (enum disclose_effort)effort);
		/* One more hidden of the group would be known from it. */
		check_pattern("a group", &system, ".Hh...");
		disclose_system_done(&system);
	}
}
END_TEST

/* What was shown in the last release cannot be company now. */
START_TEST(test_earlier)
{
	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		struct disclose_system system = { .rule = &rules[TO_FOUR] };
		grid_row(&system, (uint32_t[]){ 23, 3, 11, 9 }, 4);
		uint32_t then = disclose_add_cell(&system, DISCLOSE_LOCAL, 11);
		disclose_add_sum(&system, then, (uint32_t[]){ 2 }, 1);
		system.cells[0].weight = 9;
		system.cells[3].weight = 3;
		disclose_keep(&system, then, (struct disclose_range){ 11, 11 });
		protect(&system, (enum disclose_effort)effort);
		check_pattern("then", &system, ".H.h.");
		disclose_system_done(&system);
	}
}
END_TEST

/* A population of three is not four persons, and everybody knows. */
START_TEST(test_known)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };

	grid_row(&system, (uint32_t[]){ 22, 2, 11, 9 }, 4);
	system.cells[1].known.most = 3;
	system.cells[0].weight = 9;
	struct disclose_outcome out = protect(&system, DISCLOSE_THOROUGH);
	check_pattern("three", &system, ".(H)h.");
	ck_assert_uint_eq(out.exposed, 1);
	disclose_system_done(&system);
}
END_TEST

/* Running periods of two years; the years themselves are not published, and the second
 * is small. All that is known is how they differ. */
START_TEST(test_running_years)
{
	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		struct disclose_system system = { .rule = &rules[TO_FOUR] };
		for (uint32_t i = 0; i < 4; i++) {
			disclose_add_cell(
			    &system, DISCLOSE_LOCAL, (uint32_t[]){ 9, 3, 10, 8 }[i]);
			system.cells[i].absent = true;
		}
		for (uint32_t i = 0; i < 3; i++)
			disclose_add_sum(&system,
			    disclose_add_cell(
				&system, DISCLOSE_LOCAL, (uint32_t[]){ 12, 13, 18 }[i]),
			    (uint32_t[]){ i, i + 1 }, 2);
		struct disclose_outcome out =
		    protect(&system, (enum disclose_effort)effort);
		check_pattern("years published nowhere", &system, ".H.....");
		ck_assert_uint_eq(out.primary, 0);
		ck_assert_uint_eq(out.exposed, 0);

		/* The first year by itself gives the second. */
		system.cells[0].absent = false;
		protect(&system, (enum disclose_effort)effort);
		check_pattern("the first published", &system, "hH.....");
		disclose_keep(&system, 0, (struct disclose_range){ 9, 9 });
		protect(&system, (enum disclose_effort)effort);
		check_pattern("the first published before", &system, ".H..h..");
		disclose_system_done(&system);
	}
}
END_TEST

/* What was secondary before is shown again first. */
START_TEST(test_again)
{
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct disclose_outcome out;
	struct err err;

	grid_row(&system, (uint32_t[]){ 23, 3, 11, 9 }, 4);
	system.cells[0].weight = 9;
	protect(&system, DISCLOSE_THOROUGH);
	check_pattern("first", &system, ".Hh.");
	system.cells[2].weight = 2;
	ck_assert(disclose_secondary(&system, DISCLOSE_THOROUGH, 1, &out, &err));
	check_pattern("again", &system, ".H.h");
	system.cells[3].value = 8;
	ck_assert(!disclose_secondary(&system, DISCLOSE_THOROUGH, 1, &out, &err));
	ck_assert_str_eq(err.text, "the parts of sum 0 do not add up to its total");
	disclose_system_done(&system);
}
END_TEST

static const struct shape shapes[] = {
	{ "areas and sexes", 3, 2, 1, false, 6 },
	{ "areas and years", 2, 1, 3, true, 6 },
	{ "areas, sexes and years", 2, 2, 2, true, 3 },
};

static void
hide_all(struct small *small)
{
	for (uint32_t i = 0; i < small->system.cell_count; i++)
		if (disclose_may_hide(&small->system, i))
			small->system.cells[i].state = DISCLOSE_SECONDARY;
}

/* By trying all tables: what is not exposed is as open as the rule wants, what is could
 * not have been by hiding all. */
static void
check_open(struct small *small, const char *name)
{
	struct disclose_range open[SMALL_CELLS], best[SMALL_CELLS];

	small_attack(small, open);
	hide_all(small);
	small_attack(small, best);
	for (uint32_t i = 0; i < small->system.cell_count; i++) {
		const struct disclose_cell *cell = &small->system.cells[i];
		if (cell->state != DISCLOSE_PRIMARY)
			continue;
		if (!cell->exposed)
			ck_assert_msg(disclose_is_open(small->system.rule, open[i]),
			    "%s, %s: count %u from %u to %u", name,
			    small->system.rule->name.at, i, open[i].least,
			    open[i].most);
		else
			ck_assert_msg(!disclose_is_open(small->system.rule, best[i]),
			    "%s, %s: count %u could be from %u to %u", name,
			    small->system.rule->name.at, i, best[i].least,
			    best[i].most);
	}
}

/* Rounded counts, and rules that want a number of values, beside those of the proof. */
START_TEST(test_all_tables)
{
	const struct shape *shape = &shapes[(unsigned)_i % ROWS(shapes)];
	const struct disclose_rule *rule = &rules[(unsigned)_i % ROWS(rules)];

	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		struct small small;
		small_init(&small, shape, rule, 3, 5000 + (uint64_t)_i);
		protect(&small.system, (enum disclose_effort)effort);
		check_open(&small, shape->name);
		small_done(&small);
	}
}
END_TEST

/* Many blocks of three areas and two sexes. */
static void
add_many(struct disclose_system *system, uint32_t blocks)
{
	struct random random = random_new(3, 0);

	for (uint32_t block = 0; block < blocks; block++) {
		struct disclose_system one = { .rule = system->rule };
		uint32_t values[6], first = system->cell_count;
		for (uint32_t i = 0; i < 6; i++)
			values[i] = (uint32_t)(random_unit(&random) * 20);
		grid_add(&one, 3, 2, values);
		for (uint32_t i = 0; i < one.cell_count; i++)
			disclose_add_cell(system, DISCLOSE_LOCAL, one.cells[i].value);
		for (uint32_t i = 0; i < one.sum_count; i++) {
			uint32_t from = one.part_from[i], parts[3];
			for (uint32_t j = from; j < one.part_from[i + 1]; j++)
				parts[j - from] = first + one.parts[j];
			disclose_add_sum(system, first + one.totals[i], parts,
			    one.part_from[i + 1] - from);
		}
		disclose_system_done(&one);
	}
}

START_TEST(test_threads)
{
	enum { BLOCKS = 60 };
	struct disclose_system one = { .rule = &rules[TO_FOUR] }, many = one;
	struct disclose_outcome out, out_many;
	struct err err;

	add_many(&one, BLOCKS);
	add_many(&many, BLOCKS);
	disclose_primary(&one);
	disclose_primary(&many);
	ck_assert(disclose_secondary(&one, DISCLOSE_THOROUGH, 1, &out, &err));
	ck_assert(disclose_secondary(&many, DISCLOSE_THOROUGH, 4, &out_many, &err));
	ck_assert_uint_eq(out.secondary, out_many.secondary);
	ck_assert(out.secondary > 0 && out.least && out_many.least);
	for (uint32_t i = 0; i < one.cell_count; i++)
		ck_assert_int_eq(one.cells[i].state, many.cells[i].state);
	disclose_system_done(&one);
	disclose_system_done(&many);
}
END_TEST

/* Areas of areas, sexes and running years, too much for a search of the best. */
static void
add_running(struct disclose_system *system)
{
	enum { AREAS = 40, CELLS = (AREAS + 1) * 3, YEARS = 8, POOLED = 3 };
	struct random random = random_new(4, 0);

	for (uint32_t year = 0; year < YEARS; year++) {
		struct disclose_system one = { .rule = system->rule };
		uint32_t values[AREAS * 2], first = system->cell_count;
		for (uint32_t i = 0; i < AREAS * 2; i++)
			values[i] = 2 + (uint32_t)(random_unit(&random) * 40);
		for (uint32_t from = 0; from < AREAS; from += 8)
			grid_add(&one, 8, 2, &values[from * 2]);
		for (uint32_t i = 0; i < one.cell_count; i++)
			disclose_add_cell(system, DISCLOSE_LOCAL, one.cells[i].value);
		for (uint32_t i = 0; i < one.sum_count; i++) {
			uint32_t from = one.part_from[i],
				 count = one.part_from[i + 1] - from;
			uint32_t base = first + i / 12 * 27, parts[8];
			for (uint32_t j = 0; j < count; j++)
				parts[j] = base + one.parts[from + j];
			disclose_add_sum(system, base + one.totals[i], parts, count);
		}
		disclose_system_done(&one);
	}
	uint32_t each = system->cell_count / YEARS;
	for (uint32_t year = 0; year + POOLED <= YEARS; year++)
		for (uint32_t i = 0; i < each; i++) {
			uint32_t parts[POOLED], value = 0;
			for (uint32_t j = 0; j < POOLED; j++) {
				parts[j] = (year + j) * each + i;
				value += system->cells[parts[j]].value;
			}
			disclose_add_sum(system,
			    disclose_add_cell(system, DISCLOSE_LOCAL, value), parts,
			    POOLED);
		}
}

START_TEST(test_running)
{
	AUTO_ARENA arena = { 0 };
	struct disclose_system system = { .rule = &rules[TO_FOUR] };
	struct err err;

	add_running(&system);
	struct disclose_outcome out = protect(&system, DISCLOSE_THOROUGH);
	struct disclose_range *ranges =
	    ARENA_NEW(&arena, struct disclose_range, system.cell_count);
	ck_assert(disclose_attack(&system, 0, ranges, &err));
	ck_assert(out.primary > 20 && out.exposed == 0 && out.secondary > 40);
	for (uint32_t i = 0; i < system.cell_count; i++)
		if (system.cells[i].state == DISCLOSE_PRIMARY)
			ck_assert_msg(disclose_is_open(system.rule, ranges[i]),
			    "count %u from %u to %u", i, ranges[i].least,
			    ranges[i].most);
	disclose_system_done(&system);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("protect");

	tcase_set_timeout(tcase, 120);
	ADD_ROWS(tcase, test_tables, tables);
	tcase_add_test(tcase, test_exposed);
	tcase_add_test(tcase, test_exposed_beside);
	tcase_add_test(tcase, test_overlapping);
	tcase_add_test(tcase, test_earlier);
	tcase_add_test(tcase, test_known);
	tcase_add_test(tcase, test_running_years);
	tcase_add_test(tcase, test_again);
	tcase_add_loop_test(tcase, test_all_tables, 0, 150);
	tcase_add_test(tcase, test_threads);
	tcase_add_test(tcase, test_running);
	return unit_run("protect", tcase);
}
