#include "ledger/age_bands.h"

#include <string.h>

enum { MOST_STEPS = 20000 }; /* of the search for tilings of one age */

/* The search for all ways to make up one age. */
struct search {
	const struct ledger_places *places;
	const bool *present;
	uint32_t age;
	struct age_tilings *out;
	uint32_t *path;
	uint32_t length, steps;
};

static bool
is_band(const struct search *s, uint32_t i)
{
	const struct ledger_age *all = &s->places->ages[s->age];
	const struct ledger_age *age = &s->places->ages[i];
	bool same = age->from == all->from && age->until == all->until;

	return s->present[i] && age->known && !same && age->from >= all->from &&
	       age->until <= all->until;
}

/* The band that begins first at or behind `from`, the widest of several; RELEASE_NONE
 * for want of one. */
static uint32_t
next_band(const struct search *s, unsigned from)
{
	const struct ledger_age *ages = s->places->ages;
	uint32_t best = RELEASE_NONE;

	for (uint32_t i = 0; i < s->places->age_count; i++) {
		if (!is_band(s, i) || ages[i].from < from)
			continue;
		if (best == RELEASE_NONE || ages[i].from < ages[best].from ||
		    (ages[i].from == ages[best].from &&
			ages[i].until > ages[best].until))
			best = i;
	}
	return best;
}

static bool
has_band(const struct search *s, unsigned from, unsigned until)
{
	for (uint32_t i = 0; i < s->places->age_count; i++)
		if (is_band(s, i) && s->places->ages[i].from == from &&
		    s->places->ages[i].until == until)
			return true;
	return false;
}

/* Whether the last bands make up another one, of which they are a sum themselves. */
static bool
ends_in_a_sum(const struct search *s)
{
	const struct ledger_age *ages = s->places->ages;
	unsigned until = ages[s->path[s->length - 1]].until;

	for (uint32_t i = 0; i + 1 < s->length; i++)
		if (has_band(s, ages[s->path[i]].from, until))
			return true;
	return false;
}

static void
keep_path(struct search *s)
{
	struct age_tilings *out = s->out;
	uint32_t *at = &out->bands[(size_t)out->count * s->places->age_count];

	memcpy(at, s->path, s->length * sizeof *at);
	out->lengths[out->count++] = s->length;
}

static void
extend(struct search *s, unsigned from)
{
	const struct ledger_age *ages = s->places->ages;

	for (uint32_t i = 0; i < s->places->age_count; i++) {
		if (!is_band(s, i) || ages[i].from != from)
			continue;
		if (s->out->count == AGE_TILINGS_MOST || s->steps++ > MOST_STEPS)
			return;
		s->path[s->length++] = i;
		if (!ends_in_a_sum(s)) {
			if (ages[i].until == ages[s->age].until)
				keep_path(s);
			else
				extend(s, ages[i].until + 1);
		}
		s->length--;
	}
}

/* Ages with gaps between them: the widest, one behind the other. */
static void
take_widest(struct search *s)
{
	uint32_t band;
	unsigned from = s->places->ages[s->age].from;

	while ((band = next_band(s, from)) != RELEASE_NONE) {
		s->path[s->length++] = band;
		from = s->places->ages[band].until + 1;
	}
	if (s->length)
		keep_path(s);
}

void
age_tilings_find(const struct ledger_places *places, const bool *present, uint32_t age,
    uint32_t *path, struct age_tilings *out)
{
	struct search search = {
		.places = places,
		.present = present,
		.age = age,
		.out = out,
		.path = path,
	};

	out->count = 0;
	out->exact = false;
	if (!places->ages[age].known)
		return;
	extend(&search, places->ages[age].from);
	out->exact = out->count > 0;
	if (!out->exact)
		take_widest(&search);
}
