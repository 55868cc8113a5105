#include "base/json.h"
#include "write/explain.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

static bool
ask(struct page *page, struct explanation *explanation, struct why *why,
    struct err *err)
{
	if (!why_ask(&page->view, why, err))
		return false;
	explain(page->arena, &page->view, why, explanation);
	return true;
}

/* "Why is Derby's figure for 2015 what it is?" would be a question; a heading says what
 * the page is about. */
static struct page_head
head_of(struct page *page, const struct why *why)
{
	const struct release *release = page->release;
	struct arena *arena = page->arena;
	struct str name = wording_indicator(arena, release, &page->view.variant);
	struct str area = wording_area_short(release, why->finding.area);
	struct str period =
	    why->finding.period == RELEASE_NONE
		? STR("")
		: release_text(release, release->periods[why->finding.period].label);

	return (struct page_head){
		.heading = str_print(arena, "Why this figure? %.*s%s%.*s",
		    STR_ARG(area), period.len ? ", " : "", STR_ARG(period)),
		.caption = name,
		.description = str_print(arena,
		    "How the figure of %.*s comes about: its counts, limits, "
		    "comparison, "
		    "trend and source.",
		    STR_ARG(area)),
	};
}

static void
write_steps(struct page *page, const struct explanation *explanation)
{
	for (size_t i = 0; i < explanation->count; i++) {
		const struct explain_step *step = &explanation->steps[i];
		bool first = i == 0 || step[-1].section != step->section;
		bool last =
		    i + 1 == explanation->count || step[1].section != step->section;
		if (first) {
			part_heading(page, step->section);
			part_summary_begin(page);
		}
		part_summary_row_begin(page, step->label);
		html_text(&page->html, step->text);
		part_summary_row_end(page);
		if (last)
			part_summary_end(page);
	}
}

/* Where to go on from here. */
static void
write_links(struct page *page)
{
	const struct {
		enum page_kind kind;
		const char *text;
	} links[] = {
		{ PAGE_TRENDS, "This figure over time" },
		{ PAGE_COMPARE, "The same for other areas" },
		{ PAGE_DEFINITIONS, "What the indicator means" },
	};
	struct html *h = &page->html;

	html_open(h, "ul", "class", "govuk-list", NULL);
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		html_open(h, "li", NULL);
		page_anchor(page, page_link(page, links[i].kind, &page->question),
		    str_of(links[i].text));
		html_close(h, "li");
	}
	html_close(h, "ul");
}

bool
why_page(struct page *page, struct err *err)
{
	struct explanation explanation;
	struct page_head head;
	struct why why;

	if (!ask(page, &explanation, &why, err))
		return false;
	head = head_of(page, &why);
	page_begin(page, &head);
	write_steps(page, &explanation);
	write_links(page);
	part_downloads(page, false);
	page_end(page);
	return true;
}

/* The figure itself as numbers, for scripts. */
static void
write_numbers(struct json *json, const struct figure *figure)
{
	const struct {
		const char *key;
		double number;
	} numbers[] = {
		{ "value", figure->value },
		{ "lower_95", figure->lower95 },
		{ "upper_95", figure->upper95 },
		{ "lower_99_8", figure->lower998 },
		{ "upper_99_8", figure->upper998 },
		{ "count", figure->count },
		{ "denominator", figure->denominator },
	};

	json_key(json, "numbers");
	json_object(json);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		json_key(json, numbers[i].key);
		json_number(json, numbers[i].number);
	}
	json_close(json);
}

bool
why_json(struct page *page, struct buf *out, struct err *err)
{
	struct json json = json_to(out);
	struct explanation explanation;
	struct why why;

	if (!ask(page, &explanation, &why, err))
		return false;
	json_object(&json);
	write_numbers(&json, &why.finding.figure);
	for (size_t i = 0; i < explanation.count; i++) {
		const struct explain_step *step = &explanation.steps[i];
		if (i == 0 || step[-1].section != step->section) {
			if (i)
				json_close(&json);
			json_key_text(
			    &json, str_slug(page->arena, str_of(step->section)));
			json_object(&json);
		}
		json_key(&json, step->key);
		json_text(&json, step->text);
	}
	if (explanation.count)
		json_close(&json);
	json_close(&json);
	buf_add_char(out, '\n');
	return true;
}
