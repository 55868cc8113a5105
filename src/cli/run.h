/* cli/run.h - serving until told to stop; shared by serve and demo. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "serve/server.h"

/* Serves what the paths stand for (cli/stall.h) until asked to stop (cli/stop.h),
 * picking up what changes. Prints the address on stdout, all else on stderr. Returns
 * the exit status. command: for messages. any_port: another port will do when that of
 * the options is taken. */
int run_server(const char *command, char *const *paths, size_t count,
    const struct server_options *options, bool any_port);

#endif
