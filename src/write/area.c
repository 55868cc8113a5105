#include "answer/choices.h"
#include "answer/spine.h"
#include "draw/phrase.h"
#include "draw/spine.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

static void
write_filters(struct page *page)
{
	struct filters filters = filters_of(page, PAGE_AREA);
	struct choices types = choices_types(page->arena, &page->view);
	struct choices areas = choices_areas(page->arena, &page->view);
	struct choices domains = choices_domains(page->arena, &page->view);
	struct choices benchmarks = choices_benchmarks(page->arena, &page->view);

	filters_add(&filters, PARAMETER_TYPE, "Kind of area", NULL, &types);
	filters_add(&filters, PARAMETER_AREA, "Area", NULL, &areas);
	filters_add(&filters, PARAMETER_DOMAIN, "Domain", "All domains", &domains);
	filters_add(&filters, PARAMETER_BENCHMARK, "Compared with", NULL, &benchmarks);
	/* The parent is that of the area. */
	filters_drop(&filters, PARAMETER_PARENT);
	filters_end(&filters);
}

static uint32_t
parent_of(const struct page *page)
{
	uint32_t parent =
	    release_parent(page->release, page->view.type, page->view.area);

	return parent == page->release->profile->root ? RELEASE_NONE : parent;
}

static void
write_head(struct page *page)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	uint32_t parent = parent_of(page);

	part_column(page, NULL, "Indicator");
	html_leaf_text(
	    h, "th", phrase_area(release, page->view.area), "scope", "col", NULL);
	if (release->profile->root != RELEASE_NONE)
		html_leaf_text(h, "th", phrase_area(release, release->profile->root),
		    "scope", "col", NULL);
	if (parent != RELEASE_NONE)
		html_leaf_text(
		    h, "th", wording_area_short(release, parent), "scope", "col", NULL);
	part_column(page, NULL, "Worst or lowest");
	part_column_hidden(page, "Range of areas");
	part_column(page, NULL, "Best or highest");
	part_column(page, "words", "Recent trend");
	part_column(page, "words", "Period");
	part_column(page, NULL, "Count");
}

/* An end of the range: the number, or nothing where too few areas have values. */
static void
write_end(struct page *page, const struct spine_row *row, double value)
{
	if (row->drawn)
		cell_limit(page, row->variant.indicator, value);
	else
		part_cell(page, NULL, STR(""));
}

static void
write_spine(struct page *page, const struct spine_row *row)
{
	AUTO_BUF drawing = { 0 };

	if (!row->drawn) {
		part_cell(page, "words",
		    row->values < SPINE_LEAST_VALUES ? STR("Too few areas for a range")
						     : STR("No benchmark for a range"));
		return;
	}
	spine_cell(&drawing, row);
	html_open(&page->html, "td", "class", "spine", NULL);
	html_trusted(&page->html, buf_str(&drawing));
	html_close(&page->html, "td");
}

static void
write_row(struct page *page, const struct spine_row *row)
{
	uint32_t indicator = row->variant.indicator;
	struct question question =
	    page_question_about(page, &row->variant, page->view.area);
	struct str against = page_against(page);

	html_open(&page->html, "tr", NULL);
	cell_indicator(page, &row->variant, page_link(page, PAGE_TRENDS, &question));
	cell_finding(page, indicator, &row->area, against, false);
	if (page->release->profile->root != RELEASE_NONE)
		cell_value(page, indicator, &row->root);
	if (parent_of(page) != RELEASE_NONE)
		cell_value(page, indicator, &row->parent);
	write_end(page, row, row->worst);
	write_spine(page, row);
	write_end(page, row, row->best);
	cell_trend(page, indicator, &row->area);
	part_cell(page, "words", phrase_period(page->release, row->period));
	cell_events(page, &row->area);
	html_close(&page->html, "tr");
}

/* One table a domain; returns the row behind it. */
static uint32_t
write_domain(struct page *page, const struct spine *spine, uint32_t from)
{
	uint32_t domain = spine->rows[from].domain;
	struct str area = phrase_area(page->release, page->view.area);
	uint32_t r = from;

	part_table_begin_domain(page, area, domain);
	write_head(page);
	part_table_body(page);
	for (; r < spine->row_count && spine->rows[r].domain == domain; r++)
		write_row(page, &spine->rows[r]);
	part_table_end(page);
	return r;
}

/* What is worse than the benchmark and heading further from it. */
static bool
is_urgent(const struct page *page, const struct spine_row *row)
{
	const struct release_indicator *indicator =
	    &page->release->indicators[row->variant.indicator];
	enum polarity polarity = (enum polarity)indicator->polarity;
	const char *class = trend_class(row->area.trend.trend, polarity);

	return (row->area.verdict == VERDICT_WORSE ||
		   row->area.verdict == VERDICT_WORST) &&
	       str_equal(str_of(class), STR("worse"));
}

static void
write_urgent_item(struct page *page, const struct spine_row *row)
{
	struct question question =
	    page_question_about(page, &row->variant, page->view.area);

	html_open(&page->html, "li", NULL);
	page_anchor(page, page_link(page, PAGE_TRENDS, &question),
	    wording_indicator(page->arena, page->release, &row->variant));
	html_close(&page->html, "li");
}

/* The reader with ten minutes asks this first. */
static void
write_urgent(struct page *page, const struct spine *spine)
{
	struct html *h = &page->html;
	struct str against = page_against(page);
	uint32_t count = 0;

	for (uint32_t r = 0; r < spine->row_count; r++)
		count += is_urgent(page, &spine->rows[r]);
	if (count == 0)
		return;
	html_leaf_text(h, "h2",
	    str_print(
		page->arena, "Worse than %.*s and getting worse", STR_ARG(against)),
	    "class", "govuk-heading-m", NULL);
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet urgent", NULL);
	for (uint32_t r = 0; r < spine->row_count; r++)
		if (is_urgent(page, &spine->rows[r]))
			write_urgent_item(page, &spine->rows[r]);
	html_close(h, "ul");
}

static const char no_judgement[] =
    "Where there is no better or worse, the bar goes from the lowest to the highest.";

static void
write_explanation(struct page *page)
{
	struct html *h = &page->html;
	struct str against = page_against(page);
	const char *plural = wording_type_plural(page->release, page->view.type);

	html_open(h, "p", "class", "govuk-body", NULL);
	html_print(
	    h, "The grey bar goes from the worst to the best of all %s. ", plural);
	html_say(h, "Its light part holds the middle half of them. ");
	html_print(h, "The line in the middle is %.*s. ", STR_ARG(against));
	html_say(h, no_judgement);
	html_close(h, "p");
}

bool
area_page(struct page *page, struct err *err)
{
	struct page_head head = { .caption = STR("Area profile") };
	struct spine spine;
	struct chart_words words;

	if (!spine_ask(page->arena, &page->view, &spine, err))
		return false;
	words = spine_words(page->arena, &page->view, &spine);
	head.heading = words.headline;
	head.description = words.headline;
	page_begin(page, &head);
	write_filters(page);
	write_urgent(page, &spine);
	if (spine.row_count > 0)
		write_explanation(page);
	else
		part_inset(page, STR("There are no figures for this area here. Choose "
				     "another domain or another area."));
	for (uint32_t r = 0; r < spine.row_count;)
		r = write_domain(page, &spine, r);
	cells_legend(page, page_against(page));
	if (spine.row_count > 0)
		part_downloads(page);
	page_end(page);
	return true;
}

bool
area_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct spine spine;

	if (!spine_ask(page->arena, &page->view, &spine, err))
		return false;
	spine_draw(out, &chart, &page->view, &spine);
	return true;
}

bool
area_csv(struct page *page, struct buf *out, struct err *err)
{
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct spine spine;

	if (!spine_ask(page->arena, &page->view, &spine, err))
		return false;
	csv_begin(&csv, page->view.type);
	for (uint32_t r = 0; r < spine.row_count; r++) {
		const struct spine_row *row = &spine.rows[r];

		if (!csv_add_finding(&csv, &row->variant, &row->root, err) ||
		    !csv_add_finding(&csv, &row->variant, &row->parent, err) ||
		    !csv_add_finding(&csv, &row->variant, &row->area, err))
			return false;
	}
	return true;
}
