#include "stats/life_table.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

enum { LAST = LIFE_BANDS - 1 };

static const int starts[LIFE_BANDS] = { 0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55,
	60, 65, 70, 75, 80, 85, 90 };

/* Those who start life in the table; any number gives the same expectancies. */
static const double radix = 100000;

/* A life table of fewer person-years is too uncertain to be used (Eayres & Williams
 * 2004). */
static const double person_years_beyond = 5000;

/* The widest 95 % interval, in years, of an expectancy that is shown. */
static const double widest = 20;

/* What part of the band those who die in it live through: infants mostly die early. */
static double
part_lived(size_t band)
{
	return band == 0 ? 0.1 : 0.5;
}

static double
squared(double a)
{
	return a * a;
}

int
life_band_start(size_t band)
{
	assert(band < LIFE_BANDS);
	return starts[band];
}

bool
life_band_find(double age, size_t *band, struct err *err)
{
	for (size_t i = 0; i < LIFE_BANDS; i++) {
		if (starts[i] != age)
			continue;
		*band = i;
		return true;
	}
	return err_set(err, FAULT_MISSING,
	    "no age band begins at %g, want 0, 1, 5, 10 and so on until 90", age);
}

/* "at age 0", "at ages 35 to 39", "at ages 90 and over". */
static const char *
ages_of(size_t band, char *text, size_t size)
{
	if (band == 0)
		snprintf(text, size, "at age 0");
	else if (band == LAST)
		snprintf(text, size, "at ages %d and over", starts[LAST]);
	else
		snprintf(
		    text, size, "at ages %d to %d", starts[band], starts[band + 1] - 1);
	return text;
}

static bool
check_band(const struct life_band *bands, size_t i, struct err *err)
{
	double deaths = bands[i].deaths, population = bands[i].population;
	char ages[32];

	if (isfinite(deaths) && deaths >= 0 && isfinite(population) && population > 0 &&
	    deaths <= population)
		return true;
	ages_of(i, ages, sizeof ages);
	if (isnan(deaths) || isnan(population))
		return err_set(err, FAULT_INPUT, "%s %s are missing",
		    isnan(deaths) ? "deaths" : "people", ages);
	if (!isfinite(deaths) || deaths < 0)
		return err_set(err, FAULT_INPUT, "deaths %s must be 0 or more, not %g",
		    ages, deaths);
	if (!isfinite(population) || population <= 0)
		return err_set(err, FAULT_INPUT,
		    "the population %s must be more than 0, not %g", ages, population);
	return err_set(err, FAULT_INPUT,
	    "deaths %s must not exceed the population %g, not %g", ages, population,
	    deaths);
}

static bool
check_bands(const struct life_band *bands, struct err *err)
{
	double people = 0;

	for (size_t i = 0; i < LIFE_BANDS; i++) {
		if (!check_band(bands, i, err))
			return false;
		people += bands[i].population;
	}
	if (people <= person_years_beyond)
		return err_set(err, FAULT_INPUT,
		    "a life table needs more than %g person-years, not %g",
		    person_years_beyond, people);
	return true;
}

/* One band of the table: of so many who reach it, so many die in it. */
struct row {
	double reach, die;
	double risk; /* of dying in the band */
};

/* M n / (1 + M n (1 - a)) with M the death rate and n the years of the band, and 1
 * where that would be more; everybody dies in the last one. */
static double
risk_of_dying(const struct life_band *band, double years, double lived)
{
	double lost = band->deaths * years;

	if (lost * lived > band->population)
		return 1;
	return lost / (band->population + lost * (1 - lived));
}

static void
fill_rows(const struct life_band *bands, struct row *rows)
{
	double alive = radix;

	for (size_t i = 0; i < LIFE_BANDS; i++) {
		double years = i < LAST ? starts[i + 1] - starts[i] : 0;
		double risk =
		    i < LAST ? risk_of_dying(&bands[i], years, part_lived(i)) : 1;
		double survive = alive * (1 - risk);
		rows[i] = (struct row){
			.reach = alive,
			.die = alive - survive,
			.risk = risk,
		};
		alive = survive;
	}
}

static enum life_withheld
withhold(double reach, double years, double se)
{
	if (reach <= 0)
		return LIFE_NOBODY;
	if (isnan(years))
		return LIFE_ENDLESS;
	return 2 * interval_z(0.95) * se > widest ? LIFE_WIDE : LIFE_SHOWN;
}

/* What holds for a band and all later ones. */
struct sums {
	double to_live;  /* years, by all who reach the band (Chiang's T) */
	double variance; /* of these years */
	double deaths, population;
};

/* In the last band people live 1 / rate years each, forever if nobody dies. */
static struct sums
sum_last(const struct life_band *band, const struct row *row)
{
	struct sums sums = {
		.deaths = band->deaths,
		.population = band->population,
	};
	double rate = band->deaths / band->population;

	if (row->reach <= 0)
		return sums;
	sums.to_live = rate > 0 ? row->reach / rate : (double)NAN;
	sums.variance = squared(row->reach / rate) / band->deaths;
	return sums;
}

/* Chiang's variance: that of the risk, times what a death in the band costs all who
 * reach it, squared. */
static void
add_band(
    struct sums *sums, const struct life_band *bands, const struct row *rows, size_t i)
{
	const struct row *here = &rows[i], *next = &rows[i + 1];
	double years = starts[i + 1] - starts[i], a = part_lived(i);

	if (here->die > 0) {
		double variance =
		    squared(here->risk) * (1 - here->risk) / bands[i].deaths;
		double later = next->reach > 0 ? sums->to_live / next->reach : 0;
		double cost = here->reach * ((1 - a) * years + later);
		sums->variance += variance * squared(cost);
	}
	sums->to_live += years * (next->reach + a * here->die);
	sums->deaths += bands[i].deaths;
	sums->population += bands[i].population;
}

static struct life_expectancy
expect(const struct sums *sums, double reach)
{
	double years = reach > 0 ? sums->to_live / reach : (double)NAN;
	double se = isnan(years) ? (double)NAN : sqrt(sums->variance) / reach;

	return (struct life_expectancy){
		.years = years,
		.se = se,
		.deaths = sums->deaths,
		.population = sums->population,
		.withheld = withhold(reach, years, se),
	};
}

bool
life_table(const struct life_band bands[LIFE_BANDS],
    struct life_expectancy out[LIFE_BANDS], struct err *err)
{
	struct row rows[LIFE_BANDS];

	if (!check_bands(bands, err))
		return false;
	fill_rows(bands, rows);
	struct sums sums = sum_last(&bands[LAST], &rows[LAST]);
	out[LAST] = expect(&sums, rows[LAST].reach);
	for (size_t i = LAST; i-- > 0;) {
		add_band(&sums, bands, rows, i);
		out[i] = expect(&sums, rows[i].reach);
	}
	return true;
}

bool
life_limits(const struct life_expectancy *expectancy, double confidence,
    struct interval *out, struct err *err)
{
	if (!interval_check_confidence(confidence, err))
		return false;

	double reach = interval_z(confidence) * expectancy->se;
	*out = (struct interval){
		.lower = expectancy->years - reach,
		.value = expectancy->withheld == LIFE_SHOWN ? expectancy->years
							    : (double)NAN,
		.upper = expectancy->years + reach,
	};
	return true;
}
