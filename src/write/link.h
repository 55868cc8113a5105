/* write/link.h - addresses: every one that a page holds is made here, every one that a
 * reader sends is read here.
 *
 * The address is the state of a page. Parameters stand in one fixed order, empty ones
 * and those that mean nothing to a page are left out, so that a page has one address.
 * Texts handed out live in the arena. */
#ifndef WRITE_LINK_H
#define WRITE_LINK_H

#include "answer/view.h"
#include "base/buf.h"

enum page_kind {
	PAGE_HOME,
	PAGE_OVERVIEW,
	PAGE_COMPARE,
	PAGE_MAP,
	PAGE_AREA,
	PAGE_TRENDS,
	PAGE_ENGLAND,
	PAGE_DEFINITIONS,
	PAGE_DOWNLOAD,
	PAGE_HELP,
	PAGE_WHY,
	PAGE_GROUP,
	PAGE_SEARCH,
	PAGE_INEQUALITIES,
	PAGE_INEQUALITY_TRENDS,
	PAGE_SPREAD,
	PAGE_FUNNEL,
	PAGE_COUNT
};

enum page_form { FORM_PAGE, FORM_CSV, FORM_SVG, FORM_JSON };

/* The parameters, in the order in which addresses have them. */
enum parameter {
	PARAMETER_DOMAIN,
	PARAMETER_INDICATOR,
	PARAMETER_SEX,
	PARAMETER_AGE,
	PARAMETER_CATEGORY,
	PARAMETER_TYPE,
	PARAMETER_AREA,
	PARAMETER_PARENT,
	PARAMETER_BENCHMARK,
	PARAMETER_PERIOD,
	PARAMETER_SORT,
	PARAMETER_COLOURS,
	PARAMETER_SEARCH,
	PARAMETER_BY,
	PARAMETER_FORM,
	PARAMETER_CHANGED,
	PARAMETER_COUNT
};

const char *parameter_name(enum parameter parameter); /* "domain" */
/* The one of that name; PARAMETER_COUNT for none. */
enum parameter parameter_called(const char *name);
/* Where a question keeps the parameter. */
struct str *parameter_of(struct question *question, enum parameter parameter);
/* The parameter means something to the page. */
bool parameter_belongs(enum parameter parameter, enum page_kind page);

const char *page_word(enum page_kind page); /* its part of the address: "overview" */
bool page_has_form(enum page_kind page, enum page_form form);

/* "/leicestershire/compare.csv?indicator=91141&type=region" */
struct str link_page(struct arena *arena, struct str profile, enum page_kind page,
    const struct question *question, enum page_form form);
struct str link_profile(
    struct arena *arena, struct str profile); /* "/leicestershire/" */
/* "/", with what means something to the home page of the only profile. */
struct str link_site(struct arena *arena, const struct question *question);
/* Of an asset of that name; its content is in the address, so that it never goes stale.
 */
struct str link_asset(struct arena *arena, const char *name);

/* A text with all but unreserved characters percent-encoded (RFC 3986, 2.3). */
void link_encode(struct buf *out, struct str text);

enum route_kind {
	ROUTE_NOWHERE, /* no address of ours; profile and name say what was asked for */
	ROUTE_SITE,    /* "/" */
	ROUTE_ASSET,   /* name is the asset */
	ROUTE_PROFILE, /* "/PROFILE" without the slash that belongs behind it */
	ROUTE_PAGE
};

struct route {
	enum route_kind kind;
	struct str profile, name;
	enum page_kind page;
	enum page_form form;
};

enum { LINK_PATH_LONGEST = 512, LINK_QUERY_LONGEST = 2048, LINK_VALUE_LONGEST = 512 };

/* Not longer than what the two below accept: encoding can make an address three times
 * as long. */
bool link_is_readable(struct str address);

/* Takes a path apart, still percent-encoded and beginning with "/". Fails with
 * FAULT_INPUT when it is too long, badly encoded or no UTF-8. */
MUST_CHECK bool link_read_path(
    struct arena *arena, struct str path, struct route *route, struct err *err);

/* Reads a query ("a=1&b=2", as forms send it). Unknown names are passed over, and of a
 * repeated one the last counts; but "member" may be repeated, for the boxes of a form,
 * and all of them make the area. Fails with FAULT_INPUT when the query or a value is
 * too long, badly encoded, no UTF-8 or holds control characters. */
MUST_CHECK bool link_read_query(
    struct arena *arena, struct str query, struct question *question, struct err *err);

#endif
