#include "model/missing.h"

#include "model/words.h"

/* The first row whose words the note has decides, so that a value suppressed for its
 * small count is hidden on purpose and not for want of arithmetic. */
static const struct {
	const char *words;
	enum missing missing;
} notes[] = {
	{ "disclosure", MISSING_SUPPRESSED },
	{ "confidential", MISSING_SUPPRESSED },
	{ "suppressed due to incomplete", MISSING_QUALITY },
	{ "suppressed due to data quality", MISSING_QUALITY },
	{ "suppressed for data quality", MISSING_QUALITY },
	{ "suppressed", MISSING_SUPPRESSED },
	{ "data quality", MISSING_QUALITY },
	{ "incomplete", MISSING_QUALITY },
	{ "too small", MISSING_SMALL },
	{ "too few", MISSING_SMALL },
	{ "small number", MISSING_SMALL },
	{ "small count", MISSING_SMALL },
	{ "small sample", MISSING_SMALL },
	{ "denominator is zero", MISSING_NO_DENOMINATOR },
	{ "no denominator", MISSING_NO_DENOMINATOR },
	{ "zero denominator", MISSING_NO_DENOMINATOR },
};

enum missing
missing_of_note(struct str note)
{
	char buffer[WORDS_LONGEST];
	struct str folded = words_fold(note, buffer);

	if (!str_trim(note).len)
		return MISSING_UNPUBLISHED;
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
		if (words_have(folded, notes[i].words))
			return notes[i].missing;
	/* How figures are made is no reason for one not to be there. */
	return missing_note_is_modelled(note) ? MISSING_UNPUBLISHED : MISSING_NOTED;
}

bool
missing_note_is_modelled(struct str note)
{
	char buffer[WORDS_LONGEST];
	struct str folded = words_fold(note, buffer);

	return words_have(folded, "modelled") || words_have(folded, "synthetic") ||
	       words_have(folded, "estimate");
}

const char *
missing_symbol(enum missing missing)
{
	switch (missing) {
	case MISSING_NOT:
	case MISSING_COUNT: return "";
	case MISSING_SUPPRESSED: return "[c]";
	case MISSING_SMALL:
	case MISSING_QUALITY: return "[u]";
	case MISSING_NOTED:
	case MISSING_UNPUBLISHED:
	case MISSING_NO_ROW:
	case MISSING_GROUP_KIND:
	case MISSING_GROUP_STANDARDISED:
	case MISSING_GROUP_MODELLED:
	case MISSING_GROUP_COUNTS:
	case MISSING_GROUP_DIFFERENT:
	case MISSING_GROUP_PART:
	case MISSING_GROUP_REFUSED: return "[x]";
	case MISSING_NO_DENOMINATOR: return "[z]";
	}
	return "";
}

unsigned
missing_alike(enum missing missing)
{
	struct str symbol = str_of(missing_symbol(missing));
	unsigned alike = 0;

	for (enum missing m = MISSING_NOT; m < MISSING_COUNT; m++)
		if (str_equal(str_of(missing_symbol(m)), symbol))
			alike |= 1u << m;
	return alike;
}

const char *
missing_text(enum missing missing)
{
	switch (missing) {
	case MISSING_NOT:
	case MISSING_COUNT: return "";
	case MISSING_SUPPRESSED: return "hidden so that nobody can be recognised";
	case MISSING_SMALL: return "too few cases to work it out";
	case MISSING_QUALITY: return "not published because the data are not reliable";
	case MISSING_NOTED: return "not published, for the reason in the note";
	case MISSING_UNPUBLISHED: return "not published, and no reason is given";
	case MISSING_NO_ROW: return "no figure for this area and time in the data";
	case MISSING_NO_DENOMINATOR: return "nobody here belongs to this group";
	case MISSING_GROUP_KIND:
		return "values of this kind cannot be worked out for several areas "
		       "together";
	case MISSING_GROUP_STANDARDISED:
		return "a standardised rate of several areas needs their counts by age";
	case MISSING_GROUP_MODELLED:
		return "modelled, not counted: areas cannot be added up";
	case MISSING_GROUP_COUNTS:
		return "published as a rate without counts: areas cannot be added up";
	case MISSING_GROUP_DIFFERENT:
		return "the published values are not count \u00f7 denominator: areas "
		       "cannot be added up";
	case MISSING_GROUP_PART:
		return "not every one of these areas has a figure that can be added";
	case MISSING_GROUP_REFUSED:
		return "this group is not shown, so that nobody can be recognised";
	}
	return "";
}
