/* release/known.h - hidden counts of several areas together, where anyone can work the
 * sum out: the guard of groups made on the spot.
 *
 * Showing such a sum adds nothing to what is known, whoever asks for how many groups in
 * what order; refusing all others needs no hidden value, and tells nothing (see
 * disclose/group.h). It is refused all the same where one of its hidden counts can be
 * worked out by itself, or more closely than the rule wants: what anyone might reckon
 * is not served ready-made. It is worked out from the areas and parents of one sex,
 * age, category and period, and only from sums that come out wherever all of their
 * parts are shown. Other sums can only narrow ranges further, so that some groups are
 * refused that could be shown, and none is shown that is not known. */
#ifndef RELEASE_KNOWN_H
#define RELEASE_KNOWN_H

#include "release/reader.h"

enum {
	KNOWN_MOST_HIDDEN = 64, /* counts that hang together; more are refused */
	KNOWN_MOST_COUNTS = 2000
};

/* areas: members whose counts are hidden, each once. period: its place in the series.
 * *out changes only on success, which is false where the sum is not a single number for
 * all that anyone can see, where that of one of them alone is or is closer than the
 * rule of the indicator wants, and where counts are rounded. */
bool known_sum(const struct figures *figures, const uint32_t *areas, uint32_t count,
    uint32_t period, double *out);

#endif
