/* write/fact.h - what is known of an indicator, and how, in words. */
#ifndef WRITE_FACT_H
#define WRITE_FACT_H

#include "release/reader.h"

/* What a fact says: "Values are per 100,000"; "Not known" where that has a reason;
 * empty where nothing is known. indicator: one of the release's. Texts live in the
 * release or the arena. */
struct str fact_text(struct arena *arena, const struct release *release,
    const struct release_indicator *indicator, enum fact fact);

/* How it is known: "inferred from the figures: 98 rows agree, 2 contradict"; empty
 * where nobody says. */
struct str fact_origin(struct arena *arena, const struct release *release,
    const struct release_fact *fact);

#endif
