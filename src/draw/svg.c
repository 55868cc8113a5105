#include "draw/svg.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>

#include "base/number.h"
#include "draw/palette.h"

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* Two decimals are a hundredth of a pixel; more would only make files longer. */
static void
add_number(struct buf *out, double value)
{
	const double most = 1e6;
	char text[NUMBER_LONGEST];
	size_t len;

	if (isnan(value))
		value = 0;
	len = number_print_fixed(text, fmin(fmax(value, -most), most), 2);
	while (len && text[len - 1] == '0')
		len--;
	if (len && text[len - 1] == '.')
		len--;
	buf_add(out, (struct str){ .at = text, .len = len });
}

/* XML 1.0 allows no control characters but tab and line ends, escaped or not. */
static const char *
escape(unsigned char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	case '\t':
	case '\n':
	case '\r': return " ";
	}
	return c < 0x20 || c == 0x7f ? replacement : NULL;
}

/* U+FFFE and U+FFFF are well-formed UTF-8 but not allowed in XML. */
static bool
is_forbidden(struct str s, size_t i)
{
	return i + 2 < s.len && (unsigned char)s.at[i] == 0xef &&
	       (unsigned char)s.at[i + 1] == 0xbf && (unsigned char)s.at[i + 2] >= 0xbe;
}

static void
add_wellformed(struct buf *out, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		const char *instead = escape((unsigned char)s.at[i]);
		size_t skip = 1;
		if (!instead && is_forbidden(s, i)) {
			instead = replacement;
			skip = 3;
		}
		if (!instead)
			continue;
		buf_add(out, str_slice(s, from, i));
		buf_add(out, str_of(instead));
		i += skip - 1;
		from = i + 1;
	}
	buf_add(out, str_slice(s, from, s.len));
}

static void
add_escaped(struct buf *out, struct str s)
{
	for (;;) {
		size_t good = str_utf8_until(s);
		add_wellformed(out, str_slice(s, 0, good));
		if (good == s.len)
			return;
		buf_add(out, str_of(replacement));
		s = str_slice(s, good + 1, s.len);
	}
}

static void
end_tag(struct svg *svg)
{
	if (svg->tag_open)
		buf_add_char(svg->out, '>');
	svg->tag_open = false;
}

static void
push(struct svg *svg, const char *name)
{
	assert(svg->depth < SVG_DEEPEST);
	end_tag(svg);
	buf_add_char(svg->out, '<');
	buf_add(svg->out, str_of(name));
	svg->open[svg->depth++] = name;
	svg->tag_open = true;
}

void
svg_open(struct svg *svg, const char *name, ...)
{
	va_list args;
	const char *attribute;

	push(svg, name);
	va_start(args, name);
	while ((attribute = va_arg(args, const char *)))
		svg_attribute(svg, attribute, str_of(va_arg(args, const char *)));
	va_end(args);
}

void
svg_attribute(struct svg *svg, const char *name, struct str value)
{
	assert(svg->tag_open);
	buf_add_char(svg->out, ' ');
	buf_add(svg->out, str_of(name));
	buf_add(svg->out, STR("=\""));
	add_escaped(svg->out, value);
	buf_add_char(svg->out, '"');
}

void
svg_attribute_number(struct svg *svg, const char *name, double value)
{
	assert(svg->tag_open);
	buf_add_char(svg->out, ' ');
	buf_add(svg->out, str_of(name));
	buf_add(svg->out, STR("=\""));
	add_number(svg->out, value);
	buf_add_char(svg->out, '"');
}

void
svg_text(struct svg *svg, struct str text)
{
	end_tag(svg);
	add_escaped(svg->out, text);
}

void
svg_close(struct svg *svg)
{
	assert(svg->depth > 0);
	const char *name = svg->open[--svg->depth];
	if (svg->tag_open) {
		buf_add(svg->out, STR("/>"));
		svg->tag_open = false;
	} else {
		buf_add(svg->out, STR("</"));
		buf_add(svg->out, str_of(name));
		buf_add_char(svg->out, '>');
	}
	/* One line a part, so that a difference between two drawings can be read. */
	if (svg->depth <= 1)
		buf_add_char(svg->out, '\n');
}

void
svg_line(struct svg *svg, double x1, double y1, double x2, double y2,
    const char *stroke, double width)
{
	svg_open(svg, "line", NULL);
	svg_attribute_number(svg, "x1", x1);
	svg_attribute_number(svg, "y1", y1);
	svg_attribute_number(svg, "x2", x2);
	svg_attribute_number(svg, "y2", y2);
	svg_attribute(svg, "stroke", str_of(stroke));
	svg_attribute_number(svg, "stroke-width", width);
	svg_close(svg);
}

void
svg_rect(struct svg *svg, double x, double y, double width, double height,
    const char *fill, const char *stroke)
{
	svg_open(svg, "rect", NULL);
	svg_attribute_number(svg, "x", x);
	svg_attribute_number(svg, "y", y);
	svg_attribute_number(svg, "width", fmax(width, 0));
	svg_attribute_number(svg, "height", fmax(height, 0));
	svg_attribute(svg, "fill", str_of(fill));
	if (stroke)
		svg_attribute(svg, "stroke", str_of(stroke));
	svg_close(svg);
}

void
svg_tooltip(struct svg *svg, struct str text)
{
	svg_open(svg, "title", NULL);
	svg_text(svg, text);
	svg_close(svg);
}

void
svg_path_add(struct buf *path, char command, double x, double y)
{
	if (path->len)
		buf_add_char(path, ' ');
	buf_add_char(path, command);
	add_number(path, x);
	buf_add_char(path, ' ');
	add_number(path, y);
}

static void
add_size(struct svg *svg, const struct svg_document *document, bool fixed)
{
	AUTO_BUF box = { 0 };

	if (fixed) {
		svg_attribute_number(svg, "width", document->width);
		svg_attribute_number(svg, "height", document->height);
	}
	buf_add(&box, STR("0 0 "));
	add_number(&box, document->width);
	buf_add_char(&box, ' ');
	add_number(&box, document->height);
	svg_attribute(svg, "viewBox", buf_str(&box));
}

/* One id, or both with a space between for aria-labelledby. */
static void
add_ids(struct svg *svg, const char *attribute, const char *id, bool title, bool desc)
{
	AUTO_BUF ids = { 0 };

	if (title)
		buf_print(&ids, "%s-title", id);
	if (title && desc)
		buf_add_char(&ids, ' ');
	if (desc)
		buf_print(&ids, "%s-desc", id);
	svg_attribute(svg, attribute, buf_str(&ids));
}

static void
add_description(struct svg *svg, const struct svg_document *document)
{
	const char *id = document->alone ? NULL : document->id;

	svg_open(svg, "title", NULL);
	if (id)
		add_ids(svg, "id", id, true, false);
	svg_text(svg, document->title);
	svg_close(svg);
	svg_open(svg, "desc", NULL);
	if (id)
		add_ids(svg, "id", id, false, true);
	svg_text(svg, document->message);
	svg_close(svg);
}

void
svg_begin(struct svg *svg, const struct svg_document *document)
{
	bool alone = document->alone;

	svg_open(svg, "svg", NULL);
	if (alone)
		svg_attribute(svg, "xmlns", STR("http://www.w3.org/2000/svg"));
	if (!alone && document->class)
		svg_attribute(svg, "class", str_of(document->class));
	add_size(svg, document, alone || document->fixed);
	if (alone || document->id)
		svg_attribute(svg, "role", STR("img"));
	else
		svg_attribute(svg, "aria-hidden", STR("true"));
	if (!alone && document->id)
		add_ids(svg, "aria-labelledby", document->id, true, true);
	/* Inside a page the page decides the typeface, as it decides the language. */
	if (alone)
		svg_attribute(svg, "font-family", STR("Arial, Helvetica, sans-serif"));
	svg_attribute(svg, "font-size", STR("16"));
	svg_attribute(svg, "fill", STR(COLOUR_INK));
	if (alone || document->id)
		add_description(svg, document);
	if (alone)
		svg_rect(
		    svg, 0, 0, document->width, document->height, COLOUR_PAPER, NULL);
}
