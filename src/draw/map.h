/* draw/map.h - one indicator and period as a map: outlines, or equal tiles.
 *
 * Areas are coloured by comparison, in groups of equal size, or along a ramp. Where it
 * fits, the mark of the verdict or the number of the group stands on the area as well;
 * what is missing is hatched; each area has its name and figure as a tooltip. Where
 * London is a small part of the map it is drawn once more, larger, in a free corner.
 * Borrowed arguments are only read. */
#ifndef DRAW_MAP_H
#define DRAW_MAP_H

#include "answer/mapping.h"
#include "draw/chart.h"
#include "draw/key.h"

/* links: where each area of the ranking leads to; NULL in a picture that leads nowhere.
 */
void map_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct mapping *mapping, const struct str *links);

/* What the colours mean; a picture that stands alone has it inside. */
void map_key(struct arena *arena, const struct view *view,
    const struct mapping *mapping, struct key *key);

struct chart_words map_words(
    struct arena *arena, const struct view *view, const struct mapping *mapping);

#endif
