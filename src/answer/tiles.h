/* answer/tiles.h - England as equal squares: where an area stands when there are no
 * outlines, or when small areas are to count as much as large ones.
 *
 * Upper tier authorities as they are since April 2023, regions, and integrated care
 * boards of 2023. Each has its own place in the grid of its kind, near those it is near
 * to on the ground. */
#ifndef ANSWER_TILES_H
#define ANSWER_TILES_H

#include <stdbool.h>

#include "base/str.h"

struct tile {
	unsigned char column, row; /* from the west, from the north */
};

/* By the code of the Government Statistical Service, with or without the n that
 * Fingertips writes before those of the NHS. */
bool tile_of(struct str code, struct tile *tile);

#endif
