/* base/file.h - whole files: mapped to be read, written so that they appear complete or
 * not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* Which file, and as it was left by whoever wrote to it last. Two writes within one
 * tick of the file system's clock look the same. */
struct file_stamp {
	uint64_t device, number, size;
	int64_t seconds, nanoseconds; /* of the last change */
};

struct stat;

struct file_stamp file_stamp_of(const struct stat *status);
bool file_stamp_same(const struct file_stamp *a, const struct file_stamp *b);

/* The stamp of the file a path leads to; false when it leads nowhere. */
bool file_stamp_read(const char *path, struct file_stamp *stamp);

/* A file mapped read-only. A zeroed struct is a closed file. */
struct file {
	struct str bytes; /* valid until file_close */
	struct file_stamp stamp;
};

/* "cannot read 'x': " and what errno says; FAULT_MISSING for ENOENT, else FAULT_SYSTEM.
 */
bool file_cannot(struct err *err, const char *what, const char *path);

/* Maps a regular file. Fails with FAULT_MISSING (no such file) or FAULT_SYSTEM. */
MUST_CHECK bool file_open(struct file *file, const char *path, struct err *err);
/* Maps an open file, which may be closed then. name: for messages. */
MUST_CHECK bool file_map(struct file *file, int fd, const char *name, struct err *err);
void file_close(struct file *file);

struct arena;

/* Opens a regular file to be read, without waiting for anybody; fstat's answer goes to
 * *status. -1 with FAULT_MISSING or FAULT_SYSTEM when it cannot be had. */
MUST_CHECK int file_open_regular(
    const char *path, struct stat *status, struct err *err);

/* The directory a path is in, ending with a slash; "." for a bare name. */
const char *file_directory(struct arena *arena, const char *path);

/* Where temporary files belong: TMPDIR, or /tmp. */
const char *file_temporary_directory(void);

/* A file under construction, which gets its name, in one step, when it is finished.
 * Until then it has none, so that nothing is left behind however the program ends (but
 * for a SIGKILL between the two names of a file that takes the place of an older one).
 * A zeroed struct is closed.
 *
 * It lies in the directory of its name; where the file system has no files without
 * names (some that go over a network), where temporary files belong, to be copied at
 * the end. A path /dev/fd/N is a file that somebody holds open and has no other name:
 * it is written where it is. */
struct file_writer {
	int fd;
	bool open;
	bool elsewhere, held; /* private */
	char path[4096];
};

/* Fails with FAULT_MISSING (no such directory), FAULT_SYSTEM or FAULT_INPUT (name too
 * long). */
MUST_CHECK bool file_create(
    struct file_writer *writer, const char *path, struct err *err);
MUST_CHECK bool file_write(
    struct file_writer *writer, struct str bytes, struct err *err);
/* Writes at an offset from the start; several threads may do so at once. */
MUST_CHECK bool file_write_at(
    struct file_writer *writer, struct str bytes, size_t offset, struct err *err);
/* Syncs, gives the file its name, in the place of an older one, and closes. On failure
 * the file is abandoned. */
MUST_CHECK bool file_finish(struct file_writer *writer, struct err *err);
void file_abandon(struct file_writer *writer); /* nothing happens if it is closed */

/* Writes a small file in one go, atomically. */
MUST_CHECK bool file_save(const char *path, struct str bytes, struct err *err);

/* Makes a directory and those above it; an existing one is fine. */
MUST_CHECK bool file_make_directory(const char *path, struct err *err);

/* The regular files below a directory, sub-directories included, names beginning with a
 * dot left out: paths relative to it, in byte order. Links count as what they lead to;
 * one that leads nowhere is listed, for whoever opens it to say so. Fails when a
 * directory cannot be read. */
MUST_CHECK bool file_list(struct arena *arena, const char *directory,
    struct str **paths, size_t *count, struct err *err);

bool file_is_directory(const char *path);

#endif
