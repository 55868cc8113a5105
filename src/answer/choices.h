/* answer/choices.h - what else could be asked from here: the contents of a page's
 * filters. */
#ifndef ANSWER_CHOICES_H
#define ANSWER_CHOICES_H

#include "answer/view.h"

struct choice {
	struct str value, name; /* for the address, for people */
	bool chosen;
};

struct choices {
	struct choice *at;
	uint32_t count;
};

/* Domains of the profile that have indicators, and the view's own. */
struct choices choices_domains(struct arena *arena, const struct view *view);
/* Area types that have figures for the view's indicator (or domain, or anything), and
 * the view's own. A type of nothing but the root is left out unless it is the view's.
 */
struct choices choices_types(struct arena *arena, const struct view *view);
/* "All" (value "all"), the parents of areas of the view's type, by name, and groups of
 * such areas, among them those like the view's area. */
struct choices choices_parents(struct arena *arena, const struct view *view);
/* Groups of areas of the view's type, then all of these by name. */
struct choices choices_areas(struct arena *arena, const struct view *view);
/* England by its code, and "parent" by the name of the view's parent ("Own parent"
 * where all areas are shown and have parents); groups; another area that is compared
 * with. */
struct choices choices_benchmarks(struct arena *arena, const struct view *view);
/* Sexes, ages and categories the view's indicator has for its type (for any, where it
 * has none for the type). No category is offered with an empty value. */
struct choices choices_sexes(struct arena *arena, const struct view *view);
struct choices choices_ages(struct arena *arena, const struct view *view);
struct choices choices_categories(struct arena *arena, const struct view *view);
/* Periods of the view's series, newest first; the newest is the chosen one when the
 * view names none. */
struct choices choices_periods(struct arena *arena, const struct view *view);

/* The variants an indicator has for an area type (RELEASE_NONE: any), persons first, no
 * categories; a row of the rug each. */
struct variant *choices_variants(struct arena *arena, const struct release *release,
    uint32_t indicator, uint32_t type, uint32_t *count);

#endif
