#include "answer/view.h"

static struct str
spelt(char sign)
{
	switch (sign) {
	case '<': return STR("under ");
	case '>': return STR("over ");
	case '+': return STR(" plus ");
	default: return STR("");
	}
}

/* "<16 yrs" and "16 yrs" are not the same band, but would make the same slug. */
static struct str
spell_signs(struct arena *arena, struct str label)
{
	char *text = ARENA_NEW(arena, char, label.len *STR(" plus ").len + 1);
	size_t len = 0;

	for (size_t i = 0; i < label.len; i++) {
		struct str word = spelt(label.at[i]);
		if (!word.len)
			word = str_slice(label, i, i + 1);
		memcpy(text + len, word.at, word.len);
		len += word.len;
	}
	return (struct str){ .at = text, .len = len };
}

struct str
view_age_name(const struct release *release, uint32_t age)
{
	struct str label = release_text(release, release->ages[age].label);

	return label.len ? label : str_of(sex_word(SEX_UNSTATED));
}

struct str
view_age_slug(struct arena *arena, const struct release *release, uint32_t age)
{
	return str_slug(arena, spell_signs(arena, view_age_name(release, age)));
}

struct str
view_category_slug(
    struct arena *arena, const struct release *release, uint32_t category)
{
	const struct release_category *c = &release->categories[category];

	if (category == 0)
		return STR("");
	return str_slug(arena,
	    spell_signs(arena,
		str_print(arena, "%.*s %.*s", STR_ARG(release_text(release, c->type)),
		    STR_ARG(release_text(release, c->name)))));
}

struct str
view_period_slug(struct arena *arena, const struct release *release, uint32_t period)
{
	return str_slug(arena, release_text(release, release->periods[period].label));
}

const char *
view_sex_slug(uint32_t sex)
{
	static const char *const slugs[SEX_COUNT] = {
		[SEX_PERSONS] = "persons",
		[SEX_MALE] = "male",
		[SEX_FEMALE] = "female",
		[SEX_NONE] = "not-applicable",
		[SEX_UNSTATED] = "not-stated",
	};

	return sex < SEX_COUNT ? slugs[sex] : "";
}
