/* write/settle.h - what was asked for and what is shown: brought together.
 *
 * What exists but does not go together with the rest gives way when a question is
 * resolved (view_resolve). Here the question of a page is made to say what it shows, so
 * that its links do, and a sentence tells the reader what has been changed. */
#ifndef WRITE_SETTLE_H
#define WRITE_SETTLE_H

#include "write/page.h"

/* Changes page->question to what page->view shows, and fills page->aside. */
void settle(struct page *page);

/* False when the release has not got what a page of that need is about, with what it
 * lacks in *what ("domains"): a release may be empty. */
bool settle_has(const struct page *page, unsigned needs, const char **what);

#endif
