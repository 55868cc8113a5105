#include "source/published.h"

#include "model/period.h"
#include "model/verdict.h"

enum { WORD_LONGEST = 80 /* bytes of an unknown word that are told */ };

/* What the word of a cell means, 0 for an unknown word: one more than the enumerator,
 * and for a trend what it implies in the second byte; the months of a range. */
typedef uint32_t word_meaning(struct str word);

static uint32_t
verdict_meaning(struct str word)
{
	enum verdict verdict;

	return verdict_parse(word, &verdict) ? (uint32_t)verdict + 1 : 0;
}

static uint32_t
trend_meaning(struct str word)
{
	enum trend trend;
	enum polarity polarity;

	if (!trend_parse(word, &trend, &polarity))
		return 0;
	return ((uint32_t)trend + 1) | (uint32_t)polarity << 8;
}

static uint32_t
range_meaning(struct str word)
{
	unsigned months;

	return period_range_parse(word, &months) ? months : 0;
}

/* An unknown word is told of once a file, where it first stands. */
static void
count_word(struct rows *rows, enum role role, struct str word)
{
	char key[WORD_LONGEST + 1] = { (char)role };
	struct str text = str_slice(word, 0, WORD_LONGEST);

	text.len = str_utf8_until(text);
	memcpy(key + 1, text.at, text.len);
	text = (struct str){ .at = key, .len = text.len + 1 };
	if (table_find(&rows->words, text) != TABLE_NONE)
		return;
	uint32_t number = table_add(&rows->words, str_copy(&rows->batch->arena, text));
	if (number >= rows->word_room) {
		rows->word_room = number < 8 ? 16 : number * 2;
		rows->word_places = memory_grow(
		    rows->word_places, rows->word_room, sizeof *rows->word_places);
	}
	rows->word_places[number] = rows_place(rows, role);
}

/* The meaning of a cell that is not the last one met of its length. */
static uint32_t
look_up_word(
    struct rows *rows, enum role role, struct rows_words *known, word_meaning *meaning)
{
	const struct csv_cell *cell = rows_cell(rows, role);
	struct str raw = { .at = cell->at, .len = cell->len };
	uint32_t number = table_find(&known->table, raw);

	if (number != TABLE_NONE)
		return known->meanings[number];
	struct str word = rows_tidy(rows, cell);
	uint32_t found = word.len ? meaning(word) : 0;
	if (found && known->table.count < ROWS_WORDS)
		known->meanings[table_add(&known->table, raw)] = found;
	else if (found == 0 && word.len)
		count_word(rows, role, word);
	return found;
}

/* The meaning of a cell. Words change from row to row, but there are few, and most
 * differ in length. */
static inline uint32_t
read_word(
    struct rows *rows, enum role role, struct rows_words *known, word_meaning *meaning)
{
	const struct csv_cell *cell = rows_cell(rows, role);
	struct memo *memo = &known->met[cell->len % ROWS_LENGTHS];

	if (cell->len == 0)
		return 0;
	if (memo_repeats(memo, cell))
		return memo->number;
	uint32_t found = look_up_word(rows, role, known, meaning);
	/* An unknown word is looked at again, as it may stand in another column. */
	if (found)
		*memo = (struct memo){ .cell = *cell, .number = found };
	return found;
}

void
published_read(struct rows *rows, struct row *row)
{
	struct rows_words *known = rows->known;
	uint32_t england =
	    read_word(rows, ROLE_ENGLAND, &known[ROWS_VERDICTS], verdict_meaning);
	uint32_t parent =
	    read_word(rows, ROLE_PARENT, &known[ROWS_VERDICTS], verdict_meaning);
	uint32_t trend =
	    read_word(rows, ROLE_TREND, &known[ROWS_TRENDS], trend_meaning);
	uint32_t published = england << PUBLISHED_ENGLAND | parent << PUBLISHED_PARENT |
			     (trend & 0xff) << PUBLISHED_TREND;

	if (rows_cell(rows, ROLE_NEW)->len)
		published |= PUBLISHED_NEW;
	row->published = (uint16_t)published;
	row->trend_polarity = (uint8_t)(trend >> 8);
	row->range_months =
	    (uint16_t)read_word(rows, ROLE_RANGE, &known[ROWS_RANGES], range_meaning);
}
