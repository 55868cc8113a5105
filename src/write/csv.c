#include "write/csv.h"

#include "base/arena.h"
#include "draw/phrase.h"
#include "model/area.h"
#include "release/group.h"
#include "write/wording.h"

/* Until the column that names the parents' type, and behind it. */
static const char *const columns_before[] = { "Indicator ID", "Indicator Name",
	"Parent Code", "Parent Name", "Area Code", "Area Name", "Area Type", "Sex",
	"Age", "Category Type", "Category", "Time period", "Value",
	"Lower CI 95.0 limit", "Upper CI 95.0 limit", "Lower CI 99.8 limit",
	"Upper CI 99.8 limit", "Count", "Denominator", "Value note", "Recent Trend",
	"Compared to England value or percentiles" };
static const char *const columns_behind[] = { "Time period Sortable", "New data",
	"Compared to goal", "Time period range" };

struct csv
csv_of(struct arena *arena, const struct release *release, struct buf *out)
{
	return (struct csv){ .out = out, .arena = arena, .release = release };
}

void
csv_done(struct csv *csv)
{
	table_done(&csv->added);
}

static void
add_cell(struct csv *csv, struct str text)
{
	buf_add_cell(csv->out, text);
	buf_add_char(csv->out, ',');
}

static void
add_number(struct csv *csv, double number)
{
	buf_add_number(csv->out, number);
	buf_add_char(csv->out, ',');
}

/* The comma behind the last cell gives way to the end of the line. */
static void
end_row(struct csv *csv)
{
	csv->out->len--;
	buf_add(csv->out, STR("\r\n"));
}

/* The type that has this area among its own, other than the area's children's. */
static uint32_t
type_of_parent(const struct release *release, uint32_t parent)
{
	for (uint32_t type = 0; type < release->type_count; type++)
		if (release_type_has(release, type, parent))
			return type;
	return RELEASE_NONE;
}

/* The one type that all parents of the type's areas have, or RELEASE_NONE. */
static uint32_t
parents_type(const struct release *release, uint32_t type)
{
	uint32_t count;
	const uint32_t *areas = release_areas_of_type(release, type, &count);
	uint32_t found = RELEASE_NONE;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t parent = release_parent(release, type, areas[i]);
		uint32_t of;

		if (parent == RELEASE_NONE)
			continue;
		of = type_of_parent(release, parent);
		if (of == RELEASE_NONE || (found != RELEASE_NONE && of != found))
			return RELEASE_NONE;
		found = of;
	}
	return found;
}

static void
add_parent_column(struct csv *csv, uint32_t type)
{
	uint32_t of =
	    type == RELEASE_NONE ? RELEASE_NONE : parents_type(csv->release, type);
	struct str name =
	    of == RELEASE_NONE ? STR("parent") : wording_type(csv->release, of);

	/* England as the parent is the column before this one; the published files
	 * leave it unnamed then, so that no two columns share a name. */
	if (of != RELEASE_NONE &&
	    csv->release->types[of].level == (uint32_t)LEVEL_COUNTRY)
		add_cell(csv, STR("Compared to percentiles"));
	else
		add_cell(
		    csv, str_print(csv->arena, "Compared to %.*s value or percentiles",
			     STR_ARG(name)));
}

void
csv_begin(struct csv *csv, uint32_t type)
{
	for (size_t i = 0; i < sizeof columns_before / sizeof columns_before[0]; i++)
		add_cell(csv, str_of(columns_before[i]));
	add_parent_column(csv, type);
	for (size_t i = 0; i < sizeof columns_behind / sizeof columns_behind[0]; i++)
		add_cell(csv, str_of(columns_behind[i]));
	end_row(csv);
}

static struct str
code_of(const struct release *release, uint32_t area)
{
	return area == RELEASE_NONE ? STR("") : release_area_code(release, area);
}

/* As published: what reads well on a page ("East Midlands" for "East Midlands region",
 * one space for two) would be another name to a program. */
static struct str
published_or(const struct release *release, uint32_t published, uint32_t name)
{
	struct str text = release_text(release, published);

	return text.len ? text : release_text(release, name);
}

static struct str
published_name(const struct release *release, uint32_t area)
{
	if (area == RELEASE_NONE)
		return STR("");
	if (area >= release->area_count)
		return release_area_name(release, area);
	return published_or(
	    release, release->areas[area].published, release->areas[area].name);
}

static void
add_identity(struct csv *csv, const struct download_row *row)
{
	const struct release *release = csv->release;
	const struct release_category *category = &release->categories[row->category];
	const struct release_indicator *indicator =
	    &release->indicators[row->indicator];

	add_cell(csv, release_text(release, indicator->key));
	add_cell(csv, published_or(release, indicator->published, indicator->name));
	add_cell(csv, code_of(release, row->parent));
	add_cell(csv, published_name(release, row->parent));
	add_cell(csv, code_of(release, row->area));
	add_cell(csv, published_name(release, row->area));
	add_cell(csv, wording_type(release, row->type));
	add_cell(csv,
	    row->sex == SEX_UNSTATED ? STR("") : str_of(sex_word((enum sex)row->sex)));
	add_cell(csv, release_text(release, release->ages[row->age].label));
	add_cell(csv, release_text(release, category->type));
	add_cell(csv, release_text(release, category->name));
	add_cell(csv, phrase_period(release, row->period));
}

static void
add_figure(struct csv *csv, uint32_t area, const struct figure *figure)
{
	const struct group *group = release_group(csv->release, area);

	add_number(csv, figure->value);
	add_number(csv, figure->lower95);
	add_number(csv, figure->upper95);
	add_number(csv, figure->lower998);
	add_number(csv, figure->upper998);
	add_number(csv, figure->count);
	add_number(csv, figure->denominator);
	if (group) {
		add_cell(csv, wording_group_note(csv->arena, group, figure));
		return;
	}
	add_cell(csv,
	    figure->note < csv->release->note_count
		? release_text(csv->release, csv->release->notes[figure->note].text)
		: STR(""));
}

/* Which fifth of the values, 1 the lowest: the published words know no judgement. */
static int
fifth_of(enum verdict verdict, enum polarity polarity)
{
	bool low_is_good = polarity == POLARITY_LOW;

	switch (verdict) {
	case VERDICT_WORST: return low_is_good ? 5 : 1;
	case VERDICT_WORSE: return low_is_good ? 4 : 2;
	case VERDICT_SIMILAR: return 3;
	case VERDICT_BETTER: return low_is_good ? 2 : 4;
	case VERDICT_BEST: return low_is_good ? 1 : 5;
	case VERDICT_LOWEST: return 1;
	case VERDICT_LOWER: return 2;
	case VERDICT_HIGHER: return 4;
	case VERDICT_HIGHEST: return 5;
	case VERDICT_NONE:
	case VERDICT_COUNT: break;
	}
	return 0;
}

static const char *const fifths[] = { "Not compared", "Lowest quintile",
	"2nd lowest quintile", "Middle quintile", "2nd highest quintile",
	"Highest quintile" };

/* The published words know three grades where we may know five. */
static enum verdict
published_grade(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_WORST: return VERDICT_WORSE;
	case VERDICT_BEST: return VERDICT_BETTER;
	case VERDICT_LOWEST: return VERDICT_LOWER;
	case VERDICT_HIGHEST: return VERDICT_HIGHER;
	case VERDICT_NONE:
	case VERDICT_WORSE:
	case VERDICT_SIMILAR:
	case VERDICT_BETTER:
	case VERDICT_LOWER:
	case VERDICT_HIGHER: return verdict;
	case VERDICT_COUNT: break;
	}
	return VERDICT_NONE;
}

static void
add_verdict(struct csv *csv, uint32_t indicator, enum verdict verdict)
{
	enum polarity polarity =
	    (enum polarity)csv->release->indicators[indicator].polarity;

	if (phrase_is_by_fifths(csv->release, indicator))
		add_cell(csv, str_of(fifths[fifth_of(verdict, polarity)]));
	else
		add_cell(csv, str_of(verdict_word(published_grade(verdict))));
}

static void
add_period(struct csv *csv, const struct download_row *row)
{
	struct period period = release_period(csv->release, row->period);
	char range[8];
	size_t len = period_range(period, range);

	buf_print(csv->out, "%u,", (unsigned)period_sortable(period));
	add_cell(csv, (row->finding.figure.published & PUBLISHED_NEW) != 0
			  ? STR("New data")
			  : STR(""));
	add_cell(csv, phrase_goal(csv->release, &row->finding.figure));
	add_cell(csv, (struct str){ .at = range, .len = len });
}

void
csv_add(struct csv *csv, const struct download_row *row)
{
	const struct release_indicator *indicator =
	    &csv->release->indicators[row->indicator];

	add_identity(csv, row);
	add_figure(csv, row->area, &row->finding.figure);
	add_cell(csv, row->latest ? str_of(trend_words(row->finding.trend.trend,
					(enum polarity)indicator->polarity))
				  : STR(""));
	add_verdict(csv, row->indicator, row->finding.verdict);
	add_verdict(csv, row->indicator, row->parent_verdict);
	add_period(csv, row);
	end_row(csv);
}

/* The verdict of a figure against that of another area. */
static bool
compare_with(struct csv *csv, const struct variant *variant,
    const struct finding *finding, uint32_t with, bool with_parent,
    enum verdict *verdict, struct err *err)
{
	struct finding copy = *finding, benchmark;

	*verdict = VERDICT_NONE;
	/* The column before this one compares with the root already. */
	if (with_parent &&
	    (with == RELEASE_NONE || with == csv->release->profile->root))
		return true;
	if (!finding_look_up_benchmark(csv->release, variant, finding->area, with,
		finding->period, &benchmark, err))
		return false;
	finding_compare(csv->release, &copy, &benchmark, with_parent);
	*verdict = copy.verdict;
	return true;
}

/* Remembers the row; false when it has been added before. */
static bool
is_first(struct csv *csv, const struct variant *variant, const struct finding *finding)
{
	uint32_t before = csv->added.count;

	table_add(&csv->added,
	    str_print(csv->arena, "%u %u %u %u %u %u", variant->indicator, variant->sex,
		variant->age, variant->category, finding->area, finding->period));
	return csv->added.count > before;
}

bool
csv_add_finding(struct csv *csv, const struct variant *variant,
    const struct finding *finding, struct err *err)
{
	const struct release *release = csv->release;
	struct download_row row = { .indicator = variant->indicator,
		.sex = variant->sex,
		.age = variant->age,
		.category = variant->category,
		.area = finding->area,
		.period = finding->period,
		.finding = *finding };
	struct finding latest;

	if (finding->series == RELEASE_NONE || finding->period == RELEASE_NONE ||
	    finding->area == RELEASE_NONE || !is_first(csv, variant, finding))
		return true;
	row.type = release->series[finding->series].area_type;
	row.parent = release_parent(release, row.type, row.area);
	if (!finding_look_up(
		release, variant, row.type, row.area, RELEASE_NONE, &latest, err))
		return false;
	row.latest = latest.period == finding->period;
	if (row.latest && !finding_trend(release, &row.finding, err))
		return false;
	if (!compare_with(csv, variant, finding, release->profile->root, false,
		&row.finding.verdict, err) ||
	    !compare_with(
		csv, variant, finding, row.parent, true, &row.parent_verdict, err))
		return false;
	csv_add(csv, &row);
	return true;
}
