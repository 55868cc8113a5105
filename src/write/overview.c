#include "answer/choices.h"
#include "answer/rug.h"
#include "draw/phrase.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/presence.h"
#include "write/siblings.h"
#include "write/tally.h"
#include "write/wording.h"

/* With more columns than this, the names at their heads run upwards. */
enum { COLUMNS_LEVEL = 12 };

/* The domain waits for its figures. */
static bool
is_empty(const struct page *page)
{
	return page->release->domains[page->view.domain].count == 0;
}

static void
write_filters(struct page *page)
{
	struct filters filters = filters_of(page, PAGE_OVERVIEW);
	struct choices domains = choices_domains(page->arena, &page->view);
	struct choices types = choices_types(page->arena, &page->view);
	struct choices parents = choices_parents(page->arena, &page->view);
	struct choices benchmarks = choices_benchmarks(page->arena, &page->view);

	filters_add(&filters, PARAMETER_DOMAIN, "Domain", NULL, &domains);
	if (!is_empty(page)) {
		filters_add(&filters, PARAMETER_TYPE, "Kind of area", NULL, &types);
		filters_add(&filters, PARAMETER_PARENT, "Areas in", NULL, &parents);
		filters_add(
		    &filters, PARAMETER_BENCHMARK, "Compared with", NULL, &benchmarks);
	}
	/* The row that sorts the columns is another one in another domain. */
	filters_drop(&filters, PARAMETER_SORT);
	filters_end(&filters);
}

/* Of the figures that are compared with a benchmark: one in a fifth of areas is not. */
static struct tally
tally_of(const struct page *page, const struct rug *rug)
{
	struct tally tally = { 0 };

	for (uint32_t r = 0; r < rug->row_count; r++) {
		const struct rug_row *row = &rug->rows[r];

		if (phrase_is_by_fifths(page->release, row->variant.indicator))
			continue;
		for (uint32_t a = 0; a < rug->area_count; a++)
			if (phrase_has_value(&row->areas[a]))
				tally_add(&tally, row->areas[a].verdict);
	}
	return tally;
}

static void
write_lead(struct page *page, const struct rug *rug)
{
	struct tally tally = tally_of(page, rug);
	struct str words = tally_words(page->arena, &tally);
	struct str against = page_against(page);
	struct str figures = wording_count(
	    page->arena, tally_compared(&tally), "latest figure", "latest figures");
	struct str measures =
	    wording_count(page->arena, rug->row_count, "measure", "measures");
	struct str areas = wording_count(page->arena, rug->area_count, "area", "areas");

	if (words.len > 0)
		part_paragraph(
		    page, str_print(page->arena,
			      "Of %.*s that can be compared with %.*s, %.*s.",
			      STR_ARG(figures), STR_ARG(against), STR_ARG(words)));
	else
		part_paragraph(page,
		    str_print(page->arena, "The latest figures of %.*s, for %.*s.",
			STR_ARG(measures), STR_ARG(areas)));
}

/* A link that sorts: a sign for those who see, its name for those who listen. */
static void
write_sort(struct page *page, const struct question *question, const char *sign,
    struct str name)
{
	struct html *h = &page->html;

	html_open(h, "a", "class", "govuk-link sort", NULL);
	html_attribute(h, "href", page_link(page, PAGE_OVERVIEW, question));
	html_leaf(h, "span", sign, "aria-hidden", "true", NULL);
	html_leaf_text(h, "span", name, "class", "govuk-visually-hidden", NULL);
	html_close(h, "a");
}

/* U+FE0E keeps the arrows from being drawn as coloured pictures. */
static const char sign_down[] = "↕\uFE0E", sign_across[] = "↔\uFE0E";

/* Beside an area's name: puts the indicators it does worst on first, or back. */
static void
write_area_sort(struct page *page, const struct rug *rug, uint32_t area)
{
	struct question question =
	    page_question(page, PARAMETER_SORT, release_area_code(page->release, area));
	struct str name =
	    str_print(page->arena, "Sort indicators by how %.*s compares, worst first",
		STR_ARG(wording_area_short(page->release, area)));

	if (rug->sorted_area == area) {
		question.sort = STR("");
		name = STR("Sort indicators in their usual order");
	}
	write_sort(page, &question, sign_down, name);
}

static void
write_area_head(struct page *page, const struct rug *rug, uint32_t area)
{
	struct html *h = &page->html;
	struct question question =
	    page_question(page, PARAMETER_AREA, release_area_code(page->release, area));

	html_open(h, "th", "scope", "col", NULL);
	html_attribute(h, "abbr", wording_area_short(page->release, area));
	page_anchor(page, page_link(page, PAGE_AREA, &question),
	    wording_area_short(page->release, area));
	html_say(h, " ");
	write_area_sort(page, rug, area);
	html_close(h, "th");
}

static void
write_plain_head(struct page *page, uint32_t area)
{
	struct html *h = &page->html;

	html_open(h, "th", "scope", "col", NULL);
	html_leaf_text(h, "span", wording_area_short(page->release, area), NULL);
	html_close(h, "th");
}

/* The columns before those of the areas: not that of the root where it is the area
 * looked at, and none that is empty from top to bottom. */
struct columns {
	bool root, benchmark, parent;
};

static struct columns
columns_of(struct page *page, const struct rug *rug)
{
	const struct finding **roots =
	    ARENA_NEW(page->arena, const struct finding *, rug->row_count);
	const struct finding **parents =
	    ARENA_NEW(page->arena, const struct finding *, rug->row_count);

	const struct finding **benchmarks =
	    ARENA_NEW(page->arena, const struct finding *, rug->row_count);

	for (uint32_t r = 0; r < rug->row_count; r++) {
		roots[r] = &rug->rows[r].root;
		benchmarks[r] = &rug->rows[r].benchmark;
		parents[r] = &rug->rows[r].parent;
	}
	return (struct columns){
		.root = presence_of(roots, rug->row_count).row &&
			!view_is_of_root(&page->view),
		.benchmark = presence_of(benchmarks, rug->row_count).row,
		.parent = presence_of(parents, rug->row_count).row,
	};
}

/* What the table is made of. */
struct sheet {
	const struct rug *rug;
	struct columns columns;
};

static void
write_head(struct page *page, const struct sheet *sheet)
{
	const struct rug *rug = sheet->rug;

	part_column(page, NULL, "Indicator");
	part_column(page, NULL, "Period");
	if (sheet->columns.root)
		write_plain_head(page, page->release->profile->root);
	if (sheet->columns.benchmark)
		write_plain_head(page, page->view.benchmark);
	if (sheet->columns.parent)
		write_plain_head(page, page->view.parent);
	for (uint32_t a = 0; a < rug->area_count; a++)
		write_area_head(page, rug, rug->areas[a]);
}

/* Beside the indicator's name: sorts the columns by this row, or turns them round. */
static void
write_row_sort(struct page *page, const struct rug_row *row)
{
	struct html *h = &page->html;
	struct str key = str_print(page->arena, "%u", (unsigned)row->number);
	struct str turned = str_print(page->arena, "-%u", (unsigned)row->number);
	bool straight = str_equal(page->view.sort, key);
	bool around = str_equal(page->view.sort, turned);
	struct question question =
	    page_question(page, PARAMETER_SORT, straight ? turned : key);
	struct str name = wording_indicator(page->arena, page->release, &row->variant);

	write_sort(page, &question, sign_across,
	    str_print(page->arena, "Sort areas by %.*s, %s first", STR_ARG(name),
		straight ? "lowest" : "highest"));
	if (straight || around)
		html_leaf(h, "span", straight ? "Highest first" : "Lowest first",
		    "class", "detail", NULL);
}

/* The head of a row holds what a narrow window has no columns for. */
static void
write_row_head(struct page *page, const struct sheet *sheet, const struct rug_row *row)
{
	struct html *h = &page->html;
	struct question question =
	    page_question_about(page, &row->variant, RELEASE_NONE);
	uint32_t indicator = row->variant.indicator;

	cell_indicator_begin(
	    page, &row->variant, page_link(page, PAGE_COMPARE, &question));
	if (sheet->rug->area_count > 1)
		write_row_sort(page, row);
	cell_indicator_details(page, &row->variant, row->period);
	if (sheet->columns.root)
		cell_beside(page, indicator, &row->root, page_against(page));
	if (sheet->columns.benchmark)
		cell_beside(page, indicator, &row->benchmark, page_against(page));
	if (sheet->columns.parent)
		cell_beside(page, indicator, &row->parent, page_against(page));
	if (row->is_new)
		html_leaf(h, "strong", "New data", "class", "govuk-tag", NULL);
	html_close(h, "th");
}

static void
write_row(struct page *page, const struct sheet *sheet, const struct rug_row *row)
{
	const struct rug *rug = sheet->rug;
	struct html *h = &page->html;
	uint32_t indicator = row->variant.indicator;
	struct str against = page_against(page);

	html_open(h, "tr", NULL);
	write_row_head(page, sheet, row);
	part_cell(page, "period", phrase_period(page->release, row->period));
	if (sheet->columns.root)
		cell_finding(page, indicator, &row->root, against, true);
	if (sheet->columns.benchmark)
		cell_finding(page, indicator, &row->benchmark, against, true);
	if (sheet->columns.parent)
		cell_finding(page, indicator, &row->parent, against, true);
	for (uint32_t a = 0; a < rug->area_count; a++)
		cell_finding(page, indicator, &row->areas[a], against, true);
	html_close(h, "tr");
}

/* Said to the style sheet: whether names run upwards, and how many columns stand before
 * those of the areas, which narrow windows do without. */
static const char *
class_of(const struct page *page, const struct sheet *sheet)
{
	unsigned before =
	    1u + sheet->columns.root + sheet->columns.benchmark + sheet->columns.parent;

	return str_c(page->arena,
	    str_print(page->arena, "rug rug--before-%u%s", before,
		sheet->rug->area_count > COLUMNS_LEVEL ? " rug--upright" : ""));
}

static void
write_table(struct page *page, const void *what)
{
	const struct sheet *sheet = what;
	const struct rug *rug = sheet->rug;
	struct str areas = wording_areas(page->arena, &page->view);
	struct str domain = wording_domain(page->release, page->view.domain);
	struct str against = page_against(page);
	struct str caption =
	    str_print(page->arena, "%.*s: %.*s", STR_ARG(domain), STR_ARG(areas));
	struct tally tally = tally_of(page, rug);

	/* Without figures of the country only what sources say can compare. */
	if (page->view.benchmark != RELEASE_NONE || page->view.benchmark_is_parent ||
	    tally_compared(&tally))
		caption = str_print(page->arena, "%.*s, compared with %.*s",
		    STR_ARG(caption), STR_ARG(against));
	part_table_begin_spoken(page, class_of(page, sheet), caption);
	write_head(page, sheet);
	part_table_body(page);
	for (uint32_t r = 0; r < rug->row_count; r++)
		write_row(page, sheet, &rug->rows[r]);
	part_table_end(page);
}

/* The area types an indicator does have figures for, as links. */
static void
write_elsewhere_item(struct page *page, uint32_t indicator)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	const struct release_indicator *record = &release->indicators[indicator];
	uint32_t last = RELEASE_NONE;

	html_open(h, "li", NULL);
	html_text(h, wording_indicator_short(release, indicator));
	html_say(h, ": figures for");
	for (uint32_t i = 0; i < record->series; i++) {
		uint32_t type = release->series[record->first_series + i].area_type;
		struct question question = page_question(
		    page, PARAMETER_INDICATOR, release_text(release, record->key));

		if (type == last)
			continue;
		html_say(h, last == RELEASE_NONE ? " " : ", ");
		last = type;
		question.type = release_text(release, release->types[type].slug);
		question.area = question.parent = question.sort = STR("");
		page_anchor(page, page_link(page, PAGE_COMPARE, &question),
		    wording_type(release, type));
	}
	html_close(h, "li");
}

static void
write_elsewhere(struct page *page, const struct rug *rug)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	const struct release_domain *domain = &release->domains[page->view.domain];
	struct str count =
	    wording_count(page->arena, rug->elsewhere, "indicator", "indicators");

	if (rug->elsewhere == 0)
		return;
	html_open(h, "details", "class", "govuk-details", NULL);
	html_open(h, "summary", "class", "govuk-details__summary", NULL);
	html_open(h, "span", "class", "govuk-details__summary-text", NULL);
	html_text(h, count);
	html_print(h, " of this domain %s no figures for ",
	    rug->elsewhere == 1 ? "has" : "have");
	html_text(h, wording_type(release, page->view.type));
	html_close(h, "span");
	html_close(h, "summary");
	html_open(h, "div", "class", "govuk-details__text", NULL);
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
	for (uint32_t i = 0; i < domain->count; i++) {
		uint32_t indicator = release->items[domain->first + i];
		uint32_t variants;

		choices_variants(
		    page->arena, release, indicator, page->view.type, &variants);
		if (variants == 0)
			write_elsewhere_item(page, indicator);
	}
	html_close(h, "ul");
	html_close(h, "div");
	html_close(h, "details");
}

bool
overview_page(struct page *page, struct err *err)
{
	struct rug rug;
	struct sheet sheet;
	struct page_head head = { .caption = STR("Overview") };
	struct str areas, domain;

	if (!rug_ask(page->arena, &page->view, &rug, err))
		return false;
	domain = wording_domain(page->release, page->view.domain);
	areas = wording_areas(page->arena, &page->view);
	head.heading = is_empty(page) ? domain
				      : str_print(page->arena, "%.*s: %.*s",
					    STR_ARG(domain), STR_ARG(areas));
	head.description = release_text(
	    page->release, page->release->domains[page->view.domain].summary);
	page_begin(page, &head);
	if (head.description.len > 0)
		part_paragraph(page, head.description);
	write_filters(page);
	if (rug.row_count > 0 && rug.area_count > 0) {
		write_lead(page, &rug);
		sheet = (struct sheet){ &rug, columns_of(page, &rug) };
		cells_explained(page, page_against(page), write_table, &sheet);
		part_downloads(page, false);
	} else if (is_empty(page)) {
		part_inset(page,
		    STR("This domain has no figures yet. Choose another domain."));
	} else {
		part_inset(page,
		    STR("There are no figures for this kind of area in this domain. "
			"Choose another kind of area or another domain."));
	}
	siblings_write(page);
	write_elsewhere(page, &rug);
	page_end(page);
	return true;
}

static bool
add_row(
    struct csv *csv, const struct rug *rug, const struct rug_row *row, struct err *err)
{
	bool ok = csv_add_finding(csv, &row->variant, &row->root, err) &&
		  csv_add_finding(csv, &row->variant, &row->benchmark, err) &&
		  csv_add_finding(csv, &row->variant, &row->parent, err);

	for (uint32_t a = 0; ok && a < rug->area_count; a++)
		ok = csv_add_finding(csv, &row->variant, &row->areas[a], err);
	return ok;
}

bool
overview_csv(struct page *page, struct buf *out, struct err *err)
{
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct rug rug;

	if (!rug_ask(page->arena, &page->view, &rug, err))
		return false;
	csv_begin(&csv, page->view.type);
	for (uint32_t r = 0; r < rug.row_count; r++)
		if (!add_row(&csv, &rug, &rug.rows[r], err))
			return false;
	return true;
}
