#include "source/config.h"

#include <stddef.h>

#include "source/setting.h"

static bool
read_slug(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct str text, *slug = at;

	if (!setting_text(settings, item, &text))
		return false;
	*slug = str_slug(settings->arena, text);
	if (str_equal(*slug, text))
		return true;
	report_fault(settings->report, item->value->place,
	    "'%.*s' is no name for an address, wanted one such as '%.*s'",
	    STR_ARG(str_slice(text, 0, 60)), STR_ARG(str_slice(*slug, 0, 60)));
	return false;
}

static bool
read_benchmark(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_profile *profile = at;

	profile->benchmark_place = item->value->place;
	return setting_text(settings, item, &profile->benchmark);
}

static bool
read_area_types(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_profile *profile = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	setting_texts(settings, item->value, &profile->area_types,
	    &profile->area_type_places, &profile->area_type_count);
	return true;
}

static bool
read_indicators(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_domain *domain = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	setting_texts(settings, item->value, &domain->indicators, &domain->places,
	    &domain->count);
	return true;
}

/* Tables of keys stand in the order in which the documentation explains them. */
static const struct setting domain_rows[] = {
	{ "name", setting_text, offsetof(struct config_domain, name), -1 },
	{ "summary", setting_text, offsetof(struct config_domain, summary), -1 },
	{ "indicators", read_indicators, 0, -1 },
};

static bool
read_rank_indicators(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_rank *rank = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	setting_texts(
	    settings, item->value, &rank->indicators, &rank->places, &rank->count);
	return true;
}

static const struct setting rank_rows[] = {
	{ "name", setting_text, offsetof(struct config_rank, name), -1 },
	{ "meaning", setting_text, offsetof(struct config_rank, meaning), -1 },
	{ "indicators", read_rank_indicators, 0, -1 },
};

static const struct setting update_rows[] = {
	{ "date", setting_date, offsetof(struct config_update, date), -1 },
	{ "text", setting_text, offsetof(struct config_update, text), -1 },
};

static void
want_key(const struct settings *settings, const struct yaml_item *item, const char *key)
{
	for (const struct yaml_item *i = item->value->first; i; i = i->next)
		if (str_equal(i->key, str_of(key)) && i->value->kind != YAML_NOTHING)
			return;
	report_fault(
	    settings->report, item->key_place, "the key '%s' is missing here", key);
}

static bool
read_domains(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_profile *profile = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	profile->domains =
	    ARENA_NEW(settings->arena, struct config_domain, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct config_domain *domain = &profile->domains[profile->domain_count];
		if (!setting_is(settings, item, YAML_MAP))
			continue;
		SETTING_READ(settings, item->value, domain_rows, domain);
		want_key(settings, item, "name");
		profile->domain_count++;
	}
	return true;
}

static bool
read_ranks(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_profile *profile = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	profile->ranks =
	    ARENA_NEW(settings->arena, struct config_rank, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct config_rank *rank = &profile->ranks[profile->rank_count];
		if (!setting_is(settings, item, YAML_MAP))
			continue;
		SETTING_READ(settings, item->value, rank_rows, rank);
		want_key(settings, item, "name");
		profile->rank_count++;
	}
	return true;
}

static bool
read_updates(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_profile *profile = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	profile->updates =
	    ARENA_NEW(settings->arena, struct config_update, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct config_update *update = &profile->updates[profile->update_count];
		if (!setting_is(settings, item, YAML_MAP))
			continue;
		SETTING_READ(settings, item->value, update_rows, update);
		want_key(settings, item, "date");
		want_key(settings, item, "text");
		profile->update_count++;
	}
	return true;
}

#define TEXT(key, member)                                                              \
	{                                                                              \
		(key), setting_text, offsetof(struct config_profile, member), -1       \
	}

static const struct setting profile_rows[] = {
	TEXT("title", title),
	{ "slug", read_slug, offsetof(struct config_profile, slug), -1 },
	TEXT("summary", summary),
	TEXT("introduction", introduction),
	TEXT("notice", notice),
	{ "made up", setting_bool, offsetof(struct config_profile, made_up), -1 },
	TEXT("publisher", publisher),
	TEXT("contact", contact),
	TEXT("licence", licence),
	{ "published", setting_day, offsetof(struct config_profile, published), -1 },
	{ "benchmark", read_benchmark, 0, -1 },
	{ "area types", read_area_types, 0, -1 },
	{ "domains", read_domains, 0, -1 },
	{ "quality ranks", read_ranks, 0, -1 },
	{ "updates", read_updates, 0, -1 },
};

void
config_read_profile(struct arena *arena, struct str bytes, struct str file,
    struct config_profile *out, struct report *report)
{
	struct settings settings = { .arena = arena, .report = report };
	AUTO_ARENA tree = { 0 };
	const struct yaml_node *root = yaml_read(&tree, bytes, file, report);

	*out = (struct config_profile){ .made_up = false };
	if (!root || root->kind == YAML_NOTHING)
		return;
	if (root->kind == YAML_MAP)
		SETTING_READ(&settings, root, profile_rows, out);
	else
		report_fault(report, root->place, "found %s, wanted keys such as '%s'",
		    yaml_kind_words(root->kind), profile_rows[0].key);
}
