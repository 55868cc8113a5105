/* simulate/rows.h - figures as rows of a Fingertips data download: 27 columns, comma
 * separated, cells quoted only where they must be, line feeds between rows. */
#ifndef SIMULATE_ROWS_H
#define SIMULATE_ROWS_H

#include "base/buf.h"
#include "simulate/figures.h"
#include "simulate/plan.h"

/* The names that the rows use for the two area types below England. */
#define ROWS_AUTHORITY_TYPE "Counties & UAs (from Apr 2023)"
#define ROWS_REGION_TYPE "Region"

void rows_header(struct buf *buf);

/* All rows of one age of a plan: by sex, then by period, England first, then regions,
 * then authorities. */
void rows_add(struct buf *buf, const struct plan *plan, size_t age,
    const struct figures *figures);

/* Name of a period, 0 being the plan's first ("2015", "2015/16", "2013 - 15", "2019
 * Q1"). */
void rows_period(struct buf *buf, const struct plan *plan, size_t period);

#endif
