#include "answer/inequalities.h"
#include "draw/parts.h"
#include "draw/phrase.h"
#include "write/breakdown.h"
#include "write/cells.h"
#include "write/csv.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/presence.h"
#include "write/wording.h"

/* As on the page that compares areas, the latest goes without saying. */
static struct choices
periods_of(struct page *page, const struct inequalities *answer)
{
	struct view view = page->view;
	struct str latest = STR("");
	struct choices choices;

	view.period = answer->period;
	choices = choices_periods(page->arena, &view);
	if (answer->latest != RELEASE_NONE)
		latest = view_period_slug(page->arena, page->release, answer->latest);
	for (uint32_t i = 0; i < choices.count; i++)
		if (str_equal(choices.at[i].value, latest))
			choices.at[i].value = STR("");
	return choices;
}

static void
write_filters(struct page *page, const struct inequalities *answer)
{
	struct filters filters = filters_of(page, PAGE_INEQUALITIES);
	struct choices periods = periods_of(page, answer);

	breakdown_filters(&filters);
	filters_add(&filters, PARAMETER_PERIOD, "Period", NULL, &periods);
	filters_drop(&filters, PARAMETER_PERIOD);
	filters_end(&filters);
}

struct sheet {
	const struct inequalities *answer;
	const struct finding **findings; /* of the total, then of the parts */
	struct presence has;
	struct cell_notes notes;
	struct str against;
};

static struct sheet
sheet_of(struct page *page, const struct inequalities *answer)
{
	uint32_t count = answer->parts.count + 1;
	struct sheet sheet = { .answer = answer,
		.findings = ARENA_NEW(page->arena, const struct finding *, count),
		.against = parts_whole_said(page->arena, &page->view, answer) };

	sheet.findings[0] = &answer->total;
	for (uint32_t i = 1; i < count; i++)
		sheet.findings[i] = &answer->findings[i - 1];
	sheet.has = presence_of(sheet.findings, count);
	sheet.has.verdict = presence_of(sheet.findings + 1, count - 1).verdict;
	sheet.notes = cell_notes_of(page, sheet.findings, count);
	return sheet;
}

static void
write_head(struct page *page, const struct sheet *sheet)
{
	const struct presence *has = &sheet->has;
	struct str name = partition_name(page->release, page->view.by);

	html_leaf_text(&page->html, "th",
	    page->view.by.kind == PARTITION_CATEGORY ? STR("Group") : name, "scope",
	    "col", NULL);
	part_column_value(page);
	if (has->verdict)
		html_leaf_text(&page->html, "th",
		    str_print(
			page->arena, "Compared with %.*s", STR_ARG(sheet->against)),
		    "scope", "col", NULL);
	part_column_hidden(page, "Bar");
	if (has->limits) {
		part_column(page, NULL, "Lower 95% limit");
		part_column(page, NULL, "Upper 95% limit");
	}
	if (has->count)
		part_column(page, NULL, "Count");
}

static void
write_bar(
    struct page *page, const struct inequalities *answer, const struct finding *finding)
{
	AUTO_BUF bar = { 0 };

	parts_cell(&bar, answer, finding);
	html_open(&page->html, "td", "class", "bar", NULL);
	html_trusted(&page->html, buf_str(&bar));
	html_close(&page->html, "td");
}

static void
write_row(struct page *page, const struct sheet *sheet, const struct finding *finding,
    struct str name)
{
	struct html *h = &page->html;
	uint32_t indicator = page->view.variant.indicator;

	html_open(h, "tr", NULL);
	if (finding == &sheet->answer->total)
		html_attribute(h, "class", STR("is-chosen"));
	html_open(h, "th", "scope", "row", NULL);
	html_text(h, name);
	cell_note_mark(page, &sheet->notes, finding);
	html_close(h, "th");
	cell_value(page, indicator, finding);
	if (sheet->has.verdict)
		cell_verdict(page, indicator, finding);
	write_bar(page, sheet->answer, finding);
	if (sheet->has.limits) {
		cell_limit(page, indicator, finding->figure.lower95);
		cell_limit(page, indicator, finding->figure.upper95);
	}
	if (sheet->has.count)
		cell_events(page, finding);
	html_close(h, "tr");
}

static void
write_table(struct page *page, const void *what)
{
	const struct sheet *sheet = what;
	const struct inequalities *answer = sheet->answer;

	part_table_begin(
	    page, "figures", parts_words(page->arena, &page->view, answer).title);
	write_head(page, sheet);
	part_table_body(page);
	if (answer->total.series != RELEASE_NONE)
		write_row(page, sheet, &answer->total, answer->parts.total.name);
	for (uint32_t i = 0; i < answer->parts.count; i++)
		write_row(page, sheet, &answer->findings[i], answer->parts.at[i].name);
	part_table_end(page);
}

/* A sentence, or why there is none. */
static void
write_index(struct page *page, const char *name, struct str words, struct str why)
{
	if (!words.len)
		words =
		    str_print(page->arena, "Not given, because %.*s.", STR_ARG(why));
	part_summary_row(page, name, words);
}

static void
write_gap(struct page *page, const struct inequalities *answer)
{
	const struct gap *gap = &answer->gap;
	struct parts_gap words = parts_gap_words(page->arena, &page->view, answer);

	if (!gap->by_deprivation)
		return;
	part_heading(page, "How large the gap is");
	part_summary_begin(page);
	write_index(page, "Slope index of inequality", words.slope, gap->why_none);
	write_index(
	    page, "Relative index of inequality", words.relative, gap->why_none);
	write_index(
	    page, "Attributable to deprivation", words.attributable, gap->why_no_par);
	part_summary_end(page);
}

static void
write_answer(struct page *page, const struct inequalities *answer)
{
	struct sheet sheet = sheet_of(page, answer);

	if (answer->with_value > 0)
		breakdown_chart(page, answer, NULL);
	write_gap(page, answer);
	cells_explained(page, sheet.against, write_table, &sheet);
	presence_write_no_verdicts(page, sheet.findings + 1, answer->parts.count);
	cell_notes_write(page, &sheet.notes);
	part_source(page);
	part_downloads(page, answer->with_value > 0);
}

bool
inequalities_page(struct page *page, struct err *err)
{
	struct page_head head = { 0 };
	struct inequalities answer;
	struct chart_words words;

	if (!inequalities_ask(page->arena, &page->view, &answer, err))
		return false;
	words = parts_words(page->arena, &page->view, &answer);
	breakdown_head(page, &words, &head);
	page_begin(page, &head);
	write_filters(page, &answer);
	if (answer.parts.count > 0) {
		part_message(page, &words);
		write_answer(page, &answer);
	} else if (!breakdown_none(page, err)) {
		return false;
	}
	page_end(page);
	return true;
}

bool
inequalities_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct inequalities answer;

	if (!inequalities_ask(page->arena, &page->view, &answer, err))
		return false;
	parts_draw(out, &chart, &page->view, &answer);
	return true;
}

bool
inequalities_csv(struct page *page, struct buf *out, struct err *err)
{
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct inequalities answer;

	if (!inequalities_ask(page->arena, &page->view, &answer, err))
		return false;
	csv_begin(&csv, page->view.type);
	return breakdown_csv(&csv, &answer, err);
}
