#include "source/report.h"

#include "../unit.h"

static struct place
place(const char *file, unsigned line)
{
	return (struct place){ .file = str_of(file), .line = line, .column = 1 };
}

START_TEST(test_limit)
{
	struct report report = { 0 };

	for (unsigned i = 1; i <= 50; i++) {
		report_fault(&report, place("a", i), "fault %u", i);
		report_note(&report, place("a", i), "note %u", i);
		report_fault(&report, place("b", i), "fault %u", i);
	}
	ck_assert_uint_eq(report.faults, 100);
	ck_assert_uint_eq(report.notes, 50);
	ck_assert_uint_eq(report.count, 3 * REPORT_PER_FILE);
	report_done(&report);
}
END_TEST

START_TEST(test_join)
{
	struct report into = { 0 }, from = { 0 };

	for (unsigned i = 1; i <= 15; i++) {
		report_fault(&into, place("a", i), "into %u", i);
		report_fault(&from, place("a", 100 + i), "from %u", i);
	}
	report_fault(&from, place("b", 1), "other");
	report_join(&into, &from);
	ck_assert_uint_eq(from.count, 0);
	ck_assert_uint_eq(into.faults, 31);
	ck_assert_uint_eq(into.count, REPORT_PER_FILE + 1);
	ck_assert(str_equal(into.entries[15].text, STR("from 1")));
	ck_assert(str_equal(into.entries[REPORT_PER_FILE].text, STR("other")));
	report_done(&into);
}
END_TEST

START_TEST(test_sort)
{
	struct report report = { 0 };

	report_note(&report, place("b", 1), "5");
	report_note(&report, place("a", 10), "4");
	report_note(&report, place("a", 9), "3");
	report_fault(&report, place("a", 9), "2");
	report_fault(&report, place("a", 9), "1");
	report_sort(&report);
	for (uint32_t i = 0; i < report.count; i++)
		ck_assert_int_eq(report.entries[i].text.at[0], (char)('1' + i));
	report_done(&report);
}
END_TEST

/* A text too long for a line of a report ends at a whole character. */
START_TEST(test_long)
{
	struct report report = { 0 };
	char text[2001];

	for (size_t i = 0; i < 2000; i += 2)
		memcpy(text + i, "\xc2\xa3", 2);
	text[2000] = '\0';
	report_note(&report, place("a", 1), "x%s", text);
	struct str kept = report.entries[0].text;
	ck_assert_uint_gt(kept.len, 500);
	ck_assert_uint_eq(str_utf8_until(kept), kept.len);
	report_done(&report);
}
END_TEST

/* Texts and paths are copied. */
START_TEST(test_copies)
{
	struct report report = { 0 };
	char file[] = "a", text[] = "text";

	report_fault(&report, place(file, 1), "%s", text);
	file[0] = 'x';
	text[0] = 'x';
	ck_assert(str_equal(report.entries[0].place.file, STR("a")));
	ck_assert(str_equal(report.entries[0].text, STR("text")));
	report_done(&report);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("report");

	tcase_add_test(tcase, test_limit);
	tcase_add_test(tcase, test_join);
	tcase_add_test(tcase, test_sort);
	tcase_add_test(tcase, test_long);
	tcase_add_test(tcase, test_copies);
	return unit_run("source report", tcase);
}
