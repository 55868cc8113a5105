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
#include "serve/edition.h"
#include "write/site.h"

struct shelf {
	struct site site;
	struct cache *cache;
	/* private: */
	struct editions editions;
	struct site_profile *profiles; /* one of each edition */
	size_t users;
	struct holder *holder;
};

struct holder; /* which shelf is current; used by any number of threads */

/* Puts editions on a first shelf, which holds them too. Two profiles of one slug are a
 * fault. cache_bytes: limit of the answers kept in memory. */
MUST_CHECK bool holder_new(struct holder **holder, const struct editions *editions,
    size_t cache_bytes, struct err *err);
void holder_free(struct holder *holder); /* NULL is fine; no request may be under way */

/* Makes these editions current; on failure the old shelf stays. */
MUST_CHECK bool holder_replace(
    struct holder *holder, const struct editions *editions, struct err *err);

struct shelf *holder_take(struct holder *holder);
void shelf_give_back(struct shelf *shelf);

#endif
