/* base/task.h - work for all cores: the same function over many independent pieces, or
 * one piece beside the caller. Signals that end the program are left to the caller. */
#ifndef BASE_TASK_H
#define BASE_TASK_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* Does one piece of the work; pieces run in any order, several at once. */
typedef void task_function(void *context, size_t piece);

/* Cores this process may use, at least 1. */
size_t task_cores(void);

/* Calls work(context, i) once for each i in [0, pieces) on up to so many threads
 * (0: all cores) and returns when all are done. */
void task_run(size_t threads, size_t pieces, task_function *work, void *context);

/* Begins a thread that no signal is sent to but those it causes itself: others reach
 * the caller, or wait while the caller blocks them. False when none can be had. */
bool task_thread(pthread_t *thread, void *(*work)(void *argument), void *argument);

/* Work that goes on beside the caller. The struct stays where it is until the end; a
 * zeroed one is no errand. */
struct errand {
	/* private: */
	void (*work)(void *context);
	void *context;
	pthread_t thread;
	bool running;
};

/* Begins the work; where no thread can be had it is done before this returns. */
void errand_begin(struct errand *errand, void (*work)(void *context), void *context);

/* Returns when the work is done. */
void errand_end(struct errand *errand);

#endif
