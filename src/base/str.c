#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool
is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_figure(char c)
{
	return c >= '0' && c <= '9';
}

struct str
str_of(const char *text)
{
	return (struct str){ .at = text ? text : "", .len = text ? strlen(text) : 0 };
}

bool
str_equal(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool
str_equal_folded(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

int
str_order(struct str a, struct str b)
{
	size_t shared = a.len < b.len ? a.len : b.len;
	int order = shared ? memcmp(a.at, b.at, shared) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The run of digits at the start of s, leading zeros left out. */
static struct str
leading_digits(struct str s)
{
	size_t n = 0, zeros = 0;

	while (n < s.len && is_figure(s.at[n]))
		n++;
	while (zeros + 1 < n && s.at[zeros] == '0')
		zeros++;
	return str_slice(s, zeros, n);
}

int
str_order_natural(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len) {
		if (is_figure(a.at[i]) && is_figure(b.at[j])) {
			struct str x = leading_digits(str_slice(a, i, a.len));
			struct str y = leading_digits(str_slice(b, j, b.len));
			if (x.len != y.len)
				return x.len < y.len ? -1 : 1;
			int order = str_order(x, y);
			if (order)
				return order;
			i = (size_t)(x.at + x.len - a.at);
			j = (size_t)(y.at + y.len - b.at);
			continue;
		}
		char x = lower(a.at[i++]), y = lower(b.at[j++]);
		if (x != y)
			return (unsigned char)x < (unsigned char)y ? -1 : 1;
	}
	if (i < a.len || j < b.len)
		return i < a.len ? 1 : -1;
	return str_order(a, b);
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.len >= suffix.len &&
	       str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

bool
str_has(struct str s, struct str part)
{
	for (size_t i = 0; i + part.len <= s.len; i++)
		if (str_equal(str_slice(s, i, i + part.len), part))
			return true;
	return false;
}

bool
str_has_folded(struct str s, struct str part)
{
	for (size_t i = 0; i + part.len <= s.len; i++)
		if (str_equal_folded(str_slice(s, i, i + part.len), part))
			return true;
	return false;
}

struct str
str_trim(struct str s)
{
	while (s.len && is_white(s.at[0])) {
		s.at++;
		s.len--;
	}
	while (s.len && is_white(s.at[s.len - 1]))
		s.len--;
	return s;
}

struct str
str_slice(struct str s, size_t from, size_t until)
{
	if (until > s.len)
		until = s.len;
	if (from > until)
		from = until;
	/* What is left behind str_cut is at NULL, and not even 0 may be added to that.
	 */
	return (struct str){ .at = from ? s.at + from : s.at, .len = until - from };
}

struct str
str_cut(struct str *rest, char separator)
{
	const char *mark = rest->len ? memchr(rest->at, separator, rest->len) : NULL;
	struct str head = *rest;

	if (!mark) {
		*rest = (struct str){ .at = NULL, .len = 0 };
		return head;
	}
	head.len = (size_t)(mark - head.at);
	rest->at = mark + 1;
	rest->len -= head.len + 1;
	return head;
}

/* Multiply and fold: the mixing step of the wyhash family (W. Yi, public domain idea).
 */
static uint64_t
mix(uint64_t a, uint64_t b)
{
	__extension__ typedef unsigned __int128 u128;
	u128 product = (u128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t
load(const char *at, size_t len)
{
	uint64_t word = 0;

	memcpy(&word, at, len);
	return word;
}

uint64_t
str_hash(struct str s)
{
	const uint64_t k0 = 0x9e3779b97f4a7c15u, k1 = 0xc2b2ae3d27d4eb4fu;
	uint64_t h = k0 ^ s.len;
	const char *at = s.at;
	size_t left = s.len;

	for (; left > 8; left -= 8, at += 8)
		h = mix(h ^ load(at, 8), k1);
	if (left)
		h = mix(h ^ load(at, left), k1 ^ left);
	return mix(h, k0);
}

struct str
str_copy(struct arena *arena, struct str s)
{
	char *copy = ARENA_NEW(arena, char, s.len + 1);

	if (s.len)
		memcpy(copy, s.at, s.len);
	return (struct str){ .at = copy, .len = s.len };
}

char *
str_c(struct arena *arena, struct str s)
{
	char *copy = ARENA_NEW(arena, char, s.len + 1);

	if (s.len)
		memcpy(copy, s.at, s.len);
	return copy;
}

struct str
str_print(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	char *text;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = ARENA_NEW(arena, char, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return (struct str){ .at = text, .len = (size_t)len };
}

struct str
str_squeeze(struct arena *arena, struct str s)
{
	struct str trimmed = str_trim(s);
	bool tidy = true;
	char *copy;
	size_t n = 0;

	for (size_t i = 0; i < trimmed.len && tidy; i++)
		if (is_white(trimmed.at[i]))
			tidy = trimmed.at[i] == ' ' && !is_white(trimmed.at[i + 1]);
	if (tidy)
		return trimmed;
	copy = ARENA_NEW(arena, char, trimmed.len);
	for (size_t i = 0; i < trimmed.len; i++) {
		if (!is_white(trimmed.at[i]))
			copy[n++] = trimmed.at[i];
		else if (copy[n - 1] != ' ')
			copy[n++] = ' ';
	}
	return (struct str){ .at = copy, .len = n };
}

struct str
str_slug(struct arena *arena, struct str s)
{
	char *slug = ARENA_NEW(arena, char, s.len + 2);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = lower(s.at[i]);
		if ((c >= 'a' && c <= 'z') || is_figure(c))
			slug[n++] = c;
		else if (c != '\'' && n && slug[n - 1] != '-')
			slug[n++] = '-';
	}
	while (n && slug[n - 1] == '-')
		n--;
	if (!n)
		slug[n++] = 'x';
	return (struct str){ .at = slug, .len = n };
}

/* Optimal string alignment, row by row. Texts are cut at a length no name reaches. */
size_t
str_distance(struct str a, struct str b)
{
	enum { LONGEST = 200 };
	uint16_t rows[3][LONGEST + 1];
	uint16_t *two = rows[0], *one = rows[1], *now = rows[2];

	a = str_slice(a, 0, LONGEST);
	b = str_slice(b, 0, LONGEST);
	for (size_t j = 0; j <= b.len; j++)
		one[j] = (uint16_t)j;
	for (size_t i = 1; i <= a.len; i++) {
		char x = lower(a.at[i - 1]);
		now[0] = (uint16_t)i;
		for (size_t j = 1; j <= b.len; j++) {
			char y = lower(b.at[j - 1]);
			unsigned best = one[j - 1] + (x != y ? 1u : 0u);
			if (best > one[j] + 1u)
				best = one[j] + 1u;
			if (best > now[j - 1] + 1u)
				best = now[j - 1] + 1u;
			if (i > 1 && j > 1 && x == lower(b.at[j - 2]) &&
			    y == lower(a.at[i - 2]) && best > two[j - 2] + 1u)
				best = two[j - 2] + 1u;
			now[j] = (uint16_t)best;
		}
		uint16_t *spare = two;
		two = one;
		one = now;
		now = spare;
	}
	return one[b.len];
}

size_t
str_nearest(struct str asked, const struct str *names, size_t count)
{
	size_t best = SIZE_MAX, least = SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		size_t distance = str_distance(asked, names[i]);
		if (asked.len >= 3 && str_has_folded(names[i], asked))
			distance = distance / 8;
		if (distance < least) {
			least = distance;
			best = i;
		}
	}
	return best != SIZE_MAX && least <= asked.len / 3 + 1 ? best : SIZE_MAX;
}

/* The length of the well-formed sequence at s[i], or 0 (Unicode 15, table 3-7). */
static size_t
utf8_sequence(struct str s, size_t i)
{
	unsigned char a = (unsigned char)s.at[i];
	size_t len = a < 0x80   ? 1
		     : a < 0xc2 ? 0
		     : a < 0xe0 ? 2
		     : a < 0xf0 ? 3
		     : a < 0xf5 ? 4
				: 0;

	if (len == 0 || i + len > s.len)
		return 0;
	for (size_t k = 1; k < len; k++)
		if (((unsigned char)s.at[i + k] & 0xc0) != 0x80)
			return 0;
	if (len > 2) {
		unsigned char b = (unsigned char)s.at[i + 1];
		if ((a == 0xe0 && b < 0xa0) || (a == 0xed && b > 0x9f) ||
		    (a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f))
			return 0;
	}
	return len;
}

size_t
str_utf8_until(struct str s)
{
	size_t i = 0;

	while (i < s.len) {
		if (s.len - i >= 8 && !(load(s.at + i, 8) & 0x8080808080808080u)) {
			i += 8;
			continue;
		}
		size_t len = utf8_sequence(s, i);
		if (!len)
			return i;
		i += len;
	}
	return s.len;
}

size_t
str_characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
	return n;
}
