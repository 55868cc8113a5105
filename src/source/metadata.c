#include "source/metadata.h"

#include <stdlib.h>

#include "base/number.h"
#include "source/csv.h"
#include "source/header.h"
#include "source/plain.h"
#include "source/text.h"

/* What is read from the file and where its columns are. */
struct reader {
	struct arena *arena;
	struct csv *csv;
	struct header header;
	struct report *report;
};

/* Takes the text of a cell for one fact; false when its words are not known. */
typedef bool take_fact(struct str text, struct config_indicator *indicator);

static void
set_fact(struct config_indicator *indicator, enum fact fact)
{
	indicator->has |= UINT32_C(1) << fact;
}

/* "%" and "per 100,000" say by what a ratio is multiplied. */
static void
take_multiplier(struct str unit, struct config_indicator *indicator)
{
	double multiplier;

	if (str_equal(unit, STR("%"))) {
		multiplier = 100;
	} else {
		struct str rest = unit;
		if (!str_equal_folded(str_slice(unit, 0, 4), STR("per ")))
			return;
		rest = str_slice(unit, 4, unit.len);
		if (!number_parse(str_cut(&rest, ' '), &multiplier) || multiplier <= 0)
			return;
	}
	indicator->multiplier = multiplier;
	set_fact(indicator, FACT_MULTIPLIER);
}

static bool
take_unit(struct str text, struct config_indicator *indicator)
{
	indicator->unit = text;
	set_fact(indicator, FACT_UNIT);
	take_multiplier(text, indicator);
	return true;
}

static bool
take_value_type(struct str text, struct config_indicator *indicator)
{
	if (!value_type_parse(text, &indicator->value_type))
		return false;
	set_fact(indicator, FACT_VALUE_TYPE);
	return true;
}

static bool
take_polarity(struct str text, struct config_indicator *indicator)
{
	if (!polarity_parse(text, &indicator->polarity))
		return false;
	set_fact(indicator, FACT_POLARITY);
	return true;
}

/* "Financial", or "Financial rolling year quarterly": the first word decides. */
static bool
take_year_type(struct str text, struct config_indicator *indicator)
{
	struct str rest = text;

	if (!period_style_parse(text, &indicator->year_type) &&
	    !period_style_parse(str_cut(&rest, ' '), &indicator->year_type))
		return false;
	set_fact(indicator, FACT_YEAR_TYPE);
	return true;
}

static const struct {
	const char *folded;
	take_fact *take;
} facts[] = {
	{ "unit", take_unit },
	{ "valuetype", take_value_type },
	{ "yeartype", take_year_type },
	{ "polarity", take_polarity },
};

static struct str
cell_text(const struct reader *reader, size_t column)
{
	return plain_text(
	    reader->arena, csv_text(reader->arena, &reader->csv->cells[column]));
}

/* Whether the column was a fact and its words were understood. */
static bool
read_fact(struct reader *reader, size_t column, struct str text,
    struct config_indicator *indicator)
{
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		if (!str_equal(reader->header.folded[column], str_of(facts[i].folded)))
			continue;
		if (facts[i].take(text, indicator))
			return true;
		report_note(reader->report,
		    csv_place(reader->csv, &reader->csv->cells[column]),
		    "%.*s '%.*s' is not known; kept as text",
		    STR_ARG(reader->header.names[column]), STR_ARG(text));
		return false;
	}
	return false;
}

/* The columns with the indicator's id and name. */
struct keys {
	size_t id, name;
};

static bool
read_indicator(struct reader *reader, struct keys keys, struct config_indicator *out)
{
	const struct header *header = &reader->header;

	*out = (struct config_indicator){
		.key = str_squeeze(reader->arena, cell_text(reader, keys.id)),
		.place = csv_place(reader->csv, &reader->csv->cells[keys.id]),
		.fields = ARENA_NEW(reader->arena, struct config_field, header->count),
		.short_name = STR(""),
		.unit = STR(""),
		.topic = STR(""),
		.quality = STR(""),
		.name = STR(""),
	};
	if (out->key.len == 0) {
		report_fault(reader->report, out->place,
		    "the indicator ID is empty; wanted that of the figures");
		return false;
	}
	if (keys.name != SIZE_MAX)
		out->name = str_squeeze(reader->arena, cell_text(reader, keys.name));
	for (size_t i = 0; i < header->count; i++) {
		struct str text = cell_text(reader, i);
		if (i == keys.id || i == keys.name || text.len == 0 ||
		    header->names[i].len == 0)
			continue;
		if (!read_fact(reader, i, text, out))
			out->fields[out->field_count++] = (struct config_field){
				.label = header->names[i],
				.text = text,
			};
	}
	return true;
}

static void
read_all(struct reader *reader, struct config_definitions *out)
{
	struct keys keys = { .id = header_find(&reader->header, "indicatorid") };
	struct config_indicator *indicators = NULL;
	uint32_t count = 0, room = 0;

	keys.name = header_find(&reader->header, "indicator");
	if (keys.name == SIZE_MAX)
		keys.name = header_find(&reader->header, "indicatorname");
	while (csv_next(reader->csv)) {
		if (count == room) {
			room = room ? room * 2 : 64;
			indicators = memory_grow(indicators, room, sizeof *indicators);
		}
		if (read_indicator(reader, keys, &indicators[count]))
			count++;
	}
	out->indicators = ARENA_NEW(reader->arena, struct config_indicator, count);
	for (uint32_t i = 0; i < count; i++)
		out->indicators[i] = indicators[i];
	out->count = count;
	free(indicators);
}

void
metadata_read(struct arena *arena, const struct source_file *file,
    struct config_definitions *out, struct report *report)
{
	struct place start = { .file = file->path, .line = 1, .column = 1 };
	struct reader reader = { .arena = arena, .report = report };
	uint64_t faults = report->faults;
	struct str text;

	*out = (struct config_definitions){ 0 };
	if (!text_read(arena, file, &text, report))
		return;
	reader.csv = ARENA_NEW(arena, struct csv, 1);
	csv_init(reader.csv, text, csv_feed(text), 1, file->path, report);
	if (!csv_next(reader.csv)) {
		if (report->faults == faults)
			report_fault(
			    report, start, "the file is empty; wanted metadata");
		return;
	}
	reader.header = header_of(arena, reader.csv);
	if (header_find(&reader.header, "indicatorid") == SIZE_MAX) {
		report_fault(report, start, "column 'Indicator ID' is missing");
		return;
	}
	read_all(&reader, out);
	if (out->count == 0 && report->faults == faults)
		report_fault(report, start,
		    "the file has a header but no rows; wanted one an indicator");
}
