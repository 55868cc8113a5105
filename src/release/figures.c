#include "release/reader.h"

#include <assert.h>

#include "release/group.h"
#include "release/layout.h"

struct figure
figures_at(const struct figures *figures, uint32_t area, uint32_t period)
{
	uint64_t cell = (uint64_t)area * figures->series->periods + period;
	struct figure f = {
		.value = (double)NAN,
		.lower95 = (double)NAN,
		.upper95 = (double)NAN,
		.lower998 = (double)NAN,
		.upper998 = (double)NAN,
		.count = (double)NAN,
		.denominator = (double)NAN,
		.missing = MISSING_NO_ROW,
		.source = RELEASE_NONE,
	};

	if (area == RELEASE_NONE || period == RELEASE_NONE)
		return f;
	if (area >= figures->series->areas) {
		group_figure(figures, area, period, &f);
		return f;
	}
	f.value = figures_number(figures, COLUMN_VALUE, cell);
	f.lower95 = figures_number(figures, COLUMN_LOWER95, cell);
	f.upper95 = figures_number(figures, COLUMN_UPPER95, cell);
	f.lower998 = figures_number(figures, COLUMN_LOWER998, cell);
	f.upper998 = figures_number(figures, COLUMN_UPPER998, cell);
	f.count = figures_number(figures, COLUMN_COUNT_OF, cell);
	f.denominator = figures_number(figures, COLUMN_DENOMINATOR, cell);
	f.line = figures->lines ? figures->lines[cell] : 0;
	f.published = figures->published ? figures->published[cell] : 0;
	f.note = figures->notes ? figures->notes[cell] : 0;
	f.goal = figures->goals ? figures->goals[cell] : 0;
	if (f.line && figures->sources)
		f.source = figures->sources[cell];
	f.missing = (enum missing)figures->missing[cell];
	return f;
}

double
figures_value(const struct figures *figures, uint32_t area, uint32_t period)
{
	uint64_t cell = (uint64_t)area * figures->series->periods + period;

	if (area == RELEASE_NONE || period == RELEASE_NONE)
		return (double)NAN;
	return area < figures->series->areas ? figures->numbers[COLUMN_VALUE][cell]
					     : group_value(figures, area, period);
}

struct limits
figure_limits(const struct figure *figure)
{
	return (struct limits){
		.value = figure->value,
		.lower95 = figure->lower95,
		.upper95 = figure->upper95,
		.lower998 = figure->lower998,
		.upper998 = figure->upper998,
	};
}

uint32_t
figures_area(const struct figures *figures, uint32_t area)
{
	const struct release *release = figures->release;

	if (release && area >= release->area_count)
		return group_place(figures, area);
	return layout_place(figures->areas, figures->series->areas, area);
}

uint32_t
figures_period(const struct figures *figures, uint32_t period)
{
	return layout_place(figures->periods, figures->series->periods, period);
}

bool
figure_published_verdict(
    const struct figure *figure, bool parent, enum verdict *verdict)
{
	unsigned code =
	    figure->published >> (parent ? PUBLISHED_PARENT : PUBLISHED_ENGLAND) & 15;

	assert(code <= VERDICT_COUNT);
	if (code == 0)
		return false;
	*verdict = (enum verdict)(code - 1);
	return true;
}

bool
figure_published_trend(const struct figure *figure, enum trend *trend)
{
	unsigned code = figure->published >> PUBLISHED_TREND & 15;

	assert(code <= TREND_DOWN + 1);
	if (code == 0)
		return false;
	*trend = (enum trend)(code - 1);
	return true;
}
