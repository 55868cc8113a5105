/* serve/shelf.h - the releases being served at one moment.
 *
 * A shelf is immutable but for its count of users and its cache of answers. Requests
 * take the current one and give it back; a newer one takes its place at any time, and
 * the old one goes when the last request has given it back. */
#ifndef SERVE_SHELF_H
#define SERVE_SHELF_H

#include <stddef.h>

#include "base/err.h"
#include "serve/cache.h"
#include "write/site.h"

struct shelf {
	struct site site;
	struct cache *cache;
	/* private: */
	struct release *releases;
	struct site_profile *profiles;
	uint32_t count;
	size_t users;
	struct holder *holder;
};

struct holder; /* which shelf is current; used by any number of threads */

/* Opens the release files and puts them on a first shelf. Two profiles of one slug, or
 * no file, are faults. cache_bytes: limit of the answers kept in memory. */
MUST_CHECK bool holder_new(struct holder **holder, const char *const *paths,
    size_t count, size_t cache_bytes, struct err *err);
void holder_free(struct holder *holder); /* NULL is fine; no request may be under way */

/* Opens the files anew and makes them current; on failure the old shelf stays. */
MUST_CHECK bool holder_replace(
    struct holder *holder, const char *const *paths, size_t count, struct err *err);

struct shelf *holder_take(struct holder *holder);
void shelf_give_back(struct shelf *shelf);

#endif
