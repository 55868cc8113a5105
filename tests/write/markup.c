#include "markup.h"

#include "base/buf.h"
#include "base/table.h"

static bool
find(struct str text, struct str part, size_t *place)
{
	for (size_t i = 0; i + part.len <= text.len; i++)
		if (memcmp(text.at + i, part.at, part.len) == 0) {
			*place = i;
			return true;
		}
	return false;
}

static struct str
resolved(struct arena *arena, struct str text)
{
	static const struct {
		const char *reference;
		char c;
	} references[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' } };
	AUTO_BUF out = { 0 };

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		for (size_t r = 0; r < sizeof references / sizeof references[0]; r++) {
			struct str reference = str_of(references[r].reference);

			if (str_starts(str_slice(text, i, text.len), reference)) {
				c = references[r].c;
				i += reference.len - 1;
				break;
			}
		}
		buf_add_char(&out, c);
	}
	return str_copy(arena, buf_str(&out));
}

bool
markup_next(
    struct arena *arena, struct str *rest, const char *attribute, struct str *value)
{
	struct str start = str_print(arena, " %s=\"", attribute);
	size_t place;

	if (!find(*rest, start, &place))
		return false;
	*rest = str_slice(*rest, place + start.len, rest->len);
	*value = resolved(arena, str_cut(rest, '"'));
	return true;
}

static const char *
id_fault(struct arena *arena, struct str page)
{
	struct table ids = { 0 };
	const char *fault = NULL;
	struct str rest = page, value;

	while (markup_next(arena, &rest, "id", &value)) {
		uint32_t before = ids.count;

		table_add(&ids, value);
		if (ids.count == before)
			fault = "an id twice";
	}
	rest = page;
	while (markup_next(arena, &rest, "for", &value))
		if (table_find(&ids, value) == TABLE_NONE)
			fault = "a label for nothing";
	table_done(&ids);
	return fault;
}

static const char *
heading_fault(struct str page)
{
	char level = '0';
	int firsts = 0;

	for (size_t i = 0; i + 3 < page.len; i++) {
		char now = page.at[i + 2];

		if (page.at[i] != '<' || page.at[i + 1] != 'h' || now < '1' ||
		    now > '6')
			continue;
		firsts += now == '1';
		if (now > level + 1)
			return "a heading that skips a level";
		level = now;
	}
	return firsts == 1 ? NULL : "not one h1";
}

static size_t
count(struct str page, struct str part)
{
	size_t n = 0, place;

	while (find(page, part, &place)) {
		n++;
		page = str_slice(page, place + part.len, page.len);
	}
	return n;
}

static bool
has_empty_heading(struct str page)
{
	return str_has(page, STR("\"></h1")) || str_has(page, STR("\"></h2")) ||
	       str_has(page, STR("\"></h3"));
}

const char *
markup_fault(struct arena *arena, struct str page)
{
	const char *fault = id_fault(arena, page);

	if (fault == NULL)
		fault = heading_fault(page);
	if (fault == NULL && count(page, STR("<table")) != count(page, STR("<caption")))
		fault = "a table without a caption";
	if (fault == NULL && (str_has(page, STR("\"></a>")) || has_empty_heading(page)))
		fault = "an empty link or heading";
	if (fault == NULL &&
	    (str_has(page, STR(" style=")) || str_has(page, STR("<style"))))
		fault = "a style, which the server's policy forbids";
	return fault;
}
