/* write/html.h - HTML, one element at a time, never as text.
 *
 * A struct html belongs to one page and one thread and writes to a buffer that its
 *owner lends. It keeps the elements that are open, so that a page which does not close
 *what it opens, or closes something else, is an assert and not a page. Everything a
 *caller gives is escaped; the one exception is html_trusted. No other file of this
 *layer holds markup.
 *
 * Attributes are pairs of name and value, ended by NULL:
 *
 *	html_open(h, "p", "class", "note", NULL);
 *	html_text(h, text);
 *	html_close(h, "p"); */
#ifndef WRITE_HTML_H
#define WRITE_HTML_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

enum { HTML_DEPTH = 40 };

/* Zeroed but for `out` is an empty document. The rest is private. */
struct html {
	struct buf *out;
	const char *open[HTML_DEPTH];
	unsigned depth;
	bool in_tag; /* the last tag still takes attributes */
};

/* The declaration that this is HTML; first of all. */
void html_begin(struct html *h);
/* Asserts that everything opened has been closed. */
void html_end(struct html *h);

/* Names and attribute names are literals and written as they are. */
void html_open(struct html *h, const char *name, ...) __attribute__((sentinel));
void html_close(
    struct html *h, const char *name); /* asserts that it is the innermost */
/* An element that has neither content nor end: link, meta, br, input. */
void html_void(struct html *h, const char *name, ...) __attribute__((sentinel));

/* Gives the element just opened one more attribute; before any content. */
void html_attribute(struct html *h, const char *name, struct str value);
void html_flag(struct html *h, const char *name); /* "selected" */

void html_text(struct html *h, struct str text);
void html_say(struct html *h, const char *text);
void html_print(struct html *h, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A whole element that holds nothing but text. */
void html_leaf(struct html *h, const char *name, const char *text, ...)
    __attribute__((sentinel));
void html_leaf_text(struct html *h, const char *name, struct str text, ...)
    __attribute__((sentinel));

/* Copies markup that a writer of this program made: an SVG drawing, and nothing else.
 * Never anything that came from a file or an address. */
void html_trusted(struct html *h, struct str markup);

/* A text with what means something in HTML and XML spelt out: & < > " and '. Control
 * characters and bytes that are no UTF-8 become U+FFFD, as neither may stand in a page.
 */
void html_escape(struct buf *out, struct str text);

#endif
