/* draw/scale.h - from values to places: linear scales with round ticks.
 *
 * Pure arithmetic. Ticks are 1, 2 or 5 times a power of ten apart. */
#ifndef DRAW_SCALE_H
#define DRAW_SCALE_H

#include <stdbool.h>
#include <stddef.h>

enum {
	SCALE_TICKS = 24, /* the most ticks a scale has */
	SCALE_LONGEST = 512
};

struct scale {
	double from, until; /* values at the two ends, both of them ticks */
	double start, end;  /* their places in pixels; end may be less than start */
	double step;        /* between ticks */
	unsigned ticks;     /* at least 2 */
	int decimals;       /* that the ticks need */
};

/* A scale that holds least and most and has about so many ticks (2 to 10). Zero is on
 * it when it is wanted, and for values that are all missing, or equal. Missing (NaN) or
 * boundless values are as if not given. */
struct scale scale_make(double least, double most, bool from_zero, double start,
    double end, unsigned about);

/* Whether a scale from zero would squash what is to be seen: the values take less than
 * a quarter of it. */
bool scale_squashes(double least, double most);

/* The place of a value, kept between the ends; NaN for NaN. */
double scale_at(const struct scale *scale, double value);

double scale_tick(const struct scale *scale, unsigned i); /* its value */

/* The label of a value: thousands commas; out has SCALE_LONGEST bytes. */
size_t scale_label(char *out, double value, int decimals);

#endif
