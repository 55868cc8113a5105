/* write/breakdown.h - what the two pages about inequalities share. */
#ifndef WRITE_BREAKDOWN_H
#define WRITE_BREAKDOWN_H

#include "answer/inequalities.h"
#include "draw/chart.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/page.h"

/* Everything but the period. */
void breakdown_filters(struct filters *filters);

void breakdown_head(
    struct page *page, const struct chart_words *words, struct page_head *head);

/* The chart at both widths with its caption: of one period, or (answer NULL) of all. */
void breakdown_chart(struct page *page, const struct inequalities *answer,
    const struct inequality_course *course);

/* Why there is nothing to show, and where there is something. */
MUST_CHECK bool breakdown_none(struct page *page, struct err *err);

MUST_CHECK bool breakdown_csv(
    struct csv *csv, const struct inequalities *answer, struct err *err);

#endif
