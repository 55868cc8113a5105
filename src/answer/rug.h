/* answer/rug.h - the domain overview: indicators down, areas across. */
#ifndef ANSWER_RUG_H
#define ANSWER_RUG_H

#include "answer/finding.h"

struct rug_row {
	struct variant variant;
	uint32_t
	    number; /* from 1, in the order of the domain: what sorts columns by it */
	uint32_t period; /* the latest with a value among the areas; without any, the
			    latest with a row, so that reasons can be shown */
	bool is_new;     /* the source marks it as new data */
	struct finding root;      /* England */
	struct finding parent;    /* series RELEASE_NONE when the view has no parent */
	struct finding benchmark; /* likewise where it is root, parent or a column */
	struct finding *areas;    /* one a column */
};

struct rug {
	/* Columns, by name or as sorted; without areas that none of the rows is about,
	 * as they had ended or not begun. */
	uint32_t *areas;
	uint32_t area_count;
	struct rug_row *rows;
	uint32_t row_count;
	uint32_t
	    sorted_area; /* the area whose column orders the rows, or RELEASE_NONE */
	uint32_t
	    elsewhere; /* indicators of the domain without figures for this area type */
};

/* view->sort: empty or "name" for columns by name; the number of a row from 1 for
 * columns by that row's values, highest first ("-N": lowest first); the code of an area
 * of a column for rows by how they compare there: worst first, then those without a
 * judgement that differ, then similar ones, better ones, those not compared. */
MUST_CHECK bool rug_ask(
    struct arena *arena, const struct view *view, struct rug *out, struct err *err);

#endif
