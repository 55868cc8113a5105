/* model/period_token.h - the words, numbers and dashes that a written period is made
 * of; only for model/period_parse.c. */
#ifndef MODEL_PERIOD_TOKEN_H
#define MODEL_PERIOD_TOKEN_H

#include <stdbool.h>

#include "base/str.h"

enum { PERIOD_MOST_TOKENS = 16 };

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_SLASH, TOKEN_DASH };

struct token {
	enum token_kind kind;
	struct str text;
	int value;   /* of a number of up to six digits */
	bool spaced; /* a dash with white space around it, or spelt "to" */
};

/* Splits the text into tokens, TOKEN_END behind the last; `tokens` is zeroed and has
 * PERIOD_MOST_TOKENS. False when the text holds what no period does, or too much. */
bool period_split(struct str text, struct token *tokens);

#endif
