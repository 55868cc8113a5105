/* fuzz/replay.c - gives saved inputs to a fuzz target, without a fuzzer.
 *
 *   fuzz_UNIT FILE-or-DIRECTORY...
 *
 * So that what fuzzing once found stays mended under any compiler: a fault aborts the
 * program after the name of its input has been printed. Sub-directories are passed
 * over. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static bool
is_directory(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool
replay_file(const char *path)
{
	struct file file = { 0 };
	struct err err = { 0 };

	/* The last line of the log names the input that broke the target. */
	printf("%s\n", path);
	fflush(stdout);
	if (!file_open(&file, path, &err)) {
		fprintf(stderr, "replay: %s\n", err.text);
		return false;
	}
	LLVMFuzzerTestOneInput((const uint8_t *)file.bytes.at, file.bytes.len);
	file_close(&file);
	return true;
}

static bool
replay_directory(const char *path)
{
	DIR *directory = opendir(path);
	bool fine = directory != NULL;

	if (!directory) {
		perror(path);
		return false;
	}
	for (struct dirent *entry; (entry = readdir(directory));) {
		char name[4096];

		snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
		fine = (is_directory(name) || replay_file(name)) && fine;
	}
	closedir(directory);
	return fine;
}

int
main(int argc, char **argv)
{
	bool fine = true;

	for (int i = 1; i < argc; i++)
		fine = (is_directory(argv[i]) ? replay_directory(argv[i])
					      : replay_file(argv[i])) &&
		       fine;
	return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
