#include "source/header.h"

#include "source/changes.h"
#include "source/columns.h"
#include "source/lookup.h"
#include "source/neighbours.h"

struct header
header_of(struct arena *arena, const struct csv *csv)
{
	size_t count = csv->count < CSV_CELLS ? csv->count : CSV_CELLS;
	struct header header = {
		.names = ARENA_NEW(arena, struct str, count),
		.folded = ARENA_NEW(arena, struct str, count),
		.count = count,
	};

	for (size_t i = 0; i < count; i++) {
		struct str name = csv_text(arena, &csv->cells[i]);
		header.names[i] = str_squeeze(arena, name);
		header.folded[i] = columns_fold(arena, name);
	}
	return header;
}

size_t
header_find(const struct header *header, const char *folded)
{
	for (size_t i = 0; i < header->count; i++)
		if (str_equal(header->folded[i], str_of(folded)))
			return i;
	return SIZE_MAX;
}

static bool
has(const struct header *header, const char *folded)
{
	return header_find(header, folded) != SIZE_MAX;
}

static size_t
count_of(const struct header *header, const char *const *folded, size_t count)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += has(header, folded[i]);
	return found;
}

/* Three of the four columns that figures cannot do without, or at least those of
 * indicator and area, which no other table has: what is missing or misspelt is for the
 * reader of figures to say. */
static bool
is_figures(const struct header *header)
{
	AUTO_ARENA arena = { 0 };
	bool seen[ROLE_COUNT + 1] = { false };

	for (size_t i = 0; i < header->count; i++)
		seen[columns_role(&arena, header->names[i])] = true;
	bool indicator = seen[ROLE_INDICATOR_ID] || seen[ROLE_INDICATOR_NAME];
	return (indicator && seen[ROLE_AREA_CODE]) || indicator + seen[ROLE_AREA_CODE] +
							      seen[ROLE_PERIOD] +
							      seen[ROLE_VALUE] >=
							  3;
}

static bool
is_metadata(const struct header *header)
{
	static const char *const texts[] = { "definition", "rationale", "datasource",
		"indicatorsource", "methodology", "valuetype", "yeartype", "polarity",
		"caveats", "definitionofnumerator", "definitionofdenominator" };

	return has(header, "indicatorid") && !has(header, "areacode") &&
	       count_of(header, texts, sizeof texts / sizeof texts[0]) >= 2;
}

/* A column for each year of age, or one of ages beside one of people. */
static bool
is_population(const struct header *header)
{
	static const char *const ages[] = { "0", "1", "5", "10", "20", "40" };
	static const char *const observed[] = { "cage", "obsvalue" };

	return count_of(header, ages, 6) == 6 || count_of(header, observed, 2) == 2;
}

static bool
is_deprivation(const struct header *header)
{
	static const char *const parts[] = { "incomescore", "employmentscore",
		"educationscore" };

	return has(header, "imddecile") || has(header, "imdrank") ||
	       has(header, "imdscore") || count_of(header, parts, 3) == 3;
}

enum header_kind
header_kind(const struct header *header)
{
	static const char *const statistics[] = { "timeperiod", "timeidentifier",
		"geographiclevel" };

	if (count_of(header, statistics, 3) == 3)
		return HEADER_STATISTICS;
	if (changes_is_table(header))
		return HEADER_CHANGES;
	if (neighbours_is_table(header))
		return HEADER_NEIGHBOURS;
	if (is_metadata(header))
		return HEADER_METADATA;
	if (is_figures(header))
		return HEADER_FIGURES;
	if (is_population(header))
		return HEADER_POPULATION;
	if (is_deprivation(header))
		return HEADER_DEPRIVATION;
	if (lookup_is_list(header) || lookup_is_table(header))
		return HEADER_AREAS;
	return HEADER_UNKNOWN;
}
