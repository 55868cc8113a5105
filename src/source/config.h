/* source/config.h - tartan.yaml and definitions.yaml: what people say about a profile.
 *
 * All texts are copied into the arena given. Everything is optional; what is absent is
 * empty. Faults (unknown key with the nearest known one, wrong kind of value, a date
 * that is none) go to the report with line and column. */
#ifndef SOURCE_CONFIG_H
#define SOURCE_CONFIG_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/indicator.h"
#include "model/period.h"
#include "source/disclosure.h"
#include "source/report.h"
#include "source/tables.h"

struct config_domain {
	struct str name, summary;
	struct place name_place;
	struct str *indicators; /* keys in order */
	struct place *places;   /* where each is named */
	uint32_t count;
};

/* What a label of data quality means, and who carries it. */
struct config_rank {
	struct str name, meaning;
	struct str *indicators; /* keys */
	struct place *places;
	uint32_t count;
};

struct config_update {
	struct str date, text;
};

/* Areas taken together under a name. */
struct config_group {
	struct str name, slug; /* the slug made from the name where none is given */
	struct place place;    /* of the name */
	struct str *areas, *without; /* codes or names */
	struct place *area_places, *without_places;
	uint32_t area_count, without_count;
};

/* Neighbours to be found by what areas have in common. */
struct config_similar {
	struct str name, slug, area_type; /* the type may be empty */
	struct place place, type_place;
	struct str *indicators,
	    *populations; /* keys: their values, their denominators */
	struct place *indicator_places, *population_places;
	uint32_t indicator_count, population_count;
	uint32_t most; /* neighbours of an area, at least 1 */
};

struct config_profile {
	struct str title, slug, summary, introduction, notice, publisher, contact,
	    licence;
	struct str published, benchmark; /* date; area name or code */
	struct place benchmark_place;
	bool made_up;           /* key "made up": true */
	struct str *area_types; /* names offered, in order */
	struct place *area_type_places;
	uint32_t area_type_count;
	struct config_domain *domains;
	uint32_t domain_count;
	struct config_rank *ranks; /* of quality, best first */
	uint32_t rank_count;
	struct config_update *updates;
	uint32_t update_count;
	struct config_group *groups;
	uint32_t group_count;
	struct config_similar *similar;
	uint32_t similar_count;
};

struct config_field {
	struct str label, text; /* "Data source" */
};

/* What a definitions file or a metadata download says of one indicator; `has` has the
 * bit 1 << enum fact for each fact given. */
struct config_indicator {
	struct str key;
	struct place place;
	struct str name, short_name, unit, topic, quality;
	uint32_t has;
	enum value_type value_type;
	double multiplier;
	enum polarity polarity;
	enum interval_method interval;
	enum comparison comparison;
	int decimals;
	bool modelled;
	unsigned frequency_months;
	enum period_style year_type;
	unsigned rounding; /* counts are multiples of it, 0 where they are not */
	struct config_field *fields;
	uint32_t field_count;
	struct config_disclosure disclosure;
};

struct config_definitions {
	struct config_indicator *indicators;
	uint32_t count;
	struct tables tables;
	struct config_disclosure
	    disclosure; /* of indicators that have none themselves */
};

/* bytes: the whole file; file: its path, for the report. */
void config_read_profile(struct arena *arena, struct str bytes, struct str file,
    struct config_profile *out, struct report *report);
void config_read_definitions(struct arena *arena, struct str bytes, struct str file,
    struct config_definitions *out, struct report *report);

#endif
