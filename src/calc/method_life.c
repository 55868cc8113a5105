/* calc/method_life.c - life expectancy. */
#include "calc/methods.h"
#include "stats/life_table.h"

enum { AGE, DEATHS, POPULATION };

/* The first run of digits is the age at which a band begins: '1-4', '90+'. */
static bool
find_band(struct str cell, size_t *band, struct err *err)
{
	enum { OLDEST = 1000 };
	int age = 0;
	size_t i = 0;

	while (i < cell.len && (cell.at[i] < '0' || cell.at[i] > '9'))
		i++;
	if (i == cell.len)
		return err_set(err, FAULT_INPUT,
		    "the age '%.*s' has no years; wanted one such as '0', '1-4' or "
		    "'90+'",
		    STR_ARG(cell));
	for (; i < cell.len && cell.at[i] >= '0' && cell.at[i] <= '9' && age < OLDEST;
	     i++)
		age = age * 10 + (cell.at[i] - '0');
	return life_band_find(age, band, err);
}

/* The bands of the table, and which of them each row has. */
static bool
fill_bands(const struct calc_row *rows, size_t count,
    struct life_band bands[LIFE_BANDS], size_t *band_of, struct err *err)
{
	bool seen[LIFE_BANDS] = { false };

	for (size_t i = 0; i < count; i++) {
		size_t band;
		if (!find_band(rows[i].text, &band, err))
			return false;
		if (seen[band])
			return err_set(err, FAULT_INPUT,
			    "there are two rows for the ages from %d",
			    life_band_start(band));
		seen[band] = true;
		band_of[i] = band;
		bands[band].deaths = rows[i].in[DEATHS];
		bands[band].population = rows[i].in[POPULATION];
	}
	for (size_t band = 0; band < LIFE_BANDS; band++)
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
	return NULL;
}

static bool
fill_result(const struct calc_settings *s, const struct life_expectancy *expectancy,
    struct calc_result *result, struct err *err)
{
	struct interval found;

	for (size_t i = 0; i < s->levels; i++) {
		if (!life_limits(expectancy, s->confidence[i], &found, err))
			return false;
		result->numbers[2] = found.value;
		result->limits[0][i] = (struct calc_limits){ found.lower, found.upper };
	}
	result->numbers[0] = expectancy->population;
	result->numbers[1] = expectancy->deaths;
	result->words[0] = "Chiang, Silcocks";
	result->note = withheld_words(expectancy->withheld);
	return true;
}

static bool
compute_life(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	size_t *band_of = ARENA_NEW(scratch, size_t, count);
	struct life_expectancy table[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];

	(void)made;
	if (!fill_bands(rows, count, bands, band_of, err) ||
	    !life_table(bands, table, err))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!fill_result(s, &table[band_of[i]], &results[i], err))
			return false;
	return true;
}

static void
say_life_expectancy(const struct calc_settings *s, struct buf *out)
{
	(void)s;
	buf_add(out, STR("life expectancy"));
}

const struct calc_method method_life_expectancy = {
	.name = "life-expectancy",
	.summary = "life expectancy at the start of each of 20 age bands",
	.formula =
	    "  M = deaths / pops; q = M n / (1 + M n (1 - a)), at most 1;\n"
	    "  n years in the band, a = 0.1 in the first year of life, else 0.5;\n"
	    "  in the last band q = 1;\n"
	    "  l = 100,000 at birth, l' = l (1 - q) in the next band;\n"
	    "  L = n (l' + a (l - l')), in the last band l / M;\n"
	    "  value  = sum of this and all later L / l\n"
	    "  limits = value -/+ z se, se by Chiang with the variance of the last "
	    "band\n"
	    "  Not of 5,000 person-years or fewer, nor where the 95 % interval is\n"
	    "  wider than 20 years, nor where nobody dies in the last band.\n",
	.source =
	    "Chiang CL (1968), Introduction to Stochastic Processes in "
	    "Biostatistics\n"
	    "        Silcocks PBS et al. (2001), J Epidemiol Community Health 55:38\n"
	    "        Eayres D & Williams ES (2004), J Epidemiol Community Health "
	    "58:243",
	.shape = CALC_PLACED,
	.columns = { { .name = "startage",
			 .meaning = "the band's first year of age: '0', '1-4', '90+'",
			 .text = true },
	    { .name = "deaths", .meaning = "deaths in the band" },
	    { .name = "pops", .meaning = "person-years of the band" } },
	.numbers = { "pops_used", "dths_used", "value" },
	.sets = { "" },
	.statistic = say_life_expectancy,
	.words = { "method" },
	.compute = compute_life,
	.example = "startage,deaths,pops\n0,21,6200\n1-4,5,25100\n5-9,3,32400\n"
		   "10-14,4,33800\n15-19,12,32900\n20-24,17,30600\n25-29,19,31500\n"
		   "30-34,26,33300\n35-39,37,34700\n40-44,55,35200\n45-49,83,36100\n"
		   "50-54,124,35800\n55-59,171,32400\n60-64,236,28900\n"
		   "65-69,340,26100\n70-74,505,23800\n75-79,660,18200\n"
		   "80-84,845,13100\n85-89,960,8400\n90+,1080,4700\n",
	.arguments = "",
};
