#include "assets/assets.h"

#include <stdio.h>
#include <string.h>

#include "../unit.h"

static const struct {
	const char *name;
	const char *path;
	size_t len;
	const char *type; /* NULL: there is no such asset */
} cases[] = {
	{ "the stylesheet", "tartan.css", 10, "text/css; charset=utf-8" },
	{ "the icon", "favicon.svg", 11, "image/svg+xml" },
	{ "a path inside a longer text", "tartan.css?v=1", 10,
	    "text/css; charset=utf-8" },
	{ "the beginning of a path", "tartan.css", 6, NULL },
	{ "a path and more", "tartan.css.map", 14, NULL },
	{ "a path, a NUL and more", "tartan.css\0map", 14, NULL },
	{ "nothing", "", 0, NULL },
	{ "a way out", "../tartan.css", 13, NULL },
};

START_TEST(test_find)
{
	const struct asset *asset = asset_find(cases[_i].path, cases[_i].len);

	ck_assert_msg(
	    (asset != NULL) == (cases[_i].type != NULL), "%s", cases[_i].name);
	if (asset)
		ck_assert_msg(strcmp(asset->type, cases[_i].type) == 0, "%s: %s",
		    cases[_i].name, asset->type);
}
END_TEST

/* The search halves the table, so it must be sorted. */
START_TEST(test_the_table_is_sorted_and_whole)
{
	const struct asset *asset, *before = NULL;

	for (size_t i = 0; (asset = asset_at(i)); before = asset, i++) {
		ck_assert_msg(!before || strcmp(before->path, asset->path) < 0, "%s",
		    asset->path);
		ck_assert(asset_find(asset->path, strlen(asset->path)) == asset);
		ck_assert_uint_gt(asset->len, 0);
		ck_assert_int_eq(asset->bytes[asset->len], '\0');
		ck_assert_uint_eq(strlen(asset->etag), 16);
		ck_assert_uint_eq(strspn(asset->etag, "0123456789abcdef"), 16);
	}
	ck_assert(before != NULL);
}
END_TEST

/* It is read before anything can be shown. */
START_TEST(test_the_stylesheet_is_small)
{
	const struct asset *css = asset_find("tartan.css", 10);

	ck_assert_uint_lt(css->len, 88 * 1024);
	/* The policy of the pages allows nothing from elsewhere, so it must not ask. */
	ck_assert(!strstr((const char *)css->bytes, "url("));
	ck_assert(!strstr((const char *)css->bytes, "@import"));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("assets");

	ADD_ROWS(tcase, test_find, cases);
	tcase_add_test(tcase, test_the_table_is_sorted_and_whole);
	tcase_add_test(tcase, test_the_stylesheet_is_small);
	return unit_run("assets", tcase);
}
