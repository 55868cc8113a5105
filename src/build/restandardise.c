#include "build/restandardise.h"

#include <math.h>

#include "build/conceal.h"
#include "stats/standardise.h"

enum { BANDS_MOST = 100 };

/* False where a band is not to be seen. */
static bool
gather_bands(const struct draft_indicator *indicator, const struct ledger *ledger,
    struct row *const *rows, struct ledger_key key, struct direct_band *out)
{
	if (indicator->band_count > BANDS_MOST)
		return false;
	for (uint32_t b = 0; b < indicator->band_count; b++) {
		key.age = indicator->bands[b].age;
		uint32_t band = ledger_find(ledger, key);
		if (band == RELEASE_NONE || !rows[band])
			return false;
		out[b] = (struct direct_band){
			.events = rows[band]->numbers[COLUMN_COUNT_OF],
			.population = rows[band]->numbers[COLUMN_DENOMINATOR],
			.standard = indicator->bands[b].weight,
		};
		if (isnan(out[b].events) || !(out[b].population > 0))
			return false;
	}
	return indicator->band_count > 0;
}

static bool
rate_of(const struct draft_indicator *indicator, const struct direct_band *bands,
    struct row *row)
{
	struct direct_rate rate;
	struct interval at95, at998;
	struct err err;

	if (!standardise_direct(
		bands, indicator->band_count, indicator->multiplier, &rate, &err) ||
	    !standardise_direct_limits(&rate, 0.95, &at95, &err) ||
	    !standardise_direct_limits(&rate, 0.998, &at998, &err) || isnan(at95.value))
		return false;
	row->numbers[COLUMN_VALUE] = at95.value;
	row->numbers[COLUMN_LOWER95] = at95.lower;
	row->numbers[COLUMN_UPPER95] = at95.upper;
	row->numbers[COLUMN_LOWER998] = at998.lower;
	row->numbers[COLUMN_UPPER998] = at998.upper;
	return true;
}

void
restandardise(const struct draft_indicator *indicator, const struct ledger *ledger,
    struct row *const *rows, uint32_t count, bool banded, struct row *row,
    uint16_t note)
{
	struct direct_band bands[BANDS_MOST];
	struct ledger_key key = ledger->entries[count].key;

	if (isnan(row->numbers[COLUMN_VALUE]))
		return;
	if (indicator->band_count && key.age == indicator->standardised_age) {
		if (!gather_bands(indicator, ledger, rows, key, bands) ||
		    !rate_of(indicator, bands, row))
			conceal_value(row, note);
	} else if (banded)
		conceal_value(row, note);
}
