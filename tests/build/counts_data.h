/* tests/build/counts_data.h - published tables of counts, as tests of them share them.
 * They lie in the directory that TARTAN_DATA names. */
#ifndef TESTS_BUILD_COUNTS_DATA_H
#define TESTS_BUILD_COUNTS_DATA_H

#include "folder_of.h"

/* The directory, or NULL. */
const char *counts_data(void);

/* Puts a file of it into a folder. */
void counts_data_link(const struct folder_of *folder, const char *path);

enum { COUNTS_NEEDS = 17, COUNTS_CARE = 12 };

/* sen_la.csv: kinds of need are of the pupils with any, the rest of all pupils. */
struct counts_need {
	const char *name, *of;
};
extern const struct counts_need counts_needs[COUNTS_NEEDS];

/* la_conviction_health_outcome_cla.csv: what is counted and out of what, in the words
 * of the release. */
struct counts_care {
	const char *name, *group, *of;
};
extern const struct counts_care counts_care[COUNTS_CARE];

#endif
