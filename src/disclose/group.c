#include "disclose/group.h"

#include "base/arena.h"
#include "disclose/attack.h"

/* A copy of the system with the group as one more count, the last. */
static bool
join_group(struct disclose_system *out, const struct disclose_system *system,
    const uint32_t *cells, uint32_t count, enum disclose_level level, uint32_t *group,
    struct err *err)
{
	uint64_t value = 0, seen = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (cells[i] >= system->cell_count)
			continue; /* which is refused further on */
		value += system->cells[cells[i]].value;
		seen += disclose_seen(system, cells[i]).least;
	}
	if (seen > DISCLOSE_MOST)
		return err_set(
		    err, FAULT_INPUT, "a group of more than %d persons", DISCLOSE_MOST);
	disclose_system_copy(out, system);
	*group = disclose_add_cell(
	    out, level, value < DISCLOSE_MOST ? (uint32_t)value : DISCLOSE_MOST);
	disclose_add_sum(out, *group, cells, count);
	return true;
}

bool
disclose_group_range(const struct disclose_system *system, const uint32_t *cells,
    uint32_t count, struct disclose_range *out, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct disclose_system joined;
	uint32_t group;

	if (!join_group(&joined, system, cells, count, DISCLOSE_LOCAL, &group, err))
		return false;
	/* Nobody has shown it. */
	disclose_keep(&joined, group, (struct disclose_range){ 0, DISCLOSE_ANY });
	struct disclose_range *ranges =
	    ARENA_NEW(&arena, struct disclose_range, joined.cell_count);
	bool fine = disclose_attack_near(&joined, &group, 1, ranges, err);
	*out = ranges[group];
	disclose_system_done(&joined);
	return fine;
}

/* The small counts are as open as before, or as open as the rule wants. */
static bool
stays_open(const struct disclose_system *system, const struct disclose_range *before,
    const struct disclose_range *after)
{
	for (uint32_t i = 0; i < system->cell_count; i++) {
		if (system->cells[i].state != DISCLOSE_PRIMARY)
			continue;
		bool same = before[i].least == after[i].least &&
			    before[i].most == after[i].most;
		if (!same && !disclose_is_open(system->rule, after[i]))
			return false;
	}
	return true;
}

/* Compares what can be worked out of the system with and without the group shown. */
static bool
compare(const struct disclose_system *system, const struct disclose_system *joined,
    const uint32_t *cells, uint32_t count, bool *open, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct disclose_range *before =
	    ARENA_NEW(&arena, struct disclose_range, system->cell_count);
	struct disclose_range *after =
	    ARENA_NEW(&arena, struct disclose_range, joined->cell_count);

	if (!disclose_attack_near(system, cells, count, before, err) ||
	    !disclose_attack_near(joined, cells, count, after, err))
		return false;
	*open = stays_open(system, before, after);
	return true;
}

bool
disclose_group(const struct disclose_system *system, const uint32_t *cells,
    uint32_t count, enum disclose_level level, enum disclose_verdict *out,
    struct err *err)
{
	struct disclose_system joined;
	struct disclose_range range;
	bool open = false;
	uint32_t group;

	if (!disclose_system_check(system, true, err) ||
	    !disclose_group_range(system, cells, count, &range, err))
		return false;
	if (range.least == range.most) {
		*out = DISCLOSE_KNOWN;
		return true;
	}
	if (!join_group(&joined, system, cells, count, level, &group, err))
		return false;
	bool small = disclose_is_small(system->rule, level, joined.cells[group].value);
	bool fine = small || compare(system, &joined, cells, count, &open, err);
	*out = open ? DISCLOSE_SAFE : DISCLOSE_REFUSED;
	disclose_system_done(&joined);
	return fine;
}
