/* write/tally.h - how many figures compare how, and the sentence that says so. */
#ifndef WRITE_TALLY_H
#define WRITE_TALLY_H

#include "base/arena.h"
#include "model/verdict.h"

struct tally {
	uint32_t worse, similar, better, lower, higher, uncompared;
};

void tally_add(struct tally *tally, enum verdict verdict);

uint32_t tally_compared(const struct tally *tally);

/* "3 are worse, 10 similar and 2 better"; empty when nothing is compared. */
struct str tally_words(struct arena *arena, const struct tally *tally);

#endif
