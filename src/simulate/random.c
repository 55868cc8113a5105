#include "simulate/random.h"

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

double
random_normal(struct random *random)
{
	static const double root_three =
	    1.7320508075688772; /* variance 4 / 12 becomes 1 */
	uint64_t bits = random_next(random);
	double sum = 0;

	for (int i = 0; i < 4; i++)
		sum += (double)((bits >> (16 * i)) & 0xffff) * 0x1p-16;
	return (sum - 2) * root_three;
}
