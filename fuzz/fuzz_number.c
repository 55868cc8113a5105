/* fuzz/fuzz_number.c - whatever is read as a number is finite and, printed, reads back
 * the same. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
must(bool truth)
{
	if (!truth)
		abort();
}

/* Plain decimals mean what the C library takes them for. */
static void
compare(struct str text, double value)
{
	char copy[64];

	if (text.len >= sizeof copy)
		return;
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == ',')
			return;
	memcpy(copy, text.at, text.len);
	copy[text.len] = '\0';
	must(strtod(copy, NULL) == value);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str text = { .at = (const char *)bytes, .len = len };
	char printed[NUMBER_LONGEST];
	double value, again;
	uint64_t whole;

	must(number_decimals(text) >= 0);
	(void)number_parse_whole(text, &whole);
	if (!number_parse(text, &value))
		return 0;
	must(isfinite(value));
	compare(text, value);
	must(number_parse(
	    (struct str){ printed, number_print(printed, value) }, &again));
	must(again == value);
	for (int decimals = 0; decimals < 4; decimals++) {
		must(number_print_fixed(printed, value, decimals) <= NUMBER_LONGEST);
		must(number_print_grouped(printed, value, decimals) <= NUMBER_LONGEST);
	}
	return 0;
}
