/* Quantiles against the reference implementation. */
#include <math.h>

#include "../unit.h"
#include "stats/quantile.h"
#include "test_vectors.h"
#include "trial.h"

/* Which values are put in order together: all, or those of an indicator, or those of an
 * indicator in a region. */
static struct str
group_name(
    struct arena *arena, const struct vectors *in, size_t row, struct str grouping)
{
	struct str indicator = vectors_text(in, row, "IndSexRef");
	struct str region = vectors_text(in, row, "ParentCode");

	if (str_equal(grouping, STR("IndSexRef")))
		return indicator;
	if (str_equal(grouping, STR("IndSexReg")))
		return str_print(
		    arena, "%.*s/%.*s", STR_ARG(indicator), STR_ARG(region));
	return STR("");
}

/* One way of grouping and numbering all values of the input. */
struct setting {
	struct str grouping;
	int quantiles;
	enum quantile_order order;
};

/* Gives each row its quantile, group by group; those of a group with too few values are
 * refused and stay 0. */
static void
assign_all(struct arena *arena, const struct vectors *in, struct setting setting,
    int *quantiles)
{
	double *values = ARENA_NEW(arena, double, in->rows);
	double *sorted = ARENA_NEW(arena, double, in->rows);
	int *groups = ARENA_NEW(arena, int, in->rows);
	size_t *places = ARENA_NEW(arena, size_t, in->rows);
	struct str *names = ARENA_NEW(arena, struct str, in->rows);
	struct err err;

	for (size_t i = 0; i < in->rows; i++) {
		names[i] = group_name(arena, in, i, setting.grouping);
		quantiles[i] = -1;
	}
	for (size_t i = 0; i < in->rows; i++) {
		size_t count = 0;
		if (quantiles[i] >= 0)
			continue;
		for (size_t j = i; j < in->rows; j++) {
			if (!str_equal(names[j], names[i]))
				continue;
			values[count] = vectors_number(in, j, "Value");
			places[count++] = j;
		}
		bool enough = quantile_assign(values, count, setting.quantiles,
		    setting.order, sorted, groups, &err);
		for (size_t j = 0; j < count; j++)
			quantiles[places[j]] = enough ? groups[j] : 0;
	}
}

static struct setting
setting_of(const struct trial *t)
{
	return (struct setting){
		.grouping = trial_text(t, "grouping"),
		.quantiles = (int)trial_number(t, "nquantiles"),
		.order = trial_says(t, "invert", "TRUE") ? QUANTILE_HIGHEST_FIRST
							 : QUANTILE_LOWEST_FIRST,
	};
}

START_TEST(test_quantiles)
{
	struct setting before = { .quantiles = 0 };
	struct trial in, t;

	trial_begin(&in, "phe_quantile.in.csv");
	trial_begin(&t, "phe_quantile.out.csv");
	int *quantiles = ARENA_NEW(&t.arena, int, in.vectors.rows);
	for (; t.row < t.vectors.rows; t.row++) {
		struct setting setting = setting_of(&t);
		if (setting.quantiles != before.quantiles ||
		    setting.order != before.order ||
		    !str_equal(setting.grouping, before.grouping))
			assign_all(&t.arena, &in.vectors, setting, quantiles);
		before = setting;
		int got = quantiles[(size_t)trial_number(&t, "row") - 1];
		trial_expect(&t, "quantile", got ? got : (double)NAN, 0);
	}
	vectors_close(&in.vectors);
	arena_done(&in.arena);
	trial_end(&t);
}
END_TEST

void
add_vectors_quantile(TCase *tcase)
{
	tcase_add_test(tcase, test_quantiles);
}
