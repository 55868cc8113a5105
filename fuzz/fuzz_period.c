/* fuzz/fuzz_period.c - whatever is read as a period is one that can be, and printed it
 * reads back the same; other short texts of the field only must not do harm. */
#include <stdint.h>
#include <stdlib.h>

#include "model/area.h"
#include "model/indicator.h"
#include "model/missing.h"
#include "model/period.h"
#include "model/verdict.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
must(bool truth)
{
	if (!truth)
		abort();
}

static void
read_words(struct str text)
{
	struct str name = area_short_name(text);
	enum polarity polarity;
	enum verdict verdict;
	enum trend trend;
	unsigned from, until;

	must(name.len <= text.len);
	must(area_level_of(text) < LEVEL_COUNT);
	must(missing_of_note(text) != MISSING_NOT);
	(void)missing_note_is_modelled(text);
	if (verdict_parse(text, &verdict))
		must(verdict < VERDICT_COUNT);
	if (trend_parse(text, &trend, &polarity))
		must(trend_words(trend, polarity)[0] != '\0');
	if (age_parse(text, &from, &until))
		must(from <= until && until <= 199);
	if (period_range_parse(text, &from))
		must(from > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str text = { .at = (const char *)bytes, .len = len };
	char printed[PERIOD_LONGEST];
	struct period period, again;
	struct err err;

	read_words(text);
	if (!period_parse(text, &period, &err))
		return 0;
	must(period_is_valid(period));
	must(period_parse(
	    (struct str){ .at = printed, .len = period_print(period, printed) }, &again,
	    &err));
	must(period_order(period, again) == 0);
	return 0;
}
