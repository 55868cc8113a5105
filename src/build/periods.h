/* build/periods.h - what the periods of an indicator show, counted as evidence: how
 * often it is published, and by which kind of year. */
#ifndef BUILD_PERIODS_H
#define BUILD_PERIODS_H

#include "build/evidence.h"

/* Fills the fields of the evidence that speak of periods; latest is RELEASE_NONE
 * before. first, count: the indicator's series. */
void periods_weigh(const struct collection *collection, uint32_t first, uint32_t count,
    struct evidence *evidence);

#endif
