#include "ledger/candidates.h"

#include <stdlib.h>

enum outcome { OUTCOME_EVEN, OUTCOME_REST, OUTCOME_ABOVE, OUTCOME_UNSEEN };

void
candidates_add_part(struct candidates *c, uint32_t part)
{
	if (c->part_count == c->part_room) {
		c->part_room = c->part_room ? 2 * c->part_room : 256;
		c->parts = memory_grow(c->parts, c->part_room, sizeof *c->parts);
	}
	c->parts[c->part_count++] = part;
}

/* With the parts added since `from`, if there are any. */
void
candidates_add(struct candidates *c, uint32_t total, uint32_t from, bool complete)
{
	if (c->part_count == from)
		return;
	if (c->count == c->room) {
		c->room = c->room ? 2 * c->room : 64;
		c->at = memory_grow(c->at, c->room, sizeof *c->at);
	}
	c->at[c->count++] = (struct candidate){
		.total = total,
		.from = from,
		.count = c->part_count - from,
		.complete = complete,
	};
}

static bool
is_hidden(const struct ledger *ledger, uint32_t cell)
{
	return !ledger->whole && ledger->entries[cell].kind != LEDGER_COUNT;
}

/* parts: what they can come to. */
static enum outcome
outcome_of(const struct candidates *c, const struct candidate *candidate)
{
	const struct ledger *ledger = c->ledger;
	struct disclose_range total = ledger_seen(ledger, candidate->total);
	bool hidden = is_hidden(ledger, candidate->total);
	uint64_t least = 0, most = 0;

	for (uint32_t i = 0; i < candidate->count; i++) {
		uint32_t part = c->parts[candidate->from + i];
		struct disclose_range seen = ledger_seen(ledger, part);
		least += seen.least;
		most += seen.most;
		hidden |= is_hidden(ledger, part);
	}
	if (least > total.most)
		return OUTCOME_ABOVE;
	if (hidden)
		return OUTCOME_UNSEEN;
	return most < total.least ? OUTCOME_REST : OUTCOME_EVEN;
}

struct outcomes
candidates_outcomes(const struct candidates *c, uint32_t from, uint32_t until)
{
	struct outcomes outcomes = { 0 };

	for (uint32_t i = from; i < until; i++)
		switch (outcome_of(c, &c->at[i])) {
		case OUTCOME_EVEN: outcomes.even++; break;
		case OUTCOME_REST: outcomes.rest++; break;
		case OUTCOME_ABOVE: outcomes.above++; break;
		case OUTCOME_UNSEEN: break;
		}
	return outcomes;
}

/* Nobody publishes the rest: of what areas, or whom, is not said. Where all is known it
 * is what is missing. */
static void
add_rest(struct candidates *c, const struct candidate *candidate)
{
	struct disclose_system *system = &c->ledger->system;
	uint32_t *parts = &c->parts[candidate->from];
	uint32_t level_of = c->kind == LEDGER_AREAS ? parts[0] : candidate->total;
	uint32_t value = system->cells[candidate->total].value, rest;

	for (uint32_t i = 0; i < candidate->count; i++)
		value -= system->cells[parts[i]].value;
	rest = disclose_add_cell(
	    system, system->cells[level_of].level, c->ledger->whole ? value : 0);
	system->cells[rest].absent = true;
	uint32_t *all = memory_take((size_t)candidate->count + 1, sizeof(uint32_t));
	for (uint32_t i = 0; i < candidate->count; i++)
		all[i] = parts[i];
	all[candidate->count] = rest;
	ledger_add_sum(c->ledger, c->kind, candidate->total, all, candidate->count + 1);
	free(all);
}

/* Whether a sum that cannot be seen has to be taken for one with a rest. */
static bool
may_rest(const struct candidate *candidate, const struct outcomes *near,
    const struct outcomes *wide)
{
	if (near->even || near->rest)
		return near->rest > 0;
	if (wide->even || wide->rest)
		return wide->rest > 0;
	return !candidate->complete;
}

/* Candidates of a class, with those of a wider class beside them. */
void
candidates_settle(struct candidates *c, uint32_t from, uint32_t until,
    const struct outcomes *wide, bool rests)
{
	struct outcomes near = candidates_outcomes(c, from, until);

	for (uint32_t i = from; i < until; i++) {
		struct candidate *candidate = &c->at[i];
		enum outcome outcome = outcome_of(c, candidate);
		/* Parts that come to more elsewhere are hardly parts here. */
		bool doubtful = near.above > 0 && near.even + near.rest == 0;
		bool rest = outcome == OUTCOME_REST ||
			    (outcome == OUTCOME_UNSEEN &&
				(rests || may_rest(candidate, &near, wide)));
		if (outcome == OUTCOME_ABOVE && c->ledger->unheld++ == 0)
			c->ledger->unheld_first = candidate->total;
		if (outcome == OUTCOME_ABOVE || (outcome == OUTCOME_UNSEEN && doubtful))
			continue;
		if (rest)
			add_rest(c, candidate);
		else
			ledger_add_sum(c->ledger, c->kind, candidate->total,
			    &c->parts[candidate->from], candidate->count);
	}
}

void
candidates_done(struct candidates *c)
{
	free(c->at);
	free(c->parts);
	c->at = NULL;
	c->parts = NULL;
	c->count = c->room = c->part_count = c->part_room = 0;
}
