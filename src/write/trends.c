#include "answer/choices.h"
#include "answer/history.h"
#include "draw/lines.h"
#include "draw/phrase.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/origin.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/presence.h"
#include "write/wording.h"

/* Widths at which the chart's text is as large as the text around it. */
enum { CHART_WIDE = 900, CHART_NARROW = 390 };

static void
write_filters(struct page *page)
{
	struct filters filters = filters_of(page, PAGE_TRENDS);
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
		{ PARAMETER_AREA, "Area", choices_areas(arena, view) },
		{ PARAMETER_BENCHMARK, "Compared with",
		    choices_benchmarks(arena, view) },
	};

	filters_add_indicators(&filters);
	for (size_t i = 0; i < sizeof selects / sizeof selects[0]; i++)
		filters_add(&filters, selects[i].parameter, selects[i].label, NULL,
		    &selects[i].choices);
	/* What has been no choice here is none for the next indicator. */
	filters_drop(&filters, PARAMETER_SEX);
	filters_drop(&filters, PARAMETER_AGE);
	filters_drop(&filters, PARAMETER_CATEGORY);
	/* The parent is that of the area. */
	filters_drop(&filters, PARAMETER_PARENT);
	filters_end(&filters);
}

static void
write_recent(struct page *page, const struct history *history)
{
	struct html *h = &page->html;
	enum trend_reason reason = history->trend.reason;

	html_open(h, "p", "class", "govuk-body", NULL);
	html_leaf(h, "strong", "Recent trend:", NULL);
	html_say(h, " ");
	cell_trend_words(page, page->view.variant.indicator, history->trend.trend);
	if (history->trend_as_published)
		html_say(h, ", as the source published it");
	else if (history->trend.trend == TREND_UNKNOWN && reason != TREND_REASON_NONE)
		html_print(h, ", because %s", trend_reason_text(reason));
	html_say(h, ".");
	html_close(h, "p");
}

static void
draw(struct page *page, const struct history *history, const char *id, double width)
{
	struct chart chart = { .width = width, .id = id, .class = id };
	AUTO_BUF drawing = { 0 };

	lines_draw(&drawing, &chart, &page->view, history);
	html_trusted(&page->html, buf_str(&drawing));
}

static void
write_chart(struct page *page, const struct history *history, bool left_out)
{
	struct html *h = &page->html;
	struct chart_words words = lines_words(page->arena, &page->view, history);

	html_open(h, "figure", "class", "chart", NULL);
	draw(page, history, "chart__wide", CHART_WIDE);
	draw(page, history, "chart__narrow", CHART_NARROW);
	html_open(h, "figcaption", NULL);
	html_text(h, words.title);
	if (words.measure.len > 0) {
		html_say(h, ". ");
		html_text(h, words.measure);
	}
	if (left_out)
		html_say(h, ". Only periods as long as the latest are shown");
	html_close(h, "figcaption");
	html_close(h, "figure");
}

/* A history as a table: what its columns are, which notes belong to it. */
struct sheet {
	const struct history *history;
	const struct finding **findings; /* of the area */
	struct presence has;
	struct cell_notes notes;
	uint32_t parent, benchmark; /* RELEASE_NONE: no column */
};

/* The area that all points have above theirs, if it is another; else RELEASE_NONE. */
static uint32_t
area_beside(
    const struct page *page, const struct finding *const *findings, uint32_t count)
{
	const struct view *view = &page->view;

	if (!presence_of(findings, count).row)
		return RELEASE_NONE;
	for (uint32_t i = 0; i < count; i++)
		if (findings[i]->series != RELEASE_NONE)
			return phrase_is_own_benchmark(view, findings[i])
				   ? RELEASE_NONE
				   : findings[i]->area;
	return RELEASE_NONE;
}

static struct sheet
sheet_of(struct page *page, const struct history *history)
{
	uint32_t count = history->count;
	const struct finding **areas =
	    ARENA_NEW(page->arena, const struct finding *, count);
	const struct finding **parents =
	    ARENA_NEW(page->arena, const struct finding *, count);
	const struct finding **benchmarks =
	    ARENA_NEW(page->arena, const struct finding *, count);
	struct sheet sheet = { .history = history, .findings = areas };

	for (uint32_t i = 0; i < count; i++) {
		areas[i] = &history->points[i].area;
		parents[i] = &history->points[i].parent;
		benchmarks[i] = &history->points[i].benchmark;
	}
	sheet.has = presence_of(areas, count);
	sheet.notes = cell_notes_of(page, areas, count);
	sheet.parent = area_beside(page, parents, count);
	sheet.benchmark = area_beside(page, benchmarks, count);
	if (page->view.benchmark_is_parent)
		sheet.parent = RELEASE_NONE;
	return sheet;
}

static void
write_area_head(struct page *page, uint32_t area)
{
	if (area != RELEASE_NONE)
		html_leaf_text(&page->html, "th",
		    wording_area_short(page->release, area), "scope", "col", NULL);
}

static void
write_head(struct page *page, const struct sheet *sheet)
{
	part_column(page, NULL, "Period");
	part_column_value(page);
	if (sheet->has.verdict)
		part_column_compared(page);
	if (sheet->has.goal)
		part_column(page, "words", "Compared with the goal, as published");
	if (sheet->has.limits) {
		part_column(page, NULL, "Lower 95% limit");
		part_column(page, NULL, "Upper 95% limit");
	}
	if (sheet->has.count)
		part_column(page, NULL, "Count");
	write_area_head(page, sheet->parent);
	write_area_head(page, sheet->benchmark);
}

/* Figures of another area, standing in for this one before there was any. */
static struct str
predecessor_of(struct page *page, const struct history_point *point)
{
	const struct release_area *area = &page->release->areas[point->area.area];

	return str_print(page->arena, " %.*s (%.*s)",
	    STR_ARG(release_text(page->release, area->name)),
	    STR_ARG(release_text(page->release, area->code)));
}

/* Between two rows, newest first: what is below does not go with what is above. */
static void
write_break(struct page *page, const struct sheet *sheet, struct str words)
{
	unsigned columns = 2u + sheet->has.verdict + sheet->has.goal +
			   2u * sheet->has.limits + sheet->has.count +
			   (sheet->parent != RELEASE_NONE) +
			   (sheet->benchmark != RELEASE_NONE);
	struct html *h = &page->html;

	html_open(h, "tr", "class", "break", NULL);
	html_open(h, "td", "class", "words", NULL);
	html_attribute(h, "colspan", str_print(page->arena, "%u", columns));
	html_text(h, words);
	html_close(h, "td");
	html_close(h, "tr");
}

static void
write_change(
    struct page *page, const struct sheet *sheet, const struct history_point *point)
{
	write_break(page, sheet,
	    str_print(page->arena,
		"Boundary changed in %.*s: figures above and below are of "
		"different areas",
		STR_ARG(phrase_month(page->arena, point->change_before))));
}

static void
write_row(
    struct page *page, const struct sheet *sheet, const struct history_point *point)
{
	struct html *h = &page->html;
	uint32_t indicator = page->view.variant.indicator;

	html_open(h, "tr", NULL);
	html_open(h, "th", "scope", "row", NULL);
	html_text(h, phrase_period(page->release, point->period));
	if (point->area.area != page->view.area)
		html_leaf_text(
		    h, "span", predecessor_of(page, point), "class", "detail", NULL);
	cell_note_mark(page, &sheet->notes, &point->area);
	html_close(h, "th");
	cell_value(page, indicator, &point->area);
	if (sheet->has.verdict)
		cell_verdict(page, indicator, &point->area);
	if (sheet->has.goal)
		part_cell(
		    page, "words", phrase_goal(page->release, &point->area.figure));
	if (sheet->has.limits) {
		cell_limit(page, indicator, point->area.figure.lower95);
		cell_limit(page, indicator, point->area.figure.upper95);
	}
	if (sheet->has.count)
		cell_events(page, &point->area);
	if (sheet->parent != RELEASE_NONE)
		cell_value(page, indicator, &point->parent);
	if (sheet->benchmark != RELEASE_NONE)
		cell_value(page, indicator, &point->benchmark);
	html_close(h, "tr");
}

static uint16_t
length_of(const struct page *page, const struct history_point *point)
{
	return page->release->periods[point->period].months;
}

static void
write_table(struct page *page, const void *what)
{
	const struct sheet *sheet = what;
	const struct history *history = sheet->history;
	struct str name =
	    wording_indicator(page->arena, page->release, &page->view.variant);
	struct str area = phrase_area(page->release, page->view.area);
	part_table_begin(page, "figures",
	    str_print(page->arena, "%.*s: %.*s", STR_ARG(area), STR_ARG(name)));
	write_head(page, sheet);
	part_table_body(page);
	for (uint32_t i = history->count; i > 0; i--) {
		const struct history_point *point = &history->points[i - 1];

		write_row(page, sheet, point);
		if (point->change_before)
			write_change(page, sheet, point);
		if (i > 1 && length_of(page, point) != length_of(page, point - 1))
			write_break(page, sheet,
			    STR("Periods above and below are not equally long"));
	}
	part_table_end(page);
}

static void
write_figures(struct page *page, const struct history *history)
{
	struct sheet sheet = sheet_of(page, history);

	cells_explained(page, page_against(page), write_table, &sheet);
	if (sheet.benchmark != RELEASE_NONE)
		presence_write_no_verdicts(page, sheet.findings, history->count);
	cell_notes_write(page, &sheet.notes);
	part_source(page);
}

static void
write_links(struct page *page)
{
	struct html *h = &page->html;
	struct question question =
	    page_question_about(page, &page->view.variant, page->view.area);

	html_open(h, "p", "class", "govuk-body", NULL);
	page_anchor(page, page_link(page, PAGE_COMPARE, &question),
	    STR("Compare this area with others"));
	html_say(h, " or read ");
	page_anchor(page, page_link(page, PAGE_DEFINITIONS, &question),
	    STR("what this indicator means"));
	html_say(h, ".");
	html_close(h, "p");
}

bool
trends_page(struct page *page, struct err *err)
{
	const struct release *release = page->release;
	struct page_head head = { 0 };
	struct history history, course;
	struct chart_words words;
	bool has_chart;

	if (!history_ask(page->arena, &page->view, &history, err))
		return false;
	course = history_course(&history);
	has_chart = lines_have_course(&course);
	words = lines_words(page->arena, &page->view, &course);
	head.caption = wording_indicator(page->arena, release, &page->view.variant);
	head.heading = words.headline;
	head.description = words.message;
	page_begin(page, &head);
	write_filters(page);
	part_message(page, &words);
	write_recent(page, &history);
	if (history.count > 0) {
		if (has_chart)
			write_chart(page, &course, history.course > 0);
		write_figures(page, &history);
		part_downloads(page, has_chart);
	} else {
		part_inset(
		    page, STR("There are no figures for this area. Choose another "
			      "area or another indicator."));
	}
	origin_write(page);
	write_links(page);
	page_end(page);
	return true;
}

bool
trends_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct history history;

	if (!history_ask(page->arena, &page->view, &history, err))
		return false;
	history = history_course(&history);
	lines_draw(out, &chart, &page->view, &history);
	return true;
}

bool
trends_csv(struct page *page, struct buf *out, struct err *err)
{
	const struct variant *variant = &page->view.variant;
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct history history;

	if (!history_ask(page->arena, &page->view, &history, err))
		return false;
	csv_begin(&csv, page->view.type);
	for (uint32_t i = 0; i < history.count; i++) {
		const struct history_point *point = &history.points[i];

		if (!csv_add_finding(&csv, variant, &point->benchmark, err) ||
		    (!page->view.benchmark_is_parent &&
			!csv_add_finding(&csv, variant, &point->parent, err)) ||
		    !csv_add_finding(&csv, variant, &point->area, err))
			return false;
	}
	return true;
}
