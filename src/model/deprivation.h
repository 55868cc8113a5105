/* model/deprivation.h - equal groups by deprivation, told from their published names.
 */
#ifndef MODEL_DEPRIVATION_H
#define MODEL_DEPRIVATION_H

#include <stdbool.h>

#include "base/str.h"

/* A tenth or a fifth of the population by how deprived it is. */
struct deprivation {
	unsigned place; /* 1 is the most deprived */
	unsigned of;    /* 10 or 5 */
};

/* Reads the type and the name of a category: "Most deprived decile (IMD2019)", "Fourth
 * less deprived decile", "2nd most deprived quintile", "Decile 7", "10 - least
 * deprived". Plain numbers count from the most deprived, as the national index does.
 * False when it is none of deprivation, or its place or their number is not told. */
bool deprivation_parse(struct str type, struct str name, struct deprivation *out);

#endif
