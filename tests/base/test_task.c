#include "base/task.h"

#include <stdatomic.h>

#include "../unit.h"

static const struct {
	const char *name;
	size_t threads, pieces;
} runs[] = {
	{ "nothing to do", 4, 0 },
	{ "nothing to do on all cores", 0, 0 },
	{ "one piece", 4, 1 },
	{ "one thread", 1, 1000 },
	{ "two threads", 2, 1000 },
	{ "as many threads as pieces", 8, 8 },
	{ "all cores", 0, 5000 },
	{ "more threads than anyone has", 1000, 5000 },
};

struct tally {
	atomic_uint done[5000];
};

static void
count_piece(void *context, size_t piece)
{
	struct tally *tally = context;

	atomic_fetch_add(&tally->done[piece], 1);
}

START_TEST(test_each_piece_is_done_once)
{
	struct tally *tally = calloc(1, sizeof *tally);

	task_run(runs[_i].threads, runs[_i].pieces, count_piece, tally);
	for (size_t i = 0; i < ROWS(tally->done); i++)
		ck_assert_msg(tally->done[i] == (i < runs[_i].pieces), "%s: piece %zu",
		    runs[_i].name, i);
	free(tally);
}
END_TEST

static void
run_inside(void *context, size_t piece)
{
	struct tally *tally = (struct tally *)context + piece;

	task_run(2, 100, count_piece, tally);
}

START_TEST(test_work_may_have_work_inside)
{
	struct tally *tallies = calloc(3, sizeof *tallies);

	task_run(3, 3, run_inside, tallies);
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < 100; j++)
			ck_assert_uint_eq(tallies[i].done[j], 1);
	free(tallies);
}
END_TEST

static void
add_up(void *context)
{
	unsigned *sum = context;

	for (unsigned i = 1; i <= 100; i++)
		*sum += i;
}

START_TEST(test_errand_is_done_at_its_end)
{
	struct errand errand = { 0 };
	unsigned sum = 0;

	errand_end(&errand);
	ck_assert_uint_eq(sum, 0);
	for (unsigned again = 1; again <= 3; again++) {
		errand_begin(&errand, add_up, &sum);
		errand_end(&errand);
		errand_end(&errand);
		ck_assert_uint_eq(sum, 5050 * again);
	}
}
END_TEST

START_TEST(test_there_is_a_core)
{
	ck_assert_uint_ge(task_cores(), 1);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("task");

	ADD_ROWS(tcase, test_each_piece_is_done_once, runs);
	tcase_add_test(tcase, test_work_may_have_work_inside);
	tcase_add_test(tcase, test_errand_is_done_at_its_end);
	tcase_add_test(tcase, test_there_is_a_core);
	return unit_run("task", tcase);
}
