/* base/progress.h - how far a long piece of work is: counted by those who do it, looked
 * at by somebody else meanwhile.
 *
 * Counting is for blocks of work, some hundred a second, not for rows. A count of NULL
 * is nobody's: everything below does nothing. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdatomic.h>
#include <stdint.h>

struct progress {
	_Atomic(const char *) stage; /* "reading"; NULL before the first one */
	atomic_uint_least64_t done, all;
};

/* Begins a stage of so much work (0: nobody knows) in units of its own. The word must
 * outlive the count. */
void progress_begin(struct progress *progress, const char *stage, uint64_t all);
void progress_add(struct progress *progress, uint64_t done);

/* Hundredths of the stage that are done, at most 100; -1 when nobody knows. */
int progress_percent(const struct progress *progress);

#endif
