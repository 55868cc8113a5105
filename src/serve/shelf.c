#include "serve/shelf.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"

struct holder {
	pthread_mutex_t lock; /* of current and of every shelf's users */
	struct shelf *current;
	size_t cache_bytes;
};

static void
shelf_free(struct shelf *shelf)
{
	cache_free(shelf->cache);
	editions_drop(&shelf->editions);
	free(shelf->profiles);
	free(shelf);
}

static bool
add_edition(struct shelf *shelf, struct edition *edition, struct err *err)
{
	const struct release *release = &edition->release;
	struct str slug = release_text(release, release->profile->slug);
	size_t count = shelf->editions.count;

	for (size_t i = 0; i < count; i++)
		if (str_equal(shelf->profiles[i].slug, slug))
			return err_set(err, FAULT_INPUT,
			    "'%s' and '%s' are both called '%.*s' in addresses; wanted "
			    "a 'slug' of its own for each",
			    shelf->editions.at[i]->name, edition->name, STR_ARG(slug));
	editions_add(&shelf->editions, edition_hold(edition));
	shelf->profiles[count] =
	    (struct site_profile){ .slug = slug, .release = release };
	return true;
}

static bool
shelf_new(struct shelf **out, struct holder *holder, const struct editions *editions,
    struct err *err)
{
	struct shelf *shelf = memory_take(1, sizeof *shelf);

	shelf->profiles = memory_take(editions->count, sizeof *shelf->profiles);
	shelf->cache = cache_new(holder->cache_bytes);
	shelf->holder = holder;
	shelf->users = 1;
	for (size_t i = 0; i < editions->count; i++)
		if (!add_edition(shelf, editions->at[i], err)) {
			shelf_free(shelf);
			return false;
		}
	shelf->site = (struct site){ .profiles = shelf->profiles,
		.count = (uint32_t)editions->count };
	*out = shelf;
	return true;
}

bool
holder_new(struct holder **holder, const struct editions *editions, size_t cache_bytes,
    struct err *err)
{
	struct holder *h = memory_take(1, sizeof *h);

	h->cache_bytes = cache_bytes;
	pthread_mutex_init(&h->lock, NULL);
	if (!shelf_new(&h->current, h, editions, err)) {
		holder_free(h);
		return false;
	}
	*holder = h;
	return true;
}

void
holder_free(struct holder *holder)
{
	if (!holder)
		return;
	if (holder->current)
		shelf_free(holder->current);
	pthread_mutex_destroy(&holder->lock);
	free(holder);
}

bool
holder_replace(struct holder *holder, const struct editions *editions, struct err *err)
{
	struct shelf *fresh, *old;

	if (!shelf_new(&fresh, holder, editions, err))
		return false;
	pthread_mutex_lock(&holder->lock);
	old = holder->current;
	holder->current = fresh;
	pthread_mutex_unlock(&holder->lock);
	shelf_give_back(old);
	return true;
}

struct shelf *
holder_take(struct holder *holder)
{
	struct shelf *shelf;

	pthread_mutex_lock(&holder->lock);
	shelf = holder->current;
	shelf->users++;
	pthread_mutex_unlock(&holder->lock);
	return shelf;
}

void
shelf_give_back(struct shelf *shelf)
{
	bool last;

	pthread_mutex_lock(&shelf->holder->lock);
	last = --shelf->users == 0;
	pthread_mutex_unlock(&shelf->holder->lock);
	if (last)
		shelf_free(shelf);
}
