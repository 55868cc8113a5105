/* tests/stats/test_vectors.h - the tests against reference vectors, one file a noun.
 *
 * Each adds its tests to the one case of test_vectors.c, which runs them and sums up.
 */
#ifndef TESTS_TEST_VECTORS_H
#define TESTS_TEST_VECTORS_H

#include <check.h>

void add_vectors_funnel(TCase *tcase);
void add_vectors_inequality(TCase *tcase);
void add_vectors_interval(TCase *tcase);
void add_vectors_life_table(TCase *tcase);
void add_vectors_quantile(TCase *tcase);
void add_vectors_refusals(TCase *tcase);
void add_vectors_refusals_inequality(TCase *tcase);
void add_vectors_standardise(TCase *tcase);

#endif
