/* model/area.h - areas, their types and which type stands above which. */
#ifndef MODEL_AREA_H
#define MODEL_AREA_H

#include <stdbool.h>

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
	LEVEL_SMALL_AREA, /* middle and lower super output areas */
	LEVEL_NETWORK,    /* primary care networks */
	LEVEL_PRACTICE,
	LEVEL_OTHER,
	LEVEL_COUNT
};

/* The level of a published area type name, in any spelling seen ("County & UA", "Upper
 * tier local authorities (post 4/21)", "Government Office Region", "Electoral Best Fit
 * Ward"); LEVEL_OTHER for a type that is none of these (police forces, hospital
 * trusts).
 */
enum area_level area_level_of(struct str type_name);

const char *area_level_word_plural(enum area_level level); /* "regions" */

/* An area name as it reads in a list of its own kind, a view into it: "East Midlands
 * region" -> "East Midlands", "NHS Lincolnshire Integrated Care Board - QJM" ->
 * "Lincolnshire", "West Yorkshire Combined Authority" -> "West Yorkshire". Names of
 * places that end so keep it ("Liverpool City Region"), as do sub-locations, which only
 * their code tells apart. */
struct str area_short_name(struct str name);

/* Whether a text is a code of the Government Statistical Service, a letter and eight
 * digits, whatever it stands for. Its first three characters say which kind of area. */
bool area_is_code(struct str text);

/* GSS code of England, the root of all parents. */
#define AREA_ENGLAND STR("E92000001")

#endif
