/* tests/build/published.h - published folders as releases, figure by figure.
 *
 * The files lie in the directory that TARTAN_DATA names. Figures are read back from a
 * release, so that what is proven of them is proven of the whole way from the file. */
#ifndef TESTS_BUILD_PUBLISHED_H
#define TESTS_BUILD_PUBLISHED_H

#include "folder_of.h"
#include "release/reader.h"

enum { PUBLISHED_FOLDERS = 3 };

extern const char *const published_folders[PUBLISHED_FOLDERS];

/* NULL when there are no published files. */
const char *published_directory(void);

struct published {
	struct folder_of target;
	struct release release;
};

void published_open(struct published *published, size_t folder);
void published_close(struct published *published);

/* A figure and where it stands. */
struct cell {
	const struct release *release;
	const struct release_indicator *indicator;
	uint32_t series, area, period; /* numbers in the release */
	struct figure figure;
};

typedef void cell_visitor(void *context, const struct cell *cell);

/* Visits every figure of an indicator that has a row of its own. */
void published_visit(const struct release *release, uint32_t indicator,
    cell_visitor *visit, void *context);

/* The figure of another area for the same indicator, sex, age, category and period. */
struct figure published_figure_of(const struct cell *cell, uint32_t area);

/* Says on a line of its own where something differs. */
void published_tell(const struct cell *cell, const char *what, const char *published,
    const char *computed);

#endif
