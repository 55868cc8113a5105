#include "calc/request.h"

#include <math.h>

#include "base/number.h"

void
calc_request_init(struct calc_request *request, const struct calc_method *method)
{
	*request = (struct calc_request){ .method = method };
	for (size_t i = 0; i < CALC_CHOICES; i++)
		request->settings.choices[i] = method->choices[i].initial;
}

/* Levels that are not told apart by their names in the answer are one. */
static bool
has_level(const struct calc_settings *settings, double level)
{
	const double precision = 1e-10;

	for (size_t i = 0; i < settings->levels; i++)
		if (fabs(settings->confidence[i] - level) < precision)
			return true;
	return false;
}

static bool
add_level(struct calc_settings *settings, struct str text, struct err *err)
{
	struct str number = str_trim(text);
	double level = (double)NAN;

	if (str_ends(number, STR("%")))
		number.len--;
	if (!number_parse(str_trim(number), &level) ||
	    !((level >= 0.9 && level < 1) || (level >= 90 && level < 100)))
		return err_set(err, FAULT_USAGE,
		    "want a confidence from 90 to below 100, or from 0.9 to below 1, "
		    "not '%.*s'",
		    STR_ARG(text));
	level = level >= 90 ? level / 100 : level;
	if (has_level(settings, level))
		return err_set(err, FAULT_USAGE,
		    "want each level of confidence once, not '%.*s' again",
		    STR_ARG(text));
	if (settings->levels == CALC_LEVELS)
		return err_set(err, FAULT_USAGE, "want %d levels of confidence at most",
		    CALC_LEVELS);
	settings->confidence[settings->levels++] = level;
	return true;
}

static bool
set_confidence(struct calc_request *request, const char *text, struct err *err)
{
	struct str rest = str_of(text);

	while (rest.at)
		if (!add_level(&request->settings, str_cut(&rest, ','), err))
			return false;
	return true;
}

static bool
set_multiplier(struct calc_request *request, const char *text, struct err *err)
{
	bool turns = request->method->turns;
	double multiplier;

	if (!number_parse(str_of(text), &multiplier) || multiplier == 0 ||
	    (multiplier < 0 && !turns))
		return err_set(err, FAULT_USAGE, "want a multiplier %s, not '%s'",
		    turns ? "other than 0" : "above 0", text);
	request->settings.multiplier = multiplier;
	request->multiplied = true;
	return true;
}

static bool
choose_word(
    const struct calc_choice *choice, const char *text, double *out, struct err *err)
{
	AUTO_BUF offered = { 0 };

	for (size_t i = 0; choice->words[i]; i++) {
		if (str_equal_folded(str_of(choice->words[i]), str_of(text))) {
			*out = (double)i;
			return true;
		}
		buf_print(&offered, "%s%s", i ? ", " : "", choice->words[i]);
	}
	return err_set(err, FAULT_USAGE, "want one of %.*s for --%s, not '%s'",
	    STR_ARG(buf_str(&offered)), choice->name, text);
}

static bool
choose_number(
    const struct calc_choice *choice, const char *text, double *out, struct err *err)
{
	double value;

	if (!number_parse(str_of(text), &value) || value < choice->least ||
	    value > choice->most || (choice->whole && value != floor(value)))
		return err_set(err, FAULT_USAGE,
		    "want a %snumber from %.15g to %.15g for --%s, not '%s'",
		    choice->whole ? "whole " : "", choice->least, choice->most,
		    choice->name, text);
	*out = value;
	return true;
}

static bool
set_by(struct calc_request *request, const char *text, struct err *err)
{
	struct str rest = str_of(text);

	while (rest.at) {
		struct str name = str_trim(str_cut(&rest, ','));
		if (name.len == 0)
			return err_set(err, FAULT_USAGE,
			    "want names of columns for --by, not '%s'", text);
		if (request->by_count == CALC_BY)
			return err_set(err, FAULT_USAGE,
			    "want %d columns for --by at most", CALC_BY);
		request->by[request->by_count++] = name;
	}
	return true;
}

static bool
set_column(
    struct calc_request *request, size_t number, const char *name, struct err *err)
{
	const struct calc_column *column = &request->method->columns[number];

	if (str_trim(str_of(name)).len == 0 && !column->optional)
		return err_set(err, FAULT_USAGE,
		    "want the name of a column for --%s, not '%s'", column->name, name);
	request->columns[number] = name;
	return true;
}

bool
calc_request_set(struct calc_request *request, const char *option, const char *value,
    struct err *err)
{
	const struct calc_method *method = request->method;
	struct calc_settings *settings = &request->settings;

	if (strcmp(option, "by") == 0 && calc_groups(method))
		return set_by(request, value, err);
	if (strcmp(option, "confidence") == 0 && calc_sets(method))
		return set_confidence(request, value, err);
	if (strcmp(option, "multiplier") == 0 && method->multiplier != 0)
		return set_multiplier(request, value, err);
	for (size_t i = 0; i < calc_columns(method); i++)
		if (strcmp(option, method->columns[i].name) == 0)
			return set_column(request, i, value, err);
	for (size_t i = 0; i < calc_choices(method); i++) {
		const struct calc_choice *choice = &method->choices[i];
		if (strcmp(option, choice->name) == 0)
			return (choice->words ? choose_word : choose_number)(
			    choice, value, &settings->choices[i], err);
	}
	return err_set(
	    err, FAULT_USAGE, "'%s' has no option '--%s'", method->name, option);
}

struct calc_settings
calc_request_settings(const struct calc_request *request)
{
	const struct calc_method *method = request->method;
	struct calc_settings settings = request->settings;

	if (settings.levels == 0)
		settings.confidence[settings.levels++] = 0.95;
	if (request->multiplied)
		return settings;
	settings.multiplier = method->multiplier;
	for (size_t i = 0; i < calc_choices(method); i++)
		if (method->choices[i].multipliers)
			settings.multiplier =
			    method->choices[i].multipliers[(size_t)settings.choices[i]];
	return settings;
}
