#include "stats/order.h"

#include <assert.h>
#include <math.h>

enum { SAMPLE = 128 };

static void
sort_few(double *values, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		double value = values[i];
		size_t j = i;
		for (; j > 0 && values[j - 1] > value; j--)
			values[j] = values[j - 1];
		values[j] = value;
	}
}

/* A value that is likely to stand a little behind the place, or in front of it if the
 * place is in the upper half, so that the part that is kept is the smaller one (after
 * Floyd & Rivest 1975). The sample is taken at even steps. */
static double
guess(const double *values, size_t count, size_t place)
{
	double sample[SAMPLE];
	size_t step = count / SAMPLE;

	for (size_t i = 0; i < SAMPLE; i++)
		sample[i] = values[i * step];
	sort_few(sample, SAMPLE);

	double part = (double)place / (double)count;
	double margin = 2 * sqrt(SAMPLE * part * (1 - part)) + 1;
	double at = SAMPLE * part + (part < 0.5 ? margin : -margin);
	return sample[(size_t)fmin(fmax(at, 0), SAMPLE - 1)];
}

/* Both move the values asked for to the front, without a branch that could be
 * mispredicted, and return how many they are. */
static size_t
gather_below(double *values, size_t count, double pivot)
{
	size_t front = 0;

	for (size_t i = 0; i < count; i++) {
		double value = values[i];
		values[i] = values[front];
		values[front] = value;
		front += value < pivot;
	}
	return front;
}

static size_t
gather_equal(double *values, size_t count, double pivot)
{
	size_t front = 0;

	for (size_t i = 0; i < count; i++) {
		double value = values[i];
		values[i] = values[front];
		values[front] = value;
		front += value == pivot;
	}
	return front;
}

double
order_place(double *values, size_t count, size_t place)
{
	assert(place < count);
	while (count > SAMPLE) {
		double pivot = guess(values, count, place);
		size_t below = gather_below(values, count, pivot);
		if (place < below) {
			count = below;
			continue;
		}
		values += below;
		count -= below;
		place -= below;
		size_t equal = gather_equal(values, count, pivot);
		if (place < equal)
			return pivot;
		values += equal;
		count -= equal;
		place -= equal;
	}
	sort_few(values, count);
	return values[place];
}
