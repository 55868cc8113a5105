#include "model/area.h"

#include "model/words.h"

/* The first row whose words the name has decides: what is narrower stands before what
 * its words contain as well. Words match from their beginning. */
static const struct {
	const char *words;
	enum area_level level;
} levels[] = {
	{ "sub icb", LEVEL_SUB_ICB },
	{ "sub integrated care board", LEVEL_SUB_ICB },
	{ "icb sub", LEVEL_SUB_ICB },
	{ "ccg", LEVEL_SUB_ICB },
	{ "clinical commissioning group", LEVEL_SUB_ICB },
	{ "icb", LEVEL_ICB },
	{ "integrated care board", LEVEL_ICB },
	{ "integrated care system", LEVEL_ICB },
	{ "stp", LEVEL_ICB },
	{ "sustainability and transformation", LEVEL_ICB },
	{ "pcn", LEVEL_NETWORK },
	{ "primary care network", LEVEL_NETWORK },
	{ "general practice", LEVEL_PRACTICE },
	{ "gp", LEVEL_PRACTICE },
	{ "practice", LEVEL_PRACTICE },
	{ "nhs region", LEVEL_NHS_REGION },
	{ "nhs england region", LEVEL_NHS_REGION },
	{ "commissioning region", LEVEL_NHS_REGION },
	{ "combined authorit", LEVEL_COMBINED_AUTHORITY },
	{ "ward", LEVEL_WARD },
	{ "output area", LEVEL_SMALL_AREA },
	{ "msoa", LEVEL_SMALL_AREA },
	{ "lsoa", LEVEL_SMALL_AREA },
	{ "district", LEVEL_LOWER_TIER },
	{ "lower tier", LEVEL_LOWER_TIER },
	{ "ltla", LEVEL_LOWER_TIER },
	{ "lad", LEVEL_LOWER_TIER },
	{ "county", LEVEL_UPPER_TIER },
	{ "counties", LEVEL_UPPER_TIER },
	{ "upper tier", LEVEL_UPPER_TIER },
	{ "utla", LEVEL_UPPER_TIER },
	{ "unitary", LEVEL_UPPER_TIER },
	{ "local authorit", LEVEL_UPPER_TIER },
	{ "london borough", LEVEL_UPPER_TIER },
	{ "region", LEVEL_REGION },
};

enum area_level
area_level_of(struct str type_name)
{
	static const char *const countries[] = { "country", "england", "national",
		"countries" };
	char buffer[WORDS_LONGEST];
	struct str name = words_fold(type_name, buffer);

	for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
		if (str_equal(name, str_of(countries[i])))
			return LEVEL_COUNTRY;
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (words_have(name, levels[i].words))
			return levels[i].level;
	return LEVEL_OTHER;
}

const char *
area_level_word_plural(enum area_level level)
{
	switch (level) {
	case LEVEL_COUNTRY: return "countries";
	case LEVEL_NHS_REGION: return "NHS regions";
	case LEVEL_REGION: return "regions";
	case LEVEL_COMBINED_AUTHORITY: return "combined authorities";
	case LEVEL_ICB: return "integrated care boards";
	case LEVEL_SUB_ICB: return "integrated care board sub-locations";
	case LEVEL_UPPER_TIER: return "counties and unitary authorities";
	case LEVEL_LOWER_TIER: return "districts and unitary authorities";
	case LEVEL_WARD: return "wards";
	case LEVEL_SMALL_AREA: return "small areas";
	case LEVEL_NETWORK: return "primary care networks";
	case LEVEL_PRACTICE: return "general practices";
	case LEVEL_OTHER: return "areas";
	case LEVEL_COUNT: return "";
	}
	return "";
}

/* " - QYG" behind the name of a board is its code; sub-locations of one board are told
 * apart by theirs alone, and keep it. */
static struct str
without_code(struct str name)
{
	static const struct str dash = { .at = " - ", .len = 3 };
	struct str head = str_slice(name, 0, name.len > 6 ? name.len - 6 : 0);
	bool coded = str_equal(str_slice(name, head.len, head.len + 3), dash) &&
		     name.at[head.len + 3] == 'Q';

	return coded ? str_trim(head) : name;
}

struct str
area_short_name(struct str name)
{
	static const char *const endings[] = { " (statistical)", " nhs region",
		" region", " integrated care board", " icb", " combined authority" };
	struct str trimmed = str_trim(name), shorter = without_code(trimmed);
	bool cut = false;

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct str ending = str_of(endings[i]);
		size_t keep =
		    shorter.len > ending.len ? shorter.len - ending.len : shorter.len;
		struct str tail = str_slice(shorter, keep, shorter.len);
		/* "Liverpool City Region" is the name of a place. */
		bool city = str_has(str_slice(shorter, 0, keep), STR(" City"));
		if (!str_equal_folded(tail, ending) ||
		    (city && str_equal(ending, STR(" region"))))
			continue;
		shorter = str_trim(str_slice(shorter, 0, keep));
		cut = true;
	}
	if (!cut)
		return trimmed;
	return str_starts(shorter, STR("NHS ")) ? str_slice(shorter, 4, shorter.len)
						: shorter;
}

bool
area_is_code(struct str text)
{
	enum { LENGTH = 9 };
	char first = text.len == LENGTH ? text.at[0] : '0';

	if (!((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')))
		return false;
	for (size_t i = 1; i < LENGTH; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return true;
}
