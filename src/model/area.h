/* model/area.h - areas, their types and which type stands above which. */
#ifndef MODEL_AREA_H
#define MODEL_AREA_H

#include "base/str.h"

/* From large to small, for the order in which types are offered. */
enum area_level {
	LEVEL_COUNTRY,
	LEVEL_NHS_REGION,
	LEVEL_REGION,
	LEVEL_COMBINED_AUTHORITY,
	LEVEL_ICB,
	LEVEL_SUB_ICB,
	LEVEL_UPPER_TIER,
	LEVEL_LOWER_TIER,
	LEVEL_WARD,
	LEVEL_PRACTICE,
	LEVEL_OTHER,
	LEVEL_COUNT
};

/* The level of a published area type name, in any spelling seen ("County & UA", "Upper
 * tier local authorities (post 4/21)", "Government Office Region", "Electoral ward").
 */
enum area_level area_level_of(struct str type_name);

const char *area_level_word(enum area_level level);        /* "region" */
const char *area_level_word_plural(enum area_level level); /* "regions" */

/* An area name as it sorts and reads in a list: without a trailing " region" and the
 * like when short is wanted ("East Midlands region" -> "East Midlands"). */
struct str area_short_name(struct str name);

/* GSS code of England, the root of all parents. */
#define AREA_ENGLAND STR("E92000001")

#endif
