#include "write/parts.h"

#include "draw/phrase.h"
#include "write/wording.h"

void
part_heading(struct page *page, const char *text)
{
	html_leaf(&page->html, "h2", text, "class", "govuk-heading-m", NULL);
}

void
part_paragraph(struct page *page, struct str text)
{
	html_leaf_text(&page->html, "p", text, "class", "govuk-body", NULL);
}

void
part_message(struct page *page, const struct chart_words *words)
{
	struct str rest = words->message;

	if (str_starts(rest, words->headline))
		rest = str_slice(rest, words->headline.len, rest.len);
	while (rest.len > 0 && strchr(".; ", rest.at[0]) != NULL)
		rest = str_slice(rest, 1, rest.len);
	if (rest.len > 0)
		part_paragraph(page, wording_upper(page->arena, rest));
	if (page->release->indicators[page->view.variant.indicator].modelled != 0)
		part_modelled(page);
}

void
part_inset(struct page *page, struct str text)
{
	html_leaf_text(&page->html, "p", text, "class", "govuk-inset-text", NULL);
}

void
part_scroll_begin(struct page *page, struct str label)
{
	struct html *h = &page->html;

	html_open(h, "section", "class", "scroll", "tabindex", "0", NULL);
	html_attribute(h, "aria-label", label);
}

void
part_scroll_end(struct page *page)
{
	html_close(&page->html, "section");
}

static void
begin_table(
    struct page *page, const char *class, struct str caption, const char *caption_class)
{
	struct html *h = &page->html;

	part_scroll_begin(page, caption);
	html_open(h, "table", "class", class, NULL);
	html_open(h, "caption", NULL);
	if (caption_class != NULL)
		html_attribute(h, "class", str_of(caption_class));
	html_text(h, caption);
	html_close(h, "caption");
	html_open(h, "thead", NULL);
	html_open(h, "tr", NULL);
}

void
part_table_begin(struct page *page, const char *class, struct str caption)
{
	begin_table(page, class, caption, NULL);
}

void
part_table_begin_spoken(struct page *page, const char *class, struct str caption)
{
	begin_table(page, class, caption, "govuk-visually-hidden");
}

void
part_table_begin_domain(struct page *page, struct str area, uint32_t domain)
{
	struct str name = wording_domain(page->release, domain);
	struct str caption =
	    str_print(page->arena, "%.*s: %.*s", STR_ARG(area), STR_ARG(name));
	bool many = page->view.domain == RELEASE_NONE;

	if (many)
		html_leaf_text(
		    &page->html, "h2", name, "class", "govuk-heading-m", NULL);
	begin_table(page, "figures", caption, many ? "govuk-visually-hidden" : NULL);
}

void
part_table_body(struct page *page)
{
	html_close(&page->html, "tr");
	html_close(&page->html, "thead");
	html_open(&page->html, "tbody", NULL);
}

void
part_table_end(struct page *page)
{
	html_close(&page->html, "tbody");
	html_close(&page->html, "table");
	part_scroll_end(page);
}

static void
open_column(struct page *page, const char *class)
{
	html_open(&page->html, "th", "scope", "col", NULL);
	if (class != NULL)
		html_attribute(&page->html, "class", str_of(class));
}

void
part_column(struct page *page, const char *class, const char *text)
{
	open_column(page, class);
	html_say(&page->html, text);
	html_close(&page->html, "th");
}

void
part_column_hidden(struct page *page, const char *text)
{
	open_column(page, NULL);
	html_leaf(&page->html, "span", text, "class", "govuk-visually-hidden", NULL);
	html_close(&page->html, "th");
}

void
part_column_compared(struct page *page)
{
	struct str against = page_against(page);
	struct str text =
	    str_print(page->arena, "Compared with %.*s", STR_ARG(against));

	if (phrase_is_by_fifths(page->release, page->view.variant.indicator))
		text = STR("Fifth of areas");
	html_leaf_text(&page->html, "th", text, "scope", "col", NULL);
}

static void
write_unit(struct page *page)
{
	struct str unit = phrase_unit(page->release, page->view.variant.indicator);

	if (unit.len == 0)
		return;
	html_say(&page->html, " ");
	html_leaf_text(&page->html, "span", unit, "class", "detail", NULL);
}

void
part_column_value(struct page *page)
{
	open_column(page, NULL);
	html_say(&page->html, "Value");
	write_unit(page);
	html_close(&page->html, "th");
}

/* The head left open. */
static void
open_sorted(struct page *page, const char *class, const char *text, const char *key,
    bool largest_first)
{
	struct html *h = &page->html;
	struct str turned = str_print(page->arena, "-%s", key);
	struct str sort = page->view.sort.len > 0 ? page->view.sort : STR("value");
	bool straight = str_equal(sort, str_of(key));
	bool around = str_equal(sort, turned);
	bool falling = straight == largest_first;
	struct question question =
	    page_question(page, PARAMETER_SORT, straight ? turned : str_of(key));

	open_column(page, class);
	if (straight || around)
		html_attribute(
		    h, "aria-sort", falling ? STR("descending") : STR("ascending"));
	html_open(h, "a", "class", "govuk-link", NULL);
	html_attribute(h, "href", page_link(page, page->kind, &question));
	html_leaf(h, "span", "Sort by ", "class", "govuk-visually-hidden", NULL);
	html_say(h, text);
	html_close(h, "a");
	if (straight || around)
		html_leaf(h, "span", falling ? "▼" : "▲", "class", "glyph",
		    "aria-hidden", "true", NULL);
}

void
part_column_sorted(struct page *page, const char *class, const char *text,
    const char *key, bool largest_first)
{
	open_sorted(page, class, text, key, largest_first);
	html_close(&page->html, "th");
}

void
part_column_value_sorted(struct page *page)
{
	open_sorted(page, NULL, "Value", "value", true);
	write_unit(page);
	html_close(&page->html, "th");
}

void
part_cell(struct page *page, const char *class, struct str text)
{
	html_open(&page->html, "td", NULL);
	if (class != NULL)
		html_attribute(&page->html, "class", str_of(class));
	html_text(&page->html, text);
	html_close(&page->html, "td");
}

void
part_summary_begin(struct page *page)
{
	html_open(&page->html, "dl", "class", "govuk-summary-list", NULL);
}

void
part_summary_row_begin(struct page *page, struct str key)
{
	struct html *h = &page->html;

	html_open(h, "div", "class", "govuk-summary-list__row", NULL);
	html_leaf_text(h, "dt", key, "class", "govuk-summary-list__key", NULL);
	html_open(h, "dd", "class", "govuk-summary-list__value", NULL);
}

void
part_summary_row_end(struct page *page)
{
	html_close(&page->html, "dd");
	html_close(&page->html, "div");
}

void
part_summary_row(struct page *page, const char *key, struct str text)
{
	if (text.len == 0)
		return;
	part_summary_row_begin(page, str_of(key));
	html_text(&page->html, text);
	part_summary_row_end(page);
}

void
part_summary_end(struct page *page)
{
	html_close(&page->html, "dl");
}

static const char modelled_text[] =
    " These figures were worked out from a model, not counted. They show what to "
    "expect for an area of this kind, not what was found there.";

void
part_modelled(struct page *page)
{
	struct html *h = &page->html;

	html_open(h, "p", "class", "govuk-body", NULL);
	html_leaf(h, "strong", "Modelled estimate", "class",
	    "govuk-tag govuk-tag--grey", NULL);
	html_say(h, modelled_text);
	html_close(h, "p");
}

void
part_source(struct page *page)
{
	struct html *h = &page->html;
	struct str source = phrase_source(page->release, page->view.variant.indicator);

	if (source.len == 0)
		return;
	html_open(h, "p", "class", "govuk-body-s", NULL);
	html_say(h, "Data source: ");
	html_text(h, source);
	html_say(h, ".");
	html_close(h, "p");
}

static void
draw_at(struct page *page, part_drawer *draw, const void *answer, const char *id,
    double width)
{
	struct chart chart = { .width = width, .id = id, .class = id };
	AUTO_BUF drawing = { 0 };

	draw(&drawing, &chart, &page->view, answer);
	html_trusted(&page->html, buf_str(&drawing));
}

void
part_chart(struct page *page, part_drawer *draw, const void *answer, struct str caption)
{
	struct html *h = &page->html;

	html_open(h, "figure", "class", "chart", NULL);
	draw_at(page, draw, answer, "chart__wide", 900);
	draw_at(page, draw, answer, "chart__narrow", 390);
	html_leaf_text(h, "figcaption", caption, NULL);
	html_close(h, "figure");
}

static void
write_download(struct page *page, enum page_form form, const char *text)
{
	struct html *h = &page->html;

	html_open(h, "li", NULL);
	page_anchor(page,
	    link_page(page->arena, page->slug, page->kind, &page->question, form),
	    str_of(text));
	html_close(h, "li");
}

void
part_downloads(struct page *page, bool has_chart)
{
	struct html *h = &page->html;

	html_open(h, "ul", "class", "downloads", NULL);
	if (has_chart)
		write_download(page, FORM_SVG, "This chart as a picture (SVG)");
	if (page_has_form(page->kind, FORM_CSV))
		write_download(page, FORM_CSV, "These figures as a table (CSV)");
	if (page_has_form(page->kind, FORM_JSON))
		write_download(page, FORM_JSON, "This explanation as data (JSON)");
	html_close(h, "ul");
}

void
part_key_item(struct page *page, enum key_mark mark, struct str text)
{
	struct html *h = &page->html;
	AUTO_BUF drawing = { 0 };

	key_mark_alone(&drawing, mark);
	html_open(h, "li", NULL);
	html_trusted(h, buf_str(&drawing));
	html_text(h, text);
	html_close(h, "li");
}

void
part_contact(struct page *page, struct str contact)
{
	bool is_web =
	    str_starts(contact, STR("https://")) || str_starts(contact, STR("http://"));
	bool is_mail = str_has(contact, STR("@")) && !str_has(contact, STR(" "));

	if (is_web)
		page_anchor(page, contact, contact);
	else if (is_mail)
		page_anchor(page,
		    str_print(page->arena, "mailto:%.*s", STR_ARG(contact)), contact);
	else
		html_text(&page->html, contact);
}
