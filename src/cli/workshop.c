#define _GNU_SOURCE /* environ */
#include "cli/workshop.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/copy.h"
#include "cli/stop.h"
#include "cli/tell.h"

enum { OUTPUT = 3, LOOK_EVERY_MS = 1000 };

/* The new process has the release's file as OUTPUT and takes all signals. */
static bool
start(pid_t *pid, const char *folder, int release, struct err *err)
{
	char output[32];
	const char *words[] = { "tartan", "build", "--quiet", "--output", output, "--",
		folder, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t none;
	int fault;

	snprintf(output, sizeof output, "/dev/fd/%d", OUTPUT);
	sigemptyset(&none);
	posix_spawnattr_init(&how);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigmask(&how, &none);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, release, OUTPUT);
	fault = posix_spawn(pid, "/proc/self/exe", &files, &how,
	    (char *const *)(uintptr_t)words, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&how);
	return fault == 0 || err_set(err, FAULT_SYSTEM, "cannot build '%s': %s", folder,
				 strerror(fault));
}

static bool
judge(int status, const char *folder, struct err *err)
{
	if (WIFSIGNALED(status))
		return err_set(err, FAULT_SYSTEM,
		    "cannot build '%s': the build ended with signal %d (%s)", folder,
		    WTERMSIG(status), strsignal(WTERMSIG(status)));
	return WEXITSTATUS(status) == 0 ||
	       err_set(err,
		   WEXITSTATUS(status) == err_exit_status(FAULT_INPUT) ? FAULT_INPUT
								       : FAULT_SYSTEM,
		   "cannot build '%s'", folder);
}

/* Builds to an open file. */
static bool
build(const char *folder, int release, struct err *err)
{
	int status = 0;
	pid_t pid;

	if (!start(&pid, folder, release, err))
		return false;
	while (waitpid(pid, &status, WNOHANG) == 0) {
		if (!stop_wait(LOOK_EVERY_MS))
			continue;
		kill(pid, SIGTERM);
		waitpid(pid, &status, 0);
		return err_set(err, FAULT_SYSTEM, "stopped");
	}
	return judge(status, folder, err);
}

struct edition *
workshop_build(const char *folder, struct err *err)
{
	struct edition *edition = NULL;
	int release = copy_temporary();

	if (release < 0) {
		file_cannot(
		    err, "make a temporary file in", file_temporary_directory());
		return NULL;
	}
	if (build(folder, release, err))
		edition = edition_open_held(release, folder, err);
	close(release);
	if (edition) {
		fprintf(stderr, "%s: ", folder);
		tell_release(stderr, &edition->release);
	}
	return edition;
}
