#include "simulate/settings.h"

#include <inttypes.h>
#include <string.h>

#include "simulate/rows.h"

/* A text in double quotes; YAML reads what is between them as JSON does. */
static void
add_quoted(struct buf *buf, const char *text)
{
	buf_add_char(buf, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buf_add_char(buf, '\\');
		buf_add_char(buf, *text);
	}
	buf_add_char(buf, '"');
}

static void
add_entry(struct buf *buf, const char *key, const char *text)
{
	if (!text)
		return;
	buf_print(buf, "    %s: ", key);
	add_quoted(buf, text);
	buf_add_char(buf, '\n');
}

static void
add_domains(struct buf *buf, const struct domain *domains, size_t count)
{
	buf_add(buf, STR("domains:\n"));
	for (size_t i = 0; i < count; i++) {
		buf_add(buf, STR("  - name: "));
		add_quoted(buf, domains[i].name);
		buf_add(buf, STR("\n"));
		add_entry(buf, "summary", domains[i].summary);
		buf_add(buf, STR("    indicators: ["));
		for (size_t p = 0; p < domains[i].count; p++)
			buf_print(buf, "%s%u", p ? ", " : "",
			    (unsigned)domains[i].plans[p].id);
		buf_add(buf, STR("]\n"));
	}
}

void
settings_profile(
    struct buf *buf, const struct domain *domains, size_t domain_count, uint64_t seed)
{
	buf_print(buf,
	    "title: \"Children and young people's mental health: a made-up England\"\n"
	    "slug: made-up-england\n"
	    "summary: \"How a profile looks when it is full: every upper-tier "
	    "authority, "
	    "15 periods, with figures that are made up.\"\n"
	    "notice: \"The figures are made up. A computer drew them from the seed "
	    "number "
	    "%" PRIu64 "; they say nothing about any real place.\"\n"
	    "made up: true\n"
	    "publisher: \"tartan simulate\"\n"
	    "licence: \"Open Government Licence v3.0 for the names and codes of areas; "
	    "the "
	    "figures are nobody's\"\n"
	    "published: 2025-03-04\n"
	    "benchmark: England\n"
	    "area types: [\"" ROWS_AUTHORITY_TYPE "\", \"" ROWS_REGION_TYPE "\"]\n",
	    seed);
	buf_add(buf, STR("introduction: |\n"
			 "  This profile shows what can be done with public figures "
			 "about the mental\n"
			 "  health and wellbeing of children and young people: how "
			 "much need there is\n"
			 "  likely to be, what protects, what harms, who is most at "
			 "risk, and what is\n"
			 "  spent.\n"
			 "\n"
			 "  **Every figure here is made up.** Names of areas and "
			 "indicators are real,\n"
			 "  so that the pages look as they do in use; the numbers "
			 "behind them are\n"
			 "  drawn at random, with poorer places faring worse, some "
			 "places changing\n"
			 "  over time, and small counts suppressed.\n"));
	add_domains(buf, domains, domain_count);
	buf_add(buf, STR("updates:\n"
			 "  - date: 2025-03-04\n"
			 "    text: \"All indicators reach 2023 or 2023/24.\"\n"
			 "  - date: 2024-11\n"
			 "    text: \"Counts of 1 to 4 are **suppressed**, together "
			 "with what would "
			 "give them away.\"\n"));
}

static const char *
unit_of(const struct plan *plan)
{
	switch (plan->kind) {
	case PLAN_PROPORTION:
	case PLAN_ESTIMATE: return "%";
	case PLAN_MEAN: return "score";
	case PLAN_COUNT:
	case PLAN_ESTIMATE_NUMBER: return "people";
	case PLAN_RATE:
	case PLAN_STANDARDISED:
	case PLAN_SPEND: break;
	}
	if (plan->kind == PLAN_SPEND)
		return plan->multiplier > 10000 ? "£000s per 100,000"
						: "£000s per 10,000";
	return plan->multiplier >= 100000  ? "per 100,000"
	       : plan->multiplier >= 10000 ? "per 10,000"
	       : plan->multiplier >= 1000  ? "per 1,000"
					   : "per 100";
}

static const struct {
	const char *value_type, *limits, *quality, *methodology;
} kinds[] = {
	[PLAN_PROPORTION] = { "proportion", "wilson", "Robust",
	    "Numerator over denominator; limits by Wilson's score method." },
	[PLAN_RATE] = { "crude rate", "byar", "Robust",
	    "Events over population; limits by Byar's method, exact below ten "
	    "events." },
	[PLAN_STANDARDISED] = { "directly standardised rate", "dobson", "Robust",
	    "Directly standardised for age; limits by Dobson's method. Not computed "
	    "below "
	    "ten events." },
	[PLAN_COUNT] = { "count", "none", "Some concerns", "A count." },
	[PLAN_MEAN] = { "mean", "other", "Some concerns",
	    "Mean score; limits from its standard error. Not computed for fewer than "
	    "ten." },
	[PLAN_SPEND] = { "ratio", "none", "Some concerns",
	    "Spend over population; an amount spent has no sampling error." },
	[PLAN_ESTIMATE] = { "proportion", "none", "Significant concerns",
	    "Rates found by a national survey, applied to the local population." },
	[PLAN_ESTIMATE_NUMBER] = { "count", "none", "Significant concerns",
	    "Rates found by a national survey, applied to the local population." },
};

static void
add_definition(struct buf *buf, const struct plan *plan, const char *source)
{
	static const char *const polarities[] = { [PLAN_NO_JUDGEMENT] = "no judgement",
		[PLAN_LOW_GOOD] = "low is good",
		[PLAN_HIGH_GOOD] = "high is good",
		[PLAN_NO_POLARITY] = "none" };
	static const char *const years[] = { [PLAN_CALENDAR] = "calendar",
		[PLAN_FINANCIAL] = "financial",
		[PLAN_ACADEMIC] = "academic",
		[PLAN_QUARTERS] = "calendar" };
	bool whole = plan->kind == PLAN_COUNT || plan->kind == PLAN_ESTIMATE_NUMBER;

	buf_print(buf, "  %u:\n", (unsigned)plan->id);
	add_entry(buf, "name", plan->name);
	add_entry(buf, "short name", plan->short_name);
	add_entry(buf, "topic", plan->topic);
	add_entry(buf, "unit", unit_of(plan));
	buf_print(buf, "    multiplier: %.0f\n", plan->multiplier);
	buf_print(buf, "    value type: %s\n", kinds[plan->kind].value_type);
	buf_print(buf, "    polarity: %s\n", polarities[plan->polarity]);
	buf_print(buf, "    confidence limits: %s\n", kinds[plan->kind].limits);
	buf_print(buf, "    decimals: %d\n", whole ? 0 : 1);
	buf_print(buf, "    modelled: %s\n", plan_is_estimate(plan) ? "true" : "false");
	add_entry(
	    buf, "frequency", plan->years == PLAN_QUARTERS ? "Quarterly" : "Annual");
	buf_print(buf, "    year type: %s\n", years[plan->years]);
	add_entry(buf, "quality", kinds[plan->kind].quality);
	add_entry(buf, "definition", plan->definition);
	add_entry(buf, "rationale", plan->rationale);
	add_entry(buf, "data source", source);
	add_entry(buf, "methodology", kinds[plan->kind].methodology);
	add_entry(buf, "definition of numerator", plan->numerator);
	add_entry(buf, "definition of denominator", plan->denominator);
	if (plan->disclosive)
		add_entry(buf, "disclosure control",
		    "Counts of 1 to 4 are suppressed, and with them the other sex and, "
		    "where "
		    "only one area of a region would be, the next smallest.");
	add_entry(buf, "caveats", "The figures are made up.");
}

void
settings_definitions(
    struct buf *buf, const struct domain *domains, size_t domain_count, uint64_t seed)
{
	char source[80];
	AUTO_BUF text = { 0 };

	buf_print(&text, "Made up by tartan simulate, seed %" PRIu64 ".", seed);
	memcpy(source, text.at, text.len);
	source[text.len] = '\0';
	buf_add(buf, STR("indicators:\n"));
	for (size_t i = 0; i < domain_count; i++)
		for (size_t p = 0; p < domains[i].count; p++)
			add_definition(buf, &domains[i].plans[p], source);
}
