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
	for (uint32_t i = 0; i < shelf->count; i++)
		release_close(&shelf->releases[i]);
	free(shelf->releases);
	free(shelf->profiles);
	free(shelf);
}

static bool
add_release(struct shelf *shelf, const char *path, struct err *err)
{
	struct release *release = &shelf->releases[shelf->count];
	struct str slug;

	if (!release_open(release, path, err))
		return false;
	slug = release_text(release, release->profile->slug);
	shelf->profiles[shelf->count] =
	    (struct site_profile){ .slug = slug, .release = release };
	shelf->count++;
	for (uint32_t i = 0; i + 1 < shelf->count; i++)
		if (str_equal(shelf->profiles[i].slug, slug))
			return err_set(err, FAULT_INPUT,
			    "'%s' is a second profile called '%.*s'; wanted one of "
			    "each slug",
			    path, STR_ARG(slug));
	return true;
}

static bool
shelf_new(struct shelf **out, struct holder *holder, const char *const *paths,
    size_t count, struct err *err)
{
	struct shelf *shelf = memory_take(1, sizeof *shelf);

	shelf->releases = memory_take(count, sizeof *shelf->releases);
	shelf->profiles = memory_take(count, sizeof *shelf->profiles);
	shelf->cache = cache_new(holder->cache_bytes);
	shelf->holder = holder;
	shelf->users = 1;
	for (size_t i = 0; i < count; i++)
		if (!add_release(shelf, paths[i], err)) {
			shelf_free(shelf);
			return false;
		}
	shelf->site =
	    (struct site){ .profiles = shelf->profiles, .count = shelf->count };
	*out = shelf;
	return true;
}

bool
holder_new(struct holder **holder, const char *const *paths, size_t count,
    size_t cache_bytes, struct err *err)
{
	struct holder *h = memory_take(1, sizeof *h);

	h->cache_bytes = cache_bytes;
	pthread_mutex_init(&h->lock, NULL);
	if (!shelf_new(&h->current, h, paths, count, err)) {
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
holder_replace(
    struct holder *holder, const char *const *paths, size_t count, struct err *err)
{
	struct shelf *fresh, *old;

	if (!shelf_new(&fresh, holder, paths, count, err))
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
