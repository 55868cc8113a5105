#include "calc/method.h"

#include <math.h>

#include "calc/methods.h"

static const struct calc_method *const methods[] = { &method_proportion, &method_rate,
	&method_mean, &method_dsr, &method_isratio, &method_israte,
	&method_life_expectancy, &method_sii, &method_par, &method_quantile,
	&method_funnel_limits, &method_funnel_points, &method_compare, &method_trend };

size_t
calc_method_count(void)
{
	return sizeof methods / sizeof *methods;
}

const struct calc_method *
calc_method_at(size_t number)
{
	return methods[number];
}

const struct calc_method *
calc_method_find(const char *name)
{
	for (size_t i = 0; i < calc_method_count(); i++)
		if (strcmp(methods[i]->name, name) == 0)
			return methods[i];
	return NULL;
}

size_t
calc_columns(const struct calc_method *method)
{
	size_t n = 0;

	while (n < CALC_COLUMNS && method->columns[n].name)
		n++;
	return n;
}

size_t
calc_choices(const struct calc_method *method)
{
	size_t n = 0;

	while (n < CALC_CHOICES && method->choices[n].name)
		n++;
	return n;
}

/* Names of columns up to the first that is none. */
static size_t
named(const char *const *names, size_t most)
{
	size_t n = 0;

	while (n < most && names[n])
		n++;
	return n;
}

bool
calc_groups(const struct calc_method *method)
{
	return method->sums || method->shape != CALC_EACH;
}

size_t
calc_numbers(const struct calc_method *method, const struct calc_settings *settings,
    const char *const **names)
{
	*names = method->numbers_of ? method->numbers_of(settings) : method->numbers;
	return named(*names, CALC_NUMBERS);
}

size_t
calc_sets(const struct calc_method *method)
{
	return named(method->sets, CALC_SETS);
}

size_t
calc_words(const struct calc_method *method)
{
	return named(method->words, CALC_WORDS);
}

bool
method_has(const struct calc_row *rows, size_t count, size_t column)
{
	for (size_t i = 0; i < count; i++)
		if (!isnan(rows[i].in[column]))
			return true;
	return false;
}

bool
method_events(bool zero, double cell, size_t i, double *events, struct err *err)
{
	*events = cell;
	if (!isnan(cell))
		return true;
	*events = 0;
	return zero ||
	       err_set(err, FAULT_INPUT,
		   "band %zu: events are missing; --missing zero takes such for none",
		   i + 1);
}
