/* serve/server.h - HTTP: requests in, answers out. It never writes anything. */
#ifndef SERVE_SERVER_H
#define SERVE_SERVER_H

#include <stdbool.h>
#include <stddef.h>

#include "serve/shelf.h"

struct server_options {
	const char *address; /* numeric, "127.0.0.1" or "::1"; NULL: loopback */
	unsigned port;       /* 0: any free one */
	size_t threads;      /* 0: one a core */
};

struct server;

/* Listens and answers on threads of its own until server_stop. Fails with FAULT_SYSTEM
 * when the address cannot be had. The holder stays the caller's. */
MUST_CHECK bool server_start(struct server **server, struct holder *holder,
    const struct server_options *options, struct err *err);

unsigned server_port(const struct server *server);

/* Stops listening, lets answers under way go out, ends the threads. */
void server_stop(struct server *server);

#endif
