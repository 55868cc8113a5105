#include "stats/quantile.h"

#include <assert.h>
#include <math.h>

#include "stats/compare.h"

/* How many of the ascending values are below the value, or not above it. */
static size_t
count_below(const double *sorted, size_t count, double value, bool or_equal)
{
	size_t from = 0, until = count;

	while (from < until) {
		size_t middle = from + (until - from) / 2;
		if (sorted[middle] < value || (or_equal && sorted[middle] == value))
			from = middle + 1;
		else
			until = middle;
	}
	return from;
}

/* From 1; of equal values each has the rank of the first. */
static size_t
rank_of(const double *sorted, size_t count, double value, enum quantile_order order)
{
	if (order == QUANTILE_HIGHEST_FIRST)
		return count - count_below(sorted, count, value, true) + 1;
	return count_below(sorted, count, value, false) + 1;
}

/* The divisions are made in this order because a quotient on the border of two groups
 * may round to either side in another. */
static int
group_of(size_t rank, size_t count, int quantiles)
{
	double r = (double)rank, m = (double)count, k = (double)quantiles;
	double group = floor((k + 1) - ceil(((m + 1) - r) / (m / k)));

	return group < 1 ? 1 : (int)group;
}

bool
quantile_assign(const double *values, size_t count, int quantiles,
    enum quantile_order order, double *sorted, int *groups, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		sorted[i] = values[i];
		groups[i] = 0;
	}
	size_t numbers = sort_values(sorted, count);
	if (quantiles < 2)
		return err_set(
		    err, FAULT_INPUT, "quantiles must be 2 or more, not %d", quantiles);
	if (numbers < (size_t)quantiles)
		return err_set(err, FAULT_INPUT,
		    "%d quantiles need as many values, not %zu", quantiles, numbers);
	for (size_t i = 0; i < count; i++)
		if (!isnan(values[i]))
			groups[i] = group_of(rank_of(sorted, numbers, values[i], order),
			    numbers, quantiles);
	return true;
}

static bool
check_small_area(const struct small_area *small, size_t number, struct err *err)
{
	if (!isfinite(small->score))
		return err_set(err, FAULT_INPUT,
		    "small area %zu: score must be a number, not %g", number,
		    small->score);
	if (!isfinite(small->people) || small->people < 0)
		return err_set(err, FAULT_INPUT,
		    "small area %zu: people must be 0 or more, not %g", number,
		    small->people);
	return true;
}

bool
quantile_scores(const struct small_area *small, size_t count, size_t areas,
    double *scores, double *people, struct err *err)
{
	for (size_t i = 0; i < areas; i++)
		scores[i] = people[i] = 0;
	for (size_t i = 0; i < count; i++) {
		assert(small[i].within < areas);
		if (!check_small_area(&small[i], i + 1, err))
			return false;
		scores[small[i].within] += small[i].score * small[i].people;
		people[small[i].within] += small[i].people;
	}
	for (size_t i = 0; i < areas; i++)
		scores[i] = people[i] > 0 ? scores[i] / people[i] : (double)NAN;
	return true;
}
