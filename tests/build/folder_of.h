/* tests/build/folder_of.h - source folders that tests write, build and remove. */
#ifndef TESTS_BUILD_FOLDER_OF_H
#define TESTS_BUILD_FOLDER_OF_H

#include "base/buf.h"
#include "build/build.h"

/* A temporary directory, empty at first. */
struct folder_of {
	char path[200];
};

void folder_of_nothing(struct folder_of *folder);
void folder_of_add(const struct folder_of *folder, const char *name, struct str bytes);
/* A path in the directory, in the arena. */
const char *folder_of_path(
    struct arena *arena, const struct folder_of *folder, const char *name);
void folder_of_remove(const struct folder_of *folder); /* with all that is in it */

/* The entries of a report, one a line: "x.csv:2:5: fault: text". */
void folder_of_print(struct buf *out, const struct report *report);

/* Fails with the first line that differs. */
void folder_of_compare(
    const char *name, const struct buf *got, const struct buf *wanted);

/* Reads the folder, which must have no fault. */
void folder_of_read(
    const struct folder_of *folder, struct build *build, size_t threads);

/* The indicator of that key, or NULL. */
const struct draft_indicator *folder_of_indicator(
    const struct draft *draft, const char *key);

#endif
