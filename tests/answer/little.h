/* tests/answer/little.h - a tidy little England to ask questions of: two regions, six
 * counties, wards, four indicators, a few years.
 *
 * little_start draws it with the figures described below, tests change what they are
 * about (draft.indicators, little_put), little_open writes it and opens it. Figures not
 * put are without a row. The counties have outlines, all but the other Ashby. */
#ifndef TESTS_ANSWER_LITTLE_H
#define TESTS_ANSWER_LITTLE_H

#include "answer/view.h"
#include "base/arena.h"
#include "release/draft.h"
#include "release/reader.h"

/* Areas by code: wards, counties, regions, England. Millfield, Area 10 and Area 2 lie
 * in the North, the others in the South; the first 16 wards in Millfield, the others in
 * Zedton. Two counties are both called Ashby. */
enum {
	WARDS = 32,
	WARD = 0, /* the first of them */
	MILLFIELD = WARDS,
	AREA_10,
	AREA_2,
	ZEDTON,
	ASHBY,
	ASHBY_TOO,
	NORTH,
	SOUTH,
	ENGLAND,
	AREAS
};

/* Area types, as offered. England stands under two of them. */
enum { TYPE_ENGLAND, TYPE_COUNTRY, TYPE_REGION, TYPE_COUNTY, TYPE_WARD, TYPES };

enum { AGE_5_16, AGE_UNDER_16, AGE_16, AGE_ALL, AGES };
enum { CATEGORY_NONE, CATEGORY_MOST, CATEGORY_LEAST, CATEGORIES };

/* Years and, at the same ends, three years rolling. */
enum {
	Y2013,
	Y2014,
	Y2015,
	Y2013_15,
	Y2016,
	Y2014_16,
	Y2017,
	Y2015_17,
	Y2018,
	Y2016_18,
	PERIODS
};

enum {
	SMOKING,    /* proportion, low is good, 95 % limits, with counts */
	ADMISSIONS, /* crude rate, high is good, two levels, rolling periods */
	WELLBEING,  /* mean without limits, no judgement, quintiles, one period */
	CARE,       /* standardised rate, low is good, overlap, deprivation categories
		     */
	INDICATORS
};

/* Domains: "need" has SMOKING and ADMISSIONS, "services" WELLBEING, CARE and SMOKING.
 */
enum { NEED, SERVICES, DOMAINS };

enum {
	SMOKING_ENGLAND, /* persons, 2013 to 2017 */
	SMOKING_ENGLAND_MALE,
	SMOKING_COUNTRY, /* persons, 2018 only */
	SMOKING_REGION,
	SMOKING_COUNTY,
	SMOKING_COUNTY_MALE,
	SMOKING_COUNTY_FEMALE,
	ADMISSIONS_ENGLAND, /* 2013 - 15 */
	ADMISSIONS_COUNTRY, /* the three after */
	ADMISSIONS_COUNTY,
	WELLBEING_COUNTY, /* 2018 */
	WELLBEING_WARD,
	CARE_ENGLAND, /* 2017 and 2018 */
	CARE_ENGLAND_MOST,
	CARE_COUNTY,
	CARE_COUNTY_MOST,
	CARE_COUNTY_LEAST,
	SERIES
};

struct little_cell {
	uint32_t series, area, period;
	struct figure figure;
};

struct little {
	struct arena arena;
	struct draft draft;
	struct little_cell cells[2000];
	size_t cell_count;
	struct release release;
	char path[64];
};

/* SMOKING of persons in 2018: England 25, North 23, South 30, Millfield 20 (rising),
 * Area 10 24.5 (falling), Area 2 25, Zedton 25.5 (both flat), Ashby suppressed (30
 * before), the other Ashby 40 with no row in 2016. Limits are the value -+ 1 at 95 %
 * and -+ 1.6 at 99.8 %, denominators 10000. Male 1 more, female 1 less, counties only
 * and England's male.
 * ADMISSIONS: England 100, Millfield 80, Area 10 90, Area 2 98, Zedton 110, Ashby 120,
 * the other without a value, in every period; limits -+ 5 and -+ 15.
 * WELLBEING: counties 1 to 6, wards 1 to 32.
 * CARE: England 50 (2018) and 60 (2017), limits -+ 2; its most deprived 70; counties
 * 46.5, 50, 53.5, 54.5, 50, 50 with limits -+ 2, most deprived 20 more, least deprived
 * 10 less. */
void little_start(struct little *little);

/* Puts a figure in the place of any before. */
void little_put(struct little *little, uint32_t series, uint32_t area, uint32_t period,
    struct figure figure);

/* A value with its limits at -+ the half widths; NaN for no limits. */
struct figure little_value(double value, double half95, double half998);
struct figure little_missing(enum missing missing);

/* Writes the release to a temporary file, which is gone again at once, and opens it. */
void little_open(struct little *little);
void little_done(struct little *little);

/* The counties as a reader first sees them: compared with England, smoking among
 * persons of 16, of a domain or RELEASE_NONE. */
struct view little_view(const struct little *little, uint32_t domain);

#endif
