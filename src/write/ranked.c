#include "write/ranked.h"

#include "draw/bars.h"
#include "draw/phrase.h"
#include "write/cells.h"
#include "write/filters.h"
#include "write/parts.h"
#include "write/presence.h"
#include "write/siblings.h"
#include "write/wording.h"

/* The periods there are, the one on show chosen. The latest goes without saying, so
 * that it is also the latest of the next indicator. */
static struct choices
periods_of(struct page *page, const struct ranking *ranking)
{
	struct view view = page->view;
	struct choices choices;
	struct str latest = STR("");

	view.period = ranking->period;
	choices = choices_periods(page->arena, &view);
	if (ranking->latest != RELEASE_NONE)
		latest = view_period_slug(page->arena, page->release, ranking->latest);
	for (uint32_t i = 0; i < choices.count; i++)
		if (str_equal(choices.at[i].value, latest))
			choices.at[i].value = STR("");
	return choices;
}

static void
write_filters(
    struct page *page, const struct ranking *ranking, const struct choices *colours)
{
	struct filters filters = filters_of(page, page->kind);
	struct arena *arena = page->arena;
	const struct view *view = &page->view;
	const struct {
		enum parameter parameter;
		const char *label;
		struct choices choices;
	} selects[] = {
		{ PARAMETER_SEX, "Sex", choices_sexes(arena, view) },
		{ PARAMETER_AGE, "Age", choices_ages(arena, view) },
		{ PARAMETER_CATEGORY, "Group", choices_categories(arena, view) },
		{ PARAMETER_TYPE, "Kind of area", choices_types(arena, view) },
		{ PARAMETER_PARENT, "Areas in", choices_parents(arena, view) },
		{ PARAMETER_BENCHMARK, "Compared with",
		    choices_benchmarks(arena, view) },
		{ PARAMETER_PERIOD, "Period", periods_of(page, ranking) },
	};

	filters_add_indicators(&filters);
	for (size_t i = 0; i < sizeof selects / sizeof selects[0]; i++)
		filters_add(&filters, selects[i].parameter, selects[i].label, NULL,
		    &selects[i].choices);
	if (colours)
		filters_add(&filters, PARAMETER_COLOURS, "Colours", NULL, colours);
	/* What has been no choice here is none for the next indicator. */
	filters_drop(&filters, PARAMETER_SEX);
	filters_drop(&filters, PARAMETER_AGE);
	filters_drop(&filters, PARAMETER_CATEGORY);
	filters_drop(&filters, PARAMETER_TYPE);
	filters_drop(&filters, PARAMETER_PERIOD);
	filters_end(&filters);
}

/* "Persons, 5-16 yrs, %, 2015. Counties and unitary authorities in East Midlands." */
static struct str
measure_of(struct page *page, const struct ranking *ranking)
{
	const struct view *view = &page->view;
	struct str parts[] = {
		phrase_variant(page->arena, page->release, &view->variant),
		phrase_unit(page->release, view->variant.indicator),
		wording_period(page->arena, page->release, view->variant.indicator,
		    ranking->period),
	};
	struct str words = wording_list(page->arena, parts, 3);
	struct str areas = wording_upper(page->arena, wording_areas(page->arena, view));

	words =
	    words.len > 0 ? str_print(page->arena, "%.*s. ", STR_ARG(words)) : words;
	return str_print(page->arena, "%.*s%.*s.", STR_ARG(words), STR_ARG(areas));
}

/* A ranking as a table: what its columns are, which notes belong to it. */
struct sheet {
	const struct ranking *ranking;
	const struct finding **findings; /* of those above, and of the areas */
	struct presence has;             /* columns */
	bool whiskers;                   /* on the bars */
	struct cell_notes notes;
};

/* What matters most stands first, where a phone shows it. */
static void
write_head(struct page *page, const struct presence *has)
{
	part_column_sorted(page, NULL, "Area", "name", false);
	part_column_value_sorted(page);
	if (has->verdict)
		part_column_compared(page);
	part_column_hidden(page, "Bar");
	if (has->limits) {
		part_column(page, NULL, "Lower 95% limit");
		part_column(page, NULL, "Upper 95% limit");
	}
	if (has->count)
		part_column_sorted(page, NULL, "Count", "count", true);
	if (has->trend)
		part_column_sorted(page, "words", "Recent trend", "trend", true);
}

static void
write_bar(
    struct page *page, const struct ranking *ranking, const struct finding *finding)
{
	AUTO_BUF bar = { 0 };

	bars_cell(&bar, ranking, finding);
	html_open(&page->html, "td", "class", "bar", NULL);
	html_trusted(&page->html, buf_str(&bar));
	html_close(&page->html, "td");
}

static void
write_figures(struct page *page, const struct ranking *ranking,
    const struct finding *finding, const struct presence *has)
{
	uint32_t indicator = page->view.variant.indicator;

	cell_value(page, indicator, finding);
	if (has->verdict)
		cell_verdict(page, indicator, finding);
	write_bar(page, ranking, finding);
	if (has->limits) {
		cell_limit(page, indicator, finding->figure.lower95);
		cell_limit(page, indicator, finding->figure.upper95);
	}
	if (has->count)
		cell_events(page, finding);
	if (has->trend)
		cell_trend(page, indicator, finding);
}

static void
write_row(struct page *page, const struct sheet *sheet, const struct finding *finding,
    bool is_area)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	bool chosen = !is_area || finding->area == page->view.area;
	struct question question =
	    page_question_about(page, &page->view.variant, finding->area);

	html_open(h, "tr", NULL);
	if (chosen)
		html_attribute(h, "class", STR("is-chosen"));
	html_open(h, "th", "scope", "row", NULL);
	if (is_area)
		page_anchor(page, page_link(page, PAGE_TRENDS, &question),
		    phrase_area(release, finding->area));
	else
		html_text(h, phrase_area(release, finding->area));
	cell_note_mark(page, &sheet->notes, finding);
	html_close(h, "th");
	write_figures(page, sheet->ranking, finding, &sheet->has);
	html_close(h, "tr");
}

/* Behind the root, the benchmark and the parent come the areas, which alone are
 * compared.
 */
enum { ABOVE = 3 };

static struct sheet
sheet_of(struct page *page, const struct ranking *ranking)
{
	uint32_t count = ranking->area_count + ABOVE;
	const struct finding **findings =
	    ARENA_NEW(page->arena, const struct finding *, count);
	struct sheet sheet = { .ranking = ranking, .findings = findings };

	findings[0] = &ranking->root;
	findings[1] = &ranking->benchmark;
	findings[2] = &ranking->parent;
	for (uint32_t a = 0; a < ranking->area_count; a++)
		findings[a + ABOVE] = &ranking->areas[a];
	sheet.notes = cell_notes_of(page, findings, count);
	sheet.has = presence_of(findings, count);
	sheet.has.verdict = presence_of(findings + ABOVE, ranking->area_count).verdict;
	sheet.whiskers = sheet.has.limits;
	/* What has no room beside a map stands on the page of bars. */
	if (page->kind == PAGE_MAP)
		sheet.has.limits = sheet.has.count = sheet.has.trend = false;
	return sheet;
}

static void
write_table(struct page *page, const void *what)
{
	const struct sheet *sheet = what;
	const struct ranking *ranking = sheet->ranking;
	struct str name =
	    wording_indicator(page->arena, page->release, &page->view.variant);
	struct str period = phrase_period(page->release, ranking->period);
	struct str caption[] = { name, period };

	part_table_begin(page, "figures", wording_list(page->arena, caption, 2));
	write_head(page, &sheet->has);
	part_table_body(page);
	/* England stands above the others unless it is one of the areas compared. */
	for (uint32_t i = 0; i < ABOVE; i++)
		if (sheet->findings[i]->series != RELEASE_NONE &&
		    !ranking_has(ranking, sheet->findings[i]->area))
			write_row(page, sheet, sheet->findings[i], false);
	for (uint32_t a = 0; a < ranking->area_count; a++)
		write_row(page, sheet, &ranking->areas[a], true);
	part_table_end(page);
}

/* What stands on the bars besides their colours. */
static void
write_key(struct page *page, const struct sheet *sheet)
{
	struct html *h = &page->html;
	const struct finding *line = ranking_line(sheet->ranking);

	if (!phrase_has_value(line) && !sheet->whiskers)
		return;
	html_open(h, "ul", "class", "legend", NULL);
	if (phrase_has_value(line))
		part_key_item(
		    page, KEY_UPRIGHT, phrase_area(page->release, line->area));
	if (sheet->whiskers)
		part_key_item(page, KEY_WHISKER, STR("95% confidence interval"));
	html_close(h, "ul");
}

void
ranked_write_figures(struct page *page, const struct ranking *ranking)
{
	struct sheet sheet = sheet_of(page, ranking);

	write_key(page, &sheet);
	cells_explained(page, page_against(page), write_table, &sheet);
	presence_write_no_verdicts(page, sheet.findings + ABOVE, ranking->area_count);
	if (page->kind != PAGE_MAP)
		presence_write_no_trends(
		    page, sheet.findings + ABOVE, ranking->area_count);
	cell_notes_write(page, &sheet.notes);
	part_source(page);
}

void
ranked_begin(struct page *page, const struct ranking *ranking,
    const struct chart_words *words, const struct choices *colours)
{
	struct page_head head = { 0 };
	struct question about =
	    page_question_about(page, &page->view.variant, RELEASE_NONE);

	head.caption = phrase_indicator(page->release, page->view.variant.indicator);
	head.heading = words->headline;
	head.description = words->message;
	page_begin(page, &head);
	write_filters(page, ranking, colours);
	html_open(&page->html, "p", "class", "govuk-body", NULL);
	html_text(&page->html, measure_of(page, ranking));
	html_say(&page->html, " ");
	page_anchor(page, page_link(page, PAGE_DEFINITIONS, &about),
	    STR("What this indicator means"));
	html_close(&page->html, "p");
	part_message(page, words);
	siblings_write_indicator(page);
}
