#include "answer/offer.h"

struct offer
offer_new(struct arena *arena, size_t room)
{
	return (struct offer){
		.names = ARENA_NEW(arena, struct str, room),
		.values = ARENA_NEW(arena, struct str, room),
	};
}

void
offer_add(struct offer *offer, struct str name, struct str value)
{
	offer->names[offer->count] = name;
	offer->values[offer->count++] = value;
}

struct offer
offer_domains(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->domain_count);

	for (uint32_t i = 0; i < release->domain_count; i++)
		offer_add(&offer, release_text(release, release->domains[i].name),
		    release_text(release, release->domains[i].slug));
	return offer;
}

struct offer
offer_indicators(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->indicator_count);

	for (uint32_t i = 0; i < release->indicator_count; i++)
		offer_add(&offer, release_text(release, release->indicators[i].name),
		    release_text(release, release->indicators[i].key));
	return offer;
}

struct offer
offer_types(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->type_count);

	for (uint32_t i = 0; i < release->type_count; i++)
		offer_add(&offer, release_text(release, release->types[i].name),
		    release_text(release, release->types[i].slug));
	return offer;
}

struct offer
offer_areas(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->area_count);

	for (uint32_t i = 0; i < release->area_count; i++)
		offer_add(&offer, release_text(release, release->areas[i].name),
		    release_text(release, release->areas[i].code));
	return offer;
}

struct offer
offer_sexes(struct arena *arena)
{
	struct offer offer = offer_new(arena, SEX_COUNT);

	for (uint32_t i = 0; i < SEX_COUNT; i++)
		offer_add(
		    &offer, str_of(sex_word((enum sex)i)), str_of(view_sex_slug(i)));
	return offer;
}

struct offer
offer_ages(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->age_count);

	for (uint32_t i = 0; i < release->age_count; i++)
		offer_add(&offer, view_age_name(release, i),
		    view_age_slug(arena, release, i));
	return offer;
}

struct offer
offer_categories(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->category_count);

	for (uint32_t i = 1; i < release->category_count; i++)
		offer_add(&offer, release_text(release, release->categories[i].name),
		    view_category_slug(arena, release, i));
	return offer;
}

struct offer
offer_periods(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->period_count);

	for (uint32_t i = 0; i < release->period_count; i++)
		offer_add(&offer, release_text(release, release->periods[i].label),
		    view_period_slug(arena, release, i));
	return offer;
}

bool
offer_lose(const struct offer *offer, const char *what, const char *parameter,
    struct str asked, struct lost *lost, struct err *err)
{
	/* No name is that long, and looking for it would only cost time. */
	enum { LONGEST = 60 };
	size_t nearest = SIZE_MAX;

	*lost = (struct lost){
		.what = what,
		.parameter = parameter,
		.asked = asked,
		.nearest = STR(""),
		.nearest_value = STR(""),
		.type = RELEASE_NONE,
	};
	if (asked.len && asked.len <= LONGEST) {
		nearest = str_nearest(asked, offer->values, offer->count);
		if (nearest == SIZE_MAX)
			nearest = str_nearest(asked, offer->names, offer->count);
	}
	if (nearest != SIZE_MAX) {
		lost->nearest = offer->names[nearest];
		lost->nearest_value = offer->values[nearest];
	}
	return err_set(err, FAULT_MISSING, "there is no %s '%.*s'", what,
	    (int)(asked.len < LONGEST ? asked.len : LONGEST), asked.at);
}
