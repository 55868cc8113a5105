/* write/origin.h - how an area came into being, changed and ended, for pages about one.
 */
#ifndef WRITE_ORIGIN_H
#define WRITE_ORIGIN_H

#include "write/page.h"

/* A paragraph about the view's area with links to those before and after it; nothing
 * where nothing is known. */
void origin_write(struct page *page);

#endif
