#include "disclose/guard.h"

#include "base/random.h"

static bool
is_primary(const struct guard *guard, uint32_t cell)
{
	return guard->system->cells[cell].state == DISCLOSE_PRIMARY;
}

static bool
has_primary(const struct guard *guard, struct block part)
{
	for (uint32_t i = 0; i < part.count; i++)
		if (is_primary(guard, part.cells[i]))
			return true;
	return false;
}

/* What a part of the block is: its counts and their states. */
static uint64_t
print_of(const struct guard *guard, struct block part)
{
	uint64_t print = part.count;

	for (uint32_t i = 0; i < part.count; i++) {
		uint64_t state = guard->system->cells[part.cells[i]].state;
		print ^= (uint64_t)part.cells[i] * 4 + state;
		print = random_mix(&print);
	}
	return print | 1;
}

/* The parts that the present pattern leaves hanging together. */
static struct blocks
parts_of(const struct guard *guard, struct arena *arena)
{
	uint32_t *loose = ARENA_NEW(arena, uint32_t, guard->block.count), count = 0;

	for (uint32_t i = 0; i < guard->block.count; i++)
		if (puzzle_is_unknown(guard->system, guard->block.cells[i]))
			loose[count++] = guard->block.cells[i];
	return net_split(arena, guard->net, loose, count);
}

static uint32_t
push_both(struct puzzle *puzzle, uint32_t place, struct disclose_range wanted,
    guard_visit *visit, void *context)
{
	uint32_t count = 0;

	for (int up = 0; up < 2 && wanted.least <= wanted.most; up++) {
		uint32_t goal = up ? wanted.most : wanted.least;
		enum puzzle_answer answer = puzzle_push(puzzle, place, up, goal);
		if (answer == PUZZLE_REACHED)
			continue;
		count++;
		if (visit)
			visit(context, puzzle, place, up, goal, answer);
	}
	return count;
}

static uint32_t
test_part(const struct guard *guard, struct block part, struct arena *arena,
    guard_visit *visit, void *context)
{
	struct puzzle puzzle;
	uint32_t count = 0;
	struct disclose_range *wanted =
	    ARENA_NEW(arena, struct disclose_range, part.count);

	/* The values are a solution: nothing is impossible. */
	(void)puzzle_init(&puzzle, arena, guard->net, part, true);
	for (uint32_t i = 0; i < part.count; i++)
		wanted[i] = guard->wanted[part.cells[i]];
	puzzle_stretch(&puzzle, wanted);
	for (uint32_t i = 0; i < part.count; i++)
		if (is_primary(guard, part.cells[i]))
			count += push_both(&puzzle, i, wanted[i], visit, context);
	puzzle_done(&puzzle);
	return count;
}

/* The counts of the sums that a count is in are marked, or not any more. */
static void
mark_near(const struct guard *guard, uint32_t near, uint32_t mark)
{
	const struct net *net = guard->net;

	for (uint32_t i = net->from[near]; i < net->from[near + 1]; i++) {
		uint32_t sum = net->sums[i];
		for (uint32_t j = net_sum_from(net, sum); j <= net_sum_until(net, sum);
		     j++) {
			uint32_t cell = net_cell_at(net, sum, j);
			/* Others may stand in sums of several blocks. */
			if (puzzle_is_unknown(guard->system, cell))
				net->cell_marks[cell] = mark;
		}
	}
}

static bool
has_mark(const struct guard *guard, struct block part)
{
	for (uint32_t i = 0; i < part.count; i++)
		if (guard->net->cell_marks[part.cells[i]])
			return true;
	return false;
}

/* Which parts have to be looked at: those with a small count, near enough and not found
 * safe before. Moves them to the front and returns how many. */
static uint32_t
select(const struct guard *guard, struct blocks parts, uint32_t near)
{
	uint32_t count = 0;

	if (near != GUARD_ALL)
		mark_near(guard, near, 1);
	for (uint32_t i = 0; i < parts.count; i++) {
		struct block part = parts.blocks[i];
		if (!has_primary(guard, part) ||
		    (near != GUARD_ALL && !has_mark(guard, part)) ||
		    guard->safe[part.cells[0]] == print_of(guard, part))
			continue;
		parts.blocks[count++] = part;
	}
	if (near != GUARD_ALL)
		mark_near(guard, near, 0);
	return count;
}

uint32_t
guard_test(const struct guard *guard, uint32_t near, guard_visit *visit, void *context)
{
	AUTO_ARENA arena = { 0 };
	struct blocks parts = parts_of(guard, &arena);
	uint32_t chosen = select(guard, parts, near), count = 0;

	for (uint32_t i = 0; i < chosen; i++) {
		AUTO_ARENA own = { 0 };
		struct block part = parts.blocks[i];
		uint32_t fell_short = test_part(guard, part, &own, visit, context);
		if (fell_short == 0)
			guard->safe[part.cells[0]] = print_of(guard, part);
		count += fell_short;
	}
	return count;
}

/* The least that is wanted of a count, whatever else: what the rule has to stay open,
 * and the count itself; but nothing that everybody can rule out at first sight. */
static void
want_at_first(const struct guard *guard, uint32_t cell)
{
	struct disclose_range reach = guard->system->rule->reach;
	struct disclose_cell *it = &guard->system->cells[cell];
	struct disclose_range wanted = { it->value, it->value };

	if (reach.least <= reach.most) {
		wanted.least = it->value < reach.least ? it->value : reach.least;
		wanted.most = it->value > reach.most ? it->value : reach.most;
	}
	guard->wanted[cell] =
	    disclose_common(wanted, disclose_seen(guard->system, cell));
	if (guard->wanted[cell].least != wanted.least ||
	    guard->wanted[cell].most != wanted.most)
		it->exposed = true;
}

/* Widens what is wanted to so many values inside of what can be had, upwards first. */
static struct disclose_range
widen(struct disclose_range wanted, struct disclose_range had, uint32_t values)
{
	uint32_t missing = values - 1 - (wanted.most - wanted.least);
	uint32_t above = had.most > wanted.most ? had.most - wanted.most : 0;
	uint32_t below = wanted.least > had.least ? wanted.least - had.least : 0;

	if (above > missing)
		above = missing;
	if (below > missing - above)
		below = missing - above;
	return (struct disclose_range){ wanted.least - below, wanted.most + above };
}

static bool
is_wide(struct disclose_range range, uint32_t values)
{
	return values == 0 || range.most - range.least >= values - 1;
}

/* In each part, looks for small counts of which not enough values are named yet. */
static void
name_values(struct guard *guard)
{
	uint32_t values = guard->system->rule->values;
	AUTO_ARENA arena = { 0 };
	struct blocks parts = parts_of(guard, &arena);

	for (uint32_t i = 0; i < parts.count; i++) {
		struct block part = parts.blocks[i];
		struct puzzle puzzle;
		if (!has_primary(guard, part))
			continue;
		(void)puzzle_init(&puzzle, &arena, guard->net, part, true);
		for (uint32_t j = 0; j < part.count; j++) {
			struct disclose_range *wanted = &guard->wanted[part.cells[j]];
			if (!is_primary(guard, part.cells[j]) ||
			    is_wide(*wanted, values))
				continue;
			struct disclose_range had = puzzle.met[j];
			if (!is_wide(had, values))
				had = puzzle_range(&puzzle, j);
			*wanted = widen(*wanted, had, values);
		}
		puzzle_done(&puzzle);
	}
}

void
guard_set_all(const struct guard *guard, enum disclose_state state)
{
	for (uint32_t i = 0; i < guard->block.count; i++)
		if (disclose_may_hide(guard->system, guard->block.cells[i]))
			guard->system->cells[guard->block.cells[i]].state = state;
}

static bool
is_narrow(const struct guard *guard, uint32_t cell)
{
	return is_primary(guard, cell) &&
	       !is_wide(guard->wanted[cell], guard->system->rule->values);
}

static bool
are_all_wide(const struct guard *guard)
{
	for (uint32_t i = 0; i < guard->block.count; i++)
		if (is_narrow(guard, guard->block.cells[i]))
			return false;
	return true;
}

static void
expose_narrow(struct guard *guard)
{
	for (uint32_t i = 0; i < guard->block.count; i++)
		if (is_narrow(guard, guard->block.cells[i]))
			guard->system->cells[guard->block.cells[i]].exposed = true;
}

void
guard_begin(struct guard *guard)
{
	for (uint32_t i = 0; i < guard->block.count; i++) {
		uint32_t cell = guard->block.cells[i];
		guard->wanted[cell] = (struct disclose_range){ 1, 0 };
		if (is_primary(guard, cell))
			want_at_first(guard, cell);
	}
	guard_set_all(guard, DISCLOSE_SHOWN);
	if (are_all_wide(guard))
		return;
	name_values(guard);
	if (are_all_wide(guard))
		return;
	guard_set_all(guard, DISCLOSE_SECONDARY);
	name_values(guard);
	guard_set_all(guard, DISCLOSE_SHOWN);
	expose_narrow(guard);
}

uint32_t
guard_lower(const struct guard *guard, uint32_t cell, bool up)
{
	struct disclose_range *wanted = &guard->wanted[cell];

	guard->system->cells[cell].exposed = true;
	return up ? --wanted->most : ++wanted->least;
}
