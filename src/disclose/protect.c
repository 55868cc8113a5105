#include "disclose/protect.h"

#include "base/task.h"
#include "disclose/cover.h"
#include "disclose/mend.h"

uint32_t
disclose_primary(struct disclose_system *system)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < system->cell_count; i++) {
		struct disclose_cell *cell = &system->cells[i];
		bool small = !cell->kept &&
			     disclose_is_small(system->rule, cell->level, cell->value);
		cell->state = small ? DISCLOSE_PRIMARY : DISCLOSE_SHOWN;
		cell->exposed = false;
		count += small && !cell->absent;
	}
	return count;
}

/* What the threads share; a block each. */
struct work {
	struct disclose_system *system;
	struct net net;
	struct blocks blocks;
	struct disclose_range *wanted;
	uint64_t *safe;
	double *lean;
	bool *least; /* of each block */
	enum disclose_effort effort;
};

static void
protect_block(void *context, size_t piece)
{
	struct work *work = context;
	struct guard guard = {
		.system = work->system,
		.net = &work->net,
		.block = work->blocks.blocks[piece],
		.wanted = work->wanted,
		.safe = work->safe,
		.lean = work->lean,
	};

	guard_begin(&guard);
	work->least[piece] = work->effort == DISCLOSE_THOROUGH && cover(&guard);
	if (!work->least[piece]) {
		mend(&guard);
		mend_trim(&guard);
	}
	linear_end_thread();
}

/* The blocks of all that is not known, or may be made so, in which there is something
 * to protect. */
static struct blocks
blocks_of(
    const struct disclose_system *system, const struct net *net, struct arena *arena)
{
	uint32_t *cells = ARENA_NEW(arena, uint32_t, system->cell_count), count = 0;

	for (uint32_t i = 0; i < system->cell_count; i++)
		if (disclose_may_hide(system, i) || puzzle_is_unknown(system, i))
			cells[count++] = i;

	struct blocks blocks = net_split(arena, net, cells, count);
	count = 0;
	for (uint32_t i = 0; i < blocks.count; i++) {
		bool small = false;
		for (uint32_t j = 0; j < blocks.blocks[i].count && !small; j++)
			small = system->cells[blocks.blocks[i].cells[j]].state ==
				DISCLOSE_PRIMARY;
		if (small)
			blocks.blocks[count++] = blocks.blocks[i];
	}
	blocks.count = count;
	return blocks;
}

static struct disclose_outcome
add_up(const struct disclose_system *system)
{
	struct disclose_outcome out = { 0 };

	for (uint32_t i = 0; i < system->cell_count; i++) {
		const struct disclose_cell *cell = &system->cells[i];
		out.primary += cell->state == DISCLOSE_PRIMARY && !cell->absent;
		out.exposed += cell->exposed;
		if (cell->state != DISCLOSE_SECONDARY)
			continue;
		out.secondary++;
		out.weight += cell->weight;
	}
	return out;
}

/* As it is after primary suppression. */
static void
show_secondary(struct disclose_system *system)
{
	for (uint32_t i = 0; i < system->cell_count; i++) {
		if (system->cells[i].state == DISCLOSE_SECONDARY)
			system->cells[i].state = DISCLOSE_SHOWN;
		system->cells[i].exposed = false;
	}
}

/* The rule names the counts that have to stay open. Where it names only how many, which
 * ones is settled before the search, and another choice might have been cheaper. */
static bool
names_counts(const struct disclose_rule *rule)
{
	return rule->reach.least <= rule->reach.most &&
	       (rule->values == 0 ||
		   rule->reach.most - rule->reach.least >= rule->values - 1);
}

bool
disclose_secondary(struct disclose_system *system, enum disclose_effort effort,
    size_t threads, struct disclose_outcome *out, struct err *err)
{
	AUTO_ARENA arena = { 0 };

	show_secondary(system);
	if (!disclose_system_check(system, true, err))
		return false;

	struct work work = {
		.system = system,
		.net = net_of(&arena, system),
		.wanted = ARENA_NEW(&arena, struct disclose_range, system->cell_count),
		.safe = ARENA_NEW(&arena, uint64_t, system->cell_count),
		.lean = ARENA_NEW(&arena, double, system->cell_count),
		.effort = effort,
	};
	work.blocks = blocks_of(system, &work.net, &arena);
	work.least = ARENA_NEW(&arena, bool, work.blocks.count);
	task_run(threads, work.blocks.count, protect_block, &work);
	*out = add_up(system);
	out->least = names_counts(system->rule);
	for (uint32_t i = 0; i < work.blocks.count; i++)
		out->least &= work.least[i];
	out->least |= out->secondary == 0;
	return true;
}
