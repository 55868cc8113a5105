#include "answer/parts.h"

#include <stdlib.h>

static bool
is_separator(char c)
{
	return c == '+' || c == ' ' || c == ',';
}

struct str
parts_next(struct str *text)
{
	size_t from = 0, until;
	struct str part;

	while (from < text->len && is_separator(text->at[from]))
		from++;
	until = from;
	while (until < text->len && !is_separator(text->at[until]))
		until++;
	part = str_slice(*text, from, until);
	*text = str_slice(*text, until, text->len);
	return part;
}

static bool
is_like_code(struct str part)
{
	unsigned digits = 0;

	for (size_t i = 0; i < part.len; i++) {
		char c = part.at[i];
		bool digit = c >= '0' && c <= '9';
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!digit && !letter && c != '-' && c != '~')
			return false;
		digits += digit;
	}
	return digits > 1;
}

bool
grouping_is(struct str text)
{
	size_t count = 0;
	bool coded = false, alike = false;

	for (struct str part = parts_next(&text); part.len; part = parts_next(&text)) {
		coded = coded || is_like_code(part);
		alike = alike || memchr(part.at, '~', part.len);
		count++;
	}
	return coded && (count > 1 || alike);
}

static int
order_parts(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	return x->taken_out != y->taken_out ? x->taken_out - y->taken_out
					    : str_order(x->text, y->text);
}

bool
parts_split(struct str text, struct parts *parts)
{
	parts->count = 0;
	for (struct str part = parts_next(&text); part.len; part = parts_next(&text)) {
		bool taken_out = part.at[0] == '-';
		if (parts->count == GROUPING_PARTS)
			return false;
		parts->at[parts->count++] = (struct part){
			.text = str_slice(part, taken_out, part.len),
			.taken_out = taken_out,
			.area = RELEASE_NONE,
		};
	}
	return true;
}

struct str
parts_join(struct arena *arena, struct parts *parts)
{
	struct str text = STR("");
	size_t kept = 0;

	qsort(parts->at, parts->count, sizeof *parts->at, order_parts);
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *part = &parts->at[i];
		if (kept && order_parts(&parts->at[kept - 1], part) == 0)
			continue;
		text = str_print(arena, "%.*s%s%s%.*s", STR_ARG(text), kept ? "+" : "",
		    part->taken_out ? "-" : "", STR_ARG(part->text));
		parts->at[kept++] = *part;
	}
	parts->count = kept;
	return text;
}

struct str
grouping_normal(struct arena *arena, struct str text)
{
	struct parts parts;

	return grouping_is(text) && parts_split(text, &parts)
		   ? parts_join(arena, &parts)
		   : text;
}

struct str
grouping_list(struct arena *arena, const struct str *names, size_t count, size_t most)
{
	size_t shown = count > most ? most - 1 : count;
	struct str text = STR("");

	for (size_t i = 0; i < shown; i++)
		text = str_print(arena, "%.*s%s%.*s", STR_ARG(text),
		    i == 0                             ? ""
		    : i + 1 == shown && shown == count ? " and "
						       : ", ",
		    STR_ARG(names[i]));
	if (shown < count)
		text = str_print(
		    arena, "%.*s and %zu others", STR_ARG(text), count - shown);
	return text;
}
