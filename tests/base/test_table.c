#include "base/table.h"

#include <stdio.h>

#include "../unit.h"
#include "base/arena.h"

enum { MANY = 100000 };

/* Names such as areas and indicators have, one in seven of them a repetition. */
static struct str *
make_names(struct arena *arena)
{
	struct str *names = ARENA_NEW(arena, struct str, MANY);

	for (int i = 0; i < MANY; i++)
		names[i] = str_print(arena, "E%08d", i % 7 == 6 ? i - 6 : i);
	return names;
}

START_TEST(test_many_names)
{
	AUTO_ARENA arena = { 0 };
	struct str *names = make_names(&arena);
	struct table table = { 0 };
	uint32_t distinct = 0;

	for (int i = 0; i < MANY; i++) {
		uint32_t number = table_add(&table, names[i]);
		if (i % 7 == 6)
			ck_assert_uint_eq(number, distinct - 6);
		else
			ck_assert_uint_eq(number, distinct++);
	}
	ck_assert_uint_eq(table.count, distinct);
	for (int i = 0; i < MANY; i++) {
		/* Found by what it says, not by where it lies. */
		uint32_t number = table_find(&table, str_copy(&arena, names[i]));
		ck_assert(number < table.count);
		ck_assert(str_equal(table.texts[number], names[i]));
	}
	ck_assert_uint_eq(table_find(&table, STR("E")), TABLE_NONE);
	table_done(&table);
}
END_TEST

START_TEST(test_the_same_order_gives_the_same_numbers)
{
	AUTO_ARENA first = { 0 }, second = { 0 };
	struct str *a = make_names(&first), *b = make_names(&second);
	struct table one = { 0 }, two = { 0 };

	for (int i = 0; i < MANY; i++)
		ck_assert_uint_eq(table_add(&one, a[i]), table_add(&two, b[i]));
	table_done(&one);
	table_done(&two);
}
END_TEST

START_TEST(test_an_empty_table_finds_nothing)
{
	struct table table = { 0 };

	ck_assert_uint_eq(table_find(&table, STR("")), TABLE_NONE);
	table_done(&table);
}
END_TEST

START_TEST(test_the_empty_text_is_a_name)
{
	struct table table = { 0 };

	ck_assert_uint_eq(table_add(&table, STR("a")), 0);
	ck_assert_uint_eq(table_add(&table, STR("")), 1);
	ck_assert_uint_eq(table_add(&table, (struct str){ .at = NULL, .len = 0 }), 1);
	ck_assert_uint_eq(table_find(&table, STR("")), 1);
	ck_assert_uint_eq(table_find(&table, STR("A")), TABLE_NONE);
	table_done(&table);
	ck_assert_uint_eq(table.count, 0);
	ck_assert_uint_eq(table_add(&table, STR("b")), 0);
	table_done(&table);
}
END_TEST

/* Bytes count, zeros among them. */
START_TEST(test_texts_that_differ_behind_a_nul)
{
	struct table table = { 0 };

	ck_assert_uint_eq(table_add(&table, STR("a\0b")), 0);
	ck_assert_uint_eq(table_add(&table, STR("a\0c")), 1);
	ck_assert_uint_eq(table_add(&table, STR("a")), 2);
	table_done(&table);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("table");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_many_names);
	tcase_add_test(tcase, test_the_same_order_gives_the_same_numbers);
	tcase_add_test(tcase, test_an_empty_table_finds_nothing);
	tcase_add_test(tcase, test_the_empty_text_is_a_name);
	tcase_add_test(tcase, test_texts_that_differ_behind_a_nul);
	return unit_run("table", tcase);
}
