#include "disclose/attack.h"

#include "base/task.h"
#include "disclose/puzzle.h"

struct work {
	const struct disclose_system *system;
	struct net net;
	struct blocks blocks;
	struct disclose_range *ranges;
	bool *contradicts; /* of each block */
	bool hidden_only;
};

static bool
is_sought(const struct work *work, uint32_t number)
{
	const struct disclose_cell *cell = &work->system->cells[number];

	if (work->hidden_only)
		return cell->state != DISCLOSE_SHOWN && !cell->kept && !cell->absent;
	return cell->state != DISCLOSE_SHOWN || cell->kept || cell->absent;
}

static void
attack_block(void *context, size_t piece)
{
	AUTO_ARENA arena = { 0 };
	struct work *work = context;
	struct block block = work->blocks.blocks[piece];
	struct puzzle puzzle;

	work->contradicts[piece] =
	    puzzle_init(&puzzle, &arena, &work->net, block, false) != PUZZLE_SOLVED;
	for (uint32_t i = 0; !work->contradicts[piece] && i < block.count; i++)
		if (is_sought(work, block.cells[i]))
			work->ranges[block.cells[i]] = puzzle_range(&puzzle, i);
	puzzle_done(&puzzle);
	linear_end_thread();
}

/* Sums of which nothing is unknown are in no block. */
static bool
check_known(const struct net *net, struct err *err)
{
	for (uint32_t sum = 0; sum < net->system->sum_count; sum++) {
		int64_t rest = 0;
		bool known = true;
		for (uint32_t i = net_sum_from(net, sum); i <= net_sum_until(net, sum);
		     i++) {
			struct disclose_range seen =
			    disclose_seen(net->system, net_cell_at(net, sum, i));
			known &= seen.least == seen.most;
			rest += net_sign_at(net, sum, i) * (int64_t)seen.least;
		}
		if (known && rest != 0)
			return err_set(err, FAULT_INPUT,
			    "the parts of sum %u do not add up to its total", sum);
	}
	return true;
}

/* Only blocks with a count that is marked. */
static void
keep_near(struct blocks *blocks, const bool *near)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < blocks->count; i++) {
		bool found = false;
		for (uint32_t j = 0; j < blocks->blocks[i].count && !found; j++)
			found = near[blocks->blocks[i].cells[j]];
		if (found)
			blocks->blocks[count++] = blocks->blocks[i];
	}
	blocks->count = count;
}

/* What is seen, and the blocks of what is not known. */
static void
set_up(struct work *work, struct arena *arena, const struct disclose_system *system)
{
	uint32_t *loose = ARENA_NEW(arena, uint32_t, system->cell_count), count = 0;

	for (uint32_t i = 0; i < system->cell_count; i++) {
		work->ranges[i] = disclose_seen(system, i);
		if (puzzle_is_unknown(system, i))
			loose[count++] = i;
	}
	work->system = system;
	work->net = net_of(arena, system);
	work->blocks = net_split(arena, &work->net, loose, count);
}

/* near: by number of count; NULL is all. */
static bool
attack(const struct disclose_system *system, const bool *near, size_t threads,
    struct disclose_range *ranges, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct work work = { .ranges = ranges };

	set_up(&work, &arena, system);
	if (!check_known(&work.net, err))
		return false;
	if (near)
		keep_near(&work.blocks, near);
	work.contradicts = ARENA_NEW(&arena, bool, work.blocks.count);
	task_run(threads, work.blocks.count, attack_block, &work);
	for (uint32_t i = 0; i < work.blocks.count; i++)
		if (work.contradicts[i])
			return err_set(err, FAULT_INPUT,
			    "what is shown contradicts itself: nothing that count %u "
			    "could be makes the sums come out",
			    work.blocks.blocks[i].cells[0]);
	return true;
}

bool
disclose_attack(const struct disclose_system *system, size_t threads,
    struct disclose_range *ranges, struct err *err)
{
	return disclose_system_check(system, false, err) &&
	       attack(system, NULL, threads, ranges, err);
}

/* Blocks without a hidden count have nothing to tell. */
static void
keep_hidden(struct work *work, struct arena *arena)
{
	bool *near = ARENA_NEW(arena, bool, work->system->cell_count);

	for (uint32_t i = 0; i < work->system->cell_count; i++)
		near[i] = is_sought(work, i);
	keep_near(&work->blocks, near);
}

bool
disclose_attack_hidden(const struct disclose_system *system, size_t threads,
    struct disclose_range *ranges, bool *contradicts, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct work work = { .ranges = ranges, .hidden_only = true };

	if (!disclose_system_check(system, false, err))
		return false;
	set_up(&work, &arena, system);
	keep_hidden(&work, &arena);
	work.contradicts = ARENA_NEW(&arena, bool, work.blocks.count);
	task_run(threads, work.blocks.count, attack_block, &work);
	for (uint32_t i = 0; i < system->cell_count; i++)
		contradicts[i] = false;
	for (uint32_t i = 0; i < work.blocks.count; i++)
		for (uint32_t j = 0; j < work.blocks.blocks[i].count; j++)
			contradicts[work.blocks.blocks[i].cells[j]] =
			    work.contradicts[i];
	return true;
}

bool
disclose_attack_near(const struct disclose_system *system, const uint32_t *cells,
    uint32_t count, struct disclose_range *ranges, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	bool *near = ARENA_NEW(&arena, bool, system->cell_count);

	if (!disclose_system_check(system, false, err))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		if (cells[i] >= system->cell_count)
			return err_set(err, FAULT_INPUT, "no count %u, want one of %u",
			    cells[i], system->cell_count);
		near[cells[i]] = true;
	}
	return attack(system, near, 1, ranges, err);
}
