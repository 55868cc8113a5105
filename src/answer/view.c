#include "answer/view.h"

#include "answer/fit.h"
#include "answer/grouping.h"
#include "answer/offer.h"
#include "answer/partition.h"
#include "answer/scope.h"
#include "answer/wish.h"
#include "model/area.h"

/* All areas of a type are shown together up to so many: as many columns as a table
 * still bears. */
enum { SHOWN_TOGETHER = 30 };

/* What is decided on: the wish is looked up, the view is being filled in the order of
 * the functions below, each building on those before. */
struct deciding {
	struct arena *arena;
	const struct release *release;
	const struct wish *wish;
	unsigned needs;
	struct view *view;
};

static bool
domain_holds(const struct release *release, uint32_t domain, uint32_t indicator)
{
	struct scope_items items = scope_items(release, domain);

	for (uint32_t i = 0; i < items.count; i++)
		if (scope_item(&items, i) == indicator)
			return true;
	return false;
}

/* The first domain that has indicators, else the first. */
static uint32_t
first_filled(const struct release *release)
{
	for (uint32_t i = 0; i < release->domain_count; i++)
		if (release->domains[i].count)
			return i;
	return 0;
}

/* A page about a domain keeps the one asked for; one about an indicator moves to where
 * the indicator is. */
static void
decide_domain(const struct deciding *d)
{
	const struct release *release = d->release;
	uint32_t asked = d->wish->domain, indicator = d->wish->indicator;
	bool needed = d->needs & VIEW_DOMAIN;

	d->view->domain = asked;
	if ((asked == RELEASE_NONE && !needed) || !release->domain_count)
		return;
	/* A domain that waits for its figures has no indicator to show. */
	if (asked != RELEASE_NONE && (d->needs & VIEW_INDICATOR) &&
	    release->domains[asked].count == 0)
		asked = d->view->domain = first_filled(release);
	if (asked == RELEASE_NONE)
		d->view->domain = first_filled(release);
	else if (needed || indicator == RELEASE_NONE ||
		 domain_holds(release, asked, indicator))
		return;
	for (uint32_t i = 0; indicator != RELEASE_NONE && i < release->domain_count;
	     i++)
		if (domain_holds(release, i, indicator)) {
			d->view->domain = i;
			return;
		}
}

/* The first of the domain that has figures for the type asked for, else the first. */
static void
decide_indicator(const struct deciding *d)
{
	uint32_t domain = d->view->domain, type = d->wish->type;
	struct scope_items items;

	d->view->variant.indicator = d->wish->indicator;
	if (d->wish->indicator != RELEASE_NONE || !(d->needs & VIEW_INDICATOR))
		return;
	if (domain == RELEASE_NONE && d->release->domain_count)
		domain = first_filled(d->release);
	items = scope_items(d->release, domain);
	for (uint32_t i = 0; i < items.count; i++) {
		uint32_t indicator = scope_item(&items, i);
		bool has = type == RELEASE_NONE ||
			   scope_has(d->release, RELEASE_NONE, indicator, type);
		if (i == 0 || has)
			d->view->variant.indicator = indicator;
		if (has)
			return;
	}
}

/* How well a type serves where none is asked for; 0 not at all. */
static unsigned
fitness(const struct deciding *d, uint32_t area, uint32_t type)
{
	const struct view *view = d->view;
	bool has = scope_has(d->release, view->domain, view->variant.indicator, type);
	unsigned exact =
	    fit_is_exact(d->release, d->wish, view->variant.indicator, type);

	if (area != RELEASE_NONE)
		return (release_type_has(d->release, type, area) ? 4u : 0u) +
		       (has ? 2u : 0u) + exact;
	if (!has)
		return 0;
	/* What is asked for weighs more than where the areas are to be found. */
	if (d->release->types[type].level >= LEVEL_UPPER_TIER)
		return 3 + 3 * exact;
	return (scope_type_is_root(d->release, type) ? 1 : 2) + 3 * exact;
}

static void
decide_type(const struct deciding *d)
{
	const unsigned about_areas = VIEW_TYPE | VIEW_PARENT | VIEW_AREA | VIEW_PERIOD;
	const struct wish *wish = d->wish;
	uint32_t area = wish->area;
	unsigned best = 0;

	d->view->type = wish->type;
	if (wish->type != RELEASE_NONE || !d->release->type_count)
		return;
	if (!(d->needs & about_areas) && area == RELEASE_NONE &&
	    wish->parent == RELEASE_NONE && !wish->dated)
		return;
	/* The areas of a group are of few types. */
	if (area == RELEASE_NONE && wish->parent != RELEASE_NONE &&
	    release_group(d->release, wish->parent))
		area = wish->parent;
	/* Having looked at England does not mean wanting to see nothing else. */
	if (area == d->release->profile->root && !(d->needs & VIEW_AREA))
		area = RELEASE_NONE;
	d->view->type = 0;
	for (uint32_t type = 0; type < d->release->type_count; type++) {
		unsigned fits = fitness(d, area, type);
		if (fits > best) {
			best = fits;
			d->view->type = type;
		}
	}
}

static uint32_t
area_above(const struct deciding *d, uint32_t area)
{
	for (uint32_t type = 0; type < d->release->type_count; type++) {
		uint32_t parent = release_parent(d->release, type, area);
		if (parent != RELEASE_NONE &&
		    release_type_has(d->release, d->view->type, parent))
			return parent;
	}
	return RELEASE_NONE;
}

static uint32_t
first_area(const struct deciding *d, uint32_t below)
{
	uint32_t count;
	const uint32_t *areas =
	    scope_areas(d->arena, d->release, d->view->type, below, &count);

	return count ? areas[0] : RELEASE_NONE;
}

static void
decide_area(const struct deciding *d)
{
	struct view *view = d->view;
	uint32_t asked = d->wish->area;

	if (view->type == RELEASE_NONE)
		return;
	if (asked != RELEASE_NONE && release_type_has(d->release, view->type, asked))
		view->area = asked;
	else if (asked != RELEASE_NONE)
		view->area = area_above(d, asked);
	if (view->area != RELEASE_NONE || !(d->needs & VIEW_AREA))
		return;
	if (asked != RELEASE_NONE)
		view->area = first_area(d, asked);
	else if (d->wish->parent != RELEASE_NONE)
		view->area = first_area(d, d->wish->parent);
	if (view->area == RELEASE_NONE)
		view->area = first_area(d, RELEASE_NONE);
}

/* The root as a parent stands for all areas, and has no column beside England's. */
static uint32_t
own_parent(const struct deciding *d, uint32_t area)
{
	uint32_t parent = release_parent(d->release, d->view->type, area);

	return parent == d->release->profile->root ? RELEASE_NONE : parent;
}

static bool
has_children(const struct deciding *d, uint32_t parent)
{
	uint32_t count;

	release_children(d->release, d->view->type, parent, &count);
	return count > 0;
}

static void
decide_parent(const struct deciding *d)
{
	struct view *view = d->view;
	uint32_t asked = d->wish->parent, count;
	bool is_about_area = d->needs & VIEW_AREA;

	if (view->type == RELEASE_NONE)
		return;
	if (asked != RELEASE_NONE &&
	    (is_about_area ? scope_is_parent(d->release, view->type, asked, view->area)
			   : has_children(d, asked))) {
		view->parent = asked;
		return;
	}
	if (!is_about_area && (d->wish->all_areas ||
				  (asked == RELEASE_NONE && !(d->needs & VIEW_PARENT))))
		return;
	if (view->area != RELEASE_NONE) {
		view->parent = own_parent(d, view->area);
		return;
	}
	release_areas_of_type(d->release, view->type, &count);
	if (count <= SHOWN_TOGETHER)
		return;
	const uint32_t *parents =
	    scope_parents(d->arena, d->release, view->type, &count);
	view->parent = count ? parents[0] : RELEASE_NONE;
}

static void
decide_variant(const struct deciding *d)
{
	const struct release *release = d->release;
	struct view *view = d->view;
	uint32_t number =
	    fit_series(release, d->wish, view->variant.indicator, view->type);

	if (number == RELEASE_NONE)
		return;

	const struct release_series *series = &release->series[number];
	view->variant.sex = series->sex;
	view->variant.age = series->age;
	view->variant.category = series->category;
	if (series->area_type == view->type)
		view->series = number;
}

static void
decide_period(const struct deciding *d)
{
	if (d->wish->periods && d->view->series != RELEASE_NONE)
		d->view->period = fit_period(d->release, d->wish, d->view->series);
}

static void
decide_benchmark(const struct deciding *d)
{
	const struct release_profile *profile = d->release->profile;
	struct view *view = d->view;
	uint32_t asked = d->wish->benchmark;

	view->benchmark_is_parent =
	    d->wish->own_parents || (asked != RELEASE_NONE && asked == view->parent);
	if (view->benchmark_is_parent)
		view->benchmark = view->parent;
	else if (asked != RELEASE_NONE)
		view->benchmark = asked;
	else
		view->benchmark = profile->benchmark != RELEASE_NONE
				      ? profile->benchmark
				      : profile->root;
}

/* What is asked for may be what other indicators are broken down by. */
static bool
is_known_partition(const struct deciding *d, struct str asked)
{
	if (str_equal_folded(asked, STR("sex")) || str_equal_folded(asked, STR("age")))
		return true;
	for (uint32_t i = 1; i < d->release->category_count; i++) {
		struct str type =
		    release_text(d->release, d->release->categories[i].type);
		if (str_equal_folded(str_slug(d->arena, type), asked))
			return true;
	}
	return false;
}

static bool
decide_partition(
    const struct deciding *d, struct str asked, struct lost *lost, struct err *err)
{
	struct view *view = d->view;
	struct partitions list =
	    partition_list(d->arena, d->release, view->variant.indicator);
	struct offer offer = offer_new(d->arena, list.count);

	if (list.count)
		view->by = list.at[0];
	for (uint32_t i = 0; i < list.count; i++) {
		struct str slug = partition_slug(d->arena, d->release, list.at[i]);
		if (str_equal_folded(slug, asked)) {
			view->by = list.at[i];
			return true;
		}
		offer_add(&offer, partition_name(d->release, list.at[i]), slug);
	}
	if (!asked.len)
		return true;
	if (is_known_partition(d, asked))
		view->gave_way |= VIEW_PART_BY;
	else
		return offer_lose(&offer,
		    &(struct loss){ "breakdown", "by", asked, SIZE_MAX, SIZE_MAX },
		    lost, err);
	return true;
}

/* A page that is about something can only be made when there is one. */
static bool
has_all_needed(const struct deciding *d, const struct question *question,
    struct lost *lost, struct err *err)
{
	struct offer offer;

	if (d->needs & VIEW_INDICATOR && d->view->variant.indicator == RELEASE_NONE) {
		offer = offer_indicators(d->arena, d->release);
		return offer_lose(&offer,
		    &(struct loss){ "indicator", "indicator", question->indicator,
			SIZE_MAX, SIZE_MAX },
		    lost, err);
	}
	if (d->needs & VIEW_AREA && d->view->area == RELEASE_NONE) {
		offer = offer_new(d->arena, 0);
		return offer_lose(&offer,
		    &(struct loss){ "area of this type", "area", question->area,
			SIZE_MAX, SIZE_MAX },
		    lost, err);
	}
	return true;
}

/* Without a series there is nothing that a period or a variant could be missing from:
 * the page has no figures whatever is asked. */
static unsigned
gave_way(const struct deciding *d)
{
	const struct wish *wish = d->wish;
	const struct view *view = d->view;
	const struct variant *variant = &view->variant;
	unsigned parts = 0;

	if (view->series != RELEASE_NONE) {
		if (wish->sex != RELEASE_NONE && wish->sex != variant->sex)
			parts |= VIEW_PART_SEX;
		if (wish->ages && !wish->ages[variant->age])
			parts |= VIEW_PART_AGE;
		if (wish->categories && !wish->categories[variant->category])
			parts |= VIEW_PART_CATEGORY;
		if (view->period != RELEASE_NONE && !wish->periods[view->period])
			parts |= VIEW_PART_PERIOD;
	}
	if (wish->area != RELEASE_NONE && wish->area != view->area)
		parts |= VIEW_PART_AREA;
	if (wish->parent != RELEASE_NONE && wish->parent != view->parent)
		parts |= VIEW_PART_PARENT;
	return parts;
}

bool
view_resolve(struct arena *arena, const struct release *release,
    const struct question *question, unsigned needs, struct view *view,
    struct lost *lost, struct err *err)
{
	struct question asked = *question;
	struct reading r = {
		.arena = arena,
		.release = release,
		.question = &asked,
		.lost = lost,
		.err = err,
	};
	struct wish wish;
	struct deciding d = {
		.arena = arena,
		.release = release,
		.wish = &wish,
		.needs = needs,
		.view = view,
	};

	*lost = (struct lost){ .what = NULL };
	*view = (struct view){
		.release = release,
		.domain = RELEASE_NONE,
		.variant = { RELEASE_NONE, RELEASE_NONE, RELEASE_NONE, RELEASE_NONE },
		.series = RELEASE_NONE,
		.type = RELEASE_NONE,
		.parent = RELEASE_NONE,
		.area = RELEASE_NONE,
		.benchmark = RELEASE_NONE,
		.period = RELEASE_NONE,
		.sort = question->sort,
		.colours = question->colours,
	};
	if (!grouping_read(&r, &asked))
		return false;
	view->release = d.release = r.release;
	if (!wish_read(&r, &wish))
		return false;
	decide_domain(&d);
	decide_indicator(&d);
	if (!wish_read_variant(&r, view->variant.indicator, &wish))
		return false;
	decide_type(&d);
	decide_area(&d);
	if (!has_all_needed(&d, question, lost, err))
		return false;
	decide_parent(&d);
	decide_variant(&d);
	if ((needs & VIEW_BY) && !decide_partition(&d, asked.by, lost, err))
		return false;
	if (needs & VIEW_BY)
		partition_fit(view);
	if (!wish_read_period(&r, view->variant.indicator, view->series, &wish))
		return false;
	decide_period(&d);
	decide_benchmark(&d);
	view->gave_way |= gave_way(&d);
	return true;
}

uint32_t *
view_areas(struct arena *arena, const struct view *view, uint32_t *count)
{
	return scope_areas(arena, view->release, view->type, view->parent, count);
}

bool
view_is_of_root(const struct view *view)
{
	return view->type != RELEASE_NONE &&
	       scope_type_is_root(view->release, view->type);
}
