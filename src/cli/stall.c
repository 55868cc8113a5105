#include "cli/stall.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "cli/choice.h"
#include "cli/stop.h"
#include "cli/workshop.h"

/* Changes when any part of a stamp does. */
static uint64_t
sign(uint64_t before, struct str name, const struct file_stamp *stamp)
{
	AUTO_ARENA arena = { 0 };

	return str_hash(str_print(&arena, "%llx %.*s %llx %llx %llx %lld %lld",
	    (unsigned long long)before, STR_ARG(name),
	    (unsigned long long)stamp->device, (unsigned long long)stamp->number,
	    (unsigned long long)stamp->size, (long long)stamp->seconds,
	    (long long)stamp->nanoseconds));
}

/* Names and stamps of all files below. */
static uint64_t
signature_of_directory(const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct file_stamp stamp;
	struct str *paths;
	struct err err;
	uint64_t signature = 1;
	size_t count;

	if (!file_list(&arena, path, &paths, &count, &err))
		return 0;
	for (size_t i = 0; i < count; i++) {
		struct str full = str_print(&arena, "%s/%.*s", path, STR_ARG(paths[i]));
		if (file_stamp_read(full.at, &stamp))
			signature = sign(signature, paths[i], &stamp);
	}
	return signature;
}

/* What would have to differ for a stall to be made again. */
static uint64_t
signature_of(const struct stall *stall)
{
	struct file_stamp stamp;
	char date[11];

	switch (stall->kind) {
	case STALL_FILE:
		/* A file that is gone is missed, but was read long ago. */
		return file_stamp_read(stall->path, &stamp) ? sign(0, STR(""), &stamp)
							    : stall->made;
	case STALL_RELEASES:
		choice_today(date);
		return signature_of_directory(stall->path) ^ str_hash(str_of(date));
	case STALL_FOLDER: return signature_of_directory(stall->path);
	}
	return 0;
}

static bool
is_table(struct str path)
{
	struct str ending = STR(".csv");

	return path.len > ending.len &&
	       str_equal_folded(
		   str_slice(path, path.len - ending.len, path.len), ending);
}

static enum stall_kind
kind_of_path(const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct str *paths;
	struct err err;
	size_t count;
	bool releases = false, others = false;

	if (!file_is_directory(path))
		return STALL_FILE;
	if (!file_list(&arena, path, &paths, &count, &err))
		return STALL_FOLDER;
	for (size_t i = 0; i < count; i++) {
		releases = releases || choice_is_release(paths[i]);
		others = others || is_table(paths[i]);
	}
	return releases && !others ? STALL_RELEASES : STALL_FOLDER;
}

static bool
make(const struct stall *stall, struct editions *fresh, struct err *err)
{
	struct edition *edition = NULL;

	*fresh = (struct editions){ 0 };
	switch (stall->kind) {
	case STALL_RELEASES:
		return choice_make(stall->path, &stall->editions, fresh, err);
	case STALL_FILE: edition = edition_open(stall->path, stall->path, err); break;
	case STALL_FOLDER: edition = workshop_build(stall->path, err); break;
	}
	if (edition)
		editions_add(fresh, edition);
	return edition != NULL;
}

static bool
stall_make(struct stall *stall, struct err *err)
{
	struct editions fresh;

	if (!make(stall, &fresh, err))
		return false;
	editions_drop(&stall->editions);
	stall->editions = fresh;
	return true;
}

bool
stalls_open(struct stalls *stalls, char *const *paths, size_t count, struct err *err)
{
	*stalls = (struct stalls){ .count = count };
	stalls->at = memory_take(count, sizeof *stalls->at);
	for (size_t i = 0; i < count; i++) {
		struct stall *stall = &stalls->at[i];
		stall->path = paths[i];
		stall->kind = kind_of_path(paths[i]);
		stall->made = stall->seen = signature_of(stall);
		if (!stall_make(stall, err))
			return false;
	}
	return true;
}

void
stalls_close(struct stalls *stalls)
{
	for (size_t i = 0; i < stalls->count; i++)
		editions_drop(&stalls->at[i].editions);
	free(stalls->at);
	*stalls = (struct stalls){ 0 };
}

/* Whether a change is there to be taken up, which is then seen to. */
static bool
has_changed(struct stall *stall)
{
	uint64_t signature = signature_of(stall);
	bool settled = signature == stall->seen;

	stall->seen = signature;
	if (!settled || signature == stall->made)
		return false;
	stall->made = signature;
	return true;
}

bool
stalls_refresh(struct stalls *stalls)
{
	bool changed = false;

	for (size_t i = 0; i < stalls->count; i++) {
		struct stall *stall = &stalls->at[i];
		struct err err;
		if (!has_changed(stall))
			continue;
		if (stall_make(stall, &err))
			changed = true;
		else if (!stop_asked())
			fprintf(stderr,
			    "tartan serve: %s; what was served before stays\n",
			    err.text);
	}
	return changed;
}

struct editions
stalls_editions(const struct stalls *stalls)
{
	struct editions all = { 0 };

	for (size_t i = 0; i < stalls->count; i++)
		for (size_t k = 0; k < stalls->at[i].editions.count; k++)
			editions_add(&all, edition_hold(stalls->at[i].editions.at[k]));
	return all;
}
