#include "cli/named.h"

static struct str
code_of(const struct release *release, struct str name)
{
	if (!name.len || release_area(release, name) != RELEASE_NONE)
		return name;
	for (uint32_t i = 0; i < release->area_count; i++)
		if (str_equal_folded(release_area_name(release, i), name))
			return release_area_code(release, i);
	for (uint32_t i = 0; i < release->area_count; i++)
		if (str_has_folded(release_area_name(release, i), name))
			return release_area_code(release, i);
	return name;
}

struct str
named_area(struct arena *arena, const struct release *release, struct str name,
    const char *word)
{
	struct str codes = STR("");

	if (!name.len || str_equal_folded(name, str_of(word)))
		return name;
	while (name.at) {
		struct str part = str_trim(str_cut(&name, '+'));
		bool taken_out = str_starts(part, STR("-"));
		struct str code =
		    code_of(release, str_trim(str_slice(part, taken_out, part.len)));
		codes = str_print(arena, "%.*s%s%s%.*s", STR_ARG(codes),
		    codes.len ? "+" : "", taken_out ? "-" : "", STR_ARG(code));
	}
	return codes;
}
