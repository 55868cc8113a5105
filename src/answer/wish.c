#include "answer/wish.h"

#include "answer/offer.h"
#include "answer/fit.h"
#include "answer/scope.h"
#include "model/area.h"

/* usual: the place on offer of what is shown where nothing is asked for, or SIZE_MAX.
 */
static bool
lose_usual(const struct reading *r, struct offer offer, const char *what,
    const char *parameter, struct str asked, size_t usual)
{
	const struct loss loss = {
		.what = what,
		.parameter = parameter,
		.asked = asked,
		.nearest = SIZE_MAX,
		.usual = usual,
	};

	return offer_lose(&offer, &loss, r->lost, r->err);
}

static bool
lose(const struct reading *r, struct offer offer, const char *what,
    const char *parameter, struct str asked)
{
	return lose_usual(r, offer, what, parameter, asked, SIZE_MAX);
}

static bool
read_domain(const struct reading *r, struct str asked, uint32_t *out)
{
	if (!asked.len)
		return true;
	*out = release_domain(r->release, asked);
	return *out != RELEASE_NONE ||
	       lose(r, offer_domains(r->arena, r->release), "domain", "domain", asked);
}

static bool
read_indicator(const struct reading *r, struct str asked, uint32_t *out)
{
	if (!asked.len)
		return true;
	*out = release_indicator(r->release, asked);
	return *out != RELEASE_NONE ||
	       lose_usual(r, offer_indicators(r->arena, r->release), "indicator",
		   "indicator", asked, r->release->indicator_count ? 0 : SIZE_MAX);
}

static bool
read_type(const struct reading *r, struct str asked, uint32_t *out)
{
	if (!asked.len)
		return true;
	*out = release_area_type(r->release, asked);
	return *out != RELEASE_NONE ||
	       lose(r, offer_types(r->arena, r->release), "area type", "type", asked);
}

/* The first type that has areas whose code is of the same kind. */
static uint32_t
type_of_code(const struct release *release, struct str code)
{
	struct str kind = str_slice(code, 0, 3);

	for (uint32_t type = 0; type < release->type_count; type++) {
		uint32_t count;
		const uint32_t *areas = release_areas_of_type(release, type, &count);
		for (uint32_t i = 0; i < count; i++) {
			struct str other = release_area_code(release, areas[i]);
			if (str_equal_folded(str_slice(other, 0, 3), kind))
				return type;
		}
	}
	return RELEASE_NONE;
}

/* Of a whole code, one that is spelt alike is another place altogether. */
static bool
lose_code(const struct reading *r, const char *parameter, struct str asked)
{
	lose(r, offer_new(r->arena, 0), "area with the code", parameter, asked);
	r->lost->type = type_of_code(r->release, asked);
	return false;
}

bool
wish_lose_area(const struct reading *r, const char *parameter, struct str asked)
{
	return area_is_code(asked) ? lose_code(r, parameter, asked)
				   : lose(r, offer_areas(r->arena, r->release), "area",
					 parameter, asked);
}

/* usual: the area taken where none is asked for, or RELEASE_NONE. */
static bool
read_area(const struct reading *r, const char *what, const char *parameter,
    struct str asked, uint32_t usual, uint32_t *out)
{
	if (!asked.len)
		return true;
	*out = release_area(r->release, asked);
	if (*out == RELEASE_NONE && area_is_code(asked))
		return lose_code(r, parameter, asked);
	return *out != RELEASE_NONE ||
	       lose_usual(r, offer_areas(r->arena, r->release), what, parameter, asked,
		   usual == RELEASE_NONE ? SIZE_MAX : usual);
}

/* The sex, the age or the category of a series. */
enum part { PART_SEX, PART_AGE, PART_CATEGORY };

static uint32_t
number_of(const struct release_series *series, enum part part)
{
	switch (part) {
	case PART_SEX: return series->sex;
	case PART_AGE: return series->age;
	case PART_CATEGORY: return series->category;
	}
	return RELEASE_NONE;
}

/* The series to choose from: those for the type wished for, else all. */
static struct scope_series
series_of(const struct reading *r, uint32_t indicator, uint32_t type)
{
	const struct release_indicator *record = &r->release->indicators[indicator];
	struct scope_series among = { .count = 0 };

	if (type != RELEASE_NONE)
		among = scope_series(r->release, indicator, type);
	if (among.count)
		return among;
	return (struct scope_series){
		.first = record->first_series,
		.count = record->series,
	};
}

/* Of what is on offer, what the indicator has. Who does not ask for a category is shown
 * series without one, if there are any. */
static struct offer
narrow(const struct reading *r, const struct offer *all, enum part part, uint32_t first,
    uint32_t indicator, const struct wish *wish)
{
	const bool grouped = part == PART_CATEGORY || r->question->category.len;
	struct scope_series among = series_of(r, indicator, wish->type);
	bool *marks = ARENA_NEW(r->arena, bool, first + all->count);
	bool any = false;

	for (unsigned round = 0; round < 2 && !any; round++)
		for (uint32_t i = 0; i < among.count; i++) {
			const struct release_series *s =
			    &r->release->series[among.first + i];

			if (round == 0 && !grouped && s->category)
				continue;
			marks[number_of(s, part)] = any = true;
		}
	return offer_marked(r->arena, all, marks, first);
}

static size_t
place_on(const struct offer *offer, struct str value)
{
	for (size_t i = 0; i < offer->count; i++)
		if (str_equal(offer->values[i], value))
			return i;
	return SIZE_MAX;
}

static bool
lose_part(const struct reading *r, const struct offer *all, enum part part,
    const char *parameter, struct str asked, uint32_t first, uint32_t indicator,
    const struct wish *wish)
{
	uint32_t series = RELEASE_NONE, number;
	size_t usual = SIZE_MAX;
	struct offer has;

	if (indicator != RELEASE_NONE)
		series = fit_series(r->release, wish, indicator, wish->type);
	if (series == RELEASE_NONE)
		return lose(r, *all, parameter, parameter, asked);
	has = narrow(r, all, part, first, indicator, wish);
	number = number_of(&r->release->series[series], part);
	if (number >= first)
		usual = place_on(&has, all->values[number - first]);
	return lose_usual(r, has, parameter, parameter, asked, usual);
}

/* Marks those whose text is the one asked for; false when there is none. */
static bool
mark_same(const struct str *texts, size_t count, struct str asked, bool *marks)
{
	bool any = false;

	for (size_t i = 0; i < count; i++)
		if (str_equal_folded(texts[i], asked))
			any = marks[i] = true;
	return any;
}

/* Marks those on offer that a text means, be it for addresses or for people; offers
 * begin with number `first`. NULL when there is none. */
static bool *
marks_of(
    struct arena *arena, const struct offer *offer, struct str asked, uint32_t first)
{
	bool *marks = ARENA_NEW(arena, bool, first + offer->count);

	return mark_same(offer->values, offer->count, asked, marks + first) ||
		       mark_same(offer->names, offer->count, asked, marks + first)
		   ? marks
		   : NULL;
}

static bool
read_part(const struct reading *r, const struct offer *all, enum part part,
    const char *parameter, struct str asked, uint32_t indicator, struct wish *wish,
    bool **marks)
{
	/* Category 0 is no category, and not on offer. */
	const uint32_t first = part == PART_CATEGORY ? 1 : 0;

	*marks = asked.len ? marks_of(r->arena, all, asked, first) : NULL;
	return !asked.len || *marks != NULL ||
	       lose_part(r, all, part, parameter, asked, first, indicator, wish);
}

bool
wish_read_variant(const struct reading *r, uint32_t indicator, struct wish *wish)
{
	const struct question *question = r->question;
	struct offer sexes = offer_sexes(r->arena), ages, categories;
	bool *marks;

	if (!read_part(
		r, &sexes, PART_SEX, "sex", question->sex, indicator, wish, &marks))
		return false;
	for (uint32_t i = 0; marks != NULL && i < SEX_COUNT; i++)
		if (marks[i])
			wish->sex = i;
	/* Addresses mostly have neither, and making the texts takes its time. */
	if (question->age.len) {
		ages = offer_ages(r->arena, r->release);
		if (!read_part(r, &ages, PART_AGE, "age", question->age, indicator,
			wish, &wish->ages))
			return false;
	}
	if (!question->category.len)
		return true;
	categories = offer_categories(r->arena, r->release);
	return read_part(r, &categories, PART_CATEGORY, "category", question->category,
	    indicator, wish, &wish->categories);
}

/* The numbers of the periods that a series, an indicator or the release has, the newest
 * first. */
static uint32_t *
periods_of(
    const struct reading *r, uint32_t indicator, uint32_t series, uint32_t *count)
{
	const struct release *release = r->release;
	uint32_t *numbers = ARENA_NEW(r->arena, uint32_t, release->period_count);
	bool *marks = ARENA_NEW(r->arena, bool, release->period_count);
	struct scope_series among = { .first = series, .count = 1 };

	if (series == RELEASE_NONE && indicator != RELEASE_NONE)
		among = series_of(r, indicator, RELEASE_NONE);
	else if (series == RELEASE_NONE)
		among.count = 0;
	for (uint32_t i = 0; i < among.count; i++) {
		const struct release_series *s = &release->series[among.first + i];

		for (uint32_t p = 0; p < s->periods; p++)
			marks[release->lists[s->first_period + p]] = true;
	}
	*count = 0;
	for (uint32_t p = release->period_count; p-- > 0;)
		if (marks[p] || !among.count)
			numbers[(*count)++] = p;
	return numbers;
}

static bool
lose_period(const struct reading *r, const struct offer *all, uint32_t indicator,
    uint32_t series)
{
	struct str asked = r->question->period;
	uint32_t count;
	const uint32_t *numbers = periods_of(r, indicator, series, &count);
	struct offer has = offer_new(r->arena, count);
	const struct loss loss = {
		.what = "period",
		.parameter = "period",
		.asked = asked,
		.nearest = offer_nearest_period(r->release, numbers, count, asked),
		.usual = count ? 0 : SIZE_MAX,
	};

	for (uint32_t i = 0; i < count; i++)
		offer_add(&has, all->names[numbers[i]], all->values[numbers[i]]);
	return offer_lose(&has, &loss, r->lost, r->err);
}

bool
wish_read_period(
    const struct reading *r, uint32_t indicator, uint32_t series, struct wish *wish)
{
	struct offer all;

	if (!wish->dated)
		return true;
	all = offer_periods(r->arena, r->release);
	wish->periods = marks_of(r->arena, &all, r->question->period, 0);
	return wish->periods != NULL || lose_period(r, &all, indicator, series);
}

static bool
read_places(const struct reading *r, const struct question *question, struct wish *wish)
{
	wish->all_areas = str_equal_folded(question->parent, STR("all"));
	wish->own_parents = str_equal_folded(question->benchmark, STR("parent"));
	if (!read_type(r, question->type, &wish->type) ||
	    !read_area(r, "area", "area", question->area, RELEASE_NONE, &wish->area))
		return false;
	if (!wish->all_areas && !read_area(r, "parent area", "parent", question->parent,
				    RELEASE_NONE, &wish->parent))
		return false;
	if (!wish->own_parents &&
	    !read_area(r, "area to compare with", "benchmark", question->benchmark,
		r->release->profile->root, &wish->benchmark))
		return false;
	if (wish->parent != RELEASE_NONE && wish->parent == r->release->profile->root) {
		wish->parent = RELEASE_NONE;
		wish->all_areas = true;
	}
	return true;
}

bool
wish_read(const struct reading *r, struct wish *wish)
{
	const struct question *question = r->question;

	*wish = (struct wish){
		.domain = RELEASE_NONE,
		.indicator = RELEASE_NONE,
		.type = RELEASE_NONE,
		.area = RELEASE_NONE,
		.parent = RELEASE_NONE,
		.benchmark = RELEASE_NONE,
		.sex = RELEASE_NONE,
		.dated = question->period.len > 0,
	};
	return read_domain(r, question->domain, &wish->domain) &&
	       read_indicator(r, question->indicator, &wish->indicator) &&
	       read_places(r, question, wish);
}
