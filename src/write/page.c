#include "write/page.h"

#include <inttypes.h>

#include "draw/phrase.h"
#include "write/group.h"
#include "write/views.h"
#include "write/wording.h"

struct str
page_link(struct page *page, enum page_kind kind, const struct question *question)
{
	return link_page(page->arena, page->slug, kind, question, FORM_PAGE);
}

struct question
page_question(const struct page *page, enum parameter parameter, struct str value)
{
	struct question question = page->question;

	*parameter_of(&question, parameter) = value;
	return question;
}

struct question
page_question_about(
    const struct page *page, const struct variant *variant, uint32_t area)
{
	struct question question = page->question;
	const struct release *release = page->release;

	question.indicator =
	    release_text(release, release->indicators[variant->indicator].key);
	question.sex = str_of(view_sex_slug(variant->sex));
	question.age = view_age_slug(page->arena, release, variant->age);
	question.category = view_category_slug(page->arena, release, variant->category);
	question.sort = STR("");
	question.period = STR("");
	/* An indicator that the page's areas have no figures of finds its own areas,
	 * and so does who has only looked at England. */
	if (page->view.type != RELEASE_NONE && !view_is_of_root(&page->view) &&
	    release_find_series(release, variant->indicator, page->view.type,
		variant->sex, variant->age, variant->category) != RELEASE_NONE)
		question.type =
		    release_text(release, release->types[page->view.type].slug);
	else
		question.type = question.area = question.parent = STR("");
	if (area != RELEASE_NONE)
		question.area = release_area_code(release, area);
	return question;
}

struct str
page_against(const struct page *page)
{
	struct str against = phrase_benchmark(&page->view);

	return against.len > 0 ? against : STR("the benchmark");
}

void
page_anchor(struct page *page, struct str address, struct str text)
{
	html_open(&page->html, "a", "class", "govuk-link", NULL);
	html_attribute(&page->html, "href", address);
	html_text(&page->html, text);
	html_close(&page->html, "a");
}

static struct str
profile_title(const struct page *page)
{
	return page->release != NULL
		   ? release_text(page->release, page->release->profile->title)
		   : STR("Profiles");
}

static void
write_title(struct page *page, const struct page_head *head)
{
	struct html *h = &page->html;
	struct str title = profile_title(page);

	html_open(h, "title", NULL);
	html_text(h, head->heading);
	if (head->caption.len > 0) {
		html_say(h, ": ");
		html_text(h, head->caption);
	}
	if (!str_equal(title, head->heading)) {
		html_say(h, " - ");
		html_text(h, title);
	}
	html_close(h, "title");
}

static void
write_head(struct page *page, const struct page_head *head)
{
	struct html *h = &page->html;

	html_open(h, "head", NULL);
	html_void(h, "meta", "charset", "utf-8", NULL);
	html_void(h, "meta", "name", "viewport", "content",
	    "width=device-width, initial-scale=1", NULL);
	write_title(page, head);
	if (head->description.len > 0) {
		html_void(h, "meta", "name", "description", NULL);
		html_attribute(h, "content", head->description);
	}
	if (head->lost) {
		html_void(h, "meta", "name", "robots", "content", "noindex", NULL);
	} else if (page->release != NULL) {
		html_void(h, "link", "rel", "canonical", NULL);
		html_attribute(h, "href", page_link(page, page->kind, &page->question));
	}
	html_void(h, "link", "rel", "stylesheet", NULL);
	html_attribute(h, "href", link_asset(page->arena, "tartan.css"));
	html_void(h, "link", "rel", "icon", "type", "image/svg+xml", NULL);
	html_attribute(h, "href", link_asset(page->arena, "favicon.svg"));
	html_close(h, "head");
}

static void
write_masthead(struct page *page)
{
	struct html *h = &page->html;
	bool alone = page->site->count == 1;

	html_open(h, "header", "class", "masthead", NULL);
	html_open(h, "div", "class", "masthead__inner", NULL);
	if (!alone || page->release == NULL)
		html_leaf(
		    h, "a", "Tartan", "class", "masthead__name", "href", "/", NULL);
	if (page->release != NULL) {
		html_open(h, "a", "class",
		    alone ? "masthead__name" : "masthead__profile", NULL);
		html_attribute(h, "href", link_profile(page->arena, page->slug));
		html_text(h, profile_title(page));
		html_close(h, "a");
	}
	html_close(h, "div");
	html_close(h, "header");
}

static void
write_notice(struct page *page)
{
	struct html *h = &page->html;
	const struct release_profile *profile = page->release->profile;
	struct str notice = release_text(page->release, profile->notice);

	if (notice.len == 0 && profile->made_up == 0)
		return;
	html_open(h, "aside", "class", "notice", "aria-label", "Important", NULL);
	html_open(h, "p", "class", "govuk-body-s", NULL);
	/* Most notices of made-up figures say so themselves. */
	if (profile->made_up != 0 && !str_has_folded(notice, STR("made up"))) {
		html_leaf(h, "strong", "These figures are made up.", NULL);
		html_say(h, " ");
	}
	if (profile->made_up != 0)
		html_leaf_text(h, "strong", notice, NULL);
	else
		html_text(h, notice);
	html_close(h, "p");
	html_close(h, "aside");
}

static void
write_crumb(struct page *page, struct str address, struct str text, bool is_above)
{
	struct html *h = &page->html;

	html_open(h, "li", NULL);
	html_attribute(h, "class",
	    is_above ? STR("govuk-breadcrumbs__list-item is-above")
		     : STR("govuk-breadcrumbs__list-item"));
	html_open(h, "a", "class", "govuk-breadcrumbs__link", NULL);
	html_attribute(h, "href", address);
	html_text(h, text);
	html_close(h, "a");
	html_close(h, "li");
}

/* The way back up: all profiles, this one, the domain of the indicator on show. The
 * first two stand in the masthead too, which is enough for a narrow window. */
static void
write_breadcrumbs(struct page *page, const struct page_head *head)
{
	struct html *h = &page->html;
	bool many = page->site->count > 1;
	bool home = page->kind == PAGE_HOME && !head->lost;

	if (home && !many)
		return;
	html_open(
	    h, "nav", "class", "govuk-breadcrumbs", "aria-label", "Breadcrumb", NULL);
	html_open(h, "ol", "class", "govuk-breadcrumbs__list", NULL);
	if (many)
		write_crumb(page, STR("/"), STR("Profiles"), true);
	if (!home)
		write_crumb(page, page_link(page, PAGE_HOME, &page->question),
		    profile_title(page), true);
	if (!head->lost && parameter_belongs(PARAMETER_INDICATOR, page->kind) &&
	    page->view.domain != RELEASE_NONE && page->kind != PAGE_DOWNLOAD)
		write_crumb(page, page_link(page, PAGE_OVERVIEW, &page->question),
		    wording_domain(page->release, page->view.domain), false);
	html_close(h, "ol");
	html_close(h, "nav");
}

static void
write_heading(struct page *page, const struct page_head *head)
{
	struct html *h = &page->html;

	html_open(h, "h1", "class", "govuk-heading-l", NULL);
	if (head->caption.len > 0) {
		html_leaf_text(
		    h, "span", head->caption, "class", "govuk-caption-l", NULL);
		/* Read aloud, the two are apart. */
		html_leaf(h, "span", ": ", "class", "govuk-visually-hidden", NULL);
	}
	html_text(h, head->heading);
	html_close(h, "h1");
	if (page->aside.len > 0) {
		html_leaf_text(h, "p", page->aside, "class", "govuk-inset-text", NULL);
	}
	if (!head->lost)
		group_notes(page);
}

void
page_begin(struct page *page, const struct page_head *head)
{
	struct html *h = &page->html;

	html_begin(h);
	html_open(h, "html", "lang", "en-GB", "class", "govuk-template", NULL);
	write_head(page, head);
	html_open(h, "body", "class", "govuk-template__body", NULL);
	html_leaf(h, "a", "Skip to main content", "href", "#main", "class",
	    "govuk-skip-link", NULL);
	write_masthead(page);
	if (page->release != NULL)
		write_notice(page);
	html_open(h, "div", "class", "layout", NULL);
	if (page->release != NULL) {
		write_breadcrumbs(page, head);
		views_write(page, head->lost);
	}
	html_open(h, "main", "id", "main", "tabindex", "-1", NULL);
	write_heading(page, head);
}

static void
write_footer_links(struct page *page)
{
	struct html *h = &page->html;

	html_open(h, "ul", NULL);
	html_open(h, "li", NULL);
	page_anchor(page, page_link(page, PAGE_HELP, &page->question),
	    STR("How to read these pages"));
	html_close(h, "li");
	html_open(h, "li", NULL);
	page_anchor(page, page_link(page, PAGE_DOWNLOAD, &page->question),
	    STR("Download the figures"));
	html_close(h, "li");
	html_close(h, "ul");
}

/* "Published by Leicestershire County Council on 3 June 2025." */
static void
write_published(struct page *page)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	struct str publisher = release_text(release, release->profile->publisher);
	struct str date = release_text(release, release->profile->published);

	html_open(h, "p", "class", "govuk-body-s", NULL);
	if (publisher.len > 0 || date.len > 0) {
		html_say(h, "Published");
		if (publisher.len > 0) {
			html_say(h, " by ");
			html_text(h, publisher);
		}
		if (date.len > 0) {
			html_say(h, date.len == 10 ? " on " : " in ");
			html_text(h, wording_date(page->arena, date));
		}
		html_say(h, ". ");
	}
	html_print(h, "Release %016" PRIx64 ".", release->name);
	html_close(h, "p");
}

static void
write_footer(struct page *page)
{
	struct html *h = &page->html;

	html_open(h, "footer", "class", "footer", NULL);
	html_open(h, "div", "class", "footer__inner", NULL);
	if (page->release == NULL) {
		html_leaf(
		    h, "p", "Pages made with tartan.", "class", "govuk-body-s", NULL);
	} else {
		const struct release_profile *profile = page->release->profile;

		write_footer_links(page);
		if (release_text(page->release, profile->licence).len > 0)
			html_leaf_text(h, "p",
			    release_text(page->release, profile->licence), "class",
			    "govuk-body-s", NULL);
		write_published(page);
	}
	html_close(h, "div");
	html_close(h, "footer");
}

void
page_end(struct page *page)
{
	struct html *h = &page->html;

	html_close(h, "main");
	html_close(h, "div");
	write_footer(page);
	html_close(h, "body");
	html_close(h, "html");
	html_end(h);
}
