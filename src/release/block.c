#include "release/block.h"

#include <assert.h>
#include <math.h>

#include "release/layout.h"
#include "release/reader.h"

static const void *
column(const char *block, const struct layout *layout, enum release_column column)
{
	uint64_t offset = layout->offset[column];

	return offset == UINT64_MAX ? NULL : block + offset;
}

void
block_columns(
    const struct release_series *series, const char *bytes, struct figures *figures)
{
	struct layout layout;
	bool fits = layout_of(series->columns, series->areas, series->periods, &layout);

	assert(fits && layout.length == series->length);
	figures->series = series;
	for (unsigned i = 0; i < COLUMN_NUMBERS; i++)
		figures->numbers[i] = column(bytes, &layout, (enum release_column)i);
	figures->lines = column(bytes, &layout, COLUMN_LINE);
	figures->notes = column(bytes, &layout, COLUMN_NOTE);
	figures->sources = column(bytes, &layout, COLUMN_SOURCE);
	figures->published = column(bytes, &layout, COLUMN_PUBLISHED);
	figures->goals = column(bytes, &layout, COLUMN_GOAL);
	figures->missing = column(bytes, &layout, COLUMN_MISSING);
}

/* No early way out of these loops, so that the compiler can do many cells at once. */
static bool
numbers_sound(const double *numbers, uint64_t cells)
{
	unsigned infinite = 0;

	for (uint64_t i = 0; i < cells; i++)
		infinite |= isinf(numbers[i]) != 0;
	return !infinite;
}

static bool
missing_sound(const double *values, const uint8_t *missing, uint64_t cells)
{
	unsigned wrong = 0;

	for (uint64_t i = 0; i < cells; i++) {
		wrong |= missing[i] >= MISSING_STORED;
		wrong |= (missing[i] == MISSING_NOT) != !isnan(values[i]);
	}
	return !wrong;
}

static bool
numbers_below(const uint16_t *numbers, uint32_t count, uint64_t cells)
{
	unsigned wrong = 0;

	for (uint64_t i = 0; i < cells; i++)
		wrong |= numbers[i] >= count;
	return !wrong;
}

static bool
sources_sound(
    const uint16_t *sources, const uint32_t *lines, uint32_t count, uint64_t cells)
{
	unsigned wrong = 0;

	for (uint64_t i = 0; i < cells; i++)
		wrong |= lines[i] > 0 && sources[i] >= count;
	return !wrong;
}

static bool
published_sound(const uint16_t *published, uint64_t cells)
{
	unsigned wrong = 0;

	for (uint64_t i = 0; i < cells; i++) {
		wrong |= (published[i] >> PUBLISHED_ENGLAND & 15) > VERDICT_COUNT;
		wrong |= (published[i] >> PUBLISHED_PARENT & 15) > VERDICT_COUNT;
		wrong |= (published[i] >> PUBLISHED_TREND & 15) > TREND_DOWN + 1;
	}
	return !wrong;
}

bool
block_is_sound(const struct figures *f, const struct block_bounds *bounds)
{
	uint64_t cells = (uint64_t)f->series->areas * f->series->periods;

	for (unsigned i = 0; i < COLUMN_NUMBERS; i++)
		if (f->numbers[i] && !numbers_sound(f->numbers[i], cells))
			return false;
	return missing_sound(f->numbers[COLUMN_VALUE], f->missing, cells) &&
	       (!f->notes || numbers_below(f->notes, bounds->notes, cells)) &&
	       (!f->goals || numbers_below(f->goals, bounds->goals, cells)) &&
	       (!f->sources ||
		   sources_sound(f->sources, f->lines, bounds->sources, cells)) &&
	       (!f->published || published_sound(f->published, cells));
}
