#include "write/fact.h"

#include "base/buf.h"
#include "model/verdict.h"
#include "write/wording.h"

static struct str
year_type_text(const struct release_indicator *indicator)
{
	switch ((enum period_style)indicator->year_type) {
	case PERIOD_CALENDAR: return STR("Calendar years");
	case PERIOD_SPLIT:
		return STR("Years across two calendar years; which kind is not known");
	case PERIOD_FINANCIAL: return STR("Financial years, April to March");
	case PERIOD_ACADEMIC: return STR("Academic years, September to August");
	}
	return STR("");
}

static struct str
frequency_text(struct arena *arena, unsigned months)
{
	if (months == 0)
		return STR("");
	if (months == 1)
		return STR("Every month");
	if (months == 12)
		return STR("Every year");
	if (months % 12 == 0)
		return str_print(arena, "Every %u years", months / 12);
	return str_print(arena, "Every %u months", months);
}

static struct str
multiplier_text(struct arena *arena, double multiplier)
{
	struct str number;

	if (!(multiplier > 0))
		return STR("");
	number = wording_whole(arena, multiplier);
	return str_print(arena, "Values are per %.*s", STR_ARG(number));
}

static struct str
rounding_text(struct arena *arena, uint32_t rounding)
{
	struct str number;

	if (!rounding)
		return STR("");
	number = wording_whole(arena, rounding);
	return str_print(
	    arena, "Counts are rounded to the nearest %.*s", STR_ARG(number));
}

static struct str
value_text(struct arena *arena, const struct release *release,
    const struct release_indicator *indicator, enum fact fact)
{
	switch (fact) {
	case FACT_VALUE_TYPE:
		return str_of(value_type_word((enum value_type)indicator->value_type));
	case FACT_MULTIPLIER: return multiplier_text(arena, indicator->multiplier);
	case FACT_UNIT: return release_text(release, indicator->unit);
	case FACT_INTERVAL:
		return str_of(
		    interval_method_word((enum interval_method)indicator->interval));
	case FACT_POLARITY:
		return str_of(polarity_word((enum polarity)indicator->polarity));
	case FACT_COMPARISON:
		return str_of(comparison_word((enum comparison)indicator->comparison));
	case FACT_DECIMALS: return str_print(arena, "%d", indicator->decimals);
	case FACT_MODELLED:
		return indicator->modelled != 0
			   ? STR("Yes: figures are modelled estimates")
			   : STR("No");
	case FACT_FREQUENCY: return frequency_text(arena, indicator->frequency_months);
	case FACT_YEAR_TYPE: return year_type_text(indicator);
	case FACT_ROUNDING: return rounding_text(arena, indicator->rounding);
	case FACT_COUNT: break;
	}
	return STR("");
}

const struct release_fact *
fact_known(const struct release *release, const struct release_indicator *indicator,
    enum fact fact)
{
	size_t number = (size_t)(indicator - release->indicators);

	return &release->facts[number * FACT_COUNT + fact];
}

/* What has no origin stands for nothing, whatever the indicator has in its place. */
struct str
fact_text(struct arena *arena, const struct release *release,
    const struct release_indicator *indicator, enum fact fact)
{
	const struct release_fact *known = fact_known(release, indicator, fact);
	struct str value = value_text(arena, release, indicator, fact);

	if (known->origin != ORIGIN_NONE)
		return value;
	return value.len || release_text(release, known->text).len ? STR("Not known")
								   : STR("");
}

struct str
fact_votes(struct arena *arena, const struct release_fact *known, enum fact fact)
{
	const char *witness = fact_witness(fact);

	if (known->origin != ORIGIN_INFERRED ||
	    (known->supporting == 0 && known->contradicting == 0))
		return STR("");
	return str_print(arena, "%.*s %s%s, %.*s %s",
	    STR_ARG(wording_whole(arena, known->supporting)), witness,
	    known->supporting == 1 ? " agrees" : "s agree",
	    STR_ARG(wording_whole(arena, known->contradicting)),
	    known->contradicting == 1 ? "contradicts" : "contradict");
}

struct str
fact_origin(struct arena *arena, const struct release *release,
    const struct release_indicator *indicator, enum fact fact)
{
	const struct release_fact *known = fact_known(release, indicator, fact);
	struct str evidence = release_text(release, known->text);
	struct str votes = fact_votes(arena, known, fact);
	const char *colon = known->origin == ORIGIN_ASSUMED ? ": " : "; ";
	AUTO_BUF text = { 0 };

	if (known->origin != ORIGIN_NONE)
		buf_add(&text, str_of(origin_word((enum origin)known->origin)));
	if (votes.len)
		buf_print(&text, ": %.*s", STR_ARG(votes));
	if (evidence.len)
		buf_print(&text, "%s%.*s", text.len ? colon : "", STR_ARG(evidence));
	return str_copy(arena, buf_str(&text));
}
