/* answer/history.h - trends: one indicator and area over all periods, against the
 * benchmark. */
#ifndef ANSWER_HISTORY_H
#define ANSWER_HISTORY_H

#include "answer/finding.h"

struct history_point {
	uint32_t period;
	struct finding area, benchmark, parent;
	bool gap_before; /* there is a point before, but not of the period just before
			  */
	/* The month (since January of year 0) in which the area's boundary changed
	 * since the point before; 0 where it did not. */
	int32_t change_before;
};

/* Where the area has no row, the one that stood in its place at that time is looked
 * for: point.area.area says which it is. */
struct history {
	struct history_point
	    *points; /* oldest first; periods without any row left out */
	uint32_t count;
	/* The points from here on are as long as the latest; shorter and longer ones
	 * stand before them, each length by itself. */
	uint32_t course;
	struct trend_result trend; /* of the area, at the latest period it has a row of
				    */
	bool trend_as_published;
	double least,
	    most; /* of values and limits of the area and values of the benchmark */
};

MUST_CHECK bool history_ask(
    struct arena *arena, const struct view *view, struct history *out, struct err *err);

/* The part that a line may join: the points that are as long as the latest. Its points
 * are those of the whole. */
struct history history_course(const struct history *history);

#endif
