/* serve/edition.h - one release, opened for serving, counted by its holders.
 *
 * An edition reads a private copy of its file (release_open_copy), so that nothing done
 * to the file afterwards changes or ends what is served. */
#ifndef SERVE_EDITION_H
#define SERVE_EDITION_H

#include <stdatomic.h>

#include "base/err.h"
#include "release/reader.h"

struct edition {
	struct release release;
	/* private: */
	atomic_size_t holders;
	char name[];
};

/* Opens the release file at `path`; the caller is the first holder. name: what people
 * know it by, for messages. NULL with the faults of release_open_copy. */
MUST_CHECK struct edition *edition_open(
    const char *path, const char *name, struct err *err);

/* The same for an open file that nobody else can write to. */
MUST_CHECK struct edition *edition_open_held(int fd, const char *name, struct err *err);

/* Whether it was opened from the file that is at this path, as it is now. */
bool edition_is_of(const struct edition *edition, const char *path);

struct edition *edition_hold(struct edition *edition); /* returns it */
void edition_drop(struct edition *edition);            /* NULL is fine */

/* Some editions, held. A zeroed struct is none. */
struct editions {
	struct edition **at;
	size_t count;
};

/* Takes over the caller's hold of it. */
void editions_add(struct editions *editions, struct edition *edition);
void editions_drop(struct editions *editions); /* all of them */

#endif
