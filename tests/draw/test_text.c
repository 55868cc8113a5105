#include "draw/text.h"

#include <math.h>

#include "../unit.h"
#include "base/buf.h"
#include "draw/timeline.h"

static const struct {
	const char *name;
	const char *text;
	double size, plain; /* width in Helvetica */
} widths[] = {
	{ "nothing", "", 16, 0 },
	{ "digits", "2015", 10, 22.24 },
	{ "narrow letters", "ill", 10, 6.66 },
	{ "wide letters", "MW", 10, 17.77 },
	{ "an accented letter counts once", "\xc3\xa9", 10, 6 },
	{ "a letter of another script", "\xe5\xb7\x9e", 10, 10 },
};

START_TEST(test_width)
{
	struct str text = str_of(widths[_i].text);
	double width = text_width(text, widths[_i].size, false);

	ck_assert_msg(fabs(width - widths[_i].plain * 8 / 7) < 0.001, "%s: %g",
	    widths[_i].name, width);
	ck_assert_msg(text_width(text, widths[_i].size, true) >= width, "%s: bold",
	    widths[_i].name);
}
END_TEST

static const struct {
	const char *name, *text;
	double width;
	const char *fitted;
} fits[] = {
	{ "fits", "Leicester", 200, "Leicester" },
	{ "cut", "Northamptonshire", 100, "Northamp\xe2\x80\xa6" },
	{ "no space before the dots", "North Northamptonshire", 66,
	    "North\xe2\x80\xa6" },
	{ "characters stay whole", "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", 42,
	    "\xc3\xa9\xc3\xa9\xe2\x80\xa6" },
	{ "no room at all", "Leicester", 1, "\xe2\x80\xa6" },
};

START_TEST(test_fit)
{
	AUTO_ARENA arena = { 0 };
	struct str fitted =
	    text_fit(&arena, str_of(fits[_i].text), 16, false, fits[_i].width);

	ck_assert_msg(str_equal(fitted, str_of(fits[_i].fitted)), "%s: %.*s",
	    fits[_i].name, STR_ARG(fitted));
}
END_TEST

static const struct {
	const char *name, *text;
	double width;
	size_t most;
	const char *lines; /* with a bar between them */
} wraps[] = {
	{ "nothing", "", 100, 3, "" },
	{ "blank", "   ", 100, 3, "" },
	{ "one line", "East Midlands", 300, 3, "East Midlands" },
	{ "at spaces", "Bournemouth, Christchurch and Poole", 150, 3,
	    "Bournemouth,|Christchurch and|Poole" },
	{ "the last is cut", "Bournemouth, Christchurch and Poole", 150, 2,
	    "Bournemouth,|Christchurch an\xe2\x80\xa6" },
	{ "a word too long", "Llanfairpwllgwyngyll", 80, 4, "Llanfairp|wllgwyng|yll" },
	{ "narrower than a character", "abc", 1, 5, "a|b|c" },
	{ "spaces between lines vanish", "a    b", 12, 5, "a|b" },
};

START_TEST(test_wrap)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF joined = { 0 };
	struct text_lines lines = text_wrap(
	    &arena, str_of(wraps[_i].text), 16, false, wraps[_i].width, wraps[_i].most);

	for (size_t i = 0; i < lines.count; i++) {
		if (i)
			buf_add_char(&joined, '|');
		buf_add(&joined, lines.at[i]);
	}
	ck_assert_msg(str_equal(buf_str(&joined), str_of(wraps[_i].lines)), "%s: %.*s",
	    wraps[_i].name, STR_ARG(buf_str(&joined)));
}
END_TEST

static const struct {
	const char *name, *label;
	size_t count;
	double width;
	size_t labelled; /* of the count */
} timelines[] = {
	{ "room for all", "2015", 5, 600, 5 },
	{ "every other", "2015/16", 10, 600, 5 },
	{ "long labels on a phone", "2020/21 - 24/25", 15, 390, 2 },
	{ "one", "2015", 1, 390, 1 },
	{ "none", "2015", 0, 390, 0 },
	{ "a hundred months", "Jan 2019", 100, 720, 7 },
	{ "one label wider than all", "Aug 2018 - Jul 2019 and then some", 3, 100, 1 },
};

static void
check_apart(const struct timeline *line, double wide, const char *name)
{
	double before = -(double)INFINITY;

	for (size_t i = 0; i < line->count; i++) {
		const struct timeline_mark *mark = &line->marks[i];
		if (!mark->labelled)
			continue;
		ck_assert_msg(
		    mark->label_x - wide / 2 > before, "%s: label %zu", name, i);
		before = mark->label_x + wide / 2;
	}
}

START_TEST(test_timeline)
{
	AUTO_ARENA arena = { 0 };
	size_t count = timelines[_i].count, labelled = 0;
	struct str labels[100] = { 0 };
	double times[100] = { 0 }, width = timelines[_i].width;

	for (size_t i = 0; i < count; i++) {
		labels[i] = str_of(timelines[_i].label);
		times[i] = (double)i;
	}
	struct timeline line =
	    timeline_make(&arena, times, labels, count, 40, width - 20, 0, width, 16);
	check_apart(&line, text_width(str_of(timelines[_i].label), 16, false),
	    timelines[_i].name);
	for (size_t i = 0; i < count; i++)
		labelled += line.marks[i].labelled;
	ck_assert_msg(labelled == timelines[_i].labelled, "%s: %zu labelled",
	    timelines[_i].name, labelled);
	ck_assert_msg(!count || line.marks[count - 1].labelled, "%s: the latest",
	    timelines[_i].name);
}
END_TEST

START_TEST(test_in_proportion)
{
	AUTO_ARENA arena = { 0 };
	const struct str labels[] = { STR("1991"), STR("2001"), STR("2003") };
	const double times[] = { 1991, 2001, 2003 };
	struct timeline line =
	    timeline_make(&arena, times, labels, 3, 0, 120, -50, 200, 16);

	ck_assert_double_eq_tol(line.marks[1].x, 100, 1e-9);
	ck_assert_double_eq_tol(line.spacing, 20, 1e-9);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("text");

	ADD_ROWS(tcase, test_width, widths);
	ADD_ROWS(tcase, test_fit, fits);
	ADD_ROWS(tcase, test_wrap, wraps);
	ADD_ROWS(tcase, test_timeline, timelines);
	tcase_add_test(tcase, test_in_proportion);
	return unit_run("text", tcase);
}
