/* write/fact.h - what is known of an indicator, and how, in words. */
#ifndef WRITE_FACT_H
#define WRITE_FACT_H

#include "release/reader.h"

/* The release's own record of a fact: its origin and evidence. indicator here and
 * below: one of the release's. */
const struct release_fact *fact_known(const struct release *release,
    const struct release_indicator *indicator, enum fact fact);

/* What a fact says: "Values are per 100,000"; "Not known" where it has no origin; empty
 * where there is nothing to say. Texts live in the release or the arena. */
struct str fact_text(struct arena *arena, const struct release *release,
    const struct release_indicator *indicator, enum fact fact);

/* "98 rows agree, 2 contradict"; empty where nothing was counted, as where a name tells
 * it. */
struct str fact_votes(
    struct arena *arena, const struct release_fact *known, enum fact fact);

/* How it is known: "inferred from the figures: 98 rows agree, 2 contradict", "assumed:
 * there is one period"; empty where nobody says. */
struct str fact_origin(struct arena *arena, const struct release *release,
    const struct release_indicator *indicator, enum fact fact);

#endif
