#include "trial.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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

/* What the files' names begin with, of two that match the longer one. */
static const char *const functions[] = {
	"assign_funnel_significance",
	"calculate_ISRate",
	"calculate_ISRatio",
	"calculate_dsr",
	"calculate_dsr_nonindependent",
	"calculate_funnel_limits",
	"calculate_funnel_points",
	"ci_primitives",
	"conditions",
	"expected",
	"phe_life_expectancy",
	"phe_mean",
	"phe_proportion",
	"phe_quantile",
	"phe_rate",
	"phe_sii",
	"trend_marker",
};

static const char *
function_of(const char *file)
{
	const char *found = "";

	for (size_t i = 0; i < ROWS(functions); i++)
		if (str_starts(str_of(file), str_of(functions[i])) &&
		    strlen(functions[i]) > strlen(found))
			found = functions[i];
	return found;
}

/* What came of all trials of a function. A Check test has no other way to hand anything
 * to the next one. */
struct outcome {
	const char *function, *remark;
	size_t vectors, passed, figures;
	double worst;
};

enum { MOST_OUTCOMES = 64 };
static struct outcome outcomes[MOST_OUTCOMES];

static struct outcome *
outcome_of(const char *function, const char *remark)
{
	struct outcome *outcome = outcomes;

	while (outcome->function && (strcmp(outcome->function, function) != 0 ||
					strcmp(outcome->remark, remark) != 0))
		outcome++;
	ck_assert(outcome < outcomes + MOST_OUTCOMES - 1);
	outcome->function = function;
	outcome->remark = remark;
	return outcome;
}

static void
note_outcome(const struct trial *trial)
{
	struct outcome *outcome =
	    outcome_of(function_of(trial->file), trial->remark ? trial->remark : "");

	outcome->vectors += trial->rows_judged;
	outcome->passed += trial->rows_judged - trial->rows_failed;
	outcome->figures += trial->figures;
	outcome->worst = fmax(outcome->worst, trial->worst);
}

void
trial_print_outcomes(void)
{
	printf("# %-46s %7s %7s %8s  %s\n", "function", "vectors", "passed", "figures",
	    "worst error");
	for (const struct outcome *o = outcomes; o->function; o++) {
		char name[80];
		snprintf(name, sizeof name, "%s%s%s", o->function,
		    *o->remark ? ", " : "", o->remark);
		printf("# %-46s %7zu %7zu %8zu  %.2g\n", name, o->vectors, o->passed,
		    o->figures, o->worst);
	}
}

void
trial_end(struct trial *trial)
{
	printf("# %s: %zu rows, %zu figures, %zu passed, worst relative error %.2g "
	       "(%s)\n",
	    trial->file, trial->rows_judged, trial->figures, trial->passed,
	    trial->worst, trial->worst_at);
	fflush(stdout);
	note_outcome(trial);
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
	trial->rows_judged += trial->row + 1 != trial->last_judged;
	trial->last_judged = trial->row + 1;
	if (!passed) {
		trial->rows_failed += trial->row + 1 != trial->last_failed;
		trial->last_failed = trial->row + 1;
	}
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
