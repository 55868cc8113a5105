/* cli/bar.h - the progress of a long piece of work, drawn on a terminal.
 *
 * Drawn on stderr only where that is a terminal, only for what takes longer than a
 * second, and gone at the end: no log ever holds it. */
#ifndef CLI_BAR_H
#define CLI_BAR_H

#include <pthread.h>
#include <stdbool.h>

#include "base/progress.h"

struct bar {
	struct progress progress; /* for whoever does the work */
	/* private: */
	pthread_t thread;
	bool running;
	pthread_mutex_t lock;
	pthread_cond_t ended; /* over has become true */
	bool drawn, over;
};

/* Where no thread can be had nothing is drawn. The struct stays where it is until the
 * end. Nothing else is written to stderr meanwhile. */
void bar_begin(struct bar *bar);
void bar_end(struct bar *bar);

#endif
