#include "source/pull.h"

#include "../unit.h"
#include "base/buf.h"

static const struct {
	const char *name, *text, *tokens;
} cases[] = {
	{ "nothing", "", "the file ends too early at 0" },
	{ "a number", " -12.5e1 ", "-125 end" },
	{ "words", "[true, false,null]", "[ other other other ] end" },
	{ "an object", "{\"a\": 1, \"b\": {}}", "{ a: 1 b: { } } end" },
	{ "arrays in arrays", "[[1,2],[]]", "[ [ 1 2 ] [ ] ] end" },
	{ "escapes", "\"a\\\"\\\\\\/\\n\\u00e9\\uD83D\\uDE00b\"",
	    "'a\"\\/\n\xc3\xa9\xf0\x9f\x98\x80"
	    "b' end" },
	{ "more than one", "1 2", "1 something stands behind the end at 2" },
	{ "a missing comma", "[1 2]", "[ 1 a comma is missing at 3" },
	{ "a comma too many", "[1,]", "[ 1 a value is missing at 3" },
	{ "a comma before all", "[,1]", "[ a value is missing at 1" },
	{ "a comma at the end of an object", "{\"a\":1,}",
	    "{ a: 1 a name in quotes is missing at 7" },
	{ "a missing colon", "{\"a\" 1}", "{ a colon is missing at 5" },
	{ "a name without value", "{\"a\":}", "{ a: a value is missing at 5" },
	{ "another bracket", "[1}", "[ 1 a comma is missing at 2" },
	{ "the end too early", "{\"a\": [1", "{ a: [ 1 the file ends too early at 8" },
	{ "a string that does not end", "\"abc", "a quote is missing at 4" },
	{ "a line break in a string", "\"a\nb\"", "a quote is missing at 2" },
	{ "no such escape", "\"\\x\"", "no such escape at 2" },
	{ "half a pair", "\"\\ud83d!\"", "no such escape at 7" },
	{ "a NUL", "\"\\u0000\"", "no such escape at 7" },
	{ "a number with too many points", "1.2.3", "no number at 0" },
	{ "a number beyond all", "1e999", "no number at 0" },
	{ "a word of another language", "None", "a value is missing at 0" },
};

static void
print_token(struct buf *out, struct pull *pull, enum pull_token token)
{
	switch (token) {
	case PULL_OBJECT: buf_print(out, "{ "); break;
	case PULL_OBJECT_END: buf_print(out, "} "); break;
	case PULL_ARRAY: buf_print(out, "[ "); break;
	case PULL_ARRAY_END: buf_print(out, "] "); break;
	case PULL_KEY: buf_print(out, "%.*s: ", STR_ARG(pull->string)); break;
	case PULL_STRING: buf_print(out, "'%.*s' ", STR_ARG(pull->string)); break;
	case PULL_NUMBER: buf_print(out, "%g ", pull->number); break;
	case PULL_OTHER: buf_print(out, "other "); break;
	case PULL_END: buf_print(out, "end"); break;
	case PULL_WRONG: buf_print(out, "%s at %zu", pull->wrong, pull->start); break;
	}
}

START_TEST(test_tokens)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct pull pull = pull_of(&arena, str_of(cases[_i].text));
	enum pull_token token;

	do {
		token = pull_next(&pull);
		print_token(&got, &pull, token);
	} while (token != PULL_END && token != PULL_WRONG);
	ck_assert_msg(str_equal(buf_str(&got), str_of(cases[_i].tokens)),
	    "%s: got %.*s", cases[_i].name, STR_ARG(buf_str(&got)));
	ck_assert(pull_next(&pull) == token);
}
END_TEST

START_TEST(test_depth)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF text = { 0 };
	struct pull pull;

	for (int i = 0; i <= PULL_DEEPEST; i++)
		buf_add_char(&text, '[');
	pull = pull_of(&arena, buf_str(&text));
	for (int i = 0; i < PULL_DEEPEST; i++)
		ck_assert(pull_next(&pull) == PULL_ARRAY);
	ck_assert(pull_next(&pull) == PULL_WRONG);
}
END_TEST

START_TEST(test_skip)
{
	AUTO_ARENA arena = { 0 };
	struct pull pull = pull_of(&arena, STR("[{\"a\": [1, {}]}, 7, [1"));

	ck_assert(pull_next(&pull) == PULL_ARRAY);
	ck_assert(pull_skip(&pull, pull_next(&pull)));
	ck_assert(pull_skip(&pull, pull_next(&pull)));
	ck_assert_double_eq(pull.number, 7);
	ck_assert(!pull_skip(&pull, pull_next(&pull)));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("pull");

	ADD_ROWS(tcase, test_tokens, cases);
	tcase_add_test(tcase, test_depth);
	tcase_add_test(tcase, test_skip);
	return unit_run("source pull", tcase);
}
