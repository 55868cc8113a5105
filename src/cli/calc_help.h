/* cli/calc_help.h - what 'tartan calc' says of itself and of its methods, all of it
 * taken from their descriptions. */
#ifndef CLI_CALC_HELP_H
#define CLI_CALC_HELP_H

#include <stdio.h>

#include "calc/method.h"

/* How the command is used, or how it is with a method. */
void calc_help_usage(FILE *out, const struct calc_method *method);

/* Usage, methods and the options that all of them have; returns the exit status. */
int calc_help_methods(FILE *out);

/* Formula, source, columns, options and an example that can be typed, on stdout;
 * returns the exit status. */
int calc_help_method(const struct calc_method *method);

#endif
