/* tests/stats/trial.h - one file of reference vectors on trial: figure by figure, how
 * many agree and how far off the worst of them is.
 *
 * A figure that is off does not end the trial: trial_end says how many passed and fails
 * the test with the first that did not. The vectors lie in the directory that
 * TARTAN_VECTORS names. */
#ifndef TESTS_TRIAL_H
#define TESTS_TRIAL_H

#include "base/arena.h"
#include "vectors.h"

struct trial {
	const char *file;
	const char *remark; /* what else tells this trial from others of its function */
	struct arena arena;
	struct vectors vectors;
	size_t row; /* the one that is looked at */
	size_t figures, passed;
	size_t last_judged, last_failed; /* rows, counted from 1; 0 for none yet */
	size_t rows_judged, rows_failed;
	double worst; /* relative to what was wanted */
	char worst_at[96], first_fault[240];
};

/* Where the vectors are; NULL when there are none. */
const char *trial_directory(void);

void trial_begin(struct trial *trial, const char *file);

/* Prints the outcome, notes it under the function that the file is named after, and
 * fails the test unless every figure passed and there were some. */
void trial_end(struct trial *trial);

/* Prints the outcomes that were noted as one table, by function: vectors (rows) judged
 * and passed, figures, and the worst relative error. */
void trial_print_outcomes(void);

/* Cells of the row that is looked at. */
double trial_number(const struct trial *trial, const char *column);
struct str trial_text(const struct trial *trial, const char *column);
bool trial_says(const struct trial *trial, const char *column, const char *word);

/* The figure of a column against what was computed. NA wants NaN; infinity wants
 * itself; the tolerance is relative to what is wanted, or absolute. */
void trial_expect(
    struct trial *trial, const char *column, double got, double tolerance);
void trial_expect_within(
    struct trial *trial, const char *column, double got, double distance);

/* Words have to be the same. */
void trial_expect_text(struct trial *trial, const char *column, const char *got);

#endif
