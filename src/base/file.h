/* base/file.h - whole files: mapped to be read, written so that they appear complete or
 * not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* A file mapped read-only. A zeroed struct is a closed file. */
struct file {
	struct str bytes; /* valid until file_close */
};

/* Maps a regular file. Fails with FAULT_MISSING (no such file) or FAULT_SYSTEM. */
MUST_CHECK bool file_open(struct file *file, const char *path, struct err *err);
void file_close(struct file *file);

/* A file under construction, in the directory of its final name. A zeroed struct is
 * closed. Unless file_finish succeeds, nothing is left behind after file_abandon. */
struct file_writer {
	int fd;
	bool open;
	char path[4096];
	char temporary[4096 + 8]; /* the path and a random ending */
};

MUST_CHECK bool file_create(
    struct file_writer *writer, const char *path, struct err *err);
MUST_CHECK bool file_write(
    struct file_writer *writer, struct str bytes, struct err *err);
/* Writes at an offset from the start; several threads may do so at once. */
MUST_CHECK bool file_write_at(
    struct file_writer *writer, struct str bytes, size_t offset, struct err *err);
/* Syncs, renames to the final name and closes. On failure the file is abandoned. */
MUST_CHECK bool file_finish(struct file_writer *writer, struct err *err);
void file_abandon(struct file_writer *writer); /* nothing happens if it is closed */

/* Writes a small file in one go, atomically. */
MUST_CHECK bool file_save(const char *path, struct str bytes, struct err *err);

/* Makes a directory and those above it; an existing one is fine. */
MUST_CHECK bool file_make_directory(const char *path, struct err *err);

struct arena;

/* The regular files below a directory, sub-directories included, names beginning with a
 * dot left out: paths relative to it, in byte order. Links count as what they lead to;
 * one that leads nowhere is listed, for whoever opens it to say so. Fails when a
 * directory cannot be read. */
MUST_CHECK bool file_list(struct arena *arena, const char *directory,
    struct str **paths, size_t *count, struct err *err);

bool file_is_directory(const char *path);

#endif
