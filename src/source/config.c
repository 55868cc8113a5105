#include "source/config.h"

#include <stddef.h>

#include "source/config_groups.h"

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

	return setting_texts(settings, item, &profile->area_types,
	    &profile->area_type_places, &profile->area_type_count);
}

static bool
read_indicators(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_domain *domain = at;

	return setting_texts(
	    settings, item, &domain->indicators, &domain->places, &domain->count);
}

static bool
read_domain_name(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_domain *domain = at;

	if (!setting_text(settings, item, &domain->name))
		return false;
	domain->name_place = item->value->place;
	if (!domain->name.len)
		report_fault(settings->report, domain->name_place,
		    "the name of a domain is empty, wanted one such as 'Need'");
	return domain->name.len > 0;
}

/* Tables of keys stand in the order in which the documentation explains them. */
static const struct setting domain_rows[] = {
	{ "name", read_domain_name, 0, -1 },
	{ "summary", setting_text, offsetof(struct config_domain, summary), -1 },
	{ "indicators", read_indicators, 0, -1 },
};

static bool
read_rank_indicators(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_rank *rank = at;

	return setting_texts(
	    settings, item, &rank->indicators, &rank->places, &rank->count);
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

/* Two domains of one name could not be told apart in a menu. */
static void
check_domain_name(const struct settings *settings, const struct config_profile *profile,
    const struct config_domain *domain)
{
	for (const struct config_domain *d = profile->domains; d < domain; d++)
		if (d->name.len && str_equal_folded(d->name, domain->name)) {
			report_fault(settings->report, domain->name_place,
			    "domain '%.*s' is there twice, first on line %llu, wanted "
			    "another name",
			    STR_ARG(domain->name),
			    (unsigned long long)d->name_place.line);
			return;
		}
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
		setting_want(settings, item, "name");
		check_domain_name(settings, profile, domain);
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
		setting_want(settings, item, "name");
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
		setting_want(settings, item, "date");
		setting_want(settings, item, "text");
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
	{ "groups", config_read_groups, 0, -1 },
	{ "similar", config_read_similar, 0, -1 },
};

void
config_read_profile(struct arena *arena, struct str bytes, struct str file,
    struct config_profile *out, struct report *report)
{
	const struct settings settings = { .arena = arena, .report = report };

	*out = (struct config_profile){ .made_up = false };
	SETTING_READ_FILE(&settings, bytes, file, profile_rows, out);
}
