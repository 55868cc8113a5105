/* answer/column.h - one series at one period: what can be said of many areas for the
 * price of one search; for this layer's own use.
 *
 * A column is opened, set to a period and then asked for its areas. It lives in the
 * arena it was opened with, and so do the benchmarks it looks up along the way. */
#ifndef ANSWER_COLUMN_H
#define ANSWER_COLUMN_H

#include "answer/finding.h"
#include "answer/heading.h"
#include "answer/spread.h"

/* What areas of a column are compared with, and the spread where quintiles need it. */
struct yardstick {
	struct finding finding;
	struct spread spread;
};

struct column {
	struct arena *arena;
	const struct release *release;
	struct variant variant;
	uint32_t type;
	uint32_t series; /* RELEASE_NONE: there are no figures of this type of area */
	uint32_t period; /* RELEASE_NONE until set, or when the series has none */
	uint32_t place;  /* of the period in the series */
	struct figures figures;
	struct heading heading;
	/* private: */
	bool has_years_elsewhere; /* what the heading is wanting may be found */
	struct yardstick *yardsticks;
	uint32_t yardstick_count, yardstick_room;
};

MUST_CHECK bool column_open(struct arena *arena, const struct release *release,
    const struct variant *variant, uint32_t type, struct column *out, struct err *err);

/* Sets the period; one that the series has not leaves every area without a row. */
void column_at(struct column *column, uint32_t period);

/* The latest period at which one of the areas has a value, else one of them has a row,
 * else the latest of the series; RELEASE_NONE without a series. areas NULL: all. */
uint32_t column_latest(
    const struct column *column, const uint32_t *areas, uint32_t area_count);

/* The figure alone. */
void column_figure(const struct column *column, uint32_t area, struct finding *out);
/* Compares a figure of the column with the benchmark area's (RELEASE_NONE: none). */
MUST_CHECK bool column_compare(struct column *column, uint32_t benchmark,
    bool benchmark_is_parent, struct finding *out, struct err *err);
MUST_CHECK bool column_trend(
    const struct column *column, struct finding *out, struct err *err);

/* What the view compares an area of the column with, or RELEASE_NONE. */
uint32_t column_benchmark(
    const struct column *column, const struct view *view, uint32_t area);

/* Figure, comparison as the view asks for, trend. */
MUST_CHECK bool column_finding(struct column *column, const struct view *view,
    uint32_t area, struct finding *out, struct err *err);

/* The root's figure of the column's period, with its trend. It is not compared, unless
 * the variant is a category: then with its total. */
MUST_CHECK bool column_root(struct column *column, const struct view *view,
    struct finding *out, struct err *err);

/* A parent's, with its trend, compared with the view's benchmark; not where that is the
 * parent itself. RELEASE_NONE finds nothing. */
MUST_CHECK bool column_parent(struct column *column, const struct view *view,
    uint32_t parent, struct finding *out, struct err *err);

/* That of the view's benchmark, with its trend, where it is neither of these two; else
 * finds nothing. It is not compared. */
MUST_CHECK bool column_other(struct column *column, const struct view *view,
    struct finding *out, struct err *err);

#endif
