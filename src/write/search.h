/* write/search.h - the box that a search is typed into. */
#ifndef WRITE_SEARCH_H
#define WRITE_SEARCH_H

#include "write/page.h"

/* A form that leads to the results, with what has been asked for in it. */
void search_form(struct page *page, struct str asked);

#endif
