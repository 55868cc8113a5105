#include "ledger/leak.h"

#include "disclose/attack.h"
#include "ledger/sums.h"
#include "ledger/telling.h"

enum { MOST_TOLD = 20 }; /* leaks of one indicator that are traced to their sums */

static uint32_t
same_period(const struct release *now, uint32_t period, const struct release *then)
{
	struct period wanted = release_period(now, period);

	for (uint32_t i = 0; i < then->period_count; i++)
		if (period_order(release_period(then, i), wanted) == 0)
			return i;
	return RELEASE_NONE;
}

static uint32_t
same_age(const struct release *now, uint32_t age, const struct release *then)
{
	struct str wanted = release_text(now, now->ages[age].label);

	for (uint32_t i = 0; i < then->age_count; i++)
		if (str_equal(release_text(then, then->ages[i].label), wanted))
			return i;
	return RELEASE_NONE;
}

static uint32_t
same_category(const struct release *now, uint32_t category, const struct release *then)
{
	const struct release_category *c = &now->categories[category];
	struct str type = release_text(now, c->type), name = release_text(now, c->name);

	for (uint32_t i = 0; i < then->category_count; i++)
		if (str_equal(release_text(then, then->categories[i].type), type) &&
		    str_equal(release_text(then, then->categories[i].name), name))
			return i;
	return RELEASE_NONE;
}

/* The key of the same figure in another release; false when it cannot be there. */
static bool
key_then(const struct release *now, const struct release *then,
    const struct ledger_key *key, struct ledger_key *out)
{
	*out = (struct ledger_key){
		.area =
		    release_area(then, release_text(now, now->areas[key->area].code)),
		.sex = key->sex,
		.age = same_age(now, key->age, then),
		.category = same_category(now, key->category, then),
		.period = same_period(now, key->period, then),
	};
	return out->area != RELEASE_NONE && out->age != RELEASE_NONE &&
	       out->category != RELEASE_NONE && out->period != RELEASE_NONE;
}

/* What was shown once is known for good. */
static void
know_from(const struct leak_question *q, const struct ledger *then,
    struct ledger_entry *entries, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		struct ledger_key key;
		uint32_t found;
		if (entries[i].kind < LEDGER_HIDDEN ||
		    !key_then(q->release, q->earlier, &entries[i].key, &key) ||
		    (found = ledger_find(then, key)) == RELEASE_NONE)
			continue;
		struct disclose_range both =
		    disclose_common(ledger_seen(then, found), entries[i].known);
		if (then->entries[found].kind == LEDGER_COUNT &&
		    both.least <= both.most)
			entries[i].known = both;
	}
}

static bool
know_earlier(struct arena *arena, const struct leak_question *q,
    struct ledger_entry *entries, uint32_t count, struct err *err)
{
	const struct release *then = q->earlier;
	struct str key =
	    release_text(q->release, q->release->indicators[q->indicator].key);
	uint32_t indicator = then ? release_indicator(then, key) : RELEASE_NONE;
	struct ledger_entry *before;
	struct ledger ledger;
	uint32_t before_count;

	if (indicator == RELEASE_NONE)
		return true;
	if (!ledger_read(arena, then, indicator, &before, &before_count, err))
		return false;
	const struct release_rule *said = release_rule(then, indicator);
	struct disclose_rule rule = said ? release_rule_of(then, said) : ledger_exact();
	struct ledger_places places = ledger_places_of_release(arena, then);
	ledger_make(&ledger, &places, &rule, before, before_count, false, false);
	know_from(q, &ledger, entries, count);
	ledger_done(&ledger);
	return true;
}

/* An attack on one way to see the sums. */
struct raid {
	struct ledger ledger;
	struct disclose_range *ranges;
	bool *contradicts;
};

static bool
raid(struct arena *arena, const struct leak_question *q, struct ledger_entry *entries,
    uint32_t count, bool rests, struct raid *out, struct err *err)
{
	uint32_t cells;

	ledger_make(&out->ledger, q->places, q->rule, entries, count, false, rests);
	cells = out->ledger.system.cell_count;
	out->ranges = ARENA_NEW(arena, struct disclose_range, cells);
	out->contradicts = ARENA_NEW(arena, bool, cells);
	return disclose_attack_hidden(
	    &out->ledger.system, q->threads, out->ranges, out->contradicts, err);
}

/* Where it is said which counts are small, the others need no cover. */
static bool
is_leak(const struct disclose_rule *rule, const struct ledger_entry *entry,
    struct disclose_range range)
{
	if (!rule->told_apart)
		return disclose_is_fault(rule, range);
	return entry->kind == LEDGER_HIDDEN && !disclose_is_open(rule, range);
}

/* With a rule of its own the release was built to keep it. */
static bool
is_possible(const struct leak_question *q, const struct ledger_entry *entry,
    struct disclose_range range)
{
	return release_rule(q->release, q->indicator) && !entry->twice &&
	       range.least < range.most && range.most > q->rule->small.most;
}

static void
add_leak(struct arena *arena, const struct leak_question *q, const struct raid *raid,
    uint32_t cell, struct leaks *out)
{
	const struct ledger_entry *entry = &raid->ledger.entries[cell];
	struct leak *leak = &out->at[out->count++];

	*leak = (struct leak){
		.key = entry->key,
		.range = raid->ranges[cell],
		.possible = is_possible(q, entry, raid->ranges[cell]),
		.shown = entry->twice,
		.before = q->earlier && entry->known.least == entry->known.most,
		.how = STR(""),
	};
	out->possible += leak->possible;
	if (entry->twice)
		leak->range = (struct disclose_range){ entry->value, entry->value };
	else if (!leak->before && out->count <= MOST_TOLD)
		leak->how = telling_of(
		    arena, q->release, &raid->ledger, cell, raid->ranges[cell]);
}

static void
collect(struct arena *arena, const struct leak_question *q, struct raid *strict,
    struct raid *loose, struct leaks *out)
{
	out->at = ARENA_NEW(arena, struct leak, strict->ledger.count);
	for (uint32_t i = 0; i < strict->ledger.count; i++) {
		const struct ledger_entry *entry = &strict->ledger.entries[i];
		const struct raid *raid =
		    loose && strict->contradicts[i] ? loose : strict;
		if (entry->kind < LEDGER_HIDDEN && !entry->twice)
			continue;
		out->hidden++;
		if (raid->contradicts[i])
			out->doubtful++;
		else if (entry->twice || is_leak(q->rule, entry, raid->ranges[i]))
			add_leak(arena, q, raid, i, out);
	}
}

static bool
any(const bool *marks, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (marks[i])
			return true;
	return false;
}

bool
ledger_leaks(struct arena *arena, const struct leak_question *question,
    struct leaks *out, struct err *err)
{
	struct ledger_entry *entries;
	struct raid strict = { .ranges = NULL }, loose = { .ranges = NULL };
	uint32_t count;

	*out = (struct leaks){ .count = 0 };
	if (!ledger_read(
		arena, question->release, question->indicator, &entries, &count, err) ||
	    !know_earlier(arena, question, entries, count, err))
		return false;
	bool fine = raid(arena, question, entries, count, false, &strict, err);
	bool doubts = fine && any(strict.contradicts, strict.ledger.count);
	/* The entries are joined by now, and in order. */
	if (doubts)
		fine = raid(
		    arena, question, entries, strict.ledger.count, true, &loose, err);
	if (fine)
		collect(arena, question, &strict, doubts ? &loose : NULL, out);
	ledger_done(&strict.ledger);
	ledger_done(&loose.ledger);
	return fine;
}
