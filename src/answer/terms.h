/* answer/terms.h - words as a search compares them, and words that mean the same.
 *
 * A text is folded to words of small letters and digits: "Children's & young people" is
 * "childrens", "and", "young", "people"; letters lose their accents. */
#ifndef ANSWER_TERMS_H
#define ANSWER_TERMS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { TERMS_MOST = 12 /* words of one query */ };

struct terms {
	struct str at[TERMS_MOST];
	size_t count;
};

/* The words of a text, each followed by one space, in the arena. */
struct str terms_fold(struct arena *arena, struct str text);

/* The first words of a query; words that say little ("of", "the") are left out if there
 * are others. */
struct terms terms_of(struct arena *arena, struct str query);

/* How a word of a text answers one of a query. */
enum term_match {
	MATCH_NONE,
	MATCH_NEAR,  /* but for a typing error or two */
	MATCH_BEGIN, /* it begins so */
	MATCH_EXACT
};

enum term_match terms_match(struct str asked, struct str word);

/* The query said in other words, of which somebody may have thought: for each term of
 * the table that occurs in it, what means the same in its place. At most `room`;
 * returns how many. The query itself is not among them. */
size_t terms_synonyms(
    struct arena *arena, struct str query, struct terms *out, size_t room);

#endif
