#include "little.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NONE ((double)NAN)

/* The table in the arena, as long as the draft. */
#define KEEP(arena, table) keep((arena), (table), sizeof(table))

static void *
keep(struct arena *arena, const void *table, size_t size)
{
	return memcpy(arena_take(arena, 1, size), table, size);
}

static const uint32_t years[] = { Y2013, Y2014, Y2015, Y2016, Y2017, Y2018 };
static const uint32_t rolling[] = { Y2013_15, Y2014_16, Y2015_17, Y2016_18 };

static const struct {
	uint32_t indicator, type, sex, age, category;
	const uint32_t *periods;
	uint32_t period_count;
} series[SERIES] = {
	[SMOKING_ENGLAND] = { SMOKING, TYPE_ENGLAND, SEX_PERSONS, AGE_16, 0, years, 5 },
	[SMOKING_ENGLAND_MALE] = { SMOKING, TYPE_ENGLAND, SEX_MALE, AGE_16, 0, years,
	    6 },
	[SMOKING_COUNTRY] = { SMOKING, TYPE_COUNTRY, SEX_PERSONS, AGE_16, 0, years + 5,
	    1 },
	[SMOKING_REGION] = { SMOKING, TYPE_REGION, SEX_PERSONS, AGE_16, 0, years, 6 },
	[SMOKING_COUNTY] = { SMOKING, TYPE_COUNTY, SEX_PERSONS, AGE_16, 0, years, 6 },
	[SMOKING_COUNTY_MALE] = { SMOKING, TYPE_COUNTY, SEX_MALE, AGE_16, 0, years, 6 },
	[SMOKING_COUNTY_FEMALE] = { SMOKING, TYPE_COUNTY, SEX_FEMALE, AGE_16, 0, years,
	    6 },
	[ADMISSIONS_ENGLAND] = { ADMISSIONS, TYPE_ENGLAND, SEX_PERSONS, AGE_ALL, 0,
	    rolling, 1 },
	[ADMISSIONS_COUNTRY] = { ADMISSIONS, TYPE_COUNTRY, SEX_PERSONS, AGE_ALL, 0,
	    rolling + 1, 3 },
	[ADMISSIONS_COUNTY] = { ADMISSIONS, TYPE_COUNTY, SEX_PERSONS, AGE_ALL, 0,
	    rolling, 4 },
	[WELLBEING_COUNTY] = { WELLBEING, TYPE_COUNTY, SEX_PERSONS, AGE_5_16, 0,
	    years + 5, 1 },
	[WELLBEING_WARD] = { WELLBEING, TYPE_WARD, SEX_PERSONS, AGE_5_16, 0, years + 5,
	    1 },
	[CARE_ENGLAND] = { CARE, TYPE_ENGLAND, SEX_PERSONS, AGE_UNDER_16, 0, years + 4,
	    2 },
	[CARE_ENGLAND_MOST] = { CARE, TYPE_ENGLAND, SEX_PERSONS, AGE_UNDER_16,
	    CATEGORY_MOST, years + 4, 2 },
	[CARE_COUNTY] = { CARE, TYPE_COUNTY, SEX_PERSONS, AGE_UNDER_16, 0, years + 4,
	    2 },
	[CARE_COUNTY_MOST] = { CARE, TYPE_COUNTY, SEX_PERSONS, AGE_UNDER_16,
	    CATEGORY_MOST, years + 4, 2 },
	[CARE_COUNTY_LEAST] = { CARE, TYPE_COUNTY, SEX_PERSONS, AGE_UNDER_16,
	    CATEGORY_LEAST, years + 4, 2 },
};

static void
draw_areas(struct little *little)
{
	const struct draft_area named[AREAS - WARDS] = {
		{ .code = STR("E10000001"), .name = STR("Millfield") },
		{ .code = STR("E10000002"), .name = STR("Area 10") },
		{ .code = STR("E10000003"), .name = STR("Area 2") },
		{ .code = STR("E10000004"), .name = STR("Zedton") },
		{ .code = STR("E10000005"), .name = STR("Ashby") },
		{ .code = STR("E10000006"), .name = STR("Ashby") },
		{ .code = STR("E12000001"), .name = STR("North") },
		{ .code = STR("E12000002"), .name = STR("South") },
		{ .code = STR("E92000001"), .name = STR("England") },
	};
	struct draft *draft = &little->draft;
	struct arena *arena = &little->arena;

	draft->areas = ARENA_NEW(arena, struct draft_area, AREAS);
	draft->area_count = AREAS;
	for (uint32_t i = 0; i < WARDS; i++)
		draft->areas[i] = (struct draft_area){
			.code = str_print(arena, "E050000%02u", i + 1),
			.name = str_print(arena, "Ward %u", i + 1),
		};
	for (uint32_t i = WARDS; i < AREAS; i++)
		draft->areas[i] = named[i - WARDS];
}

static uint32_t *
numbers(struct arena *arena, uint32_t first, uint32_t count)
{
	uint32_t *list = ARENA_NEW(arena, uint32_t, count);

	for (uint32_t i = 0; i < count; i++)
		list[i] = first + i;
	return list;
}

static void
draw_types(struct little *little)
{
	static const struct {
		const char *name, *slug;
		enum area_level level;
		uint32_t first, count;
	} types[TYPES] = {
		[TYPE_ENGLAND] = { "England", "england", LEVEL_COUNTRY, ENGLAND, 1 },
		[TYPE_COUNTRY] = { "Country", "country", LEVEL_COUNTRY, ENGLAND, 1 },
		[TYPE_REGION] = { "Region", "region", LEVEL_REGION, NORTH, 2 },
		[TYPE_COUNTY] = { "County & UA", "county-ua", LEVEL_UPPER_TIER,
		    MILLFIELD, 6 },
		[TYPE_WARD] = { "Ward", "ward", LEVEL_WARD, WARD, WARDS },
	};
	struct draft *draft = &little->draft;

	draft->types = ARENA_NEW(&little->arena, struct draft_area_type, TYPES);
	draft->type_count = TYPES;
	for (uint32_t i = 0; i < TYPES; i++)
		draft->types[i] = (struct draft_area_type){
			.name = str_of(types[i].name),
			.slug = str_of(types[i].slug),
			.level = types[i].level,
			.areas =
			    numbers(&little->arena, types[i].first, types[i].count),
			.count = types[i].count,
		};
}

static void
relate(struct draft *draft, uint32_t type, uint32_t parent, uint32_t area)
{
	draft->relations[draft->relation_count++] = (struct release_relation){
		.type = type,
		.parent = parent,
		.area = area,
	};
}

static void
draw_relations(struct little *little)
{
	struct draft *draft = &little->draft;

	draft->relations = ARENA_NEW(&little->arena, struct release_relation, AREAS);
	relate(draft, TYPE_REGION, ENGLAND, NORTH);
	relate(draft, TYPE_REGION, ENGLAND, SOUTH);
	for (uint32_t i = MILLFIELD; i <= ASHBY_TOO; i++)
		relate(draft, TYPE_COUNTY, i <= AREA_2 ? NORTH : SOUTH, i);
	for (uint32_t i = 0; i < WARDS; i++)
		relate(draft, TYPE_WARD, i < WARDS / 2 ? MILLFIELD : ZEDTON, WARD + i);
}

/* Each county but the last is a square of ten kilometres, in two rows, and has all of
 * its border to itself. */
static void
draw_map(struct little *little)
{
	enum { SHAPES = ASHBY_TOO - MILLFIELD, CORNERS = 5, SIDE = 10000 };
	static const int corners[CORNERS][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 },
		{ 0, 0 } };
	struct arena *arena = &little->arena;
	struct draft_map *map = ARENA_NEW(arena, struct draft_map, 1);

	*map = (struct draft_map){
		.shapes = ARENA_NEW(arena, struct release_shape, SHAPES),
		.rings = ARENA_NEW(arena, struct release_ring, SHAPES),
		.links = ARENA_NEW(arena, uint32_t, SHAPES),
		.arcs = ARENA_NEW(arena, struct release_arc, SHAPES),
		.vertices = ARENA_NEW(arena, struct release_vertex, SHAPES * CORNERS),
		.shape_count = SHAPES,
		.ring_count = SHAPES,
		.link_count = SHAPES,
		.arc_count = SHAPES,
		.vertex_count = SHAPES * CORNERS,
	};
	for (uint32_t i = 0; i < SHAPES; i++) {
		int32_t x = 400000 + (int32_t)(i % 3) * SIDE;
		int32_t y = 300000 - (int32_t)(i / 3) * SIDE;
		map->shapes[i] = (struct release_shape){ MILLFIELD + i, i, 1,
			x + SIDE / 2, y + SIDE / 2, SIDE / 2 };
		map->rings[i] = (struct release_ring){ i, 1, 1e8 };
		map->links[i] = i * 2;
		map->arcs[i] = (struct release_arc){ i * CORNERS, CORNERS };
		for (uint32_t c = 0; c < CORNERS; c++)
			map->vertices[i * CORNERS + c] =
			    (struct release_vertex){ x + corners[c][0] * SIDE,
				    y + corners[c][1] * SIDE, UINT32_MAX };
	}
	little->draft.maps = map;
	little->draft.map_count = 1;
}

static void
draw_words(struct little *little)
{
	static const char *const labels[PERIODS] = { "2013", "2014", "2015",
		"2013 - 15", "2016", "2014 - 16", "2017", "2015 - 17", "2018",
		"2016 - 18" };
	const struct str ages[AGES] = { STR("5-16 yrs"), STR("<16 yrs"), STR("16 yrs"),
		STR("All ages") };
	const struct draft_category categories[CATEGORIES] = {
		{ STR(""), STR("") },
		{ STR("Deprivation deciles"), STR("Most deprived") },
		{ STR("Deprivation deciles"), STR("Least deprived") },
	};
	const struct draft_note notes[1] = { { .text = STR("") } };
	const struct str goals[] = { STR(""), STR("Red"), STR("Amber  or better") };
	const struct draft_source sources[1] = { { .path = STR("figures.csv"),
	    .kind = STR("Fingertips data") } };
	struct draft *draft = &little->draft;
	struct err err;

	draft->periods = ARENA_NEW(&little->arena, struct draft_period, PERIODS);
	draft->period_count = PERIODS;
	for (uint32_t i = 0; i < PERIODS; i++) {
		draft->periods[i].label = str_of(labels[i]);
		ck_assert(period_parse(
		    draft->periods[i].label, &draft->periods[i].period, &err));
	}
	draft->ages = KEEP(&little->arena, ages);
	draft->age_count = AGES;
	draft->categories = KEEP(&little->arena, categories);
	draft->category_count = CATEGORIES;
	draft->notes = KEEP(&little->arena, notes);
	draft->note_count = 1;
	draft->goals = KEEP(&little->arena, goals);
	draft->goal_count = 3;
	draft->sources = KEEP(&little->arena, sources);
	draft->source_count = 1;
}

static void
draw_indicators(struct little *little)
{
	const struct draft_indicator indicators[INDICATORS] = {
		[SMOKING] = { .key = STR("90001"),
		    .name = STR("Smoking at age 16"),
		    .value_type = VALUE_PROPORTION,
		    .polarity = POLARITY_LOW,
		    .interval = INTERVAL_WILSON,
		    .comparison = COMPARISON_INTERVAL,
		    .multiplier = 100,
		    .latest = Y2018 },
		[ADMISSIONS] = { .key = STR("90002"),
		    .name = STR("Admissions to hospital"),
		    .value_type = VALUE_CRUDE_RATE,
		    .polarity = POLARITY_HIGH,
		    .comparison = COMPARISON_TWO_LEVELS,
		    .latest = Y2016_18 },
		[WELLBEING] = { .key = STR("90003"),
		    .name = STR("Wellbeing"),
		    .value_type = VALUE_MEAN,
		    .polarity = POLARITY_NEUTRAL,
		    .comparison = COMPARISON_QUINTILES,
		    .latest = Y2018 },
		[CARE] = { .key = STR("90004"),
		    .name = STR("Children in care"),
		    .value_type = VALUE_DSR,
		    .polarity = POLARITY_LOW,
		    .comparison = COMPARISON_OVERLAP,
		    .latest = Y2018 },
	};
	static uint32_t need[] = { SMOKING, ADMISSIONS };
	static uint32_t services[] = { WELLBEING, CARE, SMOKING };
	const struct draft_domain domains[DOMAINS] = {
		[NEED] = { .name = STR("Identification of need"),
		    .slug = STR("identification-of-need"),
		    .indicators = need,
		    .count = 2 },
		[SERVICES] = { .name = STR("Services"),
		    .slug = STR("services"),
		    .indicators = services,
		    .count = 3 },
	};
	struct draft *draft = &little->draft;

	draft->indicators = KEEP(&little->arena, indicators);
	draft->indicator_count = INDICATORS;
	draft->domains = KEEP(&little->arena, domains);
	draft->domain_count = DOMAINS;
}

static void
draw_series(struct little *little)
{
	struct draft *draft = &little->draft;

	draft->series = ARENA_NEW(&little->arena, struct draft_series, SERIES);
	draft->series_count = SERIES;
	for (uint32_t i = 0; i < SERIES; i++) {
		const struct draft_area_type *type = &draft->types[series[i].type];
		uint32_t *periods =
		    ARENA_NEW(&little->arena, uint32_t, series[i].period_count);
		for (uint32_t p = 0; p < series[i].period_count; p++)
			periods[p] = series[i].periods[p];
		draft->series[i] = (struct draft_series){
			.indicator = series[i].indicator,
			.area_type = series[i].type,
			.sex = series[i].sex,
			.age = series[i].age,
			.category = series[i].category,
			.areas = type->areas,
			.area_count = type->count,
			.periods = periods,
			.period_count = series[i].period_count,
			.columns = (1u << COLUMN_COUNT) - 1,
		};
	}
}

static uint32_t
place_in(const uint32_t *list, uint32_t count, uint32_t number)
{
	for (uint32_t i = 0; i < count; i++)
		if (list[i] == number)
			return i;
	ck_abort_msg("%u is not in the list", number);
	return 0;
}

static void
fill(void *context, uint32_t number, struct draft_block *block)
{
	const struct little *little = context;
	const struct draft_series *s = &little->draft.series[number];

	for (size_t i = 0; i < little->cell_count; i++) {
		const struct little_cell *c = &little->cells[i];
		const struct figure *f = &c->figure;
		if (c->series != number)
			continue;
		size_t cell = (size_t)place_in(s->areas, s->area_count, c->area) *
				  s->period_count +
			      place_in(s->periods, s->period_count, c->period);
		block->numbers[COLUMN_VALUE][cell] = f->value;
		block->numbers[COLUMN_LOWER95][cell] = f->lower95;
		block->numbers[COLUMN_UPPER95][cell] = f->upper95;
		block->numbers[COLUMN_LOWER998][cell] = f->lower998;
		block->numbers[COLUMN_UPPER998][cell] = f->upper998;
		block->numbers[COLUMN_COUNT_OF][cell] = f->count;
		block->numbers[COLUMN_DENOMINATOR][cell] = f->denominator;
		block->lines[cell] = f->missing == MISSING_NO_ROW ? 0 : (uint32_t)i + 1;
		block->published[cell] = f->published;
		block->goals[cell] = f->goal;
		block->missing[cell] = (uint8_t)f->missing;
	}
}

struct figure
little_value(double value, double half95, double half998)
{
	return (struct figure){
		.value = value,
		.lower95 = value - half95,
		.upper95 = value + half95,
		.lower998 = value - half998,
		.upper998 = value + half998,
		.count = NONE,
		.denominator = NONE,
	};
}

struct figure
little_missing(enum missing missing)
{
	struct figure figure = little_value(NONE, NONE, NONE);

	figure.missing = missing;
	return figure;
}

void
little_put(struct little *little, uint32_t number, uint32_t area, uint32_t period,
    struct figure figure)
{
	ck_assert(little->cell_count < sizeof little->cells / sizeof *little->cells);
	little->cells[little->cell_count++] = (struct little_cell){
		.series = number,
		.area = area,
		.period = period,
		.figure = figure,
	};
}

static struct figure
per_cent(double value)
{
	struct figure figure = little_value(value, 1, 1.6);

	figure.count = value * 100;
	figure.denominator = 10000;
	return figure;
}

static void
put_smoking(struct little *little)
{
	static const struct {
		uint32_t area;
		double latest, rise;
	} counties[] = {
		{ MILLFIELD, 20, 2 },
		{ AREA_10, 24.5, -2 },
		{ AREA_2, 25, 0 },
		{ ZEDTON, 25.5, 0 },
		{ ASHBY, 30, 0 },
		{ ASHBY_TOO, 40, 0 },
	};

	for (uint32_t y = 0; y < 6; y++) {
		for (uint32_t i = 0; i < 6; i++) {
			double value = counties[i].latest - (5 - y) * counties[i].rise;
			little_put(little, SMOKING_COUNTY, counties[i].area, years[y],
			    per_cent(value));
			little_put(little, SMOKING_COUNTY_MALE, counties[i].area,
			    years[y], per_cent(value + 1));
			little_put(little, SMOKING_COUNTY_FEMALE, counties[i].area,
			    years[y], per_cent(value - 1));
		}
		little_put(little, y < 5 ? SMOKING_ENGLAND : SMOKING_COUNTRY, ENGLAND,
		    years[y], per_cent(25));
		little_put(
		    little, SMOKING_ENGLAND_MALE, ENGLAND, years[y], per_cent(26));
		little_put(little, SMOKING_REGION, NORTH, years[y], per_cent(23));
		little_put(little, SMOKING_REGION, SOUTH, years[y], per_cent(30));
	}
	little_put(
	    little, SMOKING_COUNTY, ASHBY, Y2018, little_missing(MISSING_SUPPRESSED));
	little_put(
	    little, SMOKING_COUNTY, ASHBY_TOO, Y2016, little_missing(MISSING_NO_ROW));
}

static void
put_admissions(struct little *little)
{
	static const double values[] = { 80, 90, 98, 110, 120 };

	for (uint32_t p = 0; p < 4; p++) {
		for (uint32_t i = 0; i < 5; i++)
			little_put(little, ADMISSIONS_COUNTY, MILLFIELD + i, rolling[p],
			    little_value(values[i], 5, 15));
		little_put(little, ADMISSIONS_COUNTY, ASHBY_TOO, rolling[p],
		    little_missing(MISSING_SMALL));
		little_put(little, p < 1 ? ADMISSIONS_ENGLAND : ADMISSIONS_COUNTRY,
		    ENGLAND, rolling[p], little_value(100, 1, 2));
	}
}

static void
put_wellbeing(struct little *little)
{
	for (uint32_t i = 0; i < 6; i++)
		little_put(little, WELLBEING_COUNTY, MILLFIELD + i, Y2018,
		    little_value(i + 1, NONE, NONE));
	for (uint32_t i = 0; i < WARDS; i++)
		little_put(little, WELLBEING_WARD, WARD + i, Y2018,
		    little_value(i + 1, NONE, NONE));
}

static void
put_care(struct little *little)
{
	static const double values[] = { 46.5, 50, 53.5, 54.5, 50, 50 };

	for (uint32_t y = Y2017; y <= Y2018; y += Y2018 - Y2017) {
		for (uint32_t i = 0; i < 6; i++) {
			little_put(little, CARE_COUNTY, MILLFIELD + i, y,
			    little_value(values[i], 2, 3));
			little_put(little, CARE_COUNTY_MOST, MILLFIELD + i, y,
			    little_value(values[i] + 20, 2, 3));
			little_put(little, CARE_COUNTY_LEAST, MILLFIELD + i, y,
			    little_value(values[i] - 10, 2, 3));
		}
		little_put(little, CARE_ENGLAND, ENGLAND, y,
		    little_value(y == Y2018 ? 50 : 60, 2, 3));
		little_put(
		    little, CARE_ENGLAND_MOST, ENGLAND, y, little_value(70, 2, 3));
	}
}

void
little_start(struct little *little)
{
	*little = (struct little){ 0 };
	little->draft.profile = (struct draft_profile){
		.title = STR("Little England"),
		.slug = STR("little"),
		.root = ENGLAND,
		.benchmark = ENGLAND,
	};
	draw_areas(little);
	draw_types(little);
	draw_relations(little);
	draw_map(little);
	draw_words(little);
	draw_indicators(little);
	draw_series(little);
	little->draft.fill = fill;
	little->draft.context = little;
	put_smoking(little);
	put_admissions(little);
	put_wellbeing(little);
	put_care(little);
}

void
little_open(struct little *little)
{
	const char *directory = getenv("TMPDIR");
	struct err err = { 0 };
	int file;

	snprintf(little->path, sizeof little->path, "%.40s/little.XXXXXX",
	    directory ? directory : "/tmp");
	file = mkstemp(little->path);
	ck_assert(file >= 0);
	close(file);
	ck_assert_msg(
	    release_write(&little->draft, little->path, 1, &err), "%s", err.text);
	ck_assert_msg(
	    release_open(&little->release, little->path, &err), "%s", err.text);
	unlink(little->path);
}

void
little_done(struct little *little)
{
	release_close(&little->release);
	arena_done(&little->arena);
}

struct view
little_view(const struct little *little, uint32_t domain)
{
	return (struct view){
		.release = &little->release,
		.domain = domain,
		.variant = { SMOKING, SEX_PERSONS, AGE_16, 0 },
		.series = SMOKING_COUNTY,
		.type = TYPE_COUNTY,
		.parent = RELEASE_NONE,
		.area = RELEASE_NONE,
		.benchmark = ENGLAND,
		.period = RELEASE_NONE,
		.sort = STR(""),
	};
}
