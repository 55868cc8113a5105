/* tests/draw/xml.h - is it well-formed, and where does its text stand?
 *
 * A reader of the XML that the layer may write: elements, attributes in double quotes,
 * text and five entities; no comments, no sections, no declarations. */
#ifndef TESTS_DRAW_XML_H
#define TESTS_DRAW_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { XML_TEXTS = 600, XML_DEEPEST = 16 };

/* A text element as wide as draw/text.h thinks it is. */
struct xml_text {
	double left, right, top, bottom;
	struct str text; /* as written, entities and all */
};

struct xml {
	struct xml_text texts[XML_TEXTS];
	size_t text_count, elements;
	double width, height; /* of the view box */
	char fault[200];      /* what is wrong, and where */
};

/* False with fault filled when the document is not well-formed, has an attribute or an
 * id twice, or has style, script or an event handler. */
bool xml_read(struct xml *xml, struct str document);

/* False with fault filled when two texts meet or one leaves the drawing. */
bool xml_texts_apart(struct xml *xml);

#endif
