#include "base/str.h"

#include <stdio.h>

#include "../unit.h"
#include "base/arena.h"

static bool
is_text(struct str s, const char *text)
{
	return str_equal(s, str_of(text));
}

static const struct {
	const char *name, *text, *slug;
} slugs[] = {
	{ "words", "County & UA", "county-ua" },
	{ "apostrophe", "King's Lynn", "kings-lynn" },
	{ "runs and ends", "  --A  (B)--C. ", "a-b-c" },
	{ "figures", "Under 18s, 2017/18", "under-18s-2017-18" },
	{ "no letters", "%%%", "x" },
	{ "empty", "", "x" },
	{ "letters beyond ASCII", "Ynys M\xc3\xb4n", "ynys-m-n" },
};

START_TEST(test_slug)
{
	AUTO_ARENA arena = { 0 };
	struct str slug = str_slug(&arena, str_of(slugs[_i].text));

	ck_assert_msg(
	    is_text(slug, slugs[_i].slug), "%s: '%.*s'", slugs[_i].name, STR_ARG(slug));
}
END_TEST

static const struct {
	const char *name, *a, *b;
	int order;
} orders[] = {
	{ "by number", "a2", "a10", -1 },
	{ "equal", "a10", "a10", 0 },
	{ "case folded", "B1", "a1", 1 },
	{ "case decides last", "A1", "a1", -1 },
	{ "prefix first", "Ward", "Ward 2", -1 },
	{ "leading zeros", "007", "8", -1 },
	{ "leading zeros decide last", "01", "1", -1 },
	{ "only zeros", "000", "0b", -1 },
	{ "long numbers", "9999999999999999999999", "10000000000000000000000", -1 },
	{ "second number", "5-9 yrs", "5-10 yrs", -1 },
	{ "figure before letter", "1a", "aa", -1 },
	{ "empty first", "", "a", -1 },
};

START_TEST(test_order_natural)
{
	struct str a = str_of(orders[_i].a), b = str_of(orders[_i].b);
	int there = str_order_natural(a, b), back = str_order_natural(b, a);

	ck_assert_msg(
	    (there > 0) - (there < 0) == orders[_i].order, "%s", orders[_i].name);
	ck_assert_msg((back > 0) - (back < 0) == -orders[_i].order, "%s, turned round",
	    orders[_i].name);
}
END_TEST

static struct str
random_text(unsigned long long *state, char *text)
{
	static const char letters[] = "0019aAb-: ";
	size_t len = unit_random(state) % 6;

	for (size_t i = 0; i < len; i++)
		text[i] = letters[unit_random(state) % (sizeof letters - 1)];
	return (struct str){ .at = text, .len = len };
}

/* Sorting needs an order in which a <= b <= c means a <= c. */
START_TEST(test_order_natural_is_transitive)
{
	unsigned long long state = 4;

	for (int i = 0; i < 100000; i++) {
		char x[8], y[8], z[8];
		struct str a = random_text(&state, x), b = random_text(&state, y),
			   c = random_text(&state, z);
		if (str_order_natural(a, b) <= 0 && str_order_natural(b, c) <= 0)
			ck_assert_msg(str_order_natural(a, c) <= 0,
			    "'%.*s' '%.*s' '%.*s'", STR_ARG(a), STR_ARG(b), STR_ARG(c));
		ck_assert((str_order_natural(a, b) == 0) == str_equal(a, b));
	}
}
END_TEST

static const struct {
	const char *a, *b;
	size_t distance;
} distances[] = {
	{ "", "", 0 },
	{ "", "abc", 3 },
	{ "abc", "", 3 },
	{ "kitten", "sitting", 3 },
	{ "Leicester", "leicester", 0 },
	{ "Leciester", "Leicester", 1 },
	{ "ab", "ba", 1 },
	{ "ca", "abc", 3 },
	{ "Rutland", "Rutlnad", 1 },
};

START_TEST(test_distance)
{
	size_t got = str_distance(str_of(distances[_i].a), str_of(distances[_i].b));

	ck_assert_msg(got == distances[_i].distance, "'%s' '%s': %zu", distances[_i].a,
	    distances[_i].b, got);
}
END_TEST

START_TEST(test_distance_of_long_texts)
{
	char a[1000], b[1000];

	memset(a, 'a', sizeof a);
	memset(b, 'b', sizeof b);
	ck_assert_uint_eq(str_distance((struct str){ .at = a, .len = sizeof a },
			      (struct str){ .at = b, .len = sizeof b }),
	    200);
}
END_TEST

static const struct {
	const char *asked, *found; /* NULL: nothing near enough */
} nearests[] = {
	{ "lecester", "Leicester" },
	{ "LEICESTER", "Leicester" },
	{ "Leicestershir", "Leicestershire" },
	{ "leic", "Leicester" }, /* part of a name */
	{ "Nottingham Forest", NULL },
	{ "zzzzzz", NULL },
};

START_TEST(test_nearest)
{
	static const char *const names[] = { "Derby", "Leicester", "Leicestershire",
		"Nottingham", "Rutland" };
	struct str views[ROWS(names)];

	for (size_t i = 0; i < ROWS(names); i++)
		views[i] = str_of(names[i]);
	size_t got = str_nearest(str_of(nearests[_i].asked), views, ROWS(names));
	const char *found = got == SIZE_MAX ? "" : names[got];
	const char *want = nearests[_i].found ? nearests[_i].found : "";
	ck_assert_msg(
	    strcmp(found, want) == 0, "'%s' finds '%s'", nearests[_i].asked, found);
	ck_assert_uint_eq(str_nearest(str_of("a"), NULL, 0), SIZE_MAX);
}
END_TEST

/* Unicode 15, table 3-7 and the border of every range in it. */
static const struct {
	const char *name, *bytes;
	size_t until; /* bytes that are well-formed */
} utf8[] = {
	{ "ASCII", "plain text, more than eight bytes of it", 39 },
	{ "two bytes", "\xc2\xa3", 2 },
	{ "last of two bytes", "\xdf\xbf", 2 },
	{ "first of three bytes", "\xe0\xa0\x80", 3 },
	{ "before the surrogates", "\xed\x9f\xbf", 3 },
	{ "behind the surrogates", "\xee\x80\x80", 3 },
	{ "last of three bytes", "\xef\xbf\xbf", 3 },
	{ "first of four bytes", "\xf0\x90\x80\x80", 4 },
	{ "last code point", "\xf4\x8f\xbf\xbf", 4 },
	{ "behind ASCII",
	    "12345678\xe2\x80\x93"
	    "12345678",
	    19 },
	{ "stray continuation", "a\x80", 1 },
	{ "overlong slash in two bytes", "ab\xc0\xaf", 2 },
	{ "overlong in two bytes, last", "\xc1\xbf", 0 },
	{ "overlong in three bytes", "\xe0\x9f\xbf", 0 },
	{ "overlong in four bytes", "\xf0\x8f\xbf\xbf", 0 },
	{ "first surrogate", "\xed\xa0\x80", 0 },
	{ "last surrogate", "\xed\xbf\xbf", 0 },
	{ "behind the last code point", "\xf4\x90\x80\x80", 0 },
	{ "no such lead", "\xf5\x80\x80\x80", 0 },
	{ "byte 255", "abc\xff", 3 },
	{ "cut off after one of two", "abc\xc3", 3 },
	{ "cut off after two of three", "\xe2\x80", 0 },
	{ "cut off after three of four", "\xf0\x9f\x98", 0 },
	{ "continuation missing", "\xe2\x41\x80", 0 },
	{ "second continuation missing", "\xe2\x80\x41", 0 },
	{ "Windows-1252 in a long line", "0123456789abcdef M\xf4n and more of it", 18 },
	{ "empty", "", 0 },
};

START_TEST(test_utf8)
{
	size_t got = str_utf8_until(str_of(utf8[_i].bytes));

	ck_assert_msg(got == utf8[_i].until, "%s: %zu", utf8[_i].name, got);
}
END_TEST

static const struct {
	const char *name, *text, *squeezed;
} squeezes[] = {
	{ "tidy", "already tidy", "already tidy" },
	{ "ends", "  both ends\t", "both ends" },
	{ "inside", "two  spaces\tand\r\na line", "two spaces and a line" },
	{ "only white", " \t\r\n", "" },
	{ "empty", "", "" },
	{ "one tab between", "a\tb", "a b" },
};

START_TEST(test_squeeze)
{
	AUTO_ARENA arena = { 0 };
	struct str got = str_squeeze(&arena, str_of(squeezes[_i].text));

	ck_assert_msg(is_text(got, squeezes[_i].squeezed), "%s: '%.*s'",
	    squeezes[_i].name, STR_ARG(got));
}
END_TEST

START_TEST(test_squeeze_copies_only_what_changes)
{
	AUTO_ARENA arena = { 0 };
	struct str tidy = STR("County Durham");

	ck_assert_ptr_eq(str_squeeze(&arena, tidy).at, tidy.at);
}
END_TEST

START_TEST(test_cut)
{
	struct str rest = STR("a,,b");

	ck_assert(is_text(str_cut(&rest, ','), "a"));
	ck_assert(is_text(str_cut(&rest, ','), ""));
	ck_assert_ptr_nonnull(rest.at);
	ck_assert(is_text(str_cut(&rest, ','), "b"));
	ck_assert_ptr_null(rest.at);
	ck_assert(is_text(str_cut(&rest, ','), ""));
	/* What is left is an empty text like any other. */
	ck_assert(str_starts(rest, STR("")) && str_ends(rest, STR("")));
	ck_assert(str_has(rest, STR("")) && !str_has(rest, STR("a")));
	ck_assert(str_equal(str_trim(rest), STR("")));
	ck_assert_int_eq(str_order(rest, STR("")), 0);
	ck_assert_uint_eq(str_slice(rest, 0, 5).len, 0);
	ck_assert_uint_eq(str_hash(rest), str_hash(STR("")));

	struct str last = STR("a,");
	ck_assert(is_text(str_cut(&last, ','), "a"));
	ck_assert(last.at && last.len == 0);
}
END_TEST

START_TEST(test_slice_is_clamped)
{
	struct str s = STR("abc");

	ck_assert(is_text(str_slice(s, 1, 2), "b"));
	ck_assert(is_text(str_slice(s, 2, 9), "c"));
	ck_assert(is_text(str_slice(s, 9, 12), ""));
	ck_assert(is_text(str_slice(s, 2, 1), ""));
}
END_TEST

START_TEST(test_likeness)
{
	ck_assert(str_equal_folded(STR("Area Code"), STR("AREA CODE")));
	ck_assert(!str_equal_folded(STR("Area"), STR("Areas")));
	ck_assert(!str_equal_folded(STR("["), STR("{"))); /* not letters */
	ck_assert(str_starts(STR("E06000016"), STR("E06")));
	ck_assert(!str_starts(STR("E0"), STR("E06")));
	ck_assert(str_ends(STR("a.csv"), STR(".csv")));
	ck_assert(!str_ends(STR("csv"), STR(".csv")));
	ck_assert(str_has(STR("Compared to England"), STR("England")));
	ck_assert(!str_has(STR("Compared to england"), STR("England")));
	ck_assert(str_has_folded(STR("Compared to england"), STR("ENGLAND")));
	ck_assert(!str_has(STR("Engl"), STR("England")));
	ck_assert_int_lt(str_order(STR("a"), STR("ab")), 0);
	ck_assert_int_gt(str_order(STR("\xc3"), STR("z")), 0);
	ck_assert(is_text(str_of(NULL), ""));
}
END_TEST

START_TEST(test_copies_belong_to_the_arena)
{
	AUTO_ARENA arena = { 0 };
	char bytes[] = "abcdef";
	struct str view = { .at = bytes, .len = 3 };
	struct str copy = str_copy(&arena, view);
	char *text = str_c(&arena, view);

	bytes[0] = 'x';
	ck_assert(is_text(copy, "abc"));
	ck_assert_str_eq(text, "abc");
	ck_assert(is_text(str_print(&arena, "%d/%s", 7, "x"), "7/x"));
}
END_TEST

START_TEST(test_characters)
{
	ck_assert_uint_eq(str_characters(STR("")), 0);
	ck_assert_uint_eq(
	    str_characters(STR("M\xc3\xb4n \xe2\x80\x93 \xf0\x9f\x98\x80")), 7);
}
END_TEST

/* Hashes are stored in no file, but orders may come to hang on them: they must not move
 * between machines and runs, and must spread. */
START_TEST(test_hash)
{
	unsigned low[256] = { 0 };

	ck_assert_uint_eq(str_hash(STR("E92000001")), str_hash(STR("E92000001")));
	ck_assert_uint_ne(str_hash(STR("a")), str_hash(STR("a\0")));
	for (int i = 0; i < 25600; i++) {
		char text[16];
		snprintf(text, sizeof text, "E%08d", i);
		low[str_hash(str_of(text)) & 255]++;
	}
	for (size_t i = 0; i < ROWS(low); i++)
		ck_assert_msg(
		    low[i] > 50 && low[i] < 150, "slot %zu holds %u", i, low[i]);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("str");

	tcase_set_timeout(tcase, 60);
	ADD_ROWS(tcase, test_slug, slugs);
	ADD_ROWS(tcase, test_order_natural, orders);
	tcase_add_test(tcase, test_order_natural_is_transitive);
	ADD_ROWS(tcase, test_distance, distances);
	tcase_add_test(tcase, test_distance_of_long_texts);
	ADD_ROWS(tcase, test_nearest, nearests);
	ADD_ROWS(tcase, test_utf8, utf8);
	ADD_ROWS(tcase, test_squeeze, squeezes);
	tcase_add_test(tcase, test_squeeze_copies_only_what_changes);
	tcase_add_test(tcase, test_cut);
	tcase_add_test(tcase, test_slice_is_clamped);
	tcase_add_test(tcase, test_likeness);
	tcase_add_test(tcase, test_copies_belong_to_the_arena);
	tcase_add_test(tcase, test_characters);
	tcase_add_test(tcase, test_hash);
	return unit_run("str", tcase);
}
