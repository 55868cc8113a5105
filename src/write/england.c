#include "answer/england.h"

#include <math.h>

#include "answer/choices.h"
#include "draw/phrase.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
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

	if (!phrase_has_value(&row->before))
		return STR("No earlier figure");
	switch (verdict_of(row->change, polarity)) {
	case VERDICT_WORST:
	case VERDICT_WORSE: return STR("Worse");
	case VERDICT_SIMILAR: return STR("No significant change");
	case VERDICT_BETTER:
	case VERDICT_BEST: return STR("Better");
	case VERDICT_LOWEST:
	case VERDICT_LOWER: return STR("Lower");
	case VERDICT_HIGHER:
	case VERDICT_HIGHEST: return STR("Higher");
	case VERDICT_NONE:
	case VERDICT_COUNT: break;
	}
	return STR("Cannot be compared");
}

static void
write_change(struct page *page, const struct england_row *row)
{
	struct html *h = &page->html;
	struct str words = change_words(page, row);

	html_open(h, "td", "class", "words", NULL);
	html_text(h, words);
	if (phrase_has_value(&row->before)) {
		struct str value = wording_value(page->arena, page->release,
		    row->variant.indicator, row->before.figure.value);
		struct str period = phrase_period(page->release, row->before.period);

		html_print(h, ", from %.*s in %.*s", STR_ARG(value), STR_ARG(period));
	}
	html_close(h, "td");
}

static void
write_row(struct page *page, const struct england_row *row)
{
	struct html *h = &page->html;
	uint32_t indicator = row->variant.indicator;
	struct question question =
	    page_question_about(page, &row->variant, RELEASE_NONE);

	html_open(h, "tr", NULL);
	cell_indicator(page, &row->variant, row->latest.period,
	    page_link(page, PAGE_COMPARE, &question));
	part_cell(page, "words", phrase_period(page->release, row->latest.period));
	cell_events(page, &row->latest);
	cell_value(page, indicator, &row->latest);
	cell_trend(page, indicator, &row->latest);
	write_change(page, row);
	html_close(h, "tr");
}

static uint32_t
write_domain(struct page *page, const struct england *england, uint32_t from)
{
	uint32_t domain = england->rows[from].domain;
	struct str area = phrase_area(page->release, page->release->profile->root);
	uint32_t r = from;

	part_table_begin_domain(page, area, domain);
	part_column(page, NULL, "Indicator");
	part_column(page, "words", "Period");
	part_column(page, NULL, "Count");
	part_column(page, NULL, "Value");
	part_column(page, "words", "Recent trend");
	part_column(page, "words", "Change from the period before");
	part_table_body(page);
	for (; r < england->row_count && england->rows[r].domain == domain; r++)
		write_row(page, &england->rows[r]);
	part_table_end(page);
	return r;
}

/* "England is getting worse on 3 of 20 measures and better on 5" */
static struct str
heading_of(struct page *page, const struct england *england)
{
	struct str root = phrase_area(page->release, page->release->profile->root);
	unsigned worse = 0, better = 0, of = england->row_count;

	for (uint32_t r = 0; r < england->row_count; r++) {
		const struct england_row *row = &england->rows[r];
		const struct release_indicator *indicator =
		    &page->release->indicators[row->variant.indicator];
		const char *class = trend_class(
		    row->latest.trend.trend, (enum polarity)indicator->polarity);

		worse += str_equal(str_of(class), STR("worse"));
		better += str_equal(str_of(class), STR("better"));
	}
	if (worse + better == 0)
		return str_print(
		    page->arena, "%.*s: the latest figures", STR_ARG(root));
	if (worse == 0)
		return str_print(page->arena,
		    "%.*s is getting better on %u of %u measures", STR_ARG(root),
		    better, of);
	if (better == 0)
		return str_print(page->arena,
		    "%.*s is getting worse on %u of %u measures", STR_ARG(root), worse,
		    of);
	return str_print(page->arena,
	    "%.*s is getting worse on %u of %u measures and better on %u",
	    STR_ARG(root), worse, of, better);
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
	if (england.row_count == 0)
		part_inset(
		    page, STR("There are no figures here. Choose another domain."));
	for (uint32_t r = 0; r < england.row_count;)
		r = write_domain(page, &england, r);
	cells_legend(page, STR(""));
	if (england.row_count > 0)
		part_downloads(page, false);
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
