/* draw/svg.h - a writer of SVG that cannot write anything else.
 *
 * Elements stand on a stack, so that what is opened is closed in order; text and
 * attribute values are escaped, and there is no raw form. No style attribute and no
 * style element is ever written: pages forbid both, so looks are presentation
 * attributes. The writer borrows the buffer it writes to and cannot fail. */
#ifndef DRAW_SVG_H
#define DRAW_SVG_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

enum { SVG_DEEPEST = 16 };

/* A zeroed struct with `out` set is ready to use. Private but for `out`. */
struct svg {
	struct buf *out;
	const char *open[SVG_DEEPEST];
	unsigned depth;
	bool tag_open; /* the start tag can still take attributes */
};

/* What a whole drawing is: a file of its own or a part of an HTML page. */
struct svg_document {
	bool alone;           /* a file: name space, size, white background */
	double width, height; /* in pixels, which are the user units */
	bool fixed;           /* a part: keeps its size rather than filling its place */
	const char *id;       /* a part: begins the ids of title and description, unique
				 in the page; NULL: hidden from screen readers */
	const char *class;    /* a part: its class, or NULL */
	struct str title;     /* what is shown */
	struct str message;   /* what is to be seen in it */
};

/* Opens the svg element with its title and description; svg_close ends it. */
void svg_begin(struct svg *svg, const struct svg_document *document);

/* Opens an element; attributes follow as pairs of name and value (both const char *)
 * and end with NULL. Names live until the element is closed (literals do). */
void svg_open(struct svg *svg, const char *name, ...) __attribute__((sentinel));

/* More attributes, only before anything is put into the element just opened. */
void svg_attribute(struct svg *svg, const char *name, struct str value);

/* Rounded to two decimals. What is not a number is written as 0 and what is far outside
 * any drawing is cut to a million: callers leave out what is missing, and nothing a
 * reader of SVG would stumble over comes out. */
void svg_attribute_number(struct svg *svg, const char *name, double value);

/* Text inside the element. Bytes that are no UTF-8 and characters that XML forbids
 * come out as U+FFFD. */
void svg_text(struct svg *svg, struct str text);

void svg_close(struct svg *svg);

/* Things so frequent that they have one call: opened, attributes set, closed. */
void svg_line(struct svg *svg, double x1, double y1, double x2, double y2,
    const char *stroke, double width);
void svg_rect(struct svg *svg, double x, double y, double width, double height,
    const char *fill, const char *stroke);

/* A tooltip for the element just opened (a title element inside it). */
void svg_tooltip(struct svg *svg, struct str text);

/* Pieces of the d attribute of a path and of points: "M12.5 30". */
void svg_path_add(struct buf *path, char command, double x, double y);

#endif
