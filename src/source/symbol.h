/* source/symbol.h - what stands in a number's cell where there is no number: "NA", "-",
 * "*", "[c]", "z" and the like. */
#ifndef SOURCE_SYMBOL_H
#define SOURCE_SYMBOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct symbol {
	const char *text; /* lower case, without square brackets */
	const char *note; /* the value note that says the same in words, or "" */
};

/* All symbols, by text. */
const struct symbol *symbols(size_t *count);

/* Whether the text of a cell is such a symbol, in any case and with or without square
 * brackets; *note (a static text) says why there is no number, or is empty where the
 * symbol does not say. */
bool symbol_parse(struct str text, struct str *note);

#endif
