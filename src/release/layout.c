#include "release/layout.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

static const struct {
	const char *name;
	uint64_t record;
} sections[SECTION_COUNT] = {
	[SECTION_PROFILE] = { "profile", sizeof(struct release_profile) },
	[SECTION_TEXTS] = { "texts", sizeof(struct release_text) },
	[SECTION_HEAP] = { "heap", 1 },
	[SECTION_AREAS] = { "areas", sizeof(struct release_area) },
	[SECTION_AREA_TYPES] = { "area types", sizeof(struct release_area_type) },
	[SECTION_CHILDREN] = { "children", sizeof(struct release_relation) },
	[SECTION_PARENTS] = { "parents", sizeof(struct release_relation) },
	[SECTION_PERIODS] = { "periods", sizeof(struct release_period) },
	[SECTION_AGES] = { "ages", sizeof(struct release_age) },
	[SECTION_CATEGORIES] = { "categories", sizeof(struct release_category) },
	[SECTION_NOTES] = { "notes", sizeof(struct release_note) },
	[SECTION_INDICATORS] = { "indicators", sizeof(struct release_indicator) },
	[SECTION_FACTS] = { "facts", sizeof(struct release_fact) },
	[SECTION_FIELDS] = { "fields", sizeof(struct release_field) },
	[SECTION_DOMAINS] = { "domains", sizeof(struct release_domain) },
	[SECTION_ITEMS] = { "items", sizeof(uint32_t) },
	[SECTION_UPDATES] = { "updates", sizeof(struct release_update) },
	[SECTION_SOURCES] = { "sources", sizeof(struct release_source) },
	[SECTION_SERIES] = { "series", sizeof(struct release_series) },
	[SECTION_LISTS] = { "lists", sizeof(uint32_t) },
	[SECTION_FIGURES] = { "figures", 1 },
};

uint64_t
layout_column_size(enum release_column column)
{
	switch (column) {
	case COLUMN_VALUE:
	case COLUMN_LOWER95:
	case COLUMN_UPPER95:
	case COLUMN_LOWER998:
	case COLUMN_UPPER998:
	case COLUMN_COUNT_OF:
	case COLUMN_DENOMINATOR: return sizeof(double);
	case COLUMN_LINE: return sizeof(uint32_t);
	case COLUMN_NOTE:
	case COLUMN_SOURCE:
	case COLUMN_PUBLISHED: return sizeof(uint16_t);
	case COLUMN_MISSING: return sizeof(uint8_t);
	case COLUMN_COUNT: break;
	}
	return 0;
}

/* Columns come in falling order of size, so that each is aligned behind the one before.
 */
bool
layout_of(uint32_t columns, uint32_t areas, uint32_t periods, struct layout *out)
{
	uint64_t cells = (uint64_t)areas * periods;
	uint64_t at = 0;

	if (cells > (UINT64_C(1) << 48))
		return false;
	for (unsigned column = 0; column < COLUMN_COUNT; column++) {
		out->offset[column] = UINT64_MAX;
		if (!(columns & (1u << column)))
			continue;
		out->offset[column] = at;
		at += cells * layout_column_size((enum release_column)column);
	}
	out->length = (at + 7) / 8 * 8;
	return true;
}

uint64_t
layout_record_size(enum release_section section)
{
	return sections[section].record;
}

const char *
layout_section_name(enum release_section section)
{
	return sections[section].name;
}

uint64_t
layout_checksum(const void *bytes, uint64_t length)
{
	return XXH3_64bits(bytes, length);
}
