#include "release/layout.h"

#include <stddef.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && sizeof(double) == 8,
    "records are used where they lie: a machine of another kind needs a reader that "
    "copies");

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
	[SECTION_CHANGES] = { "changes of areas", sizeof(struct release_change) },
	[SECTION_GROUPS] = { "groups", sizeof(struct release_group) },
	[SECTION_MEMBERS] = { "members", sizeof(uint32_t) },
	[SECTION_KINDS] = { "kinds of neighbours", sizeof(struct release_kind) },
	[SECTION_NEIGHBOURS] = { "neighbours", sizeof(struct release_neighbour) },
	[SECTION_MAPS] = { "maps", sizeof(struct release_map) },
	[SECTION_SHAPES] = { "shapes", sizeof(struct release_shape) },
	[SECTION_RINGS] = { "rings", sizeof(struct release_ring) },
	[SECTION_LINKS] = { "links", sizeof(uint32_t) },
	[SECTION_ARCS] = { "arcs", sizeof(struct release_arc) },
	[SECTION_VERTICES] = { "vertices", sizeof(struct release_vertex) },
	[SECTION_PERIODS] = { "periods", sizeof(struct release_period) },
	[SECTION_AGES] = { "ages", sizeof(struct release_age) },
	[SECTION_CATEGORIES] = { "categories", sizeof(struct release_category) },
	[SECTION_NOTES] = { "notes", sizeof(struct release_note) },
	[SECTION_GOALS] = { "goals", sizeof(struct release_goal) },
	[SECTION_INDICATORS] = { "indicators", sizeof(struct release_indicator) },
	[SECTION_FACTS] = { "facts", sizeof(struct release_fact) },
	[SECTION_FIELDS] = { "fields", sizeof(struct release_field) },
	[SECTION_BANDS] = { "bands", sizeof(struct release_band) },
	[SECTION_DOMAINS] = { "domains", sizeof(struct release_domain) },
	[SECTION_ITEMS] = { "items", sizeof(uint32_t) },
	[SECTION_UPDATES] = { "updates", sizeof(struct release_update) },
	[SECTION_SOURCES] = { "sources", sizeof(struct release_source) },
	[SECTION_RULES] = { "rules", sizeof(struct release_rule) },
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
	case COLUMN_PUBLISHED:
	case COLUMN_GOAL: return sizeof(uint16_t);
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
layout_aligned(uint64_t offset)
{
	return (offset + RELEASE_ALIGN - 1) / RELEASE_ALIGN * RELEASE_ALIGN;
}

static int
order(const uint32_t *a, const uint32_t *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

int
layout_series_order(const struct release_series *a, const struct release_series *b)
{
	const uint32_t x[] = { a->indicator, a->area_type, a->sex, a->age,
		a->category };
	const uint32_t y[] = { b->indicator, b->area_type, b->sex, b->age,
		b->category };

	return order(x, y, sizeof x / sizeof *x);
}

int
layout_relation_order(
    const struct release_relation *a, const struct release_relation *b, bool by_area)
{
	const uint32_t x[] = { a->type, by_area ? a->area : a->parent,
		by_area ? a->parent : a->area };
	const uint32_t y[] = { b->type, by_area ? b->area : b->parent,
		by_area ? b->parent : b->area };

	return order(x, y, sizeof x / sizeof *x);
}

int
layout_neighbour_order(
    const struct release_neighbour *a, const struct release_neighbour *b)
{
	const uint32_t x[] = { a->kind, a->area, a->rank };
	const uint32_t y[] = { b->kind, b->area, b->rank };

	return order(x, y, sizeof x / sizeof *x);
}

int
layout_change_order(const struct release_change *a, const struct release_change *b)
{
	const uint32_t x[] = { a->area, (uint32_t)a->month, a->before };
	const uint32_t y[] = { b->area, (uint32_t)b->month, b->before };

	return order(x, y, sizeof x / sizeof *x);
}

uint32_t
layout_place(const uint32_t *list, uint32_t count, uint32_t number)
{
	uint32_t from = 0, until = count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (list[middle] < number)
			from = middle + 1;
		else
			until = middle;
	}
	return from < count && list[from] == number ? from : RELEASE_NONE;
}

uint64_t
layout_checksum(const void *bytes, uint64_t length)
{
	return XXH3_64bits(bytes, length);
}

uint64_t
layout_figures_checksum(const struct release_series *series, uint32_t count)
{
	XXH3_state_t state;

	XXH3_INITSTATE(&state);
	XXH3_64bits_reset(&state);
	for (uint32_t i = 0; i < count; i++)
		XXH3_64bits_update(
		    &state, &series[i].checksum, sizeof series[i].checksum);
	return XXH3_64bits_digest(&state);
}
