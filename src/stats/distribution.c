#include "stats/distribution.h"

#define MATHLIB_STANDALONE
#include <Rmath.h>

/* What R's functions want to know: which tail p is in, and whether it is a logarithm.
 */
enum { UPPER_TAIL, LOWER_TAIL };
enum { AS_IT_IS };

double
normal_quantile(double p)
{
	return qnorm(p, 0, 1, LOWER_TAIL, AS_IT_IS);
}

double
student_quantile(double p, double degrees)
{
	return qt(p, degrees, LOWER_TAIL, AS_IT_IS);
}

double
chi_squared_quantile(double p, double degrees)
{
	return qchisq(p, degrees, LOWER_TAIL, AS_IT_IS);
}

double
chi_squared_quantile_above(double p, double degrees)
{
	return qchisq(p, degrees, UPPER_TAIL, AS_IT_IS);
}
