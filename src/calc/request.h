/* calc/request.h - what is to be computed: a method, the columns it reads and the
 * settings it is given. */
#ifndef CALC_REQUEST_H
#define CALC_REQUEST_H

#include <stdbool.h>

#include "calc/method.h"

enum { CALC_BY = 16 /* columns that groups are made by, at most */ };

struct calc_request {
	const struct calc_method *method;
	const char *columns[CALC_COLUMNS]; /* the names asked for; NULL: the method's */
	struct str by[CALC_BY];
	size_t by_count;
	struct calc_settings settings;
	bool json;
};

/* The method with the settings it has unless told otherwise: its multiplier, its own
 * choices, and 95 % when no level is asked for. */
void calc_request_init(struct calc_request *request, const struct calc_method *method);

/* Each reads one option's value, as typed. They fail with FAULT_USAGE: a level outside
 * [0.9, 1) and [90, 100), a multiplier that is not more than 0 (or is 0), a word or
 * number that the choice does not offer, more of anything than there is room for. */
MUST_CHECK bool calc_request_confidence(
    struct calc_request *request, const char *text, struct err *err);
MUST_CHECK bool calc_request_multiplier(
    struct calc_request *request, const char *text, struct err *err);
MUST_CHECK bool calc_request_choice(
    struct calc_request *request, size_t choice, const char *text, struct err *err);

/* "region,year": the names point into the text. */
MUST_CHECK bool calc_request_by(
    struct calc_request *request, const char *text, struct err *err);

/* The levels to be computed: those asked for, or 95 %. */
struct calc_settings calc_request_settings(const struct calc_request *request);

#endif
