#include "answer/gap.h"

#include <math.h>

/* What the figures are made into before a line runs through them. */
struct reckoning {
	struct inequality_measure measure;
	double unit; /* values are divided by it */
};

/* Every tenth or fifth once, from the most deprived. */
static bool
is_whole(const struct partition_parts *parts)
{
	for (uint32_t i = 0; i < parts->count; i++)
		if (parts->at[i].deprivation.place != i + 1 ||
		    parts->at[i].deprivation.of != parts->count)
			return false;
	return parts->count > 0;
}

static bool
reckoning_of(const struct release_indicator *indicator, struct reckoning *out)
{
	double sign = indicator->polarity == POLARITY_HIGH ? 1 : -1;

	*out = (struct reckoning){ .measure.multiplier = sign, .unit = 1 };
	switch ((enum value_type)indicator->value_type) {
	case VALUE_PROPORTION:
		out->unit = indicator->multiplier > 0 ? indicator->multiplier : 100;
		out->measure = (struct inequality_measure){ INEQUALITY_LOGIT, true,
			sign * out->unit };
		return true;
	case VALUE_CRUDE_RATE:
	case VALUE_DSR:
	case VALUE_ISR:
	case VALUE_ISRATIO:
	case VALUE_RATIO:
		out->measure.scale = INEQUALITY_LOG;
		out->measure.transformed = true;
		return true;
	case VALUE_MEAN:
	case VALUE_SCORE:
	case VALUE_LIFE_EXPECTANCY: return true;
	case VALUE_UNKNOWN:
	case VALUE_COUNT:
	case VALUE_SLOPE_INDEX:
	case VALUE_TYPE_COUNT: break;
	}
	return false;
}

/* Errors on a scale; the measure's own, or that of the values. */
static bool
find_strata(const struct reckoning *reckoning, enum inequality_scale scale,
    const struct finding *findings, uint32_t count, struct stratum *strata,
    struct err *err)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct figure *f = &findings[i].figure;
		strata[i].population = f->denominator;
		strata[i].value = f->value / reckoning->unit;
		if (isnan(f->value))
			return err_set(
			    err, FAULT_INPUT, "not every group has a figure");
		if (!(f->denominator > 0))
			return err_set(err, FAULT_INPUT,
			    "the figures do not say how many people are in each group");
		if (isnan(f->lower95) || isnan(f->upper95))
			return err_set(
			    err, FAULT_INPUT, "not every group has confidence limits");
		if (!inequality_se(scale, f->lower95 / reckoning->unit,
			f->upper95 / reckoning->unit, &strata[i].se, err))
			return err_set(err, FAULT_INPUT,
			    "a figure of a group, or a limit of one, is 0 or otherwise "
			    "at "
			    "the end of what it can be");
	}
	return true;
}

static bool
find_index(const struct reckoning *reckoning, const struct finding *findings,
    uint32_t count, struct stratum *strata, struct gap *gap, struct err *err)
{
	return find_strata(
		   reckoning, reckoning->measure.scale, findings, count, strata, err) &&
	       inequality_fit(&reckoning->measure, strata, count, &gap->index, err) &&
	       inequality_exact_limits(
		   &reckoning->measure, strata, count, 0.95, &gap->limits, err);
}

static bool
find_par(const struct release_indicator *indicator, const struct finding *findings,
    uint32_t count, struct stratum *strata, struct gap *gap, struct err *err)
{
	const struct reckoning as_they_are = { .unit = 1 };

	if (indicator->polarity == POLARITY_HIGH)
		return err_set(err, FAULT_INPUT,
		    "it is about what could be avoided, and more of this figure is "
		    "better");
	if (indicator->value_type == VALUE_MEAN ||
	    indicator->value_type == VALUE_SCORE ||
	    indicator->value_type == VALUE_LIFE_EXPECTANCY)
		return err_set(err, FAULT_INPUT,
		    "it is about events, which a mean does not count");
	return find_strata(
		   &as_they_are, INEQUALITY_LINEAR, findings, count, strata, err) &&
	       attributable_risk(strata, count, 0.95, &gap->par, err);
}

struct gap
gap_of(struct arena *arena, const struct release *release,
    const struct partition_parts *parts, const struct finding *findings)
{
	struct stratum *strata = ARENA_NEW(arena, struct stratum, parts->count);
	const struct release_indicator *indicator;
	struct reckoning reckoning;
	struct gap gap = { .by_deprivation =
			       parts->count > 0 && parts->at[0].deprivation.place > 0 };
	struct err err = { 0 };

	if (!gap.by_deprivation)
		return gap;
	indicator = &release->indicators[parts->at[0].variant.indicator];
	if (!is_whole(parts))
		gap.why_none = STR("not every group is there");
	else if (!reckoning_of(indicator, &reckoning))
		gap.why_none = STR("there is no such index of this kind of figure");
	else if (!find_index(&reckoning, findings, parts->count, strata, &gap, &err))
		gap.why_none = str_copy(arena, str_of(err.text));
	gap.why_no_par = gap.why_none;
	if (!gap.why_none.len &&
	    !find_par(indicator, findings, parts->count, strata, &gap, &err))
		gap.why_no_par = str_copy(arena, str_of(err.text));
	return gap;
}
