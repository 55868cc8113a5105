#include "trial.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "../unit.h"

const char *
trial_directory(void)
{
	const char *name = getenv("TARTAN_VECTORS");

	return name && file_is_directory(name) ? name : NULL;
}

void
trial_begin(struct trial *trial, const char *file)
{
	struct err err;

	*trial = (struct trial){ .file = file, .worst_at = "nowhere" };
	ck_assert_msg(
	    vectors_open(&trial->vectors, &trial->arena, trial_directory(), file, &err),
	    "%s", err.text);
	ck_assert_uint_gt(trial->vectors.rows, 0);
}

void
trial_end(struct trial *trial)
{
	printf("# %s: %zu rows, %zu figures, %zu passed, worst relative error %.2g "
	       "(%s)\n",
	    trial->file, trial->vectors.rows, trial->figures, trial->passed,
	    trial->worst, trial->worst_at);
	fflush(stdout);
	ck_assert_msg(
	    trial->passed == trial->figures, "%s %s", trial->file, trial->first_fault);
	ck_assert_uint_gt(trial->figures, 0);
	vectors_close(&trial->vectors);
	arena_done(&trial->arena);
}

double
trial_number(const struct trial *trial, const char *column)
{
	return vectors_number(&trial->vectors, trial->row, column);
}

struct str
trial_text(const struct trial *trial, const char *column)
{
	return vectors_text(&trial->vectors, trial->row, column);
}

bool
trial_says(const struct trial *trial, const char *column, const char *word)
{
	return str_equal(trial_text(trial, column), str_of(word));
}

static void
judge(struct trial *trial, bool passed, const char *column, const char *got)
{
	struct str want = trial_text(trial, column);

	trial->figures++;
	trial->passed += passed;
	if (!passed && !*trial->first_fault)
		snprintf(trial->first_fault, sizeof trial->first_fault,
		    "row %zu, %s: %s, want %.*s", trial->row + 1, column, got,
		    STR_ARG(want));
}

static void
note_worst(struct trial *trial, const char *column, double off)
{
	if (off <= trial->worst)
		return;
	trial->worst = off;
	snprintf(trial->worst_at, sizeof trial->worst_at, "row %zu, %s", trial->row + 1,
	    column);
}

void
trial_expect_within(
    struct trial *trial, const char *column, double got, double distance)
{
	double want = trial_number(trial, column);
	bool same = got == want || (isnan(got) && isnan(want));
	char text[32];

	snprintf(text, sizeof text, "%.17g", got);
	judge(trial, same || fabs(got - want) <= distance, column, text);
	if (!same && want != 0 && isfinite(got))
		note_worst(trial, column, fabs((got - want) / want));
}

void
trial_expect(struct trial *trial, const char *column, double got, double tolerance)
{
	double want = trial_number(trial, column);

	trial_expect_within(
	    trial, column, got, isfinite(want) ? tolerance * fabs(want) : 0);
}

void
trial_expect_text(struct trial *trial, const char *column, const char *got)
{
	judge(trial, trial_says(trial, column, got), column, got);
}
