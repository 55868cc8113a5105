#include "write/settle.h"

#include "answer/partition.h"
#include "draw/phrase.h"

static const unsigned page_needs[PAGE_COUNT] = {
	[PAGE_HOME] = VIEW_TYPE,
	[PAGE_OVERVIEW] = VIEW_DOMAIN | VIEW_TYPE | VIEW_PARENT,
	[PAGE_COMPARE] = VIEW_INDICATOR | VIEW_TYPE | VIEW_PARENT | VIEW_PERIOD,
	[PAGE_MAP] = VIEW_INDICATOR | VIEW_TYPE | VIEW_PARENT | VIEW_PERIOD,
	[PAGE_AREA] = VIEW_TYPE | VIEW_AREA,
	[PAGE_TRENDS] = VIEW_INDICATOR | VIEW_TYPE | VIEW_AREA,
	[PAGE_GROUP] = VIEW_TYPE,
	[PAGE_WHY] = VIEW_INDICATOR | VIEW_TYPE | VIEW_AREA | VIEW_PERIOD,
	[PAGE_SPREAD] = VIEW_INDICATOR | VIEW_TYPE,
	[PAGE_FUNNEL] = VIEW_INDICATOR | VIEW_TYPE | VIEW_PERIOD,
	[PAGE_INEQUALITIES] =
	    VIEW_INDICATOR | VIEW_TYPE | VIEW_AREA | VIEW_PERIOD | VIEW_BY,
	[PAGE_INEQUALITY_TRENDS] = VIEW_INDICATOR | VIEW_TYPE | VIEW_AREA | VIEW_BY,
};

/* Pages about one variant of an indicator, or its parts. */
enum {
	OF_PARTS = 1 << PAGE_INEQUALITIES | 1 << PAGE_INEQUALITY_TRENDS,
	OF_VARIANT = 1 << PAGE_COMPARE | 1 << PAGE_MAP | 1 << PAGE_TRENDS |
		     1 << PAGE_WHY | 1 << PAGE_SPREAD | 1 << PAGE_FUNNEL | OF_PARTS
};

/* Of those that can give way: what a reader calls them, and which pages are about them.
 */
static const struct {
	enum view_part part;
	enum parameter parameter;
	const char *word;
	unsigned pages; /* bit 1 << enum page_kind */
} movable[] = {
	{ VIEW_PART_SEX, PARAMETER_SEX, "sex", OF_VARIANT },
	{ VIEW_PART_AGE, PARAMETER_AGE, "age", OF_VARIANT },
	{ VIEW_PART_CATEGORY, PARAMETER_CATEGORY, "group", OF_VARIANT },
	{ VIEW_PART_AREA, PARAMETER_AREA, "area",
	    1u << PAGE_AREA | 1u << PAGE_TRENDS | 1u << PAGE_WHY | OF_PARTS },
	{ VIEW_PART_PARENT, PARAMETER_PARENT, "larger area",
	    1u << PAGE_OVERVIEW | 1u << PAGE_COMPARE | 1u << PAGE_MAP |
		1u << PAGE_SPREAD | 1u << PAGE_FUNNEL },
	{ VIEW_PART_PERIOD, PARAMETER_PERIOD, "period",
	    1u << PAGE_COMPARE | 1u << PAGE_MAP | 1u << PAGE_WHY |
		1u << PAGE_INEQUALITIES | 1u << PAGE_FUNNEL },
	{ VIEW_PART_BY, PARAMETER_BY, "breakdown", OF_PARTS },
};

enum { MOVABLE = sizeof movable / sizeof movable[0] };

unsigned
settle_needs(enum page_kind kind)
{
	return page_needs[kind];
}

static uint32_t
domain_of(const struct release *release, uint32_t indicator)
{
	for (uint32_t d = 0; d < release->domain_count; d++) {
		const struct release_domain *domain = &release->domains[d];

		for (uint32_t i = 0; i < domain->count; i++)
			if (release->items[domain->first + i] == indicator)
				return d;
	}
	return RELEASE_NONE;
}

static struct str
code_of(const struct release *release, uint32_t area)
{
	return area == RELEASE_NONE ? STR("") : release_area_code(release, area);
}

/* An indicator takes its reader to a domain that holds it. */
static void
settle_domain(struct page *page)
{
	const struct release *release = page->release;
	struct view *view = &page->view;

	if (!parameter_belongs(PARAMETER_INDICATOR, page->kind) ||
	    view->variant.indicator == RELEASE_NONE)
		return;
	if (view->domain == RELEASE_NONE)
		view->domain = domain_of(release, view->variant.indicator);
	if (view->domain != RELEASE_NONE)
		page->question.domain =
		    release_text(release, release->domains[view->domain].slug);
}

/* The text by which the address names what a view shows. */
static struct str
shown_text(const struct page *page, const struct view *view, enum parameter parameter)
{
	const struct release *release = page->release;
	const struct variant *variant = &view->variant;
	struct arena *arena = page->arena;

	switch (parameter) {
	case PARAMETER_SEX: return str_of(view_sex_slug(variant->sex));
	case PARAMETER_AGE: return view_age_slug(arena, release, variant->age);
	case PARAMETER_CATEGORY:
		return view_category_slug(arena, release, variant->category);
	case PARAMETER_TYPE:
		return view->type == RELEASE_NONE
			   ? STR("")
			   : release_text(release, release->types[view->type].slug);
	case PARAMETER_AREA: return code_of(release, view->area);
	case PARAMETER_PARENT:
		/* All areas are shown for "all" and for the root alike. */
		return view->parent == RELEASE_NONE ? STR("all")
						    : code_of(release, view->parent);
	case PARAMETER_PERIOD:
		return view->period == RELEASE_NONE
			   ? STR("")
			   : view_period_slug(arena, release, view->period);
	case PARAMETER_BY: return partition_slug(arena, release, view->by);
	case PARAMETER_DOMAIN:
	case PARAMETER_INDICATOR:
	case PARAMETER_BENCHMARK:
	case PARAMETER_SORT:
	case PARAMETER_COLOURS:
	case PARAMETER_SEARCH:
	case PARAMETER_FORM:
	case PARAMETER_CHANGED:
	case PARAMETER_COUNT: break;
	}
	return STR("");
}

/* Without a sex, an age or a place in its address a page chooses its own kind of area;
 * with one of them the kind belongs to what the address means. Having looked at England
 * does not mean wanting to see nothing else. */
static void
settle_type(struct page *page)
{
	struct question *question = &page->question;

	if (page->view.type == RELEASE_NONE || view_is_of_root(&page->view))
		return;
	if (question->sex.len > 0 || question->age.len > 0 ||
	    question->category.len > 0 || question->area.len > 0 ||
	    question->parent.len > 0 || question->period.len > 0)
		question->type = shown_text(page, &page->view, PARAMETER_TYPE);
}

unsigned
settle(struct page *page)
{
	unsigned changed = 0;

	settle_domain(page);
	for (size_t i = 0; i < MOVABLE; i++) {
		struct str *asked = parameter_of(&page->question, movable[i].parameter);

		if ((movable[i].pages & 1u << page->kind) != 0)
			changed |= page->view.gave_way & movable[i].part;
		if (asked->len > 0)
			*asked = shown_text(page, &page->view, movable[i].parameter);
	}
	settle_type(page);
	page->question.form = page->question.changed = STR("");
	return changed;
}

struct str
settle_changed(struct page *page, unsigned parts)
{
	struct str words = STR("");

	for (size_t i = 0; i < MOVABLE; i++)
		if ((parts & movable[i].part) != 0)
			words = str_print(page->arena, "%.*s%s%s", STR_ARG(words),
			    words.len > 0 ? "," : "",
			    parameter_name(movable[i].parameter));
	return words;
}

/* What the page shows in the place of what gave way, for people. */
static struct str
shown_name(const struct page *page, enum view_part part)
{
	const struct release *release = page->release;
	const struct view *view = &page->view;

	switch (part) {
	case VIEW_PART_SEX: return str_of(sex_word((enum sex)view->variant.sex));
	case VIEW_PART_AGE:
		return release_text(release, release->ages[view->variant.age].label);
	case VIEW_PART_CATEGORY:
		return release_text(
		    release, release->categories[view->variant.category].name);
	case VIEW_PART_AREA: return phrase_area(release, view->area);
	case VIEW_PART_PARENT: return phrase_area(release, view->parent);
	case VIEW_PART_PERIOD: return phrase_period(release, view->period);
	case VIEW_PART_BY: return partition_name(release, view->by);
	}
	return STR("");
}

/* "another period (2016)" */
static struct str
replacement(struct page *page, size_t i)
{
	struct str name = shown_name(page, movable[i].part);

	if (name.len == 0)
		return str_print(page->arena, "another %s", movable[i].word);
	return str_print(
	    page->arena, "another %s (%.*s)", movable[i].word, STR_ARG(name));
}

static bool
is_listed(struct str list, struct str name)
{
	while (list.len > 0)
		if (str_equal(str_cut(&list, ','), name))
			return true;
	return false;
}

struct str
settle_sentence(struct page *page, struct str changed)
{
	struct str words = STR("");

	for (size_t i = 0; i < MOVABLE; i++) {
		struct str name = str_of(parameter_name(movable[i].parameter));

		if ((movable[i].pages & 1u << page->kind) == 0 ||
		    !is_listed(changed, name))
			continue;
		words = str_print(page->arena, "%.*s%s%.*s", STR_ARG(words),
		    words.len > 0 ? " and " : "", STR_ARG(replacement(page, i)));
	}
	if (words.len == 0)
		return STR("");
	return str_print(page->arena,
	    "Not everything you chose goes together, so this page shows %.*s.",
	    STR_ARG(words));
}

struct question
settle_question(const struct page *page, enum page_kind kind, struct question question)
{
	struct page other = *page;
	struct lost lost;
	struct err err;

	other.kind = kind;
	other.question = question;
	/* Each round takes out one thing that does not exist. */
	for (int round = 0; round <= PARAMETER_COUNT; round++) {
		struct question asked = other.question;

		if (view_resolve(page->arena, page->release, &asked, page_needs[kind],
			&other.view, &lost, &err))
			return settle(&other) == 0 ? asked : other.question;
		if (lost.what == NULL)
			break;
		*parameter_of(&other.question, parameter_called(lost.parameter)) =
		    lost.nearest_value;
	}
	return (struct question){ .domain = STR("") };
}

struct str
settle_usual(const struct page *page, enum parameter parameter)
{
	struct question question = page_question(page, parameter, STR(""));
	struct view view;
	struct lost lost;
	struct err err;

	if (!view_resolve(page->arena, page->release, &question, page_needs[page->kind],
		&view, &lost, &err))
		return STR("");
	return shown_text(page, &view, parameter);
}

bool
settle_has(const struct page *page, unsigned needs, const char **what)
{
	const struct view *view = &page->view;
	const struct {
		unsigned need;
		uint32_t number;
		const char *what;
	} parts[] = {
		{ VIEW_DOMAIN, view->domain, "domains" },
		{ VIEW_INDICATOR, view->variant.indicator, "indicators" },
		{ VIEW_TYPE, view->type, "kinds of area" },
		{ VIEW_AREA, view->area, "areas" },
	};

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if ((needs & parts[i].need) != 0 && parts[i].number == RELEASE_NONE) {
			*what = parts[i].what;
			return false;
		}
	return true;
}
