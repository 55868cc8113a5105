/* answer/fit.h - which series and period serve a wish best; for this layer's own use.
 */
#ifndef ANSWER_FIT_H
#define ANSWER_FIT_H

#include "answer/wish.h"

/* The number of the indicator's series that fits the sex, age and category wished for
 * best (a category weighs most, then the sex), persons and the youngest first among
 * those alike: of those for the area type, of all where there are none for it.
 * RELEASE_NONE for no indicator or none with a series. */
uint32_t fit_series(const struct release *release, const struct wish *wish,
    uint32_t indicator, uint32_t type);

/* Whether a series of the indicator for the type has the very sex, age and category
 * wished for. False for no indicator. */
bool fit_is_exact(const struct release *release, const struct wish *wish,
    uint32_t indicator, uint32_t type);

/* The period of a series that is wished for, else the one nearest to it by the middles
 * of both, the later of two; RELEASE_NONE for a series without periods. The wish has
 * periods. */
uint32_t fit_period(
    const struct release *release, const struct wish *wish, uint32_t series);

#endif
