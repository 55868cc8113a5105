/* cli/workshop.h - a source folder, built to be served. */
#ifndef CLI_WORKSHOP_H
#define CLI_WORKSHOP_H

#include "serve/edition.h"

/* Builds the folder and opens what comes of it, which has no file: nothing is left to
 * remove. The report goes to stderr. NULL with the faults of a build, or FAULT_SYSTEM.
 */
MUST_CHECK struct edition *workshop_build(const char *folder, struct err *err);

#endif
