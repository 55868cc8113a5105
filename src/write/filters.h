/* write/filters.h - the choices that make up an address, as a form that needs no
 * script.
 *
 * Whatever else the address says stays as it is, but for parameters that filters_drop
 * names because they would not survive another choice. A form is sent with GET, so that
 * its answer is an ordinary address. */
#ifndef WRITE_FILTERS_H
#define WRITE_FILTERS_H

#include "answer/choices.h"
#include "write/page.h"

struct filters {
	struct page *page;
	enum page_kind target;
	unsigned taken; /* bit 1 << enum parameter: has a select, or is dropped */
	bool empty;     /* no select so far: the form has not been opened */
};

struct filters filters_of(struct page *page, enum page_kind target);

/* A select under a label. Where there is but one choice there is no select, and the
 * parameter stays as it is. `any` is the choice of none of them ("All domains"), or
 * NULL.
 */
void filters_add(struct filters *filters, enum parameter parameter, const char *label,
    const char *any, const struct choices *choices);
void filters_drop(struct filters *filters, enum parameter parameter);
void filters_end(struct filters *filters);

/* Indicators of all domains in one select, domain by domain. */
void filters_add_indicators(struct filters *filters);

/* A select of areas of a type, parent by parent, with its label; id is unique. */
void filters_areas(struct page *page, const char *id, const char *label, uint32_t type,
    uint32_t chosen);

#endif
