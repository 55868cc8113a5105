/* draw/shade.h - the colours of maps that compare nothing: groups of equal size and a
 * ramp, from pale for low to dark for high; and the hatching of what is missing.
 *
 * One hue, so that they are told apart by how dark they are, whatever colours a reader
 * sees. Texts on them have a contrast of at least 4.5:1. */
#ifndef DRAW_SHADE_H
#define DRAW_SHADE_H

#include "base/arena.h"
#include "draw/svg.h"
#include "model/verdict.h"

/* Group 1 to `groups`, which is 4 or 5. */
const char *shade_group(int group, int groups);
const char *shade_group_ink(int group, int groups);

/* A share from 0 to 1; the colour lives in the arena. */
struct str shade_ramp(struct arena *arena, double share);
const char *shade_ramp_ink(double share);

/* For text on the fill of a verdict. */
const char *shade_verdict_ink(enum verdict verdict);

/* The name of the hatching, for fill="url(#...)"; a page has one map at most. */
#define SHADE_HATCH "map-hatch"

/* Defines it, for use where so many units are a pixel. */
void shade_define_hatch(struct svg *svg, double units);

#endif
