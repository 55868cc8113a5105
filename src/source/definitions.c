/* definitions.yaml; what it says of an indicator is declared in source/config.h. */
#include "source/config.h"

#include <stddef.h>

#include "base/number.h"
#include "source/setting.h"

enum { MOST_DECIMALS = 10, MOST_ROUNDING = 1000000 };

static bool
read_multiplier(const struct settings *settings, const struct yaml_item *item, void *at)
{
	double *multiplier = at, value = 0;

	if (item->value->kind != YAML_TEXT ||
	    !number_parse(str_trim(item->value->text), &value) || value <= 0)
		return setting_refuse(
		    settings, item, "a number above 0, such as 100000");
	*multiplier = value;
	return true;
}

static bool
read_decimals(const struct settings *settings, const struct yaml_item *item, void *at)
{
	int *decimals = at;
	uint64_t value = 0;

	if (item->value->kind != YAML_TEXT ||
	    !number_parse_whole(str_trim(item->value->text), &value) ||
	    value > MOST_DECIMALS)
		return setting_refuse(settings, item, "a whole number from 0 to 10");
	*decimals = (int)value;
	return true;
}

static bool
read_value_type(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT && value_type_parse(item->value->text, at))
		return true;
	return setting_refuse(settings, item,
	    "proportion, crude rate, directly standardised rate, indirectly "
	    "standardised rate, indirectly standardised ratio, ratio, count, mean, "
	    "score, life expectancy or slope index of inequality");
}

static bool
read_polarity(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT && polarity_parse(item->value->text, at))
		return true;
	return setting_refuse(
	    settings, item, "low is good, high is good, no judgement or none");
}

static bool
read_interval(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT &&
	    interval_method_parse(item->value->text, at))
		return true;
	return setting_refuse(settings, item, "wilson, byar, dobson, t, other or none");
}

static bool
read_comparison(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT && comparison_parse(item->value->text, at))
		return true;
	return setting_refuse(
	    settings, item, "95, two levels, overlap, quintiles or none");
}

static bool
read_frequency(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT && period_range_parse(item->value->text, at))
		return true;
	return setting_refuse(settings, item,
	    "annual, quarterly, monthly, or a length such as 1y, 3q or 2m");
}

static bool
read_year_type(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT && period_style_parse(item->value->text, at))
		return true;
	return setting_refuse(settings, item, "calendar, financial or academic");
}

static bool
read_rounding(const struct settings *settings, const struct yaml_item *item, void *at)
{
	unsigned *rounding = at;
	uint64_t value = 0;

	if (item->value->kind != YAML_TEXT ||
	    (!str_equal_folded(item->value->text, STR("none")) &&
		(!number_parse_whole(str_trim(item->value->text), &value) ||
		    value < 2 || value > MOST_ROUNDING)))
		return setting_refuse(settings, item, "none, or a number such as 5");
	*rounding = (unsigned)value;
	return true;
}

/* Tables of keys stand in the order in which the documentation explains them. */
#define ROW(key, read, member, bit)                                                    \
	{                                                                              \
		(key), (read), offsetof(struct config_indicator, member), (bit)        \
	}

static const struct setting rows[] = {
	ROW("name", setting_text, name, -1),
	ROW("short name", setting_text, short_name, -1),
	ROW("topic", setting_text, topic, -1),
	ROW("quality", setting_text, quality, -1),
	ROW("unit", setting_text, unit, FACT_UNIT),
	ROW("multiplier", read_multiplier, multiplier, FACT_MULTIPLIER),
	ROW("value type", read_value_type, value_type, FACT_VALUE_TYPE),
	ROW("polarity", read_polarity, polarity, FACT_POLARITY),
	ROW("confidence limits", read_interval, interval, FACT_INTERVAL),
	ROW("comparison", read_comparison, comparison, FACT_COMPARISON),
	ROW("decimals", read_decimals, decimals, FACT_DECIMALS),
	ROW("modelled", setting_bool, modelled, FACT_MODELLED),
	ROW("frequency", read_frequency, frequency_months, FACT_FREQUENCY),
	ROW("year type", read_year_type, year_type, FACT_YEAR_TYPE),
	ROW("rounding of counts", read_rounding, rounding, FACT_ROUNDING),
	ROW("disclosure", disclosure_read, disclosure, -1),
};

/* Texts about an indicator, keyed and labelled as the published metadata are. */
static const struct {
	struct str key, label;
} texts[] = {
#define LABEL(key, label)                                                              \
	{                                                                              \
		{ key, sizeof(key) - 1 },                                              \
		{                                                                      \
			label, sizeof(label) - 1                                       \
		}                                                                      \
	}
	LABEL("definition", "Definition"),
	LABEL("rationale", "Rationale"),
	LABEL("specific rationale", "Specific rationale"),
	LABEL("indicator content", "Indicator Content"),
	LABEL("data source", "Data source"),
	LABEL("indicator source", "Indicator source"),
	LABEL("methodology", "Methodology"),
	LABEL("standard population/values", "Standard population/values"),
	LABEL("confidence interval details", "Confidence interval details"),
	LABEL("source of numerator", "Source of numerator"),
	LABEL("definition of numerator", "Definition of numerator"),
	LABEL("source of denominator", "Source of denominator"),
	LABEL("definition of denominator", "Definition of denominator"),
	LABEL("disclosure control", "Disclosure control"),
	LABEL("caveats", "Caveats"),
	LABEL("impact of covid-19", "Impact of COVID-19"),
	LABEL("notes", "Notes"),
	LABEL("rounding", "Rounding"),
	LABEL("copyright", "Copyright"),
	LABEL("data re-use", "Data re-use"),
	LABEL("links", "Links"),
	LABEL("indicator number", "Indicator number"),
#undef LABEL
};

enum { TEXT_COUNT = sizeof texts / sizeof *texts };

/* Any other key is a text about the indicator; the fields have room for all of them. */
static bool
read_field(const struct settings *settings, const struct yaml_item *item, void *into)
{
	struct config_indicator *indicator = into;
	struct config_field field = { .text = STR("") };

	for (size_t i = 0; i < TEXT_COUNT; i++)
		if (str_equal(item->key, texts[i].key))
			field.label = texts[i].label;
	if (!field.label.len)
		return false;
	if (item->value->kind == YAML_NOTHING ||
	    !setting_text(settings, item, &field.text))
		return true;
	indicator->fields[indicator->field_count++] = field;
	return true;
}

static void
read_indicator(const struct settings *settings, const struct yaml_item *item,
    struct config_indicator *out)
{
	struct str keys[TEXT_COUNT];

	for (size_t i = 0; i < TEXT_COUNT; i++)
		keys[i] = texts[i].key;
	*out = (struct config_indicator){
		.key = str_copy(settings->arena, str_trim(item->key)),
		.place = item->key_place,
	};
	if (!out->key.len)
		report_fault(settings->report, item->key_place,
		    "the key of an indicator is empty, wanted its number or a name");
	if (item->value->kind == YAML_NOTHING || !setting_is(settings, item, YAML_MAP))
		return;
	out->fields =
	    ARENA_NEW(settings->arena, struct config_field, item->value->count);
	setting_read_map(settings, item->value, rows, sizeof rows / sizeof *rows, out,
	    &out->has, read_field, keys, TEXT_COUNT);
}

static bool
read_all(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_definitions *out = at;

	if (!setting_is(settings, item, YAML_MAP))
		return false;
	out->indicators =
	    ARENA_NEW(settings->arena, struct config_indicator, item->value->count);
	for (item = item->value->first; item; item = item->next)
		read_indicator(settings, item, &out->indicators[out->count++]);
	return true;
}

static const struct setting root_rows[] = {
	{ "indicators", read_all, 0, -1 },
	{ "tables", tables_read_counts, offsetof(struct config_definitions, tables),
	    -1 },
	{ "populations", tables_read_people,
	    offsetof(struct config_definitions, tables), -1 },
	{ "disclosure", disclosure_read,
	    offsetof(struct config_definitions, disclosure), -1 },
};

void
config_read_definitions(struct arena *arena, struct str bytes, struct str file,
    struct config_definitions *out, struct report *report)
{
	const struct settings settings = { .arena = arena, .report = report };

	*out = (struct config_definitions){ .count = 0 };
	SETTING_READ_FILE(&settings, bytes, file, root_rows, out);
}
