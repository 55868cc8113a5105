/* What is made of a table of counts; declared in source/tables.h. */
#include <stddef.h>

#include "base/number.h"
#include "model/period.h"
#include "source/tables.h"

enum { MOST_POOLED_MONTHS = 120 };

static bool
read_number(const struct settings *settings, const struct yaml_item *item, double *at)
{
	double value = 0;

	if (item->value->kind != YAML_TEXT ||
	    !number_parse(str_trim(item->value->text), &value) || value <= 0)
		return setting_refuse(
		    settings, item, "a number above 0, such as 100000");
	*at = value;
	return true;
}

static bool
read_multiplier(const struct settings *settings, const struct yaml_item *item, void *at)
{
	return read_number(settings, item, at);
}

static bool
read_method(const struct settings *settings, const struct yaml_item *item, void *at)
{
	static const struct {
		const char *word;
		enum table_method method;
	} words[] = {
		{ "proportion", METHOD_PROPORTION },
		{ "rate", METHOD_RATE },
		{ "crude rate", METHOD_RATE },
		{ "dsr", METHOD_DSR },
		{ "directly standardised rate", METHOD_DSR },
		{ "count", METHOD_COUNT },
		{ "given", METHOD_GIVEN },
	};
	enum table_method *method = at;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (item->value->kind == YAML_TEXT &&
		    str_equal_folded(
			str_trim(item->value->text), str_of(words[i].word))) {
			*method = words[i].method;
			return true;
		}
	return setting_refuse(settings, item, "proportion, rate, dsr, count or given");
}

static bool
read_pooled(const struct settings *settings, const struct yaml_item *item, void *at)
{
	unsigned *months = at, value = 0;

	if (item->value->kind != YAML_TEXT ||
	    !period_range_parse(item->value->text, &value) ||
	    value > MOST_POOLED_MONTHS || value % 12 != 0 || value < 24)
		return setting_refuse(settings, item, "a length such as 3y");
	*months = value;
	return true;
}

static bool
read_sums(const struct settings *settings, const struct yaml_item *item, void *at)
{
	bool *no_sums = at, yes = false;

	if (!setting_bool(settings, item, &yes))
		return false;
	*no_sums = !yes;
	return true;
}

static const struct setting denominator_rows[] = {
	{ "column", said_read, offsetof(struct table_recipe, denominator), -1 },
	{ "where", tables_read_where,
	    offsetof(struct table_recipe, denominator_filters), -1 },
	{ "where not", tables_read_where_not,
	    offsetof(struct table_recipe, denominator_filters), -1 },
	{ "population", said_read, offsetof(struct table_recipe, population), -1 },
	{ "ages", said_read, offsetof(struct table_recipe, ages), -1 },
	{ "year", said_read, offsetof(struct table_recipe, population_year), -1 },
};

/* A column, or a map that says where else to look. */
static bool
read_denominator(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct table_recipe *recipe = at;

	if (item->value->kind == YAML_TEXT)
		return said_read(settings, item, &recipe->denominator);
	if (item->value->kind != YAML_MAP)
		return setting_refuse(settings, item,
		    "a column, or keys 'column' and 'where', or 'population'");
	SETTING_READ(settings, item->value, denominator_rows, recipe);
	if (!recipe->denominator.text.len == !recipe->population.text.len)
		report_fault(settings->report, item->value->place,
		    "'denominator' has %s, wanted one of 'column' and 'population'",
		    recipe->population.text.len ? "both" : "neither");
	return true;
}

/* The name of a standard population, or people by age band. */
static bool
read_standard(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct table_recipe *recipe = at;

	if (item->value->kind == YAML_TEXT) {
		if (str_equal_folded(str_trim(item->value->text), STR("European 2013")))
			return said_read(settings, item, &recipe->standard);
		return setting_refuse(
		    settings, item, "European 2013, or people by age band");
	}
	if (item->value->kind != YAML_MAP)
		return setting_refuse(
		    settings, item, "European 2013, or people by age band");
	recipe->standard =
	    (struct said){ .text = STR("own"), .place = item->value->place };
	recipe->weights =
	    ARENA_NEW(settings->arena, struct table_weight, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct table_weight *w = &recipe->weights[recipe->weight_count];
		w->age = (struct said){
			.text = str_copy(settings->arena, str_trim(item->key)),
			.place = item->key_place,
		};
		recipe->weight_count += read_number(settings, item, &w->people);
	}
	return true;
}

#define ROW(key, read, member)                                                         \
	{                                                                              \
		(key), (read), offsetof(struct table_recipe, member), -1               \
	}

static const struct setting rows[] = {
	ROW("indicator", said_read, indicator),
	ROW("method", read_method, method),
	ROW("multiplier", read_multiplier, multiplier),
	ROW("count", said_read, count),
	{ "denominator", read_denominator, 0, -1 },
	ROW("value", said_read, value),
	ROW("lower limit", said_read, lower),
	ROW("upper limit", said_read, upper),
	ROW("where", tables_read_where, filters),
	ROW("where not", tables_read_where_not, filters),
	{ "standard population", read_standard, 0, -1 },
	ROW("standardised age", said_read, total_age),
	ROW("pool", read_pooled, pooled_months),
	ROW("keep single years", setting_bool, keep_single),
	ROW("sum to parents", read_sums, no_sums),
};

static void
want(const struct settings *settings, const struct table_recipe *r, bool fine,
    const char *wanted)
{
	if (!fine)
		report_fault(settings->report, r->place, "%s", wanted);
}

/* What each method cannot do without, and what is of no use to it. */
static void
check_recipe(const struct settings *settings, struct table_recipe *r)
{
	bool denominator = r->denominator.text.len || r->population.text.len;
	bool given = r->method == METHOD_GIVEN;

	want(settings, r, r->indicator.text.len,
	    "no key 'indicator', wanted the number or name of one");
	want(settings, r, r->method != METHOD_UNSAID,
	    "no key 'method', wanted proportion, rate, dsr, count or given");
	want(settings, r, r->count.text.len || given,
	    "no key 'count', wanted the column of counts");
	want(settings, r, !given == !r->value.text.len,
	    given ? "no key 'value', wanted the column of values"
		  : "'value' goes with the method 'given' only, wanted a count");
	want(settings, r,
	    denominator || given || r->method == METHOD_COUNT ||
		r->method == METHOD_UNSAID,
	    "no key 'denominator', wanted a column or a population");
	want(settings, r, (r->method == METHOD_DSR) == (r->standard.text.len > 0),
	    r->standard.text.len
		? "'standard population' goes with the method 'dsr' only"
		: "no key 'standard population', wanted European 2013 or people by age "
		  "band");
	want(settings, r, !given || !r->pooled_months,
	    "'pool' goes with counts, wanted a method other than 'given'");
	if (r->multiplier <= 0)
		r->multiplier = r->method == METHOD_PROPORTION ? 100
				: r->method == METHOD_COUNT    ? 1
							       : 100000;
}

bool
tables_read_recipes(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct table_counts *table = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	table->recipes =
	    ARENA_NEW(settings->arena, struct table_recipe, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct table_recipe *recipe = &table->recipes[table->count];
		if (!setting_is(settings, item, YAML_MAP))
			continue;
		*recipe = (struct table_recipe){ .place = item->value->place };
		SETTING_READ(settings, item->value, rows, recipe);
		check_recipe(settings, recipe);
		table->count++;
	}
	return true;
}
