/* cli/stall.h - what a path given to `tartan serve` stands for, and the editions it
 * gives.
 *
 * A release file is served as it is. A directory of releases gives, for each profile,
 * the newest whose publication date has come. A source folder is built, and built again
 * when a file of it changes. */
#ifndef CLI_STALL_H
#define CLI_STALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "serve/edition.h"

enum stall_kind { STALL_FILE, STALL_RELEASES, STALL_FOLDER };

struct stall {
	const char *path;
	enum stall_kind kind;
	uint64_t seen; /* signature of the files at the last look */
	uint64_t made; /* signature of those the editions were made of */
	struct editions editions;
};

struct stalls {
	struct stall *at;
	size_t count;
};

/* Looks at each path, builds what must be built. Chat and reports go to stderr. */
MUST_CHECK bool stalls_open(
    struct stalls *stalls, char *const *paths, size_t count, struct err *err);
void stalls_close(struct stalls *stalls);

/* Looks again; true when an edition has changed. A change is taken up when two looks
 * one after the other see the same, so that nothing is read while somebody is still
 * writing it. What cannot be read or built is reported once, and what it gave before
 * stays. */
bool stalls_refresh(struct stalls *stalls);

/* The editions of all stalls, held; editions_drop is due. */
struct editions stalls_editions(const struct stalls *stalls);

#endif
