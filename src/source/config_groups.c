#include "source/config_groups.h"

#include <stddef.h>

#include "base/number.h"

enum { USUAL_NEIGHBOURS = 10, MOST_NEIGHBOURS = 100, MOST_GROUPS = 500 };

static bool
read_areas(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_group *group = at;

	return setting_texts(
	    settings, item, &group->areas, &group->area_places, &group->area_count);
}

static bool
read_without(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_group *group = at;

	return setting_texts(settings, item, &group->without, &group->without_places,
	    &group->without_count);
}

static bool
read_indicators(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_similar *similar = at;

	return setting_texts(settings, item, &similar->indicators,
	    &similar->indicator_places, &similar->indicator_count);
}

static bool
read_populations(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_similar *similar = at;

	return setting_texts(settings, item, &similar->populations,
	    &similar->population_places, &similar->population_count);
}

static bool
read_slug(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct str text, *slug = at;

	if (!setting_text(settings, item, &text))
		return false;
	if (str_equal(str_slug(settings->arena, text), text)) {
		*slug = text;
		return true;
	}
	return setting_refuse(
	    settings, item, "a name for addresses: small letters, digits and hyphens");
}

static bool
read_group_name(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_group *group = at;

	group->place = item->value->place;
	return setting_text(settings, item, &group->name);
}

static bool
read_similar_name(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_similar *similar = at;

	similar->place = item->value->place;
	return setting_text(settings, item, &similar->name);
}

static bool
read_area_type(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_similar *similar = at;

	similar->type_place = item->value->place;
	return setting_text(settings, item, &similar->area_type);
}

static bool
read_most(const struct settings *settings, const struct yaml_item *item, void *at)
{
	uint32_t *most = at;
	uint64_t value = 0;

	if (item->value->kind != YAML_TEXT ||
	    !number_parse_whole(str_trim(item->value->text), &value) || value < 1 ||
	    value > MOST_NEIGHBOURS)
		return setting_refuse(settings, item, "a whole number from 1 to 100");
	*most = (uint32_t)value;
	return true;
}

static const struct setting group_rows[] = {
	{ "name", read_group_name, 0, -1 },
	{ "slug", read_slug, offsetof(struct config_group, slug), -1 },
	{ "areas", read_areas, 0, -1 },
	{ "without", read_without, 0, -1 },
};

static const struct setting similar_rows[] = {
	{ "name", read_similar_name, 0, -1 },
	{ "slug", read_slug, offsetof(struct config_similar, slug), -1 },
	{ "indicators", read_indicators, 0, -1 },
	{ "populations", read_populations, 0, -1 },
	{ "neighbours", read_most, offsetof(struct config_similar, most), -1 },
	{ "area type", read_area_type, 0, -1 },
};

bool
config_read_groups(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_profile *profile = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	if (item->value->count > MOST_GROUPS) {
		report_fault(settings->report, item->key_place,
		    "%zu groups, wanted at most %d", item->value->count, MOST_GROUPS);
		return false;
	}
	profile->groups =
	    ARENA_NEW(settings->arena, struct config_group, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct config_group *group = &profile->groups[profile->group_count];
		if (!setting_is(settings, item, YAML_MAP))
			continue;
		group->place = item->key_place;
		SETTING_READ(settings, item->value, group_rows, group);
		setting_want(settings, item, "name");
		setting_want(settings, item, "areas");
		if (!group->slug.len)
			group->slug = str_slug(settings->arena, group->name);
		profile->group_count++;
	}
	return true;
}

bool
config_read_similar(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_profile *profile = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	profile->similar =
	    ARENA_NEW(settings->arena, struct config_similar, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct config_similar *similar =
		    &profile->similar[profile->similar_count];
		if (!setting_is(settings, item, YAML_MAP))
			continue;
		*similar = (struct config_similar){ .place = item->key_place,
			.type_place = item->key_place,
			.most = USUAL_NEIGHBOURS };
		SETTING_READ(settings, item->value, similar_rows, similar);
		setting_want(settings, item, "name");
		if (!similar->population_count)
			setting_want(settings, item, "indicators");
		if (!similar->slug.len)
			similar->slug = str_slug(settings->arena, similar->name);
		profile->similar_count++;
	}
	return true;
}
