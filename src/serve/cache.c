#include "serve/cache.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"

enum { SLOTS = 4096, OVERHEAD = 512 /* bytes an entry costs beside its body */ };

struct entry {
	struct entry *next_in_slot;
	struct entry *newer, *older; /* by last use */
	struct answer *answer;
	uint64_t hash;
	size_t bytes;
	size_t key_len;
	char key[];
};

struct cache {
	pthread_mutex_t lock;
	struct entry *slots[SLOTS];
	struct entry *newest, *oldest;
	size_t bytes, limit;
};

struct cache *
cache_new(size_t limit_bytes)
{
	struct cache *cache = memory_take(1, sizeof *cache);

	cache->limit = limit_bytes;
	pthread_mutex_init(&cache->lock, NULL);
	return cache;
}

static void
unlink_use(struct cache *cache, struct entry *entry)
{
	if (entry->newer)
		entry->newer->older = entry->older;
	else
		cache->newest = entry->older;
	if (entry->older)
		entry->older->newer = entry->newer;
	else
		cache->oldest = entry->newer;
}

static void
link_newest(struct cache *cache, struct entry *entry)
{
	entry->newer = NULL;
	entry->older = cache->newest;
	if (cache->newest)
		cache->newest->newer = entry;
	else
		cache->oldest = entry;
	cache->newest = entry;
}

static void
drop(struct cache *cache, struct entry *entry)
{
	struct entry **at = &cache->slots[entry->hash % SLOTS];

	while (*at != entry)
		at = &(*at)->next_in_slot;
	*at = entry->next_in_slot;
	unlink_use(cache, entry);
	cache->bytes -= entry->bytes;
	answer_drop(entry->answer);
	free(entry);
}

void
cache_free(struct cache *cache)
{
	if (!cache)
		return;
	for (struct entry *entry = cache->newest, *older; entry; entry = older) {
		older = entry->older;
		answer_drop(entry->answer);
		free(entry);
	}
	pthread_mutex_destroy(&cache->lock);
	free(cache);
}

static struct entry *
find(const struct cache *cache, struct str key, uint64_t hash)
{
	struct entry *entry = cache->slots[hash % SLOTS];

	while (entry &&
	       !(entry->hash == hash &&
		   str_equal(
		       (struct str){ .at = entry->key, .len = entry->key_len }, key)))
		entry = entry->next_in_slot;
	return entry;
}

struct answer *
cache_find(struct cache *cache, struct str key)
{
	uint64_t hash = str_hash(key);
	struct answer *answer = NULL;
	struct entry *entry;

	pthread_mutex_lock(&cache->lock);
	entry = find(cache, key, hash);
	if (entry) {
		unlink_use(cache, entry);
		link_newest(cache, entry);
		answer = entry->answer;
		answer_hold(answer);
	}
	pthread_mutex_unlock(&cache->lock);
	return answer;
}

static void
insert(struct cache *cache, struct str key, uint64_t hash, struct answer *answer,
    size_t bytes)
{
	struct entry *entry = memory_take(1, sizeof *entry + key.len);

	entry->answer = answer;
	entry->hash = hash;
	entry->bytes = bytes;
	entry->key_len = key.len;
	memcpy(entry->key, key.at, key.len);
	entry->next_in_slot = cache->slots[hash % SLOTS];
	cache->slots[hash % SLOTS] = entry;
	link_newest(cache, entry);
	cache->bytes += bytes;
	answer_hold(answer);
}

static void
make_room(struct cache *cache, size_t bytes)
{
	for (struct entry *entry = cache->oldest, *newer; entry; entry = newer) {
		if (cache->bytes + bytes <= cache->limit)
			return;
		newer = entry->newer;
		drop(cache, entry);
	}
}

void
cache_add(struct cache *cache, struct str key, struct answer *answer)
{
	size_t bytes = answer->bytes + key.len + OVERHEAD;
	uint64_t hash = str_hash(key);

	if (bytes > cache->limit / 4)
		return;
	pthread_mutex_lock(&cache->lock);
	if (!find(cache, key, hash)) {
		make_room(cache, bytes);
		insert(cache, key, hash, answer, bytes);
	}
	pthread_mutex_unlock(&cache->lock);
}
