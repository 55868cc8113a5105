/* cli/choice.h - of a directory of releases those that are served. */
#ifndef CLI_CHOICE_H
#define CLI_CHOICE_H

#include "serve/edition.h"

bool choice_is_release(struct str path); /* by its ending, ".tartan" */
void choice_today(char date[11]);        /* YYYY-MM-DD, local time */

/* Fills *chosen with, for each profile, the newest release whose publication date has
 * come; of one date the last by name. An edition of `now` is used again where its file
 * is as it was, and also where the file cannot be read: somebody may be writing to it.
 * Other files that cannot be read are told on stderr and left out, those that are not
 * due yet as well. Fails with FAULT_MISSING when nothing is left. editions_drop is due
 * after success. */
MUST_CHECK bool choice_make(const char *directory, const struct editions *now,
    struct editions *chosen, struct err *err);

#endif
