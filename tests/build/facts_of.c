#include "facts_of.h"

static void
print_value(struct buf *out, const struct draft_indicator *i, enum fact fact)
{
	switch (fact) {
	case FACT_VALUE_TYPE:
		buf_add(out, str_of(value_type_word(i->value_type)));
		break;
	case FACT_MULTIPLIER: buf_add_number(out, i->multiplier); break;
	case FACT_UNIT: buf_add(out, i->unit.len ? i->unit : STR("-")); break;
	case FACT_INTERVAL:
		buf_add(out, str_of(interval_method_word(i->interval)));
		break;
	case FACT_POLARITY: buf_add(out, str_of(polarity_word(i->polarity))); break;
	case FACT_COMPARISON:
		buf_add(out, str_of(comparison_word(i->comparison)));
		break;
	case FACT_DECIMALS: buf_print(out, "%d", i->decimals); break;
	case FACT_MODELLED: buf_add(out, i->modelled ? STR("yes") : STR("no")); break;
	case FACT_FREQUENCY: buf_print(out, "%u months", i->frequency_months); break;
	case FACT_ROUNDING: buf_print(out, "to %u", i->rounding); break;
	case FACT_YEAR_TYPE:
	case FACT_COUNT: break;
	}
}

void
facts_of(struct buf *out, const struct draft_indicator *indicator)
{
	const struct draft_indicator *i = indicator;

	for (unsigned f = 0; f < FACT_COUNT; f++) {
		const struct draft_fact *fact = &i->facts[f];
		bool follows = f == FACT_UNIT || f == FACT_YEAR_TYPE ||
			       (f == FACT_COMPARISON && fact->text.len &&
				   fact->origin == ORIGIN_NONE);
		if ((fact->origin == ORIGIN_NONE && !fact->text.len) ||
		    fact->origin == ORIGIN_ASSUMED ||
		    (follows && fact->origin <= ORIGIN_INFERRED))
			continue;
		buf_print(out, "%s: ", fact_word((enum fact)f));
		print_value(out, i, (enum fact)f);
		if (fact->origin == ORIGIN_NONE)
			buf_print(out, ", %.*s", STR_ARG(fact->text));
		else if (fact->origin != ORIGIN_INFERRED)
			buf_print(out, ", %s", origin_word(fact->origin));
		else if (fact->supporting || fact->contradicting)
			buf_print(out, ", %u for, %u against", fact->supporting,
			    fact->contradicting);
		buf_add_char(out, '\n');
	}
}
