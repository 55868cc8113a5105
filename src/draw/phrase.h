/* draw/phrase.h - the words charts are made of, so that title, tooltip and text
 * alternative say a thing the same way.
 *
 * Texts live in the release or the arena. Numbers are indexes into the release, as the
 * answers hold them; RELEASE_NONE gives an empty text. */
#ifndef DRAW_PHRASE_H
#define DRAW_PHRASE_H

#include <stdbool.h>

#include "answer/finding.h"

/* Its short name: "East Midlands", not "East Midlands region". */
struct str phrase_area(const struct release *release, uint32_t area);
struct str phrase_period(const struct release *release, uint32_t period);
struct str phrase_indicator(const struct release *release, uint32_t indicator);

/* What the view's areas are compared with, "the parent area" when each has its own. */
struct str phrase_benchmark(const struct view *view);
/* "April 2019", of a month since January of year 0. */
struct str phrase_month(struct arena *arena, int32_t month);
/* How its source compared a figure with a goal; empty where it did not. */
struct str phrase_goal(const struct release *release, const struct figure *figure);

/* Whether a benchmark's figure is the area's own; that of a category never is. */
bool phrase_is_own_benchmark(const struct view *view, const struct finding *benchmark);

/* "Persons, 5-16 yrs, Most deprived decile"; "All ages" and "Not applicable" unsaid. */
struct str phrase_variant(
    struct arena *arena, const struct release *release, const struct variant *variant);

/* The indicator with its variant behind it, for lists in which another variant of the
 * same may stand: "Hospital stays (male, 10-24 yrs)". */
struct str phrase_named(
    struct arena *arena, const struct release *release, const struct variant *variant);

/* The second line of a chart about one indicator: variant, unit, where the areas are.
 */
struct str phrase_measure(struct arena *arena, const struct view *view);

struct str phrase_unit(const struct release *release, uint32_t indicator);

/* Where the indicator's figures come from: the first line of the field "Data source" of
 * its definition, without its stop. */
struct str phrase_source(const struct release *release, uint32_t indicator);

/* "9.2", "1,234"; empty for NaN. */
struct str phrase_number(struct arena *arena, double value, int decimals);

/* With its unit: "9.2%", "12.5 per 100,000", "£34.10 per 10,000"; "no figure" for NaN.
 */
struct str phrase_value(struct arena *arena, const struct release *release,
    uint32_t indicator, double value);

/* "worse than", "similar to", "not compared with". */
const char *phrase_verdict(enum verdict verdict);

/* The indicator's areas are put into five equal groups rather than compared: what is in
 * the worst of them may still be better than England. */
bool phrase_is_by_fifths(const struct release *release, uint32_t indicator);

/* Of such an indicator: "worst fifth"; "" where there is no verdict. */
const char *phrase_fifth(enum verdict verdict);

bool phrase_has_value(const struct finding *finding); /* there is something to draw */
bool phrase_has_limits(const struct finding *finding);

/* All of a figure: "Leicester, 2015: 9.9% (9.1 to 10.7), worse than England", or why
 * there is none. Without the name of a benchmark or a verdict the end is left out.
 */
struct str phrase_finding(struct arena *arena, const struct release *release,
    uint32_t indicator, const struct finding *finding, struct str benchmark);

#endif
