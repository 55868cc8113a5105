#include "answer/choices.h"
#include "answer/spine.h"
#include "draw/key.h"
#include "draw/phrase.h"
#include "draw/spine.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/origin.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/siblings.h"
#include "write/similar.h"
#include "write/presence.h"
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

/* The page has the same columns in all its tables. */
struct columns {
	bool root, benchmark, parent, spine, trend, count;
};

/* The areas' figures of all rows; with them those of the parent, or of the root. */
static const struct finding **
findings_of(struct page *page, const struct spine *spine,
    const struct finding *(*of)(const struct spine_row *row))
{
	const struct finding **findings =
	    ARENA_NEW(page->arena, const struct finding *, spine->row_count);

	for (uint32_t r = 0; r < spine->row_count; r++)
		findings[r] = of(&spine->rows[r]);
	return findings;
}

static const struct finding *
of_area(const struct spine_row *row)
{
	return &row->area;
}

static const struct finding *
of_parent(const struct spine_row *row)
{
	return &row->parent;
}

static const struct finding *
of_root(const struct spine_row *row)
{
	return &row->root;
}

static const struct finding *
of_benchmark(const struct spine_row *row)
{
	return &row->benchmark;
}

static struct columns
columns_of(struct page *page, const struct spine *spine)
{
	uint32_t count = spine->row_count, root = page->release->profile->root;
	struct presence area = presence_of(findings_of(page, spine, of_area), count);
	struct presence above = presence_of(findings_of(page, spine, of_parent), count);
	struct presence whole = presence_of(findings_of(page, spine, of_root), count);
	struct presence other =
	    presence_of(findings_of(page, spine, of_benchmark), count);
	struct columns columns = {
		.benchmark = other.row,
		.root = whole.row && page->view.area != root,
		.parent = above.row,
		.trend = area.trend,
		.count = area.count,
	};

	for (uint32_t r = 0; r < count; r++)
		columns.spine |= spine->rows[r].undrawn == NULL;
	return columns;
}

/* What stands at the two ends of the bars: words at their head, figures beside each.
 * In narrow windows they stand below the drawing. */
static void
write_ends(struct page *page, struct str left, struct str drawing, struct str right)
{
	struct html *h = &page->html;

	html_open(h, "span", "class", "ends", NULL);
	html_leaf_text(h, "span", left, NULL);
	html_leaf(h, "span", " to ", "class", "govuk-visually-hidden", NULL);
	if (drawing.len > 0)
		html_trusted(h, drawing);
	html_leaf_text(h, "span", right, NULL);
	html_close(h, "span");
}

static void
write_name(struct page *page, uint32_t area)
{
	html_leaf_text(&page->html, "th", wording_area_short(page->release, area),
	    "scope", "col", NULL);
}

static void
write_head(struct page *page, const struct spine *spine, const struct columns *columns)
{
	struct html *h = &page->html;
	struct spine_ends ends = spine_ends(&page->view, spine);

	part_column(page, NULL, "Indicator");
	write_name(page, page->view.area);
	if (columns->spine) {
		html_open(h, "th", "scope", "col", "class", "spine", NULL);
		write_ends(page, str_of(ends.left), STR(""), str_of(ends.right));
		html_close(h, "th");
	}
	if (columns->root)
		write_name(page, page->release->profile->root);
	if (columns->benchmark)
		write_name(page, page->view.benchmark);
	if (columns->parent)
		write_name(page, page->view.parent);
	if (columns->trend)
		part_column(page, "words", "Recent trend");
	part_column(page, "words only-wide", "Period");
	if (columns->count)
		part_column(page, NULL, "Count");
}

static struct str
end_words(struct page *page, const struct spine_row *row, double value)
{
	return wording_value(page->arena, page->release, row->variant.indicator, value);
}

static void
write_spine(struct page *page, const struct spine_row *row)
{
	struct html *h = &page->html;
	AUTO_BUF drawing = { 0 };

	if (row->undrawn != NULL) {
		part_cell(page, "words spine",
		    wording_upper(page->arena, str_of(row->undrawn)));
		return;
	}
	spine_cell(&drawing, row);
	html_open(h, "td", "class", "spine", NULL);
	write_ends(page, end_words(page, row, row->worst), buf_str(&drawing),
	    end_words(page, row, row->best));
	html_close(h, "td");
}

static void
write_row(struct page *page, const struct spine_row *row, const struct columns *columns)
{
	uint32_t indicator = row->variant.indicator;
	struct question question =
	    page_question_about(page, &row->variant, page->view.area);

	html_open(&page->html, "tr", NULL);
	cell_indicator(
	    page, &row->variant, row->period, page_link(page, PAGE_TRENDS, &question));
	cell_finding(page, indicator, &row->area, page_against(page), false);
	if (columns->spine)
		write_spine(page, row);
	if (columns->root)
		cell_value(page, indicator, &row->root);
	if (columns->benchmark)
		cell_value(page, indicator, &row->benchmark);
	if (columns->parent)
		cell_value(page, indicator, &row->parent);
	if (columns->trend)
		cell_trend(page, indicator, &row->area);
	part_cell(page, "words only-wide", phrase_period(page->release, row->period));
	if (columns->count)
		cell_events(page, &row->area);
	html_close(&page->html, "tr");
}

/* One table a domain; returns the row behind it. */
static uint32_t
write_domain(struct page *page, const struct spine *spine, uint32_t from,
    const struct columns *columns)
{
	uint32_t domain = spine->rows[from].domain;
	struct str area = phrase_area(page->release, page->view.area);
	uint32_t r = from;

	part_table_begin_domain(page, area, domain);
	write_head(page, spine, columns);
	part_table_body(page);
	for (; r < spine->row_count && spine->rows[r].domain == domain; r++)
		write_row(page, &spine->rows[r], columns);
	part_table_end(page);
	return r;
}

/* What is worse than the benchmark and heading further from it. */
static bool
is_urgent(const struct page *page, const struct spine_row *row)
{
	uint32_t number = row->variant.indicator;
	const struct release_indicator *indicator = &page->release->indicators[number];
	enum polarity polarity = (enum polarity)indicator->polarity;
	const char *class = trend_class(row->area.trend.trend, polarity);

	return !row->again && !phrase_is_by_fifths(page->release, number) &&
	       (row->area.verdict == VERDICT_WORSE ||
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

/* What the marks of the bars are; the bars themselves say what they hold. */
static void
write_key(struct page *page, const struct spine *spine, const struct columns *columns)
{
	struct html *h = &page->html;
	struct str area = phrase_area(page->release, page->view.area);

	html_leaf(h, "h2", "What the bars show", "class", "govuk-heading-s", NULL);
	html_open(h, "ul", "class", "legend", NULL);
	part_key_item(page, KEY_AREA,
	    str_print(page->arena, "%.*s; colour and shape say how it compares",
		STR_ARG(area)));
	if (columns->parent)
		part_key_item(
		    page, KEY_DIAMOND, phrase_area(page->release, page->view.parent));
	part_key_item(page, KEY_UPRIGHT, page_against(page));
	part_key_item(
	    page, KEY_RANGE, spine_range_words(page->arena, &page->view, spine));
	part_key_item(page, KEY_QUARTERS,
	    STR("The middle half of them (25th to 75th percentile)"));
	html_close(h, "ul");
}

/* Why columns are not there that a reader would look for. */
static void
write_left_out(
    struct page *page, const struct spine *spine, const struct columns *columns)
{
	struct str area = phrase_area(page->release, page->view.area);
	const char *areas = wording_type_plural(page->release, page->view.type);

	if (!columns->spine && !view_is_of_root(&page->view))
		part_paragraph(page,
		    str_print(page->arena, "Where %.*s lies among %s is not shown: %s.",
			STR_ARG(area), areas, spine->rows[0].undrawn));
	presence_write_no_trends(
	    page, findings_of(page, spine, of_area), spine->row_count);
}

/* What the tables of the page are made of. */
struct sheets {
	const struct spine *spine;
	struct columns columns;
};

static void
write_tables(struct page *page, const void *what)
{
	const struct sheets *sheets = what;

	for (uint32_t r = 0; r < sheets->spine->row_count;)
		r = write_domain(page, sheets->spine, r, &sheets->columns);
}

static void
write_figures(struct page *page, const struct spine *spine)
{
	const struct sheets sheets = { .spine = spine,
		.columns = columns_of(page, spine) };

	if (sheets.columns.spine)
		write_key(page, spine, &sheets.columns);
	cells_explained(page, page_against(page), write_tables, &sheets);
	write_left_out(page, spine, &sheets.columns);
	part_downloads(page, sheets.columns.spine);
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
		write_figures(page, &spine);
	else
		part_inset(page, STR("There are no figures for this area here. Choose "
				     "another domain or another area."));
	similar_write(page);
	origin_write(page);
	siblings_write(page);
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
		    !csv_add_finding(&csv, &row->variant, &row->benchmark, err) ||
		    !csv_add_finding(&csv, &row->variant, &row->parent, err) ||
		    !csv_add_finding(&csv, &row->variant, &row->area, err))
			return false;
	}
	return true;
}
