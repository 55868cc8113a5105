#include "write/filters.h"

#include "draw/phrase.h"
#include "write/group.h"
#include "write/settle.h"
#include "write/wording.h"

struct filters
filters_of(struct page *page, enum page_kind target)
{
	return (struct filters){ .page = page, .target = target, .empty = true };
}

static void
begin_form(struct filters *filters)
{
	struct html *h = &filters->page->html;

	if (!filters->empty)
		return;
	filters->empty = false;
	html_open(h, "form", "class", "filters", "method", "get", "aria-label",
	    "What to show", NULL);
	html_attribute(h, "action", page_link(filters->page, filters->target, NULL));
}

static void
begin_select(struct page *page, struct str id, const char *name, const char *label)
{
	struct html *h = &page->html;

	html_open(h, "div", "class", "govuk-form-group", NULL);
	html_open(h, "label", "class", "govuk-label", NULL);
	html_attribute(h, "for", id);
	html_say(h, label);
	html_close(h, "label");
	html_open(h, "select", "class", "govuk-select", NULL);
	html_attribute(h, "id", id);
	html_attribute(h, "name", str_of(name));
}

static void
end_select(struct page *page)
{
	html_close(&page->html, "select");
	html_close(&page->html, "div");
}

static void
write_option(struct page *page, struct str value, struct str name, bool chosen)
{
	struct html *h = &page->html;

	html_open(h, "option", NULL);
	html_attribute(h, "value", value);
	if (chosen)
		html_flag(h, "selected");
	html_text(h, name);
	html_close(h, "option");
}

static struct str
id_of(struct page *page, enum parameter parameter)
{
	return str_print(page->arena, "filter-%s", parameter_name(parameter));
}

/* What the page would show if the form did not say is not sent: who changes another
 * field has not asked for it. Only of what may give way; on a page about an area its
 * kind says which area is meant. */
static struct str
unsent_value(const struct filters *filters, enum parameter parameter)
{
	const struct page *page = filters->page;
	bool is_about_area = (settle_needs(page->kind) & VIEW_AREA) != 0;
	const unsigned unsent =
	    1u << PARAMETER_SEX | 1u << PARAMETER_AGE | 1u << PARAMETER_CATEGORY |
	    (is_about_area ? 0 : 1u << PARAMETER_TYPE | 1u << PARAMETER_PARENT);

	return (unsent & 1u << parameter) != 0 ? settle_usual(page, parameter)
					       : STR("");
}

void
filters_add(struct filters *filters, enum parameter parameter, const char *label,
    const char *any, const struct choices *choices)
{
	struct page *page = filters->page;
	struct str unsent = unsent_value(filters, parameter);

	if (choices->count + (any != NULL) < 2)
		return;
	begin_form(filters);
	filters->taken |= 1u << parameter;
	begin_select(page, id_of(page, parameter), parameter_name(parameter), label);
	if (any != NULL)
		write_option(page, STR(""), str_of(any), false);
	for (uint32_t i = 0; i < choices->count; i++) {
		const struct choice *choice = &choices->at[i];

		write_option(page,
		    str_equal(choice->value, unsent) ? STR("") : choice->value,
		    choice->name, choice->chosen);
	}
	end_select(page);
}

void
filters_drop(struct filters *filters, enum parameter parameter)
{
	filters->taken |= 1u << parameter;
}

static void
write_indicators(struct page *page, uint32_t domain)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	const struct release_domain *record = &release->domains[domain];
	const struct view *view = &page->view;

	html_open(h, "optgroup", NULL);
	html_attribute(h, "label", release_text(release, record->name));
	for (uint32_t i = 0; i < record->count; i++) {
		uint32_t indicator = release->items[record->first + i];

		/* One that stands in several domains is chosen in its own only. */
		write_option(page,
		    release_text(release, release->indicators[indicator].key),
		    wording_indicator_short(release, indicator),
		    indicator == view->variant.indicator && domain == view->domain);
	}
	html_close(h, "optgroup");
}

void
filters_add_indicators(struct filters *filters)
{
	struct page *page = filters->page;

	begin_form(filters);
	filters->taken |= 1u << PARAMETER_INDICATOR | 1u << PARAMETER_DOMAIN;
	begin_select(page, id_of(page, PARAMETER_INDICATOR),
	    parameter_name(PARAMETER_INDICATOR), "Indicator");
	for (uint32_t i = 0; i < page->release->domain_count; i++)
		if (page->release->domains[i].count > 0)
			write_indicators(page, i);
	end_select(page);
}

static void
write_hidden(struct filters *filters)
{
	struct page *page = filters->page;
	struct html *h = &page->html;

	for (enum parameter p = 0; p < PARAMETER_COUNT; p++) {
		struct str value = *parameter_of(&page->question, p);

		if (value.len == 0 || (filters->taken & 1u << p) != 0 ||
		    !parameter_belongs(p, filters->target))
			continue;
		html_void(
		    h, "input", "type", "hidden", "name", parameter_name(p), NULL);
		html_attribute(h, "value", value);
	}
}

void
filters_end(struct filters *filters)
{
	struct html *h = &filters->page->html;

	if (filters->empty)
		return;
	write_hidden(filters);
	if (parameter_belongs(PARAMETER_FORM, filters->target))
		html_void(h, "input", "type", "hidden", "name",
		    parameter_name(PARAMETER_FORM), "value", "1", NULL);
	html_leaf(h, "button", "Show", "type", "submit", "class", "govuk-button", NULL);
	html_close(h, "form");
	group_link(filters->page);
}

static void
write_area(struct page *page, uint32_t area, uint32_t chosen)
{
	write_option(page, release_area_code(page->release, area),
	    phrase_area(page->release, area), area == chosen);
}

/* Areas with no parent but the whole come first, on their own. */
static void
write_orphans(struct page *page, uint32_t type, uint32_t chosen)
{
	const struct release *release = page->release;
	struct view view = page->view;
	uint32_t count;
	uint32_t *areas;

	view.type = type;
	view.parent = RELEASE_NONE;
	areas = view_areas(page->arena, &view, &count);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t parent = release_parent(release, type, areas[i]);

		if (parent == RELEASE_NONE || parent == release->profile->root)
			write_area(page, areas[i], chosen);
	}
}

static void
write_family(
    struct page *page, struct str code, struct str name, uint32_t type, uint32_t chosen)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	uint32_t parent = release_area(release, code);
	struct view view = page->view;
	uint32_t count = 0;
	uint32_t *areas;

	view.type = type;
	view.parent = parent;
	if (parent != RELEASE_NONE)
		areas = view_areas(page->arena, &view, &count);
	if (count == 0)
		return;
	html_open(h, "optgroup", NULL);
	html_attribute(h, "label", name);
	for (uint32_t i = 0; i < count; i++)
		write_area(page, areas[i], chosen);
	html_close(h, "optgroup");
}

void
filters_areas(struct page *page, const char *id, const char *label, uint32_t type,
    uint32_t chosen)
{
	struct view view = page->view;
	struct choices parents;

	view.type = type;
	view.parent = RELEASE_NONE;
	parents = choices_parents(page->arena, &view);
	begin_select(page, str_of(id), "area", label);
	write_orphans(page, type, chosen);
	for (uint32_t i = 0; i < parents.count; i++)
		write_family(
		    page, parents.at[i].value, parents.at[i].name, type, chosen);
	end_select(page);
}
