/* disclose/puzzle.h - what an attacker sits in front of: numbers that are not known,
 * ranges they lie in, and sums that come out.
 *
 * The unknowns are the counts of a block of which more than one number is possible at
 * first sight: hidden and rounded ones. Whatever a puzzle says that a count can be is
 * certain: there are whole numbers in their ranges with which every sum comes out, and
 * they were added up without rounding. */
#ifndef DISCLOSE_PUZZLE_H
#define DISCLOSE_PUZZLE_H

#include "disclose/linear.h"
#include "disclose/net.h"

/* More than one number is possible at first sight. */
bool puzzle_is_unknown(const struct disclose_system *system, uint32_t cell);

struct puzzle {
	const struct net *net;
	struct block block;            /* its counts are the unknowns, by place */
	struct disclose_range *limits; /* at first sight, of each */
	struct disclose_range *met;    /* in the solutions found so far, of each */
	uint32_t *sums, sum_count;     /* those with an unknown in them */
	double *prices; /* of each sum, when something falls short: see puzzle_push */

	/* private: */
	uint32_t *row_from, *row_places;
	int8_t *row_signs;
	int64_t *row_sums; /* what signed unknowns of each sum come to */
	int64_t *trial;
	struct linear *linear;
};

/* Whether there are counts that agree with all that is seen, and where they come from.
 */
enum puzzle_start {
	PUZZLE_SOLVED,    /* the system's own values, or found */
	PUZZLE_IMPOSSIBLE /* what is seen contradicts itself */
};

/* The block is one of net_split of all that is not known; puzzles of one block are made
 * one after the other. `given`: the system's values, of hidden counts too, add up. */
enum puzzle_start puzzle_init(struct puzzle *puzzle, struct arena *arena,
    const struct net *net, struct block block, bool given);
void puzzle_done(struct puzzle *puzzle);

enum puzzle_answer {
	PUZZLE_REACHED, /* a solution has it */
	PUZZLE_SHORT,   /* none has, not even in fractions; prices say why */
	PUZZLE_GAPPED   /* fractions have; none in whole numbers was found */
};

/* Can the unknown in that place be at least (up) or at most (down) the goal? The goal
 * is not beyond 0 and DISCLOSE_MOST. Prices: with p the price of each sum, s the sign
 * of each count in it and c = 1 for the one asked about, no solution goes further than
 * what the limits allow the sum of (c - sum of p s) x over all counts. */
enum puzzle_answer puzzle_push(
    struct puzzle *puzzle, uint32_t place, bool up, uint32_t goal);

/* Tries to stretch what is met to all that is wanted, many unknowns at a time; what it
 * leaves has to be pushed one by one. Ranges that hold none want nothing. */
void puzzle_stretch(struct puzzle *puzzle, const struct disclose_range *wanted);

/* The least and the most that the unknown can be; DISCLOSE_ANY where the most has no
 * limit. Where the search in whole numbers had to be cut short, which takes hundreds of
 * unknowns, what was met. */
struct disclose_range puzzle_range(struct puzzle *puzzle, uint32_t place);

#endif
