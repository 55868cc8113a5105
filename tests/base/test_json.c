#include "base/json.h"

#include <math.h>

#include "../unit.h"

START_TEST(test_commas_and_nesting)
{
	AUTO_BUF out = { 0 };
	struct json json = json_to(&out);

	json_object(&json);
	json_key(&json, "name");
	json_text(&json, STR("Rutland"));
	json_key(&json, "none");
	json_array(&json);
	json_close(&json);
	json_key_text(&json, STR("some"));
	json_array(&json);
	json_whole(&json, UINT64_MAX);
	json_object(&json);
	json_close(&json);
	json_number(&json, 0.1);
	json_close(&json);
	json_close(&json);
	buf_add_char(&out, '\0');
	ck_assert_str_eq(out.at, "{\"name\":\"Rutland\",\"none\":[],"
				 "\"some\":[18446744073709551615,{},0.1]}");
}
END_TEST

static const struct {
	const char *name;
	struct str text;
	const char *json;
} texts[] = {
	{ "empty", STR_IN_TABLE(""), "\"\"" },
	{ "quotation marks and backslashes", STR_IN_TABLE("a\"b\\c"),
	    "\"a\\\"b\\\\c\"" },
	{ "controls", STR_IN_TABLE("a\n\x01\0b"), "\"a\\u000a\\u0001\\u0000b\"" },
	{ "other letters as they are", STR_IN_TABLE("\xc3\xa9</script>"),
	    "\"\xc3\xa9</script>\"" },
};

START_TEST(test_texts)
{
	AUTO_BUF out = { 0 };
	struct json json = json_to(&out);

	json_text(&json, texts[_i].text);
	buf_add_char(&out, '\0');
	ck_assert_msg(
	    strcmp(out.at, texts[_i].json) == 0, "%s: %s", texts[_i].name, out.at);
}
END_TEST

START_TEST(test_numbers_that_json_lacks)
{
	AUTO_BUF out = { 0 };
	struct json json = json_to(&out);

	json_array(&json);
	json_number(&json, (double)NAN);
	json_number(&json, (double)INFINITY);
	json_number(&json, -1e300);
	json_digits(&json, STR("120"));
	json_close(&json);
	buf_add_char(&out, '\0');
	ck_assert_str_eq(out.at, "[null,null,-1e+300,120]");
}
END_TEST

START_TEST(test_what_is_made_ready)
{
	AUTO_BUF written = { 0 }, ready = { 0 };
	struct json json = json_to(&written), other = json_to(&ready);
	AUTO_ARENA arena = { 0 };

	json_object(&json);
	json_object(&other);
	for (size_t i = 0; i < ROWS(texts); i++) {
		json_key_text(&json, texts[i].text);
		json_whole(&json, i);
		json_key_ready(&other, json_ready_key(&arena, texts[i].text));
		json_whole(&other, i);
		json_key_text(&json, texts[i].text);
		json_text(&json, texts[i].text);
		json_members_ready(
		    &other, json_ready_member(&arena, texts[i].text, texts[i].text));
	}
	json_close(&json);
	json_close(&other);
	ck_assert(str_equal(buf_str(&written), buf_str(&ready)));
}
END_TEST

START_TEST(test_lines)
{
	AUTO_BUF out = { 0 };
	struct json json = json_to(&out);

	json_array(&json);
	for (unsigned i = 0; i < 2; i++) {
		json_break(&json);
		json_object(&json);
		json_key(&json, "i");
		json_whole(&json, i);
		json_close(&json);
	}
	json_break(&json);
	json_close(&json);
	buf_add_char(&out, '\0');
	ck_assert_str_eq(out.at, "[\n{\"i\":0},\n{\"i\":1}\n]");
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("json");

	tcase_add_test(tcase, test_commas_and_nesting);
	ADD_ROWS(tcase, test_texts, texts);
	tcase_add_test(tcase, test_numbers_that_json_lacks);
	tcase_add_test(tcase, test_what_is_made_ready);
	tcase_add_test(tcase, test_lines);
	return unit_run("json", tcase);
}
