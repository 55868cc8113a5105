/* Pooled years and the years that they are pooled of; declared in ledger/sums.h.
 *
 * With one mark at each month in which a period begins or ends, and S the count up to
 * a mark, a period from mark a to mark b has S_b - S_a; no count is below 0. Whether
 * all periods can be sums of the same shorter ones is a system of differences, which
 * the method of Bellman and Ford decides, in whole numbers. */
#include "ledger/sums.h"

#include <stdlib.h>

enum { SPANS_MOST = 400 }; /* periods of one area, sex, age and category */

struct span {
	int32_t from, until; /* months */
	uint32_t cell;
	uint32_t first, last; /* marks */
	struct disclose_range seen;
	bool believed;
};

struct spans {
	struct ledger *ledger;
	struct span *at;
	uint32_t count;
	int32_t *marks;
	int64_t *up_to;   /* S of each mark */
	uint32_t *atoms;  /* the count from each mark to the next, or RELEASE_NONE */
	int64_t *scratch; /* as up_to */
	uint32_t mark_count;
};

/* Shortest first, then oldest. */
static int
order_spans(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	int32_t p = x->until - x->from, q = y->until - y->from;

	if (p != q)
		return p < q ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->cell > y->cell) - (x->cell < y->cell);
}

static int
order_marks(const void *a, const void *b)
{
	const int32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static bool
any_overlap(const struct spans *s)
{
	for (uint32_t i = 1; i < s->count; i++)
		for (uint32_t j = 0; j < i; j++)
			if (s->at[i].from < s->at[j].until &&
			    s->at[j].from < s->at[i].until)
				return true;
	return false;
}

static uint32_t
mark_of(const struct spans *s, int32_t month)
{
	const int32_t *found =
	    bsearch(&month, s->marks, s->mark_count, sizeof *s->marks, order_marks);

	return (uint32_t)(found - s->marks);
}

static void
find_marks(struct spans *s)
{
	uint32_t all = 2 * s->count, kept = 0;

	for (uint32_t i = 0; i < s->count; i++) {
		s->marks[2 * i] = s->at[i].from;
		s->marks[2 * i + 1] = s->at[i].until;
	}
	qsort(s->marks, all, sizeof *s->marks, order_marks);
	for (uint32_t i = 0; i < all; i++)
		if (kept == 0 || s->marks[kept - 1] != s->marks[i])
			s->marks[kept++] = s->marks[i];
	s->mark_count = kept;
	for (uint32_t i = 0; i < s->count; i++) {
		s->at[i].first = mark_of(s, s->at[i].from);
		s->at[i].last = mark_of(s, s->at[i].until);
	}
}

/* to is at most `most` above from. */
static bool
lower(int64_t *up_to, uint32_t from, uint32_t to, int64_t most)
{
	if (up_to[to] <= up_to[from] + most)
		return false;
	up_to[to] = up_to[from] + most;
	return true;
}

/* One round over all that is believed; whether anything changed. */
static bool
relax(const struct spans *s, int64_t *up_to)
{
	bool changed = false;

	for (uint32_t i = s->mark_count; i-- > 1;)
		changed |= lower(up_to, i, i - 1, 0);
	for (uint32_t i = 0; i < s->count; i++) {
		const struct span *span = &s->at[i];
		if (!span->believed)
			continue;
		changed |=
		    lower(up_to, span->last, span->first, -(int64_t)span->seen.least);
		if (span->seen.most != DISCLOSE_ANY)
			changed |=
			    lower(up_to, span->first, span->last, span->seen.most);
	}
	return changed;
}

/* Believes one more period if it goes together with the others. */
static void
believe(struct spans *s, struct span *span)
{
	uint32_t rounds = 0;

	for (uint32_t i = 0; i < s->mark_count; i++)
		s->scratch[i] = s->up_to[i];
	span->believed = true;
	while (relax(s, s->up_to))
		if (rounds++ > s->mark_count) {
			span->believed = false;
			break;
		}
	if (!span->believed)
		for (uint32_t i = 0; i < s->mark_count; i++)
			s->up_to[i] = s->scratch[i];
}

/* The most that can lie between two marks, or the least, negative, the other way. */
static int64_t
most_between(const struct spans *s, uint32_t from, uint32_t to, int64_t *scratch)
{
	static const int64_t far = INT64_C(1) << 40;

	for (uint32_t i = 0; i < s->mark_count; i++)
		scratch[i] = i == from ? 0 : far;
	for (uint32_t i = 0; i < s->mark_count && relax(s, scratch); i++)
		;
	return scratch[to];
}

/* Whether the count between a mark and the next follows from what is published. */
static bool
is_certain(const struct spans *s, uint32_t mark)
{
	return most_between(s, mark, mark + 1, s->scratch) ==
	       -most_between(s, mark + 1, mark, s->scratch);
}

static uint32_t
atom_of(struct spans *s, uint32_t mark, enum disclose_level level)
{
	struct disclose_system *system = &s->ledger->system;

	if (s->atoms[mark] == RELEASE_NONE) {
		int64_t value = s->up_to[mark + 1] - s->up_to[mark];
		s->atoms[mark] = disclose_add_cell(
		    system, level, s->ledger->whole ? (uint32_t)value : 0);
		system->cells[s->atoms[mark]].absent = true;
		if (s->ledger->whole && !is_certain(s, mark))
			ledger_add_guess(s->ledger, s->atoms[mark]);
	}
	return s->atoms[mark];
}

/* Whether each part is published. Rounded periods tell next to nothing of years that
 * nobody publishes, and searching for it in whole numbers takes for ever. */
static bool
is_worth(const struct spans *s, const struct span *span)
{
	const struct disclose_system *system = &s->ledger->system;

	if (system->rule->base[system->cells[span->cell].level] < 2)
		return true;
	for (uint32_t m = span->first; m < span->last; m++)
		if (s->atoms[m] == RELEASE_NONE)
			return false;
	return true;
}

static void
add_span_sums(struct spans *s)
{
	uint32_t *parts = memory_take(s->mark_count, sizeof *parts);

	for (uint32_t i = 0; i < s->mark_count; i++)
		s->atoms[i] = RELEASE_NONE;
	for (uint32_t i = 0; i < s->count; i++)
		if (s->at[i].believed && s->at[i].last == s->at[i].first + 1 &&
		    s->atoms[s->at[i].first] == RELEASE_NONE)
			s->atoms[s->at[i].first] = s->at[i].cell;
	for (uint32_t i = 0; i < s->count; i++) {
		const struct span *span = &s->at[i];
		uint32_t count = span->last - span->first;
		if (!span->believed || count < 2 || !is_worth(s, span))
			continue;
		for (uint32_t m = 0; m < count; m++)
			parts[m] = atom_of(s, span->first + m,
			    s->ledger->system.cells[span->cell].level);
		ledger_add_sum(s->ledger, LEDGER_PERIODS, span->cell, parts, count);
	}
	free(parts);
}

/* Periods of one area, sex, age, category and kind of year. */
static void
join_spans(struct ledger *ledger, struct span *at, uint32_t count)
{
	struct spans s = { .ledger = ledger, .at = at, .count = count };
	AUTO_ARENA arena = { 0 };

	if (count < 2 || count > SPANS_MOST || !any_overlap(&s))
		return;
	s.marks = ARENA_NEW(&arena, int32_t, 2 * (size_t)count);
	s.up_to = ARENA_NEW(&arena, int64_t, 2 * (size_t)count);
	s.atoms = ARENA_NEW(&arena, uint32_t, 2 * (size_t)count);
	s.scratch = ARENA_NEW(&arena, int64_t, 2 * (size_t)count);
	qsort(at, count, sizeof *at, order_spans);
	find_marks(&s);
	for (uint32_t i = 0; i < count; i++)
		believe(&s, &at[i]);
	add_span_sums(&s);
}

/* Financial years are of one kind with split years that nobody called so. */
static unsigned
kind_of_year(const struct ledger *ledger, const struct ledger_entry *entry)
{
	unsigned style = ledger->places->periods[entry->key.period].style;

	return style == PERIOD_SPLIT ? PERIOD_FINANCIAL : style;
}

/* What is not its period. */
static bool
same_trail(const struct ledger *ledger, const struct ledger_entry *a,
    const struct ledger_entry *b)
{
	return a->key.area == b->key.area && a->key.sex == b->key.sex &&
	       a->key.age == b->key.age && a->key.category == b->key.category &&
	       kind_of_year(ledger, a) == kind_of_year(ledger, b);
}

struct place_of {
	uint32_t key[5]; /* sex, age, category, area, kind of year */
	uint32_t cell;
};

static int
order_places(const void *a, const void *b)
{
	const struct place_of *x = a, *y = b;

	for (unsigned i = 0; i < 5; i++)
		if (x->key[i] != y->key[i])
			return x->key[i] < y->key[i] ? -1 : 1;
	return (x->cell > y->cell) - (x->cell < y->cell);
}

static struct place_of *
sorted_by_trail(const struct ledger *ledger)
{
	struct place_of *places = memory_take(ledger->count, sizeof *places);

	for (uint32_t i = 0; i < ledger->count; i++) {
		const struct ledger_key *key = &ledger->entries[i].key;
		places[i] = (struct place_of){
			.key = { key->sex, key->age, key->category, key->area,
			    kind_of_year(ledger, &ledger->entries[i]) },
			.cell = i,
		};
	}
	qsort(places, ledger->count, sizeof *places, order_places);
	return places;
}

static struct span
span_of(const struct ledger *ledger, uint32_t cell)
{
	struct period period =
	    ledger->places->periods[ledger->entries[cell].key.period];

	return (struct span){
		.from = period.first,
		.until = period.first + period.months,
		.cell = cell,
		.seen = ledger_seen(ledger, cell),
	};
}

void
spans_add(struct ledger *ledger)
{
	if (ledger->count == 0)
		return;
	struct place_of *places = sorted_by_trail(ledger);
	struct span *spans = memory_take(ledger->count, sizeof *spans);

	for (uint32_t i = 0, next; i < ledger->count; i = next) {
		const struct ledger_entry *first = &ledger->entries[places[i].cell];
		for (next = i;
		     next < ledger->count &&
		     same_trail(ledger, first, &ledger->entries[places[next].cell]);
		     next++)
			spans[next - i] = span_of(ledger, places[next].cell);
		join_spans(ledger, spans, next - i);
	}
	free(places);
	free(spans);
}
