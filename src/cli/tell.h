/* cli/tell.h - what commands say to people and scripts. */
#ifndef CLI_TELL_H
#define CLI_TELL_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "build/build.h"
#include "release/reader.h"

/* "tartan build: <err>" on stderr; returns the exit status. */
int tell_error(const char *command, const struct err *err);

/* "tartan build: <fault> 'subject'" and the usage on stderr; returns 2. */
int tell_usage(
    const char *command, const char *usage, const char *fault, const char *subject);

/* Usage and help on stdout; returns 0, or 3 when they cannot be written. */
int tell_help(const char *usage, const char *help);

/* Every fault and note, "file:line:column: fault: text", and a line that counts them.
 */
void tell_report(FILE *out, const struct report *report);

/* "12 indicators, 200 areas, 15 periods: 3,000 figures from 4,000 rows (1,000
 * repeated)". */
void tell_size(FILE *out, const struct draft *draft);
void tell_release(FILE *out, const struct release *release);

/* Every conclusion drawn from the figures, with its evidence, indicator by indicator.
 */
void tell_conclusions(FILE *out, const struct draft *draft);

/* "x.tartan: whole; 12 indicators, 200 areas, 3,000 figures". */
void tell_whole(FILE *out, const char *path, const struct release *release);

/* The same as one JSON object; release NULL: what is wrong with it is the fault. */
void tell_json_release(
    FILE *out, const char *path, const struct release *release, const char *fault);

/* Report, size and conclusions as one JSON object. */
void tell_json(FILE *out, const struct build *build);

#endif
