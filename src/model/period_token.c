#include "model/period_token.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Bytes of white space at the start: ASCII, or a no-break space. */
static size_t
white_at(struct str s)
{
	if (s.len && (s.at[0] == ' ' || (s.at[0] >= '\t' && s.at[0] <= '\r')))
		return 1;
	return str_starts(s, STR("\xc2\xa0")) ? 2 : 0;
}

/* Bytes of a hyphen, a dash (U+2010 to U+2015) or a minus sign (U+2212) at the start.
 */
static size_t
dash_at(struct str s)
{
	if (s.len && s.at[0] == '-')
		return 1;
	if (s.len < 3 || s.at[0] != '\xe2')
		return 0;
	if (s.at[1] == '\x80' && (unsigned char)s.at[2] >= 0x90 &&
	    (unsigned char)s.at[2] <= 0x95)
		return 3;
	return str_starts(s, STR("\xe2\x88\x92")) ? 3 : 0;
}

static int
number_of(struct str digits)
{
	int value = 0;

	for (size_t i = 0; i < digits.len && i < 6; i++)
		value = value * 10 + (digits.at[i] - '0');
	return value;
}

/* Takes one token from the start of *rest; false when no token begins there. */
static bool
take_token(struct str *rest, struct token *token)
{
	size_t len = 0;

	if (is_digit(rest->at[0])) {
		token->kind = TOKEN_NUMBER;
		while (len < rest->len && is_digit(rest->at[len]))
			len++;
		token->value = number_of(str_slice(*rest, 0, len));
	} else if (is_letter(rest->at[0])) {
		while (len < rest->len && is_letter(rest->at[len]))
			len++;
		token->spaced = str_equal_folded(str_slice(*rest, 0, len), STR("to"));
		token->kind = token->spaced ? TOKEN_DASH : TOKEN_WORD;
	} else if (rest->at[0] == '/') {
		token->kind = TOKEN_SLASH;
		len = 1;
	} else {
		token->kind = TOKEN_DASH;
		len = dash_at(*rest);
	}
	token->text = str_slice(*rest, 0, len);
	*rest = str_slice(*rest, len, rest->len);
	return len > 0;
}

bool
period_split(struct str text, struct token *tokens)
{
	struct str rest = text;
	size_t n = 0;

	for (;;) {
		size_t white = white_at(rest), run = 0;
		while (white) {
			rest = str_slice(rest, white, rest.len);
			run += white;
			white = white_at(rest);
		}
		if (run && n && tokens[n - 1].kind == TOKEN_DASH)
			tokens[n - 1].spaced = true;
		if (!rest.len)
			return true;
		if (n + 1 == PERIOD_MOST_TOKENS || !take_token(&rest, &tokens[n]))
			return false;
		if (run && tokens[n].kind == TOKEN_DASH)
			tokens[n].spaced = true;
		n++;
	}
}
