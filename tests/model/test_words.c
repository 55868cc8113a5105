#include "model/words.h"

#include "../unit.h"

/* A table that is not sorted loses words without a sound. */
START_TEST(test_order)
{
	char folded[WORDS_LONGEST];
	size_t count = 0;
	const struct word *rows = words_table((enum word_table)_i, &count);

	ck_assert_uint_gt(count, 0);
	for (size_t i = 0; i < count; i++) {
		struct str text = str_of(rows[i].text);
		int value = -1;
		ck_assert_msg(i == 0 || strcmp(rows[i - 1].text, rows[i].text) < 0,
		    "'%s' stands behind '%s'", rows[i].text, rows[i - 1].text);
		ck_assert_msg(str_equal(words_fold(text, folded), text),
		    "'%s' is not folded", rows[i].text);
		ck_assert(words_find((enum word_table)_i, text, &value));
		ck_assert_int_eq(value, rows[i].value);
	}
}
END_TEST

static const struct {
	const char *name, *text, *folded;
} folds[] = {
	{ "nothing", "", "" },
	{ "white space", " \t ", "" },
	{ "case", "Crude Rate", "crude rate" },
	{ "double and outer spaces", "  Crude   rate ", "crude rate" },
	{ "punctuation", "RAG - Low is good", "rag low is good" },
	{ "apostrophe", "Byar's method", "byars method" },
	{ "typographic apostrophe", "Byar\xe2\x80\x99s method", "byars method" },
	{ "ampersand", "Dobson & Byar's", "dobson and byars" },
	{ "ampersand without spaces", "County&UA", "county and ua" },
	{ "only an ampersand", "&", "and" },
	{ "figures", "Upper tier (post 4/21)", "upper tier post 4 21" },
	{ "other letters", "Ynys M\xc3\xb4n", "ynys m n" },
};

START_TEST(test_fold)
{
	char out[WORDS_LONGEST];
	struct str folded = words_fold(str_of(folds[_i].text), out);

	ck_assert_msg(str_equal(folded, str_of(folds[_i].folded)), "%s: '%.*s'",
	    folds[_i].name, STR_ARG(folded));
}
END_TEST

START_TEST(test_fold_long)
{
	char text[1000], out[WORDS_LONGEST];

	memset(text, '&', sizeof text);
	ck_assert_uint_lt(
	    words_fold((struct str){ .at = text, .len = sizeof text }, out).len,
	    WORDS_LONGEST);
	memset(text, 'x', sizeof text);
	ck_assert_uint_lt(
	    words_fold((struct str){ .at = text, .len = sizeof text }, out).len,
	    WORDS_LONGEST);
}
END_TEST

START_TEST(test_have)
{
	ck_assert(words_have(STR("nhs combined authorities"), "combined authorit"));
	ck_assert(words_have(STR("wards"), "ward"));
	ck_assert(!words_have(STR("underestimate"), "estimate"));
	ck_assert(!words_have(STR("ward"), "wards"));
	ck_assert(!words_have(STR(""), "ward"));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("words");

	tcase_add_loop_test(tcase, test_order, 0, WORDS_TABLE_COUNT);
	ADD_ROWS(tcase, test_fold, folds);
	tcase_add_test(tcase, test_fold_long);
	tcase_add_test(tcase, test_have);
	return unit_run("words", tcase);
}
