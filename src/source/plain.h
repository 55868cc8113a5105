/* source/plain.h - the plain text of a text with HTML in it, as metadata downloads
 * have.
 */
#ifndef SOURCE_PLAIN_H
#define SOURCE_PLAIN_H

#include "base/arena.h"
#include "base/str.h"

/* Tags are dropped, ends of blocks become line feeds, entities become what they stand
 * for, a link keeps its address in brackets. A less-than sign that begins no tag of
 * HTML stays ("<16 yrs"). Runs of white space within a line become one space. Returns
 * html itself where there is nothing to do, else a text in the arena. */
struct str plain_text(struct arena *arena, struct str html);

#endif
