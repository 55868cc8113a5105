#include "base/progress.h"

#include <stddef.h>

void
progress_begin(struct progress *progress, const char *stage, uint64_t all)
{
	if (!progress)
		return;
	/* Whoever looks in between sees a stage that nobody knows the length of. */
	atomic_store(&progress->all, 0);
	atomic_store(&progress->done, 0);
	atomic_store(&progress->stage, stage);
	atomic_store(&progress->all, all);
}

void
progress_add(struct progress *progress, uint64_t done)
{
	if (progress)
		atomic_fetch_add_explicit(&progress->done, done, memory_order_relaxed);
}

int
progress_percent(const struct progress *progress)
{
	uint64_t all = atomic_load(&progress->all), done = atomic_load(&progress->done);

	if (all == 0)
		return -1;
	return done >= all ? 100 : (int)((double)done / (double)all * 100);
}
