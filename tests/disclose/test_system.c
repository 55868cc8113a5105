#include "disclose/system.h"

#include "../unit.h"
#include "grid.h"

static const struct disclose_rule to_four = { .small = { 1, 4 }, .reach = { 1, 4 } };

/* A sound system of three counts, 9 = 4 + 5, and what is done to it. */
static void
leave(struct disclose_system *system)
{
	(void)system;
}

static void
bad_rule(struct disclose_system *system)
{
	static const struct disclose_rule rule = { .small = { 3, 4 } };

	system->rule = &rule;
}

static void
too_many(struct disclose_system *system)
{
	disclose_add_cell(system, DISCLOSE_LOCAL, DISCLOSE_MOST + 1);
}

static void
costs_nothing(struct disclose_system *system)
{
	system->cells[1].weight = 0;
}

static void
costs_too_much(struct disclose_system *system)
{
	system->cells[1].weight = 1000001;
}

static void
known_to_be_otherwise(struct disclose_system *system)
{
	system->cells[1].known.most = 3;
}

static void
zero_hidden(struct disclose_system *system)
{
	uint32_t cell = disclose_add_cell(system, DISCLOSE_LOCAL, 0);

	system->cells[cell].state = DISCLOSE_SECONDARY;
}

static void
no_parts(struct disclose_system *system)
{
	disclose_add_sum(system, 0, NULL, 0);
}

static void
no_such_count(struct disclose_system *system)
{
	disclose_add_sum(system, 0, (uint32_t[]){ 1, 3 }, 2);
}

static void
part_of_itself(struct disclose_system *system)
{
	disclose_add_sum(system, 1, (uint32_t[]){ 1 }, 1);
}

static void
part_twice(struct disclose_system *system)
{
	disclose_add_sum(system, 0, (uint32_t[]){ 1, 1 }, 2);
}

static void
no_sum(struct disclose_system *system)
{
	system->cells[2].value = 6;
}

static const struct {
	const char *name;
	void (*harm)(struct disclose_system *system);
	const char *text; /* of the fault; NULL when fine */
	bool only_whole;  /* a fault only where all values matter */
} systems[] = {
	{ "sound", leave, NULL, false },
	{ "bad rule", bad_rule, "small counts begin at 3, want 0 or 1", false },
	{ "too many persons", too_many,
	    "count 3 is 1000000001, want at most 1000000000", false },
	{ "costs nothing", costs_nothing, "hiding count 1 costs 0, want 1 to 1000000",
	    false },
	{ "costs too much", costs_too_much,
	    "hiding count 1 costs 1000001, want 1 to 1000000", false },
	{ "known to be otherwise", known_to_be_otherwise,
	    "count 1 is known to be from 0 to 3, want what agrees with the rule and "
	    "its "
	    "state",
	    false },
	{ "a zero hidden", zero_hidden,
	    "count 3 is known to be from 0 to 4294967295, want what agrees with the "
	    "rule "
	    "and its state",
	    true },
	{ "no parts", no_parts, "sum 1 has no parts", false },
	{ "no such count", no_such_count, "sum 1 is of count 3, want one of 3", false },
	{ "part of itself", part_of_itself, "sum 1 has count 1 twice, want it once",
	    false },
	{ "part twice", part_twice, "sum 1 has count 1 twice, want it once", false },
	{ "does not add up", no_sum, "the parts of sum 0 do not add up to its total",
	    true },
};

START_TEST(test_check)
{
	struct disclose_system system = { .rule = &to_four };
	struct err err = { 0 };
	bool fine = systems[_i].text == NULL;

	grid_row(&system, (uint32_t[]){ 9, 4, 5 }, 3);
	systems[_i].harm(&system);
	ck_assert_msg(
	    disclose_system_check(&system, true, &err) == fine, "%s", systems[_i].name);
	if (!fine)
		ck_assert_str_eq(err.text, systems[_i].text);
	ck_assert_msg(disclose_system_check(&system, false, &err) ==
			  (fine || systems[_i].only_whole),
	    "%s", systems[_i].name);
	disclose_system_done(&system);
}
END_TEST

static const struct {
	const char *name;
	struct disclose_rule rule;
	uint32_t value;
	enum disclose_state state;
	struct disclose_range known;
	bool kept, absent;
	uint32_t least, most;
	bool may_hide;
} cells[] = {
	{ "shown", { .small = { 1, 4 } }, 9, DISCLOSE_SHOWN, { 0, DISCLOSE_ANY }, false,
	    false, 9, 9, true },
	{ "a zero", { .small = { 1, 4 } }, 0, DISCLOSE_SHOWN, { 0, DISCLOSE_ANY },
	    false, false, 0, 0, false },
	{ "a zero that hides", { .small = { 1, 4 }, .zero_hides = true }, 0,
	    DISCLOSE_SHOWN, { 0, DISCLOSE_ANY }, false, false, 0, 0, true },
	{ "rounded", { .small = { 1, 7 }, .base = { 5 } }, 9, DISCLOSE_SHOWN,
	    { 0, DISCLOSE_ANY }, false, false, 8, 12, true },
	{ "rounded, of eleven", { .small = { 1, 7 }, .base = { 5 } }, 9, DISCLOSE_SHOWN,
	    { 0, 11 }, false, false, 8, 11, true },
	{ "hidden", { .small = { 1, 4 } }, 3, DISCLOSE_PRIMARY, { 0, DISCLOSE_ANY },
	    false, false, 1, DISCLOSE_ANY, false },
	{ "hidden, of twenty", { .small = { 1, 4 } }, 3, DISCLOSE_PRIMARY, { 0, 20 },
	    false, false, 1, 20, false },
	{ "hidden where zeros hide", { .small = { 1, 4 }, .zero_hides = true }, 3,
	    DISCLOSE_PRIMARY, { 0, DISCLOSE_ANY }, false, false, 0, DISCLOSE_ANY,
	    false },
	{ "hidden where zeros are small", { .small = { 0, 4 } }, 3, DISCLOSE_PRIMARY,
	    { 0, DISCLOSE_ANY }, false, false, 0, DISCLOSE_ANY, false },
	{ "told apart", { .small = { 1, 7 }, .told_apart = true }, 3, DISCLOSE_PRIMARY,
	    { 0, DISCLOSE_ANY }, false, false, 1, 7, false },
	{ "told apart, the others", { .small = { 1, 7 }, .told_apart = true }, 30,
	    DISCLOSE_SECONDARY, { 0, DISCLOSE_ANY }, false, false, 8, DISCLOSE_ANY,
	    true },
	{ "told apart, and known", { .small = { 1, 7 }, .told_apart = true }, 8,
	    DISCLOSE_SHOWN, { 0, 8 }, false, false, 8, 8, false },
	{ "published before", { .small = { 1, 4 } }, 3, DISCLOSE_SHOWN, { 3, 3 }, true,
	    false, 3, 3, false },
	{ "published rounded before", { .small = { 1, 4 } }, 9, DISCLOSE_SHOWN,
	    { 8, 12 }, true, false, 8, 12, false },
	{ "exempt", { .small = { 1, 4 }, .exempt = { true } }, 3, DISCLOSE_SHOWN,
	    { 0, DISCLOSE_ANY }, false, false, 3, 3, false },
	{ "small and forgotten", { .small = { 1, 7 }, .base = { 5 } }, 3,
	    DISCLOSE_SHOWN, { 0, DISCLOSE_ANY }, false, false, 3, 3, true },
	{ "published nowhere", { .small = { 1, 7 }, .base = { 5 } }, 9, DISCLOSE_SHOWN,
	    { 0, 20 }, false, true, 0, 20, false },
	{ "published nowhere, and small", { .small = { 1, 7 }, .told_apart = true }, 3,
	    DISCLOSE_PRIMARY, { 0, DISCLOSE_ANY }, false, true, 0, DISCLOSE_ANY,
	    false },
};

START_TEST(test_seen)
{
	struct disclose_system system = { .rule = &cells[_i].rule };
	uint32_t cell = disclose_add_cell(&system, DISCLOSE_LOCAL, cells[_i].value);

	system.cells[cell].state = cells[_i].state;
	system.cells[cell].known = cells[_i].known;
	system.cells[cell].absent = cells[_i].absent;
	if (cells[_i].kept)
		disclose_keep(&system, cell, cells[_i].known);
	struct disclose_range seen = disclose_seen(&system, cell);
	ck_assert_msg(seen.least == cells[_i].least && seen.most == cells[_i].most,
	    "%s: %u to %u", cells[_i].name, seen.least, seen.most);
	ck_assert_msg(disclose_may_hide(&system, cell) == cells[_i].may_hide, "%s",
	    cells[_i].name);
	disclose_system_done(&system);
}
END_TEST

START_TEST(test_copy)
{
	struct disclose_system system = { .rule = &to_four }, copy;
	struct err err;

	disclose_system_copy(&copy, &system);
	ck_assert(disclose_system_check(&copy, true, &err));
	disclose_system_done(&copy);

	grid_add(&system, 3, 2, (uint32_t[]){ 1, 2, 3, 4, 5, 6 });
	disclose_system_copy(&copy, &system);
	disclose_add_sum(&copy, disclose_add_cell(&copy, DISCLOSE_LOCAL, 5),
	    (uint32_t[]){ grid_at(2, 2, 1), grid_at(2, 1, 2) }, 2);
	copy.cells[0].value = 22;
	copy.cells[0].state = DISCLOSE_SECONDARY;
	ck_assert(disclose_system_check(&system, true, &err));
	ck_assert(disclose_system_check(&copy, false, &err));
	ck_assert_uint_eq(system.cells[0].value, 21);
	ck_assert_uint_eq(copy.sum_count, system.sum_count + 1);
	disclose_system_done(&copy);
	disclose_system_done(&system);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("system");

	ADD_ROWS(tcase, test_check, systems);
	ADD_ROWS(tcase, test_seen, cells);
	tcase_add_test(tcase, test_copy);
	return unit_run("system", tcase);
}
