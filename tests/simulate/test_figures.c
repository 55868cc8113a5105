#include "simulate/figures.h"

#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "simulate/plan.h"

#include "../unit.h"

/* Calls visit for every plan and age of the example, and for one of each numbered kind.
 */
static void
each_plan(void (*visit)(const struct plan *plan, const struct figures *figures))
{
	AUTO_ARENA names = { 0 };
	struct domain numbered = plan_numbered(&names, 1, 3);

	for (size_t d = 0; d <= PLAN_DOMAINS; d++) {
		const struct domain *domain =
		    d < PLAN_DOMAINS ? &plan_domains[d] : &numbered;
		for (size_t p = 0; p < domain->count; p++) {
			const struct plan *plan = &domain->plans[p];
			for (size_t age = 0; age < plan_age_count(plan); age++) {
				AUTO_ARENA arena = { 0 };
				struct figures figures;
				struct err err = { 0 };
				ck_assert_msg(
				    figures_make(&arena, plan, age, 7, &figures, &err),
				    "%s: %s", plan->name, err.text);
				visit(plan, &figures);
			}
		}
	}
}

static void
check_order(const struct plan *plan, const struct figure *f)
{
	if (isnan(f->value)) {
		ck_assert_msg(isnan(f->lower95) && isnan(f->upper95) &&
				  isnan(f->lower998) && isnan(f->upper998),
		    "%s: limits without a value", plan->name);
		ck_assert_msg(f->note == FIGURE_SUPPRESSED ||
				  f->note == FIGURE_TOO_FEW ||
				  f->note == FIGURE_UNPUBLISHED,
		    "%s: no value and no reason", plan->name);
		return;
	}
	ck_assert_msg(f->value >= 0, "%s: value %g", plan->name, f->value);
	if (!isnan(f->lower95))
		ck_assert_msg(0 <= f->lower998 && f->lower998 <= f->lower95 &&
				  f->lower95 <= f->value && f->value <= f->upper95 &&
				  f->upper95 <= f->upper998,
		    "%s: limits %g %g [%g] %g %g", plan->name, f->lower998, f->lower95,
		    f->value, f->upper95, f->upper998);
	if (plan->kind == PLAN_PROPORTION || plan->kind == PLAN_ESTIMATE)
		ck_assert_msg(f->count <= f->denominator, "%s: count %g of %g",
		    plan->name, f->count, f->denominator);
	if (!isnan(f->count) && !isnan(f->denominator) &&
	    plan->kind != PLAN_STANDARDISED)
		ck_assert_msg(f->value == f->count / f->denominator * plan->multiplier,
		    "%s: value %.17g of %g / %g", plan->name, f->value, f->count,
		    f->denominator);
}

static void
visit_order(const struct plan *plan, const struct figures *figures)
{
	for (int sex = 0; sex < FIGURE_SEXES; sex++)
		for (size_t t = 0; figures->sexes[sex] && t < figures->periods; t++)
			for (size_t i = 0; i < PLACES; i++)
				check_order(plan, &figures->sexes[sex][t].places[i]);
}

START_TEST(test_limits_in_order)
{
	each_plan(visit_order);
}
END_TEST

static size_t
region_of(size_t authority)
{
	return PLACES_FIRST_REGION + places_authorities[authority].region;
}

static bool
is_sum(double sum, double total, double slack)
{
	return isnan(total) || fabs(sum - total) <= slack + 1e-9 * total;
}

/* What suppression hides lacks in the sum of what is shown: no more than the
 * denominators of the hidden allow, and nothing where nothing is hidden. */
static void
check_sums(const struct plan *plan, const struct figure_column *column)
{
	double counts[PLACES] = { 0 }, people[PLACES] = { 0 };
	size_t hidden[PLACES] = { 0 };

	for (size_t i = 0; i < PLACES_AUTHORITIES; i++) {
		const struct figure *f = &column->places[i];
		size_t into[] = { region_of(i), PLACES_ENGLAND };
		for (size_t k = 0; k < ROWS(into); k++) {
			counts[into[k]] += isnan(f->count) ? 0 : f->count;
			people[into[k]] += isnan(f->denominator) ? 0 : f->denominator;
			hidden[into[k]] += f->note == FIGURE_SUPPRESSED;
		}
	}
	for (size_t i = PLACES_FIRST_REGION; i < PLACES; i++) {
		const struct figure *f = &column->places[i];
		ck_assert_msg(hidden[i] > 0 || is_sum(counts[i], f->count, 0),
		    "%s: count %.17g, sum %.17g", plan->name, f->count, counts[i]);
		ck_assert_msg(isnan(f->count) || counts[i] <= f->count * (1 + 1e-9),
		    "%s: more in parts than in all", plan->name);
		ck_assert_msg(is_sum(people[i], f->denominator, 0),
		    "%s: denominator %g, sum %g", plan->name, f->denominator,
		    people[i]);
		if (i < PLACES_ENGLAND)
			ck_assert_msg(hidden[i] != 1, "%s: one suppressed alone in %s",
			    plan->name, places_regions[i - PLACES_FIRST_REGION].name);
	}
}

static void
visit_sums(const struct plan *plan, const struct figures *figures)
{
	for (int sex = 0; sex < FIGURE_SEXES; sex++)
		for (size_t t = 0; figures->sexes[sex] && t < figures->periods; t++)
			check_sums(plan, &figures->sexes[sex][t]);
}

START_TEST(test_sums_of_areas)
{
	each_plan(visit_sums);
}
END_TEST

static void
check_sexes(const struct plan *plan, const struct figure *male,
    const struct figure *female, const struct figure *persons)
{
	ck_assert_msg(
	    (male->note == FIGURE_SUPPRESSED) == (female->note == FIGURE_SUPPRESSED),
	    "%s: one sex suppressed", plan->name);
	ck_assert_msg(
	    persons->note != FIGURE_SUPPRESSED || male->note == FIGURE_SUPPRESSED,
	    "%s: persons follow from the sexes", plan->name);
	ck_assert_msg(isnan(male->count) || isnan(persons->count) ||
			  male->count + female->count == persons->count,
	    "%s: %g and %g are not %g", plan->name, male->count, female->count,
	    persons->count);
	for (int i = 0; i < 3; i++) {
		const struct figure *f = i == 0 ? male : i == 1 ? female : persons;
		ck_assert_msg(!plan->disclosive || isnan(f->count) || f->count == 0 ||
				  f->count >= 5,
		    "%s: a count of %g is shown", plan->name, f->count);
	}
}

static void
visit_sexes(const struct plan *plan, const struct figures *figures)
{
	const struct figure_column *male = figures->sexes[FIGURE_MALE];
	const struct figure_column *female = figures->sexes[FIGURE_FEMALE];
	const struct figure_column *persons = figures->sexes[FIGURE_PERSONS];

	ck_assert_msg((male && female && persons) == (plan->sexes == PLAN_BOTH), "%s",
	    plan->name);
	for (size_t t = 0; male && t < figures->periods; t++)
		for (size_t i = 0; i < PLACES; i++)
			check_sexes(plan, &male[t].places[i], &female[t].places[i],
			    &persons[t].places[i]);
}

START_TEST(test_sexes)
{
	each_plan(visit_sexes);
}
END_TEST

/* Deprivation must show: across authorities, low income and children in care, which
 * both follow it, go together. */
START_TEST(test_indicators_go_together)
{
	AUTO_ARENA arena = { 0 };
	struct figures poverty, care;
	struct err err;
	double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

	ck_assert(
	    figures_make(&arena, &plan_domains[2].plans[0], 0, 1, &poverty, &err));
	ck_assert(figures_make(&arena, &plan_domains[3].plans[0], 0, 1, &care, &err));
	for (size_t i = 0; i < PLACES_AUTHORITIES; i++) {
		double a = poverty.sexes[FIGURE_PERSONS][14].places[i].value;
		double b = care.sexes[FIGURE_PERSONS][14].places[i].value;
		if (isnan(a) || isnan(b))
			continue;
		n++;
		x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
	}
	ck_assert_double_gt(n, 140);
	ck_assert_double_gt(
	    (n * xy - x * y) / sqrt((n * xx - x * x) * (n * yy - y * y)), 0.4);
}
END_TEST

START_TEST(test_places)
{
	for (size_t i = 0; i < PLACES_AUTHORITIES; i++) {
		const struct authority *a = &places_authorities[i];
		ck_assert_msg(i == 0 || strcmp(a[-1].code, a->code) < 0, "%s", a->name);
		ck_assert_msg(strlen(a->code) == 9 && a->region < PLACES_REGIONS &&
				  a->children > 0 && a->deprivation > 0,
		    "%s", a->name);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("figures");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_places);
	tcase_add_test(tcase, test_limits_in_order);
	tcase_add_test(tcase, test_sums_of_areas);
	tcase_add_test(tcase, test_sexes);
	tcase_add_test(tcase, test_indicators_go_together);
	return unit_run("simulate figures", tcase);
}
