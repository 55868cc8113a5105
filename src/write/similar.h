/* write/similar.h - which areas are like the one a page is about. */
#ifndef WRITE_SIMILAR_H
#define WRITE_SIMILAR_H

#include "write/page.h"

/* For each kind the view's area has neighbours by: how they were found, who they are
 * and how far, what to look at. Nothing where there are none. */
void similar_write(struct page *page);

#endif
