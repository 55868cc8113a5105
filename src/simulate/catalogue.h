/* simulate/catalogue.h - the indicators of the example, one table and file a domain. */
#ifndef SIMULATE_CATALOGUE_H
#define SIMULATE_CATALOGUE_H

#include "simulate/plan.h"

enum {
	CATALOGUE_NEED = 13,
	CATALOGUE_PROTECTIVE = 8,
	CATALOGUE_ADVERSITY = 10,
	CATALOGUE_VULNERABILITY = 13,
	CATALOGUE_FINANCE = 7
};

extern const struct plan catalogue_need[CATALOGUE_NEED];
extern const struct plan catalogue_protective[CATALOGUE_PROTECTIVE];
extern const struct plan catalogue_adversity[CATALOGUE_ADVERSITY];
extern const struct plan catalogue_vulnerability[CATALOGUE_VULNERABILITY];
extern const struct plan catalogue_finance[CATALOGUE_FINANCE];

#endif
