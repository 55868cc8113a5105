#include "base/progress.h"

#include "../unit.h"

static const struct {
	const char *name;
	uint64_t all, done;
	int percent;
} counts[] = {
	{ "nobody knows how much", 0, 5, -1 },
	{ "nothing done", 3, 0, 0 },
	{ "some", 3, 2, 66 },
	{ "nearly all", 1000, 999, 99 },
	{ "all", 7, 7, 100 },
	{ "more than was thought", 7, 9, 100 },
	{ "very much", UINT64_MAX / 2, UINT64_MAX / 4, 50 },
};

START_TEST(test_percent)
{
	struct progress progress = { .stage = NULL };

	progress_begin(&progress, "before", 10);
	progress_add(&progress, 9);
	progress_begin(&progress, "reading", counts[_i].all);
	progress_add(&progress, counts[_i].done);
	ck_assert_str_eq(progress.stage, "reading");
	ck_assert_msg(progress_percent(&progress) == counts[_i].percent, "%s: %d",
	    counts[_i].name, progress_percent(&progress));
}
END_TEST

START_TEST(test_nobody_looks)
{
	progress_begin(NULL, "reading", 10);
	progress_add(NULL, 1);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("progress");

	ADD_ROWS(tcase, test_percent, counts);
	tcase_add_test(tcase, test_nobody_looks);
	return unit_run("progress", tcase);
}
