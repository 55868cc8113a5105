#include "write/html.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

/* Elements behind whose end a line may break without a reader seeing it. Sorted. */
static const char *const blocks[] = { "aside", "blockquote", "body", "caption", "dd",
	"details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
	"form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "li",
	"main", "nav", "ol", "optgroup", "option", "p", "pre", "section", "select",
	"summary", "table", "tbody", "td", "th", "thead", "title", "tr", "ul" };

static bool
is_block(const char *name)
{
	size_t low = 0;
	size_t high = sizeof blocks / sizeof blocks[0];

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(name, blocks[middle]);

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static const char *
reference_of(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	case '\t':
	case '\n': return NULL;
	default: break;
	}
	/* A carriage return among them: a parser would make it a line feed anyway. */
	if ((unsigned char)c < 0x20 || c == 0x7f)
		return "\xEF\xBF\xBD";
	return NULL;
}

/* Well-formed UTF-8. */
static void
escape_sound(struct buf *out, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.len; i++) {
		const char *reference = reference_of(text.at[i]);

		if (reference == NULL)
			continue;
		buf_add(out, str_slice(text, from, i));
		buf_add(out, str_of(reference));
		from = i + 1;
	}
	buf_add(out, str_slice(text, from, text.len));
}

void
html_escape(struct buf *out, struct str text)
{
	for (;;) {
		size_t sound = str_utf8_until(text);

		escape_sound(out, str_slice(text, 0, sound));
		if (sound >= text.len)
			return;
		buf_add(out, STR("\xEF\xBF\xBD"));
		text = str_slice(text, sound + 1, text.len);
	}
}

static void
end_tag(struct html *h)
{
	if (h->in_tag)
		buf_add_char(h->out, '>');
	h->in_tag = false;
}

static void
begin_tag(struct html *h, const char *name)
{
	end_tag(h);
	buf_add_char(h->out, '<');
	buf_add(h->out, str_of(name));
	h->in_tag = true;
}

static void
push(struct html *h, const char *name)
{
	assert(h->depth < HTML_DEPTH);
	h->open[h->depth++] = name;
}

static void
attributes(struct html *h, va_list pairs)
{
	for (;;) {
		const char *name = va_arg(pairs, const char *);

		if (name == NULL)
			return;
		html_attribute(h, name, str_of(va_arg(pairs, const char *)));
	}
}

void
html_begin(struct html *h)
{
	assert(h->depth == 0 && h->out->len == 0);
	buf_add(h->out, STR("<!DOCTYPE html>\n"));
}

void
html_end(struct html *h)
{
	assert(h->depth == 0);
	end_tag(h);
}

void
html_open(struct html *h, const char *name, ...)
{
	va_list pairs;

	begin_tag(h, name);
	push(h, name);
	va_start(pairs, name);
	attributes(h, pairs);
	va_end(pairs);
}

void
html_close(struct html *h, const char *name)
{
	end_tag(h);
	assert(h->depth > 0 && strcmp(h->open[h->depth - 1], name) == 0);
	h->depth--;
	buf_add(h->out, STR("</"));
	buf_add(h->out, str_of(name));
	buf_add_char(h->out, '>');
	if (is_block(name))
		buf_add_char(h->out, '\n');
}

void
html_void(struct html *h, const char *name, ...)
{
	va_list pairs;

	begin_tag(h, name);
	va_start(pairs, name);
	attributes(h, pairs);
	va_end(pairs);
}

void
html_attribute(struct html *h, const char *name, struct str value)
{
	assert(h->in_tag);
	buf_add_char(h->out, ' ');
	buf_add(h->out, str_of(name));
	buf_add(h->out, STR("=\""));
	html_escape(h->out, value);
	buf_add_char(h->out, '"');
}

void
html_flag(struct html *h, const char *name)
{
	assert(h->in_tag);
	buf_add_char(h->out, ' ');
	buf_add(h->out, str_of(name));
}

void
html_text(struct html *h, struct str text)
{
	end_tag(h);
	html_escape(h->out, text);
}

void
html_say(struct html *h, const char *text)
{
	html_text(h, str_of(text));
}

void
html_print(struct html *h, const char *format, ...)
{
	AUTO_BUF text = { 0 };
	va_list arguments;
	va_list again;
	int len;

	va_start(arguments, format);
	va_copy(again, arguments);
	len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	assert(len >= 0);
	vsnprintf(buf_room(&text, (size_t)len + 1), (size_t)len + 1, format, again);
	va_end(again);
	text.len = (size_t)len;
	html_text(h, buf_str(&text));
}

void
html_leaf(struct html *h, const char *name, const char *text, ...)
{
	va_list pairs;

	begin_tag(h, name);
	push(h, name);
	va_start(pairs, text);
	attributes(h, pairs);
	va_end(pairs);
	html_say(h, text);
	html_close(h, name);
}

void
html_leaf_text(struct html *h, const char *name, struct str text, ...)
{
	va_list pairs;

	begin_tag(h, name);
	push(h, name);
	va_start(pairs, text);
	attributes(h, pairs);
	va_end(pairs);
	html_text(h, text);
	html_close(h, name);
}

void
html_trusted(struct html *h, struct str markup)
{
	end_tag(h);
	buf_add(h->out, markup);
}
