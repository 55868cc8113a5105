#include "disclose/cover.h"

#include <math.h>
#include <stdlib.h>

/* Where the search is given up: rounds and nodes for a block, candidates that hang
 * together, counts in a block. Areas in three levels by sexes have clusters of 20; with
 * running years everything hangs together. */
enum { ROUNDS = 200, NODES = 5000, CLUSTER = 100, BLOCK = 5000 };

/* Contributions smaller than that are errors of rounding. */
static const double trifle = 1e-7;

/* An inequality: the weights of the candidates chosen come to at least `need`. */
struct cut {
	uint32_t from, count; /* of the entries */
	double need;
	uint32_t cell; /* the count that fell short, or NO_CELL */
};

#define NO_CELL UINT32_MAX

struct entry {
	uint32_t candidate;
	double weight;
};

struct search {
	struct guard *guard;
	struct arena arena;
	uint32_t *candidates, candidate_count; /* counts that may be hidden */
	bool *chosen;
	struct cut *cuts;
	struct entry *entries;
	uint32_t cut_count, cut_room, entry_count, entry_room;
	uint32_t solved;   /* so many cuts were there when last solved */
	uint32_t nodes;    /* left of the search in whole numbers */
	uint32_t *cluster; /* of each candidate, while solving */
};

static void
add_entry(struct search *search, uint32_t candidate, double weight)
{
	if (search->entry_count == search->entry_room) {
		search->entry_room = search->entry_room ? 2 * search->entry_room : 256;
		search->entries = memory_grow(
		    search->entries, search->entry_room, sizeof *search->entries);
	}
	search->entries[search->entry_count++] =
	    (struct entry){ .candidate = candidate, .weight = weight };
}

/* Of the entries since `from`. */
static void
add_cut(struct search *search, uint32_t from, double need, uint32_t cell)
{
	if (search->cut_count == search->cut_room) {
		search->cut_room = search->cut_room ? 2 * search->cut_room : 64;
		search->cuts =
		    memory_grow(search->cuts, search->cut_room, sizeof *search->cuts);
	}
	search->cuts[search->cut_count++] = (struct cut){
		.from = from,
		.count = search->entry_count - from,
		.need = need,
		.cell = cell,
	};
}

/* How much room a range gives to a count on the side that its lean favours. */
static double
room(double lean, uint32_t value, struct disclose_range range)
{
	if (lean < 0)
		return -lean * ((double)value - (double)range.least);
	if (range.most == DISCLOSE_ANY)
		return (double)INFINITY;
	return lean * ((double)range.most - (double)value);
}

/* What each count of the puzzle's sums contributes to the one that fell short, per
 * person: see puzzle_push. */
static void
lean_by_prices(const struct search *search, const struct puzzle *puzzle, double side)
{
	const struct net *net = puzzle->net;

	for (uint32_t i = 0; i < puzzle->sum_count; i++) {
		uint32_t sum = puzzle->sums[i];
		if (puzzle->prices[i] == 0)
			continue;
		for (uint32_t j = net_sum_from(net, sum); j <= net_sum_until(net, sum);
		     j++)
			if (net->cell_marks[net_cell_at(net, sum, j)])
				search->guard->lean[net_cell_at(net, sum, j)] -=
				    side * puzzle->prices[i] * net_sign_at(net, sum, j);
	}
}

/* Counts that belong to the block are marked, candidates with their number plus 2. */
static void
mark_block(const struct search *search, bool on)
{
	const struct block *block = &search->guard->block;
	uint32_t *marks = search->guard->net->cell_marks;

	for (uint32_t i = 0; i < block->count; i++)
		marks[block->cells[i]] = on;
	for (uint32_t i = 0; on && i < search->candidate_count; i++)
		marks[search->candidates[i]] = i + 2;
}

/* Turns leans into entries, back to zeros, and returns how much is still needed beyond
 * what counts contribute that are hidden or rounded anyway. */
static double
weigh(struct search *search, double need)
{
	const struct guard *guard = search->guard;

	for (uint32_t i = 0; i < guard->block.count; i++) {
		uint32_t cell = guard->block.cells[i];
		uint32_t mark = guard->net->cell_marks[cell];
		double lean = guard->lean[cell];
		guard->lean[cell] = 0;
		if (fabs(lean) < trifle)
			continue;
		uint32_t value = guard->system->cells[cell].value;
		if (mark < 2) {
			need -= room(lean, value, disclose_seen(guard->system, cell));
			continue;
		}
		double shown = room(
		    lean, value, disclose_seen_as(guard->system, cell, DISCLOSE_SHOWN));
		double hidden = room(lean, value,
		    disclose_seen_as(guard->system, cell, DISCLOSE_SECONDARY));
		need -= shown;
		if (hidden - shown > trifle)
			add_entry(search, mark - 2, hidden - shown);
	}
	return need;
}

/* One more than is chosen now; false when that is all there are. */
static bool
cut_present(struct search *search, uint32_t cell)
{
	uint32_t from = search->entry_count;

	for (uint32_t i = 0; i < search->candidate_count; i++)
		if (!search->chosen[i])
			add_entry(search, i, 1);
	if (search->entry_count == from)
		return false;
	add_cut(search, from, 1, cell);
	return true;
}

/* What the prices say, no entry heavier than what is needed; false when hiding all
 * would not be enough. */
static bool
cut_by_prices(struct search *search, struct puzzle *puzzle, uint32_t place, bool up,
    uint32_t goal)
{
	const struct guard *guard = search->guard;
	uint32_t cell = puzzle->block.cells[place], from = search->entry_count;
	double side = up ? 1 : -1, value = guard->system->cells[cell].value, sum = 0;

	mark_block(search, true);
	guard->lean[cell] += side;
	lean_by_prices(search, puzzle, side);
	double need = weigh(search, fabs((double)goal - value));
	mark_block(search, false);
	for (uint32_t i = from; need > trifle && i < search->entry_count; i++) {
		struct entry *entry = &search->entries[i];
		entry->weight = fmin(entry->weight / need, 1);
		sum += entry->weight;
	}
	if (need > trifle && sum > 1 - trifle) {
		add_cut(search, from, 1 - trifle, cell);
		return true;
	}
	search->entry_count = from;
	/* No need is the solver contradicting itself. */
	return need < trifle && cut_present(search, cell);
}

/* Less is wanted of the count than the cuts made for it ask for. */
static void
lower(struct search *search, uint32_t cell, bool up)
{
	guard_lower(search->guard, cell, up);
	for (uint32_t i = 0; i < search->cut_count; i++)
		if (search->cuts[i].cell == cell)
			search->cuts[i].need = 0;
	search->solved = 0;
}

static void
visit(void *context, struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal,
    enum puzzle_answer answer)
{
	struct search *search = context;
	uint32_t cell = puzzle->block.cells[place];
	bool met = answer == PUZZLE_SHORT
		       ? cut_by_prices(search, puzzle, place, up, goal)
		       : cut_present(search, cell);

	if (!met)
		lower(search, cell, up);
}

/* Asks for company of a chosen count where it has none in the sum; returns whether it
 * had to. */
static bool
add_company(struct search *search, uint32_t candidate, uint32_t sum)
{
	const struct net *net = search->guard->net;
	uint32_t cell = search->candidates[candidate], from = search->entry_count;

	for (uint32_t i = net_sum_from(net, sum); i <= net_sum_until(net, sum); i++) {
		uint32_t other = net_cell_at(net, sum, i);
		if (other == cell)
			continue;
		if (puzzle_is_unknown(net->system, other)) {
			search->entry_count = from;
			return false;
		}
		if (net->cell_marks[other] >= 2)
			add_entry(search, net->cell_marks[other] - 2, 1);
	}
	add_entry(search, candidate, -1);
	add_cut(search, from, 0, NO_CELL);
	return true;
}

static bool
add_companies(struct search *search)
{
	const struct net *net = search->guard->net;
	bool added = false;

	mark_block(search, true);
	for (uint32_t i = 0; i < search->candidate_count; i++) {
		uint32_t cell = search->candidates[i];
		if (!search->chosen[i])
			continue;
		for (uint32_t j = net->from[cell]; j < net->from[cell + 1]; j++)
			added |= add_company(search, i, net->sums[j]);
	}
	mark_block(search, false);
	return added;
}

static uint32_t
head(uint32_t *cluster, uint32_t candidate)
{
	while (cluster[candidate] != candidate) {
		cluster[candidate] = cluster[cluster[candidate]];
		candidate = cluster[candidate];
	}
	return candidate;
}

/* Candidates that share a cut, or hang together by others that do, form a cluster,
 * named by its first. */
static void
find_clusters(struct search *search)
{
	for (uint32_t i = 0; i < search->candidate_count; i++)
		search->cluster[i] = i;
	for (uint32_t i = 0; i < search->cut_count; i++) {
		const struct entry *entries = &search->entries[search->cuts[i].from];
		for (uint32_t j = 1; j < search->cuts[i].count; j++) {
			uint32_t a = head(search->cluster, entries[0].candidate);
			uint32_t b = head(search->cluster, entries[j].candidate);
			search->cluster[a > b ? a : b] = a < b ? a : b;
		}
	}
	for (uint32_t i = 0; i < search->candidate_count; i++)
		search->cluster[i] = head(search->cluster, i);
}

static uint32_t
cluster_of(const struct search *search, uint32_t cut)
{
	return search->cluster[search->entries[search->cuts[cut].from].candidate];
}

/* Those of a cluster: candidates and cuts. */
struct cluster {
	uint32_t *members, *cuts, member_count, cut_count;
};

static struct cluster
members_of(struct search *search, struct arena *arena, uint32_t name)
{
	struct cluster cluster = {
		.members = ARENA_NEW(arena, uint32_t, search->candidate_count),
		.cuts = ARENA_NEW(arena, uint32_t, search->cut_count),
	};

	for (uint32_t i = name; i < search->candidate_count; i++)
		if (search->cluster[i] == name)
			cluster.members[cluster.member_count++] = i;
	for (uint32_t i = 0; i < search->cut_count; i++)
		if (cluster_of(search, i) == name)
			cluster.cuts[cluster.cut_count++] = i;
	return cluster;
}

/* Costs first, then how many, then how far to the front: all places together count for
 * less than one count more, and all counts for less than a unit of cost. */
static double
cost_of(const struct search *search, const struct cluster *cluster, uint32_t member)
{
	uint32_t cell = search->candidates[cluster->members[member]];
	double count = cluster->member_count;

	return search->guard->system->cells[cell].weight + 0.25 / count +
	       0.25 * member / (count * count * count);
}

static struct linear *
program_of(struct search *search, const struct cluster *cluster, uint32_t *column)
{
	struct linear *linear = linear_new(cluster->cut_count, cluster->member_count);

	for (uint32_t i = 0; i < cluster->member_count; i++) {
		column[cluster->members[i]] = i;
		linear_column(linear, i, 0, 1);
		linear_goal(linear, i, cost_of(search, cluster, i));
	}
	for (uint32_t i = 0; i < cluster->cut_count; i++) {
		const struct cut *cut = &search->cuts[cluster->cuts[i]];
		linear_row(linear, i, cut->need, (double)INFINITY);
		for (uint32_t j = cut->from; j < cut->from + cut->count; j++)
			linear_put(linear, i, column[search->entries[j].candidate],
			    search->entries[j].weight);
	}
	linear_load(linear);
	linear_from_zero(linear);
	return linear;
}

/* LINEAR_NONE: nothing meets the cuts. */
static enum linear_answer
solve_cluster(struct search *search, uint32_t name)
{
	AUTO_ARENA arena = { 0 };
	struct cluster cluster = members_of(search, &arena, name);
	uint32_t *column = ARENA_NEW(&arena, uint32_t, search->candidate_count);

	if (cluster.member_count > CLUSTER)
		return LINEAR_LOST;
	struct linear *linear = program_of(search, &cluster, column);
	enum linear_answer answer = linear_solve(linear, false);
	if (answer == LINEAR_BEST)
		answer = linear_solve_whole(linear, &search->nodes);
	for (uint32_t i = 0; answer == LINEAR_BEST && i < cluster.member_count; i++)
		search->chosen[cluster.members[i]] = linear_value(linear, i) > 0.5;
	linear_free(linear);
	return answer;
}

static void
lower_short(void *context, struct puzzle *puzzle, uint32_t place, bool up,
    uint32_t goal, enum puzzle_answer answer)
{
	(void)goal, (void)answer;
	lower(context, puzzle->block.cells[place], up);
}

/* Nothing meets the cuts of a cluster: one of the counts they were made for cannot be
 * opened as far as is wanted, not even by hiding all. False when each of them can. */
static bool
settle(struct search *search, uint32_t name)
{
	AUTO_ARENA arena = { 0 };
	struct guard some = *search->guard;
	bool lowered = false;

	some.wanted = ARENA_NEW(&arena, struct disclose_range, some.system->cell_count);
	for (uint32_t i = 0; i < some.system->cell_count; i++)
		some.wanted[i] = (struct disclose_range){ 1, 0 };
	for (uint32_t i = 0; i < search->cut_count; i++)
		if (search->cuts[i].cell != NO_CELL && cluster_of(search, i) == name)
			some.wanted[search->cuts[i].cell] =
			    search->guard->wanted[search->cuts[i].cell];
	some.safe = ARENA_NEW(&arena, uint64_t, some.system->cell_count);
	guard_set_all(&some, DISCLOSE_SECONDARY);
	lowered = guard_test(&some, GUARD_ALL, lower_short, search) > 0;
	guard_set_all(&some, DISCLOSE_SHOWN);
	return lowered;
}

/* The cheapest choice that meets all cuts: only clusters with a new one are solved. */
static bool
solve(struct search *search)
{
	find_clusters(search);
	for (uint32_t i = search->solved; i < search->cut_count; i++) {
		uint32_t name = cluster_of(search, i);
		bool done = false;
		for (uint32_t j = search->solved; j < i && !done; j++)
			done = cluster_of(search, j) == name;
		enum linear_answer answer =
		    done ? LINEAR_BEST : solve_cluster(search, name);
		if (answer == LINEAR_NONE && settle(search, name))
			return solve(search);
		if (answer != LINEAR_BEST)
			return false;
	}
	search->solved = search->cut_count;
	return true;
}

static void
set_pattern(const struct search *search)
{
	for (uint32_t i = 0; i < search->candidate_count; i++)
		search->guard->system->cells[search->candidates[i]].state =
		    search->chosen[i] ? DISCLOSE_SECONDARY : DISCLOSE_SHOWN;
}

static bool
run(struct search *search)
{
	for (int round = 0; round < ROUNDS; round++) {
		if (!solve(search))
			return false;
		set_pattern(search);
		if (add_companies(search))
			continue;
		if (guard_test(search->guard, GUARD_ALL, visit, search) == 0)
			return true;
	}
	return false;
}

bool
cover(struct guard *guard)
{
	struct search search = { .guard = guard, .nodes = NODES };
	uint32_t count = guard->block.count;

	if (count > BLOCK)
		return false;

	search.candidates = ARENA_NEW(&search.arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		if (disclose_may_hide(guard->system, guard->block.cells[i]))
			search.candidates[search.candidate_count++] =
			    guard->block.cells[i];
	search.chosen = ARENA_NEW(&search.arena, bool, search.candidate_count);
	search.cluster = ARENA_NEW(&search.arena, uint32_t, search.candidate_count);
	bool found = run(&search);
	if (!found)
		for (uint32_t i = 0; i < search.candidate_count; i++)
			guard->system->cells[search.candidates[i]].state =
			    DISCLOSE_SHOWN;
	free(search.cuts);
	free(search.entries);
	arena_done(&search.arena);
	return found;
}
