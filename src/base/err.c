#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

/* What the header puts in its place for the analyzer. */
#undef err_set

/* A text that was cut off within a character of UTF-8 loses the beginning of it, too.
 */
static void
cut_half_character(char *text, size_t len)
{
	size_t start = len;

	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0 || (unsigned char)text[start - 1] < 0xC0)
		return;
	unsigned char lead = (unsigned char)text[start - 1];
	size_t wanted = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
	if (len - start < wanted)
		text[start - 1] = '\0';
}

bool
err_set(struct err *err, enum fault fault, const char *format, ...)
{
	va_list args;
	int len;

	err->fault = fault;
	va_start(args, format);
	len = vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	if (len >= (int)sizeof err->text)
		cut_half_character(err->text, sizeof err->text - 1);
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
