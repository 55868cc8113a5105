#include "xml.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "draw/text.h"

enum { ATTRIBUTES = 20, IDS = 10 };

struct attribute {
	struct str name, value;
};

struct reader {
	struct xml *xml;
	struct str rest;
	const char *start;
	struct str open[XML_DEEPEST];
	unsigned depth;
	struct attribute attributes[ATTRIBUTES];
	unsigned attribute_count;
	struct str ids[IDS];
	unsigned id_count;
};

static bool
fault(struct reader *r, const char *what)
{
	snprintf(r->xml->fault, sizeof r->xml->fault, "%s at byte %zu: %.60s", what,
	    (size_t)(r->rest.at - r->start), r->rest.len ? r->rest.at : "(end)");
	return false;
}

static bool
starts(const struct reader *r, const char *with)
{
	return str_starts(r->rest, str_of(with));
}

static void
skip(struct reader *r, size_t bytes)
{
	r->rest = str_slice(r->rest, bytes, r->rest.len);
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
	       (c >= '0' && c <= '9');
}

static struct str
take_name(struct reader *r)
{
	size_t len = 0;

	while (len < r->rest.len && is_name(r->rest.at[len]))
		len++;
	struct str name = str_slice(r->rest, 0, len);
	skip(r, len);
	return name;
}

/* Characters up to a stop: no bare less-than, no unknown entity, no control character.
 */
static bool
take_characters(struct reader *r, char stop, struct str *out)
{
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;",
		"&#39;" };
	const char *from = r->rest.at;

	while (r->rest.len && *r->rest.at != stop) {
		unsigned char c = (unsigned char)*r->rest.at;
		bool known = c != '&';
		for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
			known |= starts(r, entities[i]);
		if (!known)
			return fault(r, "bare ampersand");
		if (c == '<' || (c < 0x20 && c != '\n') || c == 0x7f)
			return fault(r, "forbidden character");
		skip(r, 1);
	}
	*out = (struct str){ .at = from, .len = (size_t)(r->rest.at - from) };
	return true;
}

static struct str
value_of(const struct reader *r, const char *name)
{
	for (unsigned i = 0; i < r->attribute_count; i++)
		if (str_equal(r->attributes[i].name, str_of(name)))
			return r->attributes[i].value;
	return STR("");
}

static double
number_of(const struct reader *r, const char *name)
{
	struct str value = value_of(r, name);

	return value.len ? strtod(value.at, NULL) : 0;
}

static bool
check_attribute(struct reader *r, struct str name, struct str value)
{
	for (unsigned i = 0; i < r->attribute_count; i++)
		if (str_equal(r->attributes[i].name, name))
			return fault(r, "attribute twice");
	if (str_equal(name, STR("style")) || str_starts(name, STR("on")))
		return fault(r, "attribute that a page forbids");
	if (str_has_folded(value, STR("nan")) && !str_has(value, STR("-")))
		return fault(r, "not a number");
	if (!str_equal(name, STR("id")))
		return true;
	for (unsigned i = 0; i < r->id_count; i++)
		if (str_equal(r->ids[i], value))
			return fault(r, "id twice");
	if (r->id_count < IDS)
		r->ids[r->id_count++] = value;
	return true;
}

static bool
take_attributes(struct reader *r)
{
	r->attribute_count = 0;
	while (starts(r, " ")) {
		struct attribute *a = &r->attributes[r->attribute_count];
		skip(r, 1);
		a->name = take_name(r);
		if (!a->name.len || !starts(r, "=\"") ||
		    r->attribute_count == ATTRIBUTES - 1)
			return fault(r, "attribute");
		skip(r, 2);
		if (!take_characters(r, '"', &a->value) || !starts(r, "\""))
			return fault(r, "attribute value");
		skip(r, 1);
		if (!check_attribute(r, a->name, a->value))
			return false;
		r->attribute_count++;
	}
	return true;
}

/* An entity is as wide as what it stands for. */
static double
width_of(struct str text, double size, bool bold)
{
	static const struct {
		const char *entity, *character;
	} entities[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&#39;", "'" } };
	double wide = text_width(text, size, bold);

	for (size_t i = 0; i < text.len; i++)
		for (size_t k = 0; k < sizeof entities / sizeof *entities; k++) {
			struct str entity = str_of(entities[k].entity);
			if (str_starts(str_slice(text, i, text.len), entity))
				wide += text_width(
					    str_of(entities[k].character), size, bold) -
					text_width(entity, size, bold);
		}
	return wide;
}

static bool
add_text(struct reader *r, struct str text)
{
	struct str anchor = value_of(r, "text-anchor");
	bool bold = value_of(r, "font-weight").len > 0;
	double size = value_of(r, "font-size").len ? number_of(r, "font-size") : 16;
	double x = number_of(r, "x"), y = number_of(r, "y");
	double wide = width_of(text, size, bold);

	if (r->xml->text_count == XML_TEXTS)
		return fault(r, "too many texts");
	if (str_equal(anchor, STR("middle")))
		x -= wide / 2;
	else if (str_equal(anchor, STR("end")))
		x -= wide;
	r->xml->texts[r->xml->text_count++] = (struct xml_text){ .left = x,
		.right = x + wide,
		.top = y - 0.72 * size,
		.bottom = y + 0.2 * size,
		.text = text };
	return true;
}

/* "0 0 width height" */
static void
read_view_box(struct reader *r, struct str box)
{
	double *numbers[] = { NULL, NULL, &r->xml->width, &r->xml->height };

	for (size_t i = 0; i < 4 && box.at; i++) {
		struct str word = str_cut(&box, ' ');
		if (numbers[i] && !number_parse(word, numbers[i]))
			*numbers[i] = 0;
	}
}

static bool
take_start(struct reader *r)
{
	skip(r, 1);
	struct str name = take_name(r);
	if (!name.len || r->depth == XML_DEEPEST)
		return fault(r, "element");
	if (str_equal(name, STR("style")) || str_equal(name, STR("script")))
		return fault(r, "element that a page forbids");
	if (!take_attributes(r))
		return false;
	if (!r->xml->elements++)
		read_view_box(r, value_of(r, "viewBox"));
	if (starts(r, "/>")) {
		skip(r, 2);
		return true;
	}
	if (!starts(r, ">"))
		return fault(r, "end of tag");
	skip(r, 1);
	r->open[r->depth++] = name;
	return true;
}

static bool
take_end(struct reader *r)
{
	skip(r, 2);
	struct str name = take_name(r);
	if (!r->depth || !str_equal(r->open[--r->depth], name) || !starts(r, ">"))
		return fault(r, "end of another element");
	skip(r, 1);
	return true;
}

static bool
take_text(struct reader *r)
{
	struct str text;

	if (!take_characters(r, '<', &text))
		return false;
	if (!r->depth && str_trim(text).len)
		return fault(r, "text outside the root");
	if (r->depth && str_equal(r->open[r->depth - 1], STR("text")))
		return add_text(r, text);
	return true;
}

bool
xml_read(struct xml *xml, struct str document)
{
	struct reader r = { .xml = xml, .rest = document, .start = document.at };

	*xml = (struct xml){ 0 };
	if (str_utf8_until(document) != document.len)
		return fault(&r, "not UTF-8");
	while (r.rest.len) {
		bool root_done = xml->elements && !r.depth;
		if (starts(&r, "</")) {
			if (!take_end(&r))
				return false;
		} else if (starts(&r, "<")) {
			if (root_done)
				return fault(&r, "second root");
			if (!take_start(&r))
				return false;
		} else if (!take_text(&r)) {
			return false;
		}
	}
	return !r.depth && xml->elements ? true : fault(&r, "element left open");
}

static bool
meet(const struct xml_text *a, const struct xml_text *b)
{
	const double touch = 0.5;

	return a->left + touch < b->right && b->left + touch < a->right &&
	       a->top + touch < b->bottom && b->top + touch < a->bottom;
}

bool
xml_texts_apart(struct xml *xml)
{
	for (size_t i = 0; i < xml->text_count; i++) {
		const struct xml_text *a = &xml->texts[i];
		if (a->left < -0.5 || a->right > xml->width + 0.5 || a->top < -0.5 ||
		    a->bottom > xml->height + 0.5) {
			snprintf(xml->fault, sizeof xml->fault,
			    "'%.*s' leaves the drawing: %.0f to %.0f, %.0f to %.0f",
			    STR_ARG(str_slice(a->text, 0, 60)), a->left, a->right,
			    a->top, a->bottom);
			return false;
		}
		for (size_t k = 0; k < i; k++) {
			if (!meet(a, &xml->texts[k]))
				continue;
			snprintf(xml->fault, sizeof xml->fault, "'%.*s' meets '%.*s'",
			    STR_ARG(str_slice(a->text, 0, 60)),
			    STR_ARG(str_slice(xml->texts[k].text, 0, 60)));
			return false;
		}
	}
	return true;
}
