/* write/terminal.h - the answers as text for a terminal of 80 columns.
 *
 * Text is UTF-8 with block characters for bars. Colour is ANSI escapes, only where
 * asked for; glyphs and words say the same. Names come from source files, so that
 * control characters in them are shown as "?". */
#ifndef WRITE_TERMINAL_H
#define WRITE_TERMINAL_H

#include "answer/history.h"
#include "answer/ranking.h"
#include "base/buf.h"

enum { TERMINAL_COLUMNS = 80 };

/* Compare areas: a bar and the limits for each, in the ranking's order. */
void terminal_ranking(struct buf *out, const struct view *view,
    const struct ranking *ranking, bool colour);

/* Trend: a line in block characters, then a row for each period, the latest first. */
void terminal_history(struct buf *out, const struct view *view,
    const struct history *history, bool colour);

#endif
