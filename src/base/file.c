#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

bool
file_cannot(struct err *err, const char *what, const char *path)
{
	enum fault fault = errno == ENOENT ? FAULT_MISSING : FAULT_SYSTEM;

	return err_set(err, fault, "cannot %s '%s': %s", what, path, strerror(errno));
}

struct file_stamp
file_stamp_of(const struct stat *status)
{
	return (struct file_stamp){
		.device = status->st_dev,
		.number = status->st_ino,
		.size = (uint64_t)status->st_size,
		.seconds = status->st_mtim.tv_sec,
		.nanoseconds = status->st_mtim.tv_nsec,
	};
}

bool
file_stamp_same(const struct file_stamp *a, const struct file_stamp *b)
{
	return a->device == b->device && a->number == b->number && a->size == b->size &&
	       a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

bool
file_stamp_read(const char *path, struct file_stamp *stamp)
{
	struct stat status;

	*stamp = (struct file_stamp){ 0 };
	if (stat(path, &status) < 0)
		return false;
	*stamp = file_stamp_of(&status);
	return true;
}

int
file_open_regular(const char *path, struct stat *status, struct err *err)
{
	/* Without O_NONBLOCK a named pipe would wait for somebody to write. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0) {
		file_cannot(err, "open", path);
		return -1;
	}
	if (fstat(fd, status) < 0)
		file_cannot(err, "read", path);
	else if (!S_ISREG(status->st_mode))
		err_set(err, FAULT_SYSTEM, "cannot read '%s': it is not a regular file",
		    path);
	else
		return fd;
	close(fd);
	return -1;
}

bool
file_map(struct file *file, int fd, const char *name, struct err *err)
{
	struct stat status;
	void *at;

	*file = (struct file){ .bytes = { .at = "", .len = 0 } };
	if (fstat(fd, &status) < 0)
		return file_cannot(err, "read", name);
	file->stamp = file_stamp_of(&status);
	if (status.st_size == 0)
		return true;
	at = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (at == MAP_FAILED)
		return file_cannot(err, "map", name);
	file->bytes = (struct str){ .at = at, .len = (size_t)status.st_size };
	return true;
}

bool
file_open(struct file *file, const char *path, struct err *err)
{
	struct stat status;
	int fd = file_open_regular(path, &status, err);
	bool fine;

	*file = (struct file){ .bytes = { .at = "", .len = 0 } };
	if (fd < 0)
		return false;
	fine = file_map(file, fd, path, err);
	close(fd);
	return fine;
}

void
file_close(struct file *file)
{
	if (file->bytes.len)
		munmap((void *)(uintptr_t)file->bytes.at, file->bytes.len);
	*file = (struct file){ .bytes = { .at = "", .len = 0 } };
}

const char *
file_directory(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return ".";
	return str_c(
	    arena, (struct str){ .at = path, .len = (size_t)(slash - path) + 1 });
}

const char *
file_temporary_directory(void)
{
	const char *told = getenv("TMPDIR");

	return told && *told ? told : "/tmp";
}

bool
file_make_directory(const char *path, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	char *name = str_c(&arena, str_of(path));

	for (char *c = name + 1; *c; c++) {
		if (*c != '/')
			continue;
		*c = '\0';
		mkdir(name, 0777);
		*c = '/';
	}
	if (mkdir(name, 0777) < 0 && (errno != EEXIST || !file_is_directory(name)))
		return file_cannot(err, "make the directory", path);
	return true;
}

struct listing {
	struct arena *arena;
	struct str *paths;
	size_t count, room;
};

/* The directories on the way down, so that links do not lead round in circles. */
struct way {
	const struct way *above;
	dev_t device;
	ino_t number;
};

static bool
has_passed(const struct way *way, const struct stat *status)
{
	for (; way; way = way->above)
		if (way->device == status->st_dev && way->number == status->st_ino)
			return true;
	return false;
}

static bool
list_below(struct listing *listing, const char *root, struct str below,
    const struct way *above, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct str full = below.len ? str_print(&arena, "%s/%.*s", root, STR_ARG(below))
				    : str_of(root);
	DIR *directory = opendir(str_c(&arena, full));
	struct way way = { .above = above };
	struct stat here;
	bool fine = true;

	if (!directory)
		return file_cannot(err, "read the directory", str_c(&arena, full));
	if (fstat(dirfd(directory), &here) == 0) {
		way.device = here.st_dev;
		way.number = here.st_ino;
	}
	for (struct dirent *entry; fine && (entry = readdir(directory));) {
		if (entry->d_name[0] == '.')
			continue;
		struct str path = below.len
				      ? str_print(listing->arena, "%.*s/%s",
					    STR_ARG(below), entry->d_name)
				      : str_print(listing->arena, "%s", entry->d_name);
		struct str name = str_print(&arena, "%s/%.*s", root, STR_ARG(path));
		struct stat status;
		/* A link that leads nowhere is listed, for whoever opens it to say. */
		if (stat(name.at, &status) < 0 && lstat(name.at, &status) < 0)
			continue;
		if (S_ISDIR(status.st_mode)) {
			if (!has_passed(&way, &status))
				fine = list_below(listing, root, path, &way, err);
		} else if (S_ISREG(status.st_mode) || S_ISLNK(status.st_mode)) {
			if (listing->count == listing->room) {
				listing->room = listing->room ? listing->room * 2 : 64;
				listing->paths = memory_grow(
				    listing->paths, listing->room, sizeof(struct str));
			}
			listing->paths[listing->count++] = path;
		}
	}
	closedir(directory);
	return fine;
}

static int
order_paths(const void *a, const void *b)
{
	return str_order(*(const struct str *)a, *(const struct str *)b);
}

bool
file_list(struct arena *arena, const char *directory, struct str **paths, size_t *count,
    struct err *err)
{
	struct listing listing = { .arena = arena };
	bool fine = list_below(&listing, directory, STR(""), NULL, err);

	*count = listing.count;
	*paths = ARENA_NEW(arena, struct str, listing.count);
	if (listing.count) {
		memcpy(*paths, listing.paths, listing.count * sizeof **paths);
		qsort(*paths, *count, sizeof **paths, order_paths);
	}
	free(listing.paths);
	return fine;
}

bool
file_is_directory(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
