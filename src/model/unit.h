/* model/unit.h - a number and its unit, as people say them. */
#ifndef MODEL_UNIT_H
#define MODEL_UNIT_H

#include "base/arena.h"
#include "base/str.h"

/* Joins a printed number ("-1,234.5") and a unit as it was published: "9.2%" for "%"
 * and "Percentage", "12.5 per 100,000" for that and for "Age standardised rate per
 * 100,000", "£34.10 per 10,000" for "£ per 10,000", "12.3 years", "1 child" for
 * "children", "1,234" for "count". What a number cannot be said to be so many of stands
 * behind it in brackets: "45.1 (score)". */
struct str unit_say(struct arena *arena, struct str number, struct str unit);

#endif
