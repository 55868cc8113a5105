#include "base/random.h"

#include <math.h>
#include <stdbool.h>

#include "base/ziggurat.h"

static uint64_t
rotate_left(uint64_t x, int by)
{
	return (x << by) | (x >> (64 - by));
}

uint64_t
random_mix(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

struct random
random_new(uint64_t seed, uint64_t subject)
{
	uint64_t fill = seed;
	struct random random;

	fill = random_mix(&fill) ^ subject;
	for (int i = 0; i < 4; i++)
		random.state[i] = random_mix(&fill);
	return random;
}

uint64_t
random_next(struct random *random)
{
	uint64_t *s = random->state;
	uint64_t result = rotate_left(s[1] * 5, 7) * 9;
	uint64_t shifted = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= shifted;
	s[3] = rotate_left(s[3], 45);
	return result;
}

double
random_unit(struct random *random)
{
	return (double)(random_next(random) >> 11) * 0x1p-53;
}

/* e^t by its series; for |t| < 0.75 the nineteenth term is lost in rounding. */
static double
exponential(double t)
{
	double sum = 1, term = 1;

	for (int i = 1; i <= 18; i++) {
		term *= t / i;
		sum += term;
	}
	return sum;
}

/* ln u of u in (0, 1], as twice the inverse hyperbolic tangent of (m - 1) / (m + 1)
 * with u = m 2^k and m between the roots of 1/2 and 2. */
static double
logarithm(double u)
{
	static const double ln2 = 0.69314718055994531, root_half = 0.70710678118654752;
	int k;
	double m = frexp(u, &k);

	if (m < root_half) {
		m *= 2;
		k--;
	}
	double s = (m - 1) / (m + 1), power = s, sum = 0;
	for (int i = 1; i < 24; i += 2) {
		sum += power / i;
		power *= s * s;
	}
	return 2 * sum + k * ln2;
}

/* Beyond ziggurat_edges[1] (Marsaglia 1964). */
static double
draw_tail(struct random *random)
{
	double r = ziggurat_edges[1], beyond, other;

	do {
		beyond = -logarithm(1 - random_unit(random)) / r;
		other = -logarithm(1 - random_unit(random));
	} while (2 * other < beyond * beyond);
	return r + beyond;
}

/* Whether a point of the layer at x, where the bell cuts through it, is below the bell:
 * heights are measured by that of the bell at x. */
static bool
is_below(struct random *random, double x, size_t layer)
{
	double lower =
	    exponential((x - ziggurat_edges[layer]) * (x + ziggurat_edges[layer]) / 2);
	double upper = exponential(
	    (x - ziggurat_edges[layer + 1]) * (x + ziggurat_edges[layer + 1]) / 2);

	return lower + random_unit(random) * (upper - lower) < 1;
}

/* One number gives the layer, the sign and the place in the layer, each its own bits.
 */
double
random_normal(struct random *random)
{
	for (;;) {
		uint64_t bits = random_next(random);
		size_t layer = bits % ZIGGURAT_LAYERS;
		double sign = 1 - (double)(bits >> 7 & 2);
		double x =
		    (double)(int64_t)(bits >> 11) * 0x1p-53 * ziggurat_edges[layer];
		if (x < ziggurat_edges[layer + 1])
			return sign * x;
		if (layer == 0)
			return sign * draw_tail(random);
		if (is_below(random, x, layer))
			return sign * x;
	}
}

void
random_normals(struct random *random, double *out, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out[i] = random_normal(random);
}

double
random_bell(struct random *random)
{
	static const double root_three =
	    1.7320508075688772; /* variance 4 / 12 becomes 1 */
	uint64_t bits = random_next(random);
	double sum = 0;

	for (int i = 0; i < 4; i++)
		sum += (double)((bits >> (16 * i)) & 0xffff) * 0x1p-16;
	return (sum - 2) * root_three;
}
