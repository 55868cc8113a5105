/* answer/synonyms.h - what the field says in several ways: abbreviations and other
 * words. */
#ifndef ANSWER_SYNONYMS_H
#define ANSWER_SYNONYMS_H

#include <stddef.h>

#include "base/str.h"

/* Lines of terms that mean the same, with bars between them. */
const struct str *synonyms_table(size_t *lines);

#endif
