#include "answer/wish.h"

#include "answer/offer.h"
#include "model/area.h"

struct reading {
	struct arena *arena;
	const struct release *release;
	struct lost *lost;
	struct err *err;
};

static bool
lose(const struct reading *r, struct offer offer, const char *what,
    const char *parameter, struct str asked)
{
	return offer_lose(&offer, what, parameter, asked, r->lost, r->err);
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
	return *out != RELEASE_NONE || lose(r, offer_indicators(r->arena, r->release),
					   "indicator", "indicator", asked);
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
			struct str other =
			    release_text(release, release->areas[areas[i]].code);
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

static bool
read_area(const struct reading *r, const char *what, const char *parameter,
    struct str asked, uint32_t *out)
{
	if (!asked.len)
		return true;
	*out = release_area(r->release, asked);
	if (*out == RELEASE_NONE && area_is_code(asked))
		return lose_code(r, parameter, asked);
	return *out != RELEASE_NONE ||
	       lose(r, offer_areas(r->arena, r->release), what, parameter, asked);
}

/* Marks those on offer that an address text means; offers begin with number `first`. */
static bool
read_marks(const struct reading *r, struct offer offer, const char *parameter,
    struct str asked, uint32_t first, bool **marks)
{
	bool any = false;

	*marks = ARENA_NEW(r->arena, bool, first + offer.count);
	for (size_t i = 0; i < offer.count; i++)
		if (str_equal_folded(offer.values[i], asked))
			any = (*marks)[first + i] = true;
	return any || lose(r, offer, parameter, parameter, asked);
}

static bool
read_variant(
    const struct reading *r, const struct question *question, struct wish *wish)
{
	bool *sexes = NULL;

	if (question->sex.len &&
	    !read_marks(r, offer_sexes(r->arena), "sex", question->sex, 0, &sexes))
		return false;
	for (uint32_t i = 0; sexes && i < SEX_COUNT; i++)
		if (sexes[i])
			wish->sex = i;
	if (question->age.len && !read_marks(r, offer_ages(r->arena, r->release), "age",
				     question->age, 0, &wish->ages))
		return false;
	/* Category 0 is no category, and not on offer. */
	return !question->category.len ||
	       read_marks(r, offer_categories(r->arena, r->release), "category",
		   question->category, 1, &wish->categories);
}

static bool
read_places(const struct reading *r, const struct question *question, struct wish *wish)
{
	wish->all_areas = str_equal_folded(question->parent, STR("all"));
	wish->own_parents = str_equal_folded(question->benchmark, STR("parent"));
	if (!read_type(r, question->type, &wish->type) ||
	    !read_area(r, "area", "area", question->area, &wish->area))
		return false;
	if (!wish->all_areas &&
	    !read_area(r, "parent area", "parent", question->parent, &wish->parent))
		return false;
	if (!wish->own_parents && !read_area(r, "area to compare with", "benchmark",
				      question->benchmark, &wish->benchmark))
		return false;
	if (wish->parent != RELEASE_NONE && wish->parent == r->release->profile->root) {
		wish->parent = RELEASE_NONE;
		wish->all_areas = true;
	}
	return true;
}

bool
wish_read(struct arena *arena, const struct release *release,
    const struct question *question, struct wish *wish, struct lost *lost,
    struct err *err)
{
	const struct reading r = {
		.arena = arena,
		.release = release,
		.lost = lost,
		.err = err,
	};

	*wish = (struct wish){
		.domain = RELEASE_NONE,
		.indicator = RELEASE_NONE,
		.type = RELEASE_NONE,
		.area = RELEASE_NONE,
		.parent = RELEASE_NONE,
		.benchmark = RELEASE_NONE,
		.sex = RELEASE_NONE,
	};
	if (!read_domain(&r, question->domain, &wish->domain) ||
	    !read_indicator(&r, question->indicator, &wish->indicator) ||
	    !read_places(&r, question, wish) || !read_variant(&r, question, wish))
		return false;
	return !question->period.len ||
	       read_marks(&r, offer_periods(arena, release), "period", question->period,
		   0, &wish->periods);
}
