#define _GNU_SOURCE /* sched_getaffinity */
#include "base/task.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>

enum { MOST_THREADS = 64 };

struct crew {
	task_function *work;
	void *context;
	size_t pieces;
	atomic_size_t next;
};

bool
task_thread(pthread_t *thread, void *(*work)(void *argument), void *argument)
{
	static const int own[] = { SIGBUS, SIGSEGV, SIGFPE, SIGILL, SIGABRT, SIGTRAP };
	sigset_t others, before;

	sigfillset(&others);
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		sigdelset(&others, own[i]);
	pthread_sigmask(SIG_BLOCK, &others, &before);
	bool begun = pthread_create(thread, NULL, work, argument) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return begun;
}

static void *
crew_member(void *argument)
{
	struct crew *crew = argument;

	for (;;) {
		size_t piece = atomic_fetch_add(&crew->next, 1);
		if (piece >= crew->pieces)
			return NULL;
		crew->work(crew->context, piece);
	}
}

size_t
task_cores(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof set, &set) != 0)
		return 1;
	return CPU_COUNT(&set) > 0 ? (size_t)CPU_COUNT(&set) : 1;
}

void
task_run(size_t threads, size_t pieces, task_function *work, void *context)
{
	struct crew crew = { .work = work, .context = context, .pieces = pieces };
	pthread_t members[MOST_THREADS];
	size_t hired = 0;

	if (threads == 0)
		threads = task_cores();
	if (threads > pieces)
		threads = pieces;
	if (threads > MOST_THREADS)
		threads = MOST_THREADS;
	/* The caller is one of the crew; a thread that cannot be had is done without.
	 */
	while (hired + 1 < threads && task_thread(&members[hired], crew_member, &crew))
		hired++;
	crew_member(&crew);
	for (size_t i = 0; i < hired; i++)
		pthread_join(members[i], NULL);
}

static void *
run_errand(void *argument)
{
	struct errand *errand = argument;

	errand->work(errand->context);
	return NULL;
}

void
errand_begin(struct errand *errand, void (*work)(void *context), void *context)
{
	*errand = (struct errand){ .work = work, .context = context };
	errand->running = task_thread(&errand->thread, run_errand, errand);
	if (!errand->running)
		work(context);
}

void
errand_end(struct errand *errand)
{
	if (errand->running)
		pthread_join(errand->thread, NULL);
	errand->running = false;
}
