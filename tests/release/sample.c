#include "sample.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const uint32_t LEAST = 1u << COLUMN_VALUE | 1u << COLUMN_MISSING;
static const uint32_t USUAL =
    1u << COLUMN_VALUE | 1u << COLUMN_LOWER95 | 1u << COLUMN_UPPER95 |
    1u << COLUMN_LINE | 1u << COLUMN_NOTE | 1u << COLUMN_SOURCE | 1u << COLUMN_MISSING;
static const uint32_t ALL = (1u << COLUMN_COUNT) - 1;

static bool
has(const struct draft_series *series, enum release_column column)
{
	return series->columns >> column & 1;
}

static double
number(const struct draft_series *series, enum release_column column, double number)
{
	return has(series, column) ? number : (double)NAN;
}

/* The cells of a series are, over and over: two figures, a suppressed one, no row. */
struct figure
sample_figure(
    const struct sample *sample, uint32_t number_of, uint32_t area, uint32_t period)
{
	const struct draft_series *s = &sample->series[number_of];
	uint32_t cell = area * s->period_count + period;
	double value = 10.25 * (number_of + 1) + cell / 3.0;
	bool there = cell % 4 < 2, row = cell % 4 < 3;
	double none = (double)NAN;

	return (struct figure){
		.value = there ? value : none,
		.lower95 = there ? number(s, COLUMN_LOWER95, value - 1) : none,
		.upper95 = there ? number(s, COLUMN_UPPER95, value + 1) : none,
		.lower998 = there ? number(s, COLUMN_LOWER998, value - 2) : none,
		.upper998 = there ? number(s, COLUMN_UPPER998, value + 2) : none,
		.count = there ? number(s, COLUMN_COUNT_OF, cell) : none,
		.denominator = row ? number(s, COLUMN_DENOMINATOR, 1000) : none,
		.missing = there ? MISSING_NOT
			   : row ? MISSING_SUPPRESSED
				 : MISSING_NO_ROW,
		.note = has(s, COLUMN_NOTE) && row && !there ? 1 : 0,
		.line = has(s, COLUMN_LINE) && row ? cell + 2 : 0,
		.source = has(s, COLUMN_SOURCE) && row ? number_of % 2 : RELEASE_NONE,
		.goal = has(s, COLUMN_GOAL) && there ? 1 + cell % 2 : 0,
		.published =
		    has(s, COLUMN_PUBLISHED) && there
			? (uint16_t)((VERDICT_BETTER + 1) << PUBLISHED_ENGLAND |
				     (TREND_DOWN + 1) << PUBLISHED_TREND |
				     PUBLISHED_NEW)
			: 0,
	};
}

static void
fill_cell(struct draft_block *block, uint64_t cell, const struct figure *f)
{
	const double numbers[COLUMN_NUMBERS] = { f->value, f->lower95, f->upper95,
		f->lower998, f->upper998, f->count, f->denominator };

	for (unsigned c = 0; c < COLUMN_NUMBERS; c++)
		if (block->numbers[c])
			block->numbers[c][cell] = numbers[c];
	if (block->lines)
		block->lines[cell] = f->line;
	if (block->notes)
		block->notes[cell] = (uint16_t)f->note;
	if (block->sources && f->line)
		block->sources[cell] = (uint16_t)f->source;
	if (block->published)
		block->published[cell] = f->published;
	if (block->goals)
		block->goals[cell] = f->goal;
	block->missing[cell] = (uint8_t)f->missing;
}

/* Cells without a row are left as the writer made them. */
static void
fill(void *context, uint32_t number_of, struct draft_block *block)
{
	const struct sample *sample = context;
	const struct draft_series *s = &sample->series[number_of];

	for (uint32_t a = 0; a < s->area_count; a++)
		for (uint32_t p = 0; p < s->period_count; p++) {
			struct figure f = sample_figure(sample, number_of, a, p);
			if (f.missing != MISSING_NO_ROW)
				fill_cell(block, (uint64_t)a * s->period_count + p, &f);
		}
}

static void
make_geography(struct sample *s)
{
	s->areas[0] =
	    (struct draft_area){ STR("E06000016"), STR("Leicester"), STR("") };
	s->areas[1] =
	    (struct draft_area){ STR("E10000018"), STR("Leicestershire"), STR("") };
	s->areas[2] = (struct draft_area){ STR("E12000004"), STR("East Midlands"),
		STR(" East  Midlands") };
	s->areas[3] = (struct draft_area){ STR("E92000001"), STR("England"), STR("") };
	s->types[0] = (struct draft_area_type){ STR("England"), STR("england"),
		LEVEL_COUNTRY, &s->lists[3], 1 };
	s->types[1] = (struct draft_area_type){ STR("Government Office Region"),
		STR("region"), LEVEL_REGION, &s->lists[2], 1 };
	s->types[2] = (struct draft_area_type){ STR("County & UA"), STR("county-ua"),
		LEVEL_UPPER_TIER, &s->lists[0], 2 };
	s->relations[0] = (struct release_relation){ 1, 3, 2 };
	s->relations[1] = (struct release_relation){ 2, 2, 0 };
	s->relations[2] = (struct release_relation){ 2, 2, 1 };
	s->relations[3] = (struct release_relation){ 2, 3, 0 };
	s->relations[4] = (struct release_relation){ 2, 3, 1 };
	s->changes[0] = (struct release_change){ 0, 1, 2010 * 12 + 3 };
	s->changes[1] = (struct release_change){ 2, 2, 2011 * 12 };
	s->changes[2] = (struct release_change){ 2, 2, 2013 * 12 + 3 };
	s->changes[3] = (struct release_change){ RELEASE_NONE, 0, 2014 * 12 };
	s->members[1] = 1;
	s->members[2] = 3;
	s->groups[0] = (struct draft_group){ .code = STR("both"),
		.name = STR("Both"),
		.areas = s->members,
		.count = 2 };
	s->groups[1] = (struct draft_group){ .code = STR("one"),
		.name = STR("One"),
		.areas = s->members + 2,
		.count = 1 };
	s->kinds[0] = (struct draft_kind){ .slug = STR("near"),
		.name = STR("Near"),
		.basis = STR("a file"),
		.left_out = STR("Some area") };
	s->kinds[1] = (struct draft_kind){
		.slug = STR("alike"), .name = STR("Alike"), .measured = true
	};
	s->neighbours[0] = (struct release_neighbour){ 0, 0, 1, 1, (double)NAN };
	s->neighbours[1] = (struct release_neighbour){ 1, 0, 1, 1, 0.5 };
	s->neighbours[2] = (struct release_neighbour){ 1, 1, 0, 1, 0.5 };
}

/* Two squares side by side, a kilometre each: the border between them, then the rest of
 * the one and of the other. */
static void
make_map(struct sample *s)
{
	static const int32_t places[SAMPLE_VERTICES][2] = { { 1, 0 }, { 1, 1 },
		{ 1, 1 }, { 0, 1 }, { 0, 0 }, { 1, 0 }, { 1, 0 }, { 2, 0 }, { 2, 1 },
		{ 1, 1 } };

	for (int i = 0; i < SAMPLE_VERTICES; i++)
		s->vertices[i] = (struct release_vertex){ places[i][0] * 1000,
			places[i][1] * 1000, UINT32_MAX };
	s->arcs[0] = (struct release_arc){ 0, 2 };
	s->arcs[1] = (struct release_arc){ 2, 4 };
	s->arcs[2] = (struct release_arc){ 6, 4 };
	s->links[1] = 2;
	s->links[2] = 4;
	s->links[3] = 1;
	s->rings[0] = (struct release_ring){ 0, 2, 1e6 };
	s->rings[1] = (struct release_ring){ 2, 2, 1e6 };
	s->shapes[0] = (struct release_shape){ 0, 0, 1, 500, 500, 500 };
	s->shapes[1] = (struct release_shape){ 1, 1, 1, 1500, 500, 500 };
	s->map = (struct draft_map){
		.source = 1,
		.shapes = s->shapes,
		.rings = s->rings,
		.links = s->links,
		.arcs = s->arcs,
		.vertices = s->vertices,
		.shape_count = 2,
		.ring_count = 2,
		.link_count = 4,
		.arc_count = 3,
		.vertex_count = SAMPLE_VERTICES,
	};
}

static void
make_dimensions(struct sample *s)
{
	static const struct str labels[] = { { "2015/16", 7 }, { "2016/17", 7 },
		{ "2015 - 17", 9 } };
	struct err err;

	for (uint32_t i = 0; i < SAMPLE_PERIODS; i++) {
		s->periods[i].label = labels[i];
		ck_assert(period_parse(labels[i], &s->periods[i].period, &err));
	}
	s->ages[0] = STR("5-16 yrs");
	s->ages[1] = STR("All ages");
	s->ages[2] = STR("School age");
	s->categories[1] =
	    (struct draft_category){ STR("County & UA deprivation deciles"),
		    STR("Most deprived decile (IMD)") };
	s->notes[1] = (struct draft_note){
		STR("Value suppressed for disclosure control due to small count"),
		MISSING_SUPPRESSED, false
	};
	s->notes[2] =
	    (struct draft_note){ STR("Modelled estimate"), MISSING_NOTED, true };
	s->goals[1] = STR("Red");
	s->goals[2] = STR("Similar to  goal ");
	s->sources[0] = (struct draft_source){ STR("a.csv"), STR("Fingertips data"),
		4096, 30, UINT64_C(0x0123456789abcdef) };
	s->sources[1] = (struct draft_source){ STR("under/\xc3\xa9.csv"),
		STR("Fingertips data"), 17, 2, UINT64_MAX };
}

static void
make_indicators(struct sample *s)
{
	s->fields[0] = (struct draft_field){ STR("Rationale"),
		STR("Because it matters."), ORIGIN_METADATA };
	s->fields[1] = (struct draft_field){ STR("Caveats"), STR("None known."),
		ORIGIN_DEFINITIONS };
	s->indicators[0] = (struct draft_indicator){ .key = STR("91141"),
		.name = STR("Emotional wellbeing of looked after children"),
		.short_name = STR("Wellbeing"),
		.unit = STR("%"),
		.topic = STR("Need"),
		.quality = STR("2"),
		.published = STR("Emotional wellbeing of  looked after children"),
		.rounding = 5,
		.value_type = VALUE_PROPORTION,
		.polarity = POLARITY_LOW,
		.interval = INTERVAL_WILSON,
		.comparison = COMPARISON_INTERVAL,
		.decimals = 1,
		.modelled = true,
		.frequency_months = 12,
		.multiplier = 100,
		.latest = 1,
		.fields = s->fields,
		.field_count = SAMPLE_FIELDS };
	s->indicators[0].facts[FACT_POLARITY] = (struct draft_fact){ ORIGIN_INFERRED,
		41, 2, STR("41 rows say so, 2 do not") };
	s->indicators[0].rule = disclose_regime(STR("hes"));
	s->indicators[0].hidden_note = s->indicators[0].hidden_other_note = 1;
	s->indicators[1] = (struct draft_indicator){ .key = STR("admissions"),
		.name = STR("Hospital admissions"),
		.unit = STR("per 100,000"),
		.value_type = VALUE_CRUDE_RATE,
		.polarity = POLARITY_HIGH,
		.interval = INTERVAL_BYAR,
		.comparison = COMPARISON_TWO_LEVELS,
		.decimals = 2,
		.multiplier = 100000,
		.latest = 2 };
	s->bands[0] = (struct draft_band){ .age = 0, .weight = 10000 };
	s->bands[1] = (struct draft_band){ .age = 2, .weight = 90000.5 };
	s->indicators[2] = (struct draft_indicator){ .key = STR("children"),
		.name = STR("Children"),
		.value_type = VALUE_COUNT,
		.latest = RELEASE_NONE,
		.standard = STR("Europe"),
		.bands = s->bands,
		.band_count = SAMPLE_BANDS,
		.standardised_age = 1 };
}

static void
make_contents(struct sample *s)
{
	s->domains[0] = (struct draft_domain){ STR("Identification of need"),
		STR("need"), STR("What is *known*."), &s->lists[0], 2 };
	s->domains[1] = (struct draft_domain){ STR("Services"), STR("services"),
		STR(""), &s->lists[1], 2 };
	s->updates[0] = (struct draft_update){ STR("2018-07"), STR("Corrected.") };
	s->updates[1] = (struct draft_update){ STR("2018-02-01"), STR("First.") };
	s->series[0] = (struct draft_series){ 0, 1, SEX_PERSONS, 0, 0, &s->lists[2],
		&s->lists[0], 1, 2, USUAL };
	s->series[1] = (struct draft_series){ 0, 2, SEX_PERSONS, 0, 0, &s->lists[0],
		&s->lists[0], 2, 2, USUAL };
	s->series[2] = (struct draft_series){ 0, 2, SEX_FEMALE, 1, 0, &s->lists[1],
		&s->lists[1], 1, 1, USUAL };
	s->series[3] = (struct draft_series){ 1, 2, SEX_PERSONS, 1, 1, &s->lists[0],
		&s->lists[0], 2, 3, ALL };
	s->series[4] = (struct draft_series){ 2, 0, SEX_NONE, 1, 0, &s->lists[3],
		&s->lists[2], 1, 1, LEAST };
}

static void
make_profile(struct draft_profile *profile)
{
	*profile = (struct draft_profile){ .title = STR("Leicestershire 2018"),
		.slug = STR("leicestershire-2018"),
		.summary = STR("A small one."),
		.introduction = STR("# Hello\n\nThis is \xe2\x80\x98it\xe2\x80\x99."),
		.notice = STR("Made up."),
		.publisher = STR("Somebody"),
		.contact = STR("somebody@example.org"),
		.licence = STR("OGL v3.0"),
		.published = STR("2018-03-01"),
		.root = 3,
		.benchmark = 2,
		.made_up = true,
		.rows = 40,
		.repeated = 25,
		.figures = 14 };
}

void
sample_make(struct sample *s)
{
	*s = (struct sample){ 0 };
	for (uint32_t i = 0; i < SAMPLE_LISTS; i++)
		s->lists[i] = i;
	make_geography(s);
	make_map(s);
	make_dimensions(s);
	make_indicators(s);
	make_contents(s);
	s->draft = (struct draft){
		.areas = s->areas,
		.area_count = SAMPLE_AREAS,
		.types = s->types,
		.type_count = SAMPLE_TYPES,
		.relations = s->relations,
		.relation_count = SAMPLE_RELATIONS,
		.changes = s->changes,
		.change_count = SAMPLE_CHANGES,
		.groups = s->groups,
		.group_count = SAMPLE_GROUPS,
		.kinds = s->kinds,
		.kind_count = SAMPLE_KINDS,
		.neighbours = s->neighbours,
		.neighbour_count = SAMPLE_NEIGHBOURS,
		.maps = &s->map,
		.map_count = 1,
		.periods = s->periods,
		.period_count = SAMPLE_PERIODS,
		.ages = s->ages,
		.age_count = SAMPLE_AGES,
		.categories = s->categories,
		.category_count = SAMPLE_CATEGORIES,
		.notes = s->notes,
		.note_count = SAMPLE_NOTES,
		.goals = s->goals,
		.goal_count = SAMPLE_GOALS,
		.indicators = s->indicators,
		.indicator_count = SAMPLE_INDICATORS,
		.domains = s->domains,
		.domain_count = SAMPLE_DOMAINS,
		.updates = s->updates,
		.update_count = SAMPLE_UPDATES,
		.sources = s->sources,
		.source_count = SAMPLE_SOURCES,
		.series = s->series,
		.series_count = SAMPLE_SERIES,
		.fill = fill,
		.context = s,
	};
	make_profile(&s->draft.profile);
}

struct str
sample_bytes(const struct draft *draft, size_t threads)
{
	char directory[] = "test-release-XXXXXX";
	char path[64];
	struct file file;
	struct err err = { 0 };

	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/x", directory);
	ck_assert_msg(release_write(draft, path, threads, &err), "%s", err.text);
	ck_assert_msg(file_open(&file, path, &err), "%s", err.text);
	char *bytes = malloc(file.bytes.len);
	ck_assert_ptr_nonnull(bytes);
	memcpy(bytes, file.bytes.at, file.bytes.len);
	struct str copy = { .at = bytes, .len = file.bytes.len };
	file_close(&file);
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(rmdir(directory), 0);
	return copy;
}
