#define _GNU_SOURCE /* O_TMPFILE, copy_file_range, memfd_create */
#include "base/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

enum { PART = 1024 * 1024 };

/* Reads [at, until) of a file to memory. */
static bool
read_range(int fd, char *to, off_t at, off_t until)
{
	while (at < until) {
		ssize_t n = pread(fd, to, (size_t)(until - at), at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			errno = n < 0 ? errno : EIO;
			return false;
		}
		to += n;
		at += n;
	}
	return true;
}

static bool
write_all(int fd, const char *from, size_t len)
{
	while (len) {
		ssize_t n = write(fd, from, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		from += n;
		len -= (size_t)n;
	}
	return true;
}

/* The kernel copies within a file system, or shares the blocks; from one to another it
 * mostly does not. */
static off_t
copy_in_kernel(int from, int to, off_t size)
{
	off_t done = 0;

	while (done < size) {
		ssize_t n =
		    copy_file_range(from, NULL, to, NULL, (size_t)(size - done), 0);
		if (n <= 0)
			break;
		done += n;
	}
	return done;
}

bool
copy_bytes(int from, int to, int64_t size)
{
	AUTO_ARENA arena = { 0 };
	off_t at = lseek(from, 0, SEEK_SET) == 0 ? copy_in_kernel(from, to, size) : 0;
	char *part = at < size ? ARENA_NEW(&arena, char, PART) : NULL;

	while (at < size) {
		off_t until = size - at > PART ? at + PART : size;
		if (!read_range(from, part, at, until) ||
		    !write_all(to, part, (size_t)(until - at)))
			return false;
		at = until;
	}
	return true;
}

/* A file without a name; NULL is memory. */
static int
nameless(const char *directory)
{
	return directory
		   ? open(directory, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600)
		   : memfd_create("tartan", MFD_CLOEXEC);
}

int
copy_temporary(void)
{
	int fd = nameless(file_temporary_directory());

	return fd < 0 ? nameless(NULL) : fd;
}

/* A copy in the first place that takes it; -1 with errno for none. */
static int
copy_somewhere(int from, off_t size, const char *path)
{
	AUTO_ARENA arena = { 0 };
	const char *const places[] = { file_directory(&arena, path),
		file_temporary_directory(), NULL };

	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		int to = nameless(places[i]);
		if (to < 0)
			continue;
		if (copy_bytes(from, to, size))
			return to;
		close(to);
	}
	return -1;
}

/* Maps a copy of an open file. */
static bool
map_copy(struct file *file, int from, off_t size, const char *path, struct err *err)
{
	int to = copy_somewhere(from, size, path);
	bool fine;

	if (to < 0)
		return file_cannot(err, "copy", path);
	fine = file_map(file, to, path, err);
	close(to);
	return fine;
}

/* Whether nobody has written to the file since. */
static bool
is_as_before(int fd, const struct file_stamp *before)
{
	struct stat status;
	struct file_stamp now;

	if (fstat(fd, &status) < 0)
		return false;
	now = file_stamp_of(&status);
	return file_stamp_same(before, &now);
}

bool
copy_open(struct file *file, const char *path, struct err *err)
{
	struct file_stamp before;
	struct stat status;
	int from = file_open_regular(path, &status, err);
	bool fine;

	*file = (struct file){ .bytes = { .at = "", .len = 0 } };
	if (from < 0)
		return false;
	before = file_stamp_of(&status);
	fine = status.st_size == 0 || map_copy(file, from, status.st_size, path, err);
	/* What went wrong with a file that changed says nothing of it. */
	if (!is_as_before(from, &before)) {
		file_close(file);
		fine =
		    err_set(err, FAULT_SYSTEM, "'%s' changed while it was read", path);
	}
	close(from);
	file->stamp = before;
	return fine;
}

/* Pages that are only ever read cost nothing, however many there are. */
static bool
map_front(struct file *file, int fd, size_t size, size_t len)
{
	char *at = mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (at == MAP_FAILED)
		return false;
	file->bytes = (struct str){ .at = at, .len = size };
	return mprotect(at, len, PROT_READ | PROT_WRITE) == 0 &&
	       read_range(fd, at, 0, (off_t)len);
}

bool
copy_open_front(struct file *file, const char *path, size_t len, struct err *err)
{
	struct stat status;
	int fd = file_open_regular(path, &status, err);
	size_t size;
	bool fine;

	*file = (struct file){ .bytes = { .at = "", .len = 0 } };
	if (fd < 0)
		return false;
	file->stamp = file_stamp_of(&status);
	size = (size_t)status.st_size;
	fine = size == 0 || map_front(file, fd, size, len < size ? len : size);
	if (!fine) {
		file_cannot(err, "copy", path);
		file_close(file);
	}
	close(fd);
	return fine;
}
