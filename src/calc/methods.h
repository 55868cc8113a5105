/* calc/methods.h - where each method is described, for method.c, which lists them; and
 * what several of them share. */
#ifndef CALC_METHODS_H
#define CALC_METHODS_H

#include "calc/method.h"

extern const struct calc_method method_compare;       /* method_compare.c */
extern const struct calc_method method_dsr;           /* method_direct.c */
extern const struct calc_method method_funnel_limits; /* method_funnel.c */
extern const struct calc_method method_funnel_points;
extern const struct calc_method method_israte; /* method_indirect.c */
extern const struct calc_method method_isratio;
extern const struct calc_method method_life_expectancy; /* method_life.c */
extern const struct calc_method method_mean;            /* method_sample.c */
extern const struct calc_method method_par;             /* method_inequality.c */
extern const struct calc_method method_proportion;      /* method_counts.c */
extern const struct calc_method method_quantile;        /* method_sample.c */
extern const struct calc_method method_rate;            /* method_counts.c */
extern const struct calc_method method_sii;             /* method_inequality.c */
extern const struct calc_method method_trend;           /* method_trend.c */

/* Whether any row has a number in this column. */
bool method_has(const struct calc_row *rows, size_t count, size_t column);

/* Events that may be missing where --missing zero takes such for none; i is the place
 * of their band, for the message. */
MUST_CHECK bool method_events(
    bool zero, double cell, size_t i, double *events, struct err *err);

#endif
