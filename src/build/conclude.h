/* build/conclude.h - from evidence to what is said of one indicator; for infer.c alone.
 *
 * Each function settles one fact, or leaves it open; facts that people gave are left
 * alone. They are called in the order in which they stand, later ones building on what
 * earlier ones found. docs/inference.md has the rules. */
#ifndef BUILD_CONCLUDE_H
#define BUILD_CONCLUDE_H

#include <stdbool.h>

#include "build/evidence.h"
#include "release/draft.h"

/* What is known of one indicator. Sentences wait in buffers of their own, as an arena
 * belongs to one thread. */
struct inference {
	struct evidence evidence;
	char sentences[FACT_COUNT][160];
};

/* Nine rows in ten must agree before anything is concluded. */
bool conclude_convincing(uint32_t supporting, uint32_t of);

/* Whether people said it. */
bool conclude_is_said(const struct draft_indicator *indicator, enum fact fact);

/* So many of the rows that speak for or against a fact speak for it; 0 of 0 where it
 * rests on something else than rows. */
void conclude_fact(struct draft_indicator *indicator, struct inference *inference,
    enum fact fact, uint32_t supporting, uint32_t of, const char *sentence);

/* The fact stays open; the sentence says why. */
void conclude_open(struct inference *inference, enum fact fact, const char *sentence);

/* The fact is worked with as it stands in the indicator, though nothing tells it; the
 * sentence says why it is taken so. */
void conclude_assumed(struct draft_indicator *indicator, struct inference *inference,
    enum fact fact, const char *sentence);

/* Value type and multiplier, in conclude_value.c. */
void conclude_value(struct draft_indicator *indicator, struct inference *inference);
void conclude_unit(struct draft_indicator *indicator, struct inference *inference);
/* The unit in words, where only value type and multiplier tell it. */
void conclude_unit_name(struct draft_indicator *indicator, struct arena *arena);

/* In conclude.c. */
void conclude_rounding(struct draft_indicator *indicator, struct inference *inference);
void conclude_interval(struct draft_indicator *indicator, struct inference *inference);
void conclude_polarity(struct draft_indicator *indicator, struct inference *inference);
void conclude_comparison(
    struct draft_indicator *indicator, struct inference *inference);
void conclude_decimals(struct draft_indicator *indicator, struct inference *inference);
void conclude_modelled(struct draft_indicator *indicator, struct inference *inference);
void conclude_frequency(struct draft_indicator *indicator, struct inference *inference);
void conclude_year_type(struct draft_indicator *indicator, struct inference *inference,
    const struct collection *collection);

#endif
