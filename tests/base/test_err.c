#include "base/err.h"

#include <string.h>

#include "../unit.h"

static const struct {
	enum fault fault;
	int status;
} statuses[] = {
	{ FAULT_NONE, 0 },
	{ FAULT_INPUT, 1 },
	{ FAULT_MISSING, 1 },
	{ FAULT_USAGE, 2 },
	{ FAULT_SYSTEM, 3 },
};

START_TEST(test_exit_status)
{
	ck_assert_int_eq(err_exit_status(statuses[_i].fault), statuses[_i].status);
}
END_TEST

START_TEST(test_set_fills_and_says_false)
{
	struct err err = { 0 };

	ck_assert(!err_set(&err, FAULT_INPUT, "row %d has %s", 12, "no value"));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, "row 12 has no value");
}
END_TEST

START_TEST(test_a_long_text_is_cut)
{
	struct err err;
	char text[2000];

	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	err_set(&err, FAULT_SYSTEM, "%s", text);
	ck_assert_uint_eq(strlen(err.text), sizeof err.text - 1);
}
END_TEST

/* Characters of two, three and four bytes, wherever the end comes within them. */
START_TEST(test_a_text_is_cut_between_characters)
{
	static const char *const letters[] = { "\xc3\xa9", "\xe2\x80\x93",
		"\xf0\x9f\x98\x80" };
	struct err err;
	char text[2000];
	size_t size = strlen(letters[_i]);

	for (size_t lead = 0; lead < size; lead++) {
		memset(text, 'a', lead);
		for (size_t i = 0; i < 400; i++)
			memcpy(text + lead + i * size, letters[_i], size);
		text[lead + 400 * size] = '\0';
		err_set(&err, FAULT_INPUT, "%s", text);
		size_t len = strlen(err.text);
		ck_assert_uint_eq((len - lead) % size, 0);
		ck_assert_uint_gt(len + size, sizeof err.text - 1);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("err");

	ADD_ROWS(tcase, test_exit_status, statuses);
	tcase_add_test(tcase, test_set_fills_and_says_false);
	tcase_add_test(tcase, test_a_long_text_is_cut);
	tcase_add_loop_test(tcase, test_a_text_is_cut_between_characters, 0, 3);
	return unit_run("err", tcase);
}
