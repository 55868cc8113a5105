/* serve/cache.h - answers already made, kept in memory.
 *
 * Keyed by encoding and canonical address; the least recently used go when the bytes
 * are more than the limit. Used by any number of threads. */
#ifndef SERVE_CACHE_H
#define SERVE_CACHE_H

#include <stddef.h>

#include "base/str.h"
#include "serve/answer.h"

struct cache;

struct cache *cache_new(size_t limit_bytes);
void cache_free(struct cache *cache); /* NULL is fine */

/* The answer, held for the caller, or NULL. */
struct answer *cache_find(struct cache *cache, struct str key);

/* Keeps an answer, holding it too, unless it is a large part of the whole limit. */
void cache_add(struct cache *cache, struct str key, struct answer *answer);

#endif
