/* draw/palette.h - colours and shapes: what a verdict looks like.
 *
 * The colours are those that readers of England's public health profiles know; as some
 * of them cannot be told apart by everybody, each verdict has a shape too, everything
 * coloured has a dark outline, and text on a colour has a contrast of at least 4.5:1
 * (WCAG 2.2, 1.4.3). */
#ifndef DRAW_PALETTE_H
#define DRAW_PALETTE_H

#include <stdbool.h>

#include "model/verdict.h"

#define COLOUR_INK "#0B0C0C"   /* text, outlines, benchmarks */
#define COLOUR_PAPER "#FFFFFF" /* the ground */
#define COLOUR_QUIET "#505A5F" /* text that can wait, second lines */
#define COLOUR_MID "#B1B4B6"   /* outer bars, axes */
#define COLOUR_GRID "#E1E3E5"  /* lines one is not meant to look at */
#define COLOUR_LIGHT "#F3F2F1" /* boxes within the mid grey */
#define COLOUR_ALERT "#D4351C" /* a notice nobody should miss */
#define COLOUR_AREA "#12436D"  /* the area's own line */
#define COLOUR_BAND "#CFDDEA"  /* the confidence band of that line */

/* Lines that are told apart without colour: the area's is solid. */
#define DASHES_BENCHMARK "9 5"
#define DASHES_PARENT "2 4"

/* The shapes are the glyphs of model/verdict.h, so that a chart and the table beside it
 * agree; beyond 99.8 % there are two of them, side by side. */
enum shape {
	SHAPE_DOT, /* not compared: a small disc */
	SHAPE_CIRCLE,
	SHAPE_SQUARE,
	SHAPE_UP,
	SHAPE_DOWN,
	SHAPE_DIAMOND /* the parent, whatever its verdict */
};

const char *palette_fill(enum verdict verdict); /* "#00703C"; white when not compared */
enum shape palette_shape(enum verdict verdict);
bool palette_is_double(enum verdict verdict); /* beyond 99.8 %: two shapes */

#endif
