#include "cli/value.h"

#include <stdio.h>

#include "base/number.h"

static void
print_frequency(const struct draft_indicator *i, char *out)
{
	if (i->frequency_months == 12)
		snprintf(out, VALUE_LONGEST, "yearly");
	else if (i->frequency_months == 3)
		snprintf(out, VALUE_LONGEST, "quarterly");
	else if (i->frequency_months == 1)
		snprintf(out, VALUE_LONGEST, "monthly");
	else
		snprintf(out, VALUE_LONGEST, "every %u months", i->frequency_months);
}

void
value_of_fact(const struct draft_indicator *indicator, enum fact fact, char *out)
{
	const struct draft_indicator *i = indicator;
	char number[NUMBER_LONGEST];
	size_t len;

	out[0] = '\0';
	if (i->facts[fact].origin == ORIGIN_NONE) {
		snprintf(out, VALUE_LONGEST, "Not known");
		return;
	}
	switch (fact) {
	case FACT_VALUE_TYPE:
		snprintf(out, VALUE_LONGEST, "%s", value_type_word(i->value_type));
		break;
	case FACT_MULTIPLIER:
		len = number_print_grouped(number, i->multiplier, 0);
		snprintf(out, VALUE_LONGEST, "%.*s", (int)len, number);
		break;
	case FACT_UNIT: snprintf(out, VALUE_LONGEST, "%.*s", STR_ARG(i->unit)); break;
	case FACT_INTERVAL:
		snprintf(out, VALUE_LONGEST, "%s", interval_method_word(i->interval));
		break;
	case FACT_POLARITY:
		snprintf(out, VALUE_LONGEST, "%s", polarity_word(i->polarity));
		break;
	case FACT_COMPARISON:
		snprintf(out, VALUE_LONGEST, "%s", comparison_word(i->comparison));
		break;
	case FACT_DECIMALS: snprintf(out, VALUE_LONGEST, "%d", i->decimals); break;
	case FACT_MODELLED:
		snprintf(out, VALUE_LONGEST, "%s", i->modelled ? "yes" : "no");
		break;
	case FACT_FREQUENCY: print_frequency(i, out); break;
	case FACT_YEAR_TYPE:
		snprintf(out, VALUE_LONGEST, "%s", period_style_word(i->year_type));
		break;
	case FACT_ROUNDING:
		if (i->rounding)
			snprintf(out, VALUE_LONGEST, "To the nearest %u", i->rounding);
		else
			snprintf(out, VALUE_LONGEST, "None");
		break;
	case FACT_COUNT: break;
	}
}
