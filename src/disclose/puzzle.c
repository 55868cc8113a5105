#include "disclose/puzzle.h"

#include <assert.h>
#include <math.h>

/* Beyond so many nodes a search in whole numbers is given up. Systems of areas, sexes
 * and years want a handful at the most. */
enum { NODES = 2000 };

/* How far numbers of the solver stray from whole ones. */
static const double stray = 1e-5;

static bool
is_one(struct disclose_range range)
{
	return range.least == range.most;
}

bool
puzzle_is_unknown(const struct disclose_system *system, uint32_t cell)
{
	struct disclose_range seen = disclose_seen(system, cell);

	return seen.least < seen.most;
}

/* The sums that have an unknown, marked with their place plus 1, the counts likewise.
 */
static void
mark(struct puzzle *puzzle, struct arena *arena)
{
	const struct net *net = puzzle->net;
	uint32_t entries = 0;

	for (uint32_t i = 0; i < puzzle->block.count; i++) {
		uint32_t cell = puzzle->block.cells[i];
		net->cell_marks[cell] = i + 1;
		entries += net->from[cell + 1] - net->from[cell];
	}
	puzzle->sums = ARENA_NEW(arena, uint32_t, entries);
	puzzle->row_places = ARENA_NEW(arena, uint32_t, entries);
	puzzle->row_signs = ARENA_NEW(arena, int8_t, entries);
	for (uint32_t i = 0; i < puzzle->block.count; i++) {
		uint32_t cell = puzzle->block.cells[i];
		for (uint32_t j = net->from[cell]; j < net->from[cell + 1]; j++)
			if (!net->sum_marks[net->sums[j]]) {
				puzzle->sums[puzzle->sum_count++] = net->sums[j];
				net->sum_marks[net->sums[j]] = puzzle->sum_count;
			}
	}
	puzzle->row_from = ARENA_NEW(arena, uint32_t, puzzle->sum_count + 1);
	puzzle->row_sums = ARENA_NEW(arena, int64_t, puzzle->sum_count);
	puzzle->prices = ARENA_NEW(arena, double, puzzle->sum_count);
}

static void
unmark(const struct puzzle *puzzle)
{
	for (uint32_t i = 0; i < puzzle->block.count; i++)
		puzzle->net->cell_marks[puzzle->block.cells[i]] = 0;
	for (uint32_t i = 0; i < puzzle->sum_count; i++)
		puzzle->net->sum_marks[puzzle->sums[i]] = 0;
}

/* The unknowns of a sum and what they have to come to, given the known ones. */
static void
fill_row(struct puzzle *puzzle, uint32_t row)
{
	const struct net *net = puzzle->net;
	uint32_t sum = puzzle->sums[row], at = puzzle->row_from[row];

	for (uint32_t i = net_sum_from(net, sum); i <= net_sum_until(net, sum); i++) {
		uint32_t cell = net_cell_at(net, sum, i);
		int sign = net_sign_at(net, sum, i);
		if (net->cell_marks[cell]) {
			puzzle->row_places[at] = net->cell_marks[cell] - 1;
			puzzle->row_signs[at++] = (int8_t)sign;
		} else {
			struct disclose_range seen = disclose_seen(net->system, cell);
			assert(is_one(seen));
			puzzle->row_sums[row] -= sign * (int64_t)seen.least;
		}
	}
	puzzle->row_from[row + 1] = at;
}

static double
number_of(uint32_t count)
{
	return count == DISCLOSE_ANY ? (double)INFINITY : (double)count;
}

static void
set_limits(struct puzzle *puzzle, uint32_t place, struct disclose_range limits)
{
	linear_column(
	    puzzle->linear, place, number_of(limits.least), number_of(limits.most));
}

static void
fill_linear(struct puzzle *puzzle)
{
	puzzle->linear = linear_new(puzzle->sum_count, puzzle->block.count);
	for (uint32_t i = 0; i < puzzle->sum_count; i++) {
		double sum = (double)puzzle->row_sums[i];
		linear_row(puzzle->linear, i, sum, sum);
		for (uint32_t j = puzzle->row_from[i]; j < puzzle->row_from[i + 1]; j++)
			linear_put(puzzle->linear, i, puzzle->row_places[j],
			    puzzle->row_signs[j]);
	}
	linear_load(puzzle->linear);
	for (uint32_t i = 0; i < puzzle->block.count; i++)
		set_limits(puzzle, i, puzzle->limits[i]);
}

static bool
adds_up(const struct puzzle *puzzle)
{
	for (uint32_t i = 0; i < puzzle->sum_count; i++) {
		int64_t sum = 0;
		for (uint32_t j = puzzle->row_from[i]; j < puzzle->row_from[i + 1]; j++)
			sum +=
			    puzzle->row_signs[j] * puzzle->trial[puzzle->row_places[j]];
		if (sum != puzzle->row_sums[i])
			return false;
	}
	return true;
}

/* Takes the solver at its word only where the numbers next to its own are a solution;
 * then they are met. */
static bool
meet(struct puzzle *puzzle, bool first)
{
	for (uint32_t i = 0; i < puzzle->block.count; i++) {
		double value = round(linear_value(puzzle->linear, i));
		struct disclose_range limits = puzzle->limits[i];
		if (value < (double)limits.least || value > number_of(limits.most) ||
		    value > (double)DISCLOSE_MOST)
			return false;
		puzzle->trial[i] = (int64_t)value;
	}
	if (!adds_up(puzzle))
		return false;
	for (uint32_t i = 0; i < puzzle->block.count; i++) {
		uint32_t value = (uint32_t)puzzle->trial[i];
		if (first || value < puzzle->met[i].least)
			puzzle->met[i].least = value;
		if (first || value > puzzle->met[i].most)
			puzzle->met[i].most = value;
	}
	return true;
}

/* In whole numbers, and whether that met anything. */
static bool
solve_whole(struct puzzle *puzzle, bool first)
{
	uint32_t nodes = NODES;

	return linear_solve_whole(puzzle->linear, &nodes) == LINEAR_BEST &&
	       meet(puzzle, first);
}

static enum puzzle_start
find_first(struct puzzle *puzzle)
{
	if (linear_solve(puzzle->linear, true) != LINEAR_BEST)
		return PUZZLE_IMPOSSIBLE;
	return meet(puzzle, true) || solve_whole(puzzle, true) ? PUZZLE_SOLVED
							       : PUZZLE_IMPOSSIBLE;
}

enum puzzle_start
puzzle_init(struct puzzle *puzzle, struct arena *arena, const struct net *net,
    struct block block, bool given)
{
	*puzzle = (struct puzzle){ .net = net, .block = block };
	puzzle->limits = ARENA_NEW(arena, struct disclose_range, block.count);
	puzzle->met = ARENA_NEW(arena, struct disclose_range, block.count);
	puzzle->trial = ARENA_NEW(arena, int64_t, block.count);
	mark(puzzle, arena);
	for (uint32_t i = 0; i < puzzle->sum_count; i++)
		fill_row(puzzle, i);
	unmark(puzzle);
	for (uint32_t i = 0; i < block.count; i++) {
		uint32_t value = net->system->cells[block.cells[i]].value;
		puzzle->limits[i] = disclose_seen(net->system, block.cells[i]);
		puzzle->met[i] = (struct disclose_range){ value, value };
	}
	fill_linear(puzzle);
	return given ? PUZZLE_SOLVED : find_first(puzzle);
}

void
puzzle_done(struct puzzle *puzzle)
{
	linear_free(puzzle->linear);
	puzzle->linear = NULL;
}

static bool
has_met(const struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal)
{
	return up ? puzzle->met[place].most >= goal : puzzle->met[place].least <= goal;
}

static bool
is_beyond(const struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal)
{
	return up ? puzzle->limits[place].most < goal
		  : puzzle->limits[place].least > goal;
}

/* Moves the limit on the side of the goal to it. */
static void
cap(struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal)
{
	struct disclose_range limits = puzzle->limits[place];

	if (up)
		limits.most = goal;
	else
		limits.least = goal;
	set_limits(puzzle, place, limits);
}

static enum puzzle_answer
push_capped(struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal)
{
	if (linear_solve(puzzle->linear, up) != LINEAR_BEST)
		return PUZZLE_GAPPED;
	meet(puzzle, false);
	if (has_met(puzzle, place, up, goal))
		return PUZZLE_REACHED;
	double reached = linear_reached(puzzle->linear);
	if (up ? reached > (double)goal - stray : reached < (double)goal + stray) {
		solve_whole(puzzle, false);
		return has_met(puzzle, place, up, goal) ? PUZZLE_REACHED
							: PUZZLE_GAPPED;
	}
	for (uint32_t i = 0; i < puzzle->sum_count; i++)
		puzzle->prices[i] = linear_price(puzzle->linear, i);
	return PUZZLE_SHORT;
}

enum puzzle_answer
puzzle_push(struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal)
{
	assert(goal <= DISCLOSE_MOST);
	if (has_met(puzzle, place, up, goal))
		return PUZZLE_REACHED;
	if (is_beyond(puzzle, place, up, goal)) {
		for (uint32_t i = 0; i < puzzle->sum_count; i++)
			puzzle->prices[i] = 0;
		return PUZZLE_SHORT;
	}
	linear_goal(puzzle->linear, place, 1);
	cap(puzzle, place, up, goal);
	enum puzzle_answer answer = push_capped(puzzle, place, up, goal);
	set_limits(puzzle, place, puzzle->limits[place]);
	linear_goal(puzzle->linear, place, 0);
	return answer;
}

static bool
wants(const struct puzzle *puzzle, const struct disclose_range *wanted, uint32_t place,
    bool up)
{
	uint32_t goal = up ? wanted[place].most : wanted[place].least;

	return wanted[place].least <= wanted[place].most &&
	       !has_met(puzzle, place, up, goal) && !is_beyond(puzzle, place, up, goal);
}

/* One go for all that want more in that direction, each capped at what it wants; false
 * when it got none of them there. */
static bool
stretch_once(struct puzzle *puzzle, const struct disclose_range *wanted, bool up)
{
	uint32_t wanting = 0, left = 0;

	for (uint32_t i = 0; i < puzzle->block.count; i++) {
		if (!wants(puzzle, wanted, i, up))
			continue;
		cap(puzzle, i, up, up ? wanted[i].most : wanted[i].least);
		linear_goal(puzzle->linear, i, 1);
		wanting++;
	}
	if (wanting == 0)
		return false;
	if (linear_solve(puzzle->linear, up) == LINEAR_BEST)
		meet(puzzle, false);
	for (uint32_t i = 0; i < puzzle->block.count; i++) {
		set_limits(puzzle, i, puzzle->limits[i]);
		linear_goal(puzzle->linear, i, 0);
		left += wants(puzzle, wanted, i, up);
	}
	return left < wanting;
}

void
puzzle_stretch(struct puzzle *puzzle, const struct disclose_range *wanted)
{
	while (stretch_once(puzzle, wanted, true))
		continue;
	while (stretch_once(puzzle, wanted, false))
		continue;
}

/* The limit in fractions, made whole towards the inside. */
static uint32_t
edge(struct puzzle *puzzle, uint32_t place, bool up)
{
	uint32_t *met = up ? &puzzle->met[place].most : &puzzle->met[place].least;
	enum linear_answer answer = linear_solve(puzzle->linear, up);

	if (answer == LINEAR_ENDLESS && up)
		return DISCLOSE_ANY;
	if (answer != LINEAR_BEST)
		return *met;
	meet(puzzle, false);
	double reached = linear_reached(puzzle->linear);
	reached = up ? floor(reached + stray) : ceil(reached - stray);
	if ((double)*met != reached)
		solve_whole(puzzle, false);
	return *met;
}

struct disclose_range
puzzle_range(struct puzzle *puzzle, uint32_t place)
{
	struct disclose_range range = puzzle->met[place];

	linear_goal(puzzle->linear, place, 1);
	if (range.least > puzzle->limits[place].least)
		range.least = edge(puzzle, place, false);
	if (range.most < puzzle->limits[place].most)
		range.most = edge(puzzle, place, true);
	linear_goal(puzzle->linear, place, 0);
	return range;
}
