/* disclose/rate.h - what a rate that is shown tells about a count that is not. */
#ifndef DISCLOSE_RATE_H
#define DISCLOSE_RATE_H

#include "disclose/rule.h"

/* The whole counts whose rate, count / denominator * per, would be shown as this one
 * with so many decimals; a count at the very end of a range may be rounded either way
 * and belongs to it. It holds none where no count has such a rate: then the rate is of
 * something else. That is what everybody knows of the count beforehand
 * (disclose_cell.known) where a rate is shown beside a count that is hidden.
 *
 *   rate         as shown, >= 0
 *   decimals     0 to 9
 *   denominator  as shown, > 0
 *   per          > 0
 *
 * Fails with FAULT_INPUT where an argument is out of range or not finite. */
MUST_CHECK bool disclose_rate_counts(double rate, unsigned decimals, double denominator,
    double per, struct disclose_range *out, struct err *err);

/* The decimals that a number is written with, as disclose_rate_counts takes them: at
 * most 9. */
unsigned disclose_decimals(double number);

#endif
