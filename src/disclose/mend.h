/* disclose/mend.h - hides what protects, for blocks too large to search for the best.
 *
 * For one small count after the other that falls short, after Kelly, Golden & Assad
 * (1992): another table is looked for, in which the count is where it should be able to
 * be and every sum comes out, and which departs from the true one at the least cost
 * where counts are shown. Those are then hidden. At the end each is shown again that
 * turns out not to be needed, the costliest first. */
#ifndef DISCLOSE_MEND_H
#define DISCLOSE_MEND_H

#include "disclose/guard.h"

/* Adds to the pattern of the guard's block until nothing falls short of what is wanted,
 * or of the most that can be had (see guard_settle). */
void mend(struct guard *guard);

/* Takes from the pattern what is not needed. */
void mend_trim(struct guard *guard);

#endif
