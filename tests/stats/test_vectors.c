/* The statistics against the reference implementation, figure by figure, and what came
 * of it by function. The vectors lie in the directory that TARTAN_VECTORS names;
 * without it the test is skipped. */
#include "test_vectors.h"

#include <stdio.h>

#include "../unit.h"
#include "trial.h"

int
main(void)
{
	TCase *tcase = tcase_create("vectors");

	if (!trial_directory()) {
		puts("1..0 # SKIP there are no reference vectors in TARTAN_VECTORS");
		return 0;
	}
	add_vectors_interval(tcase);
	add_vectors_standardise(tcase);
	add_vectors_quantile(tcase);
	add_vectors_funnel(tcase);
	add_vectors_inequality(tcase);
	add_vectors_life_table(tcase);
	add_vectors_refusals(tcase);
	add_vectors_refusals_inequality(tcase);

	int status = unit_run("vectors", tcase);
	trial_print_outcomes();
	return status;
}
