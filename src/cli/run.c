#include "cli/run.h"

#include <signal.h>
#include <stdio.h>

#include "cli/stall.h"
#include "cli/stop.h"
#include "cli/tell.h"

enum { CACHE_BYTES = 64 * 1024 * 1024, LOOK_EVERY_MS = 500 };

static void
reload(const char *command, struct holder *holder, struct stalls *stalls)
{
	struct editions editions = stalls_editions(stalls);
	struct err err;

	if (holder_replace(holder, &editions, &err))
		fprintf(stderr, "tartan %s: serving the new figures\n", command);
	else
		fprintf(stderr, "tartan %s: %s; what was served before stays\n",
		    command, err.text);
	editions_drop(&editions);
}

static void
wait_for_end(const char *command, struct holder *holder, struct stalls *stalls)
{
	while (!stop_wait(LOOK_EVERY_MS))
		if (stalls_refresh(stalls))
			reload(command, holder, stalls);
}

static void
tell_address(const struct server *server, const struct server_options *options)
{
	const char *address = options->address ? options->address : "127.0.0.1";
	bool six = str_has(str_of(address), STR(":"));

	printf("http://%s%s%s:%u/\n", six ? "[" : "", address, six ? "]" : "",
	    server_port(server));
	fflush(stdout);
	fprintf(stderr, "serving until Ctrl-C\n");
}

static bool
start(struct server **server, struct holder *holder,
    const struct server_options *options, bool any_port, struct err *err)
{
	struct server_options other = *options;

	if (server_start(server, holder, options, err))
		return true;
	other.port = 0;
	return any_port && err->fault == FAULT_SYSTEM &&
	       server_start(server, holder, &other, err);
}

static int
serve_stalls(const char *command, struct stalls *stalls,
    const struct server_options *options, bool any_port)
{
	struct editions editions = stalls_editions(stalls);
	struct holder *holder;
	struct server *server;
	struct err err;
	bool fine = holder_new(&holder, &editions, CACHE_BYTES, &err);

	editions_drop(&editions);
	if (!fine)
		return tell_error(command, &err);
	if (!start(&server, holder, options, any_port, &err)) {
		holder_free(holder);
		return tell_error(command, &err);
	}
	tell_address(server, options);
	wait_for_end(command, holder, stalls);
	fprintf(stderr, "tartan %s: stopping\n", command);
	server_stop(server);
	holder_free(holder);
	return 0;
}

int
run_server(const char *command, char *const *paths, size_t count,
    const struct server_options *options, bool any_port)
{
	struct stalls stalls;
	struct err err;
	int status = 0;

	stop_hold();
	signal(SIGPIPE, SIG_IGN);
	if (stalls_open(&stalls, paths, count, &err))
		status = serve_stalls(command, &stalls, options, any_port);
	else if (stop_asked())
		fprintf(stderr, "tartan %s: stopping\n", command);
	else
		status = tell_error(command, &err);
	stalls_close(&stalls);
	return status;
}
