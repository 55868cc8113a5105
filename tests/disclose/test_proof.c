/* tests/disclose/test_proof.c - a thousand random systems: nothing that is wanted open
 * can be worked out, by whoever tries all tables there are; and no choice of counts to
 * hide would have been cheaper, by trying all choices. */
#include <stdio.h>

#include "../unit.h"
#include "disclose/attack.h"
#include "disclose/protect.h"
#include "small.h"

enum { PARTS = 3 };

static const struct disclose_rule rules[] = {
	{ .name = STR_IN_TABLE("1 to 4"), .small = { 1, 4 }, .reach = { 1, 4 } },
	{ .name = STR_IN_TABLE("1 to 4, zeros too"),
	    .small = { 1, 4 },
	    .reach = { 1, 4 },
	    .zero_hides = true },
	{ .name = STR_IN_TABLE("1 to 3, told apart"),
	    .small = { 1, 3 },
	    .reach = { 1, 3 },
	    .told_apart = true },
	{ .name = STR_IN_TABLE("0 to 2"), .small = { 0, 2 }, .reach = { 0, 2 } },
	{ .name = STR_IN_TABLE("1 to 2"), .small = { 1, 2 }, .reach = { 1, 2 } },
	{ .name = STR_IN_TABLE("1 to 2, to the nearest 3"),
	    .small = { 1, 2 },
	    .reach = { 1, 2 },
	    .base = { 3 } },
	{ .name = STR_IN_TABLE("1 to 3, to the nearest 2"),
	    .small = { 1, 3 },
	    .reach = { 1, 3 },
	    .base = { 2 },
	    .told_apart = true },
};

/* Of three years each: parts that have nothing to do with each other. */
static const struct {
	const char *name;
	int systems;
	struct shape parts[PARTS];
} kinds[] = {
	{ "two areas, two sexes, three years", 460,
	    { { .children = 2, .sexes = 2, .years = 1, .most = 6 },
		{ .children = 2, .sexes = 2, .years = 1, .most = 6 },
		{ .children = 2, .sexes = 2, .years = 1, .most = 6 } } },
	{ "three areas, two sexes, three years", 120,
	    { { .children = 3, .sexes = 2, .years = 1, .most = 4 },
		{ .children = 3, .sexes = 2, .years = 1, .most = 4 },
		{ .children = 3, .sexes = 2, .years = 1, .most = 4 } } },
	{ "two areas, three years and all of them", 200,
	    { { .children = 2,
		.sexes = 1,
		.years = 3,
		.years_total = true,
		.most = 4 } } },
	{ "two sexes, three years and all of them", 150,
	    { { .children = 1,
		.sexes = 2,
		.years = 3,
		.years_total = true,
		.most = 4 } } },
	{ "two areas, two sexes, two years and both, one year", 50,
	    { { .children = 2, .sexes = 2, .years = 2, .years_total = true, .most = 3 },
		{ .children = 2, .sexes = 2, .years = 1, .most = 6 } } },
	{ "two areas, two sexes, three years and all of them", 20,
	    { { .children = 2,
		.sexes = 2,
		.years = 3,
		.years_total = true,
		.most = 2 } } },
};

/* A part, as it stands in the system of all parts. */
struct part {
	struct small small;
	uint32_t first;
	struct disclose_range wanted[SMALL_CELLS];
};

/* The next seed that gives a system small enough to try everything. */
static void
draw_part(struct part *part, const struct shape *shape,
    const struct disclose_rule *rule, uint32_t weights, uint64_t *seed)
{
	for (;;) {
		small_init(&part->small, shape, rule, weights, ++*seed);
		if (small_fits(&part->small))
			return;
		small_done(&part->small);
	}
}

static void
join_part(struct disclose_system *system, struct part *part)
{
	const struct disclose_system *own = &part->small.system;

	part->first = system->cell_count;
	for (uint32_t i = 0; i < own->cell_count; i++) {
		uint32_t cell =
		    disclose_add_cell(system, own->cells[i].level, own->cells[i].value);
		system->cells[cell] = own->cells[i];
	}
	for (uint32_t i = 0; i < own->sum_count; i++) {
		uint32_t parts[8], count = own->part_from[i + 1] - own->part_from[i];
		for (uint32_t j = 0; j < count; j++)
			parts[j] = part->first + own->parts[own->part_from[i] + j];
		disclose_add_sum(system, part->first + own->totals[i], parts, count);
	}
}

/* All that is wanted is open to whoever tries everything, and disclose_attack comes to
 * the same ranges. */
static void
check_part(struct part *part, const struct disclose_system *system,
    const struct disclose_range *attacked, const char *name, int number)
{
	struct disclose_range open[SMALL_CELLS];
	struct disclose_system *own = &part->small.system;

	for (uint32_t i = 0; i < own->cell_count; i++)
		own->cells[i].state = system->cells[part->first + i].state;
	small_attack(&part->small, open);
	for (uint32_t i = 0; i < own->cell_count; i++) {
		struct disclose_range had = attacked[part->first + i];
		if (own->cells[i].state == DISCLOSE_SHOWN)
			continue;
		ck_assert_msg(open[i].least == had.least && open[i].most == had.most,
		    "%s %d: count %u is attacked to %u to %u, truly %u to %u", name,
		    number, i, had.least, had.most, open[i].least, open[i].most);
		if (own->cells[i].state == DISCLOSE_PRIMARY)
			ck_assert_msg(open[i].least <= part->wanted[i].least &&
					  open[i].most >= part->wanted[i].most,
			    "%s %d: count %u is open from %u to %u", name, number, i,
			    open[i].least, open[i].most);
	}
}

/* Exposed is what is open too little whatever is hidden. */
static void
check_exposed(const struct part *part, const struct disclose_system *system,
    const char *name, int number)
{
	struct disclose_range reach = system->rule->reach;

	for (uint32_t i = 0; i < part->small.system.cell_count; i++) {
		const struct disclose_cell *cell = &system->cells[part->first + i];
		struct disclose_range wanted = part->wanted[i];
		bool less = wanted.least > reach.least || wanted.most < reach.most;
		if (cell->state == DISCLOSE_PRIMARY)
			ck_assert_msg(
			    cell->exposed == less, "%s %d: count %u", name, number, i);
	}
}

struct tally {
	uint64_t small, optimum_cells, optimum_cost, cells[2], cost[2];
};

/* Both efforts on one system. */
static void
protect_both(struct disclose_system *system, struct part *parts, uint32_t count,
    struct small_cost optimum, struct tally *tally, const char *name, int number)
{
	struct disclose_range attacked[PARTS * SMALL_CELLS];
	struct disclose_outcome out;
	struct err err;

	for (unsigned effort = DISCLOSE_QUICK; effort <= DISCLOSE_THOROUGH; effort++) {
		ck_assert_msg(disclose_secondary(
				  system, (enum disclose_effort)effort, 1, &out, &err),
		    "%s %d: %s", name, number, err.text);
		ck_assert_msg(
		    disclose_attack(system, 1, attacked, &err), "%s", err.text);
		for (uint32_t i = 0; i < count; i++) {
			check_part(&parts[i], system, attacked, name, number);
			check_exposed(&parts[i], system, name, number);
		}
		ck_assert_msg(out.weight >= optimum.cost, "%s %d: cost %u below %u",
		    name, number, (unsigned)out.weight, optimum.cost);
		if (effort == DISCLOSE_THOROUGH) {
			ck_assert_msg(out.least, "%s %d", name, number);
			ck_assert_msg(out.weight == optimum.cost,
			    "%s %d: cost %u, want %u", name, number,
			    (unsigned)out.weight, optimum.cost);
		}
		tally->cells[effort] += out.secondary;
		tally->cost[effort] += out.weight;
	}
	tally->small += out.primary;
	tally->optimum_cells += optimum.cells;
	tally->optimum_cost += optimum.cost;
}

static void
prove(int kind, int number, struct tally *tally)
{
	const struct disclose_rule *rule = &rules[(unsigned)number % ROWS(rules)];
	struct disclose_system system = { .rule = rule };
	struct part parts[PARTS];
	struct small_cost optimum = { 0 };
	uint64_t seed = (uint64_t)kind << 40 | (uint64_t)number << 20;
	uint32_t count = 0;

	for (; count < PARTS && kinds[kind].parts[count].years; count++) {
		struct part *part = &parts[count];
		draw_part(
		    part, &kinds[kind].parts[count], rule, number % 2 ? 4 : 1, &seed);
		join_part(&system, part);
		small_wanted(&part->small, part->wanted);
		struct small_cost best = small_optimum(&part->small, part->wanted);
		optimum.cost += best.cost;
		optimum.cells += best.cells;
	}
	disclose_primary(&system);
	protect_both(&system, parts, count, optimum, tally, kinds[kind].name, number);
	for (uint32_t i = 0; i < count; i++)
		small_done(&parts[i].small);
	disclose_system_done(&system);
}

START_TEST(test_proof)
{
	struct tally tally = { 0 };

	for (int i = 0; i < kinds[_i].systems; i++)
		prove(_i, i, &tally);
	printf("# %d systems of %s: %llu small; hidden for their sake %llu, quickly "
	       "%llu, at best %llu; cost %llu, quickly %llu, at best %llu\n",
	    kinds[_i].systems, kinds[_i].name, (unsigned long long)tally.small,
	    (unsigned long long)tally.cells[DISCLOSE_THOROUGH],
	    (unsigned long long)tally.cells[DISCLOSE_QUICK],
	    (unsigned long long)tally.optimum_cells,
	    (unsigned long long)tally.cost[DISCLOSE_THOROUGH],
	    (unsigned long long)tally.cost[DISCLOSE_QUICK],
	    (unsigned long long)tally.optimum_cost);
}
END_TEST

START_TEST(test_thousand)
{
	int systems = 0;

	for (size_t i = 0; i < ROWS(kinds); i++)
		systems += kinds[i].systems;
	ck_assert_int_eq(systems, 1000);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("proof");

	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_thousand);
	ADD_ROWS(tcase, test_proof, kinds);
	return unit_run("proof", tcase);
}
