#include "ledger/ledger.h"

#include <stdlib.h>

#include "disclose/protect.h"
#include "ledger/sums.h"
#include "model/indicator.h"

static int
order_numbers(const uint32_t *a, const uint32_t *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

static int
order_keys(const struct ledger_key *a, const struct ledger_key *b)
{
	const uint32_t x[] = { a->sex, a->age, a->category, a->period, a->area };
	const uint32_t y[] = { b->sex, b->age, b->category, b->period, b->area };

	return order_numbers(x, y, sizeof x / sizeof *x);
}

/* Of the same key what tells most comes first, and the rest is in an order of its own,
 * so that the outcome does not depend on that of the caller. */
static int
order_entries(const void *a, const void *b)
{
	const struct ledger_entry *x = a, *y = b;
	const uint32_t p[] = { x->kind, x->value, x->known.least, x->known.most };
	const uint32_t q[] = { y->kind, y->value, y->known.least, y->known.most };
	int order = order_keys(&x->key, &y->key);

	return order ? order : order_numbers(p, q, sizeof p / sizeof *p);
}

/* An area that is of several types has its figure more than once. */
static uint32_t
join_same(struct ledger_entry *entries, uint32_t count)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct ledger_entry *last = kept ? &entries[kept - 1] : NULL;
		if (!last || order_keys(&last->key, &entries[i].key) != 0)
			entries[kept++] = entries[i];
		else if (last->kind == LEDGER_COUNT && entries[i].kind >= LEDGER_HIDDEN)
			last->twice = true;
	}
	return kept;
}

static void
add_cell(struct ledger *ledger, const struct ledger_entry *entry)
{
	const struct disclose_rule *rule = ledger->system.rule;
	enum disclose_level level = ledger->places->levels[entry->key.area];
	uint32_t base = rule->base[level];
	uint32_t value =
	    entry->kind == LEDGER_RANGE ? entry->known.least : entry->value;
	uint32_t number = disclose_add_cell(&ledger->system, level, value);
	struct disclose_cell *cell = &ledger->system.cells[number];

	/* Totals are what people look for first. */
	cell->weight = (entry->key.sex == SEX_PERSONS ? 3u : 2u) *
		       (level == DISCLOSE_LOCAL ? 1u : 10u);
	cell->known = entry->known;
	if (entry->kind == LEDGER_HIDDEN)
		cell->state = DISCLOSE_PRIMARY;
	else if (entry->kind == LEDGER_HIDDEN_OTHER)
		cell->state = DISCLOSE_SECONDARY;
	else if (entry->kind == LEDGER_RANGE)
		disclose_keep(&ledger->system, number, entry->known);
	else if (!ledger->whole && base > 1 && entry->value % base)
		disclose_keep(&ledger->system, number,
		    (struct disclose_range){ entry->value, entry->value });
}

static bool
same_slice(const struct ledger_key *a, const struct ledger_key *b)
{
	return a->sex == b->sex && a->age == b->age && a->category == b->category &&
	       a->period == b->period;
}

static void
find_slices(struct ledger *ledger)
{
	ledger->slices = memory_take((size_t)ledger->count + 1, sizeof(uint32_t));
	for (uint32_t i = 0; i < ledger->count; i++)
		if (i == 0 ||
		    !same_slice(&ledger->entries[i - 1].key, &ledger->entries[i].key))
			ledger->slices[ledger->slice_count++] = i;
	ledger->slices[ledger->slice_count] = ledger->count;
}

void
ledger_make(struct ledger *out, const struct ledger_places *places,
    const struct disclose_rule *rule, struct ledger_entry *entries, uint32_t count,
    bool whole, bool rests)
{
	*out = (struct ledger){
		.places = places,
		.entries = entries,
		.system.rule = rule,
		.whole = whole,
	};
	if (count)
		qsort(entries, count, sizeof *entries, order_entries);
	out->count = join_same(entries, count);
	for (uint32_t i = 0; i < out->count; i++)
		add_cell(out, &entries[i]);
	find_slices(out);
	sums_add(out, rests);
	spans_add(out);
}

void
ledger_done(struct ledger *ledger)
{
	disclose_system_done(&ledger->system);
	free(ledger->kinds);
	free(ledger->slices);
	free(ledger->guesses);
	*ledger = (struct ledger){ .count = 0 };
}

uint32_t
ledger_primary(struct ledger *ledger)
{
	uint32_t count = disclose_primary(&ledger->system);

	for (uint32_t i = 0; i < ledger->guess_count; i++)
		ledger->system.cells[ledger->guesses[i]].state = DISCLOSE_SHOWN;
	return count;
}

uint32_t
ledger_find(const struct ledger *ledger, struct ledger_key key)
{
	uint32_t from = 0, until = ledger->count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		int order = order_keys(&ledger->entries[middle].key, &key);
		if (order == 0)
			return middle;
		if (order < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return RELEASE_NONE;
}

void
ledger_add_sum(struct ledger *ledger, enum ledger_sum_kind kind, uint32_t total,
    const uint32_t *parts, uint32_t count)
{
	uint32_t number = ledger->system.sum_count;

	disclose_add_sum(&ledger->system, total, parts, count);
	if (number == ledger->kind_room) {
		ledger->kind_room = number ? 2 * number : 64;
		ledger->kinds = memory_grow(
		    ledger->kinds, ledger->kind_room, sizeof *ledger->kinds);
	}
	ledger->kinds[number] = kind;
}

void
ledger_add_guess(struct ledger *ledger, uint32_t cell)
{
	if (ledger->guess_count == ledger->guess_room) {
		ledger->guess_room = ledger->guess_room ? 2 * ledger->guess_room : 64;
		ledger->guesses = memory_grow(
		    ledger->guesses, ledger->guess_room, sizeof *ledger->guesses);
	}
	ledger->guesses[ledger->guess_count++] = cell;
}

struct disclose_range
ledger_seen(const struct ledger *ledger, uint32_t cell)
{
	uint32_t value = ledger->system.cells[cell].value;

	if (ledger->whole)
		return (struct disclose_range){ value, value };
	return disclose_seen(&ledger->system, cell);
}
