#include "answer/fit.h"

#include <stdlib.h>

#include "answer/scope.h"

/* How badly a series serves what is wished for; a category weighs most. */
static unsigned
misfit(const struct wish *wish, const struct release_series *series)
{
	unsigned category = series->category ? 2 : wish->categories ? 1 : 0;

	if (wish->categories && wish->categories[series->category])
		category = 0;
	return category << 2 |
	       (wish->sex != RELEASE_NONE && wish->sex != series->sex ? 2u : 0u) |
	       (wish->ages && !wish->ages[series->age] ? 1u : 0u);
}

/* A standardised rate goes before the age bands it is made of. */
static bool
serves_better(const struct release *release, const struct wish *wish,
    const struct release_series *a, const struct release_series *b)
{
	bool is_band = release_is_band(release, (uint32_t)(a - release->series));

	if (misfit(wish, a) != misfit(wish, b))
		return misfit(wish, a) < misfit(wish, b);
	if (is_band != release_is_band(release, (uint32_t)(b - release->series)))
		return !is_band;
	if (a->sex != b->sex)
		return a->sex < b->sex;
	return a->age != b->age ? a->age < b->age : a->category < b->category;
}

uint32_t
fit_series(const struct release *release, const struct wish *wish, uint32_t indicator,
    uint32_t type)
{
	const struct release_series *best = NULL;
	struct scope_series among = { .count = 0 };

	if (indicator == RELEASE_NONE)
		return RELEASE_NONE;
	if (type != RELEASE_NONE)
		among = scope_series(release, indicator, type);
	if (!among.count)
		among = (struct scope_series){
			.first = release->indicators[indicator].first_series,
			.count = release->indicators[indicator].series,
		};
	for (uint32_t i = 0; i < among.count; i++) {
		const struct release_series *s = &release->series[among.first + i];
		if (!best || serves_better(release, wish, s, best))
			best = s;
	}
	return best ? (uint32_t)(best - release->series) : RELEASE_NONE;
}

bool
fit_is_exact(const struct release *release, const struct wish *wish, uint32_t indicator,
    uint32_t type)
{
	struct scope_series among;

	if (indicator == RELEASE_NONE)
		return false;
	among = scope_series(release, indicator, type);
	for (uint32_t i = 0; i < among.count; i++)
		if (misfit(wish, &release->series[among.first + i]) == 0)
			return true;
	return false;
}

/* How far the middles of two periods lie apart, in half months; less than that where
 * they are one. */
static int32_t
apart(const struct release *release, uint32_t a, uint32_t b)
{
	const struct release_period *p = &release->periods[a],
				    *q = &release->periods[b];

	if (a == b)
		return -1;
	return abs(2 * p->first + p->months - 2 * q->first - q->months);
}

uint32_t
fit_period(const struct release *release, const struct wish *wish, uint32_t series)
{
	const struct release_series *s = &release->series[series];
	uint32_t best = RELEASE_NONE;
	int32_t least = INT32_MAX;

	for (uint32_t asked = 0; asked < release->period_count; asked++)
		for (uint32_t i = 0; wish->periods[asked] && i < s->periods; i++) {
			uint32_t period = release->lists[s->first_period + i];
			int32_t distance = apart(release, asked, period);
			if (distance > least || (distance == least && period < best))
				continue;
			least = distance;
			best = period;
		}
	return best;
}
