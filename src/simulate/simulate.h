/* simulate/simulate.h - a source folder for a made-up England, of any size.
 *
 * The folder holds tartan.yaml, definitions.yaml and data files in the form of
 * Fingertips downloads. The same options write the same bytes, on any machine and with
 * any number of cores; a bigger folder holds the figures of a smaller one of the same
 * seed unchanged. */
#ifndef SIMULATE_SIMULATE_H
#define SIMULATE_SIMULATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/progress.h"

struct simulate_options {
	uint64_t seed;
	/* About so many data rows: whole indicators are left out or, numbered, added
	 * until there are as many. 0: the example as it is, some 200,000. */
	size_t figures;
	bool one_file;             /* all figures in one file instead of one a domain */
	size_t threads;            /* 0: as many as there are cores */
	struct progress *progress; /* or NULL */
};

/* What was written. */
struct simulate_result {
	size_t indicators, rows, files;
};

/* Makes the directory, which must not exist yet or be empty, and writes the folder
 * there. Fails with FAULT_INPUT when it holds files already, FAULT_SYSTEM when it
 * cannot be written; files written until then stay. */
MUST_CHECK bool simulate_write(const char *directory,
    const struct simulate_options *options, struct simulate_result *result,
    struct err *err);

#endif
