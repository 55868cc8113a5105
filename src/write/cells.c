#include "write/cells.h"

#include <math.h>

#include "draw/phrase.h"
#include "write/wording.h"

static void
hidden(struct page *page, struct str text)
{
	html_leaf_text(
	    &page->html, "span", text, "class", "govuk-visually-hidden", NULL);
}

static void
mark(struct page *page, const char *class, const char *glyph)
{
	if (glyph[0] != '\0')
		html_leaf(&page->html, "span", glyph, "class", class, "aria-hidden",
		    "true", NULL);
}

static enum polarity
polarity_of(const struct page *page, uint32_t indicator)
{
	return (enum polarity)page->release->indicators[indicator].polarity;
}

/* The symbol for those who see, the reason for those who point at it or listen. */
static void
write_missing(struct page *page, const struct figure *figure)
{
	struct html *h = &page->html;
	struct str reason = wording_missing(page->release, figure);

	page->keys.missing |= 1u << figure->missing;
	html_open(h, "abbr", "aria-hidden", "true", NULL);
	html_attribute(h, "title", reason);
	html_say(h, missing_symbol(figure->missing));
	html_close(h, "abbr");
	hidden(page, str_print(page->arena, "No figure: %.*s", STR_ARG(reason)));
}

static void
note_verdict(struct page *page, uint32_t indicator, const struct finding *finding)
{
	if (phrase_is_by_fifths(page->release, indicator))
		page->keys.fifths |= 1u << finding->verdict;
	else
		page->keys.verdicts |= 1u << finding->verdict;
	if (finding->as_published)
		page->keys.published = true;
}

static void
open_compared(struct page *page, uint32_t indicator, const struct finding *finding)
{
	html_open(&page->html, "td", NULL);
	html_attribute(&page->html, "class",
	    str_print(page->arena, "cell is-%s", verdict_class(finding->verdict)));
	note_verdict(page, indicator, finding);
}

static void
write_trend_mark(struct page *page, uint32_t indicator, const struct finding *finding)
{
	enum trend trend = finding->trend.trend;
	struct str words = wording_lower(
	    page->arena, str_of(trend_words(trend, polarity_of(page, indicator))));

	if (trend == TREND_UNKNOWN)
		return;
	page->keys.trends |= 1u << trend;
	mark(page, "trend", trend_arrow(trend));
	hidden(page, str_print(page->arena, ", %.*s", STR_ARG(words)));
}

/* To be read aloud behind a value. */
static void
write_verdict(
    struct page *page, uint32_t indicator, enum verdict verdict, struct str against)
{
	bool by_fifths = phrase_is_by_fifths(page->release, indicator);
	struct str words = wording_verdict(page->arena, verdict, by_fifths, against);

	hidden(page, str_print(page->arena, " %.*s", STR_ARG(words)));
}

/* Opens the link from a figure to what it rests on; false where there is none to be
 * explained. */
static bool
open_why(struct page *page, const struct finding *finding)
{
	const struct release *release = page->release;
	const struct release_series *series;
	struct question question;

	if (finding->series == RELEASE_NONE || finding->period == RELEASE_NONE)
		return false;
	series = &release->series[finding->series];
	question = page_question_about(page,
	    &(struct variant){ .indicator = series->indicator,
		.sex = series->sex,
		.age = series->age,
		.category = series->category },
	    finding->area);
	question.type = release_text(release, release->types[series->area_type].slug);
	question.parent = STR("");
	question.period = view_period_slug(page->arena, release, finding->period);
	html_open(&page->html, "a", "class", "why", NULL);
	html_attribute(&page->html, "href", page_link(page, PAGE_WHY, &question));
	return true;
}

static void
write_value(struct page *page, const struct finding *finding, int decimals)
{
	if (phrase_has_value(finding))
		html_text(&page->html,
		    wording_decimals(page->arena, finding->figure.value, decimals));
	else
		write_missing(page, &finding->figure);
}

/* The value or why there is none, and how it compares; all of it leads to its
 * explanation. */
static void
write_finding(struct page *page, uint32_t indicator, const struct finding *finding,
    struct str against, bool with_trend)
{
	bool linked = open_why(page, finding);

	write_value(page, finding, page->release->indicators[indicator].decimals);
	if (phrase_has_value(finding)) {
		mark(page, "glyph", verdict_glyph(finding->verdict));
		if (finding->verdict != VERDICT_NONE)
			write_verdict(page, indicator, finding->verdict, against);
		if (with_trend)
			write_trend_mark(page, indicator, finding);
	}
	if (linked)
		html_close(&page->html, "a");
}

void
cell_beside(struct page *page, uint32_t indicator, const struct finding *finding,
    struct str against)
{
	struct html *h = &page->html;

	html_open(h, "span", "class", "detail only-narrow", NULL);
	html_text(h, wording_area_short(page->release, finding->area));
	html_say(h, " ");
	write_finding(page, indicator, finding, against, false);
	html_close(h, "span");
}

void
cell_finding(struct page *page, uint32_t indicator, const struct finding *finding,
    struct str against, bool with_trend)
{
	struct html *h = &page->html;

	if (phrase_has_value(finding))
		open_compared(page, indicator, finding);
	else
		html_open(h, "td", "class", "cell is-missing", NULL);
	write_finding(page, indicator, finding, against, with_trend);
	html_close(h, "td");
}

void
cell_value(struct page *page, uint32_t indicator, const struct finding *finding)
{
	cell_value_decimals(
	    page, finding, page->release->indicators[indicator].decimals);
}

void
cell_value_decimals(struct page *page, const struct finding *finding, int decimals)
{
	bool linked;

	html_open(&page->html, "td", NULL);
	linked = open_why(page, finding);
	write_value(page, finding, decimals);
	if (linked)
		html_close(&page->html, "a");
	html_close(&page->html, "td");
}

void
cell_events(struct page *page, const struct finding *finding)
{
	double count = finding->figure.count;

	html_open(&page->html, "td", NULL);
	if (finding->series != RELEASE_NONE && isfinite(count))
		html_text(&page->html, wording_events(page->arena, count));
	else
		hidden(page, STR("No count"));
	html_close(&page->html, "td");
}

void
cell_limit(struct page *page, uint32_t indicator, double limit)
{
	html_open(&page->html, "td", NULL);
	if (isfinite(limit))
		html_text(&page->html,
		    wording_value(page->arena, page->release, indicator, limit));
	else
		hidden(page, STR("No limit"));
	html_close(&page->html, "td");
}

void
cell_verdict(struct page *page, uint32_t indicator, const struct finding *finding)
{
	struct html *h = &page->html;
	bool by_fifths = phrase_is_by_fifths(page->release, indicator);

	if (!phrase_has_value(finding)) {
		html_open(h, "td", NULL);
		hidden(page, STR("Not compared"));
		html_close(h, "td");
		return;
	}
	open_compared(page, indicator, finding);
	html_text(h, wording_verdict_short(page->arena, finding->verdict, by_fifths));
	mark(page, "glyph", verdict_glyph(finding->verdict));
	if (finding->why_none != NULL)
		hidden(page, str_print(page->arena, ": %s", finding->why_none));
	html_close(h, "td");
}

void
cell_trend_words(struct page *page, uint32_t indicator, enum trend trend)
{
	mark(page, "trend", trend_arrow(trend));
	html_say(&page->html, trend_arrow(trend)[0] == '\0' ? "" : " ");
	html_say(&page->html, trend_words(trend, polarity_of(page, indicator)));
}

void
cell_trend(struct page *page, uint32_t indicator, const struct finding *finding)
{
	html_open(&page->html, "td", "class", "words", NULL);
	if (finding->series == RELEASE_NONE) {
		hidden(page, STR("No trend"));
	} else {
		if (finding->trend_as_published)
			page->keys.published = true;
		cell_trend_words(page, indicator, finding->trend.trend);
	}
	html_close(&page->html, "td");
}

void
cell_indicator_details(
    struct page *page, const struct variant *variant, uint32_t period)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	struct str parts[] = { phrase_variant(page->arena, release, variant),
		phrase_unit(release, variant->indicator) };
	struct str details = wording_list(page->arena, parts, 2);

	html_open(h, "span", "class", "detail", NULL);
	html_text(h, details);
	if (period != RELEASE_NONE)
		html_leaf_text(h, "span",
		    str_print(page->arena, "%s%.*s", details.len > 0 ? ", " : "",
			STR_ARG(phrase_period(release, period))),
		    "class", "only-narrow", NULL);
	if (release->indicators[variant->indicator].modelled != 0) {
		html_say(h, " ");
		html_open(h, "strong", "class", "govuk-tag govuk-tag--grey", NULL);
		html_say(h, "Modelled");
		html_leaf(
		    h, "span", " estimate", "class", "govuk-visually-hidden", NULL);
		html_close(h, "strong");
	}
	html_close(h, "span");
}

void
cell_indicator_begin(struct page *page, const struct variant *variant, struct str link)
{
	/* What a screen reader says before each cell is short, whatever links are here.
	 */
	html_open(&page->html, "th", "scope", "row", NULL);
	html_attribute(&page->html, "abbr",
	    wording_indicator(page->arena, page->release, variant));
	page_anchor(
	    page, link, wording_indicator_short(page->release, variant->indicator));
	html_say(&page->html, " ");
}

void
cell_indicator(
    struct page *page, const struct variant *variant, uint32_t period, struct str link)
{
	cell_indicator_begin(page, variant, link);
	cell_indicator_details(page, variant, period);
	html_close(&page->html, "th");
}

static void
legend_item(struct page *page, const char *class, const char *glyph, struct str text)
{
	struct html *h = &page->html;

	html_open(h, "li", NULL);
	html_leaf(h, "span", glyph, "class", class, "aria-hidden", "true", NULL);
	html_text(h, wording_upper(page->arena, text));
	html_close(h, "li");
}

static void
legend_verdicts(
    struct page *page, unsigned verdicts, bool by_fifths, struct str against)
{
	/* White is what a cell is anyway: it needs explaining only among colours. */
	if (verdicts == 1u << VERDICT_NONE)
		return;
	for (enum verdict v = 0; v < VERDICT_COUNT; v++) {
		char *class;

		if ((verdicts & 1u << v) == 0)
			continue;
		class = str_c(
		    page->arena, str_print(page->arena, "key is-%s", verdict_class(v)));
		legend_item(page, class, verdict_glyph(v),
		    wording_verdict(page->arena, v, by_fifths, against));
	}
}

static void
legend_trends(struct page *page)
{
	for (enum trend t = TREND_NONE; t <= TREND_DOWN; t++)
		if ((page->keys.trends & 1u << t) != 0)
			legend_item(page, "trend", trend_arrow(t),
			    str_of(trend_words(t, POLARITY_NEUTRAL)));
}

/* Several reasons share a symbol, which is explained once. */
static void
legend_missing(struct page *page)
{
	unsigned left = page->keys.missing;

	for (enum missing m = MISSING_NOT + 1; m < MISSING_COUNT; m++) {
		unsigned alike = missing_alike(m);

		if ((left & 1u << m) == 0)
			continue;
		legend_item(page, "symbol", missing_symbol(m),
		    wording_reasons(page->arena, left & alike));
		left &= ~alike;
	}
}

static const char published_text[] =
    "Where limits or the figures to compare with are missing, comparisons and trends "
    "are those that the source published.";

static void
write_legend(struct page *page, struct str against)
{
	struct html *h = &page->html;
	const struct page_keys *keys = &page->keys;
	unsigned trends = keys->trends & ~(1u << TREND_UNKNOWN);

	if ((keys->verdicts | keys->fifths | keys->missing | trends) == 0)
		return;
	html_leaf(
	    h, "p", "What the marks mean:", "class", "govuk-visually-hidden", NULL);
	html_open(h, "ul", "class", "legend", NULL);
	legend_verdicts(page, keys->verdicts, false, against);
	legend_verdicts(page, keys->fifths & ~(1u << VERDICT_NONE), true, against);
	legend_trends(page);
	legend_missing(page);
	html_close(h, "ul");
	if (keys->published)
		html_leaf(h, "p", published_text, "class", "govuk-body-s", NULL);
}

void
cells_explained(
    struct page *page, struct str against, cells_writer *write, const void *what)
{
	struct buf *out = page->html.out;
	AUTO_BUF tables = { 0 };

	/* What is still to be closed of a tag is closed where it was begun. */
	html_say(&page->html, "");
	page->html.out = &tables;
	write(page, what);
	page->html.out = out;
	write_legend(page, against);
	html_trusted(&page->html, buf_str(&tables));
}

/* The place of a note, or the count where it is none of them. */
static uint32_t
cell_note_place(const struct cell_notes *notes, uint32_t note)
{
	uint32_t place = 0;

	while (place < notes->count && notes->notes[place] != note)
		place++;
	return place;
}

struct cell_notes
cell_notes_of(struct page *page, const struct finding *const *findings, uint32_t count)
{
	struct cell_notes notes = { .notes = ARENA_NEW(page->arena, uint32_t, count),
		.all_same = true };
	uint32_t noted = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t note = findings[i]->figure.note;

		/* The note of a missing figure is its reason, which its cell gives. */
		if (!phrase_has_value(findings[i]))
			continue;
		if (note == 0)
			notes.all_same = false;
		else
			noted++;
		if (note != 0 && cell_note_place(&notes, note) == notes.count)
			notes.notes[notes.count++] = note;
	}
	notes.all_same = notes.all_same && notes.count == 1 && noted > 1;
	return notes;
}

void
cell_note_mark(
    struct page *page, const struct cell_notes *notes, const struct finding *finding)
{
	uint32_t place = cell_note_place(notes, finding->figure.note);

	if (place < notes->count && !notes->all_same && phrase_has_value(finding))
		html_print(&page->html, " [note %u]", (unsigned)place + 1);
}

void
cell_notes_write(struct page *page, const struct cell_notes *notes)
{
	struct html *h = &page->html;

	for (uint32_t i = 0; i < notes->count; i++) {
		uint32_t text = page->release->notes[notes->notes[i]].text;

		html_open(h, "p", "class", "govuk-body-s", NULL);
		if (notes->all_same)
			html_say(h, "All figures: ");
		else
			html_print(h, "[note %u] ", (unsigned)i + 1);
		html_text(h, release_text(page->release, text));
		html_close(h, "p");
	}
}
