#include "disclose/net.h"

struct net
net_of(struct arena *arena, const struct disclose_system *system)
{
	struct net net = { .system = system };
	uint32_t *from = ARENA_NEW(arena, uint32_t, system->cell_count + 2);

	/* Counted two places on, so that filling in moves each begin to where it
	 * belongs.
	 */
	for (uint32_t sum = 0; sum < system->sum_count; sum++)
		for (uint32_t at = net_sum_from(&net, sum);
		     at <= net_sum_until(&net, sum); at++)
			from[net_cell_at(&net, sum, at) + 2]++;
	for (uint32_t cell = 0; cell < system->cell_count; cell++)
		from[cell + 2] += from[cell + 1];
	net.sums = ARENA_NEW(arena, uint32_t, from[system->cell_count + 1]);
	for (uint32_t sum = 0; sum < system->sum_count; sum++)
		for (uint32_t at = net_sum_from(&net, sum);
		     at <= net_sum_until(&net, sum); at++)
			net.sums[from[net_cell_at(&net, sum, at) + 1]++] = sum;
	net.from = from;
	net.cell_marks = ARENA_NEW(arena, uint32_t, system->cell_count);
	net.sum_marks = ARENA_NEW(arena, uint32_t, system->sum_count);
	return net;
}

uint32_t
net_sum_from(const struct net *net, uint32_t sum)
{
	return net->system->part_from[sum];
}

uint32_t
net_sum_until(const struct net *net, uint32_t sum)
{
	return net->system->part_from[sum + 1];
}

uint32_t
net_cell_at(const struct net *net, uint32_t sum, uint32_t place)
{
	return place < net_sum_until(net, sum) ? net->system->parts[place]
					       : net->system->totals[sum];
}

int
net_sign_at(const struct net *net, uint32_t sum, uint32_t place)
{
	return place < net_sum_until(net, sum) ? 1 : -1;
}

/* The first of the block that a count is in. Each is marked with one of its block that
 * is not behind it, or with itself; marks are numbers of counts plus 1. */
static uint32_t
head(uint32_t *marks, uint32_t cell)
{
	while (marks[cell] != cell + 1) {
		marks[cell] = marks[marks[cell] - 1];
		cell = marks[cell] - 1;
	}
	return cell;
}

static void
join(uint32_t *marks, uint32_t a, uint32_t b)
{
	a = head(marks, a);
	b = head(marks, b);
	if (a < b)
		marks[b] = a + 1;
	else
		marks[a] = b + 1;
}

/* Joins a count with the first one met of each of its sums. */
static void
join_sums(const struct net *net, uint32_t cell)
{
	for (uint32_t i = net->from[cell]; i < net->from[cell + 1]; i++) {
		uint32_t *first = &net->sum_marks[net->sums[i]];
		if (*first)
			join(net->cell_marks, *first - 1, cell);
		else
			*first = cell + 1;
	}
}

static void
clear_marks(const struct net *net, const uint32_t *cells, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		net->cell_marks[cells[i]] = 0;
		for (uint32_t j = net->from[cells[i]]; j < net->from[cells[i] + 1]; j++)
			net->sum_marks[net->sums[j]] = 0;
	}
}

/* The heads get the numbers of their blocks for marks; returns how many there are. */
static uint32_t
number_heads(
    const struct net *net, const uint32_t *cells, uint32_t *heads, uint32_t count)
{
	uint32_t blocks = 0;

	for (uint32_t i = 0; i < count; i++)
		heads[i] = head(net->cell_marks, cells[i]);
	for (uint32_t i = 0; i < count; i++)
		if (heads[i] == cells[i])
			net->cell_marks[cells[i]] = blocks++;
	return blocks;
}

struct blocks
net_split(
    struct arena *arena, const struct net *net, const uint32_t *cells, uint32_t count)
{
	struct blocks out = { 0 };
	uint32_t *heads = ARENA_NEW(arena, uint32_t, count);
	uint32_t *pool = ARENA_NEW(arena, uint32_t, count);

	for (uint32_t i = 0; i < count; i++)
		net->cell_marks[cells[i]] = cells[i] + 1;
	for (uint32_t i = 0; i < count; i++)
		join_sums(net, cells[i]);
	out.count = number_heads(net, cells, heads, count);
	out.blocks = ARENA_NEW(arena, struct block, out.count);
	for (uint32_t i = 0; i < count; i++)
		out.blocks[net->cell_marks[heads[i]]].count++;
	for (uint32_t i = 0; i < out.count; i++) {
		out.blocks[i].cells = pool;
		pool += out.blocks[i].count;
		out.blocks[i].count = 0;
	}
	for (uint32_t i = 0; i < count; i++) {
		struct block *block = &out.blocks[net->cell_marks[heads[i]]];
		block->cells[block->count++] = cells[i];
	}
	clear_marks(net, cells, count);
	return out;
}
