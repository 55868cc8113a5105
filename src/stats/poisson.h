/* stats/poisson.h - between which Poisson means does a count of events lie?
 *
 * Both limits are means that make the count rare: under the lower one so many events
 * have only the probability `tail`, under the upper one so few. Garwood (1936), by the
 * chi-squared quantile, which also serves counts that are not whole.
 *   events  >= 0
 *   tail    in (0, 1): 0.025 for each limit of 95 %, 0.001 for 99.8 % */
#ifndef STATS_POISSON_H
#define STATS_POISSON_H

/* The mean with P(as many events or more) = tail; 0 of no events. */
double poisson_lower(double events, double tail);

/* The mean with P(as many events or fewer) = tail. */
double poisson_upper(double events, double tail);

/* The same as the national tools find them: by bisection in 23 steps over sums of the
 * distribution's terms. Right to six digits for most counts, to four for a single
 * event; counts that are not whole are taken as the next whole number above (lower) or
 * below (upper). Takes the longer the more events. There for agreement with figures
 * that were published so. */
double poisson_lower_published(double events, double tail);
double poisson_upper_published(double events, double tail);

#endif
