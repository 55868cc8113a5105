#include "source/pull.h"

#include "base/buf.h"
#include "base/number.h"

struct pull
pull_of(struct arena *arena, struct str text)
{
	return (struct pull){ .arena = arena, .text = text };
}

static enum pull_token
wrong(struct pull *p, const char *what)
{
	if (!p->wrong) {
		p->wrong = what;
		p->start = p->at;
	}
	return PULL_WRONG;
}

/* The next byte, or 0 at the end. */
static char
peek(const struct pull *p)
{
	return p->at < p->text.len ? p->text.at[p->at] : '\0';
}

static void
skip_space(struct pull *p)
{
	for (char c = peek(p); c == ' ' || c == '\t' || c == '\n' || c == '\r';)
		c = ++p->at < p->text.len ? p->text.at[p->at] : '\0';
}

static void
add_utf8(struct buf *buf, uint32_t code)
{
	if (code < 0x80) {
		buf_add_char(buf, (char)code);
		return;
	}
	if (code < 0x800) {
		buf_add_char(buf, (char)(0xc0 | code >> 6));
	} else {
		if (code < 0x10000) {
			buf_add_char(buf, (char)(0xe0 | code >> 12));
		} else {
			buf_add_char(buf, (char)(0xf0 | code >> 18));
			buf_add_char(buf, (char)(0x80 | (code >> 12 & 0x3f)));
		}
		buf_add_char(buf, (char)(0x80 | (code >> 6 & 0x3f)));
	}
	buf_add_char(buf, (char)(0x80 | (code & 0x3f)));
}

/* The four digits behind "\u". */
static bool
read_unit(struct pull *p, uint32_t *unit)
{
	*unit = 0;
	if (p->text.len - p->at < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		char c = p->text.at[p->at++];
		if (c >= '0' && c <= '9')
			*unit = *unit * 16 + (uint32_t)(c - '0');
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			*unit = *unit * 16 + (uint32_t)((c | 0x20) - 'a') + 10;
		else
			return false;
	}
	return true;
}

/* One half of a pair is no character, and NUL is none in a text. */
static bool
read_unicode(struct pull *p, struct buf *buf)
{
	uint32_t code, low;

	if (!read_unit(p, &code))
		return false;
	if (code >= 0xd800 && code < 0xdc00 && p->text.len - p->at >= 2 &&
	    p->text.at[p->at] == '\\' && p->text.at[p->at + 1] == 'u') {
		p->at += 2;
		if (!read_unit(p, &low) || low < 0xdc00 || low > 0xdfff)
			return false;
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
	}
	if (!code || (code >= 0xd800 && code <= 0xdfff))
		return false;
	add_utf8(buf, code);
	return true;
}

static bool
read_escape(struct pull *p, struct buf *buf)
{
	static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	char c = peek(p);

	p->at++;
	if (c == 'u')
		return read_unicode(p, buf);
	for (size_t i = 0; letters[i]; i++)
		if (c == letters[i]) {
			buf_add_char(buf, meant[i]);
			return true;
		}
	p->at--;
	return false;
}

/* Behind the opening quote. */
static bool
read_string(struct pull *p)
{
	AUTO_BUF buf = { 0 };
	size_t from = ++p->at;
	bool escaped = false;

	for (;; p->at++) {
		unsigned char c = (unsigned char)peek(p);
		if (p->at >= p->text.len || c < ' ')
			return wrong(p, "a quote is missing") != PULL_WRONG;
		if (c != '"' && c != '\\')
			continue;
		if (c == '"' && !escaped) {
			p->string = str_slice(p->text, from, p->at++);
			return true;
		}
		buf_add(&buf, str_slice(p->text, from, p->at++));
		if (c == '"') {
			p->string = str_copy(p->arena, buf_str(&buf));
			return true;
		}
		escaped = true;
		if (!read_escape(p, &buf))
			return wrong(p, "no such escape") != PULL_WRONG;
		from = p->at--;
	}
}

static bool
is_of_number(char c)
{
	return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' ||
	       c == 'E';
}

static enum pull_token
read_number(struct pull *p)
{
	size_t from = p->at;

	while (p->at < p->text.len && is_of_number(peek(p)))
		p->at++;
	if (number_parse(str_slice(p->text, from, p->at), &p->number))
		return PULL_NUMBER;
	p->at = from;
	return wrong(p, "no number");
}

static enum pull_token
read_word(struct pull *p)
{
	static const char *const words[] = { "true", "false", "null" };
	struct str rest = str_slice(p->text, p->at, p->text.len);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts(rest, str_of(words[i]))) {
			p->at += strlen(words[i]);
			return PULL_OTHER;
		}
	return wrong(
	    p, p->at < p->text.len ? "a value is missing" : "the file ends too early");
}

static enum pull_token
open_one(struct pull *p, bool object)
{
	if (p->depth == PULL_DEEPEST)
		return wrong(p, "too many brackets in each other");
	p->objects[p->depth++] = object;
	p->fresh = true;
	p->at++;
	return object ? PULL_OBJECT : PULL_ARRAY;
}

static enum pull_token
read_value(struct pull *p)
{
	char c = peek(p);

	p->fresh = p->keyed = false;
	p->done = p->done || p->depth == 0;
	if (c == '{' || c == '[')
		return open_one(p, c == '{');
	if (c == '"')
		return read_string(p) ? PULL_STRING : PULL_WRONG;
	return c == '-' || (c >= '0' && c <= '9') ? read_number(p) : read_word(p);
}

static enum pull_token
read_key(struct pull *p)
{
	if (peek(p) != '"')
		return wrong(p, "a name in quotes is missing");
	if (!read_string(p))
		return PULL_WRONG;
	skip_space(p);
	if (peek(p) != ':')
		return wrong(p, "a colon is missing");
	p->at++;
	p->keyed = true;
	return PULL_KEY;
}

enum pull_token
pull_next(struct pull *p)
{
	bool object = p->depth && p->objects[p->depth - 1];

	if (p->wrong)
		return PULL_WRONG;
	skip_space(p);
	p->start = p->at;
	if (!p->depth && p->done)
		return p->at < p->text.len ? wrong(p, "something stands behind the end")
					   : PULL_END;
	if (!p->depth || p->keyed)
		return read_value(p);
	if (peek(p) == (object ? '}' : ']')) {
		p->at++;
		p->depth--;
		p->fresh = false;
		return object ? PULL_OBJECT_END : PULL_ARRAY_END;
	}
	if (!p->fresh) {
		if (peek(p) != ',')
			return wrong(p, p->at < p->text.len
					    ? "a comma is missing"
					    : "the file ends too early");
		p->at++;
		skip_space(p);
		p->start = p->at;
	}
	return object ? read_key(p) : read_value(p);
}

bool
pull_skip(struct pull *p, enum pull_token token)
{
	unsigned depth = p->depth;

	if (token != PULL_OBJECT && token != PULL_ARRAY)
		return token != PULL_WRONG;
	while (p->depth >= depth)
		if (pull_next(p) == PULL_WRONG)
			return false;
	return true;
}
