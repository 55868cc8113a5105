#include "serve/edition.h"

#include <stdlib.h>

#include "base/arena.h"

struct edition *
edition_open(const char *path, const char *name, struct err *err)
{
	size_t len = strlen(name);
	struct edition *edition = memory_take(1, sizeof *edition + len + 1);

	if (!release_open_copy(&edition->release, path, err)) {
		free(edition);
		return NULL;
	}
	memcpy(edition->name, name, len);
	atomic_init(&edition->holders, 1);
	return edition;
}

bool
edition_is_of(const struct edition *edition, const char *path)
{
	struct file_stamp now;

	return file_stamp_read(path, &now) &&
	       file_stamp_same(&edition->release.file.stamp, &now);
}

struct edition *
edition_hold(struct edition *edition)
{
	atomic_fetch_add_explicit(&edition->holders, 1, memory_order_relaxed);
	return edition;
}

void
edition_drop(struct edition *edition)
{
	if (edition && atomic_fetch_sub_explicit(
			   &edition->holders, 1, memory_order_acq_rel) == 1) {
		release_close(&edition->release);
		free(edition);
	}
}

void
editions_add(struct editions *editions, struct edition *edition)
{
	editions->at =
	    memory_grow(editions->at, editions->count + 1, sizeof(struct edition *));
	editions->at[editions->count++] = edition;
}

void
editions_drop(struct editions *editions)
{
	for (size_t i = 0; i < editions->count; i++)
		edition_drop(editions->at[i]);
	free(editions->at);
	*editions = (struct editions){ 0 };
}
