/* calc/method_counts.c - proportions and crude rates, from counts. */
#include "calc/methods.h"
#include "stats/interval.h"

typedef bool interval_of(double x, double n, double multiplier, double confidence,
    struct interval *out, struct err *err);

static bool
each_level(interval_of *interval, const struct calc_settings *s,
    const struct calc_row *row, struct calc_result *result, struct err *err)
{
	struct interval found;

	for (size_t i = 0; i < s->levels; i++) {
		if (!interval(row->in[0], row->in[1], s->multiplier, s->confidence[i],
			&found, err))
			return false;
		result->numbers[0] = found.value;
		result->limits[0][i] = (struct calc_limits){ found.lower, found.upper };
	}
	return true;
}

static bool
compute_proportion(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	(void)scratch, (void)count, (void)made;
	results->words[0] = "Wilson";
	return each_level(interval_proportion, s, rows, results, err);
}

static bool
compute_rate(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	(void)scratch, (void)count, (void)made;
	results->words[0] = rows->in[0] < INTERVAL_EXACT_BELOW ? "Exact" : "Byars";
	return each_level(interval_rate, s, rows, results, err);
}

static void
say_proportion(const struct calc_settings *s, struct buf *out)
{
	if (s->multiplier == 100) {
		buf_add(out, STR("percentage"));
		return;
	}
	buf_add(out, STR("proportion of "));
	buf_add_number(out, s->multiplier);
}

static void
say_rate(const struct calc_settings *s, struct buf *out)
{
	buf_add(out, STR("rate per "));
	buf_add_number(out, s->multiplier);
}

const struct calc_method method_proportion = {
	.name = "proportion",
	.summary = "a proportion with Wilson's score limits",
	.formula =
	    "  value  = x / n * multiplier\n"
	    "  limits = (2x + z^2 -/+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2))\n"
	    "           * multiplier, z the normal quantile of the level (95 %: "
	    "1.96)\n",
	.source = "Wilson EB (1927), J Am Stat Assoc 22:209\n"
		  "        Newcombe RG (1998), Statistics in Medicine 17:857",
	.shape = CALC_EACH,
	.sums = true,
	.multiplier = 1,
	.columns = { { .name = "x", .meaning = "events, from 0 to n" },
	    { .name = "n", .meaning = "those at risk, above 0" } },
	.numbers = { "value" },
	.sets = { "" },
	.statistic = say_proportion,
	.words = { "method" },
	.compute = compute_proportion,
	.example = "area,x,n\nDerby,65,100\nRutland,82,100\n",
	.arguments = "--multiplier 100",
};

const struct calc_method method_rate = {
	.name = "rate",
	.summary = "a crude rate with exact Poisson limits, Byar's from ten events",
	.formula =
	    "  value  = x / n * multiplier\n"
	    "  limits = those of x, / n * multiplier; level 1 - a, z its normal "
	    "quantile\n"
	    "    below ten events, of the chi-squared distribution Q(p; degrees):\n"
	    "           lower = Q(a/2; 2x) / 2, upper = Q(1 - a/2; 2x + 2) / 2\n"
	    "    from ten:\n"
	    "           lower = x (1 - 1/(9x) - z/(3 sqrt x))^3\n"
	    "           upper = y (1 - 1/(9y) + z/(3 sqrt y))^3, y = x + 1\n",
	.source = "Garwood F (1936), Biometrika 28:437\n"
		  "        Byar's method in Breslow NE & Day NE (1987), Statistical "
		  "Methods in\n"
		  "        Cancer Research II",
	.shape = CALC_EACH,
	.sums = true,
	.multiplier = 100000,
	.columns = { { .name = "x", .meaning = "events, 0 or more" },
	    { .name = "n", .meaning = "person-years at risk, above 0" } },
	.numbers = { "value" },
	.sets = { "" },
	.statistic = say_rate,
	.words = { "method" },
	.compute = compute_rate,
	.example = "area,x,n\nDerby,6,58000\nLeicester,38,81500\n",
	.arguments = "--confidence 95 --confidence 99.8",
};
