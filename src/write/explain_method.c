/* write/explain_method.c - how a value and its limits follow from the counts. */
#include <math.h>

#include "write/telling.h"

static const char value_section[] = "How the value is made";
static const char limits_section[] = "Confidence limits";

/* What a number worked out again says of the published one. */
static const char *
agreement(const struct why_number *number)
{
	return number->agrees ? "as published" : "which is not what was published";
}

/* Why a value cannot be worked out again. */
static const char *
why_no_value(const struct telling *t)
{
	const struct figure *figure = &t->why->finding.figure;

	switch (t->type) {
	case VALUE_DSR:
		if (telling_of_counts(t) || telling_of_group(t))
			return "The rate of each age band above times its people in "
			       "the standard population, added up, \u00f7 all people "
			       "of "
			       "the standard population.";
		return "A rate standardised by age is made of the rates of age bands, "
		       "which the source does not give. It stands as published.";
	case VALUE_ISR:
	case VALUE_ISRATIO:
		return "A figure standardised indirectly is made of the events "
		       "expected "
		       "at a reference population's rates, which the source does not "
		       "give. It stands as published.";
	case VALUE_MEAN:
		return "A mean is made of single values, which the source does not "
		       "give. It stands as published.";
	case VALUE_PROPORTION:
	case VALUE_CRUDE_RATE:
		if (isnan(figure->count) || isnan(figure->denominator))
			return "The source gives no count and denominator to work it "
			       "out "
			       "from. It stands as published.";
		break;
	case VALUE_UNKNOWN:
	case VALUE_RATIO:
	case VALUE_LIFE_EXPECTANCY:
	case VALUE_SLOPE_INDEX:
	case VALUE_COUNT:
	case VALUE_SCORE:
	case VALUE_TYPE_COUNT: break;
	}
	return "It stands as published.";
}

/* A value that was made here, of a group's sums or of the source's counts: there is
 * nothing published to agree with. */
static void
explain_made(struct telling *t, const char *of_counts, const char *formula)
{
	const struct figure *figure = &t->why->finding.figure;

	if (t->type == VALUE_COUNT) {
		telling_add(
		    t, value_section, "calculation", "Calculation", str_of(of_counts));
		return;
	}
	telling_add(t, value_section, "formula", "Formula",
	    str_print(t->arena, "%s \u00d7 %.*s", formula,
		STR_ARG(telling_given(t, t->indicator->multiplier))));
	telling_add(t, value_section, "calculation", "Calculation",
	    str_print(t->arena, "%.*s \u00f7 %.*s \u00d7 %.*s = %.*s",
		STR_ARG(telling_given(t, figure->count)),
		STR_ARG(telling_given(t, figure->denominator)),
		STR_ARG(telling_given(t, t->indicator->multiplier)),
		STR_ARG(telling_computed(t, figure->value))));
}

void
explain_value(struct telling *t)
{
	const struct figure *figure = &t->why->finding.figure;
	const struct why_number *value = &t->why->value;
	enum value_type type = t->type;

	if (isnan(figure->value))
		return;
	if (isnan(value->ours)) {
		telling_add(t, value_section, "calculation", "Calculation",
		    str_of(why_no_value(t)));
		return;
	}
	if (telling_of_group(t)) {
		explain_made(t, "The value is the sum of the counts.",
		    "sum of counts \u00f7 sum of denominators");
		return;
	}
	if (telling_of_counts(t)) {
		explain_made(t, "The value is the count.", "count \u00f7 denominator");
		return;
	}
	if (type == VALUE_COUNT) {
		telling_add(t, value_section, "calculation", "Calculation",
		    str_print(t->arena, "The value is the count: %.*s, %s.",
			STR_ARG(telling_given(t, figure->count)), agreement(value)));
		return;
	}
	telling_add(t, value_section, "formula", "Formula",
	    str_print(t->arena, "count \u00f7 denominator \u00d7 %.*s",
		STR_ARG(telling_given(t, t->indicator->multiplier))));
	telling_add(t, value_section, "calculation", "Calculation",
	    str_print(t->arena,
		"%.*s \u00f7 %.*s \u00d7 %.*s = %.*s; published is %.*s%s",
		STR_ARG(telling_given(t, figure->count)),
		STR_ARG(telling_given(t, figure->denominator)),
		STR_ARG(telling_given(t, t->indicator->multiplier)),
		STR_ARG(telling_computed(t, value->ours)),
		STR_ARG(telling_given(t, figure->value)),
		value->agrees ? ", the same to its last digit."
			      : ". Counts that are rounded or modelled give another "
				"value than the one they were published with."));
}

/* What limits worked out again say of the published ones, which follow "published are".
 */
static struct str
agreement_of_pair(
    struct telling *t, const struct why_number *lower, const struct why_number *upper)
{
	if (lower->agrees && upper->agrees)
		return STR(", the same to their last digits.");
	if ((lower->agrees || lower->by_rounding) &&
	    (upper->agrees || upper->by_rounding))
		return str_print(t->arena,
		    ". The count is published rounded to the nearest %.*s, which "
		    "explains the difference. The published ones are shown and "
		    "compared with.",
		    STR_ARG(telling_given(t, t->indicator->rounding)));
	return STR(". The published ones are shown and compared with.");
}

static void
tell_pair(struct telling *t, const char *key, const char *label,
    const struct why_number *lower, const struct why_number *upper)
{
	if (isnan(lower->published) || isnan(upper->published) || isnan(upper->ours))
		return;
	if (telling_of_group(t) || telling_of_counts(t)) {
		telling_add(t, limits_section, key, label,
		    str_print(t->arena, "%.*s to %.*s",
			STR_ARG(telling_computed(t, lower->ours)),
			STR_ARG(telling_computed(t, upper->ours))));
		return;
	}
	telling_add(t, limits_section, key, label,
	    str_print(t->arena, "%.*s to %.*s; published are %.*s to %.*s%.*s",
		STR_ARG(telling_computed(t, lower->ours)),
		STR_ARG(telling_computed(t, upper->ours)),
		STR_ARG(telling_given(t, lower->published)),
		STR_ARG(telling_given(t, upper->published)),
		STR_ARG(agreement_of_pair(t, lower, upper))));
}

static struct str
method_text(struct telling *t)
{
	const struct figure *figure = &t->why->finding.figure;
	struct str x = telling_given(t, figure->count),
		   n = telling_given(t, figure->denominator);
	struct str m = telling_given(t, t->indicator->multiplier);

	if (t->why->method == INTERVAL_WILSON)
		return str_print(t->arena,
		    "Wilson's score method: (2x + z\u00b2 \u2213 z \u221a(z\u00b2 + "
		    "4x(1 "
		    "\u2212 x/n))) \u00f7 (2(n + z\u00b2)) \u00d7 %.*s, with x = %.*s, "
		    "n = %.*s and z = 1.959964 for 95%% or 3.090232 for 99.8%%.",
		    STR_ARG(m), STR_ARG(x), STR_ARG(n));
	if (figure->count < INTERVAL_EXACT_BELOW)
		return str_print(t->arena,
		    "Exact Poisson limits, as there are fewer than ten events: the "
		    "chi-squared quantiles \u03c7\u00b2(\u03b1/2; 2x) \u00f7 2 and "
		    "\u03c7\u00b2(1 \u2212 \u03b1/2; 2x + 2) \u00f7 2, \u00f7 n \u00d7 "
		    "%.*s, with x = %.*s and n = %.*s.",
		    STR_ARG(m), STR_ARG(x), STR_ARG(n));
	return str_print(t->arena,
	    "Byar's method: x(1 \u2212 1/(9x) \u2212 z/(3\u221ax))\u00b3 and y(1 "
	    "\u2212 "
	    "1/(9y) + z/(3\u221ay))\u00b3 with y = x + 1, \u00f7 n \u00d7 %.*s, with "
	    "x = %.*s, n = %.*s and z = 1.959964 for 95%% or 3.090232 for 99.8%%.",
	    STR_ARG(m), STR_ARG(x), STR_ARG(n));
}

void
explain_limits(struct telling *t)
{
	const struct why *why = t->why;

	if (isnan(why->finding.figure.value))
		return;
	if (isnan(why->finding.figure.lower95) || isnan(why->finding.figure.upper95)) {
		telling_add(t, limits_section, "method", "Method",
		    telling_of_group(t)
			? STR("The source publishes no limits, or none whose method is "
			      "known; so the group has none.")
		    : telling_of_counts(t)
			? STR("A count has no limits.")
			: STR("The source publishes no limits of this figure."));
		return;
	}
	if (t->type == VALUE_DSR && (telling_of_counts(t) || telling_of_group(t))) {
		telling_add(t, limits_section, "method", "Method",
		    STR("Dobson's method: value + \u221a(variance of the rate \u00f7 "
			"count) \u00d7 (limit of the count \u2212 count), with Byar's "
			"limits of the count and the variance being the sum over age "
			"bands of weight\u00b2 \u00d7 count \u00f7 "
			"denominator\u00b2."));
		return;
	}
	if (why->method == INTERVAL_NONE) {
		telling_add(t, limits_section, "method", "Method",
		    STR("The limits are the source's own: they cannot be worked out "
			"from what it gives."));
		return;
	}
	telling_add(t, limits_section, "method", "Method", method_text(t));
	tell_pair(t, "limits_95", "95% limits", &why->lower95, &why->upper95);
	tell_pair(t, "limits_99_8", "99.8% limits", &why->lower998, &why->upper998);
}
