#include "build/disclose.h"

#include <math.h>
#include <stdlib.h>

#include "base/task.h"
#include "build/conceal.h"
#include "build/restandardise.h"
#include "disclose/protect.h"
#include "disclose/saying.h"
#include "ledger/ledger.h"

/* What became of one indicator. */
struct outcome_of {
	struct disclose_outcome counts;
	struct err err; /* of a system that cannot be protected */
	bool failed;
	uint64_t uncounted; /* rows with a value and no count */
	uint32_t unheld;    /* totals that their parts come to more than */
	struct ledger_key unheld_first;
	struct row_ref *exposed;
	uint32_t exposed_count;
};

/* What the pieces of work share: one piece is an indicator with a rule. */
struct work {
	const struct disclosing *d;
	struct ledger_places places;
	struct draft_indicator *indicators;
	uint32_t *pieces; /* their collected numbers */
	uint32_t piece_count;
	uint32_t *first, *series; /* of each indicator */
	uint16_t *notes[2];       /* by batch: of small counts, of others */
	struct outcome_of *outcomes;
};

static const struct config_disclosure *
said_of(const struct config_definitions *definitions, uint32_t count, struct str key)
{
	const struct config_disclosure *own = NULL, *all = NULL;

	for (uint32_t d = 0; d < count; d++) {
		if (definitions[d].disclosure.given)
			all = &definitions[d].disclosure;
		for (uint32_t i = 0; i < definitions[d].count; i++)
			if (definitions[d].indicators[i].disclosure.given &&
			    str_equal_folded(definitions[d].indicators[i].key, key))
				own = &definitions[d].indicators[i].disclosure;
	}
	return own ? own : all;
}

bool
disclose_assign(const struct collection *collection,
    const struct config_definitions *definitions, uint32_t count, struct arena *arena,
    struct draft_indicator *indicators)
{
	bool any = false;

	for (uint32_t i = 0; i < collection->indicator_count; i++) {
		const struct config_disclosure *said =
		    said_of(definitions, count, collection->indicators[i].key);
		if (!said || said->none)
			continue;
		struct disclose_rule *rule = ARENA_NEW(arena, struct disclose_rule, 1);
		*rule = said->rule;
		indicators[i].rule = rule;
		any = true;
	}
	return any;
}

static struct row *
row_at(const struct work *w, struct row_ref ref)
{
	return &w->d->batches[ref.batch].rows[ref.row];
}

static struct ledger_key
key_of(const struct collected_series *series, uint32_t row)
{
	uint32_t cell = series->cells[row];

	return (struct ledger_key){
		.area = series->areas[cell / series->period_count],
		.sex = series->sex,
		.age = series->age,
		.category = series->category,
		.period = series->periods[cell % series->period_count],
	};
}

/* All rows of an indicator with a count; the caller frees them. */
static struct ledger_entry *
gather(struct work *w, uint32_t indicator, struct outcome_of *out, uint32_t *count)
{
	const struct draft_indicator *draft = &w->indicators[indicator];
	const struct collected_series *series =
	    &w->d->collection->series[w->first[indicator]];
	struct ledger_entry *entries;
	size_t rows = 0;

	for (uint32_t s = 0; s < w->series[indicator]; s++)
		rows += series[s].row_count;
	entries = memory_take(rows, sizeof *entries);
	*count = 0;
	for (uint32_t s = 0; s < w->series[indicator]; s++)
		for (uint32_t i = 0; i < series[s].row_count; i++) {
			const struct row *row = row_at(w, series[s].rows[i]);
			struct ledger_entry *entry = &entries[*count];
			*entry = (struct ledger_entry){ .key = key_of(&series[s], i) };
			if (!conceal_count(draft, row, &entry->value)) {
				out->uncounted +=
				    isnan(row->numbers[COLUMN_VALUE]) ? 0 : 1;
				continue;
			}
			entry->known =
			    conceal_known(draft, draft->rule, row, entry->value);
			++*count;
		}
	return entries;
}

static bool
is_standardised(const struct draft_indicator *indicator)
{
	return indicator->value_type != VALUE_PROPORTION &&
	       indicator->value_type != VALUE_CRUDE_RATE &&
	       indicator->value_type != VALUE_COUNT;
}

/* Values that weigh ages of which some are hidden. */
static bool *
weighing(const struct draft_indicator *indicator, const struct ledger *ledger)
{
	const struct disclose_system *system = &ledger->system;
	bool *marks = memory_take(ledger->count, sizeof *marks);

	if (!is_standardised(indicator))
		return marks;
	for (uint32_t s = 0; s < system->sum_count; s++) {
		if (ledger->kinds[s] != LEDGER_AGES)
			continue;
		for (uint32_t i = system->part_from[s]; i < system->part_from[s + 1];
		     i++)
			marks[system->totals[s]] |=
			    system->cells[system->parts[i]].state != DISCLOSE_SHOWN;
	}
	return marks;
}

/* What the source says of a figure that stays compares it with others that may not. */
static void
keep_own_words(struct row *row)
{
	row->published &=
	    (uint16_t) ~(15u << PUBLISHED_PARENT | 15u << PUBLISHED_TREND);
}

static void
apply_to_row(struct work *w, const struct draft_indicator *indicator,
    const struct ledger *ledger, const bool *weighs, struct ledger_key key,
    struct row_ref ref, struct outcome_of *out)
{
	const struct disclose_rule *rule = indicator->rule;
	struct row *row = row_at(w, ref);
	uint32_t number = ledger_find(ledger, key), count;

	keep_own_words(row);
	if (number == RELEASE_NONE || !conceal_count(indicator, row, &count))
		return;
	const struct disclose_cell *cell = &ledger->system.cells[number];
	bool small = disclose_is_small(rule, cell->level, count);
	bool other = cell->state == DISCLOSE_SECONDARY && rule->told_apart;
	uint16_t note = w->notes[other && !small][ref.batch];

	if (cell->exposed)
		out->exposed[out->exposed_count++] = ref;
	if (small || cell->state != DISCLOSE_SHOWN)
		conceal_hide(indicator, rule, row, note);
	else if (rule->base[cell->level] > 1)
		conceal_round(indicator, row, disclose_shown(rule, cell->level, count));
	if (weighs[number] && !isnan(row->numbers[COLUMN_VALUE]))
		conceal_value(row, note);
}

/* Counts that are sums of ages. */
static bool *
banded_counts(const struct ledger *ledger)
{
	bool *marks = memory_take(ledger->count, sizeof *marks);

	for (uint32_t s = 0; s < ledger->system.sum_count; s++)
		if (ledger->kinds[s] == LEDGER_AGES)
			marks[ledger->system.totals[s]] = true;
	return marks;
}

/* What weighs rounded counts, once they are rounded. */
static void
weigh_again(struct work *w, uint32_t indicator, const struct ledger *ledger)
{
	const struct draft_indicator *draft = &w->indicators[indicator];
	const struct collected_series *first =
	    &w->d->collection->series[w->first[indicator]];
	const struct collected_series *end = first + w->series[indicator];
	struct row **rows = memory_take(ledger->count, sizeof *rows);
	bool *banded = banded_counts(ledger);
	const uint16_t *notes = w->notes[draft->rule->told_apart ? 1 : 0];

	for (unsigned pass = 0; pass < 2; pass++)
		for (const struct collected_series *s = first; s < end; s++)
			for (uint32_t i = 0; i < s->row_count; i++) {
				uint32_t n = ledger_find(ledger, key_of(s, i));
				if (n == RELEASE_NONE)
					continue;
				struct row *row = row_at(w, s->rows[i]);
				if (pass == 0)
					rows[n] = row;
				else if (draft->rule
					     ->base[ledger->system.cells[n].level] > 1)
					restandardise(draft, ledger, rows, n, banded[n],
					    row, notes[s->rows[i].batch]);
			}
	free(rows);
	free(banded);
}

/* Which columns hold anything can tell what is hidden too. */
static void
survey_columns(struct work *w, struct collected_series *series)
{
	uint32_t columns = 1u << COLUMN_VALUE | 1u << COLUMN_MISSING |
			   1u << COLUMN_LINE | 1u << COLUMN_SOURCE;

	for (uint32_t i = 0; i < series->row_count; i++) {
		const struct row *row = row_at(w, series->rows[i]);
		for (unsigned n = 0; n < COLUMN_NUMBERS; n++)
			columns |= isnan(row->numbers[n]) ? 0 : 1u << n;
		columns |= row->note ? 1u << COLUMN_NOTE : 0;
		columns |= row->published ? 1u << COLUMN_PUBLISHED : 0;
		columns |= row->goal ? 1u << COLUMN_GOAL : 0;
	}
	series->columns = columns;
}

static void
apply(struct work *w, uint32_t indicator, const struct ledger *ledger,
    struct outcome_of *out)
{
	const struct draft_indicator *draft = &w->indicators[indicator];
	struct collected_series *series =
	    &w->d->collection->series[w->first[indicator]];
	bool *weighs = weighing(draft, ledger);

	for (uint32_t s = 0; s < w->series[indicator]; s++)
		for (uint32_t i = 0; i < series[s].row_count; i++)
			apply_to_row(w, draft, ledger, weighs, key_of(&series[s], i),
			    series[s].rows[i], out);
	if (is_standardised(draft))
		weigh_again(w, indicator, ledger);
	for (uint32_t s = 0; s < w->series[indicator]; s++)
		survey_columns(w, &series[s]);
	free(weighs);
}

/* What stands beside a count can tell all of it; no sum is needed then, and hiding
 * others is no help. */
static void
mark_exposed(struct disclose_system *system)
{
	for (uint32_t i = 0; i < system->cell_count; i++) {
		struct disclose_cell *cell = &system->cells[i];
		if (cell->state == DISCLOSE_PRIMARY && !cell->absent &&
		    !disclose_is_open(system->rule, disclose_seen(system, i)))
			cell->exposed = true;
	}
}

static void
disclose_one(void *context, size_t piece)
{
	struct work *w = context;
	uint32_t indicator = w->pieces[piece], count;
	struct outcome_of *out = &w->outcomes[piece];
	struct ledger_entry *entries = gather(w, indicator, out, &count);
	struct ledger ledger;

	ledger_make(&ledger, &w->places, w->indicators[indicator].rule, entries, count,
	    true, false);
	ledger_primary(&ledger);
	out->failed = !disclose_secondary(&ledger.system, DISCLOSE_THOROUGH,
	    w->piece_count > 1 ? 1 : w->d->threads, &out->counts, &out->err);
	mark_exposed(&ledger.system);
	out->unheld = ledger.unheld;
	if (out->unheld)
		out->unheld_first = ledger.entries[ledger.unheld_first].key;
	out->exposed = memory_take(count, sizeof *out->exposed);
	if (!out->failed)
		apply(w, indicator, &ledger, out);
	ledger_done(&ledger);
	free(entries);
}

/* The number of our note in a batch, and of that in the collection. */
static uint16_t
add_note(struct collection *c, struct batch *batch, uint32_t b, uint32_t number,
    struct str text)
{
	uint32_t before = batch->notes.count, own = table_add(&batch->notes, text);
	uint32_t *numbers;

	if (own > UINT16_MAX)
		return 0;
	if (own == before) {
		numbers = ARENA_NEW(&c->arena, uint32_t, (size_t)before + 1);
		for (uint32_t i = 0; i < before; i++)
			numbers[i] = c->note_numbers[b][i];
		c->note_numbers[b] = numbers;
	}
	c->note_numbers[b][own] = number;
	return (uint16_t)own;
}

static uint32_t
collected_note(struct collection *c, struct str text)
{
	struct str *notes;

	for (uint32_t i = 0; i < c->note_count; i++)
		if (str_equal(c->notes[i], text))
			return i;
	notes = ARENA_NEW(&c->arena, struct str, (size_t)c->note_count + 1);
	for (uint32_t i = 0; i < c->note_count; i++)
		notes[i] = c->notes[i];
	notes[c->note_count] = text;
	c->notes = notes;
	return c->note_count++;
}

static void
add_notes(struct work *w)
{
	struct collection *c = w->d->collection;
	const struct str texts[] = { disclose_note(), disclose_note_other() };
	uint32_t numbers[2];

	for (unsigned i = 0; i < 2; i++) {
		numbers[i] = collected_note(c, texts[i]);
		w->notes[i] = ARENA_NEW(w->d->arena, uint16_t, c->batch_count);
		for (uint32_t b = 0; b < c->batch_count; b++)
			w->notes[i][b] =
			    add_note(c, &w->d->batches[b], b, numbers[i], texts[i]);
	}
	for (uint32_t i = 0; i < w->piece_count; i++) {
		struct draft_indicator *indicator = &w->indicators[w->pieces[i]];
		indicator->hidden_note = numbers[0];
		indicator->hidden_other_note =
		    numbers[indicator->rule->told_apart ? 1 : 0];
	}
}

/* Words that only hidden rows bore are blank from now on. */
static void
blank_unused(struct str *texts, uint32_t count, const bool *used)
{
	for (uint32_t i = 1; i < count; i++)
		if (!used[i])
			texts[i] = STR("");
}

static void
forget_words(struct work *w)
{
	struct collection *c = w->d->collection;
	bool *notes = memory_take(c->note_count, sizeof *notes);
	bool *goals = memory_take(c->goal_count, sizeof *goals);

	for (uint32_t s = 0; s < c->series_count; s++)
		for (uint32_t i = 0; i < c->series[s].row_count; i++) {
			struct row_ref ref = c->series[s].rows[i];
			const struct row *row = row_at(w, ref);
			notes[c->note_numbers[ref.batch][row->note]] = true;
			goals[c->goal_numbers[ref.batch][row->goal]] = true;
		}
	blank_unused(c->notes, c->note_count, notes);
	blank_unused(c->goals, c->goal_count, goals);
	free(notes);
	free(goals);
}

/* Files with rows of an indicator that something is hidden of. */
static void
withhold(struct work *w, uint32_t indicator)
{
	const struct collection *c = w->d->collection;

	for (uint32_t s = 0; s < w->series[indicator]; s++) {
		const struct collected_series *series =
		    &c->series[w->first[indicator] + s];
		for (uint32_t i = 0; i < series->row_count; i++)
			w->d->withheld[c->batches[series->rows[i].batch].source] = true;
	}
}

static void
report_exposed(
    const struct work *w, uint32_t indicator, const struct outcome_of *outcome)
{
	const struct collection *c = w->d->collection;

	for (uint32_t i = 0; i < outcome->exposed_count; i++)
		report_note(w->d->report, collected_place(c, outcome->exposed[i]),
		    "exposed: the hidden count of this row of indicator '%.*s' can be "
		    "worked out more closely than its rule allows from what is always "
		    "shown; hide the total, pool periods or publish areas together",
		    STR_ARG(c->indicators[indicator].key));
}

static void
report_unheld(const struct work *w, struct place place, struct str key,
    const struct outcome_of *outcome)
{
	const struct collection *c = w->d->collection;
	const struct ledger_key *first = &outcome->unheld_first;

	if (outcome->unheld)
		report_note(w->d->report, place,
		    "indicator '%.*s': parts of %u totals come to more than these and "
		    "are not held against them, '%.*s' in %.*s first; subtotals among "
		    "parts would tell what is hidden",
		    STR_ARG(key), outcome->unheld, STR_ARG(c->areas[first->area].code),
		    STR_ARG(c->periods[first->period].label));
}

static void
report_one(const struct work *w, uint32_t indicator, const struct outcome_of *outcome)
{
	const struct collection *c = w->d->collection;
	const struct disclose_outcome *counts = &outcome->counts;
	const struct collected_series *series = &c->series[w->first[indicator]];
	struct place place = collected_place(c, series->rows[0]);
	struct str key = c->indicators[indicator].key;

	place.line = place.column = 0;
	if (outcome->failed)
		report_fault(w->d->report, place,
		    "the counts of indicator '%.*s' cannot be protected: %s",
		    STR_ARG(key), outcome->err.text);
	else
		report_note(w->d->report, place,
		    "indicator '%.*s', rule '%.*s': %u small counts hidden, %u others "
		    "for their sake%s, %u of them exposed",
		    STR_ARG(key), STR_ARG(w->indicators[indicator].rule->name),
		    counts->primary, counts->secondary,
		    counts->least ? " (no fewer would do)" : "",
		    outcome->exposed_count);
	if (outcome->uncounted)
		report_note(w->d->report, place,
		    "indicator '%.*s': %llu values without a count are not covered by "
		    "its rule of disclosure",
		    STR_ARG(key), (unsigned long long)outcome->uncounted);
	report_unheld(w, place, key, outcome);
	report_exposed(w, indicator, outcome);
}

static void
find_pieces(struct work *w)
{
	const struct collection *c = w->d->collection;

	w->first = ARENA_NEW(w->d->arena, uint32_t, c->indicator_count);
	w->series = ARENA_NEW(w->d->arena, uint32_t, c->indicator_count);
	w->pieces = ARENA_NEW(w->d->arena, uint32_t, c->indicator_count);
	for (uint32_t s = c->series_count; s-- > 0;) {
		w->first[c->series[s].indicator] = s;
		w->series[c->series[s].indicator]++;
	}
	for (uint32_t i = 0; i < c->indicator_count; i++)
		if (w->indicators[i].rule && w->series[i])
			w->pieces[w->piece_count++] = i;
	w->outcomes = ARENA_NEW(w->d->arena, struct outcome_of, w->piece_count);
}

void
disclose_rows(const struct disclosing *disclosing, struct draft_indicator *indicators)
{
	struct work w = {
		.d = disclosing,
		.indicators = indicators,
		.places = ledger_places_of_draft(disclosing->arena, disclosing->draft),
	};

	find_pieces(&w);
	add_notes(&w);
	task_run(disclosing->threads, w.piece_count, disclose_one, &w);
	for (uint32_t i = 0; i < w.piece_count; i++) {
		report_one(&w, w.pieces[i], &w.outcomes[i]);
		withhold(&w, w.pieces[i]);
		free(w.outcomes[i].exposed);
	}
	forget_words(&w);
}
