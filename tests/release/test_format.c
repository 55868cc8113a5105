/* format.h and docs/release-format.md say the same, so that a reader written from the
 * page reads what this program writes. The page is where TARTAN_DOCS says. */
#include <stddef.h>
#include <stdio.h>

#include "../unit.h"
#include "base/file.h"
#include "model/area.h"
#include "release/layout.h"
#include "sample.h"

static struct file
open_page(void)
{
	const char *folder = getenv("TARTAN_DOCS");
	struct file page;
	struct err err = { 0 };
	char path[4096];

	snprintf(path, sizeof path, "%s/release-format.md", folder ? folder : "docs");
	ck_assert_msg(file_open(&page, path, &err), "%s", err.text);
	return page;
}

/* The part of the page from a heading to the next one. */
static struct str
part_of(struct str page, const char *heading)
{
	size_t len = strlen(heading);

	for (size_t i = 0; i + len <= page.len; i++) {
		if (memcmp(page.at + i, heading, len) != 0)
			continue;
		struct str rest = str_slice(page, i + len, page.len);
		const char *end = memchr(rest.at, '#', rest.len);
		return end ? str_slice(rest, 0, (size_t)(end - rest.at)) : rest;
	}
	ck_abort_msg("no heading '%s'", heading);
}

static const struct {
	const char *record, *field;
	size_t offset, size, of;
} fields[] = {
#define FIELD(record, field)                                                           \
	{                                                                              \
#record, #field, offsetof(struct record, field),                       \
		    sizeof(((struct record *)NULL)->field), sizeof(struct record)      \
	}
	FIELD(release_header, magic),
	FIELD(release_header, version),
	FIELD(release_header, sections),
	FIELD(release_header, length),
	FIELD(release_header, checksum),
	FIELD(release_entry, offset),
	FIELD(release_entry, length),
	FIELD(release_entry, count),
	FIELD(release_entry, checksum),
	FIELD(release_profile, title),
	FIELD(release_profile, slug),
	FIELD(release_profile, summary),
	FIELD(release_profile, introduction),
	FIELD(release_profile, notice),
	FIELD(release_profile, publisher),
	FIELD(release_profile, contact),
	FIELD(release_profile, licence),
	FIELD(release_profile, published),
	FIELD(release_profile, root),
	FIELD(release_profile, benchmark),
	FIELD(release_profile, made_up),
	FIELD(release_profile, rows),
	FIELD(release_profile, repeated),
	FIELD(release_profile, figures),
	FIELD(release_text, offset),
	FIELD(release_text, len),
	FIELD(release_area, code),
	FIELD(release_area, name),
	FIELD(release_area, published),
	FIELD(release_area_type, name),
	FIELD(release_area_type, slug),
	FIELD(release_area_type, level),
	FIELD(release_area_type, first),
	FIELD(release_area_type, count),
	FIELD(release_relation, type),
	FIELD(release_relation, parent),
	FIELD(release_relation, area),
	FIELD(release_change, area),
	FIELD(release_change, before),
	FIELD(release_change, month),
	FIELD(release_group, code),
	FIELD(release_group, name),
	FIELD(release_group, first),
	FIELD(release_group, count),
	FIELD(release_kind, slug),
	FIELD(release_kind, name),
	FIELD(release_kind, basis),
	FIELD(release_kind, left_out),
	FIELD(release_kind, measured),
	FIELD(release_neighbour, kind),
	FIELD(release_neighbour, area),
	FIELD(release_neighbour, neighbour),
	FIELD(release_neighbour, rank),
	FIELD(release_neighbour, distance),
	FIELD(release_map, source),
	FIELD(release_map, first_shape),
	FIELD(release_map, shapes),
	FIELD(release_map, first_arc),
	FIELD(release_map, arcs),
	FIELD(release_shape, area),
	FIELD(release_shape, first_ring),
	FIELD(release_shape, rings),
	FIELD(release_shape, x),
	FIELD(release_shape, y),
	FIELD(release_shape, radius),
	FIELD(release_ring, first_link),
	FIELD(release_ring, links),
	FIELD(release_ring, area),
	FIELD(release_arc, first_vertex),
	FIELD(release_arc, vertices),
	FIELD(release_vertex, x),
	FIELD(release_vertex, y),
	FIELD(release_vertex, weight),
	FIELD(release_period, first),
	FIELD(release_period, months),
	FIELD(release_period, style),
	FIELD(release_period, part),
	FIELD(release_period, label),
	FIELD(release_age, label),
	FIELD(release_category, type),
	FIELD(release_category, name),
	FIELD(release_note, text),
	FIELD(release_note, missing),
	FIELD(release_note, modelled),
	FIELD(release_goal, text),
	FIELD(release_indicator, key),
	FIELD(release_indicator, name),
	FIELD(release_indicator, short_name),
	FIELD(release_indicator, unit),
	FIELD(release_indicator, topic),
	FIELD(release_indicator, quality),
	FIELD(release_indicator, value_type),
	FIELD(release_indicator, polarity),
	FIELD(release_indicator, interval),
	FIELD(release_indicator, comparison),
	FIELD(release_indicator, decimals),
	FIELD(release_indicator, modelled),
	FIELD(release_indicator, frequency_months),
	FIELD(release_indicator, year_type),
	FIELD(release_indicator, multiplier),
	FIELD(release_indicator, first_series),
	FIELD(release_indicator, series),
	FIELD(release_indicator, first_field),
	FIELD(release_indicator, fields),
	FIELD(release_indicator, latest),
	FIELD(release_indicator, quality_meaning),
	FIELD(release_indicator, rounding),
	FIELD(release_indicator, published),
	FIELD(release_indicator, standard),
	FIELD(release_indicator, first_band),
	FIELD(release_indicator, bands),
	FIELD(release_indicator, standardised_age),
	FIELD(release_fact, origin),
	FIELD(release_fact, reserved),
	FIELD(release_fact, supporting),
	FIELD(release_fact, contradicting),
	FIELD(release_fact, text),
	FIELD(release_field, label),
	FIELD(release_field, text),
	FIELD(release_field, origin),
	FIELD(release_band, weight),
	FIELD(release_band, age),
	FIELD(release_band, reserved),
	FIELD(release_domain, name),
	FIELD(release_domain, slug),
	FIELD(release_domain, summary),
	FIELD(release_domain, first),
	FIELD(release_domain, count),
	FIELD(release_update, date),
	FIELD(release_update, text),
	FIELD(release_source, path),
	FIELD(release_source, kind),
	FIELD(release_source, bytes),
	FIELD(release_source, rows),
	FIELD(release_source, checksum),
	FIELD(release_rule, indicator),
	FIELD(release_rule, name),
	FIELD(release_rule, small_least),
	FIELD(release_rule, small_most),
	FIELD(release_rule, reach_least),
	FIELD(release_rule, reach_most),
	FIELD(release_rule, values),
	FIELD(release_rule, base),
	FIELD(release_rule, flags),
	FIELD(release_rule, note),
	FIELD(release_rule, note_other),
	FIELD(release_series, indicator),
	FIELD(release_series, area_type),
	FIELD(release_series, sex),
	FIELD(release_series, age),
	FIELD(release_series, category),
	FIELD(release_series, first_area),
	FIELD(release_series, areas),
	FIELD(release_series, first_period),
	FIELD(release_series, periods),
	FIELD(release_series, columns),
	FIELD(release_series, offset),
	FIELD(release_series, length),
	FIELD(release_series, checksum),
#undef FIELD
};

/* Fields follow each other without padding, and the page has a row for each. */
START_TEST(test_fields)
{
	struct file page = open_page();
	char text[128];

	for (size_t i = 0; i < ROWS(fields); i++) {
		bool first =
		    i == 0 || strcmp(fields[i - 1].record, fields[i].record) != 0;
		bool last = i + 1 == ROWS(fields) ||
			    strcmp(fields[i + 1].record, fields[i].record) != 0;
		size_t want = first ? 0 : fields[i - 1].offset + fields[i - 1].size;
		ck_assert_msg(fields[i].offset == want, "%s.%s is at %zu, want %zu",
		    fields[i].record, fields[i].field, fields[i].offset, want);
		ck_assert_msg(
		    !last || fields[i].offset + fields[i].size == fields[i].of,
		    "%s has padding behind %s", fields[i].record, fields[i].field);
		snprintf(text, sizeof text, "### `%s`", fields[i].record);
		struct str part = part_of(page.bytes, text);
		snprintf(text, sizeof text, "\n| %zu | %zu | `%s` |", fields[i].offset,
		    fields[i].size, fields[i].field);
		ck_assert_msg(str_has(part, str_of(text)), "%s: no row '%s'",
		    fields[i].record, text + 1);
	}
	file_close(&page);
}
END_TEST

START_TEST(test_sections)
{
	struct file page = open_page();
	struct str part = part_of(page.bytes, "\n## Sections");
	enum release_section section = (enum release_section)_i;
	char row[128];

	snprintf(row, sizeof row, "\n| %d | %s | %llu |", _i,
	    layout_section_name(section),
	    (unsigned long long)layout_record_size(section));
	ck_assert_msg(str_has(part, str_of(row)), "no row '%s'", row + 1);
	file_close(&page);
}
END_TEST

static const struct {
	const char *name;
	unsigned number;
} numbers[] = {
#define NUMBER(name)                                                                   \
	{                                                                              \
#name, name                                                            \
	}
	NUMBER(LEVEL_COUNTRY),
	NUMBER(LEVEL_NHS_REGION),
	NUMBER(LEVEL_REGION),
	NUMBER(LEVEL_COMBINED_AUTHORITY),
	NUMBER(LEVEL_ICB),
	NUMBER(LEVEL_SUB_ICB),
	NUMBER(LEVEL_UPPER_TIER),
	NUMBER(LEVEL_LOWER_TIER),
	NUMBER(LEVEL_WARD),
	NUMBER(LEVEL_SMALL_AREA),
	NUMBER(LEVEL_NETWORK),
	NUMBER(LEVEL_PRACTICE),
	NUMBER(LEVEL_OTHER),
	NUMBER(PERIOD_CALENDAR),
	NUMBER(PERIOD_SPLIT),
	NUMBER(PERIOD_FINANCIAL),
	NUMBER(PERIOD_ACADEMIC),
	NUMBER(PERIOD_YEARS),
	NUMBER(PERIOD_QUARTERS),
	NUMBER(PERIOD_MONTHS),
	NUMBER(SEX_PERSONS),
	NUMBER(SEX_MALE),
	NUMBER(SEX_FEMALE),
	NUMBER(SEX_NONE),
	NUMBER(SEX_UNSTATED),
	NUMBER(VALUE_UNKNOWN),
	NUMBER(VALUE_PROPORTION),
	NUMBER(VALUE_CRUDE_RATE),
	NUMBER(VALUE_DSR),
	NUMBER(VALUE_ISR),
	NUMBER(VALUE_ISRATIO),
	NUMBER(VALUE_RATIO),
	NUMBER(VALUE_COUNT),
	NUMBER(VALUE_MEAN),
	NUMBER(VALUE_SCORE),
	NUMBER(VALUE_LIFE_EXPECTANCY),
	NUMBER(VALUE_SLOPE_INDEX),
	NUMBER(POLARITY_UNKNOWN),
	NUMBER(POLARITY_LOW),
	NUMBER(POLARITY_HIGH),
	NUMBER(POLARITY_NEUTRAL),
	NUMBER(POLARITY_NONE),
	NUMBER(INTERVAL_UNKNOWN),
	NUMBER(INTERVAL_NONE),
	NUMBER(INTERVAL_WILSON),
	NUMBER(INTERVAL_BYAR),
	NUMBER(INTERVAL_DOBSON),
	NUMBER(INTERVAL_T),
	NUMBER(INTERVAL_OTHER),
	NUMBER(COMPARISON_INTERVAL),
	NUMBER(COMPARISON_INTERVAL_998),
	NUMBER(COMPARISON_TWO_LEVELS),
	NUMBER(COMPARISON_OVERLAP),
	NUMBER(COMPARISON_QUINTILES),
	NUMBER(COMPARISON_NONE),
	NUMBER(FACT_VALUE_TYPE),
	NUMBER(FACT_MULTIPLIER),
	NUMBER(FACT_UNIT),
	NUMBER(FACT_INTERVAL),
	NUMBER(FACT_POLARITY),
	NUMBER(FACT_COMPARISON),
	NUMBER(FACT_DECIMALS),
	NUMBER(FACT_MODELLED),
	NUMBER(FACT_FREQUENCY),
	NUMBER(FACT_YEAR_TYPE),
	NUMBER(FACT_ROUNDING),
	NUMBER(ORIGIN_NONE),
	NUMBER(ORIGIN_INFERRED),
	NUMBER(ORIGIN_METADATA),
	NUMBER(ORIGIN_DEFINITIONS),
	NUMBER(MISSING_NOT),
	NUMBER(MISSING_SUPPRESSED),
	NUMBER(MISSING_SMALL),
	NUMBER(MISSING_QUALITY),
	NUMBER(MISSING_NOTED),
	NUMBER(MISSING_UNPUBLISHED),
	NUMBER(MISSING_NO_ROW),
	NUMBER(MISSING_NO_DENOMINATOR),
	NUMBER(VERDICT_NONE),
	NUMBER(VERDICT_WORST),
	NUMBER(VERDICT_WORSE),
	NUMBER(VERDICT_SIMILAR),
	NUMBER(VERDICT_BETTER),
	NUMBER(VERDICT_BEST),
	NUMBER(VERDICT_LOWEST),
	NUMBER(VERDICT_LOWER),
	NUMBER(VERDICT_HIGHER),
	NUMBER(VERDICT_HIGHEST),
	NUMBER(TREND_UNKNOWN),
	NUMBER(TREND_NONE),
	NUMBER(TREND_UP),
	NUMBER(TREND_DOWN),
#undef NUMBER
};

START_TEST(test_enumerations)
{
	struct file page = open_page();
	struct str part = part_of(page.bytes, "\n## Enumerations");
	char text[64];

	snprintf(text, sizeof text, "%u\n  `%s`", numbers[_i].number, numbers[_i].name);
	bool wrapped = str_has(part, str_of(text));
	snprintf(text, sizeof text, " %u `%s`", numbers[_i].number, numbers[_i].name);
	ck_assert_msg(wrapped || str_has(part, str_of(text)), "no '%s'", text + 1);
	file_close(&page);
}
END_TEST

static const char *const columns[COLUMN_COUNT] = { "VALUE", "LOWER95", "UPPER95",
	"LOWER998", "UPPER998", "COUNT_OF", "DENOMINATOR", "LINE", "NOTE", "SOURCE",
	"PUBLISHED", "GOAL", "MISSING" };

START_TEST(test_columns)
{
	struct file page = open_page();
	struct str part = part_of(page.bytes, "\n## Blocks");
	char row[128];

	snprintf(row, sizeof row, "\n| %d | `COLUMN_%s` | %llu |", _i, columns[_i],
	    (unsigned long long)layout_column_size((enum release_column)_i));
	ck_assert_msg(str_has(part, str_of(row)), "no row '%s'", row + 1);
	file_close(&page);
}
END_TEST

/* The bytes of the example are those of the least release there can be. */
START_TEST(test_example)
{
	struct file page = open_page();
	struct str part = part_of(page.bytes, "\n## An example");
	struct draft_category category = { 0 };
	struct draft_note note = { 0 };
	struct draft draft = { .categories = &category,
		.category_count = 1,
		.notes = &note,
		.note_count = 1 };
	char line[128];

	draft.profile.root = draft.profile.benchmark = RELEASE_NONE;
	struct str bytes = sample_bytes(&draft, 1);
	ck_assert_uint_eq(bytes.len, 1472);
	for (size_t i = 0; i < 96; i += 16) {
		int len = snprintf(line, sizeof line, "\n%08zx ", i);
		for (size_t b = i; b < i + 16; b++)
			len += snprintf(line + len, sizeof line - (size_t)len,
			    b == i + 8 ? "  %02x" : " %02x",
			    (unsigned char)bytes.at[b]);
		ck_assert_msg(str_has(part, str_of(line)), "want %s", line + 1);
	}
	free((void *)(uintptr_t)bytes.at);
	file_close(&page);
}
END_TEST

/* Columns lie in their order, each aligned, the block a multiple of eight. */
START_TEST(test_layout)
{
	struct layout layout;
	uint64_t at = 0;

	for (uint32_t columns_there = 0; columns_there < 1u << COLUMN_COUNT;
	     columns_there++) {
		at = 0;
		ck_assert(layout_of(columns_there, 3, 5, &layout));
		for (unsigned c = 0; c < COLUMN_COUNT; c++) {
			uint64_t size = layout_column_size((enum release_column)c);
			if (!(columns_there >> c & 1)) {
				ck_assert_uint_eq(layout.offset[c], UINT64_MAX);
				continue;
			}
			ck_assert_uint_eq(layout.offset[c], at);
			ck_assert_uint_eq(at % size, 0);
			at += 15 * size;
		}
		ck_assert_uint_eq(layout.length, (at + 7) / 8 * 8);
	}
	ck_assert(!layout_of(1, UINT32_MAX, UINT32_MAX, &layout));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("format");

	tcase_add_test(tcase, test_fields);
	tcase_add_loop_test(tcase, test_sections, 0, SECTION_COUNT);
	ADD_ROWS(tcase, test_enumerations, numbers);
	tcase_add_loop_test(tcase, test_columns, 0, COLUMN_COUNT);
	tcase_add_test(tcase, test_example);
	tcase_add_test(tcase, test_layout);
	return unit_run("format", tcase);
}
