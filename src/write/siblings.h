/* write/siblings.h - where figures are that this kind of area has not: under another
 * edition of the same kind. */
#ifndef WRITE_SIBLINGS_H
#define WRITE_SIBLINGS_H

#include "write/page.h"

/* A sentence with a link for each kind of area that has further indicators of the
 * page's domain; nothing where there is none. */
void siblings_write(struct page *page);

/* The same for the page's indicator alone. */
void siblings_write_indicator(struct page *page);

#endif
