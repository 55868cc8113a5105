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

/* Fills *lost with what was asked and the nearest on offer; false, with err. */
bool offer_lose(const struct offer *offer, const char *what, const char *parameter,
    struct str asked, struct lost *lost, struct err *err);

#endif
