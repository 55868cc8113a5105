/* base/str.h - a view of some bytes of text: where they are and how many.
 *
 * A struct str owns nothing; whoever hands one out says what it points into. Text is
 * UTF-8 unless a reader says otherwise, lengths are bytes. NUL-terminated strings exist
 * only at the borders to the system and to libraries. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

struct str {
	const char *at;
	size_t len; /* bytes, not characters */
};

/* A view of a string literal. */
#define STR(literal) ((struct str){ .at = "" literal, .len = sizeof(literal) - 1 })

/* The same within the initialiser of a static table. */
#define STR_IN_TABLE(literal)                                                          \
	{                                                                              \
		.at = "" literal, .len = sizeof(literal) - 1                           \
	}

/* For printf: printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).len, (s).at

struct str str_of(
    const char *text); /* a view of a NUL-terminated string; NULL is empty */
bool str_equal(struct str a, struct str b);
bool str_equal_folded(
    struct str a, struct str b);           /* ASCII letters without regard to case */
int str_order(struct str a, struct str b); /* by bytes: <0, 0, >0 */
int str_order_natural(
    struct str a, struct str b); /* digits by number: "a2" before "a10" */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_has(struct str s, struct str part);        /* part occurs somewhere */
bool str_has_folded(struct str s, struct str part); /* the same, ASCII case folded */
struct str str_trim(struct str s); /* without white space at both ends */
struct str str_slice(struct str s, size_t from, size_t until); /* clamped to s */

/* Cuts *rest at the first separator: returns what is before it and moves *rest behind
 * it. Without a separator returns all and leaves *rest empty with at == NULL. */
struct str str_cut(struct str *rest, char separator);

uint64_t str_hash(struct str s); /* well mixed, the same on every machine and run */

/* Copies into the arena. */
struct str str_copy(struct arena *arena, struct str s);
char *str_c(struct arena *arena, struct str s); /* NUL-terminated */
struct str str_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* White space at the ends removed, runs of white space inside made one space. Returns s
 * itself where nothing changes, else a copy in the arena. */
struct str str_squeeze(struct arena *arena, struct str s);

/* A name for addresses: lower-case ASCII letters, digits and single hyphens
 * ("County & UA" -> "county-ua"); never empty ("x" for want of letters). */
struct str str_slug(struct arena *arena, struct str s);

/* The number of changed, missing, added or swapped letters between two texts, case
 * folded; for finding the nearest existing name. */
size_t str_distance(struct str a, struct str b);

/* The index of the name nearest to what was asked for, or SIZE_MAX when none is near
 * enough to be worth offering. */
size_t str_nearest(struct str asked, const struct str *names, size_t count);

/* The offset of the first byte that is not part of well-formed UTF-8, or s.len. */
size_t str_utf8_until(struct str s);

/* Characters (code points) in well-formed UTF-8. */
size_t str_characters(struct str s);

#endif
