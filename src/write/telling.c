#include "write/telling.h"

#include <assert.h>
#include <math.h>

#include "base/number.h"

void
telling_add(struct telling *t, const char *section, const char *key, const char *label,
    struct str text)
{
	if (text.len == 0)
		return;
	assert(t->out->count < EXPLAIN_STEPS);
	t->out->steps[t->out->count++] = (struct explain_step){
		.section = section,
		.key = key,
		.label = str_of(label),
		.text = text,
	};
}

struct str
telling_given(struct telling *t, double value)
{
	char digits[NUMBER_LONGEST];
	size_t len = number_print(digits, value);
	int decimals = number_decimals((struct str){ .at = digits, .len = len });

	len = number_print_grouped(digits, value, decimals);
	return str_copy(t->arena, (struct str){ .at = digits, .len = len });
}

struct str
telling_computed(struct telling *t, double value)
{
	int whole = value == 0 ? 1 : 1 + (int)floor(log10(fabs(value)));
	char digits[NUMBER_LONGEST];
	size_t len = number_print_grouped(digits, value, whole < 7 ? 7 - whole : 0);
	struct str text = { .at = digits, .len = len };

	if (memchr(digits, '.', len))
		while (text.len > 1 && text.at[text.len - 1] == '0')
			text.len--;
	if (text.len > 1 && text.at[text.len - 1] == '.')
		text.len--;
	return str_copy(t->arena, text);
}

bool
telling_of_group(const struct telling *t)
{
	return release_group(t->release, t->why->finding.area) != NULL;
}

bool
telling_of_counts(const struct telling *t)
{
	return t->why->finding.figure.published & MADE_COMPUTED;
}
