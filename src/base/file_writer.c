/* Part of file.h, split from file.c: files under construction. */
#define _GNU_SOURCE /* O_TMPFILE */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/copy.h"

/* Whether a path is a file that somebody holds open, which has no other name. */
static bool
is_held(const char *path)
{
	return str_starts(str_of(path), STR("/dev/fd/"));
}

/* A file without a name in the directory where it will have one; where the file system
 * has no such files, elsewhere. */
static bool
open_nameless(struct file_writer *writer, struct err *err)
{
	AUTO_ARENA arena = { 0 };

	writer->fd = open(
	    file_directory(&arena, writer->path), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (writer->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
		writer->elsewhere = true;
		writer->fd = copy_temporary();
	}
	return writer->fd >= 0 || file_cannot(err, "write", writer->path);
}

static bool
open_held(struct file_writer *writer, struct err *err)
{
	writer->held = true;
	writer->fd = open(writer->path, O_RDWR | O_TRUNC | O_CLOEXEC);
	return writer->fd >= 0 || file_cannot(err, "write", writer->path);
}

bool
file_create(struct file_writer *writer, const char *path, struct err *err)
{
	struct stat status;

	*writer = (struct file_writer){ .fd = -1 };
	/* The renaming at the end would put a file in the place of a device. */
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		return err_set(err, FAULT_SYSTEM,
		    "cannot write '%s': it is not a regular file", path);
	if (strlen(path) >= sizeof writer->path)
		return err_set(
		    err, FAULT_INPUT, "cannot write '%.200s...': name too long", path);
	snprintf(writer->path, sizeof writer->path, "%s", path);
	writer->open =
	    is_held(path) ? open_held(writer, err) : open_nameless(writer, err);
	return writer->open;
}

/* Whether the file is a nameless one where temporary files belong. */
static bool
is_temporary(int fd)
{
	struct stat status, directory;

	return fstat(fd, &status) == 0 && status.st_nlink == 0 &&
	       stat(file_temporary_directory(), &directory) == 0 &&
	       status.st_dev == directory.st_dev;
}

/* The path of a held file says nothing of where its bytes are to go. */
static bool
cannot_write(const struct file_writer *writer, struct err *err)
{
	int why = errno;

	if (!writer->held || !is_temporary(writer->fd)) {
		errno = why;
		return file_cannot(err, "write", writer->path);
	}
	return err_set(err, FAULT_SYSTEM, "cannot write a temporary file in '%s': %s%s",
	    file_temporary_directory(), strerror(why),
	    why == ENOSPC || why == EDQUOT
		? "; TMPDIR may name another directory for it"
		: "");
}

bool
file_write(struct file_writer *writer, struct str bytes, struct err *err)
{
	while (bytes.len) {
		ssize_t n = write(writer->fd, bytes.at, bytes.len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return cannot_write(writer, err);
		bytes.at += n;
		bytes.len -= (size_t)n;
	}
	return true;
}

bool
file_write_at(
    struct file_writer *writer, struct str bytes, size_t offset, struct err *err)
{
	while (bytes.len) {
		ssize_t n = pwrite(writer->fd, bytes.at, bytes.len, (off_t)offset);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return cannot_write(writer, err);
		bytes.at += n;
		bytes.len -= (size_t)n;
		offset += (size_t)n;
	}
	return true;
}

/* Makes a renaming last. Some file systems cannot sync a directory; whichever name a
 * power cut then leaves, the file of that name is complete. */
static void
sync_directory_of(const char *path)
{
	AUTO_ARENA arena = { 0 };
	int fd = open(file_directory(&arena, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	(void)fsync(fd);
	close(fd);
}

/* Gives the nameless file a name that nobody has; EEXIST when somebody has it. */
static bool
link_as(struct file_writer *writer, const char *name)
{
	char self[64];

	snprintf(self, sizeof self, "/proc/self/fd/%d", writer->fd);
	return linkat(AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
}

/* A name beside the final one that nobody has, for as long as it takes to rename it. */
static bool
name_beside(struct file_writer *writer, char *name, size_t room)
{
	for (unsigned i = 0; i < 100; i++) {
		snprintf(name, room, "%s.%ld-%u", writer->path, (long)getpid(), i);
		if (link_as(writer, name))
			return true;
		if (errno != EEXIST)
			return false;
	}
	return false;
}

/* The bytes go to a file beside the final one, which then has a name. */
static bool
copy_beside(struct file_writer *writer, char *name, size_t room)
{
	struct stat status;
	int to;

	snprintf(name, room, "%s.XXXXXX", writer->path);
	if (fstat(writer->fd, &status) < 0 || (to = mkstemp(name)) < 0)
		return false;
	bool fine = copy_bytes(writer->fd, to, status.st_size) &&
		    fchmod(to, 0644) == 0 && fsync(to) == 0;
	if (close(to) == 0 && fine)
		return true;
	unlink(name);
	return false;
}

/* A new name is given in one step. An older file cannot be exchanged for this one
 * without this one having another name for a moment; only a kill that no program can
 * put off leaves that name behind. */
static bool
give_name(struct file_writer *writer)
{
	char name[sizeof writer->path + 32];
	sigset_t all, before;
	int why;

	if (!writer->elsewhere && link_as(writer, writer->path))
		return true;
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	bool fine = (!writer->elsewhere && name_beside(writer, name, sizeof name)) ||
		    copy_beside(writer, name, sizeof name);
	if (fine && rename(name, writer->path) < 0) {
		why = errno;
		unlink(name);
		errno = why;
		fine = false;
	}
	why = errno;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	errno = why;
	return fine;
}

bool
file_finish(struct file_writer *writer, struct err *err)
{
	bool fine = writer->held || writer->elsewhere ||
		    (fchmod(writer->fd, 0644) == 0 && fsync(writer->fd) == 0);

	if (fine && !writer->held)
		fine = give_name(writer);
	if (!fine)
		file_cannot(err, "write", writer->path);
	else if (!writer->held)
		sync_directory_of(writer->path);
	file_abandon(writer);
	return fine;
}

void
file_abandon(struct file_writer *writer)
{
	if (writer->open)
		close(writer->fd);
	writer->open = false;
}

bool
file_save(const char *path, struct str bytes, struct err *err)
{
	struct file_writer writer;

	if (!file_create(&writer, path, err))
		return false;
	if (!file_write(&writer, bytes, err)) {
		file_abandon(&writer);
		return false;
	}
	return file_finish(&writer, err);
}
