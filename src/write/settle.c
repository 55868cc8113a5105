#include "write/settle.h"

/* Of those that can give way: what a reader calls them, and on which pages it matters.
 */
static const struct {
	enum parameter parameter;
	const char *word;
	unsigned pages; /* bit 1 << enum page_kind */
} movable[] = {
	{ PARAMETER_SEX, "sex", 1u << PAGE_COMPARE | 1u << PAGE_TRENDS },
	{ PARAMETER_AGE, "age", 1u << PAGE_COMPARE | 1u << PAGE_TRENDS },
	{ PARAMETER_CATEGORY, "group", 1u << PAGE_COMPARE | 1u << PAGE_TRENDS },
	{ PARAMETER_AREA, "area", 1u << PAGE_AREA | 1u << PAGE_TRENDS },
	{ PARAMETER_PARENT, "larger area", 1u << PAGE_OVERVIEW | 1u << PAGE_COMPARE },
	{ PARAMETER_PERIOD, "period", 1u << PAGE_COMPARE },
};

enum { MOVABLE = sizeof movable / sizeof movable[0] };

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
	return area == RELEASE_NONE ? STR("")
				    : release_text(release, release->areas[area].code);
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

/* The text by which the address names what the view shows. */
static struct str
shown_text(struct page *page, enum parameter parameter)
{
	const struct release *release = page->release;
	const struct view *view = &page->view;
	const struct variant *variant = &view->variant;
	struct arena *arena = page->arena;
	struct str asked = *parameter_of(&page->question, parameter);

	if (asked.len == 0)
		return asked;
	switch (parameter) {
	case PARAMETER_SEX: return str_of(view_sex_slug(variant->sex));
	case PARAMETER_AGE: return view_age_slug(arena, release, variant->age);
	case PARAMETER_CATEGORY:
		return view_category_slug(arena, release, variant->category);
	case PARAMETER_AREA: return code_of(release, view->area);
	case PARAMETER_PARENT:
		/* All areas are shown for "all" and for the root alike. */
		return view->parent == RELEASE_NONE ? STR("all")
						    : code_of(release, view->parent);
	case PARAMETER_PERIOD:
		return view->period == RELEASE_NONE
			   ? STR("")
			   : view_period_slug(arena, release, view->period);
	case PARAMETER_DOMAIN:
	case PARAMETER_INDICATOR:
	case PARAMETER_TYPE:
	case PARAMETER_BENCHMARK:
	case PARAMETER_SORT:
	case PARAMETER_COUNT: break;
	}
	return asked;
}

/* "age and period" */
static struct str
add_word(struct page *page, struct str words, const char *word)
{
	return words.len == 0
		   ? str_of(word)
		   : str_print(page->arena, "%.*s and %s", STR_ARG(words), word);
}

void
settle(struct page *page)
{
	struct str changed = STR("");

	settle_domain(page);
	for (size_t i = 0; i < MOVABLE; i++) {
		struct str *asked = parameter_of(&page->question, movable[i].parameter);
		struct str shown = shown_text(page, movable[i].parameter);
		bool matters = (movable[i].pages & 1u << page->kind) != 0;
		bool is_root = movable[i].parameter == PARAMETER_PARENT &&
			       page->view.parent == RELEASE_NONE;

		if (matters && !is_root && !str_equal_folded(*asked, shown))
			changed = add_word(page, changed, movable[i].word);
		*asked = shown;
	}
	if (changed.len > 0)
		page->aside = str_print(page->arena,
		    "Not everything you asked for goes together, so this page shows "
		    "another %.*s.",
		    STR_ARG(changed));
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
