#include "answer/spread.h"

#include "stats/compare.h"

struct spread
spread_of(struct arena *arena, const struct release *release,
    const struct figures *figures, uint32_t period, uint32_t below)
{
	uint32_t type = figures->series->area_type, count = figures->series->areas;
	const struct release_relation *children = NULL;
	double *values;

	if (below != RELEASE_NONE && below != release->profile->root)
		children = release_children(release, type, below, &count);
	values = ARENA_NEW(arena, double, count);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t area = children ? figures_area(figures, children[i].area) : i;
		values[i] = figures_value(figures, area, period);
	}
	return (struct spread){ .sorted = values, .count = sort_values(values, count) };
}
