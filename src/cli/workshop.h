/* cli/workshop.h - a source folder, built to be served. */
#ifndef CLI_WORKSHOP_H
#define CLI_WORKSHOP_H

#include "serve/edition.h"

/* Builds the folder and opens what comes of it, a file without a name: nothing is left
 * behind, however this ends.
 *
 * Another process does the building, `tartan build`: sources are read where they lie,
 * so that whoever cuts one off ends their reader. All its memory is given back, too. It
 * reports to stderr.
 *
 * The signals to stop are held (cli/stop.h); one ends the build. NULL with FAULT_INPUT
 * for faults of the folder, else FAULT_SYSTEM. */
MUST_CHECK struct edition *workshop_build(const char *folder, struct err *err);

#endif
