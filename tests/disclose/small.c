#include "small.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/random.h"

/* Members of a dimension, its total first where it has one. */
struct dimension {
	uint32_t members; /* without the total */
	bool total;
};

static uint32_t
places(struct dimension dimension)
{
	return dimension.members + dimension.total;
}

/* Which members a place of the dimension is made of, as bits. */
static uint32_t
members_at(struct dimension dimension, uint32_t place)
{
	if (!dimension.total)
		return 1u << place;
	return place == 0 ? (1u << dimension.members) - 1 : 1u << (place - 1);
}

static uint32_t
number(const struct dimension *d, uint32_t area, uint32_t sex, uint32_t year)
{
	return (area * places(d[1]) + sex) * places(d[2]) + year;
}

static uint32_t
contents_of(const struct dimension *d, uint32_t area, uint32_t sex, uint32_t year)
{
	uint32_t contents = 0;

	for (uint32_t a = 0; a < d[0].members; a++)
		for (uint32_t s = 0; s < d[1].members; s++)
			for (uint32_t y = 0; y < d[2].members; y++)
				if (members_at(d[0], area) >> a & 1 &&
				    members_at(d[1], sex) >> s & 1 &&
				    members_at(d[2], year) >> y & 1)
					contents |= 1u << ((a * d[1].members + s) *
							       d[2].members +
							   y);
	return contents;
}

/* The sum along one dimension to its total, the other places given. */
static void
add_sum(struct disclose_system *system, const struct dimension *d, uint32_t along,
    const uint32_t at[3])
{
	uint32_t parts[8], place[3] = { at[0], at[1], at[2] };

	for (uint32_t i = 0; i < d[along].members; i++) {
		place[along] = i + 1;
		parts[i] = number(d, place[0], place[1], place[2]);
	}
	disclose_add_sum(
	    system, number(d, at[0], at[1], at[2]), parts, d[along].members);
}

/* Mostly small ones. */
static uint32_t
draw(struct random *random, uint32_t most)
{
	double unit = random_unit(random);

	return unit < 0.15 ? 0 : (uint32_t)(unit * unit * (most + 1));
}

static void
add_cells(struct small *small, const struct dimension *d, uint32_t weights,
    struct random *random)
{
	uint32_t inner[SMALL_INNER];

	for (uint32_t i = 0; i < small->inner_count; i++)
		inner[i] = draw(random, small->most);
	for (uint32_t a = 0; a < places(d[0]); a++)
		for (uint32_t s = 0; s < places(d[1]); s++)
			for (uint32_t y = 0; y < places(d[2]); y++) {
				uint32_t contents = contents_of(d, a, s, y), value = 0;
				for (uint32_t i = 0; i < small->inner_count; i++)
					value += (contents >> i & 1) * inner[i];
				uint32_t cell = disclose_add_cell(
				    &small->system, DISCLOSE_LOCAL, value);
				small->contents[cell] = contents;
				small->system.cells[cell].weight =
				    1 + (uint32_t)(random_unit(random) * weights);
				if (contents & (contents - 1))
					continue;
				small->system.cells[cell].known.most = small->most;
				small->inner[__builtin_ctz(contents)] = cell;
			}
}

void
small_init(struct small *small, const struct shape *shape,
    const struct disclose_rule *rule, uint32_t weights, uint64_t seed)
{
	struct random random = random_new(seed, 1);
	const struct dimension d[3] = {
		{ shape->children, shape->children > 1 },
		{ shape->sexes, shape->sexes > 1 },
		{ shape->years, shape->years_total },
	};

	*small = (struct small){ .system = { .rule = rule }, .most = shape->most };
	small->inner_count = shape->children * shape->sexes * shape->years;
	assert(small->inner_count <= SMALL_INNER);
	assert(places(d[0]) * places(d[1]) * places(d[2]) <= SMALL_CELLS);
	add_cells(small, d, weights, &random);
	for (uint32_t along = 0; along < 3; along++)
		for (uint32_t i = 0; d[along].total && i < small->system.cell_count;
		     i++) {
			uint32_t at[3] = { i / places(d[2]) / places(d[1]),
				i / places(d[2]) % places(d[1]), i % places(d[2]) };
			if (at[along] == 0)
				add_sum(&small->system, d, along, at);
		}
}

void
small_done(struct small *small)
{
	disclose_system_done(&small->system);
}

/* The counts that have an inner one in them. */
static uint32_t
list_around(const struct small *small, uint32_t inner, uint32_t *cells)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < small->system.cell_count; i++)
		if (small->contents[i] >> inner & 1)
			cells[count++] = i;
	return count;
}

void
small_all(const struct small *small, small_visit *visit, void *context)
{
	uint32_t values[SMALL_CELLS] = { 0 }, inner[SMALL_INNER] = { 0 };
	uint32_t around[SMALL_INNER][SMALL_CELLS], counts[SMALL_INNER];

	for (uint32_t i = 0; i < small->inner_count; i++)
		counts[i] = list_around(small, i, around[i]);
	for (;;) {
		visit(context, values);
		uint32_t at = 0;
		while (at < small->inner_count && inner[at] == small->most)
			at++;
		if (at == small->inner_count)
			return;
		/* The next table in the order of numbers written with inner counts for
		 * digits. */
		for (uint32_t i = 0; i <= at; i++) {
			uint32_t to = i < at ? 0 : inner[at] + 1;
			for (uint32_t j = 0; j < counts[i]; j++)
				values[around[i][j]] += to - inner[i];
			inner[i] = to;
		}
	}
}

struct attack {
	const struct small *small;
	struct disclose_range seen[SMALL_CELLS], *ranges;
};

static void
widen(struct disclose_range *range, uint32_t value)
{
	range->least = value < range->least ? value : range->least;
	range->most = value > range->most ? value : range->most;
}

static void
attack_table(void *context, const uint32_t *values)
{
	struct attack *attack = context;
	uint32_t count = attack->small->system.cell_count;

	for (uint32_t i = 0; i < count; i++)
		if (values[i] < attack->seen[i].least ||
		    values[i] > attack->seen[i].most)
			return;
	for (uint32_t i = 0; i < count; i++)
		widen(&attack->ranges[i], values[i]);
}

/* What is seen of a count that is hidden, by the words of rule.h. */
static struct disclose_range
seen_hidden(const struct disclose_rule *rule, bool small_one)
{
	if (rule->told_apart)
		return small_one ? rule->small
				 : (struct disclose_range){ rule->small.most + 1,
					   DISCLOSE_ANY };
	return (struct disclose_range){
		rule->zero_hides || rule->small.least == 0 ? 0 : 1, DISCLOSE_ANY
	};
}

static struct disclose_range
seen_shown(const struct disclose_rule *rule, uint32_t value)
{
	struct disclose_range range = { DISCLOSE_ANY, 0 };

	/* Every count that is shown as the same. */
	for (uint32_t i = 0; i <= value + 20; i++)
		if (!disclose_is_small(rule, DISCLOSE_LOCAL, i) &&
		    disclose_shown(rule, DISCLOSE_LOCAL, i) ==
			disclose_shown(rule, DISCLOSE_LOCAL, value))
			widen(&range, i);
	return range;
}

void
small_attack(const struct small *small, struct disclose_range *ranges)
{
	struct attack attack = { .small = small, .ranges = ranges };
	const struct disclose_system *system = &small->system;

	for (uint32_t i = 0; i < system->cell_count; i++) {
		const struct disclose_cell *cell = &system->cells[i];
		attack.seen[i] =
		    cell->state == DISCLOSE_SHOWN
			? seen_shown(system->rule, cell->value)
			: seen_hidden(system->rule, cell->state == DISCLOSE_PRIMARY);
		ranges[i] = (struct disclose_range){ DISCLOSE_ANY, 0 };
	}
	small_all(small, attack_table, &attack);
}

static bool
is_small(const struct small *small, uint32_t cell)
{
	return disclose_is_small(
	    small->system.rule, DISCLOSE_LOCAL, small->system.cells[cell].value);
}

/* By the words of the rule. */
static bool
can_hide(const struct small *small, uint32_t cell)
{
	return !is_small(small, cell) &&
	       (small->system.cells[cell].value > 0 || small->system.rule->zero_hides);
}

struct trial {
	const struct small *small;
	const struct disclose_range *wanted;
	struct disclose_range *open; /* first: what hiding all opens */
	uint64_t *met;               /* then: by choice, what is opened, as bits */
	uint32_t bit[SMALL_CELLS];   /* the place of each that may be hidden */

	/* A table differs from the true one in some counts. It says something about a
	 * choice of counts only if those that would be shown otherwise are hidden in
	 * it, and could be what they are then. */
	struct disclose_range hidden[SMALL_CELLS]; /* none for what stays shown */
	struct disclose_range shown[SMALL_CELLS];  /* none for what is small */
	bool is_small[SMALL_CELLS];
};

static struct trial
trial_of(const struct small *small)
{
	struct trial trial = { .small = small };

	for (uint32_t i = 0; i < small->system.cell_count; i++) {
		trial.is_small[i] = is_small(small, i);
		trial.hidden[i] = trial.shown[i] = (struct disclose_range){ 1, 0 };
		if (!trial.is_small[i])
			trial.shown[i] = seen_shown(
			    small->system.rule, small->system.cells[i].value);
		if (trial.is_small[i] || can_hide(small, i))
			trial.hidden[i] =
			    seen_hidden(small->system.rule, trial.is_small[i]);
	}
	return trial;
}

static bool
holds(struct disclose_range range, uint32_t value)
{
	return range.least <= value && value <= range.most;
}

static bool
is_possible(const struct trial *trial, const uint32_t *values)
{
	for (uint32_t i = 0; i < trial->small->system.cell_count; i++)
		if (!holds(trial->shown[i], values[i]) &&
		    !holds(trial->hidden[i], values[i]))
			return false;
	return true;
}

static void
open_table(void *context, const uint32_t *values)
{
	struct trial *trial = context;

	if (!is_possible(trial, values))
		return;
	for (uint32_t i = 0; i < trial->small->system.cell_count; i++)
		widen(&trial->open[i], values[i]);
}

void
small_wanted(const struct small *small, struct disclose_range *wanted)
{
	struct disclose_range reach = small->system.rule->reach;
	struct disclose_range open[SMALL_CELLS];
	struct trial trial = trial_of(small);

	trial.open = open;
	for (uint32_t i = 0; i < SMALL_CELLS; i++)
		open[i] = (struct disclose_range){ DISCLOSE_ANY, 0 };
	small_all(small, open_table, &trial);
	for (uint32_t i = 0; i < small->system.cell_count; i++)
		wanted[i] = disclose_common(reach, open[i]);
}

static void
try_table(void *context, const uint32_t *values)
{
	struct trial *trial = context;
	const struct small *small = trial->small;
	uint32_t choice = 0, at = 0;
	uint64_t met = 0;

	if (!is_possible(trial, values))
		return;
	for (uint32_t i = 0; i < small->system.cell_count; i++) {
		if (!trial->is_small[i]) {
			if (!holds(trial->shown[i], values[i]))
				choice |= 1u << trial->bit[i];
			continue;
		}
		met |= (uint64_t)(values[i] <= trial->wanted[i].least) << at++;
		met |= (uint64_t)(values[i] >= trial->wanted[i].most) << at++;
	}
	trial->met[choice] |= met;
}

static struct small_cost
cheapest(const struct trial *trial, uint32_t bits, uint64_t all)
{
	struct small_cost best = { UINT32_MAX, UINT32_MAX };
	const struct disclose_system *system = &trial->small->system;

	for (uint32_t choice = 0; choice < 1u << bits; choice++) {
		struct small_cost cost = { 0, (uint32_t)__builtin_popcount(choice) };
		if (trial->met[choice] != all)
			continue;
		for (uint32_t i = 0; i < system->cell_count; i++)
			if (can_hide(trial->small, i) && choice >> trial->bit[i] & 1)
				cost.cost += system->cells[i].weight;
		if (cost.cost < best.cost ||
		    (cost.cost == best.cost && cost.cells < best.cells))
			best = cost;
	}
	return best;
}

enum { BITS = 21, NEEDS = 62 };

bool
small_fits(const struct small *small)
{
	uint32_t bits = 0, needs = 0;

	for (uint32_t i = 0; i < small->system.cell_count; i++) {
		bits += can_hide(small, i);
		needs += is_small(small, i) ? 2 : 0;
	}
	return bits <= BITS && needs <= NEEDS;
}

struct small_cost
small_optimum(const struct small *small, const struct disclose_range *wanted)
{
	struct trial trial = trial_of(small);
	uint32_t bits = 0, needs = 0;

	assert(small_fits(small));
	trial.wanted = wanted;
	for (uint32_t i = 0; i < small->system.cell_count; i++) {
		if (can_hide(small, i))
			trial.bit[i] = bits++;
		needs += is_small(small, i) ? 2 : 0;
	}
	trial.met = memory_take(1u << bits, sizeof *trial.met);
	memset(trial.met, 0, sizeof *trial.met << bits);
	small_all(small, try_table, &trial);
	/* What a choice opens, every larger one opens too. */
	for (uint32_t bit = 0; bit < bits; bit++)
		for (uint32_t choice = 0; choice < 1u << bits; choice++)
			if (choice >> bit & 1)
				trial.met[choice] |= trial.met[choice ^ 1u << bit];
	struct small_cost best = cheapest(&trial, bits, ((uint64_t)1 << needs) - 1);
	free(trial.met);
	return best;
}
