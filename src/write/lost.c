#include "draw/phrase.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/settle.h"
#include "write/wording.h"

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

/* A link to the page with a value in the place of what is not there. False, and nothing
 * written, where that value does not go together with the rest of the address. */
static bool
write_offered(
    struct page *page, enum parameter parameter, struct str name, struct str value)
{
	struct question question =
	    settle_question(page, page->kind, page_question(page, parameter, value));

	if (!str_equal_folded(*parameter_of(&question, parameter), value))
		return false;
	page_anchor(page, page_link(page, page->kind, &question), name);
	return true;
}

static void
write_list(struct page *page, enum parameter parameter, const struct lost *lost)
{
	struct html *h = &page->html;

	html_leaf(h, "p", "What there is:", "class", "govuk-body", NULL);
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
	for (size_t i = 0; i < lost->count; i++) {
		html_open(h, "li", NULL);
		if (!write_offered(page, parameter, lost->names[i], lost->values[i]))
			html_text(h, lost->names[i]);
		html_close(h, "li");
	}
	html_close(h, "ul");
}

/* The nearest that there is; where nothing is near, what there is to choose from. */
static void
write_nearest(struct page *page, enum parameter parameter, const struct lost *lost)
{
	struct html *h = &page->html;
	bool near = lost->nearest_value.len > 0;
	struct str name = near ? lost->nearest : lost->usual;
	struct str value = near ? lost->nearest_value : lost->usual_value;

	if (parameter == PARAMETER_COUNT)
		return;
	if (!near && lost->names != NULL && lost->count > 0) {
		write_list(page, parameter, lost);
		return;
	}
	if (value.len == 0)
		return;
	html_open(h, "p", "class", "govuk-body", NULL);
	html_say(h, near ? "Did you mean " : "There is, for example, ");
	if (!write_offered(page, parameter, name, value))
		html_text(h, name);
	html_say(h, near ? "?" : ".");
	html_close(h, "p");
}

/* The list of areas among which the one that is wanted may be. */
static void
write_areas_item(struct page *page, uint32_t type)
{
	struct html *h = &page->html;
	struct question question = page_question(page, PARAMETER_TYPE,
	    release_text(page->release, page->release->types[type].slug));

	html_open(h, "li", NULL);
	html_say(h, "choose an area from the list of ");
	page_anchor(page, page_link(page, PAGE_HOME, &question),
	    wording_type(page->release, type));
	html_close(h, "li");
}

/* type: of areas to choose from, or RELEASE_NONE. */
static void
write_ways_on(struct page *page, enum parameter parameter, uint32_t type)
{
	struct html *h = &page->html;

	html_leaf(h, "p", "You can also:", "class", "govuk-body", NULL);
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
	if (type != RELEASE_NONE)
		write_areas_item(page, type);
	if (parameter < PARAMETER_COUNT) {
		html_open(h, "li", NULL);
		page_anchor(page, page_link(page, page->kind, &page->question),
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
	if (lost->reason.len > 0)
		return STR("These areas cannot be taken together");
	if (lost->asked.len == 0)
		return str_print(page->arena, "This profile has no %s", lost->what);
	return there_is_no(page, lost->what, lost->asked);
}

void
lost_page(struct page *page, const struct lost *lost)
{
	enum parameter parameter = lost->parameter != NULL
				       ? parameter_called(lost->parameter)
				       : PARAMETER_COUNT;
	struct page_head head = { .caption = STR("Page not found"), .lost = true };

	head.heading = heading_of(page, lost);
	/* The links of the page must not lead to the same fault again, or to another.
	 */
	if (parameter < PARAMETER_COUNT)
		page->question = settle_question(
		    page, page->kind, page_question(page, parameter, STR("")));
	page_begin(page, &head);
	if (lost->reason.len > 0)
		part_paragraph(page, lost->reason);
	write_nearest(page, parameter, lost);
	write_ways_on(page, parameter, lost->type);
	page_end(page);
}

/* The label of the age that the address names, and likewise below: what is known. */
static struct str
asked_age(struct page *page, struct str asked)
{
	const struct release *release = page->release;

	for (uint32_t i = 0; i < release->age_count; i++)
		if (str_equal_folded(view_age_slug(page->arena, release, i), asked))
			return release_text(release, release->ages[i].label);
	return asked;
}

static struct str
asked_category(struct page *page, struct str asked)
{
	const struct release *release = page->release;

	for (uint32_t i = 1; i < release->category_count; i++)
		if (str_equal_folded(
			view_category_slug(page->arena, release, i), asked))
			return release_text(release, release->categories[i].name);
	return asked;
}

static struct str
asked_period(struct page *page, struct str asked)
{
	const struct release *release = page->release;

	for (uint32_t i = 0; i < release->period_count; i++)
		if (str_equal_folded(view_period_slug(page->arena, release, i), asked))
			return phrase_period(release, i);
	return asked;
}

/* "“Smoking” has no figures for male, 16 yrs": a sex and an age may each exist, and yet
 * not together. */
static struct str
no_variant(struct page *page, const struct question *asked)
{
	struct str name =
	    wording_indicator_short(page->release, page->view.variant.indicator);
	struct str parts[] = {
		wording_lower(page->arena, asked->sex),
		asked_age(page, asked->age),
		asked_category(page, asked->category),
	};

	return str_print(page->arena, "“%.*s” has no figures for %.*s", STR_ARG(name),
	    STR_ARG(wording_list(page->arena, parts, sizeof parts / sizeof parts[0])));
}

static struct str
no_period(struct page *page, const struct question *asked)
{
	struct str name =
	    wording_indicator(page->arena, page->release, &page->view.variant);

	return str_print(page->arena, "“%.*s” has no figures for %.*s", STR_ARG(name),
	    STR_ARG(asked_period(page, asked->period)));
}

static struct str
no_such_area(struct page *page, struct str code)
{
	struct str name = phrase_area(page->release, release_area(page->release, code));

	return str_print(page->arena, "%.*s is not one of the %s", STR_ARG(name),
	    wording_type_plural(page->release, page->view.type));
}

static struct str
no_such_parent(struct page *page, struct str code)
{
	struct str name = phrase_area(page->release, release_area(page->release, code));

	return str_print(page->arena, "There are no %s in %.*s",
	    wording_type_plural(page->release, page->view.type), STR_ARG(name));
}

static struct str
no_breakdown(struct page *page, struct str asked)
{
	struct str name =
	    wording_indicator_short(page->release, page->view.variant.indicator);

	return str_print(page->arena, "%.*s is not broken down by “%.*s”",
	    STR_ARG(name), STR_ARG(shown(page, asked)));
}

/* What does not go together, a sentence for each. */
static unsigned
misfits(struct page *page, const struct question *asked, unsigned parts,
    struct str sentences[5])
{
	const unsigned variant = VIEW_PART_SEX | VIEW_PART_AGE | VIEW_PART_CATEGORY;
	unsigned count = 0;

	if ((parts & variant) != 0)
		sentences[count++] = no_variant(page, asked);
	if ((parts & VIEW_PART_PERIOD) != 0)
		sentences[count++] = no_period(page, asked);
	if ((parts & VIEW_PART_AREA) != 0)
		sentences[count++] = no_such_area(page, asked->area);
	if ((parts & VIEW_PART_PARENT) != 0)
		sentences[count++] = no_such_parent(page, asked->parent);
	if ((parts & VIEW_PART_BY) != 0)
		sentences[count++] = no_breakdown(page, asked->by);
	return count;
}

/* "Smoking (persons, 16 yrs), 2016, Millfield": what the page shows that is nearest. */
static struct str
shown_words(struct page *page)
{
	const struct release *release = page->release;
	const struct view *view = &page->view;
	bool of_indicator = (settle_needs(page->kind) & VIEW_INDICATOR) != 0;
	struct str parts[] = { STR(""), phrase_period(release, view->period),
		phrase_area(release, view->area) };

	if (of_indicator)
		parts[0] = wording_indicator(page->arena, release, &view->variant);
	if (page->kind == PAGE_COMPARE || page->kind == PAGE_OVERVIEW)
		parts[2] = wording_areas(page->arena, view);
	return wording_upper(page->arena, wording_list(page->arena, parts, 3));
}

void
misfit_page(struct page *page, const struct question *asked, unsigned parts)
{
	struct page_head head = { .caption = STR("Page not found"), .lost = true };
	struct html *h = &page->html;
	struct str sentences[5];
	unsigned count = misfits(page, asked, parts, sentences);

	head.heading = sentences[0];
	page_begin(page, &head);
	for (unsigned i = 1; i < count; i++)
		part_paragraph(
		    page, str_print(page->arena, "%.*s.", STR_ARG(sentences[i])));
	html_open(h, "p", "class", "govuk-body", NULL);
	html_say(h, "The nearest that there is: ");
	page_anchor(
	    page, page_link(page, page->kind, &page->question), shown_words(page));
	html_say(h, ".");
	html_close(h, "p");
	write_ways_on(page, PARAMETER_COUNT, RELEASE_NONE);
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
		write_ways_on(page, PARAMETER_COUNT, RELEASE_NONE);
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
		write_ways_on(page, PARAMETER_COUNT, RELEASE_NONE);
	else
		write_profiles(page);
	page_end(page);
}
