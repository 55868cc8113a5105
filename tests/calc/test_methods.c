/* What every method's description promises. */
#include <math.h>

#include "../unit.h"
#include "paper.h"

static const struct calc_method *
method(int number)
{
	return calc_method_at((size_t)number);
}

START_TEST(test_names)
{
	ck_assert_ptr_eq(calc_method_find(method(_i)->name), method(_i));
	for (int i = 0; i < _i; i++)
		ck_assert_str_ne(method(i)->name, method(_i)->name);
	ck_assert_ptr_null(calc_method_find("mode"));
}
END_TEST

/* Options of a method's own are told from each other and from those of all. */
START_TEST(test_options_are_told_apart)
{
	static const char *const common[] = { "by", "confidence", "help", "json",
		"multiplier", "output" };
	const char *names[CALC_COLUMNS + CALC_CHOICES];
	size_t count = 0;

	for (size_t i = 0; i < calc_columns(method(_i)); i++)
		names[count++] = method(_i)->columns[i].name;
	for (size_t i = 0; i < calc_choices(method(_i)); i++)
		names[count++] = method(_i)->choices[i].name;
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(names[i], names[k]);
		for (size_t k = 0; k < ROWS(common); k++)
			ck_assert_str_ne(names[i], common[k]);
	}
}
END_TEST

START_TEST(test_columns)
{
	size_t texts = 0;

	for (size_t i = 0; i < calc_columns(method(_i)); i++) {
		const struct calc_column *column = &method(_i)->columns[i];
		bool paired = !column->unless;
		texts += column->text;
		for (size_t k = 0; k < calc_columns(method(_i)); k++)
			paired |=
			    column->unless &&
			    strcmp(method(_i)->columns[k].name, column->unless) == 0 &&
			    method(_i)->columns[k].optional && column->optional;
		ck_assert_msg(paired, "%s", column->name);
	}
	ck_assert_uint_le(texts, 1);
	ck_assert(!method(_i)->sums || method(_i)->shape == CALC_EACH);
}
END_TEST

START_TEST(test_choices)
{
	for (size_t i = 0; i < calc_choices(method(_i)); i++) {
		const struct calc_choice *choice = &method(_i)->choices[i];
		size_t words = 0;
		while (choice->words && choice->words[words])
			words++;
		if (choice->words) {
			ck_assert_uint_ge(words, 2);
			ck_assert_uint_lt((size_t)choice->initial, words);
		} else {
			ck_assert_double_le(choice->least, choice->initial);
			ck_assert_double_le(choice->initial, choice->most);
		}
		for (size_t w = 0; choice->multipliers && w < words; w++)
			ck_assert_double_gt(choice->multipliers[w], 0);
		if (choice->multipliers)
			ck_assert_double_eq(
			    choice->multipliers[0], method(_i)->multiplier);
	}
}
END_TEST

/* Examples are meant to show results, all of them. */
START_TEST(test_examples)
{
	AUTO_ARENA arena = { 0 };
	struct calc_request request;
	struct paper paper;

	calc_request_init(&request, method(_i));
	paper_ask(&request, &arena, method(_i)->arguments);
	paper_run(&paper, &request, str_of(method(_i)->example));
	ck_assert_msg(paper.fine, "%s", paper.err.text);
	ck_assert_uint_eq(paper.report.faults, 0);
	ck_assert_uint_gt(paper.tally.rows, 0);
	ck_assert_uint_eq(paper.tally.noted, 0);
	paper_done(&paper);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("methods");
	int count = (int)calc_method_count();

	tcase_add_loop_test(tcase, test_names, 0, count);
	tcase_add_loop_test(tcase, test_options_are_told_apart, 0, count);
	tcase_add_loop_test(tcase, test_columns, 0, count);
	tcase_add_loop_test(tcase, test_choices, 0, count);
	tcase_add_loop_test(tcase, test_examples, 0, count);
	return unit_run("methods", tcase);
}
