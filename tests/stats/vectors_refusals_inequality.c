/* Whatever the reference refuses or warns of when it measures inequality has its
 * counterpart here. The list of its conditions is read, so that none can be forgotten.
 */
#include <math.h>

#include "../unit.h"
#include "stats/inequality_draws.h"
#include "test_vectors.h"
#include "trial.h"

#define NONE ((double)NAN)

enum { MOST = 12, REPETITIONS = 1000 };

/* Proportions of ten quantiles in good order, before one thing is spoilt. */
struct question {
	struct stratum strata[MOST];
	size_t count, repetitions;
	struct inequality_measure measure;
	double confidence;
};

static struct question
sound(void)
{
	struct question question = {
		.count = 10,
		.repetitions = REPETITIONS,
		.measure = { INEQUALITY_LOGIT, false, 100 },
		.confidence = 0.95,
	};

	for (size_t i = 0; i < MOST; i++)
		question.strata[i] =
		    (struct stratum){ 1000, 0.3 - 0.02 * (double)i, 0.1 };
	return question;
}

static bool
ask(const struct question *question, struct err *err)
{
	double room[2 * REPETITIONS];
	struct inequality_draws draws = { question->repetitions, random_new(1, 0),
		room };
	struct inequality_limits limits;

	return inequality_limits(&question->measure, question->strata, question->count,
	    &draws, &question->confidence, 1, &limits, err);
}

static void
spoil_population(struct question *q)
{
	q->strata[4].population = 0;
}

static void
lose_population(struct question *q)
{
	q->strata[4].population = NONE;
}

static void
lose_value(struct question *q)
{
	q->strata[4].value = NONE;
}

static void
lose_error(struct question *q)
{
	q->strata[4].se = NONE;
}

static void
negate_error(struct question *q)
{
	q->strata[4].se = -0.1;
}

static void
exceed_value(struct question *q)
{
	q->strata[4].value = 1.2;
}

static void
empty_rate(struct question *q)
{
	q->measure = (struct inequality_measure){ INEQUALITY_LOG, true, 1 };
	q->strata[4].value = 0;
}

static void
unknown_scale(struct question *q)
{
	q->measure.scale = (enum inequality_scale)3;
}

static void
transform_linear(struct question *q)
{
	q->measure = (struct inequality_measure){ INEQUALITY_LINEAR, true, 1 };
}

static void
repeat_less(struct question *q)
{
	q->repetitions = 999;
}

static void
leave_four(struct question *q)
{
	q->count = 4;
}

/* Standard errors come from limits before anything is asked. */
static bool
refuses_limits(double lower, double upper)
{
	struct err err;
	double se;

	return !inequality_se(INEQUALITY_LOGIT, lower, upper, &se, &err);
}

static bool
refuses_missing_limit(void)
{
	return refuses_limits(NONE, 0.3) && refuses_limits(0.2, NONE);
}

static bool
refuses_limit_above_one(void)
{
	return refuses_limits(0.2, 1.1);
}

static bool
refuses_limit_of_nothing(void)
{
	return refuses_limits(0, 0.3);
}

static bool
refuses_count_of_nothing(void)
{
	struct err err;
	double value;

	return !inequality_proportion(0, 1000, &value, &err) &&
	       !inequality_proportion(-1, 1000, &value, &err);
}

static bool
tells_of_many_quantiles(void)
{
	struct question question = sound();
	struct inequality fit;
	struct err err;

	question.count = 12;
	return inequality_fit(&question.measure, question.strata, 12, &fit, &err) &&
	       fit.unstable;
}

/* Errors are on the scale of the line by definition: nothing is ambiguous. */
static bool
takes_errors_with_transformation(void)
{
	struct question question = sound();
	struct err err;

	question.measure.transformed = true;
	return ask(&question, &err);
}

/* A level is a fraction, any between 0 and 1; what the reference guards against, per
 * cent taken for a fraction, cannot be said. */
static bool
takes_fractions_alone(void)
{
	struct question question = sound();
	struct err err;

	question.confidence = 80;
	if (ask(&question, &err))
		return false;
	question.confidence = 0.8;
	return ask(&question, &err);
}

static const struct {
	const char *name;                         /* as the list has it */
	void (*spoil)(struct question *question); /* then it is refused, */
	bool (*met)(void);                        /* or this holds */
} conditions[] = {
	{ "missing", lose_population, NULL },
	{ "no value", lose_value, NULL },
	{ "no se/cl", lose_error, NULL },
	{ "value_type 3", unknown_scale, NULL },
	{ "reps 999", repeat_less, NULL },
	{ "transform vt0", transform_linear, NULL },
	{ "transform with se", NULL, takes_errors_with_transformation },
	{ "conf .8", NULL, takes_fractions_alone },
	{ "char pop", lose_population, NULL },
	{ "pop 0", spoil_population, NULL },
	{ "pop NA", lose_population, NULL },
	{ "se<0", negate_error, NULL },
	{ "se NA", lose_error, NULL },
	{ "NA cl", NULL, refuses_missing_limit },
	{ "prop >1", exceed_value, NULL },
	{ "cl>1", NULL, refuses_limit_above_one },
	{ "x zero", NULL, refuses_count_of_nothing },
	{ "4 quantiles", leave_four, NULL },
	{ "missing quantile in one area", lose_population, NULL },
	{ "12 quantiles", NULL, tells_of_many_quantiles },
	{ "value NA", lose_value, NULL },
	{ "value 0 with vt1 transform", empty_rate, NULL },
	{ "lower 0 vt2", NULL, refuses_limit_of_nothing },
};

static bool
is_met(size_t i)
{
	struct question question = sound();
	struct err err;

	if (!conditions[i].spoil)
		return conditions[i].met();
	conditions[i].spoil(&question);
	return !ask(&question, &err) && err.fault == FAULT_INPUT;
}

START_TEST(test_sound_questions_are_answered)
{
	struct question question = sound();
	struct err err;

	ck_assert_msg(ask(&question, &err), "%s", err.text);
}
END_TEST

START_TEST(test_conditions)
{
	struct trial t;

	trial_begin(&t, "conditions.csv");
	for (; t.row < t.vectors.rows; t.row++) {
		const char *met = "no counterpart";
		if (!trial_says(&t, "fn", "phe_sii"))
			continue;
		for (size_t i = 0; i < ROWS(conditions); i++)
			if (trial_says(&t, "case", conditions[i].name) && is_met(i))
				met = conditions[i].name;
		trial_expect_text(&t, "case", met);
	}
	trial_end(&t);
}
END_TEST

void
add_vectors_refusals_inequality(TCase *tcase)
{
	tcase_add_test(tcase, test_sound_questions_are_answered);
	tcase_add_test(tcase, test_conditions);
}
