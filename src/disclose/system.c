#include "disclose/system.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { WEIGHT_MOST = 1000000 };

void
disclose_system_done(struct disclose_system *system)
{
	free(system->cells);
	free(system->totals);
	free(system->part_from);
	free(system->parts);
	*system = (struct disclose_system){ .rule = system->rule };
}

/* Room for one more than count. */
static void *
grow(void *old, uint32_t count, uint32_t *room, size_t size)
{
	if (count < *room)
		return old;
	*room = *room ? 2 * *room : 64;
	return memory_grow(old, *room, size);
}

uint32_t
disclose_add_cell(
    struct disclose_system *system, enum disclose_level level, uint32_t value)
{
	system->cells = grow(system->cells, system->cell_count, &system->cell_room,
	    sizeof *system->cells);
	system->cells[system->cell_count] = (struct disclose_cell){
		.value = value,
		.weight = 1,
		.known = { 0, DISCLOSE_ANY },
		.level = level,
	};
	return system->cell_count++;
}

void
disclose_keep(
    struct disclose_system *system, uint32_t cell, struct disclose_range published)
{
	assert(cell < system->cell_count);
	system->cells[cell].known = published;
	system->cells[cell].kept = true;
}

void
disclose_add_sum(struct disclose_system *system, uint32_t total, const uint32_t *parts,
    uint32_t count)
{
	uint32_t sum = system->sum_count, room = system->sum_room;

	system->totals = grow(system->totals, sum, &room, sizeof *system->totals);
	if (room > system->sum_room)
		system->part_from = memory_grow(
		    system->part_from, (size_t)room + 1, sizeof *system->part_from);
	system->sum_room = room;
	if (sum == 0)
		system->part_from[0] = 0;
	system->totals[sum] = total;
	uint32_t at = system->part_from[sum];
	for (uint32_t i = 0; i < count; i++) {
		system->parts =
		    grow(system->parts, at, &system->part_room, sizeof *system->parts);
		system->parts[at++] = parts[i];
	}
	system->part_from[sum + 1] = at;
	system->sum_count++;
}

static void *
copy(const void *of, size_t count, size_t size)
{
	void *to = memory_take(count ? count : 1, size);

	return count ? memcpy(to, of, count * size) : to;
}

void
disclose_system_copy(struct disclose_system *out, const struct disclose_system *system)
{
	uint32_t sums = system->sum_count;
	uint32_t parts = sums ? system->part_from[sums] : 0;

	*out = *system;
	out->cells = copy(system->cells, system->cell_count, sizeof *out->cells);
	out->totals = copy(system->totals, sums, sizeof *out->totals);
	out->part_from = copy(
	    system->part_from, sums ? (size_t)sums + 1 : 0, sizeof *out->part_from);
	out->parts = copy(system->parts, parts, sizeof *out->parts);
	out->cell_room = system->cell_count;
	out->sum_room = sums;
	out->part_room = parts;
}

static bool
check_cell(
    const struct disclose_system *system, uint32_t number, bool whole, struct err *err)
{
	const struct disclose_cell *cell = &system->cells[number];

	if (cell->value > DISCLOSE_MOST)
		return err_set(err, FAULT_INPUT, "count %u is %u, want at most %d",
		    number, cell->value, DISCLOSE_MOST);
	if (cell->weight < 1 || cell->weight > WEIGHT_MOST)
		return err_set(err, FAULT_INPUT,
		    "hiding count %u costs %u, want 1 to %d", number, cell->weight,
		    WEIGHT_MOST);
	struct disclose_range seen = disclose_seen(system, number);
	bool given = whole || (cell->state == DISCLOSE_SHOWN && !cell->absent);
	if (seen.least > seen.most ||
	    (given && (cell->value < seen.least || cell->value > seen.most)))
		return err_set(err, FAULT_INPUT,
		    "count %u is known to be from %u to %u, want what agrees with the "
		    "rule and its state",
		    number, cell->known.least, cell->known.most);
	return true;
}

/* Each count once: `seen` has the number of the last sum that each was in, plus 1. */
static bool
check_sum(const struct disclose_system *system, uint32_t sum, uint32_t *seen,
    bool whole, struct err *err)
{
	uint32_t from = system->part_from[sum], until = system->part_from[sum + 1];
	uint64_t added = 0;

	if (from == until)
		return err_set(err, FAULT_INPUT, "sum %u has no parts", sum);
	for (uint32_t i = from; i <= until; i++) {
		uint32_t cell = i < until ? system->parts[i] : system->totals[sum];
		if (cell >= system->cell_count)
			return err_set(err, FAULT_INPUT,
			    "sum %u is of count %u, want one of %u", sum, cell,
			    system->cell_count);
		if (seen[cell] == sum + 1)
			return err_set(err, FAULT_INPUT,
			    "sum %u has count %u twice, want it once", sum, cell);
		seen[cell] = sum + 1;
		if (i < until)
			added += system->cells[cell].value;
	}
	uint32_t total = system->cells[system->totals[sum]].value;
	if (whole && added != total)
		return err_set(err, FAULT_INPUT,
		    "the parts of sum %u do not add up to its total", sum);
	return true;
}

bool
disclose_system_check(const struct disclose_system *system, bool whole, struct err *err)
{
	if (!disclose_rule_check(system->rule, err))
		return false;
	for (uint32_t i = 0; i < system->cell_count; i++)
		if (!check_cell(system, i, whole, err))
			return false;

	AUTO_ARENA arena = { 0 };
	uint32_t *seen = ARENA_NEW(&arena, uint32_t, system->cell_count);
	for (uint32_t i = 0; i < system->sum_count; i++)
		if (!check_sum(system, i, seen, whole, err))
			return false;
	return true;
}

/* All that something hidden can be. */
static struct disclose_range
seen_hidden(const struct disclose_rule *rule, enum disclose_state state)
{
	bool none_small = rule->small.least > rule->small.most;

	if (rule->told_apart && !none_small)
		return state == DISCLOSE_PRIMARY
			   ? rule->small
			   : (struct disclose_range){ rule->small.most + 1,
				     DISCLOSE_ANY };
	bool zero = rule->zero_hides || (!none_small && rule->small.least == 0);
	return (struct disclose_range){ zero ? 0 : 1, DISCLOSE_ANY };
}

struct disclose_range
disclose_seen_as(
    const struct disclose_system *system, uint32_t cell, enum disclose_state state)
{
	const struct disclose_rule *rule = system->rule;
	const struct disclose_cell *it = &system->cells[cell];

	if (it->kept || it->absent)
		return it->known;
	if (state != DISCLOSE_SHOWN)
		return disclose_common(seen_hidden(rule, state), it->known);
	struct disclose_range itself = { it->value, it->value };
	/* Before primary suppression, and where somebody forgot it. */
	if (disclose_is_small(rule, it->level, it->value))
		return disclose_common(itself, it->known);
	uint32_t shown = disclose_shown(rule, it->level, it->value);
	return disclose_common(disclose_behind(rule, it->level, shown), it->known);
}

struct disclose_range
disclose_seen(const struct disclose_system *system, uint32_t cell)
{
	return disclose_seen_as(system, cell, system->cells[cell].state);
}

bool
disclose_may_hide(const struct disclose_system *system, uint32_t cell)
{
	const struct disclose_cell *it = &system->cells[cell];

	if (it->kept || it->absent || system->rule->exempt[it->level] ||
	    it->state == DISCLOSE_PRIMARY ||
	    (it->value == 0 && !system->rule->zero_hides))
		return false;
	struct disclose_range hidden =
	    disclose_seen_as(system, cell, DISCLOSE_SECONDARY);
	return hidden.least < hidden.most;
}
