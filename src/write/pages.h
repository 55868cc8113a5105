/* write/pages.h - what each kind of page says; one file a kind.
 *
 * page->view is resolved when they are called. Each asks its question, then writes to
 * page->html (or, for the other forms, to the buffer); on failure what has been written
 * is of no use. */
#ifndef WRITE_PAGES_H
#define WRITE_PAGES_H

#include "answer/view.h"
#include "write/page.h"

MUST_CHECK bool home_page(struct page *page, struct err *err);
MUST_CHECK bool overview_page(struct page *page, struct err *err);
MUST_CHECK bool compare_page(struct page *page, struct err *err);
MUST_CHECK bool map_page(struct page *page, struct err *err);
MUST_CHECK bool area_page(struct page *page, struct err *err);
MUST_CHECK bool trends_page(struct page *page, struct err *err);
MUST_CHECK bool england_page(struct page *page, struct err *err);
MUST_CHECK bool definitions_page(struct page *page, struct err *err);
MUST_CHECK bool download_page(struct page *page, struct err *err);
MUST_CHECK bool help_page(struct page *page, struct err *err);
MUST_CHECK bool why_page(struct page *page, struct err *err);
MUST_CHECK bool group_page(struct page *page, struct err *err);
MUST_CHECK bool search_page(struct page *page, struct err *err);
MUST_CHECK bool spread_page(struct page *page, struct err *err);
MUST_CHECK bool funnel_page(struct page *page, struct err *err);
MUST_CHECK bool inequalities_page(struct page *page, struct err *err);
MUST_CHECK bool inequality_trends_page(struct page *page, struct err *err);

/* The charts as files of their own. */
MUST_CHECK bool compare_svg(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool map_svg(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool area_svg(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool trends_svg(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool spread_svg(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool funnel_svg(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool inequalities_svg(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool inequality_trends_svg(
    struct page *page, struct buf *out, struct err *err);

/* The figures on show, in the published 27 columns. */
MUST_CHECK bool overview_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool compare_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool area_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool trends_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool england_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool spread_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool funnel_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool inequalities_csv(struct page *page, struct buf *out, struct err *err);
MUST_CHECK bool inequality_trends_csv(
    struct page *page, struct buf *out, struct err *err);

/* What a search found: the first of each, with their addresses. */
MUST_CHECK bool search_json(struct page *page, struct buf *out, struct err *err);

/* The explanation of one figure. */
MUST_CHECK bool why_json(struct page *page, struct buf *out, struct err *err);

/* The first part of a download of all figures that the question selects, then, while
 * reply->more, the next: indicators until there is enough for one part. */
MUST_CHECK bool download_begin(struct page *page, struct reply *reply, struct err *err);
MUST_CHECK bool download_continue(struct reply *reply, struct err *err);

/* Pages of no profile and pages of failure; they cannot fail themselves. */
void profiles_page(struct page *page);
/* What was asked for exists, but not together: parts (enum view_part) gave way to what
 * page->view holds and page->question names. */
void misfit_page(struct page *page, const struct question *asked, unsigned parts);
/* What was asked for of a profile does not exist. */
void lost_page(struct page *page, const struct lost *lost);
/* No such address. */
void nowhere_page(struct page *page, const struct route *route);
/* A request that makes no sense (400), or figures that are damaged (500). */
void fault_page(struct page *page, int status, const char *text);

#endif
