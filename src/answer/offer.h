/* answer/offer.h - what exists, for those who asked for what does not; for this layer's
 * own use. */
#ifndef ANSWER_OFFER_H
#define ANSWER_OFFER_H

#include "answer/view.h"

/* Names and address values of what might have been meant, side by side. */
struct offer {
	struct str *names, *values;
	size_t count;
};

/* So many are still a list to choose from. */
enum { OFFER_LISTED = 10 };

struct offer offer_new(struct arena *arena, size_t room);
void offer_add(struct offer *offer, struct str name, struct str value);

struct offer offer_domains(struct arena *arena, const struct release *release);
struct offer offer_indicators(struct arena *arena, const struct release *release);
struct offer offer_types(struct arena *arena, const struct release *release);
struct offer offer_areas(struct arena *arena, const struct release *release);
struct offer offer_sexes(struct arena *arena);
struct offer offer_ages(struct arena *arena, const struct release *release);
struct offer offer_categories(struct arena *arena, const struct release *release);
struct offer offer_periods(struct arena *arena, const struct release *release);

/* Those on offer whose number (the first has number `first`) is marked. */
struct offer offer_marked(
    struct arena *arena, const struct offer *offer, const bool *marks, uint32_t first);

/* The place on offer of a period nearest to the one a text means, by their middles, the
 * later of two; SIZE_MAX where the text is no period. numbers: of the periods on offer.
 */
size_t offer_nearest_period(const struct release *release, const uint32_t *numbers,
    size_t count, struct str asked);

/* What is lost, and where to look for the nearest. */
struct loss {
	const char *what, *parameter;
	struct str asked;
	size_t nearest; /* place on offer where that is known, else SIZE_MAX */
	size_t usual;   /* likewise, of what is shown where nothing is asked for */
};

/* Fills *lost with what was asked and the nearest on offer; false, with err. */
bool offer_lose(const struct offer *offer, const struct loss *loss, struct lost *lost,
    struct err *err);

#endif
