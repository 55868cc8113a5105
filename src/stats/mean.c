#include "stats/mean.h"

#include <math.h>

#include "stats/distribution.h"

/* Squares are summed around the mean; the second sum would be 0 but for rounding and
 * takes back what rounding did to the first. Where all values are equal the difference
 * is 0, or rounds to a little less. */
static double
deviation_of(const double *values, size_t count, double mean)
{
	double squares = 0, rest = 0, n = (double)count;

	for (size_t i = 0; i < count; i++) {
		double off = values[i] - mean;
		squares += off * off;
		rest += off;
	}
	return sqrt(fmax(squares - rest * rest / n, 0) / (n - 1));
}

bool
mean_of(const double *values, size_t count, struct mean *out, struct err *err)
{
	double sum = 0;

	if (!count)
		return err_set(err, FAULT_INPUT, "a mean needs a value");
	for (size_t i = 0; i < count; i++) {
		if (!isfinite(values[i]))
			return err_set(err, FAULT_INPUT,
			    "value %zu must be a number, not %g", i + 1, values[i]);
		sum += values[i];
	}
	double value = sum / (double)count;
	*out = (struct mean){
		.count = count,
		.sum = sum,
		.value = value,
		.deviation =
		    count > 1 ? deviation_of(values, count, value) : (double)NAN,
	};
	return true;
}

bool
interval_mean(double mean, double deviation, size_t count, double confidence,
    struct interval *out, struct err *err)
{
	if (!isfinite(mean))
		return err_set(err, FAULT_INPUT, "mean must be a number, not %g", mean);
	if (count < 2)
		return err_set(err, FAULT_INPUT,
		    "limits of a mean need 2 values or more, not %zu", count);
	if (!isfinite(deviation) || deviation < 0)
		return err_set(err, FAULT_INPUT,
		    "standard deviation must be 0 or more, not %g", deviation);
	if (!interval_check_confidence(confidence, err))
		return false;

	double n = (double)count;
	double t = -student_quantile((1 - confidence) / 2, n - 1);
	double reach = t * deviation / sqrt(n);
	*out = (struct interval){ mean - reach, mean, mean + reach };
	return true;
}
