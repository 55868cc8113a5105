/* write/page.h - one page while it is being written: who asks, what for, and the shell
 * that every page has around what it says.
 *
 * A struct page belongs to one request. Page writers ask their question first and begin
 * to write when nothing can fail any more. */
#ifndef WRITE_PAGE_H
#define WRITE_PAGE_H

#include "answer/view.h"
#include "write/html.h"
#include "write/link.h"
#include "write/site.h"

/* What the tables of a page have shown and a legend must explain. */
struct page_keys {
	unsigned verdicts; /* bit 1 << enum verdict */
	unsigned fifths;   /* the same, of areas in five equal groups */
	unsigned missing;  /* bit 1 << enum missing */
	unsigned trends;   /* bit 1 << enum trend */
	bool published;    /* a verdict or trend is the source's own */
};

struct page {
	struct html html;
	struct arena *arena;
	const struct site *site;
	const struct release *release; /* NULL on a page of no profile */
	struct str slug;               /* of the profile */
	enum page_kind kind;
	struct question question; /* as asked, without what was set aside */
	struct view view;
	struct str
	    aside; /* what was asked for and could not be taken along; sentences */
	struct page_keys keys;
};

struct page_head {
	struct str heading;     /* h1; without the caption it names the page in a tab */
	struct str caption;     /* stands above the heading, part of it; or empty */
	struct str description; /* one sentence for search engines; or empty */
	bool lost;              /* not a page to be found again */
};

/* Everything until the heading, and everything behind the content. */
void page_begin(struct page *page, const struct page_head *head);
void page_end(struct page *page);

/* An address of the same profile. */
struct str page_link(
    struct page *page, enum page_kind kind, const struct question *question);
/* The question of the page with one parameter changed. */
struct question page_question(
    const struct page *page, enum parameter parameter, struct str value);
/* The question about an indicator (with sex, age and category) and, unless it is
 * RELEASE_NONE, an area of the page's type; where the reader stands otherwise is kept
 * as far as the indicator has figures there. */
struct question page_question_about(
    const struct page *page, const struct variant *variant, uint32_t area);
/* What figures are compared with, for sentences: "England", "their region". */
struct str page_against(const struct page *page);
/* A link, inside the open element. */
void page_anchor(struct page *page, struct str address, struct str text);

#endif
