#include "source/symbol.h"

#include <stdlib.h>

#define SUPPRESSED "Value suppressed for disclosure control reasons"
#define UNAVAILABLE "Value not available"
#define ZERO "Value rounds to zero but is not zero"
#define UNRELIABLE "Value not published for data quality reasons"

/* The shorthand of the Government Statistical Service (2021), that of the Department
 * for Education's explore-education-statistics service, the older signs of both, and
 * what programs write for want of a number. */
static const struct symbol table[] = {
	{ "", "" }, { "#n/a", "" }, { "*", SUPPRESSED }, { "-", "" },
	{ ".", "Value not applicable" }, { "..", UNAVAILABLE }, { "...", UNAVAILABLE },
	{ ":", UNAVAILABLE }, { "c", SUPPRESSED }, { "k", ZERO }, { "low", ZERO },
	{ "n/a", "" }, { "na", "" }, { "nan", "" }, { "none", "" }, { "null", "" },
	{ "s", SUPPRESSED }, { "u", UNRELIABLE }, { "w", "No value recorded" },
	{ "x", UNAVAILABLE }, { "z", "Value not applicable" }, { "~", ZERO },
	{ "\xe2\x80\x93", "" },          /* en dash */
	{ "\xe2\x80\x94", "" },          /* em dash */
	{ "\xe2\x80\xa6", UNAVAILABLE }, /* ellipsis */
};

enum { COUNT = sizeof table / sizeof table[0], LONGEST = 8 };

static int
order(const void *key, const void *element)
{
	const struct str *text = key;
	const struct symbol *symbol = element;

	return str_order(*text, str_of(symbol->text));
}

const struct symbol *
symbols(size_t *count)
{
	*count = COUNT;
	return table;
}

bool
symbol_parse(struct str text, struct str *note)
{
	char lower[LONGEST];
	const struct symbol *symbol;

	text = str_trim(text);
	if (text.len > 2 && text.at[0] == '[' && text.at[text.len - 1] == ']')
		text = str_trim(str_slice(text, 1, text.len - 1));
	if (text.len > LONGEST)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
	}
	struct str key = { .at = lower, .len = text.len };
	symbol = bsearch(&key, table, COUNT, sizeof table[0], order);
	if (!symbol)
		return false;
	*note = str_of(symbol->note);
	return true;
}
