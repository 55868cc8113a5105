#include "answer/england.h"

#include "answer/choices.h"
#include "draw/phrase.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/presence.h"
#include "write/wording.h"

static void
write_filters(struct page *page)
{
	struct filters filters = filters_of(page, PAGE_ENGLAND);
	struct choices domains = choices_domains(page->arena, &page->view);

	filters_add(&filters, PARAMETER_DOMAIN, "Domain", "All domains", &domains);
	filters_end(&filters);
}

/* What a change means, seen by the direction that is good. */
static struct str
change_words(struct page *page, const struct england_row *row)
{
	enum polarity polarity =
	    (enum polarity)page->release->indicators[row->variant.indicator].polarity;
	enum verdict verdict = verdict_of(row->change, polarity);

	return verdict == VERDICT_SIMILAR
		   ? STR("No significant change")
		   : wording_verdict_short(page->arena, verdict, false);
}

/* Why there is nothing to compare with. */
static struct str
no_change_words(struct page *page, const struct england_row *row)
{
	struct str period = phrase_period(page->release, row->before.period);
	struct str reason = wording_missing(page->release, &row->before.figure);

	if (row->before.period != RELEASE_NONE)
		return str_print(page->arena, "No figure for %.*s: %.*s",
		    STR_ARG(period), STR_ARG(reason));
	return row->overlapping ? STR("All earlier periods overlap with this one")
				: STR("No earlier period");
}

/* A change from 5.3 to 5.3 would be none. */
static int
decimals_of(struct page *page, const struct england_row *row)
{
	uint32_t indicator = row->variant.indicator;

	if (!phrase_has_value(&row->latest) || !phrase_has_value(&row->before))
		return page->release->indicators[indicator].decimals;
	return wording_decimals_apart(page->arena, page->release, indicator,
	    row->latest.figure.value, row->before.figure.value);
}

static void
write_change(struct page *page, const struct england_row *row, int decimals)
{
	struct html *h = &page->html;

	html_open(h, "td", "class", "words", NULL);
	if (!phrase_has_value(&row->before)) {
		html_text(h, no_change_words(page, row));
	} else {
		struct str value =
		    wording_decimals(page->arena, row->before.figure.value, decimals);
		struct str period = phrase_period(page->release, row->before.period);

		html_text(h, change_words(page, row));
		html_print(h, "%s %.*s in %.*s",
		    row->change == SIDE_UNKNOWN ? "," : ", from", STR_ARG(value),
		    STR_ARG(period));
	}
	html_close(h, "td");
}

static void
write_row(struct page *page, const struct england_row *row, const struct presence *has)
{
	struct html *h = &page->html;
	uint32_t indicator = row->variant.indicator;
	int decimals = decimals_of(page, row);
	struct question question =
	    page_question_about(page, &row->variant, RELEASE_NONE);

	html_open(h, "tr", NULL);
	cell_indicator(page, &row->variant, row->latest.period,
	    page_link(page, PAGE_COMPARE, &question));
	part_cell(
	    page, "words only-wide", phrase_period(page->release, row->latest.period));
	cell_value_decimals(page, &row->latest, decimals);
	if (has->trend)
		cell_trend(page, indicator, &row->latest);
	write_change(page, row, decimals);
	if (has->count)
		cell_events(page, &row->latest);
	html_close(h, "tr");
}

static uint32_t
write_domain(struct page *page, const struct england *england, uint32_t from,
    const struct presence *has)
{
	uint32_t domain = england->rows[from].domain;
	struct str area = phrase_area(page->release, page->release->profile->root);
	uint32_t r = from;

	part_table_begin_domain(page, area, domain);
	part_column(page, NULL, "Indicator");
	part_column(page, "words only-wide", "Period");
	part_column(page, NULL, "Value");
	if (has->trend)
		part_column(page, "words", "Recent trend");
	part_column(page, "words", "Change from an earlier period");
	if (has->count)
		part_column(page, NULL, "Count");
	part_table_body(page);
	for (; r < england->row_count && england->rows[r].domain == domain; r++)
		write_row(page, &england->rows[r], has);
	part_table_end(page);
	return r;
}

/* Measures with a recent trend, each once, and where they are heading. */
struct course {
	unsigned worse, better, of;
};

static struct course
course_of(const struct page *page, const struct england *england)
{
	struct course course = { 0 };

	for (uint32_t r = 0; r < england->row_count; r++) {
		const struct england_row *row = &england->rows[r];
		const struct release_indicator *indicator =
		    &page->release->indicators[row->variant.indicator];
		const char *class = trend_class(
		    row->latest.trend.trend, (enum polarity)indicator->polarity);

		if (row->again || row->latest.trend.trend == TREND_UNKNOWN)
			continue;
		course.of++;
		course.worse += str_equal(str_of(class), STR("worse"));
		course.better += str_equal(str_of(class), STR("better"));
	}
	return course;
}

/* "England is getting worse on 3 of the 20 measures with a recent trend and better on
 * 5" */
static struct str
heading_of(struct page *page, const struct england *england)
{
	struct str root = phrase_area(page->release, page->release->profile->root);
	struct course course = course_of(page, england);
	unsigned first = course.worse > 0 ? course.worse : course.better;
	const char *word = course.worse > 0 ? "worse" : "better";
	struct str share;

	if (first == 0)
		return str_print(
		    page->arena, "%.*s: the latest figures", STR_ARG(root));
	share = course.of == 1
		    ? STR("the one measure with a recent trend")
		    : str_print(page->arena,
			  first == course.of ? "all %u measures with a recent trend"
					     : "%u of the %u measures with a recent "
					       "trend",
			  first, course.of);
	if (course.worse == 0 || course.better == 0)
		return str_print(page->arena, "%.*s is getting %s on %.*s",
		    STR_ARG(root), word, STR_ARG(share));
	return str_print(page->arena, "%.*s is getting worse on %.*s and better on %u",
	    STR_ARG(root), STR_ARG(share), course.better);
}

static const char changes[] =
    "Each figure is compared with that of the latest earlier period which does not "
    "overlap with its own. It counts as a change only where the confidence intervals "
    "of the two do not overlap either.";

/* What the tables of the page are made of. */
struct sheets {
	const struct england *england;
	struct presence has;
};

static void
write_tables(struct page *page, const void *what)
{
	const struct sheets *sheets = what;

	for (uint32_t r = 0; r < sheets->england->row_count;)
		r = write_domain(page, sheets->england, r, &sheets->has);
}

static void
write_figures(struct page *page, const struct england *england)
{
	const struct finding **findings =
	    ARENA_NEW(page->arena, const struct finding *, england->row_count);
	struct sheets sheets = { .england = england };

	for (uint32_t r = 0; r < england->row_count; r++)
		findings[r] = &england->rows[r].latest;
	sheets.has = presence_of(findings, england->row_count);
	part_paragraph(page, str_of(changes));
	cells_explained(page, STR(""), write_tables, &sheets);
	presence_write_no_trends(page, findings, england->row_count);
	part_downloads(page, false);
}

bool
england_page(struct page *page, struct err *err)
{
	struct page_head head = { .caption = STR("Recent trends") };
	struct england england;

	if (page->release->profile->root == RELEASE_NONE)
		return err_set(err, FAULT_MISSING, "there is no area above all others");
	if (!england_ask(page->arena, &page->view, &england, err))
		return false;
	head.heading = heading_of(page, &england);
	page_begin(page, &head);
	write_filters(page);
	if (england.row_count > 0)
		write_figures(page, &england);
	else
		part_inset(
		    page, STR("There are no figures here. Choose another domain."));
	page_end(page);
	return true;
}

bool
england_csv(struct page *page, struct buf *out, struct err *err)
{
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct england england;

	if (page->release->profile->root == RELEASE_NONE)
		return err_set(err, FAULT_MISSING, "there is no area above all others");
	if (!england_ask(page->arena, &page->view, &england, err))
		return false;
	csv_begin(&csv, RELEASE_NONE);
	for (uint32_t r = 0; r < england.row_count; r++) {
		const struct england_row *row = &england.rows[r];

		if (!csv_add_finding(&csv, &row->variant, &row->before, err) ||
		    !csv_add_finding(&csv, &row->variant, &row->latest, err))
			return false;
	}
	return true;
}
