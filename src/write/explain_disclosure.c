/* What is hidden or rounded of an indicator, and what that means for one figure. */
#include <math.h>

#include "disclose/saying.h"
#include "write/telling.h"

static const char disclosure_section[] = "Disclosure control";

/* Of a hidden count, never whether it is small unless the rule says so to everybody. */
static const char *
hidden_words(const struct release_rule *rule, uint32_t note)
{
	if (!(rule->flags & RULE_TOLD_APART))
		return "The count is hidden. Whether it is small itself, or hidden for "
		       "the sake of others, is not said.";
	return note == rule->note
		   ? "The count is hidden because it is small."
		   : "The count is hidden so that others cannot be worked "
		     "out from it; it is not small itself.";
}

void
explain_disclosure(struct telling *t)
{
	const struct release_rule *rule = release_rule(t->release, t->number);
	const struct figure *figure = &t->why->finding.figure;

	if (!rule)
		return;
	struct disclose_rule said = release_rule_of(t->release, rule);
	if (isnan(figure->count) && figure->note &&
	    (figure->note == rule->note || figure->note == rule->note_other))
		telling_add(t, disclosure_section, "figure", "This figure",
		    str_of(hidden_words(rule, figure->note)));
	telling_add(t, disclosure_section, "name", "Rule", said.name);
	telling_add(t, disclosure_section, "rule", "What it hides",
	    disclose_saying(t->arena, &said));
}
