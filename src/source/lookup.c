#include "source/lookup.h"

/* Endings of columns with codes and names, folded. */
static const char *const code_endings[] = { "code", "cd" };
static const char *const name_endings[] = { "name", "nm" };

/* What people call kinds of areas in column names, without the year. */
static const struct {
	const char *word, *type;
} types[] = {
	{ "cauth", "Combined authorities" },
	{ "ctry", "Country" },
	{ "country", "Country" },
	{ "ctyua", "Counties and unitary authorities" },
	{ "icb", "Integrated care boards" },
	{ "lad", "Districts and unitary authorities" },
	{ "lsoa", "Lower layer super output areas" },
	{ "ltla", "Lower tier local authorities" },
	{ "msoa", "Middle layer super output areas" },
	{ "nhser", "NHS regions" },
	{ "nhsregion", "NHS regions" },
	{ "region", "Regions" },
	{ "rgn", "Regions" },
	{ "sicbl", "Sub-integrated care boards" },
	{ "subicb", "Sub-integrated care boards" },
	{ "utla", "Upper tier local authorities" },
	{ "ward", "Wards" },
	{ "wd", "Wards" },
};

/* The part before one of the two endings; empty when it has neither. */
static struct str
before_ending(struct str folded, const char *const endings[2])
{
	for (size_t i = 0; i < 2; i++) {
		struct str ending = str_of(endings[i]);
		if (folded.len > ending.len && str_ends(folded, ending))
			return str_slice(folded, 0, folded.len - ending.len);
	}
	return STR("");
}

static struct str
type_of(struct str prefix, struct str header_name)
{
	struct str word = prefix;

	while (word.len && word.at[word.len - 1] >= '0' && word.at[word.len - 1] <= '9')
		word.len--;
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		if (str_equal(word, str_of(types[i].word)))
			return str_of(types[i].type);
	return str_slice(header_name, 0, word.len);
}

bool
lookup_is_list(const struct header *header)
{
	return header_find(header, "areacode") != SIZE_MAX &&
	       (header_find(header, "children") != SIZE_MAX ||
		   header_find(header, "parentcode") != SIZE_MAX ||
		   header_find(header, "areatype") != SIZE_MAX);
}

size_t
lookup_kinds(const struct header *header, struct lookup_kind kinds[LOOKUP_KINDS])
{
	size_t count = 0;

	for (size_t i = 0; i < header->count && count < LOOKUP_KINDS; i++) {
		struct str prefix = before_ending(header->folded[i], code_endings);
		if (prefix.len == 0)
			continue;
		kinds[count] = (struct lookup_kind){
			.prefix = prefix,
			.type = type_of(prefix, header->names[i]),
			.code = i,
			.name = SIZE_MAX,
		};
		for (size_t k = 0; k < header->count; k++)
			if (str_equal(
				before_ending(header->folded[k], name_endings), prefix))
				kinds[count].name = k;
		count++;
	}
	return count;
}

bool
lookup_is_table(const struct header *header)
{
	struct lookup_kind kinds[LOOKUP_KINDS];
	size_t count = lookup_kinds(header, kinds), used = 0;

	for (size_t i = 0; i < count; i++)
		used += kinds[i].name == SIZE_MAX ? 1 : 2;
	/* A number of the row is often left in. */
	used += header_find(header, "objectid") != SIZE_MAX;
	used += header_find(header, "fid") != SIZE_MAX;
	return count >= 2 && used == header->count;
}
