/* write/ranked.h - what every page about one indicator and many areas has: its
 * beginning with the choices, and the table of the ranking. */
#ifndef WRITE_RANKED_H
#define WRITE_RANKED_H

#include "answer/choices.h"
#include "answer/ranking.h"
#include "draw/chart.h"
#include "write/page.h"

/* Until behind the message. colours: of a map; NULL where there is none. */
void ranked_begin(struct page *page, const struct ranking *ranking,
    const struct chart_words *words, const struct choices *colours);

/* The table with its legends and notes; beside a map without limits, count and trend.
 */
void ranked_write_figures(struct page *page, const struct ranking *ranking);

#endif
