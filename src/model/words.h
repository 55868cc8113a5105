/* model/words.h - the field's spellings and what they stand for.
 *
 * Each table maps folded text to the number of an enumerator. Folding makes letters
 * lower-case, "&" the word "and", drops apostrophes and turns whatever else is not an
 * ASCII letter or digit into single spaces, so that one row catches "Dobson & Byar's
 * method" however it is typed. Tables are sorted; a test proves it. */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum word_table {
	WORDS_VALUE_TYPE,
	WORDS_SEX,
	WORDS_POLARITY,
	WORDS_INTERVAL,
	WORDS_COMPARISON,
	WORDS_VERDICT,
	WORDS_YEAR_TYPE,
	WORDS_FREQUENCY, /* months */
	WORDS_TABLE_COUNT
};

enum { WORDS_LONGEST = 256 }; /* of a folded text; longer ones are cut */

struct word {
	const char *text; /* folded */
	int value;
};

/* False when the table has no such text. */
bool words_find(enum word_table table, struct str text, int *value);

/* The rows of a table, for those who list them. */
const struct word *words_table(enum word_table table, size_t *count);

/* Folds into out, which has WORDS_LONGEST bytes; returns a view of it. */
struct str words_fold(struct str text, char *out);

/* The folded words of `part` stand in the folded `text` one after the other, the last
 * of them perhaps with more letters: "combined authorit" is in "nhs combined
 * authorities". */
bool words_have(struct str text, const char *part);

#endif
