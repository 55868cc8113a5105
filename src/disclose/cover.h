/* disclose/cover.h - which counts to hide at the least cost: an exact search.
 *
 * After Fischetti & Salazar (2001). A choice of counts is tried; where it leaves a
 * small count short, the prices of the attacker's problem say which counts, were they
 * hidden, could open it up, and how far: an inequality that every choice that protects
 * has to meet. The cheapest choice that meets all inequalities so far is tried next.
 * The first one that leaves nothing short is the cheapest of all that protect. Two more
 * kinds of inequality help: a count that is hidden for the sake of others has company
 * in each of its sums, or it would be worked out from the sum and be of no use; and
 * where only fractions are left, one more count has to be hidden. */
#ifndef DISCLOSE_COVER_H
#define DISCLOSE_COVER_H

#include "disclose/guard.h"

/* Sets the pattern of the guard's block to the cheapest that protects it and returns
 * true; of several those that come first. Returns false where that would take too long,
 * which depends on the block alone, and leaves all shown that may be hidden. */
bool cover(struct guard *guard);

#endif
