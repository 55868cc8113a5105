#include "base/buf.h"

#include <math.h>

#include "../unit.h"

START_TEST(test_an_empty_buffer_is_empty_text)
{
	AUTO_BUF buf = { 0 };

	ck_assert_uint_eq(buf_str(&buf).len, 0);
	ck_assert_ptr_nonnull(buf_str(&buf).at);
	buf_add(&buf, (struct str){ .at = NULL, .len = 0 });
	buf_add(&buf, STR(""));
	ck_assert_uint_eq(buf_str(&buf).len, 0);
}
END_TEST

START_TEST(test_what_is_added_stands_in_order)
{
	AUTO_BUF buf = { 0 };

	buf_add(&buf, STR("value"));
	buf_add_char(&buf, ' ');
	buf_add_number(&buf, 12.5);
	buf_print(&buf, " of %d%%", 100);
	buf_add_number(&buf, (double)NAN);
	ck_assert(str_equal(buf_str(&buf), STR("value 12.5 of 100%")));
}
END_TEST

START_TEST(test_it_grows)
{
	AUTO_BUF buf = { 0 };

	for (int i = 0; i < 100000; i++)
		buf_add_char(&buf, (char)('a' + i % 26));
	ck_assert_uint_eq(buf.len, 100000);
	for (int i = 0; i < 100000; i++)
		ck_assert_int_eq(buf.at[i], 'a' + i % 26);
	buf_print(&buf, "%5000d", 1);
	ck_assert_uint_eq(buf.len, 105000);
	ck_assert_int_eq(buf.at[buf.len - 1], '1');
}
END_TEST

START_TEST(test_room_is_at_least_what_was_asked_for)
{
	AUTO_BUF buf = { 0 };
	char *room = buf_room(&buf, 3000);

	memset(room, 'x', 3000);
	buf.len += 3000;
	ck_assert_uint_ge(buf.room, 3000);
	room = buf_room(&buf, 1);
	ck_assert_ptr_eq(room, buf.at + 3000);
}
END_TEST

START_TEST(test_done_leaves_an_empty_buffer)
{
	struct buf buf = { 0 };

	buf_add(&buf, STR("abc"));
	buf_done(&buf);
	ck_assert_uint_eq(buf.len, 0);
	buf_add(&buf, STR("d"));
	ck_assert(str_equal(buf_str(&buf), STR("d")));
	buf_done(&buf);
	buf_done(&buf);
}
END_TEST

static const struct {
	const char *text, *cell;
} cells[] = {
	{ "", "" },
	{ "Rutland", "Rutland" },
	{ "Herefordshire, County of", "\"Herefordshire, County of\"" },
	{ "5\" pipe", "\"5\"\" pipe\"" },
	{ "two\nlines", "\"two\nlines\"" },
	{ "two\rlines", "\"two\rlines\"" },
	{ " spaces ", " spaces " },
};

START_TEST(test_cells)
{
	AUTO_BUF buf = { 0 };

	buf_add_cell(&buf, str_of(cells[_i].text));
	buf_add_char(&buf, '\0');
	ck_assert_str_eq(buf.at, cells[_i].cell);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("buf");

	tcase_add_test(tcase, test_an_empty_buffer_is_empty_text);
	tcase_add_test(tcase, test_what_is_added_stands_in_order);
	tcase_add_test(tcase, test_it_grows);
	tcase_add_test(tcase, test_room_is_at_least_what_was_asked_for);
	tcase_add_test(tcase, test_done_leaves_an_empty_buffer);
	ADD_ROWS(tcase, test_cells, cells);
	return unit_run("buf", tcase);
}
