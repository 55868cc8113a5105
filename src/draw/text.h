/* draw/text.h - how much room text takes, and text made to fit.
 *
 * A program that writes SVG does not know the typeface its reader has. Widths are those
 * of Arial and Helvetica, enlarged by a seventh, which is what the usual substitutes
 * need; so nothing that fits by these numbers overlaps on anybody's screen. */
#ifndef DRAW_TEXT_H
#define DRAW_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* Pixels, at a font size in pixels. */
double text_width(struct str text, double size, bool bold);

/* The text itself when it fits, else its beginning and "…", in the arena. */
struct str text_fit(
    struct arena *arena, struct str text, double size, bool bold, double width);

struct text_lines {
	struct str *at;
	size_t count;
};

/* Broken at spaces into lines of at most that width; the last of `most` lines is cut to
 * fit. No text gives no line. Lines are views of the text, or in the arena. */
struct text_lines text_wrap(struct arena *arena, struct str text, double size,
    bool bold, double width, size_t most);

#endif
