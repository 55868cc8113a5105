#include "write/explain.h"

#include <math.h>

#include "base/buf.h"
#include "base/number.h"
#include "draw/phrase.h"
#include "model/unit.h"
#include "model/verdict.h"
#include "write/fact.h"
#include "write/telling.h"
#include "write/wording.h"

static const char figure_section[] = "The figure";
static const char compared_section[] = "Comparison";
static const char trend_section[] = "Recent trend";
static const char known_section[] = "What is known of the indicator";
static const char source_section[] = "Where it comes from";

/* Of a group as computed: nobody published more digits than mean anything. */
static struct str
number(struct telling *t, double value)
{
	return telling_of_group(t) ? telling_computed(t, value)
				   : telling_given(t, value);
}

static void
tell_figure(struct telling *t)
{
	const struct finding *finding = &t->why->finding;
	const struct figure *figure = &finding->figure;
	telling_add(t, figure_section, "indicator", "Indicator",
	    wording_indicator(t->arena, t->release, &t->view->variant));
	telling_add(t, figure_section, "area", "Area",
	    release_area_name(t->release, finding->area));
	telling_add(t, figure_section, "period", "Period",
	    phrase_period(t->release, finding->period));
	if (isnan(figure->value)) {
		telling_add(t, figure_section, "missing", "No figure",
		    wording_upper(t->arena, wording_missing(t->release, figure)));
		return;
	}
	telling_add(t, figure_section, "value", "Value",
	    unit_say(t->arena, number(t, figure->value),
		phrase_unit(t->release, t->number)));
	if (!isnan(figure->lower95) && !isnan(figure->upper95))
		telling_add(t, figure_section, "limits_95", "95% limits",
		    str_print(t->arena, "%.*s to %.*s",
			STR_ARG(number(t, figure->lower95)),
			STR_ARG(number(t, figure->upper95))));
	if (!isnan(figure->lower998) && !isnan(figure->upper998))
		telling_add(t, figure_section, "limits_99_8", "99.8% limits",
		    str_print(t->arena, "%.*s to %.*s",
			STR_ARG(number(t, figure->lower998)),
			STR_ARG(number(t, figure->upper998))));
	if (!isnan(figure->count))
		telling_add(t, figure_section, "count", "Count",
		    telling_given(t, figure->count));
	if (!isnan(figure->denominator))
		telling_add(t, figure_section, "denominator", "Denominator",
		    telling_given(t, figure->denominator));
	if (figure->note)
		telling_add(t, figure_section, "note", "Value note",
		    release_text(t->release, t->release->notes[figure->note].text));
}

static const char *
rule_of(enum comparison method)
{
	switch (method) {
	case COMPARISON_INTERVAL:
		return "Similar when the benchmark's value lies within the figure's "
		       "95% "
		       "limits, ends included.";
	case COMPARISON_INTERVAL_998:
		return "Similar when the benchmark's value lies within the figure's "
		       "99.8% limits, ends included.";
	case COMPARISON_TWO_LEVELS:
		return "Similar when the benchmark's value lies within the figure's "
		       "95% "
		       "limits; more strongly marked when it is outside the 99.8% "
		       "limits too.";
	case COMPARISON_OVERLAP:
		return "Similar when the 95% limits of both figures overlap or touch.";
	case COMPARISON_QUINTILES:
		return "All areas are put into five equal groups by their values.";
	case COMPARISON_NONE:
	case COMPARISON_COUNT: break;
	}
	return "";
}

/* The test itself, with its numbers. */
static struct str
test_of(struct telling *t)
{
	const struct figure *figure = &t->why->finding.figure;
	double benchmark = t->why->benchmark.figure.value;
	enum comparison method = (enum comparison)t->indicator->comparison;
	bool wide = method == COMPARISON_INTERVAL_998;
	double lower = wide ? figure->lower998 : figure->lower95;
	double upper = wide ? figure->upper998 : figure->upper95;

	if (method != COMPARISON_INTERVAL && method != COMPARISON_TWO_LEVELS && !wide)
		return STR("");
	return str_print(t->arena, "%.*s lies %s the limits, %.*s to %.*s.",
	    STR_ARG(telling_given(t, benchmark)),
	    benchmark < lower   ? "below"
	    : benchmark > upper ? "above"
				: "within",
	    STR_ARG(telling_given(t, lower)), STR_ARG(telling_given(t, upper)));
}

static void
tell_comparison(struct telling *t)
{
	const struct finding *finding = &t->why->finding;
	const struct finding *benchmark = &t->why->benchmark;
	struct str name = phrase_benchmark(t->view);
	bool fifths = phrase_is_by_fifths(t->release, t->number);
	struct str verdict = wording_verdict(t->arena, finding->verdict, fifths, name);

	if (isnan(finding->figure.value))
		return;
	if (finding->why_none) {
		telling_add(t, compared_section, "result", "Result",
		    str_print(
			t->arena, "Not compared, because %s.", finding->why_none));
		return;
	}
	if (!finding->as_published)
		telling_add(t, compared_section, "rule", "Rule",
		    str_of(rule_of((enum comparison)t->indicator->comparison)));
	if (!isnan(benchmark->figure.value))
		telling_add(t, compared_section, "benchmark", "Benchmark",
		    str_print(t->arena, "%.*s: %.*s", STR_ARG(name),
			STR_ARG(telling_given(t, benchmark->figure.value))));
	if (!finding->as_published)
		telling_add(t, compared_section, "test", "Test", test_of(t));
	telling_add(t, compared_section, "polarity", "Which way is good",
	    str_of(polarity_word((enum polarity)t->indicator->polarity)));
	telling_add(t, compared_section, "result", "Result",
	    str_print(t->arena, "The figure is %.*s%s.", STR_ARG(verdict),
		finding->as_published ? ", as the source published it" : ""));
}

static void
tell_points(struct telling *t)
{
	AUTO_BUF text = { 0 };

	for (uint32_t i = 0; i < t->why->point_count; i++) {
		const struct trend_point *point = &t->why->points[i].point;
		struct str period = phrase_period(t->release, t->why->points[i].period);
		if (i)
			buf_add(&text, STR("; "));
		if (isnan(point->value))
			buf_print(&text, "%.*s: no figure", STR_ARG(period));
		else if (t->why->by_proportion)
			buf_print(&text, "%.*s: %.*s of %.*s", STR_ARG(period),
			    STR_ARG(telling_given(t, point->count)),
			    STR_ARG(telling_given(t, point->denominator)));
		else
			buf_print(&text, "%.*s: %.*s", STR_ARG(period),
			    STR_ARG(telling_given(t, point->value)));
	}
	telling_add(
	    t, trend_section, "points", "Periods", str_copy(t->arena, buf_str(&text)));
}

static void
tell_trend(struct telling *t)
{
	const struct finding *finding = &t->why->finding;
	const struct trend_result *trend = &finding->trend;
	enum polarity polarity = (enum polarity)t->indicator->polarity;

	if (isnan(finding->figure.value))
		return;
	tell_points(t);
	if (trend->reason == TREND_REASON_NONE) {
		telling_add(t, trend_section, "test", "Test",
		    t->why->by_proportion
			? STR("Chi-squared for a linear trend of the counts over five "
			      "periods in order.")
			: STR("Regression over five periods in order, each weighted by "
			      "1 \u00f7 (standard error)\u00b2, its standard error "
			      "being "
			      "the width of its 95% limits \u00f7 3.92."));
		telling_add(t, trend_section, "chi_squared", "Chi-squared",
		    str_print(t->arena,
			"%.*s, which is %s the critical 9.549536 (99.8%%, "
			"one degree of freedom).",
			STR_ARG(telling_computed(t, trend->chi_squared)),
			trend->chi_squared > TREND_CRITICAL ? "above" : "not above"));
		telling_add(t, trend_section, "slope", "Slope",
		    str_print(t->arena, "%.*s a period%s; its sign %s is left out.",
			STR_ARG(telling_computed(t, trend->slope)),
			t->why->by_proportion ? " on the logit scale" : "",
			trend->steady ? "stays the same whichever period"
				      : "changes when one of the periods"));
	}
	if (finding->trend_as_published)
		telling_add(t, trend_section, "result", "Result",
		    str_print(t->arena, "%s, as the source published it%s%s.",
			trend_words(trend->trend, polarity),
			trend->reason != TREND_REASON_NONE
			    ? "; ours cannot be worked out: "
			    : "",
			trend->reason != TREND_REASON_NONE
			    ? trend_reason_text(trend->reason)
			    : ""));
	else if (trend->trend == TREND_UNKNOWN)
		telling_add(t, trend_section, "result", "Result",
		    str_print(t->arena, "Cannot be worked out: %s.",
			trend_reason_text(trend->reason)));
	else
		telling_add(t, trend_section, "result", "Result",
		    str_print(t->arena, "%s.", trend_words(trend->trend, polarity)));
}

static const char *const fact_keys[FACT_COUNT] = {
	[FACT_VALUE_TYPE] = "value_type",
	[FACT_MULTIPLIER] = "multiplier",
	[FACT_UNIT] = "unit",
	[FACT_INTERVAL] = "interval",
	[FACT_POLARITY] = "polarity",
	[FACT_COMPARISON] = "comparison",
	[FACT_DECIMALS] = "decimals",
	[FACT_MODELLED] = "modelled",
	[FACT_FREQUENCY] = "frequency",
	[FACT_YEAR_TYPE] = "year_type",
	[FACT_ROUNDING] = "rounding",
};

static void
tell_known(struct telling *t)
{
	for (enum fact fact = 0; fact < FACT_COUNT; fact++) {
		struct str text = fact_text(t->arena, t->release, t->indicator, fact);
		struct str origin =
		    fact_origin(t->arena, t->release, t->indicator, fact);
		if (text.len)
			telling_add(t, known_section, fact_keys[fact], fact_word(fact),
			    origin.len ? str_print(t->arena, "%.*s (%.*s)",
					     STR_ARG(text), STR_ARG(origin))
				       : text);
	}
}

static void
tell_source(struct telling *t)
{
	const struct figure *figure = &t->why->finding.figure;

	if (figure->source != RELEASE_NONE && figure->line)
		telling_add(t, source_section, "source", "Source",
		    str_print(t->arena, "%.*s, line %s",
			STR_ARG(release_text(
			    t->release, t->release->sources[figure->source].path)),
			telling_given(t, figure->line).at));
	telling_add(t, source_section, "release", "Release",
	    str_print(t->arena, "%016llx", (unsigned long long)t->release->name));
}

void
explain(struct arena *arena, const struct view *view, const struct why *why,
    struct explanation *out)
{
	struct telling t = {
		.arena = arena,
		.view = view,
		.release = view->release,
		.why = why,
		.number = view->variant.indicator,
		.indicator = &view->release->indicators[view->variant.indicator],
		.out = out,
	};

	out->count = 0;
	t.type = (enum value_type)t.indicator->value_type;
	if (why->finding.series != RELEASE_NONE &&
	    release_is_band(t.release, why->finding.series))
		t.type = VALUE_CRUDE_RATE;
	tell_figure(&t);
	explain_counts(&t);
	explain_group(&t);
	explain_disclosure(&t);
	explain_value(&t);
	explain_limits(&t);
	tell_comparison(&t);
	tell_trend(&t);
	tell_known(&t);
	tell_source(&t);
}

void
explain_print(struct buf *out, const struct explanation *explanation)
{
	enum { LABELS = 20 };

	for (size_t i = 0; i < explanation->count; i++) {
		const struct explain_step *step = &explanation->steps[i];
		if (i == 0 || step[-1].section != step->section)
			buf_print(out, "%s%s\n", i ? "\n" : "", step->section);
		buf_print(out, "  %-*.*s %.*s\n", LABELS, STR_ARG(step->label),
		    STR_ARG(step->text));
	}
}
