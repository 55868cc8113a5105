/* cli/run.h - serving until told to stop; shared by serve and demo. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/stall.h"
#include "serve/server.h"

/* Serves the stalls until SIGINT or SIGTERM, picking up what changes. Prints the
 * address on stdout, all else on stderr. Returns the exit status. command: for
 * messages. */
int run_server(const char *command, struct stalls *stalls,
    const struct server_options *options, bool any_port);

#endif
