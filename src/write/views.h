/* write/views.h - the navigation of a profile.
 *
 * There are more views than fit above a page on a phone. Those that show the same thing
 * in several ways are one item of the navigation; the ways stand in a second row, on
 * pages of that item alone. */
#ifndef WRITE_VIEWS_H
#define WRITE_VIEWS_H

#include "write/page.h"

/* Both rows. lost: the page is none of the views. */
void views_write(struct page *page, bool lost);

#endif
