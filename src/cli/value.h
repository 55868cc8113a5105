/* cli/value.h - the value of a fact about an indicator, in words. */
#ifndef CLI_VALUE_H
#define CLI_VALUE_H

#include "release/draft.h"

enum { VALUE_LONGEST = 128 };

/* Writes at most VALUE_LONGEST bytes, NUL included. */
void value_of_fact(const struct draft_indicator *indicator, enum fact fact, char *out);

#endif
