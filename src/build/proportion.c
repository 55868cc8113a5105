#include "build/proportion.h"

#include "base/number.h"
#include "source/locate.h"

/* rounding: of counts; what is rounded up may be that much above what is rounded down.
 */
static void
check_row(const struct collection *c, struct row_ref ref, unsigned rounding,
    struct report *report)
{
	const struct row *row = collected_row(c, ref);
	double count = row->numbers[COLUMN_COUNT_OF];
	double denominator = row->numbers[COLUMN_DENOMINATOR];
	struct place place = collected_place(c, ref);
	char texts[2][NUMBER_LONGEST];
	size_t lengths[2];

	/* Nothing is above what is not there. */
	if (!(count > denominator + rounding))
		return;
	lengths[0] = number_print(texts[0], count);
	lengths[1] = number_print(texts[1], denominator);
	place.column = locate_later(ROLE_COUNT_OF);
	report_fault(report, place,
	    "count %.*s is above the denominator %.*s in a proportion; wanted a count "
	    "between 0 and the denominator",
	    (int)lengths[0], texts[0], (int)lengths[1], texts[1]);
}

void
proportion_check(const struct collection *collection,
    const struct draft_indicator *indicators, struct report *report)
{
	for (uint32_t s = 0; s < collection->series_count; s++) {
		const struct collected_series *series = &collection->series[s];
		if (!series->above_denominator ||
		    indicators[series->indicator].value_type != VALUE_PROPORTION)
			continue;
		for (uint32_t r = 0; r < series->row_count; r++)
			check_row(collection, series->rows[r],
			    indicators[series->indicator].rounding, report);
	}
}
