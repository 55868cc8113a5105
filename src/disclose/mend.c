#include "disclose/mend.h"

#include <math.h>
#include <stdlib.h>

/* How many counts around the one that falls short are looked at first; four times as
 * many when that is not enough, in the end the block. */
enum { NEIGHBOURS = 80, NODES = 2000 };

/* A count moves by less than that only by errors of rounding. */
static const double trifle = 1e-6;

/* A count that falls short. */
struct gap {
	uint32_t cell, goal;
	bool up;
};

struct gaps {
	struct gap *gaps;
	uint32_t count, room;
};

static void
note(void *context, struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal,
    enum puzzle_answer answer)
{
	struct gaps *gaps = context;

	(void)answer;
	if (gaps->count == gaps->room) {
		gaps->room = gaps->room ? 2 * gaps->room : 64;
		gaps->gaps = memory_grow(gaps->gaps, gaps->room, sizeof *gaps->gaps);
	}
	gaps->gaps[gaps->count++] =
	    (struct gap){ .cell = puzzle->block.cells[place], .goal = goal, .up = up };
}

/* The counts around one, itself first, nearest first; marked with place plus 1. */
struct patch {
	uint32_t *cells, *sums; /* sums: all that have one of the counts; marked too */
	uint32_t cell_count, sum_count;
};

static void
add_cell(const struct guard *guard, struct patch *patch, uint32_t cell)
{
	/* Counts that cannot move belong to no block, and may stand between two. */
	bool moves = puzzle_is_unknown(guard->system, cell) ||
		     disclose_may_hide(guard->system, cell);

	if (!moves || guard->net->cell_marks[cell])
		return;
	patch->cells[patch->cell_count++] = cell;
	guard->net->cell_marks[cell] = patch->cell_count;
}

static void
add_sum(const struct guard *guard, struct patch *patch, uint32_t sum)
{
	if (guard->net->sum_marks[sum])
		return;
	patch->sums[patch->sum_count++] = sum;
	guard->net->sum_marks[sum] = patch->sum_count;
}

static struct patch
patch_around(
    const struct guard *guard, struct arena *arena, uint32_t cell, uint32_t size)
{
	const struct net *net = guard->net;
	uint32_t sums = 0;

	for (uint32_t i = 0; i < guard->block.count; i++)
		sums += net->from[guard->block.cells[i] + 1] -
			net->from[guard->block.cells[i]];
	struct patch patch = {
		.cells = ARENA_NEW(arena, uint32_t, guard->block.count),
		.sums = ARENA_NEW(arena, uint32_t, sums),
	};
	add_cell(guard, &patch, cell);
	for (uint32_t at = 0; at < patch.cell_count; at++) {
		uint32_t near = patch.cells[at];
		for (uint32_t i = net->from[near]; i < net->from[near + 1]; i++) {
			uint32_t sum = net->sums[i];
			add_sum(guard, &patch, sum);
			/* A sum is taken whole or not at all. */
			if (patch.cell_count >= size)
				continue;
			for (uint32_t j = net_sum_from(net, sum);
			     j <= net_sum_until(net, sum); j++)
				add_cell(guard, &patch, net_cell_at(net, sum, j));
		}
	}
	return patch;
}

static void
unmark(const struct guard *guard, const struct patch *patch)
{
	for (uint32_t i = 0; i < patch->cell_count; i++)
		guard->net->cell_marks[patch->cells[i]] = 0;
	for (uint32_t i = 0; i < patch->sum_count; i++)
		guard->net->sum_marks[patch->sums[i]] = 0;
}

/* Each count departs from its true value in up to four ways, a column of the program
 * each. */
enum way {
	UP_FREE, /* within what is seen of it: costs nothing */
	DOWN_FREE,
	UP_HIDDEN, /* beyond: it would have to be hidden */
	DOWN_HIDDEN,
	WAYS
};

/* The columns, those of a count together and in the order of the patch. */
struct move {
	uint32_t place; /* in the patch */
	enum way way;
	double most;
};

static double
distance(uint32_t least, uint32_t most)
{
	return most == DISCLOSE_ANY ? (double)INFINITY : (double)most - (double)least;
}

/* How far a count can go each way, from its true value or the end of what is seen. */
static void
measure(const struct guard *guard, uint32_t cell, double most[WAYS])
{
	uint32_t value = guard->system->cells[cell].value;
	struct disclose_range seen = disclose_seen(guard->system, cell), hidden = seen;

	if (disclose_may_hide(guard->system, cell))
		hidden = disclose_seen_as(guard->system, cell, DISCLOSE_SECONDARY);
	most[UP_FREE] = distance(value, seen.most);
	most[DOWN_FREE] = distance(seen.least, value);
	most[UP_HIDDEN] =
	    hidden.most > seen.most ? distance(seen.most, hidden.most) : 0;
	most[DOWN_HIDDEN] =
	    hidden.least < seen.least ? distance(hidden.least, seen.least) : 0;
}

/* All moves of a patch; returns how many. The first is that of the count itself, which
 * is to go as far as its goal and nowhere else. */
static uint32_t
list_moves(const struct guard *guard, const struct gap *gap, const struct patch *patch,
    struct move *moves)
{
	uint32_t count = 1;

	moves[0] = (struct move){
		.way = gap->up ? UP_FREE : DOWN_FREE,
		.most = fabs(
		    (double)gap->goal - (double)guard->system->cells[gap->cell].value),
	};
	for (uint32_t i = 1; i < patch->cell_count; i++) {
		double most[WAYS];
		measure(guard, patch->cells[i], most);
		for (unsigned way = 0; way < WAYS; way++)
			if (most[way] > 0)
				moves[count++] = (struct move){
					.place = i,
					.way = (enum way)way,
					.most = most[way],
				};
	}
	return count;
}

/* The cost is that of hiding, spread over as many persons as the count can help with.
 */
static double
cost_of(const struct guard *guard, const struct patch *patch, const struct move *move,
    double far)
{
	double weight = guard->system->cells[patch->cells[move->place]].weight;

	return move->way < UP_HIDDEN ? 0 : weight / fmin(far, move->most);
}

static struct linear *
program_of(const struct guard *guard, const struct patch *patch,
    const struct move *moves, uint32_t count)
{
	const struct net *net = guard->net;
	struct linear *linear = linear_new(patch->sum_count, count);

	for (uint32_t i = 0; i < patch->sum_count; i++)
		linear_row(linear, i, 0, 0);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t cell = patch->cells[moves[i].place];
		int way = moves[i].way % 2 ? -1 : 1;
		linear_column(linear, i, i == 0 ? moves[i].most : 0, moves[i].most);
		linear_goal(linear, i, cost_of(guard, patch, &moves[i], moves[0].most));
		for (uint32_t j = net->from[cell]; j < net->from[cell + 1]; j++) {
			uint32_t sum = net->sums[j];
			int sign = net->system->totals[sum] == cell ? -1 : 1;
			linear_put(linear, net->sum_marks[sum] - 1, i, way * sign);
		}
	}
	linear_load(linear);
	linear_from_zero(linear);
	return linear;
}

/* Whether the whole numbers next to the solver's are a table: every sum comes out and
 * no count leaves its range. Then they prove that the count can be where it should. */
static bool
is_table(const struct guard *guard, const struct patch *patch, const struct move *moves,
    uint32_t count, const struct linear *linear, int64_t *sums)
{
	const struct net *net = guard->net;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t cell = patch->cells[moves[i].place];
		double far = round(linear_value(linear, i));
		if (far < (i == 0 ? moves[i].most : 0) || far > moves[i].most ||
		    far > (double)DISCLOSE_MOST)
			return false;
		int64_t step = moves[i].way % 2 ? -(int64_t)far : (int64_t)far;
		for (uint32_t j = net->from[cell]; step && j < net->from[cell + 1];
		     j++) {
			uint32_t sum = net->sums[j];
			bool total = net->system->totals[sum] == cell;
			sums[net->sum_marks[sum] - 1] += total ? -step : step;
		}
	}
	for (uint32_t i = 0; i < patch->sum_count; i++)
		if (sums[i] != 0)
			return false;
	return true;
}

/* Hides what departs beyond what is seen of it. */
static void
hide_moved(const struct guard *guard, const struct patch *patch,
    const struct move *moves, uint32_t count, const struct linear *linear)
{
	for (uint32_t i = 1; i < count; i++)
		if (moves[i].way >= UP_HIDDEN && linear_value(linear, i) > trifle)
			guard->system->cells[patch->cells[moves[i].place]].state =
			    DISCLOSE_SECONDARY;
}

/* Looks for a table in which the count is at its goal, among those that differ from the
 * true one only in the patch; hides what it takes. */
static bool
find_table(const struct guard *guard, const struct gap *gap, const struct patch *patch,
    struct arena *arena)
{
	struct move *moves =
	    ARENA_NEW(arena, struct move, (size_t)patch->cell_count * WAYS + 1);
	uint32_t count = list_moves(guard, gap, patch, moves);
	struct linear *linear = program_of(guard, patch, moves, count);
	bool found = false;

	for (int whole = 0; whole < 2 && !found; whole++) {
		int64_t *sums = ARENA_NEW(arena, int64_t, patch->sum_count);
		uint32_t nodes = NODES;
		enum linear_answer answer = whole ? linear_solve_whole(linear, &nodes)
						  : linear_solve(linear, false);
		if (answer != LINEAR_BEST)
			break;
		found = is_table(guard, patch, moves, count, linear, sums);
	}
	if (found)
		hide_moved(guard, patch, moves, count, linear);
	linear_free(linear);
	return found;
}

static bool
find_near(const struct guard *guard, const struct gap *gap, uint32_t size)
{
	AUTO_ARENA arena = { 0 };
	struct patch patch = patch_around(guard, &arena, gap->cell, size);
	bool found = find_table(guard, gap, &patch, &arena);

	unmark(guard, &patch);
	return found;
}

static bool
find(const struct guard *guard, const struct gap *gap)
{
	struct disclose_range seen = disclose_seen(guard->system, gap->cell);

	if (gap->goal < seen.least || gap->goal > seen.most)
		return false;
	for (uint32_t size = NEIGHBOURS;; size *= 4) {
		if (find_near(guard, gap, size))
			return true;
		if (size >= guard->block.count)
			return false;
	}
}

/* What was hidden for one count serves others, and nothing is shown again: a table once
 * found stays one. */
void
mend(struct guard *guard)
{
	struct gaps gaps = { 0 };

	guard_test(guard, GUARD_ALL, note, &gaps);
	for (uint32_t i = 0; i < gaps.count; i++)
		while (!find(guard, &gaps.gaps[i]))
			gaps.gaps[i].goal =
			    guard_lower(guard, gaps.gaps[i].cell, gaps.gaps[i].up);
	free(gaps.gaps);
}

static int
costliest_first(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x < y) - (x > y);
}

/* Showing it would leave a small count alone in a sum. */
static bool
is_last_company(const struct guard *guard, uint32_t cell)
{
	const struct net *net = guard->net;

	for (uint32_t i = net->from[cell]; i < net->from[cell + 1]; i++) {
		uint32_t loose = 0, small = 0;
		for (uint32_t j = net_sum_from(net, net->sums[i]);
		     j <= net_sum_until(net, net->sums[i]); j++) {
			uint32_t other = net_cell_at(net, net->sums[i], j);
			if (other == cell || !puzzle_is_unknown(guard->system, other))
				continue;
			loose++;
			small += guard->system->cells[other].state == DISCLOSE_PRIMARY;
		}
		if (loose == 1 && small == 1)
			return true;
	}
	return false;
}

void
mend_trim(struct guard *guard)
{
	AUTO_ARENA arena = { 0 };
	struct disclose_cell *cells = guard->system->cells;
	uint64_t *order = ARENA_NEW(&arena, uint64_t, guard->block.count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < guard->block.count; i++) {
		uint32_t cell = guard->block.cells[i];
		if (cells[cell].state == DISCLOSE_SECONDARY)
			order[count++] = (uint64_t)cells[cell].weight << 32 | cell;
	}
	qsort(order, count, sizeof *order, costliest_first);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t cell = (uint32_t)order[i];
		if (is_last_company(guard, cell))
			continue;
		cells[cell].state = DISCLOSE_SHOWN;
		if (guard_test(guard, cell, NULL, NULL) > 0)
			cells[cell].state = DISCLOSE_SECONDARY;
	}
}
