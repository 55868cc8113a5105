#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

/* What the header puts in its place for the analyzer. */
#undef err_set

bool
err_set(struct err *err, enum fault fault, const char *format, ...)
{
	va_list args;

	err->fault = fault;
	va_start(args, format);
	vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	return false;
}

int
err_exit_status(enum fault fault)
{
	switch (fault) {
	case FAULT_NONE: return 0;
	case FAULT_INPUT:
	case FAULT_MISSING: return 1;
	case FAULT_USAGE: return 2;
	case FAULT_SYSTEM: return 3;
	}
	return 3;
}
