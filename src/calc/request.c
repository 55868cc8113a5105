#include "calc/request.h"

#include <math.h>

#include "base/number.h"

void
calc_request_init(struct calc_request *request, const struct calc_method *method)
{
	*request = (struct calc_request){ .method = method };
	request->settings.multiplier = method->multiplier;
	for (size_t i = 0; i < CALC_CHOICES; i++)
		request->settings.choices[i] = method->choices[i].initial;
}

bool
calc_request_confidence(struct calc_request *request, const char *text, struct err *err)
{
	struct calc_settings *s = &request->settings;
	struct str number = str_trim(str_of(text));
	double level = (double)NAN;

	if (str_ends(number, STR("%")))
		number.len--;
	if (!number_parse(str_trim(number), &level) ||
	    !((level >= 0.9 && level < 1) || (level >= 90 && level < 100)))
		return err_set(err, FAULT_USAGE,
		    "want a confidence from 90 to below 100, or from 0.9 to below 1, "
		    "not '%s'",
		    text);
	if (s->levels == CALC_LEVELS)
		return err_set(err, FAULT_USAGE, "want %d levels of confidence at most",
		    CALC_LEVELS);
	s->confidence[s->levels++] = level >= 90 ? level / 100 : level;
	return true;
}

/* An index that rises where things get worse is turned round by a negative multiplier;
 * nothing else has a use for one. */
bool
calc_request_multiplier(struct calc_request *request, const char *text, struct err *err)
{
	bool signs = calc_sets(request->method) == 2;
	double multiplier;

	if (!number_parse(str_of(text), &multiplier) || multiplier == 0 ||
	    (multiplier < 0 && !signs))
		return err_set(err, FAULT_USAGE, "want a multiplier %s, not '%s'",
		    signs ? "other than 0" : "above 0", text);
	request->settings.multiplier = multiplier;
	return true;
}

static bool
choose_word(
    const struct calc_choice *choice, const char *text, double *out, struct err *err)
{
	char offered[200] = "";
	size_t len = 0;

	for (size_t i = 0; choice->words[i]; i++) {
		struct str word = str_of(choice->words[i]);
		if (str_equal_folded(word, str_of(text))) {
			*out = (double)i;
			return true;
		}
		if (len + word.len + 3 < sizeof offered) {
			offered[len++] = ' ';
			memcpy(offered + len, word.at, word.len + 1);
			len += word.len;
		}
	}
	return err_set(err, FAULT_USAGE, "want one of%s for --%s, not '%s'", offered,
	    choice->name, text);
}

bool
calc_request_choice(
    struct calc_request *request, size_t number, const char *text, struct err *err)
{
	const struct calc_choice *choice = &request->method->choices[number];
	double *out = &request->settings.choices[number];
	double value;

	if (choice->words)
		return choose_word(choice, text, out, err);
	if (!number_parse(str_of(text), &value) || value < choice->least ||
	    value > choice->most)
		return err_set(err, FAULT_USAGE,
		    "want a number from %.15g to %.15g for --%s, not '%s'",
		    choice->least, choice->most, choice->name, text);
	*out = value;
	return true;
}

bool
calc_request_by(struct calc_request *request, const char *text, struct err *err)
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

struct calc_settings
calc_request_settings(const struct calc_request *request)
{
	struct calc_settings settings = request->settings;

	if (settings.levels == 0)
		settings.confidence[settings.levels++] = 0.95;
	return settings;
}
