#include "answer/choices.h"
#include "disclose/saying.h"
#include "draw/phrase.h"
#include "write/fact.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/prose.h"
#include "write/wording.h"

static struct question
about(struct page *page, uint32_t indicator)
{
	return page_question(page, PARAMETER_INDICATOR,
	    release_text(page->release, page->release->indicators[indicator].key));
}

/* Without an indicator: all of them, domain by domain. */
static void
write_list(struct page *page)
{
	struct html *h = &page->html;
	const struct release *release = page->release;

	for (uint32_t d = 0; d < release->domain_count; d++) {
		const struct release_domain *domain = &release->domains[d];

		html_leaf_text(h, "h2", release_text(release, domain->name), "class",
		    "govuk-heading-m", NULL);
		if (domain->count == 0) {
			part_paragraph(page, STR("No indicators yet."));
			continue;
		}
		html_open(h, "ul", "class", "govuk-list govuk-list--spaced", NULL);
		for (uint32_t i = 0; i < domain->count; i++) {
			uint32_t indicator = release->items[domain->first + i];
			struct question question = about(page, indicator);

			html_open(h, "li", NULL);
			page_anchor(page, page_link(page, PAGE_DEFINITIONS, &question),
			    phrase_indicator(release, indicator));
			html_close(h, "li");
		}
		html_close(h, "ul");
	}
}

static void
write_inferred(struct page *page, const struct release_fact *known, enum fact fact)
{
	struct html *h = &page->html;
	struct str votes = fact_votes(page->arena, known, fact);
	struct str evidence = release_text(page->release, known->text);

	html_say(h, " ");
	html_leaf(h, "strong", "inferred", "class", "inferred", NULL);
	html_say(h, " from the figures");
	if (votes.len > 0)
		html_print(h, ": %.*s", STR_ARG(votes));
	if (evidence.len > 0) {
		html_say(h, ". ");
		html_text(h, wording_upper(page->arena, evidence));
	}
}

static void
write_origin(struct page *page, const struct release_fact *known, enum fact fact)
{
	struct html *h = &page->html;
	struct str evidence = release_text(page->release, known->text);

	switch ((enum origin)known->origin) {
	case ORIGIN_NONE:
		html_say(h, evidence.len ? ": " : "");
		html_text(h, evidence);
		break;
	case ORIGIN_ASSUMED:
		html_say(h, " (");
		html_leaf(h, "strong", "assumed", "class", "inferred", NULL);
		html_print(h, ": %.*s)", STR_ARG(evidence));
		break;
	case ORIGIN_INFERRED: write_inferred(page, known, fact); break;
	case ORIGIN_METADATA:
	case ORIGIN_DEFINITIONS:
		html_print(h, " (%s)", origin_word((enum origin)known->origin));
		break;
	case ORIGIN_COUNT: break;
	}
}

static void
write_rule(struct page *page, uint32_t number)
{
	const struct release_rule *rule = release_rule(page->release, number);

	if (rule == NULL)
		return;
	struct disclose_rule said = release_rule_of(page->release, rule);
	part_summary_row_begin(page, STR("Disclosure control"));
	html_text(&page->html, disclose_saying(page->arena, &said));
	html_print(&page->html, " (rule: %.*s)", STR_ARG(said.name));
	part_summary_row_end(page);
}

static void
write_facts(struct page *page, uint32_t number)
{
	const struct release *release = page->release;
	const struct release_indicator *indicator = &release->indicators[number];

	part_heading(page, "How it is measured");
	part_summary_begin(page);
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		struct str text =
		    fact_text(page->arena, page->release, indicator, fact);

		if (text.len == 0)
			continue;
		part_summary_row_begin(page, str_of(fact_word(fact)));
		html_text(&page->html, text);
		write_origin(page, fact_known(release, indicator, fact), fact);
		part_summary_row_end(page);
	}
	write_rule(page, number);
	part_summary_end(page);
}

static void
write_fields(struct page *page, const struct release_indicator *indicator)
{
	const struct release *release = page->release;

	if (indicator->fields == 0)
		return;
	part_heading(page, "What the publisher says");
	part_summary_begin(page);
	for (uint32_t i = 0; i < indicator->fields; i++) {
		const struct release_field *field =
		    &release->fields[indicator->first_field + i];

		part_summary_row_begin(page, release_text(release, field->label));
		prose_plain(&page->html, release_text(release, field->text));
		part_summary_row_end(page);
	}
	part_summary_end(page);
}

/* "2010/11 to 2017/18 (8 periods)" of the longest series of an area type. */
static void
write_periods(struct page *page, const struct release_series *series)
{
	const struct release *release = page->release;
	const uint32_t *periods = &release->lists[series->first_period];
	struct str first = phrase_period(release, periods[0]);
	struct str last = phrase_period(release, periods[series->periods - 1]);
	struct str count =
	    wording_count(page->arena, series->periods, "period", "periods");

	if (series->periods == 1)
		html_text(&page->html, first);
	else
		html_print(&page->html, "%.*s to %.*s (%.*s)", STR_ARG(first),
		    STR_ARG(last), STR_ARG(count));
}

static void
write_type(struct page *page, uint32_t indicator, const struct release_series *series)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	struct question question = about(page, indicator);

	question.type = release_text(release, release->types[series->area_type].slug);
	question.area = question.parent = STR("");
	html_open(h, "tr", NULL);
	html_open(h, "th", "scope", "row", NULL);
	page_anchor(page, page_link(page, PAGE_COMPARE, &question),
	    wording_type(release, series->area_type));
	html_close(h, "th");
	part_cell(page, NULL, wording_whole(page->arena, series->areas));
	html_open(h, "td", "class", "words", NULL);
	write_periods(page, series);
	html_close(h, "td");
	html_close(h, "tr");
}

/* Of each area type the series with the most periods; series stand type by type. */
static void
write_types(struct page *page, uint32_t number)
{
	const struct release *release = page->release;
	const struct release_indicator *indicator = &release->indicators[number];
	const struct release_series *best = NULL;

	if (indicator->series == 0)
		return;
	part_heading(page, "Where there are figures");
	part_table_begin(page, "figures", STR("Kinds of area and periods"));
	part_column(page, NULL, "Kind of area");
	part_column(page, NULL, "Areas");
	part_column(page, "words", "Periods");
	part_table_body(page);
	for (uint32_t i = 0; i < indicator->series; i++) {
		const struct release_series *series =
		    &release->series[indicator->first_series + i];

		if (series->periods == 0)
			continue;
		if (best != NULL && best->area_type != series->area_type)
			write_type(page, number, best);
		if (best == NULL || best->area_type != series->area_type ||
		    best->periods < series->periods)
			best = series;
	}
	if (best != NULL)
		write_type(page, number, best);
	part_table_end(page);
}

/* "Female, 10-14 yrs"; of a variant that its name leaves out, what is left out. */
static struct str
variant_text(struct page *page, const struct variant *variant)
{
	struct str words = phrase_variant(page->arena, page->release, variant);

	return words.len ? words : view_age_name(page->release, variant->age);
}

static void
write_variants(struct page *page, uint32_t indicator)
{
	struct html *h = &page->html;
	uint32_t count;
	struct variant *variants = choices_variants(
	    page->arena, page->release, indicator, RELEASE_NONE, &count);

	if (count < 2)
		return;
	part_heading(page, "Sexes and ages");
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
	for (uint32_t i = 0; i < count; i++) {
		struct question question =
		    page_question_about(page, &variants[i], RELEASE_NONE);

		html_open(h, "li", NULL);
		page_anchor(page, page_link(page, PAGE_COMPARE, &question),
		    variant_text(page, &variants[i]));
		html_close(h, "li");
	}
	html_close(h, "ul");
}

/* The sources that any figure of the indicator came from, one bit a source. */
static bool
find_sources(struct page *page, uint32_t number, bool *used, struct err *err)
{
	const struct release *release = page->release;
	const struct release_indicator *indicator = &release->indicators[number];

	for (uint32_t i = 0; i < indicator->series; i++) {
		uint32_t place = indicator->first_series + i;
		const struct release_series *series = &release->series[place];
		size_t cells = (size_t)series->areas * series->periods;
		struct figures figures;

		if (!release_figures(release, place, &figures, err))
			return false;
		for (size_t c = 0; c < cells; c++)
			if (figures.lines != NULL && figures.lines[c] != 0 &&
			    figures.sources != NULL &&
			    figures.sources[c] < release->source_count)
				used[figures.sources[c]] = true;
	}
	return true;
}

static void
write_sources(struct page *page, const bool *used)
{
	struct html *h = &page->html;
	const struct release *release = page->release;

	part_heading(page, "Source files");
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
	for (uint32_t i = 0; i < release->source_count; i++) {
		if (!used[i])
			continue;
		html_open(h, "li", NULL);
		html_leaf_text(
		    h, "code", release_text(release, release->sources[i].path), NULL);
		html_say(h, " (");
		html_text(h, release_text(release, release->sources[i].kind));
		html_say(h, ")");
		html_close(h, "li");
	}
	html_close(h, "ul");
}

/* "Robust: complete and checked every year". */
static struct str
quality_words(struct page *page, const struct release_indicator *indicator)
{
	struct str quality = release_text(page->release, indicator->quality);
	struct str meaning = release_text(page->release, indicator->quality_meaning);

	if (!meaning.len)
		return quality;
	return str_print(page->arena, "%.*s: %.*s", STR_ARG(quality), STR_ARG(meaning));
}

static void
write_top(struct page *page, uint32_t number)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	const struct release_indicator *indicator = &release->indicators[number];
	struct question question = about(page, number);

	if (indicator->modelled != 0)
		part_modelled(page);
	part_summary_begin(page);
	part_summary_row(
	    page, "Indicator number", release_text(release, indicator->key));
	part_summary_row(page, "Topic", release_text(release, indicator->topic));
	part_summary_row(page, "Data quality", quality_words(page, indicator));
	part_summary_row(
	    page, "Latest period", phrase_period(release, indicator->latest));
	part_summary_end(page);
	html_open(h, "p", "class", "govuk-body", NULL);
	page_anchor(page, page_link(page, PAGE_COMPARE, &question),
	    STR("Compare areas on this indicator"));
	html_close(h, "p");
}

static bool
write_indicator(struct page *page, uint32_t number, struct err *err)
{
	const struct release *release = page->release;
	bool *used = ARENA_NEW(page->arena, bool, release->source_count);
	struct page_head head = { .caption = STR("Definition"),
		.heading = phrase_indicator(release, number) };

	if (!find_sources(page, number, used, err))
		return false;
	page_begin(page, &head);
	write_top(page, number);
	write_fields(page, &release->indicators[number]);
	write_facts(page, number);
	write_types(page, number);
	write_variants(page, number);
	write_sources(page, used);
	page_end(page);
	return true;
}

bool
definitions_page(struct page *page, struct err *err)
{
	struct page_head head = { .heading = STR("What the indicators mean") };

	if (page->question.indicator.len > 0)
		return write_indicator(page, page->view.variant.indicator, err);
	page_begin(page, &head);
	part_paragraph(
	    page, STR("Choose an indicator to read what it measures, how it is "
		      "worked out and where its figures come from."));
	write_list(page);
	page_end(page);
	return true;
}
