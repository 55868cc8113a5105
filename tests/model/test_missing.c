#include "model/missing.h"

#include "../unit.h"

static const struct {
	const char *note;
	enum missing missing;
	bool modelled;
} notes[] = {
	{ "", MISSING_UNPUBLISHED, false },
	{ "   ", MISSING_UNPUBLISHED, false },
	{ "Value suppressed for disclosure control reasons", MISSING_SUPPRESSED,
	    false },
	{ "Value suppressed for disclosure control due to small count",
	    MISSING_SUPPRESSED, false },
	{ "value  SUPPRESSED", MISSING_SUPPRESSED, false },
	{ "Value missing for reasons of confidentiality", MISSING_SUPPRESSED, false },
	{ "Value cannot be calculated as number of cases is too small", MISSING_SMALL,
	    false },
	{ "Value not published due to small numbers", MISSING_SMALL, false },
	{ "Too few cases", MISSING_SMALL, false },
	{ "Value not published for data quality reasons", MISSING_QUALITY, false },
	{ "Value suppressed due to incompleteness of source data", MISSING_QUALITY,
	    false },
	{ "There is a data quality issue with this value. Potential underestimate of "
	  "the value due to double counting of patients in QOF",
	    MISSING_QUALITY, false },
	{ "Denominator is zero", MISSING_NO_DENOMINATOR, false },
	{ "Value is modelled or synthetic estimate", MISSING_UNPUBLISHED, true },
	{ "Value estimated", MISSING_UNPUBLISHED, true },
	{ "Value estimated from former primary care organisations covered by the LA",
	    MISSING_UNPUBLISHED, true },
	{ "Aggregated from all known lower geography values", MISSING_NOTED, false },
	{ "Value for Cornwall & Isles of Scilly combined", MISSING_NOTED, false },
	{ "See the caveats", MISSING_NOTED, false },
};

START_TEST(test_notes)
{
	struct str note = str_of(notes[_i].note);

	ck_assert_msg(missing_of_note(note) == notes[_i].missing, "'%s': %d",
	    notes[_i].note, (int)missing_of_note(note));
	ck_assert_msg(missing_note_is_modelled(note) == notes[_i].modelled, "'%s'",
	    notes[_i].note);
}
END_TEST

/* Every reason has words and a symbol; a figure that is there has neither. */
START_TEST(test_words)
{
	static const char *const symbols[] = { "[c]", "[u]", "[u]", "[x]", "[x]", "[x]",
		"[z]" };

	ck_assert_str_eq(missing_symbol(MISSING_NOT), "");
	ck_assert_str_eq(missing_text(MISSING_NOT), "");
	ck_assert_str_eq(missing_text(MISSING_SUPPRESSED),
	    "hidden so that nobody can be recognised");
	for (int m = MISSING_NOT + 1; m < MISSING_COUNT; m++) {
		/* Those of groups are not available, whatever is behind it. */
		ck_assert_str_eq(missing_symbol((enum missing)m),
		    m < MISSING_STORED ? symbols[m - 1] : "[x]");
		ck_assert_uint_gt(strlen(missing_text((enum missing)m)), 10);
	}
}
END_TEST

/* A refusal says no more than that it is one. */
START_TEST(test_refusal)
{
	ck_assert(
	    str_has(str_of(missing_text(MISSING_GROUP_REFUSED)), STR("not shown")));
}
END_TEST

/* Reasons are alike when they have one symbol, and each is like itself. */
START_TEST(test_alike)
{
	ck_assert_uint_eq(missing_alike(MISSING_SUPPRESSED), 1u << MISSING_SUPPRESSED);
	ck_assert_uint_eq(missing_alike(MISSING_QUALITY),
	    1u << MISSING_SMALL | 1u << MISSING_QUALITY);
	ck_assert_uint_eq(missing_alike(MISSING_NO_ROW) & ((1u << MISSING_STORED) - 1),
	    1u << MISSING_NOTED | 1u << MISSING_UNPUBLISHED | 1u << MISSING_NO_ROW);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("missing");

	ADD_ROWS(tcase, test_notes, notes);
	tcase_add_test(tcase, test_words);
	tcase_add_test(tcase, test_refusal);
	tcase_add_test(tcase, test_alike);
	return unit_run("missing", tcase);
}
