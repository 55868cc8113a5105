#include "draw/funnel.h"

#include <math.h>

#include "answer/choices.h"
#include "draw/phrase.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/siblings.h"
#include "write/wording.h"

/* As on the page that compares areas, the latest goes without saying. */
static struct choices
periods_of(struct page *page, const struct outliers *outliers)
{
	struct view view = page->view;
	struct str latest = STR("");
	struct choices choices;

	view.period = outliers->period;
	choices = choices_periods(page->arena, &view);
	if (outliers->latest != RELEASE_NONE)
		latest = view_period_slug(page->arena, page->release, outliers->latest);
	for (uint32_t i = 0; i < choices.count; i++)
		if (str_equal(choices.at[i].value, latest))
			choices.at[i].value = STR("");
	return choices;
}

static void
write_filters(struct page *page, const struct outliers *outliers)
{
	struct filters filters = filters_of(page, PAGE_FUNNEL);
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
		{ PARAMETER_AREA, "Area named", "None", choices_areas(arena, view) },
		{ PARAMETER_PERIOD, "Period", NULL, periods_of(page, outliers) },
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
	filters_drop(&filters, PARAMETER_PERIOD);
	filters_end(&filters);
}

static void
write_size(struct page *page, const struct outlier *at)
{
	if (isfinite(at->point.at))
		part_cell(page, NULL, wording_whole(page->arena, round(at->point.at)));
	else
		part_cell(page, NULL, STR("Not shown: fewer than ten events"));
}

static void
write_row(struct page *page, const struct outlier *at)
{
	struct html *h = &page->html;
	uint32_t indicator = page->view.variant.indicator;
	struct question question =
	    page_question_about(page, &page->view.variant, at->finding.area);

	html_open(h, "tr", NULL);
	if (at->finding.area == page->view.area)
		html_attribute(h, "class", STR("is-chosen"));
	html_open(h, "th", "scope", "row", NULL);
	page_anchor(page, page_link(page, PAGE_TRENDS, &question),
	    phrase_area(page->release, at->finding.area));
	html_close(h, "th");
	cell_value(page, indicator, &at->finding);
	cell_verdict(page, indicator, &at->finding);
	cell_events(page, &at->finding);
	write_size(page, at);
	html_close(h, "tr");
}

static void
write_table(struct page *page, const void *what)
{
	const struct outliers *outliers = what;
	struct str size = funnel_size(outliers);

	part_table_begin(
	    page, "figures", funnel_words(page->arena, &page->view, outliers).title);
	part_column(page, NULL, "Area");
	part_column_value(page);
	part_column(page, NULL, "Compared with the average");
	part_column(page, NULL, "Count");
	html_leaf_text(&page->html, "th", size, "scope", "col", NULL);
	part_table_body(page);
	for (uint32_t i = 0; i < outliers->count; i++)
		write_row(page, &outliers->at[i]);
	part_table_end(page);
}

static void
draw(struct buf *out, const struct chart *chart, const struct view *view,
    const void *answer)
{
	funnel_draw(out, chart, view, answer);
}

static void
write_answer(struct page *page, const struct outliers *outliers)
{
	part_chart(page, draw, outliers,
	    funnel_words(page->arena, &page->view, outliers).title);
	if (outliers->without > 0)
		part_paragraph(page,
		    str_print(page->arena,
			"%.*s without a value, or without the count or people that it "
			"takes, not in the funnel.",
			STR_ARG(wording_count(
			    page->arena, outliers->without, "area is", "areas are"))));
	cells_explained(page, STR("the average"), write_table, outliers);
	part_source(page);
	part_downloads(page, true);
}

bool
funnel_page(struct page *page, struct err *err)
{
	struct page_head head = { 0 };
	struct outliers outliers;
	struct chart_words words;

	if (!outliers_ask(page->arena, &page->view, &outliers, err))
		return false;
	words = funnel_words(page->arena, &page->view, &outliers);
	head.caption =
	    wording_indicator(page->arena, page->release, &page->view.variant);
	head.heading = words.headline;
	head.description = words.message;
	page_begin(page, &head);
	write_filters(page, &outliers);
	part_message(page, &words);
	siblings_write_indicator(page);
	if (!outliers.why_none.len)
		write_answer(page, &outliers);
	page_end(page);
	return true;
}

bool
funnel_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct outliers outliers;

	if (!outliers_ask(page->arena, &page->view, &outliers, err))
		return false;
	funnel_draw(out, &chart, &page->view, &outliers);
	return true;
}

bool
funnel_csv(struct page *page, struct buf *out, struct err *err)
{
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct outliers outliers;

	if (!outliers_ask(page->arena, &page->view, &outliers, err))
		return false;
	csv_begin(&csv, page->view.type);
	for (uint32_t i = 0; i < outliers.count; i++)
		if (!csv_add_finding(
			&csv, &page->view.variant, &outliers.at[i].finding, err))
			return false;
	return true;
}
