/* tests/unit.h - what the main function of every unit test does.
 *
 * A test is a table with a name for each row; the name leads the message of a failure.
 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>
#include <stdlib.h>

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Runs the test once for each row of the table; the test finds its row in _i. */
#define ADD_ROWS(tcase, test, table)                                                   \
	tcase_add_loop_test((tcase), (test), 0, (int)ROWS(table))

/* Runs all tests of the case, writes TAP to stdout and returns main's exit status. */
static inline int
unit_run(const char *name, TCase *tcase)
{
	Suite *suite = suite_create(name);
	SRunner *runner = srunner_create(suite);
	int failed;

	suite_add_tcase(suite, tcase);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Pseudo-random numbers that are the same everywhere (splitmix64, S. Vigna). */
static inline unsigned long long
unit_random(unsigned long long *state)
{
	unsigned long long z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

#endif
