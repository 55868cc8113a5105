/* write/wording.h - names, numbers and counts as pages say them.
 *
 * Texts point into the release or live in the arena. A number of RELEASE_NONE gives the
 * empty text. */
#ifndef WRITE_WORDING_H
#define WRITE_WORDING_H

#include "answer/finding.h"

/* Without " region" and the like, for heads of columns. */
struct str wording_area_short(const struct release *release, uint32_t area);
/* The short name where there is one. */
struct str wording_indicator_short(const struct release *release, uint32_t indicator);
struct str wording_domain(const struct release *release, uint32_t domain);
struct str wording_type(const struct release *release, uint32_t type);
/* "counties and unitary authorities", for sentences; "areas" without a type. */
const char *wording_type_plural(const struct release *release, uint32_t type);

/* The areas of a view: "counties and unitary authorities in East Midlands". */
struct str wording_areas(struct arena *arena, const struct view *view);

/* The indicator with sex, age and category behind its name: "Hospital stays (male,
 * 10-24 yrs)". */
struct str wording_indicator(
    struct arena *arena, const struct release *release, const struct variant *variant);

/* "1 area", "1,234 areas". */
struct str wording_count(
    struct arena *arena, uint64_t count, const char *one, const char *many);
/* What is not empty of them, with commas between. */
struct str wording_list(struct arena *arena, const struct str *parts, size_t count);
/* A whole number with commas. */
struct str wording_whole(struct arena *arena, double number);
/* A value with the indicator's decimals and without its unit; empty for NaN. */
struct str wording_value(struct arena *arena, const struct release *release,
    uint32_t indicator, double value);
/* The same with so many decimals; value: finite. */
struct str wording_decimals(struct arena *arena, double value, int decimals);
/* The indicator's decimals, or up to three more: the fewest with which two values that
 * differ read differently. Its own where none do. Both values finite. */
int wording_decimals_apart(struct arena *arena, const struct release *release,
    uint32_t indicator, double a, double b);
/* A count: whole, but for the decimals that modelled counts below ten need. */
struct str wording_events(struct arena *arena, double count);

/* The period with its kind of year, where two calendar years are named and the kind is
 * known: "2023/24 (financial year)". */
struct str wording_period(struct arena *arena, const struct release *release,
    uint32_t indicator, uint32_t period);

/* "2025-06-03" as "3 June 2025", "2025-06" as "June 2025"; anything else as it is. */
struct str wording_date(struct arena *arena, struct str date);

/* How a figure compares, behind "is": "better than England", "in the best fifth of
 * areas", "not compared". */
struct str wording_verdict(
    struct arena *arena, enum verdict verdict, bool by_fifths, struct str against);
/* The same in a word or two, for a cell: "Better", "Better (99.8%)", "Best fifth". */
struct str wording_verdict_short(
    struct arena *arena, enum verdict verdict, bool by_fifths);
/* Why a figure is not there: the value note where that is the reason. */
struct str wording_missing(const struct release *release, const struct figure *figure);

/* Stands in the place of a value note: "Sum of 3 areas, not published". */
struct str wording_group_note(
    struct arena *arena, const struct group *group, const struct figure *figure);

/* Reasons why figures are missing (bits 1 << enum missing), as a sentence without its
 * stop: "Too few cases to work it out; or not published because the data are not
 * reliable". */
struct str wording_reasons(struct arena *arena, unsigned missing);

/* The first letter made small, unless a second capital follows ("NHS"). ASCII. */
struct str wording_lower(struct arena *arena, struct str text);
/* The first letter made a capital. ASCII. */
struct str wording_upper(struct arena *arena, struct str text);

#endif
