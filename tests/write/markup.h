/* tests/write/markup.h - reads the HTML of our own pages as far as the tests ask: which
 * addresses it leads to and what no page may have. It is no parser of anybody else's.
 */
#ifndef TESTS_WRITE_MARKUP_H
#define TESTS_WRITE_MARKUP_H

#include "base/arena.h"
#include "base/str.h"

/* The next value of the attribute from *rest on, with references resolved; false behind
 * the last. */
bool markup_next(
    struct arena *arena, struct str *rest, const char *attribute, struct str *value);

/* What is wrong with a page, or NULL: ids twice, labels for nothing, more or less than
 * one h1, headings that skip a level, tables without caption, an empty link or heading.
 */
const char *markup_fault(struct arena *arena, struct str page);

#endif
