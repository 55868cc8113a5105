#include "serve/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/task.h"
#include "serve/respond.h"

enum {
	IDLE_SECONDS = 30, /* a silent connection is closed */
	CONNECTIONS = 4096,
	CONNECTION_MEMORY = 32768, /* request line and headers */
	BACKLOG = 1024,
	DRAIN_MS = 5000 /* answers under way at a stop */
};

struct server {
	struct MHD_Daemon *daemon;
	struct holder *holder;
	unsigned port;
};

/* One request: its address as it came, and whether its headers have been seen. */
struct request {
	bool seen;
	char target[];
};

static void *
request_begin(void *context, const char *uri, struct MHD_Connection *connection)
{
	size_t len = strlen(uri);
	struct request *request = memory_take(1, sizeof *request + len + 1);

	(void)context;
	(void)connection;
	memcpy(request->target, uri, len);
	return request;
}

static void
request_end(void *context, struct MHD_Connection *connection, void **request,
    enum MHD_RequestTerminationCode code)
{
	(void)context;
	(void)connection;
	(void)code;
	free(*request);
	*request = NULL;
}

/* Measured trap: an answer queued on the first call makes libmicrohttpd close the
 * connection behind it; the second call comes at once. */
static enum MHD_Result
handle(void *context, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *upload, size_t *upload_len,
    void **state)
{
	struct server *server = context;
	struct request *request = *state;

	(void)url;
	(void)version;
	(void)upload;
	if (!request->seen) {
		request->seen = true;
		return MHD_YES;
	}
	if (*upload_len) {
		*upload_len = 0;
		return MHD_YES;
	}
	return respond(server->holder, connection, method, str_of(request->target));
}

static bool
listen_on(
    const struct server_options *options, int *out, unsigned *port, struct err *err)
{
	const char *address = options->address ? options->address : "127.0.0.1";
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
	struct sockaddr_in four = { .sin_family = AF_INET };
	bool is_four = inet_pton(AF_INET, address, &four.sin_addr) == 1;
	struct sockaddr *at =
	    is_four ? (struct sockaddr *)&four : (struct sockaddr *)&six;
	socklen_t len = is_four ? sizeof four : sizeof six;
	int on = 1, fd;

	if (!is_four && inet_pton(AF_INET6, address, &six.sin6_addr) != 1)
		return err_set(err, FAULT_USAGE,
		    "'%s' is not an address; wanted one like 127.0.0.1 or ::1",
		    address);
	four.sin_port = six.sin6_port = htons((uint16_t)options->port);
	fd = socket(at->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return err_set(
		    err, FAULT_SYSTEM, "cannot open a socket: %s", strerror(errno));
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, at, len) < 0 || listen(fd, BACKLOG) < 0 ||
	    getsockname(fd, at, &len) < 0) {
		err_set(err, FAULT_SYSTEM, "cannot listen on %s port %u: %s", address,
		    options->port, strerror(errno));
		close(fd);
		return false;
	}
	*port = ntohs(is_four ? four.sin_port : six.sin6_port);
	*out = fd;
	return true;
}

bool
server_start(struct server **server, struct holder *holder,
    const struct server_options *options, struct err *err)
{
	struct server *s = memory_take(1, sizeof *s);
	size_t threads = options->threads ? options->threads : task_cores();
	int fd = -1;

	s->holder = holder;
	if (!listen_on(options, &fd, &s->port, err)) {
		free(s);
		return false;
	}
	s->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC,
	    (uint16_t)s->port, NULL, NULL, handle, s, MHD_OPTION_LISTEN_SOCKET, fd,
	    MHD_OPTION_THREAD_POOL_SIZE, (unsigned)threads,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
	    MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
	    MHD_OPTION_URI_LOG_CALLBACK, request_begin, NULL,
	    MHD_OPTION_NOTIFY_COMPLETED, request_end, NULL, MHD_OPTION_END);
	if (!s->daemon) {
		close(fd);
		free(s);
		return err_set(err, FAULT_SYSTEM, "cannot start the server's threads");
	}
	*server = s;
	return true;
}

unsigned
server_port(const struct server *server)
{
	return server->port;
}

static unsigned
connections(const struct server *server)
{
	const union MHD_DaemonInfo *info =
	    MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);

	return info ? info->num_connections : 0;
}

void
server_stop(struct server *server)
{
	MHD_socket fd = MHD_quiesce_daemon(server->daemon);
	const struct timespec pause = { .tv_nsec = 10 * 1000 * 1000 };

	for (int waited = 0; waited < DRAIN_MS && connections(server); waited += 10)
		nanosleep(&pause, NULL);
	MHD_stop_daemon(server->daemon);
	if (fd != MHD_INVALID_SOCKET)
		close(fd);
	free(server);
}
