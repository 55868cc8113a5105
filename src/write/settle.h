/* write/settle.h - what was asked for and what is shown: brought together.
 *
 * What exists but does not go together with the rest gives way when a question is
 * resolved (view_resolve). Here the question of a page is made to say what it shows, so
 * that its links do.
 *
 * An address whose parts do not go together is answered with a page that says so and
 * leads to the nearest that exists: nobody is to take the figures of persons for those
 * of males. Forms are another matter. They send all of their fields, so that who picks
 * another indicator sends the sex that was chosen for the one before: they are led on
 * to the nearest that exists, where a sentence says what has been changed. */
#ifndef WRITE_SETTLE_H
#define WRITE_SETTLE_H

#include "write/page.h"

/* What a page of the kind needs of its view: enum view_need. */
unsigned settle_needs(enum page_kind kind);

/* Changes page->question to what page->view shows. Returns those parts that gave way
 * (enum view_part) and are what a page of this kind is about: on others they only wait
 * for the next. */
unsigned settle(struct page *page);

/* Parts as an address says them, "sex,period", and the sentence a page says of what is
 * shown in their place; unknown words are passed over. */
struct str settle_changed(struct page *page, unsigned parts);
struct str settle_sentence(struct page *page, struct str changed);

/* The nearest question to this one that a page of the kind has an answer to. */
struct question settle_question(
    const struct page *page, enum page_kind kind, struct question question);

/* What the page would show of one parameter if the address did not say: the choice that
 * a form need not send. */
struct str settle_usual(const struct page *page, enum parameter parameter);

/* False when the release has not got what a page of that need is about, with what it
 * lacks in *what ("domains"): a release may be empty. */
bool settle_has(const struct page *page, unsigned needs, const char **what);

#endif
