#include "simulate/suppress.h"

enum { SMALLEST_SHOWN = 5 };

static bool
is_small(const struct cases *tally)
{
	return tally->known && tally->count > 0 && tally->count < SMALLEST_SHOWN;
}

/* Hides a companion for each authority that is hidden alone in its region. */
static void
hide_companions(struct cases column[PLACES])
{
	for (size_t region = 0; region < PLACES_REGIONS; region++) {
		size_t hidden = 0;
		struct cases *next = NULL;
		for (size_t i = 0; i < PLACES_AUTHORITIES; i++) {
			struct cases *tally = &column[i];
			if (places_authorities[i].region != region || !tally->known)
				continue;
			if (tally->hidden)
				hidden++;
			else if (!next || tally->count < next->count)
				next = tally;
		}
		if (hidden == 1 && next)
			next->hidden = true;
	}
}

void
suppress(const struct plan *plan, struct cases sexes[FIGURE_SEXES][PLACES])
{
	struct cases *male = sexes[FIGURE_MALE], *female = sexes[FIGURE_FEMALE];
	struct cases *persons = sexes[FIGURE_PERSONS];

	for (size_t i = 0; i < PLACES_AUTHORITIES; i++) {
		persons[i].hidden = is_small(&persons[i]);
		male[i].hidden = is_small(&male[i]) ||
				 (plan->sexes == PLAN_BOTH && is_small(&female[i]));
		female[i].hidden = is_small(&female[i]) ||
				   (plan->sexes == PLAN_BOTH && is_small(&male[i]));
	}
	hide_companions(persons);
	for (size_t i = 0; i < PLACES_AUTHORITIES && plan->sexes == PLAN_BOTH; i++)
		male[i].hidden = female[i].hidden = male[i].hidden || persons[i].hidden;
	if (plan->sexes != PLAN_BOTH) {
		hide_companions(female);
		return;
	}
	hide_companions(male);
	for (size_t i = 0; i < PLACES_AUTHORITIES; i++)
		female[i].hidden = male[i].hidden;
}
