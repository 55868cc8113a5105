/* Checksums keep no forger out: a release whose checksums are right and whose contents
 * are not is refused as well. */
#include <math.h>

#include "../unit.h"
#include "sample.h"
#include "seal.h"

/* Changes something in a release whose sections are at `at`. */
typedef void forge_function(char *const *at, struct release_entry *entries);

#define RECORD(type, section) ((struct type *)(void *)at[section])

#define FORGE(name, ...)                                                               \
	static void name(char *const *at, struct release_entry *entries)               \
	{                                                                              \
		(void)at;                                                              \
		(void)entries;                                                         \
		__VA_ARGS__;                                                           \
	}

/* Sections. */
FORGE(overlap, entries[SECTION_AGES].offset -= 64)
FORGE(gap, entries[SECTION_FIGURES].offset += 64)
FORGE(crooked, entries[SECTION_AREAS].offset += 4)
FORGE(beyond, entries[SECTION_HEAP].offset = UINT64_MAX - 63)
FORGE(endless, entries[SECTION_HEAP].length = UINT64_MAX - 64)
FORGE(countless, entries[SECTION_AREAS].count = UINT64_C(1) << 61)
FORGE(half, entries[SECTION_AREAS].length -= 4)
FORGE(padding, at[SECTION_TEXTS][-1] = 1)

static void
fewer_parents(char *const *at, struct release_entry *entries)
{
	struct release_entry *parents = &entries[SECTION_PARENTS];

	parents->count--;
	parents->length -= sizeof(struct release_relation);
	memset(
	    at[SECTION_PARENTS] + parents->length, 0, sizeof(struct release_relation));
}

/* Texts. */
FORGE(text_gap, RECORD(release_text, SECTION_TEXTS)[2].offset++)
FORGE(text_long, RECORD(release_text, SECTION_TEXTS)[2].len = UINT32_MAX)
FORGE(text_bytes, at[SECTION_HEAP][0] = (char)0xff)
FORGE(text_first, RECORD(release_text, SECTION_TEXTS)[0].len = 1)

/* Gives the full stop and a byte of the closing quotation mark to the next text. */
static void
text_cut(char *const *at, struct release_entry *entries)
{
	struct release_text *texts = RECORD(release_text, SECTION_TEXTS);
	uint32_t i = RECORD(release_profile, SECTION_PROFILE)->introduction;

	(void)entries;
	texts[i].len -= 2;
	texts[i + 1].offset -= 2;
	texts[i + 1].len += 2;
}

/* Records. */
FORGE(title, RECORD(release_profile, SECTION_PROFILE)->title = 9999)
FORGE(root, RECORD(release_profile, SECTION_PROFILE)->root = SAMPLE_AREAS)
FORGE(made_up, RECORD(release_profile, SECTION_PROFILE)->made_up = 2)
FORGE(area_order,
    RECORD(release_area, SECTION_AREAS)[0] = RECORD(release_area, SECTION_AREAS)[1])
FORGE(level, RECORD(release_area_type, SECTION_AREA_TYPES)[0].level = LEVEL_COUNT)
FORGE(type_areas, RECORD(release_area_type, SECTION_AREA_TYPES)[2].count = 9999)
FORGE(type_overlap, RECORD(release_area_type, SECTION_AREA_TYPES)[1].first = 0)
FORGE(child, RECORD(release_relation, SECTION_CHILDREN)[0].area = SAMPLE_AREAS)
FORGE(child_order, RECORD(release_relation, SECTION_CHILDREN)[1].area = 3)
FORGE(parent_type, RECORD(release_relation, SECTION_PARENTS)[4].type = SAMPLE_TYPES)
FORGE(change_area, RECORD(release_change, SECTION_CHANGES)[0].area = SAMPLE_AREAS)
FORGE(change_before, RECORD(release_change, SECTION_CHANGES)[3].before = SAMPLE_AREAS)
FORGE(
    change_of_nothing, RECORD(release_change, SECTION_CHANGES)[3].before = RELEASE_NONE)
FORGE(change_month, RECORD(release_change, SECTION_CHANGES)[3].month = INT32_MAX)
FORGE(change_order, RECORD(release_change, SECTION_CHANGES)[1].month = 2013 * 12 + 4)
FORGE(group_member, ((uint32_t *)(void *)at[SECTION_MEMBERS])[1] = SAMPLE_AREAS)
FORGE(group_order, ((uint32_t *)(void *)at[SECTION_MEMBERS])[1] = 0)
FORGE(group_empty, RECORD(release_group, SECTION_GROUPS)[1].count = 0)
FORGE(group_range, RECORD(release_group, SECTION_GROUPS)[1].first = 1)
FORGE(kind_measured, RECORD(release_kind, SECTION_KINDS)[0].measured = 2)
FORGE(kind_name, RECORD(release_kind, SECTION_KINDS)[0].name = UINT32_MAX)
FORGE(neighbour_itself, RECORD(release_neighbour, SECTION_NEIGHBOURS)[0].neighbour = 0)
FORGE(neighbour_order, RECORD(release_neighbour, SECTION_NEIGHBOURS)[0].kind = 1)
FORGE(neighbour_kind, RECORD(release_neighbour, SECTION_NEIGHBOURS)[2].kind = 2)
FORGE(
    neighbour_distance, RECORD(release_neighbour, SECTION_NEIGHBOURS)[1].distance = -1)
FORGE(map_source, RECORD(release_map, SECTION_MAPS)->source = SAMPLE_SOURCES)
FORGE(map_empty, RECORD(release_map, SECTION_MAPS)->shapes = 0)
FORGE(map_arcs, RECORD(release_map, SECTION_MAPS)->arcs = 4)
FORGE(shape_area, RECORD(release_shape, SECTION_SHAPES)[1].area = SAMPLE_AREAS)
FORGE(shape_order, RECORD(release_shape, SECTION_SHAPES)[1].area = 0)
FORGE(shape_rings, RECORD(release_shape, SECTION_SHAPES)[1].rings = 2)
FORGE(ring_overlap, RECORD(release_ring, SECTION_RINGS)[1].first_link = 1)
FORGE(ring_empty, RECORD(release_ring, SECTION_RINGS)[1].links = 0)
FORGE(ring_area, RECORD(release_ring, SECTION_RINGS)[0].area = (double)NAN)
FORGE(link, ((uint32_t *)(void *)at[SECTION_LINKS])[3] = 6)
FORGE(arc_short, RECORD(release_arc, SECTION_ARCS)[0].vertices = 1)
FORGE(arc_range, RECORD(release_arc, SECTION_ARCS)[2].vertices = 5)
FORGE(months, RECORD(release_period, SECTION_PERIODS)[0].months = 0)
FORGE(style, RECORD(release_period, SECTION_PERIODS)[0].style = 200)
FORGE(period_first, RECORD(release_period, SECTION_PERIODS)[0].first = INT32_MAX)
FORGE(period_newer, RECORD(release_period, SECTION_PERIODS)[0].first += 120)
FORGE(age, RECORD(release_age, SECTION_AGES)[1].label = RELEASE_NONE)
FORGE(category, RECORD(release_category, SECTION_CATEGORIES)[1].name = 9999)
FORGE(note_missing, RECORD(release_note, SECTION_NOTES)[1].missing = MISSING_COUNT)
FORGE(note_modelled, RECORD(release_note, SECTION_NOTES)[1].modelled = 7)
FORGE(goal, RECORD(release_goal, SECTION_GOALS)[1].text = RELEASE_NONE)
FORGE(area_published, RECORD(release_area, SECTION_AREAS)[0].published = RELEASE_NONE)
FORGE(indicator_published,
    RECORD(release_indicator, SECTION_INDICATORS)[0].published = RELEASE_NONE)
FORGE(value_type,
    RECORD(release_indicator, SECTION_INDICATORS)[0].value_type = VALUE_TYPE_COUNT)
FORGE(polarity, RECORD(release_indicator, SECTION_INDICATORS)[0].polarity = 255)
FORGE(interval, RECORD(release_indicator, SECTION_INDICATORS)[0].interval = 255)
FORGE(comparison,
    RECORD(release_indicator, SECTION_INDICATORS)[0].comparison = COMPARISON_COUNT)
FORGE(decimals,
    RECORD(release_indicator, SECTION_INDICATORS)[0].decimals = RELEASE_DECIMALS)
FORGE(modelled, RECORD(release_indicator, SECTION_INDICATORS)[0].modelled = 2)
FORGE(multiplier,
    RECORD(release_indicator, SECTION_INDICATORS)[0].multiplier = (double)NAN)
FORGE(negative, RECORD(release_indicator, SECTION_INDICATORS)[0].multiplier = -1)
FORGE(latest, RECORD(release_indicator, SECTION_INDICATORS)[0].latest = SAMPLE_PERIODS)
FORGE(its_series, RECORD(release_indicator, SECTION_INDICATORS)[0].series = UINT32_MAX)
FORGE(others_series, RECORD(release_indicator, SECTION_INDICATORS)[0].series--)
FORGE(its_fields, RECORD(release_indicator, SECTION_INDICATORS)[0].fields = 1)
FORGE(fact_origin, RECORD(release_fact, SECTION_FACTS)[0].origin = 99)
FORGE(fact_text, RECORD(release_fact, SECTION_FACTS)[0].text = 9999)
FORGE(its_bands, RECORD(release_indicator, SECTION_INDICATORS)[2].bands = 1)
FORGE(rate_age, RECORD(release_indicator, SECTION_INDICATORS)[0].standardised_age = 0)
FORGE(no_age,
    RECORD(release_indicator, SECTION_INDICATORS)[2].standardised_age = SAMPLE_AGES)
FORGE(band_age, RECORD(release_band, SECTION_BANDS)[0].age = SAMPLE_AGES)
FORGE(band_total, RECORD(release_band, SECTION_BANDS)[0].age = 1)
FORGE(band_twice, RECORD(release_band, SECTION_BANDS)[1].age = 0)
FORGE(band_weight, RECORD(release_band, SECTION_BANDS)[0].weight = -1)
FORGE(band_weightless, RECORD(release_band, SECTION_BANDS)[0].weight = (double)NAN)
FORGE(band_reserved, RECORD(release_band, SECTION_BANDS)[1].reserved = 1)
FORGE(field_label, RECORD(release_field, SECTION_FIELDS)[0].label = 9999)
FORGE(field_origin, RECORD(release_field, SECTION_FIELDS)[0].origin = 4)
FORGE(item, ((uint32_t *)(void *)at[SECTION_ITEMS])[3] = SAMPLE_INDICATORS)
FORGE(domain_slug, RECORD(release_domain, SECTION_DOMAINS)[0].slug = 9999)
FORGE(domain_items, RECORD(release_domain, SECTION_DOMAINS)[1].first = 0)
FORGE(domain_fewer, RECORD(release_domain, SECTION_DOMAINS)[1].count--)
FORGE(update, RECORD(release_update, SECTION_UPDATES)[0].text = 9999)
FORGE(rule_of, RECORD(release_rule, SECTION_RULES)->indicator = SAMPLE_INDICATORS)
FORGE(rule_small, RECORD(release_rule, SECTION_RULES)->small_least = 2)
FORGE(rule_large, RECORD(release_rule, SECTION_RULES)->small_most = UINT32_MAX)
FORGE(rule_base, RECORD(release_rule, SECTION_RULES)->base[0] = UINT32_MAX)
FORGE(rule_flags, RECORD(release_rule, SECTION_RULES)->flags = RULE_FLAGS)
FORGE(rule_note, RECORD(release_rule, SECTION_RULES)->note = SAMPLE_NOTES)
FORGE(source, RECORD(release_source, SECTION_SOURCES)[0].kind = 9999)

/* Series. */
FORGE(indicator, RECORD(release_series, SECTION_SERIES)[4].indicator = 9999)
FORGE(area_type, RECORD(release_series, SECTION_SERIES)[4].area_type = SAMPLE_TYPES)
FORGE(sex, RECORD(release_series, SECTION_SERIES)[4].sex = SEX_COUNT)
FORGE(its_age, RECORD(release_series, SECTION_SERIES)[4].age = SAMPLE_AGES)
FORGE(its_category,
    RECORD(release_series, SECTION_SERIES)[4].category = SAMPLE_CATEGORIES)
FORGE(series_order, RECORD(release_series, SECTION_SERIES)[2].sex = SEX_PERSONS,
    RECORD(release_series, SECTION_SERIES)[2].age = 0)
FORGE(no_areas, RECORD(release_series, SECTION_SERIES)[4].areas = 0)
FORGE(no_periods, RECORD(release_series, SECTION_SERIES)[4].periods = 0,
    RECORD(release_series, SECTION_SERIES)[4].length = 0)
FORGE(huge, RECORD(release_series, SECTION_SERIES)[4].areas = UINT32_MAX,
    RECORD(release_series, SECTION_SERIES)[4].periods = UINT32_MAX)
FORGE(first_area, RECORD(release_series, SECTION_SERIES)[4].first_area = UINT32_MAX)
FORGE(list_order, ((uint32_t *)(void *)at[SECTION_LISTS])[3] = 0)
FORGE(columns, RECORD(release_series, SECTION_SERIES)[4].columns |= 1u << COLUMN_COUNT)
FORGE(no_value, RECORD(release_series, SECTION_SERIES)[3].columns &= ~1u)
FORGE(
    no_line, RECORD(release_series, SECTION_SERIES)[0].columns &= ~(1u << COLUMN_LINE))
FORGE(block_gap, RECORD(release_series, SECTION_SERIES)[1].offset += 8)
FORGE(block_long, RECORD(release_series, SECTION_SERIES)[4].length += 8)
FORGE(block_far, RECORD(release_series, SECTION_SERIES)[4].offset = UINT64_MAX - 7)

/* Figures, of the series with all columns: two areas, three periods. */
static char *
cell(char *const *at, enum release_column column)
{
	const struct release_series *s = &RECORD(release_series, SECTION_SERIES)[3];
	struct layout layout;

	ck_assert(layout_of(s->columns, s->areas, s->periods, &layout));
	return at[SECTION_FIGURES] + s->offset + layout.offset[column];
}

#define CELL(type, column) (*(type *)(void *)cell(at, column))

FORGE(infinite, CELL(double, COLUMN_UPPER998) = (double)INFINITY)
FORGE(no_reason, CELL(double, COLUMN_VALUE) = (double)NAN)
FORGE(reason, CELL(uint8_t, COLUMN_MISSING) = MISSING_SMALL)
FORGE(reasons, CELL(uint8_t, COLUMN_MISSING) = MISSING_COUNT)
FORGE(cell_note, CELL(uint16_t, COLUMN_NOTE) = SAMPLE_NOTES)
FORGE(cell_goal, CELL(uint16_t, COLUMN_GOAL) = SAMPLE_GOALS)
FORGE(cell_source, CELL(uint16_t, COLUMN_SOURCE) = SAMPLE_SOURCES)
FORGE(verdict, CELL(uint16_t, COLUMN_PUBLISHED) = (VERDICT_COUNT + 1)
						  << PUBLISHED_ENGLAND)
FORGE(parent_verdict, CELL(uint16_t, COLUMN_PUBLISHED) = 15 << PUBLISHED_PARENT)
FORGE(trend, CELL(uint16_t, COLUMN_PUBLISHED) = (TREND_DOWN + 2) << PUBLISHED_TREND)

#define PLACE "is out of place"
#define TEXTS "its texts do not fit together"
#define AREAS "its areas do not fit together"
#define PERIODS "its periods, ages, categories, notes or goals are out of range"
#define INDICATORS "its indicators and domains do not fit together"
#define SERIES "its series do not fit together"
#define FIGURES "the figures of 'Hospital admissions' are out of range"

static const struct {
	const char *name;
	forge_function *forge;
	const char *says;
} forgeries[] = {
	{ "sections overlap", overlap, "'ages' " PLACE },
	{ "a gap between sections", gap, "'figures' " PLACE },
	{ "a section that is not aligned", crooked, "'areas' " PLACE },
	{ "a section behind the end", beyond, "'heap' " PLACE },
	{ "a section longer than all", endless, "'heap' " PLACE },
	{ "a count that overflows", countless, "'areas' " PLACE },
	{ "half a record", half, "'areas' " PLACE },
	{ "fewer parents than children", fewer_parents,
	    "not as many parents as children" },
	{ "something in the padding", padding,
	    "something lies before section 'texts'" },
	{ "a gap between texts", text_gap, TEXTS },
	{ "a text longer than the heap", text_long, TEXTS },
	{ "a text that is not UTF-8", text_bytes, TEXTS },
	{ "a first text that is not empty", text_first, TEXTS },
	{ "a text that ends within a character", text_cut, TEXTS },
	{ "a text that is not there", title, AREAS },
	{ "a root that is not there", root, AREAS },
	{ "half made up", made_up, AREAS },
	{ "an area twice", area_order, AREAS },
	{ "an area published without name", area_published, AREAS },
	{ "an unknown level", level, AREAS },
	{ "areas of a type beyond the lists", type_areas, AREAS },
	{ "types that share areas", type_overlap, AREAS },
	{ "a child that is not there", child, AREAS },
	{ "children out of order", child_order, AREAS },
	{ "a parent of no type", parent_type, AREAS },
	{ "a change of an area that is not there", change_area, AREAS },
	{ "a change from an area that is not there", change_before, AREAS },
	{ "a change of nothing", change_of_nothing, AREAS },
	{ "a change out of all time", change_month, AREAS },
	{ "changes out of order", change_order, AREAS },
	{ "a group of an area that is not there", group_member, AREAS },
	{ "a group out of order", group_order, AREAS },
	{ "a group of nothing", group_empty, AREAS },
	{ "groups that overlap in the file", group_range, AREAS },
	{ "a distance that is neither there nor not", kind_measured, AREAS },
	{ "a kind without a name", kind_name, AREAS },
	{ "a neighbour of itself", neighbour_itself, AREAS },
	{ "neighbours out of order", neighbour_order, AREAS },
	{ "a neighbour of no kind", neighbour_kind, AREAS },
	{ "a distance below zero", neighbour_distance, AREAS },
	{ "a map from no source", map_source, AREAS },
	{ "a map of nothing", map_empty, AREAS },
	{ "a map of arcs that are not there", map_arcs, AREAS },
	{ "a shape of an area that is not there", shape_area, AREAS },
	{ "shapes out of order", shape_order, AREAS },
	{ "rings that are not there", shape_rings, AREAS },
	{ "rings that overlap in the file", ring_overlap, AREAS },
	{ "a ring of nothing", ring_empty, AREAS },
	{ "a ring without area", ring_area, AREAS },
	{ "a link to no arc", link, AREAS },
	{ "an arc of one place", arc_short, AREAS },
	{ "an arc of places that are not there", arc_range, AREAS },
	{ "a period without length", months, PERIODS },
	{ "an unknown kind of year", style, PERIODS },
	{ "a period out of all time", period_first, PERIODS },
	{ "periods out of order", period_newer, PERIODS },
	{ "an age without label", age, PERIODS },
	{ "a category without name", category, PERIODS },
	{ "a note with an unknown reason", note_missing, PERIODS },
	{ "a note that is modelled seven times", note_modelled, PERIODS },
	{ "a goal without text", goal, PERIODS },
	{ "a name that was published nowhere", indicator_published, INDICATORS },
	{ "an unknown value type", value_type, INDICATORS },
	{ "an unknown polarity", polarity, INDICATORS },
	{ "an unknown method of limits", interval, INDICATORS },
	{ "an unknown comparison", comparison, INDICATORS },
	{ "too many decimals", decimals, INDICATORS },
	{ "an indicator modelled twice", modelled, INDICATORS },
	{ "a multiplier that is no number", multiplier, INDICATORS },
	{ "a negative multiplier", negative, INDICATORS },
	{ "a latest period that is not there", latest, INDICATORS },
	{ "more series than there are", its_series, INDICATORS },
	{ "a series of no indicator", others_series, INDICATORS },
	{ "a field of no indicator", its_fields, INDICATORS },
	{ "a fact from nowhere", fact_origin, INDICATORS },
	{ "a fact without evidence", fact_text, INDICATORS },
	{ "a band of no indicator", its_bands, INDICATORS },
	{ "the age of a rate without bands", rate_age, INDICATORS },
	{ "a rate of no age", no_age, INDICATORS },
	{ "a band of no age", band_age, INDICATORS },
	{ "a band of the age of the rate", band_total, INDICATORS },
	{ "a band that is there twice", band_twice, INDICATORS },
	{ "a band of negative weight", band_weight, INDICATORS },
	{ "a band without a weight", band_weightless, INDICATORS },
	{ "something reserved in a band", band_reserved, INDICATORS },
	{ "a field without label", field_label, INDICATORS },
	{ "a field from nowhere", field_origin, INDICATORS },
	{ "an unknown indicator in a domain", item, INDICATORS },
	{ "a domain without slug", domain_slug, INDICATORS },
	{ "domains that share items", domain_items, INDICATORS },
	{ "an item of no domain", domain_fewer, INDICATORS },
	{ "an update without text", update, INDICATORS },
	{ "a source without kind", source, INDICATORS },
	{ "a series of another indicator", indicator, INDICATORS },
	{ "a rule of no indicator", rule_of, INDICATORS },
	{ "a rule that contradicts itself", rule_small, INDICATORS },
	{ "a rule that hides everything", rule_large, INDICATORS },
	{ "a rule that rounds beyond all counts", rule_base, INDICATORS },
	{ "a rule with an unknown flag", rule_flags, INDICATORS },
	{ "a rule with a note that is not there", rule_note, INDICATORS },
	{ "a series of no type", area_type, SERIES },
	{ "an unknown sex", sex, SERIES },
	{ "an unknown age", its_age, SERIES },
	{ "an unknown category", its_category, SERIES },
	{ "a series twice", series_order, SERIES },
	{ "a series without areas", no_areas, SERIES },
	{ "a series without periods", no_periods, SERIES },
	{ "more cells than can be", huge, SERIES },
	{ "areas behind the lists", first_area, SERIES },
	{ "a list out of order", list_order, AREAS },
	{ "an unknown column", columns, SERIES },
	{ "a series without values", no_value, SERIES },
	{ "sources without lines", no_line, SERIES },
	{ "a gap between blocks", block_gap, SERIES },
	{ "a block longer than its columns", block_long, SERIES },
	{ "a block behind the end", block_far, SERIES },
	{ "an infinite number", infinite, FIGURES },
	{ "a blank without a reason", no_reason, FIGURES },
	{ "a value with a reason why it is not there", reason, FIGURES },
	{ "an unknown reason", reasons, FIGURES },
	{ "an unknown note", cell_note, FIGURES },
	{ "an unknown goal", cell_goal, FIGURES },
	{ "an unknown source", cell_source, FIGURES },
	{ "an unknown verdict", verdict, FIGURES },
	{ "an unknown verdict on the parent", parent_verdict, FIGURES },
	{ "an unknown trend", trend, FIGURES },
};

/* Sealed in memory: after the change of entries the directory is put back. */
static bool
opens_forged(forge_function *forge, struct err *err)
{
	struct release_entry entries[SECTION_COUNT];
	char *at[SECTION_COUNT];
	struct release release;
	struct sample sample;

	sample_make(&sample);
	struct str bytes = sample_bytes(&sample.draft, 1);
	char *all = (char *)(uintptr_t)bytes.at;
	char *directory = all + sizeof(struct release_header);
	memcpy(entries, directory, sizeof entries);
	for (unsigned i = 0; i < SECTION_COUNT; i++)
		at[i] = all + entries[i].offset;
	if (forge)
		forge(at, entries);
	memcpy(directory, entries, sizeof entries);
	seal(all, bytes.len);
	bool fine = release_open_bytes(&release, bytes, err) &&
		    release_check_all(&release, err);
	release_close(&release);
	free(all);
	return fine;
}

START_TEST(test_an_untouched_release_survives_sealing)
{
	struct err err = { 0 };

	ck_assert_msg(opens_forged(NULL, &err), "%s", err.text);
}
END_TEST

START_TEST(test_forgeries)
{
	struct err err = { 0 };

	ck_assert_msg(
	    !opens_forged(forgeries[_i].forge, &err), "%s", forgeries[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_msg(strstr(err.text, forgeries[_i].says) != NULL,
	    "%s: '%s', want '%s'", forgeries[_i].name, err.text, forgeries[_i].says);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("forged");

	tcase_add_test(tcase, test_an_untouched_release_survives_sealing);
	ADD_ROWS(tcase, test_forgeries, forgeries);
	return unit_run("forged", tcase);
}
