/* calc/request.h - what is to be computed: a method, the columns it reads and the
 * settings it is given. */
#ifndef CALC_REQUEST_H
#define CALC_REQUEST_H

#include <stdbool.h>

#include "calc/method.h"

enum { CALC_BY = 16 /* columns that groups are made by, at most */ };

struct calc_request {
	const struct calc_method *method;
	/* The names asked for; NULL: the method's own; empty: leave it out. */
	const char *columns[CALC_COLUMNS];
	struct str by[CALC_BY];
	size_t by_count;
	bool json;
	/* private: what calc_request_settings completes */
	struct calc_settings settings;
	bool multiplied;
};

/* The method with the settings it has unless told otherwise. */
void calc_request_init(struct calc_request *request, const struct calc_method *method);

/* One option, its name without hyphens and its value as typed; names point into the
 * value. Fails with FAULT_USAGE:
 *   by          "region,year": columns without a name, or more than CALC_BY of them
 *   confidence  "95", "95%", "0.95" or several with commas: a level outside [0.9, 1)
 *               and [90, 100), one level twice, more than CALC_LEVELS of them
 *   multiplier  that is not above 0; where a negative one turns the answer round: 0
 *   a column    that must be there and has no name
 *   a choice    a word or a number that it does not offer
 *   any other option, and those of the first three that the method has no use for */
MUST_CHECK bool calc_request_set(struct calc_request *request, const char *option,
    const char *value, struct err *err);

/* The settings with all that was left to be: 95 %, the multiplier that goes with the
 * method or with one of its choices. */
struct calc_settings calc_request_settings(const struct calc_request *request);

#endif
