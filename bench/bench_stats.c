/* bench/bench_stats.c - how many figures a second the arithmetic makes on one core, and
 * how many times as many as the public health agencies' R package. */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "stats/compare.h"
#include "stats/funnel.h"
#include "stats/inequality_draws.h"
#include "stats/interval.h"
#include "stats/life_table.h"
#include "stats/quantile.h"
#include "stats/standardise.h"
#include "stats/trend.h"

/* Events, denominators and so on differ from figure to figure; sums keep them in use.
 */
typedef double bench_function(size_t i);

static double
wilson(size_t i)
{
	struct interval out = { 0 };
	struct err err;
	double n = (double)(100 + i % 5000);

	return interval_proportion((double)(i % 100), n, 100, 0.95, &out, &err)
		   ? out.lower + out.upper
		   : 0;
}

static double
rate(double x)
{
	struct interval out = { 0 };
	struct err err;

	return interval_rate(x, 12345, 1e5, 0.95, &out, &err) ? out.lower + out.upper
							      : 0;
}

static double
exact(size_t i)
{
	return rate((double)(i % 10));
}

static double
byar(size_t i)
{
	return rate((double)(10 + i % 5000));
}

static double
compare(size_t i)
{
	double value = (double)(i % 100);
	struct limits local = { value, value - 5, value + 5, value - 8, value + 8 };

	return compare_interval_two_levels(&local, 50);
}

static double
trend(size_t i)
{
	struct trend_point points[TREND_POINTS];

	for (size_t j = 0; j < TREND_POINTS; j++) {
		double x = (double)(200 + (i * 7 + j * 13) % 31);
		points[j] = (struct trend_point){ x, x - 20, x + 20, x, 1000 };
	}
	return trend_recent(
	    i % 2 ? TREND_WEIGHTED : TREND_PROPORTION, points, TREND_POINTS)
	    .trend;
}

static double
life_tables(size_t i)
{
	struct life_expectancy out[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	struct err err;

	for (size_t j = 0; j < LIFE_BANDS; j++)
		bands[j] = (struct life_band){
			.deaths = (double)(2 + j * j + (i + j) % 7),
			.population = (double)(9000 - 300 * j - i % 1000),
		};
	return life_table(bands, out, &err) ? out[0].years + out[0].se : 0;
}

enum { AGES = 19 };

/* Both levels, as the reference was timed. */
static double
direct_rates(size_t i)
{
	struct interval at95, at998;
	struct direct_band bands[AGES];
	struct direct_rate rate;
	struct err err;

	for (size_t j = 0; j < AGES; j++)
		bands[j] = (struct direct_band){ (double)((i + j) % 50),
			(double)(1000 + i % 100), (double)(1000 * (1 + j % 7)) };
	return standardise_direct(bands, AGES, 1e5, &rate, &err) &&
		       standardise_direct_limits(&rate, 0.95, &at95, &err) &&
		       standardise_direct_limits(&rate, 0.998, &at998, &err)
		   ? at95.lower + at998.upper
		   : 0;
}

static double
indirect_rates(size_t i)
{
	struct interval at95, at998;
	struct indirect_band bands[AGES];
	struct indirect indirect;
	struct err err;

	for (size_t j = 0; j < AGES; j++)
		bands[j] = (struct indirect_band){ (double)((i + j) % 50),
			(double)(1000 + i % 100), (double)(100 * (1 + j % 7)), 50000 };
	return standardise_indirect(bands, AGES, NULL, &indirect, &err) &&
		       standardise_rate(&indirect, 1e5, 0.95, &at95, &err) &&
		       standardise_rate(&indirect, 1e5, 0.998, &at998, &err)
		   ? at95.lower + at998.upper
		   : 0;
}

static double
funnel_of(enum funnel_statistic statistic, enum funnel_way way, size_t i)
{
	struct funnel_kind kind = { statistic, way, 1e5, 1 };
	struct funnel_area areas[] = { { (double)(20 + i % 10), 400, 5000 },
		{ 1500, 30000, 5000 } };
	struct funnel_row rows[FUNNEL_ROWS];
	struct funnel funnel;
	struct err err;

	if (!funnel_init(&funnel, kind, areas, 2, &err))
		return 0;
	funnel_rows(&funnel, rows);
	return rows[FUNNEL_ROWS - 1].upper95.value;
}

static double
proportion_funnels(size_t i)
{
	return funnel_of(FUNNEL_PROPORTION, FUNNEL_EXACT, i);
}

static double
rate_funnels(size_t i)
{
	return funnel_of(FUNNEL_RATE_CRUDE, FUNNEL_EXACT, i);
}

static double
bisected_funnels(size_t i)
{
	return funnel_of(FUNNEL_RATE_CRUDE, FUNNEL_AS_PUBLISHED, i);
}

static double
significance(enum funnel_statistic statistic, size_t i)
{
	struct funnel funnel = { .kind = { statistic, FUNNEL_EXACT, 1e5, 1 },
		.average = 0.05 };
	struct funnel_area area = { (double)(10 + i % 100), 1000 + (double)(i % 500),
		5000 };

	return funnel_significance(&funnel, &area);
}

static double
significant_proportions(size_t i)
{
	return significance(FUNNEL_PROPORTION, i);
}

static double
significant_rates(size_t i)
{
	return significance(FUNNEL_RATE_CRUDE, i);
}

/* Deciles of 150 areas. */
static double
deciles(size_t i)
{
	enum { AREAS = 150 };
	double values[AREAS], sorted[AREAS];
	int groups[AREAS];
	struct err err;

	for (size_t j = 0; j < AREAS; j++)
		values[j] = (double)((j * 7919 + i) % 10007);
	return quantile_assign(
		   values, AREAS, 10, QUANTILE_HIGHEST_FIRST, sorted, groups, &err)
		   ? groups[i % AREAS]
		   : 0;
}

/* Ten quantiles of deprivation. */
enum { QUANTILES = 10 };

static void
fill_strata(struct stratum *strata, size_t i, double most, double step, double se)
{
	for (size_t j = 0; j < QUANTILES; j++)
		strata[j] = (struct stratum){
			.population = (double)(14000 + 100 * j + i % 1000),
			.value = most + step * (double)j,
			.se = se,
		};
}

static double
limits_of(const struct inequality_measure *measure, const struct stratum *strata,
    size_t i, bool exact)
{
	enum { REPETITIONS = INEQUALITY_REPETITIONS_USUAL };
	static const double levels[] = { 0.95, 0.998 };
	static double room[2 * REPETITIONS];
	struct inequality_draws draws = {
		.repetitions = REPETITIONS,
		.random = random_new(1, i),
		.room = room,
	};
	struct inequality_limits out[2] = { 0 };
	struct err err;
	bool fine = exact ? inequality_limits(measure, strata, QUANTILES, &draws,
				levels, 2, out, &err)
			  : inequality_simulate(measure, strata, QUANTILES, &draws,
				levels, 2, out, &err);

	return fine ? out[0].sii_lower + out[1].rii_upper : 0;
}

static double
inequality_of_lives(size_t i, bool exact)
{
	struct inequality_measure measure = { INEQUALITY_LINEAR, false, 1 };
	struct stratum strata[QUANTILES];

	fill_strata(strata, i, 72, 1.1, 1.1);
	return limits_of(&measure, strata, i, exact);
}

static double
inequality_exactly(size_t i)
{
	return inequality_of_lives(i, true);
}

static double
inequality_simulated(size_t i)
{
	return inequality_of_lives(i, false);
}

static double
inequality_of_proportions(size_t i)
{
	struct inequality_measure measure = { INEQUALITY_LOGIT, false, 100 };
	struct stratum strata[QUANTILES];

	fill_strata(strata, i, 0.27, -0.015, 0.03);
	return limits_of(&measure, strata, i, false);
}

/* What R does a second: PHEindicatormethods 2.1.0 under R 4.5.0, one process, on a
 * machine of two cores, at the size that suits it best; it was timed with two levels,
 * so that single intervals count twice. 0 where it has no such thing. */
static const struct {
	const char *name;
	bench_function *make;
	size_t count;
	double reference;
} runs[] = {
	{ "Wilson intervals", wilson, 20000000, 2 * 4540000 },
	{ "Byar intervals", byar, 20000000, 2 * 180000 },
	{ "exact Poisson intervals", exact, 200000, 2 * 180000 },
	{ "comparisons at two levels", compare, 50000000, 0 },
	{ "recent trends", trend, 2000000, 0 },
	{ "direct rates of 19 ages", direct_rates, 5000000, 2660 },
	{ "indirect rates of 19 ages", indirect_rates, 5000000, 1890 },
	{ "funnels of proportions", proportion_funnels, 100000, 1 / 0.023 },
	{ "funnels of rates", rate_funnels, 1000, 1 / 2.34 },
	{ "the same, bisected", bisected_funnels, 20, 1 / 2.34 },
	{ "proportions in funnels", significant_proportions, 10000000, 2650000 },
	{ "rates in funnels", significant_rates, 10000000, 2000 },
	{ "deciles of 150 areas", deciles, 50000, 0 },
	{ "life tables of 20 ages", life_tables, 2000000, 265 },
	/* Both indices of ten quantiles with limits at two levels. */
	{ "inequality, closed form", inequality_exactly, 2000000, 1.9 },
	{ "inequality, 100,000 draws", inequality_simulated, 100, 1.9 },
	{ "the same of proportions", inequality_of_proportions, 100, 1.9 },
};

/* Of this process: the machine may have other things to do. */
static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int
main(void)
{
	double sum = 0;

	for (size_t r = 0; r < sizeof runs / sizeof *runs; r++) {
		double begin = seconds();
		for (size_t i = 0; i < runs[r].count; i++)
			sum += runs[r].make(i);
		double rate_per_second = (double)runs[r].count / (seconds() - begin);
		printf("%-28s %12.0f a second", runs[r].name, rate_per_second);
		if (runs[r].reference > 0)
			printf("; R %.4g, ratio %.0f", runs[r].reference,
			    rate_per_second / runs[r].reference);
		putchar('\n');
	}
	return isfinite(sum) ? 0 : 1;
}
