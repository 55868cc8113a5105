#include "cli/choice.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"

/* One release of a directory, as far as choosing goes. */
struct candidate {
	const char *path;
	struct str slug, published;
	struct edition *edition; /* what is held of it, or NULL */
};

bool
choice_is_release(struct str path)
{
	return str_ends(path, STR(".tartan"));
}

void
choice_today(char date[11])
{
	time_t now = time(NULL);
	struct tm day;

	localtime_r(&now, &day);
	strftime(date, 11, "%Y-%m-%d", &day);
}

static struct edition *
held(const struct editions *now, const char *path)
{
	for (size_t i = 0; i < now->count; i++)
		if (strcmp(now->at[i]->name, path) == 0)
			return now->at[i];
	return NULL;
}

static void
tell_left(const struct err *err, bool kept)
{
	fprintf(stderr, "tartan serve: %s; %s\n", err->text,
	    kept ? "what was served before stays" : "left out");
}

/* Looks at a file; false when there is nothing to be had of it. */
static bool
look_at(struct arena *arena, const struct editions *now, const char *path,
    struct candidate *candidate)
{
	struct edition *edition = held(now, path);
	struct release front = { 0 };
	const struct release *release = &front;
	struct err err;

	if (edition && edition_is_of(edition, path)) {
		release = &edition->release;
	} else if (!release_open_front(&front, path, &err)) {
		tell_left(&err, edition != NULL);
		if (!edition)
			return false;
		release = &edition->release;
	}
	*candidate = (struct candidate){
		.path = path,
		.slug = str_copy(arena, release_text(release, release->profile->slug)),
		.published =
		    str_copy(arena, release_text(release, release->profile->published)),
		.edition = release == &front ? NULL : edition,
	};
	release_close(&front);
	return true;
}

/* Those that are due, in the order of their paths. */
static bool
find_candidates(struct arena *arena, const char *directory, const struct editions *now,
    struct candidate **candidates, size_t *count, struct err *err)
{
	struct str *paths;
	size_t files;
	char today[11];

	if (!file_list(arena, directory, &paths, &files, err))
		return false;
	choice_today(today);
	*candidates = ARENA_NEW(arena, struct candidate, files);
	*count = 0;
	for (size_t i = 0; i < files; i++) {
		struct candidate *next = &(*candidates)[*count];
		if (!choice_is_release(paths[i]))
			continue;
		const char *path =
		    str_print(arena, "%s/%.*s", directory, STR_ARG(paths[i])).at;
		if (!look_at(arena, now, path, next))
			continue;
		if (str_order(next->published, str_of(today)) <= 0)
			(*count)++;
		else
			fprintf(stderr, "tartan serve: '%s' is due on %.*s\n", path,
			    STR_ARG(next->published));
	}
	return true;
}

/* By profile; the newest first, of one date the last by name. */
static int
order(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int by = str_order(a->slug, b->slug);

	if (by == 0)
		by = str_order(b->published, a->published);
	return by ? by : strcmp(b->path, a->path);
}

/* An edition of the candidate for the caller to hold, or NULL, which is told. */
static struct edition *
take(const struct candidate *candidate, const struct editions *now)
{
	struct edition *before = held(now, candidate->path), *edition;
	struct err err;

	if (candidate->edition)
		return edition_hold(candidate->edition);
	edition = edition_open(candidate->path, candidate->path, &err);
	if (edition)
		return edition;
	tell_left(&err, before != NULL);
	return before ? edition_hold(before) : NULL;
}

bool
choice_make(const char *directory, const struct editions *now, struct editions *chosen,
    struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct candidate *candidates;
	struct str taken = { 0 };
	size_t count;

	*chosen = (struct editions){ 0 };
	if (!find_candidates(&arena, directory, now, &candidates, &count, err))
		return false;
	if (count)
		qsort(candidates, count, sizeof *candidates, order);
	for (size_t i = 0; i < count; i++) {
		struct edition *edition;
		if (taken.at && str_equal(candidates[i].slug, taken))
			continue;
		edition = take(&candidates[i], now);
		if (!edition)
			continue;
		editions_add(chosen, edition);
		taken = candidates[i].slug;
	}
	return chosen->count ||
	       err_set(err, FAULT_MISSING,
		   "no release in '%s' whose publication date has come", directory);
}
