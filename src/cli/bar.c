#include "cli/bar.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/task.h"

enum { FIRST_MS = 1000, EVERY_MS = 100, CELLS = 30 };

static struct timespec
after(struct timespec time, long ms)
{
	time.tv_nsec += ms * 1000000L;
	time.tv_sec += time.tv_nsec / 1000000000L;
	time.tv_nsec %= 1000000000L;
	return time;
}

/* "reading  [=======        ]  47 %", over what was there before. */
static void
draw(const struct progress *progress)
{
	const char *stage = atomic_load(&progress->stage);
	int percent = progress_percent(progress), full = percent * CELLS / 100;
	char cells[CELLS + 1];

	if (!stage)
		return;
	for (int i = 0; i < CELLS; i++)
		cells[i] = i < full ? '=' : ' ';
	cells[CELLS] = '\0';
	if (percent < 0)
		fprintf(stderr, "\r%-9s...\033[K", stage);
	else
		fprintf(stderr, "\r%-9s[%s] %3d %%\033[K", stage, cells, percent);
	fflush(stderr);
}

static void *
watch(void *argument)
{
	struct bar *bar = argument;
	struct timespec next;

	clock_gettime(CLOCK_MONOTONIC, &next);
	next = after(next, FIRST_MS);
	pthread_mutex_lock(&bar->lock);
	while (!bar->over) {
		if (pthread_cond_timedwait(&bar->ended, &bar->lock, &next) == 0)
			continue;
		draw(&bar->progress);
		bar->drawn = true;
		next = after(next, EVERY_MS);
	}
	pthread_mutex_unlock(&bar->lock);
	return NULL;
}

void
bar_begin(struct bar *bar)
{
	pthread_condattr_t how;

	*bar = (struct bar){ .running = false };
	if (!isatty(STDERR_FILENO))
		return;
	pthread_condattr_init(&how);
	pthread_condattr_setclock(&how, CLOCK_MONOTONIC);
	pthread_mutex_init(&bar->lock, NULL);
	pthread_cond_init(&bar->ended, &how);
	pthread_condattr_destroy(&how);
	bar->running = task_thread(&bar->thread, watch, bar);
}

void
bar_end(struct bar *bar)
{
	if (!bar->running)
		return;
	pthread_mutex_lock(&bar->lock);
	bar->over = true;
	pthread_cond_signal(&bar->ended);
	pthread_mutex_unlock(&bar->lock);
	pthread_join(bar->thread, NULL);
	if (bar->drawn)
		fputs("\r\033[K", stderr);
	pthread_cond_destroy(&bar->ended);
	pthread_mutex_destroy(&bar->lock);
	bar->running = false;
}
