#include "cli/stop.h"

#include <signal.h>
#include <time.h>

static void
stop_signals(sigset_t *set)
{
	struct sigaction hangup;

	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
	if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler != SIG_IGN)
		sigaddset(set, SIGHUP);
}

/* SIGCHLD is blocked as well, as it can be waited for only then. */
static void
change_mask(int how)
{
	sigset_t set;

	stop_signals(&set);
	sigaddset(&set, SIGCHLD);
	pthread_sigmask(how, &set, NULL);
}

void
stop_hold(void)
{
	change_mask(SIG_BLOCK);
}

void
stop_release(void)
{
	change_mask(SIG_UNBLOCK);
}

bool
stop_asked(void)
{
	sigset_t set, pending;

	stop_signals(&set);
	sigpending(&pending);
	for (int number = 1; number < SIGRTMIN; number++)
		if (sigismember(&set, number) && sigismember(&pending, number))
			return true;
	return false;
}

bool
stop_wait(unsigned ms)
{
	const struct timespec pause = { .tv_sec = ms / 1000,
		.tv_nsec = ms % 1000 * 1000000L };
	sigset_t set;
	int number;

	stop_signals(&set);
	sigaddset(&set, SIGCHLD);
	number = sigtimedwait(&set, NULL, &pause);
	/* Taken by waiting; given back for the others who look. */
	if (number > 0 && number != SIGCHLD)
		raise(number);
	return stop_asked();
}
