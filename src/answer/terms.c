#include "answer/terms.h"

#include <string.h>

#include "answer/synonyms.h"

/* The letters U+00C0 to U+00FF without their accents; a space is no letter. */
static const char plain[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo "
			    "ouuuuyty";

/* The small letter or digit that begins a text, 0 for none; *len: of the character. */
static char
fold_character(struct str text, size_t *len)
{
	unsigned char c = (unsigned char)text.at[0];

	*len = 1;
	if (c >= 'A' && c <= 'Z')
		return (char)(c | 0x20);
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return (char)c;
	if (c == 0xc3 && text.len > 1) {
		char letter = plain[(unsigned char)text.at[1] & 0x3f];
		*len = 2;
		return letter == ' ' ? 0 : letter;
	}
	/* The circumflexes of Welsh beyond those: w and y, small and capital. */
	if (c == 0xc5 && text.len > 1) {
		unsigned char second = (unsigned char)text.at[1];
		*len = 2;
		return second == 0xb4 || second == 0xb5   ? 'w'
		       : second == 0xb6 || second == 0xb7 ? 'y'
							  : 0;
	}
	return 0;
}

/* An apostrophe parts no words: "children's" is "childrens". */
static size_t
apostrophe(struct str text)
{
	if (text.at[0] == '\'')
		return 1;
	return str_starts(text, STR("\xe2\x80\x99")) ? 3 : 0;
}

struct str
terms_fold(struct arena *arena, struct str text)
{
	/* "&" becomes five bytes. */
	char *out = ARENA_NEW(arena, char, text.len * 5 + 2);
	size_t n = 0, len;

	for (size_t i = 0; i < text.len; i += len) {
		struct str rest = str_slice(text, i, text.len);
		char c = fold_character(rest, &len);
		size_t mark = apostrophe(rest);
		if (mark) {
			len = mark;
		} else if (c) {
			out[n++] = c;
		} else if (n && out[n - 1] != ' ') {
			out[n++] = ' ';
		}
		for (const char *and = text.at[i] == '&' ? "and " : ""; *and;)
			out[n++] = *and++;
	}
	if (n && out[n - 1] != ' ')
		out[n++] = ' ';
	return (struct str){ .at = out, .len = n };
}

static bool
says_little(struct str word)
{
	static const char *const words[] = { "a", "and", "as", "by", "for", "from",
		"in", "of", "on", "or", "per", "the", "to", "who", "with" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(word, str_of(words[i])))
			return true;
	return false;
}

/* words: folded. */
static struct terms
take(struct str words, bool all)
{
	struct terms terms = { .count = 0 };

	while (words.len && terms.count < TERMS_MOST) {
		struct str word = str_cut(&words, ' ');
		if (all || !says_little(word))
			terms.at[terms.count++] = word;
	}
	return terms;
}

struct terms
terms_of(struct arena *arena, struct str query)
{
	struct str words = terms_fold(arena, query);
	struct terms terms = take(words, false);

	return terms.count ? terms : take(words, true);
}

static bool
has_digit(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] >= '0' && word.at[i] <= '9')
			return true;
	return false;
}

/* One error in four letters, two in eight: fewer would be other words. A code with
 * another digit is another code. */
static bool
is_near(struct str asked, struct str word)
{
	size_t most = asked.len >= 8 ? 2 : asked.len >= 4 ? 1 : 0;
	size_t apart =
	    asked.len > word.len ? asked.len - word.len : word.len - asked.len;

	return most && apart <= most && !has_digit(asked) &&
	       str_distance(asked, word) <= most;
}

enum term_match
terms_match(struct str asked, struct str word)
{
	if (str_equal(asked, word))
		return MATCH_EXACT;
	if (asked.len > 1 && str_starts(word, asked))
		return MATCH_BEGIN;
	return is_near(asked, word) ? MATCH_NEAR : MATCH_NONE;
}

/* The length of the words at the start of a query that are those of a term, but for
 * typing errors; 0 when they are others. Both are folded. */
static size_t
same_words(struct str query, struct str term)
{
	struct str rest = query;

	while (term.len) {
		struct str word = str_cut(&term, ' '), asked = str_cut(&rest, ' ');
		if (!str_equal(asked, word) && !is_near(asked, word))
			return 0;
	}
	return query.len - rest.len;
}

/* Where the words of a term stand among those of a query; false for nowhere. */
static bool
find_words(struct str query, struct str term, size_t *from, size_t *until)
{
	for (size_t i = 0; term.len && i < query.len; i++) {
		if (i && query.at[i - 1] != ' ')
			continue;
		size_t len = same_words(str_slice(query, i, query.len), term);
		*from = i;
		*until = i + len;
		if (len)
			return true;
	}
	return false;
}

/* The other terms of a line in the place of the one that stands [from, until). */
static size_t
replace(struct arena *arena, struct str query, struct str line, size_t from,
    size_t until, struct terms *out, size_t room)
{
	struct str found = str_slice(query, from, until);
	size_t count = 0;

	while (line.at && count < room) {
		struct str other = terms_fold(arena, str_cut(&line, '|'));
		if (str_equal(other, found))
			continue;
		out[count++] = take(
		    str_print(arena, "%.*s%.*s%.*s", STR_ARG(str_slice(query, 0, from)),
			STR_ARG(other), STR_ARG(str_slice(query, until, query.len))),
		    false);
	}
	return count;
}

size_t
terms_synonyms(struct arena *arena, struct str query, struct terms *out, size_t room)
{
	struct str words = terms_fold(arena, query);
	size_t lines, count = 0;
	const struct str *table = synonyms_table(&lines);

	for (size_t i = 0; i < lines && count < room; i++) {
		struct str rest = table[i];
		while (rest.at && count < room) {
			struct str term = terms_fold(arena, str_cut(&rest, '|'));
			size_t from, until;
			if (find_words(words, term, &from, &until))
				count += replace(arena, words, table[i], from, until,
				    out + count, room - count);
		}
	}
	return count;
}
