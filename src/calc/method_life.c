/* calc/method_life.c - life expectancy. */
#include <math.h>
#include <stdio.h>

#include "calc/methods.h"
#include "stats/life_table.h"

enum { AGE, DEATHS, POPULATION };

/* The first run of digits is the age at which a band begins: '1-4', '90+'. */
static bool
find_band(const struct calc_row *row, size_t *band, struct err *err)
{
	struct str cell = row->cells[AGE];
	int age = 0;
	size_t i = 0;

	while (i < cell.len && (cell.at[i] < '0' || cell.at[i] > '9'))
		i++;
	if (i == cell.len)
		return err_set(err, FAULT_INPUT,
		    "the age '%.*s' has no years; wanted one such as '0', '1-4' or "
		    "'90+'",
		    STR_ARG(cell));
	for (; i < cell.len && cell.at[i] >= '0' && cell.at[i] <= '9' && age < 1000;
	     i++)
		age = age * 10 + (cell.at[i] - '0');
	return life_band_find(age, band, err);
}

static bool
fill_bands(const struct calc_row *rows, size_t count,
    struct life_band bands[LIFE_BANDS], struct err *err)
{
	bool seen[LIFE_BANDS] = { false };
	size_t band;

	for (size_t i = 0; i < count; i++) {
		if (!find_band(&rows[i], &band, err))
			return false;
		if (seen[band])
			return err_set(err, FAULT_INPUT,
			    "there are two rows for the ages from %d",
			    life_band_start(band));
		seen[band] = true;
		bands[band].deaths = rows[i].in[DEATHS];
		bands[band].population = rows[i].in[POPULATION];
	}
	for (band = 0; band < LIFE_BANDS; band++)
		if (!seen[band])
			return err_set(err, FAULT_INPUT,
			    "there is no row for the ages from %d; wanted 20 bands: 0, "
			    "1-4, 5-9 ... 85-89, 90+",
			    life_band_start(band));
	return true;
}

static const char *
withheld_words(enum life_withheld why)
{
	switch (why) {
	case LIFE_SHOWN: break;
	case LIFE_WIDE: return "the 95 % interval is wider than 20 years";
	case LIFE_ENDLESS: return "nobody dies in the last band";
	case LIFE_NOBODY: return "nobody is alive at this age";
	}
	return "";
}

static bool
compute_life(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	struct life_expectancy table[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	struct interval found;

	(void)scratch;
	_Static_assert(
	    (int)LIFE_BANDS <= (int)CALC_TABLE_MOST, "a life table fits a table");
	if (!fill_bands(rows, count, bands, err) || !life_table(bands, table, err))
		return false;
	*made = LIFE_BANDS;
	for (size_t band = 0; band < LIFE_BANDS; band++) {
		struct calc_result *result = &results[band];
		result->numbers[0] = life_band_start(band);
		result->numbers[1] = table[band].population;
		result->numbers[2] = table[band].deaths;
		for (size_t i = 0; i < s->levels; i++) {
			if (!life_limits(&table[band], s->confidence[i], &found, err))
				return false;
			result->numbers[3] = found.value;
			result->limits[0][i] =
			    (struct calc_limits){ found.lower, found.upper };
		}
		snprintf(result->note, sizeof result->note, "%s",
		    withheld_words(table[band].withheld));
	}
	return true;
}

const struct calc_method method_life_expectancy = {
	.name = "life-expectancy",
	.summary = "life expectancy at the start of each of 20 age bands",
	.formula =
	    "  M = deaths / pops, q = M n / (1 + M n (1 - a)), n years a band,\n"
	    "  a = 0.1 of the first year of life, else 0.5; l survivors of 100,000,\n"
	    "  L = n (l' + a (l - l')), of the last band l / M; value = sum L / l\n"
	    "  limits = value -/+ z se, by Chiang's variance with the last band's\n",
	.source =
	    "Chiang CL (1968); Silcocks PBS et al. (2001); Eayres D & Williams ES "
	    "(2004)",
	.shape = CALC_TABLE,
	.columns = { { .name = "startage",
			 .meaning = "the band's first year of age: '0', '1-4', '90+'",
			 .text = true },
	    { .name = "deaths", .meaning = "deaths in the band" },
	    { .name = "pops", .meaning = "person-years of the band" } },
	.numbers = { "startage", "pops_used", "dths_used", "value" },
	.sets = { "" },
	.compute = compute_life,
	.example = "startage,deaths,pops\n0,17,7060\n1-4,9,35059\n5-9,4,46974\n"
		   "10-14,8,48489\n15-19,20,43219\n20-24,15,38561\n25-29,21,46009\n"
		   "30-34,29,57208\n35-39,59,61435\n40-44,91,55601\n45-49,116,44307\n"
		   "50-54,176,37594\n55-59,205,31454\n60-64,289,27022\n"
		   "65-69,379,22788\n70-74,527,19356\n75-79,643,15330\n"
		   "80-84,842,10985\n85-89,1046,7208\n90+,1303,4396\n",
	.arguments = "",
};
