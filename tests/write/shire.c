#include "shire.h"

#include "../unit.h"

/* The table in the arena, as long as the draft. */
#define KEEP(arena, table)                                                             \
	memcpy(arena_take((arena), 1, sizeof(table)), (table), sizeof(table))

static void
dress_texts(struct little *little)
{
	const struct draft_note notes[] = {
		{ .text = STR("") },
		{ .text = STR("Value is modelled or synthetic estimate"),
		    .modelled = true },
		{ .text = STR("The council did not <answer> & would not say why"),
		    .missing = MISSING_NOTED },
	};
	const struct draft_update updates[] = {
		{ STR("2025-06-03"),
		    STR("Smoking: **2018** added, see [the list](definitions).") },
		{ STR("2025-05"), STR("Counts corrected.") },
		{ STR("2025-04"), STR("Four.") },
		{ STR("2025-03"), STR("Three.") },
		{ STR("2025-02"), STR("Two.") },
		{ STR("2025-01"), STR("One.") },
	};
	struct draft *draft = &little->draft;

	draft->notes = KEEP(&little->arena, notes);
	draft->note_count = ROWS(notes);
	draft->updates = KEEP(&little->arena, updates);
	draft->update_count = ROWS(updates);
}

static void
dress_profile(struct draft_profile *profile)
{
	profile->title = STR("Little <England> & \"friends\"");
	profile->summary = STR("All that is known of six counties.");
	profile->introduction = STR(
	    "# Welcome\n\nThis is *little*, <b>not</b> [bad](javascript:alert(1)).\n\n"
	    "- one\n- two\n");
	profile->notice = STR("Read with care.");
	profile->publisher = STR("Little County Council");
	profile->contact = STR("figures@example.org");
	profile->licence = STR("Open Government Licence v3.0");
	profile->published = STR("2025-06-03");
	profile->made_up = true;
	profile->figures = 800;
}

static void
dress_indicators(struct little *little)
{
	const struct draft_field fields[] = {
		{ STR("Definition"),
		    STR("Percentage of 16-year-olds who smoke.\nSee "
			"https://example.org/a?b=c&d=e."),
		    ORIGIN_METADATA },
		{ STR("Caveats"), STR("<script>alert(1)</script>"), ORIGIN_METADATA },
	};
	struct draft *draft = &little->draft;
	struct draft_indicator *smoking = &draft->indicators[SMOKING];

	smoking->unit = STR("%");
	smoking->decimals = 1;
	smoking->fields = KEEP(&little->arena, fields);
	smoking->field_count = ROWS(fields);
	smoking->facts[FACT_VALUE_TYPE] = (struct draft_fact){
		.origin = ORIGIN_INFERRED, .supporting = 150, .contradicting = 1
	};
	smoking->interval = INTERVAL_UNKNOWN;
	smoking->facts[FACT_INTERVAL] = (struct draft_fact){
		.text = STR("limits are published, none could be tested"),
	};
	smoking->rounding = 5;
	smoking->facts[FACT_ROUNDING] =
	    (struct draft_fact){ .origin = ORIGIN_DEFINITIONS };
	smoking->facts[FACT_UNIT] = (struct draft_fact){ .origin = ORIGIN_METADATA };
	smoking->frequency_months = 12;
	smoking->facts[FACT_FREQUENCY] = (struct draft_fact){
		.origin = ORIGIN_INFERRED,
		.supporting = 1,
		.text = STR("steps from one period to the next are as long"),
	};
	smoking->facts[FACT_MODELLED] = (struct draft_fact){
		.origin = ORIGIN_ASSUMED,
		.text = STR("no value note says modelled or estimated"),
	};
	smoking->facts[FACT_COMPARISON] = (struct draft_fact){
		.origin = ORIGIN_ASSUMED,
		.text = STR("the field's rule; no comparison is published"),
	};
	smoking->facts[FACT_POLARITY] =
	    (struct draft_fact){ .origin = ORIGIN_DEFINITIONS };
	draft->indicators[ADMISSIONS].unit = STR("per 100,000");
	draft->indicators[WELLBEING].modelled = true;
	draft->indicators[CARE].short_name = STR("In care");
	draft->domains[NEED].summary = STR("Who needs help.");
}

/* The little England has no notes: they are filled in behind it. */
static void
fill(void *context, uint32_t series, struct draft_block *block)
{
	struct shire *shire = context;
	const uint32_t periods = shire->little.draft.series[series].period_count;

	shire->fill(&shire->little, series, block);
	if (series == CARE_COUNTY)
		block->notes[(size_t)(ASHBY_TOO - MILLFIELD) * periods + periods - 1] =
		    2;
	if (series == WELLBEING_COUNTY)
		block->notes[(size_t)(AREA_2 - MILLFIELD) * periods] = 1;
}

static void
dress_figures(struct shire *shire)
{
	struct little *little = &shire->little;

	little_put(
	    little, CARE_COUNTY, ASHBY_TOO, Y2018, little_missing(MISSING_NOTED));
	shire->fill = little->draft.fill;
	little->draft.fill = fill;
	little->draft.context = shire;
}

void
shire_open(struct shire *shire, uint32_t profiles)
{
	struct little *little = &shire->little;

	little_start(little);
	dress_texts(little);
	dress_profile(&little->draft.profile);
	dress_indicators(little);
	dress_figures(shire);
	little_open(little);
	shire->profiles[0] = (struct site_profile){ STR("little"), &little->release };
	shire->profiles[1] = (struct site_profile){ STR("twin"), &little->release };
	shire->site = (struct site){ shire->profiles, profiles };
}

void
shire_done(struct shire *shire)
{
	little_done(&shire->little);
}
