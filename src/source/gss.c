#include "source/gss.h"

#include <stdlib.h>

#define UPPER_TIER "Counties and unitary authorities"

static const struct entity {
	char prefix[4];
	const char *type;
} entities[] = {
	{ "E01", "Lower layer super output areas" },
	{ "E02", "Middle layer super output areas" },
	{ "E05", "Wards" },
	{ "E06", UPPER_TIER },
	{ "E07", "Districts" },
	{ "E08", UPPER_TIER },
	{ "E09", UPPER_TIER },
	{ "E10", UPPER_TIER },
	{ "E12", "Region" },
	{ "E38", "Sub-integrated care boards" },
	{ "E40", "NHS regions" },
	{ "E47", "Combined authorities" },
	{ "E54", "Integrated care boards" },
	{ "E92", "England" },
};

static int
order(const void *key, const void *element)
{
	const struct str *prefix = key;
	const struct entity *entity = element;

	return str_order(*prefix, str_of(entity->prefix));
}

struct str
gss_type_name(struct str code)
{
	struct str prefix = str_slice(code, 0, 3);
	const struct entity *entity = bsearch(&prefix, entities,
	    sizeof entities / sizeof entities[0], sizeof entities[0], order);

	return entity && code.len == 9 ? str_of(entity->type) : STR("Other areas");
}
