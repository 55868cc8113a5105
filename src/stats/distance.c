#include "stats/distance.h"

#include <assert.h>
#include <math.h>

static const double *
row_of(const struct distance_table *table, size_t area)
{
	return table->values + area * table->indicators;
}

/* In two passes: sums of squares alone would lose what large values differ by. */
static double
spread_of(const struct distance_table *table, size_t indicator)
{
	double count = 0, mean = 0, squares = 0;

	for (size_t i = 0; i < table->areas; i++) {
		double value = row_of(table, i)[indicator];
		if (!isfinite(value))
			continue;
		count++;
		mean += (value - mean) / count;
	}
	for (size_t i = 0; i < table->areas; i++) {
		double value = row_of(table, i)[indicator];
		if (isfinite(value))
			squares += (value - mean) * (value - mean);
	}
	return count > 0 ? sqrt(squares / count) : 0;
}

void
distance_spreads(const struct distance_table *table, double *spreads)
{
	for (size_t i = 0; i < table->indicators; i++)
		spreads[i] = spread_of(table, i);
}

size_t
distance_missing(const struct distance_table *table, size_t area)
{
	const double *row = row_of(table, area);
	size_t i = 0;

	while (i < table->indicators && isfinite(row[i]))
		i++;
	return i;
}

static double
distance_between(
    const struct distance_table *table, const double *spreads, size_t a, size_t b)
{
	const double *here = row_of(table, a), *there = row_of(table, b);
	double squares = 0;

	for (size_t i = 0; i < table->indicators; i++) {
		double apart = spreads[i] > 0 ? (here[i] - there[i]) / spreads[i] : 0;
		squares += apart * apart;
	}
	return sqrt(squares);
}

/* Keeps the nearest so far in order; returns how many there are now. */
static size_t
insert(struct neighbour *out, size_t found, size_t most, struct neighbour new)
{
	size_t place = found;

	while (place > 0 && out[place - 1].distance > new.distance)
		place--;
	if (place == most)
		return found;
	if (found < most)
		found++;
	for (size_t i = found - 1; i > place; i--)
		out[i] = out[i - 1];
	out[place] = new;
	return found;
}

bool
distance_nearest(const struct distance_table *table, const double *spreads, size_t area,
    size_t most, struct neighbour *out, size_t *found, struct err *err)
{
	assert(area < table->areas);
	if (!table->indicators)
		return err_set(
		    err, FAULT_INPUT, "there is no indicator to compare areas by");

	size_t missing = distance_missing(table, area);
	if (missing < table->indicators)
		return err_set(err, FAULT_MISSING,
		    "the area has no value of indicator %zu of %zu", missing + 1,
		    table->indicators);
	*found = 0;
	for (size_t i = 0; i < table->areas; i++) {
		if (i == area || distance_missing(table, i) < table->indicators)
			continue;
		struct neighbour new = { i, distance_between(table, spreads, area, i) };
		*found = insert(out, *found, most, new);
	}
	return true;
}
