#include "answer/boxes.h"
#include "answer/choices.h"
#include "draw/boxes.h"
#include "draw/phrase.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/siblings.h"
#include "write/wording.h"

static void
write_filters(struct page *page)
{
	struct filters filters = filters_of(page, PAGE_SPREAD);
	struct arena *arena = page->arena;
	const struct view *view = &page->view;
	const struct {
		enum parameter parameter;
		const char *label, *any;
		struct choices choices;
	} selects[] = {
		{ PARAMETER_SEX, "Sex", NULL, choices_sexes(arena, view) },
		{ PARAMETER_AGE, "Age", NULL, choices_ages(arena, view) },
		{ PARAMETER_CATEGORY, "Group", NULL, choices_categories(arena, view) },
		{ PARAMETER_TYPE, "Kind of area", NULL, choices_types(arena, view) },
		{ PARAMETER_PARENT, "Areas in", NULL, choices_parents(arena, view) },
		{ PARAMETER_AREA, "Area marked", "None", choices_areas(arena, view) },
		{ PARAMETER_BENCHMARK, "Compared with", NULL,
		    choices_benchmarks(arena, view) },
	};

	filters_add_indicators(&filters);
	for (size_t i = 0; i < sizeof selects / sizeof selects[0]; i++)
		filters_add(&filters, selects[i].parameter, selects[i].label,
		    selects[i].any, &selects[i].choices);
	/* What has been no choice here is none for the next indicator. */
	filters_drop(&filters, PARAMETER_SEX);
	filters_drop(&filters, PARAMETER_AGE);
	filters_drop(&filters, PARAMETER_CATEGORY);
	filters_drop(&filters, PARAMETER_TYPE);
	filters_end(&filters);
}

struct sheet {
	const struct boxes *boxes;
	bool has_area, has_benchmark;
	uint32_t benchmark;
};

static void
write_head(struct page *page, const struct sheet *sheet)
{
	static const char *const names[] = { "Period", "Areas with a figure", "Lowest",
		"5th percentile", "25th percentile", "Median", "75th percentile",
		"95th percentile", "Highest" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		part_column(page, NULL, names[i]);
	if (sheet->has_area)
		html_leaf_text(&page->html, "th",
		    wording_area_short(page->release, page->view.area), "scope", "col",
		    NULL);
	if (sheet->has_benchmark)
		html_leaf_text(&page->html, "th",
		    wording_area_short(page->release, sheet->benchmark), "scope", "col",
		    NULL);
}

static void
write_row(struct page *page, const struct sheet *sheet, const struct box *box)
{
	const double numbers[] = { box->least, box->p5, box->p25, box->median, box->p75,
		box->p95, box->most };
	struct html *h = &page->html;
	uint32_t indicator = page->view.variant.indicator;

	html_open(h, "tr", NULL);
	html_leaf_text(h, "th",
	    wording_period(page->arena, page->release, indicator, box->period), "scope",
	    "row", NULL);
	part_cell(page, NULL, wording_whole(page->arena, box->values));
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		cell_limit(page, indicator, numbers[i]);
	if (sheet->has_area)
		cell_finding(page, indicator, &box->area, page_against(page), false);
	if (sheet->has_benchmark)
		cell_value(page, indicator, &box->benchmark);
	html_close(h, "tr");
}

static void
write_table(struct page *page, const void *what)
{
	const struct sheet *sheet = what;

	part_table_begin(
	    page, "figures", boxes_words(page->arena, &page->view, sheet->boxes).title);
	write_head(page, sheet);
	part_table_body(page);
	for (uint32_t i = sheet->boxes->count; i-- > 0;)
		write_row(page, sheet, &sheet->boxes->at[i]);
	part_table_end(page);
}

static void
draw(struct buf *out, const struct chart *chart, const struct view *view,
    const void *answer)
{
	boxes_draw(out, chart, view, answer);
}

static void
write_answer(struct page *page, const struct boxes *boxes)
{
	struct sheet sheet = { .boxes = boxes,
		.has_area = page->view.area != RELEASE_NONE };

	for (uint32_t i = 0; i < boxes->count; i++) {
		if (!phrase_has_value(&boxes->at[i].benchmark))
			continue;
		sheet.has_benchmark = true;
		sheet.benchmark = boxes->at[i].benchmark.area;
	}
	if (boxes->drawn > 0)
		part_chart(page, draw, boxes,
		    boxes_words(page->arena, &page->view, boxes).title);
	cells_explained(page, page_against(page), write_table, &sheet);
	part_source(page);
	part_downloads(page, boxes->drawn > 0);
}

bool
spread_page(struct page *page, struct err *err)
{
	struct page_head head = { 0 };
	struct chart_words words;
	struct boxes boxes;

	if (!boxes_ask(page->arena, &page->view, &boxes, err))
		return false;
	words = boxes_words(page->arena, &page->view, &boxes);
	head.caption =
	    wording_indicator(page->arena, page->release, &page->view.variant);
	head.heading = words.headline;
	head.description = words.message;
	page_begin(page, &head);
	write_filters(page);
	part_message(page, &words);
	siblings_write_indicator(page);
	if (boxes.count > 0)
		write_answer(page, &boxes);
	page_end(page);
	return true;
}

bool
spread_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct boxes boxes;

	if (!boxes_ask(page->arena, &page->view, &boxes, err))
		return false;
	boxes_draw(out, &chart, &page->view, &boxes);
	return true;
}

/* The figures that the boxes are made of. */
bool
spread_csv(struct page *page, struct buf *out, struct err *err)
{
	const struct view *view = &page->view;
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	uint32_t count;
	const uint32_t *areas = view_areas(page->arena, view, &count);
	struct boxes boxes;

	if (!boxes_ask(page->arena, view, &boxes, err))
		return false;
	csv_begin(&csv, view->type);
	for (uint32_t i = 0; i < boxes.count; i++) {
		if (!csv_add_finding(&csv, &view->variant, &boxes.at[i].benchmark, err))
			return false;
		for (uint32_t a = 0; a < count; a++) {
			struct finding finding;

			if (!finding_look_up(page->release, &view->variant, view->type,
				areas[a], boxes.at[i].period, &finding, err) ||
			    !csv_add_finding(&csv, &view->variant, &finding, err))
				return false;
		}
	}
	return true;
}
