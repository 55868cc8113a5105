/* base/random.h - random numbers that are the same on every machine.
 *
 * The generator is xoshiro256** (Blackman & Vigna, "Scrambled linear pseudorandom
 * number generators", 2021), its state filled by splitmix64 (Steele, Lea & Flood 2014)
 * as its authors advise. Only whole-number operations and the four basic operations on
 * doubles are used, so that no mathematical library can change a bit. Not for secrets.
 */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
	uint64_t state[4];
};

/* The next number of the splitmix64 sequence that begins at *state. */
uint64_t random_mix(uint64_t *state);

/* A stream of its own for each (seed, subject): what is drawn for one subject never
 * depends on how much was drawn for another. */
struct random random_new(uint64_t seed, uint64_t subject);

uint64_t random_next(struct random *random);

/* Even in [0, 1), a multiple of 2^-53. */
double random_unit(struct random *random);

/* Normal with mean 0 and variance 1, by the ziggurat of 256 layers (Marsaglia & Tsang
 * 2000) with bits of its own for layer and place (Doornik 2005). Draws once in 98 of
 * 100 cases. */
double random_normal(struct random *random);

/* Fills `out` with what so many calls of random_normal would give. */
void random_normals(struct random *random, double *out, size_t count);

/* Mean 0, variance 1, near enough to normal for made-up figures: four even numbers
 * added up (Irwin-Hall), so that it never leaves [-3.47, 3.47]. Draws once. */
double random_bell(struct random *random);

#endif
