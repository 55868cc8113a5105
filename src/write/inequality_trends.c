#include <math.h>

#include "answer/inequalities.h"
#include "draw/panels.h"
#include "draw/parts.h"
#include "draw/phrase.h"
#include "write/breakdown.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

struct sheet {
	const struct inequality_course *course;
	const struct partition_parts *parts;
	struct str against;
	bool has_total, has_slope;
};

static struct sheet
sheet_of(struct page *page, const struct inequality_course *course)
{
	struct sheet sheet = { .course = course, .parts = &course->at[0].parts };

	sheet.against = parts_whole_said(page->arena, &page->view, &course->at[0]);
	for (uint32_t i = 0; i < course->count; i++) {
		const struct inequalities *at = &course->at[i];

		sheet.has_total |= phrase_has_value(&at->total);
		sheet.has_slope |= at->gap.by_deprivation && !at->gap.why_none.len;
	}
	return sheet;
}

static void
write_head(struct page *page, const struct sheet *sheet)
{
	part_column(page, NULL, "Period");
	for (uint32_t i = 0; i < sheet->parts->count; i++)
		html_leaf_text(
		    &page->html, "th", sheet->parts->at[i].name, "scope", "col", NULL);
	if (sheet->has_total)
		html_leaf_text(
		    &page->html, "th", sheet->parts->total.name, "scope", "col", NULL);
	if (sheet->has_slope) {
		part_column(page, NULL, "Slope index");
		part_column(page, NULL, "Its lower 95% limit");
		part_column(page, NULL, "Its upper 95% limit");
	}
}

static void
write_slope(struct page *page, const struct inequalities *at)
{
	uint32_t indicator = page->view.variant.indicator;
	bool has = at->gap.by_deprivation && !at->gap.why_none.len;
	const double none = (double)NAN;

	if (has)
		part_cell(page, NULL,
		    wording_value(
			page->arena, page->release, indicator, at->gap.index.sii));
	else
		cell_limit(page, indicator, none);
	cell_limit(page, indicator, has ? at->gap.limits.sii_lower : none);
	cell_limit(page, indicator, has ? at->gap.limits.sii_upper : none);
}

static void
write_row(struct page *page, const struct sheet *sheet, const struct inequalities *at)
{
	struct html *h = &page->html;
	uint32_t indicator = page->view.variant.indicator;

	html_open(h, "tr", NULL);
	html_leaf_text(h, "th",
	    wording_period(page->arena, page->release, indicator, at->period), "scope",
	    "row", NULL);
	for (uint32_t i = 0; i < sheet->parts->count; i++)
		cell_finding(page, indicator, &at->findings[i], sheet->against, false);
	if (sheet->has_total)
		cell_value(page, indicator, &at->total);
	if (sheet->has_slope)
		write_slope(page, at);
	html_close(h, "tr");
}

static void
write_table(struct page *page, const void *what)
{
	const struct sheet *sheet = what;
	const struct inequality_course *course = sheet->course;

	part_table_begin(
	    page, "figures", panels_words(page->arena, &page->view, course).title);
	write_head(page, sheet);
	part_table_body(page);
	for (uint32_t i = course->count; i-- > 0;)
		write_row(page, sheet, &course->at[i]);
	part_table_end(page);
}

static void
write_answer(struct page *page, const struct inequality_course *course)
{
	struct sheet sheet = sheet_of(page, course);
	bool has_chart = panels_have_course(course);

	if (has_chart)
		breakdown_chart(page, NULL, course);
	cells_explained(page, sheet.against, write_table, &sheet);
	part_source(page);
	part_downloads(page, has_chart);
}

bool
inequality_trends_page(struct page *page, struct err *err)
{
	struct filters filters = filters_of(page, PAGE_INEQUALITY_TRENDS);
	struct inequality_course course;
	struct page_head head = { 0 };
	struct chart_words words;

	if (!inequality_course_ask(page->arena, &page->view, &course, err))
		return false;
	words = panels_words(page->arena, &page->view, &course);
	breakdown_head(page, &words, &head);
	page_begin(page, &head);
	breakdown_filters(&filters);
	filters_end(&filters);
	if (course.count > 0) {
		part_message(page, &words);
		write_answer(page, &course);
	} else if (!breakdown_none(page, err)) {
		return false;
	}
	page_end(page);
	return true;
}

bool
inequality_trends_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct inequality_course course;

	if (!inequality_course_ask(page->arena, &page->view, &course, err))
		return false;
	panels_draw(out, &chart, &page->view, &course);
	return true;
}

bool
inequality_trends_csv(struct page *page, struct buf *out, struct err *err)
{
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct inequality_course course;

	if (!inequality_course_ask(page->arena, &page->view, &course, err))
		return false;
	csv_begin(&csv, page->view.type);
	for (uint32_t i = 0; i < course.count; i++)
		if (!breakdown_csv(&csv, &course.at[i], err))
			return false;
	return true;
}
