#include "cli/stall.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "cli/tell.h"
#include "release/reader.h"

static const struct str ENDING = { .at = ".tartan", .len = 7 };

/* Names, sizes and times of all files below: changes when any of them does. */
static uint64_t
signature_of(const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct str *paths;
	struct err err;
	uint64_t signature = 0;
	size_t count;

	if (!file_list(&arena, path, &paths, &count, &err))
		return 0;
	for (size_t i = 0; i < count; i++) {
		struct str full = str_print(&arena, "%s/%.*s", path, STR_ARG(paths[i]));
		struct stat status;
		if (stat(full.at, &status) < 0)
			continue;
		struct str line = str_print(&arena, "%llx %.*s %lld %lld %ld",
		    (unsigned long long)signature, STR_ARG(paths[i]),
		    (long long)status.st_size, (long long)status.st_mtim.tv_sec,
		    status.st_mtim.tv_nsec);
		signature = str_hash(line);
	}
	return signature | 1;
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
		releases = releases || str_ends(paths[i], ENDING);
		others = others || str_ends(paths[i], STR(".csv"));
	}
	return releases && !others ? STALL_RELEASES : STALL_FOLDER;
}

/* One release of a directory, as far as choosing goes. */
struct candidate {
	struct str path, slug, published;
};

static void
today(char out[11])
{
	time_t now = time(NULL);
	struct tm date;

	localtime_r(&now, &date);
	strftime(out, 11, "%Y-%m-%d", &date);
}

/* The newest due release of each profile; of one date the last by name. */
static void
choose(struct candidate *chosen, size_t *count, struct candidate next)
{
	for (size_t i = 0; i < *count; i++)
		if (str_equal(chosen[i].slug, next.slug)) {
			if (str_order(chosen[i].published, next.published) <= 0)
				chosen[i] = next;
			return;
		}
	chosen[(*count)++] = next;
}

static bool
choose_releases(struct stalls *stalls, struct stall *stall, struct err *err)
{
	AUTO_ARENA scratch = { 0 };
	struct candidate *chosen;
	struct str *paths;
	size_t files, count = 0;
	char date[11];

	if (!file_list(&scratch, stall->path, &paths, &files, err))
		return false;
	today(date);
	chosen = ARENA_NEW(&scratch, struct candidate, files);
	for (size_t i = 0; i < files; i++) {
		struct str full =
		    str_print(&scratch, "%s/%.*s", stall->path, STR_ARG(paths[i]));
		struct release release;
		if (!str_ends(paths[i], ENDING))
			continue;
		if (!release_open(&release, full.at, err)) {
			fprintf(stderr, "tartan serve: %s; left out\n", err->text);
			continue;
		}
		struct str published =
		    release_text(&release, release.profile->published);
		if (str_order(published, str_of(date)) <= 0)
			choose(chosen, &count,
			    (struct candidate){
				.path = full,
				.slug = str_copy(&scratch,
				    release_text(&release, release.profile->slug)),
				.published = str_copy(&scratch, published),
			    });
		release_close(&release);
	}
	if (!count)
		return err_set(err, FAULT_MISSING,
		    "no release in '%s' whose publication date has come", stall->path);
	stall->releases = ARENA_NEW(&stalls->arena, const char *, count);
	stall->release_count = count;
	for (size_t i = 0; i < count; i++)
		stall->releases[i] = str_c(&stalls->arena, chosen[i].path);
	return true;
}

static bool
build_to(const char *folder, const char *output, struct err *err)
{
	struct build build;
	bool fine =
	    build_read(&build, folder, 0, err) && build_write(&build, output, 0, err);

	tell_report(stderr, &build.report);
	if (fine) {
		fprintf(stderr, "%s: ", folder);
		tell_size(stderr, &build.draft);
	}
	build_done(&build);
	return fine;
}

static bool
build_folder(struct stalls *stalls, struct stall *stall, struct err *err)
{
	size_t number = (size_t)(stall - stalls->at);
	struct str output;

	if (!stalls->temporary[0]) {
		const char *where = getenv("TMPDIR");
		snprintf(stalls->temporary, sizeof stalls->temporary,
		    "%.480s/tartan-serve-XXXXXX", where && *where ? where : "/tmp");
		if (!mkdtemp(stalls->temporary)) {
			stalls->temporary[0] = '\0';
			return err_set(err, FAULT_SYSTEM,
			    "cannot make a temporary directory: %s", strerror(errno));
		}
	}
	output = str_print(&stalls->arena, "%s/%zu.tartan", stalls->temporary, number);
	if (!build_to(stall->path, output.at, err))
		return false;
	stall->releases = ARENA_NEW(&stalls->arena, const char *, 1);
	stall->releases[0] = output.at;
	stall->release_count = 1;
	return true;
}

static bool
stall_make(struct stalls *stalls, struct stall *stall, struct err *err)
{
	switch (stall->kind) {
	case STALL_FILE:
		stall->releases = ARENA_NEW(&stalls->arena, const char *, 1);
		stall->releases[0] = stall->path;
		stall->release_count = 1;
		return true;
	case STALL_RELEASES: return choose_releases(stalls, stall, err);
	case STALL_FOLDER: return build_folder(stalls, stall, err);
	}
	return false;
}

/* What would have to differ for a stall to be made again. */
static uint64_t
stall_signature(const struct stall *stall)
{
	char date[11];
	struct stat status;

	switch (stall->kind) {
	case STALL_FILE:
		if (stat(stall->path, &status) < 0)
			return stall->signature;
		return (uint64_t)status.st_mtim.tv_sec * 1000000007u +
		       (uint64_t)status.st_mtim.tv_nsec + (uint64_t)status.st_ino;
	case STALL_RELEASES:
		today(date);
		return signature_of(stall->path) ^ str_hash(str_of(date));
	case STALL_FOLDER: return signature_of(stall->path);
	}
	return 0;
}

bool
stalls_open(struct stalls *stalls, char *const *paths, size_t count, struct err *err)
{
	*stalls = (struct stalls){ .count = count };
	stalls->at = ARENA_NEW(&stalls->arena, struct stall, count);
	for (size_t i = 0; i < count; i++) {
		struct stall *stall = &stalls->at[i];
		stall->path = paths[i];
		stall->kind = kind_of_path(paths[i]);
		stall->signature = stall_signature(stall);
		if (!stall_make(stalls, stall, err))
			return false;
	}
	return true;
}

void
stalls_close(struct stalls *stalls)
{
	for (size_t i = 0; i < stalls->count; i++)
		if (stalls->at[i].kind == STALL_FOLDER && stalls->at[i].release_count)
			unlink(stalls->at[i].releases[0]);
	if (stalls->temporary[0])
		rmdir(stalls->temporary);
	arena_done(&stalls->arena);
	*stalls = (struct stalls){ 0 };
}

bool
stalls_refresh(struct stalls *stalls)
{
	bool changed = false;

	for (size_t i = 0; i < stalls->count; i++) {
		struct stall *stall = &stalls->at[i];
		uint64_t signature = stall_signature(stall);
		struct err err;
		if (signature == stall->signature)
			continue;
		stall->signature = signature;
		if (stall_make(stalls, stall, &err))
			changed = true;
		else
			fprintf(stderr,
			    "tartan serve: %s; what was served before stays\n",
			    err.text);
	}
	return changed;
}

const char *const *
stalls_releases(struct stalls *stalls, size_t *count)
{
	const char **all;
	size_t n = 0;

	for (size_t i = 0; i < stalls->count; i++)
		n += stalls->at[i].release_count;
	all = ARENA_NEW(&stalls->arena, const char *, n);
	*count = n;
	n = 0;
	for (size_t i = 0; i < stalls->count; i++)
		for (size_t r = 0; r < stalls->at[i].release_count; r++)
			all[n++] = stalls->at[i].releases[r];
	return all;
}
