#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

static enum parameter
parameter_called(const char *name)
{
	enum parameter p = 0;

	while (
	    p < PARAMETER_COUNT && !str_equal(str_of(parameter_name(p)), str_of(name)))
		p++;
	return p;
}

/* What a hand may have typed wrong, cut to what a heading can bear. */
static struct str
shown(struct page *page, struct str asked)
{
	enum { LONGEST = 60 };

	if (asked.len <= LONGEST)
		return asked;
	return str_print(page->arena, "%.*s…",
	    (int)str_utf8_until(str_slice(asked, 0, LONGEST)), asked.at);
}

static void
write_nearest(struct page *page, enum parameter parameter, const struct lost *lost)
{
	struct html *h = &page->html;
	struct question question;

	if (lost->nearest_value.len == 0 || parameter == PARAMETER_COUNT)
		return;
	question = page_question(page, parameter, lost->nearest_value);
	html_open(h, "p", "class", "govuk-body", NULL);
	html_say(h, "Did you mean ");
	page_anchor(page, page_link(page, page->kind, &question), lost->nearest);
	html_say(h, "?");
	html_close(h, "p");
}

static void
write_ways_on(struct page *page, enum parameter parameter)
{
	struct html *h = &page->html;

	html_leaf(h, "p", "You can also:", "class", "govuk-body", NULL);
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
	if (parameter < PARAMETER_COUNT) {
		struct question question = page_question(page, parameter, STR(""));

		html_open(h, "li", NULL);
		page_anchor(page, page_link(page, page->kind, &question),
		    STR("see the same page without it"));
		html_close(h, "li");
	}
	html_open(h, "li", NULL);
	page_anchor(page, link_profile(page->arena, page->slug),
	    STR("start again from the beginning of the profile"));
	html_close(h, "li");
	html_open(h, "li", NULL);
	page_anchor(page, page_link(page, PAGE_DEFINITIONS, NULL),
	    STR("see the list of all indicators"));
	html_close(h, "li");
	html_close(h, "ul");
}

static struct str
there_is_no(struct page *page, const char *what, struct str asked)
{
	return str_print(page->arena, "There is no %s “%.*s” here", what,
	    STR_ARG(shown(page, asked)));
}

static struct str
heading_of(struct page *page, const struct lost *lost)
{
	if (lost->asked.len == 0)
		return str_print(page->arena, "This profile has no %s", lost->what);
	return there_is_no(page, lost->what, lost->asked);
}

void
lost_page(struct page *page, const struct lost *lost)
{
	enum parameter parameter = parameter_called(lost->parameter);
	struct page_head head = { .caption = STR("Page not found"), .lost = true };

	head.heading = heading_of(page, lost);
	/* The links of the page must not lead to the same fault again. */
	if (parameter < PARAMETER_COUNT)
		page->question = page_question(page, parameter, STR(""));
	page_begin(page, &head);
	write_nearest(page, parameter, lost);
	write_ways_on(page, parameter);
	page_end(page);
}

static void
write_profiles(struct page *page)
{
	struct html *h = &page->html;

	html_open(h, "ul", "class", "govuk-list govuk-list--spaced", NULL);
	for (uint32_t i = 0; i < page->site->count; i++) {
		const struct site_profile *profile = &page->site->profiles[i];
		const struct release_profile *record = profile->release->profile;
		struct str summary = release_text(profile->release, record->summary);

		html_open(h, "li", NULL);
		page_anchor(page, link_profile(page->arena, profile->slug),
		    release_text(profile->release, record->title));
		if (summary.len > 0) {
			html_void(h, "br", NULL);
			html_text(h, summary);
		}
		if (record->made_up != 0) {
			html_void(h, "br", NULL);
			html_leaf(h, "strong", "Made-up figures", "class",
			    "govuk-tag govuk-tag--yellow", NULL);
		}
		html_close(h, "li");
	}
	html_close(h, "ul");
}

void
profiles_page(struct page *page)
{
	struct page_head head = { .heading = STR("Profiles"),
		.description = STR("Public health figures, profile by profile.") };

	page_begin(page, &head);
	if (page->site->count == 0)
		part_inset(page, STR("There is no profile here yet."));
	else
		write_profiles(page);
	page_end(page);
}

/* The page whose name is nearest to what was asked for, or PAGE_COUNT. */
static enum page_kind
nearest_page(struct str asked)
{
	struct str names[PAGE_COUNT];
	struct str word = str_cut(&asked, '.');
	size_t near;

	for (enum page_kind kind = 0; kind < PAGE_COUNT; kind++)
		names[kind] = str_of(page_word(kind));
	near = str_nearest(word, names, PAGE_COUNT);
	return near < PAGE_COUNT ? (enum page_kind)near : PAGE_COUNT;
}

static struct str
nearest_profile(struct page *page, struct str asked)
{
	struct str *slugs = ARENA_NEW(page->arena, struct str, page->site->count);
	size_t near;

	for (uint32_t i = 0; i < page->site->count; i++)
		slugs[i] = page->site->profiles[i].slug;
	near = str_nearest(asked, slugs, page->site->count);
	return near < page->site->count ? slugs[near] : STR("");
}

static void
write_suggestion(struct page *page, struct str address)
{
	struct html *h = &page->html;

	html_open(h, "p", "class", "govuk-body", NULL);
	html_say(h, "Did you mean ");
	page_anchor(page, address, address);
	html_say(h, "?");
	html_close(h, "p");
}

/* Says which part of the address leads nowhere: the profile, or what it has not. */
static struct page_head
nowhere_head(struct page *page, const struct route *route)
{
	bool is_asset = route->kind == ROUTE_ASSET;
	bool is_profile = page->release == NULL && !is_asset && route->profile.len > 0;
	const char *what = is_profile ? "profile" : is_asset ? "file" : "page";
	struct str asked = is_profile ? route->profile : route->name;

	if (asked.len == 0)
		return (
		    struct page_head){ .heading = STR("Page not found"), .lost = true };
	return (struct page_head){ .caption = STR("Page not found"),
		.heading = there_is_no(page, what, asked),
		.lost = true };
}

void
nowhere_page(struct page *page, const struct route *route)
{
	struct page_head head = nowhere_head(page, route);
	enum page_kind near = nearest_page(route->name);

	page_begin(page, &head);
	part_paragraph(
	    page, STR("If you typed the address, check that it is right. If you "
		      "followed a link, the page may have been moved."));
	if (page->release != NULL && near < PAGE_COUNT)
		write_suggestion(page, page_link(page, near, NULL));
	if (page->release == NULL) {
		struct str slug = nearest_profile(page, route->profile);

		if (slug.len > 0)
			write_suggestion(page, link_profile(page->arena, slug));
		write_profiles(page);
	} else {
		write_ways_on(page, PARAMETER_COUNT);
	}
	page_end(page);
}

void
fault_page(struct page *page, int status, const char *text)
{
	struct page_head head = { .lost = true };

	if (status == 400) {
		head.heading = STR("This address does not make sense");
		page_begin(page, &head);
		part_paragraph(
		    page, str_print(page->arena, "What is wrong with it: %s.", text));
	} else {
		head.heading = STR("Sorry, these figures cannot be shown");
		page_begin(page, &head);
		part_paragraph(page, STR("The file that holds them is damaged. Please "
					 "tell whoever runs this "
					 "site."));
	}
	if (page->release != NULL)
		write_ways_on(page, PARAMETER_COUNT);
	else
		write_profiles(page);
	page_end(page);
}
