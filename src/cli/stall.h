/* cli/stall.h - what a path given to `tartan serve` stands for, and the release it
 * gives.
 *
 * A release file is served as it is. A directory of releases gives, for each profile,
 * the newest whose publication date has come. A source folder is built to a release of
 * its own in a temporary directory, and built again when a file of it changes. */
#ifndef CLI_STALL_H
#define CLI_STALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum stall_kind { STALL_FILE, STALL_RELEASES, STALL_FOLDER };

struct stall {
	const char *path;
	enum stall_kind kind;
	uint64_t signature;    /* of the files as last seen */
	const char **releases; /* paths of the release files it gives */
	size_t release_count;
};

struct stalls {
	struct arena arena;
	struct stall *at;
	size_t count;
	char temporary[512]; /* directory of built releases; empty when there is none */
};

/* Looks at each path, builds what must be built. Chat and reports go to stderr. */
MUST_CHECK bool stalls_open(
    struct stalls *stalls, char *const *paths, size_t count, struct err *err);
void stalls_close(struct stalls *stalls); /* removes what was built */

/* Looks again; true when a release has changed. A folder that cannot be built is
 * reported once, and what it gave before stays. */
bool stalls_refresh(struct stalls *stalls);

/* All release files, for the server; valid until the next refresh. */
const char *const *stalls_releases(struct stalls *stalls, size_t *count);

#endif
