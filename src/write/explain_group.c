/* write/explain_group.c - what the figure of a group of areas is added up from. */
#include <math.h>

#include "draw/phrase.h"
#include "write/telling.h"
#include "write/wording.h"

static const char group_section[] = "What it is added up from";

/* "1,234 of 56,789", or why there is no figure. */
static struct str
member_text(struct telling *t, const struct figure *figure)
{
	if (isnan(figure->value))
		return wording_upper(t->arena, wording_missing(t->release, figure));
	if (t->indicator->value_type == VALUE_COUNT)
		return telling_given(t, figure->value);
	if (isnan(figure->count) || isnan(figure->denominator))
		return str_print(t->arena, "%.*s, published without a count",
		    STR_ARG(telling_given(t, figure->value)));
	return str_print(t->arena, "%.*s of %.*s",
	    STR_ARG(telling_given(t, figure->count)),
	    STR_ARG(telling_given(t, figure->denominator)));
}

static void
tell_member(
    struct telling *t, const struct figures *figures, uint32_t period, uint32_t area)
{
	struct figure figure = figures_at(figures, figures_area(figures, area), period);

	telling_add(t, group_section,
	    str_c(t->arena, release_area_code(t->release, area)),
	    str_c(t->arena, phrase_area(t->release, area)), member_text(t, &figure));
}

static struct str
sum_text(struct telling *t)
{
	const struct figure *figure = &t->why->finding.figure;

	if (isnan(figure->value))
		return STR("");
	if (t->indicator->value_type == VALUE_COUNT)
		return telling_given(t, figure->value);
	return str_print(t->arena, "%.*s of %.*s",
	    STR_ARG(telling_given(t, figure->count)),
	    STR_ARG(telling_given(t, figure->denominator)));
}

static void
tell_rounding(struct telling *t, uint32_t count)
{
	uint32_t rounding = t->indicator->rounding;

	if (!rounding || isnan(t->why->finding.figure.value))
		return;
	telling_add(t, group_section, "rounding", "Rounding",
	    str_print(t->arena,
		"The counts are published rounded to %u, so that the sum of %u of them "
		"may be up to %.*s out.",
		rounding, count, STR_ARG(telling_given(t, count * (rounding / 2.0)))));
}

/* Where there is a figure all the same, what is hidden can be worked out together. */
static void
tell_hidden(struct telling *t, const struct figures *figures, uint32_t period,
    const uint32_t *members, uint32_t count)
{
	uint32_t hidden = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct figure figure =
		    figures_at(figures, figures_area(figures, members[i]), period);
		hidden += figure.missing == MISSING_SUPPRESSED;
	}
	if (hidden && !isnan(t->why->finding.figure.value))
		telling_add(t, group_section, "hidden", "Hidden counts",
		    STR("What the hidden ones come to together follows from the "
			"published counts of other areas; what each of them is does "
			"not follow."));
}

void
explain_group(struct telling *t)
{
	const struct finding *finding = &t->why->finding;
	const struct group *group = release_group(t->release, finding->area);
	uint32_t period, room[GROUP_MOST], count;
	const uint32_t *members;
	struct figures figures;
	struct err err;

	if (!group || finding->series == RELEASE_NONE)
		return;
	telling_add(t, group_section, "origin", "Origin",
	    STR("Worked out from the published figures of the areas below; not a "
		"published figure."));
	/* The finding was read from the same figures, so that they cannot be damaged.
	 */
	if (!release_figures(t->release, finding->series, &figures, &err))
		return;
	period = figures_period(&figures, finding->period);
	members = group_standing(&figures, group, period, room, &count);
	for (uint32_t i = 0; i < count; i++)
		tell_member(t, &figures, period, members[i]);
	tell_hidden(t, &figures, period, members, count);
	telling_add(t, group_section, "sum", "Sum", sum_text(t));
	tell_rounding(t, count);
}
