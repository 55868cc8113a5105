#include "serve/edition.h"

#include <stdlib.h>

#include "base/arena.h"

static struct edition *
edition_of(const struct release *release, const char *name)
{
	size_t len = strlen(name);
	struct edition *edition = memory_take(1, sizeof *edition + len + 1);

	edition->release = *release;
	memcpy(edition->name, name, len);
	atomic_init(&edition->holders, 1);
	return edition;
}

struct edition *
edition_open(const char *path, const char *name, struct err *err)
{
	struct release release;

	return release_open_copy(&release, path, err) ? edition_of(&release, name)
						      : NULL;
}

struct edition *
edition_open_held(int fd, const char *name, struct err *err)
{
	struct release release;

	return release_open_held(&release, fd, name, err) ? edition_of(&release, name)
							  : NULL;
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
