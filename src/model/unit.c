#include "model/unit.h"

#define POUND "\xc2\xa3"

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What a unit begins with, if it does and nothing that makes another word of it
 * follows; *rest is what stands behind. */
static bool
begins_with(struct str unit, const char *word, struct str *rest)
{
	struct str prefix = str_of(word);
	char next;

	if (!str_equal_folded(str_slice(unit, 0, prefix.len), prefix))
		return false;
	*rest = str_trim(str_slice(unit, prefix.len, unit.len));
	next = unit.len > prefix.len ? unit.at[prefix.len] : ' ';
	return !is_letter(next);
}

static struct str
joined(struct arena *arena, struct str number, const char *between, struct str rest)
{
	if (!rest.len)
		return str_print(arena, "%.*s%s", STR_ARG(number), between);
	return str_print(arena, "%.*s%s %.*s", STR_ARG(number), between, STR_ARG(rest));
}

/* "5.8%", "5.8% higher". */
static bool
say_percent(struct arena *arena, struct str number, struct str unit, struct str *out)
{
	static const char *const words[] = { "percentage", "percent", "per cent" };
	struct str rest;

	if (str_starts(unit, STR("%"))) {
		*out = str_print(arena, "%.*s%.*s", STR_ARG(number), STR_ARG(unit));
		return true;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_with(unit, words[i], &rest)) {
			*out = joined(arena, number, "%", rest);
			return true;
		}
	return false;
}

/* The sign of a sum stands before the pound. */
static struct str
say_pounds(struct arena *arena, struct str number, struct str rest)
{
	bool is_less = str_starts(number, STR("-"));

	number = str_slice(number, is_less ? 1 : 0, number.len);
	return joined(arena,
	    str_print(arena, "%s" POUND "%.*s", is_less ? "-" : "", STR_ARG(number)),
	    "", rest);
}

/* "£", "£ per child", "£ million", and "£000s", which are thousands of pounds. */
static bool
say_sum(struct arena *arena, struct str number, struct str unit, struct str *out)
{
	static const struct {
		const char *word, *said;
	} scales[] = { { "000", "thousand" }, { "000s", "thousand" },
		{ "billion", "billion" }, { "bn", "billion" }, { "k", "thousand" },
		{ "m", "million" }, { "million", "million" },
		{ "thousand", "thousand" } };
	struct str rest = STR(""), behind;

	if (str_starts(unit, STR(POUND)))
		rest = str_trim(str_slice(unit, STR(POUND).len, unit.len));
	else if (!begins_with(unit, "GBP", &rest))
		return false;
	if (!rest.len || begins_with(rest, "per", &behind)) {
		*out = say_pounds(arena, number, rest);
		return true;
	}
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
		if (begins_with(rest, scales[i].word, &behind)) {
			*out = say_pounds(arena, number,
			    joined(arena, str_of(scales[i].said), "", behind));
			return true;
		}
	return false;
}

/* "per 1,000", also behind the name of a rate: "Crude rate - per 1,000". */
static bool
say_rate(struct arena *arena, struct str number, struct str unit, struct str *out)
{
	struct str rest;

	for (size_t i = 0; i < unit.len; i++) {
		struct str head = str_slice(unit, 0, i);
		if ((i > 0 && unit.at[i - 1] != ' ') ||
		    !begins_with(str_slice(unit, i, unit.len), "per", &rest))
			continue;
		if (i > 0 && !str_has_folded(head, STR("rate")))
			return false;
		rest = str_slice(unit, i, unit.len);
		*out = str_has(head, STR("(" POUND ")"))
			   ? say_pounds(arena, number, rest)
			   : joined(arena, number, "", rest);
		return true;
	}
	return false;
}

/* Things that are many without an s at the end. */
static const struct {
	const char *many, *one;
} irregular[] = {
	{ "children", "child" },
	{ "men", "man" },
	{ "people", "person" },
	{ "staff", "member of staff" },
	{ "women", "woman" },
};

static bool
ends_in(struct str word, const char *ending)
{
	struct str end = str_of(ending);

	return word.len > end.len &&
	       str_equal_folded(str_slice(word, word.len - end.len, word.len), end);
}

/* What one of many is called; empty where the word does not stand for many. */
static struct str
singular(struct arena *arena, struct str word)
{
	if (!word.len || !is_letter(word.at[0]))
		return STR("");
	for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++)
		if (str_equal_folded(word, str_of(irregular[i].many)))
			return str_of(irregular[i].one);
	if (ends_in(word, "ies"))
		return str_print(
		    arena, "%.*sy", STR_ARG(str_slice(word, 0, word.len - 3)));
	if (!ends_in(word, "s") || ends_in(word, "ss") || ends_in(word, "us") ||
	    ends_in(word, "is"))
		return STR("");
	return str_slice(word, 0, word.len - 1);
}

/* "Years" within a sentence; "ACEs" stays. */
static struct str
lowered(struct arena *arena, struct str word)
{
	bool capital = word.len > 1 && word.at[0] >= 'A' && word.at[0] <= 'Z' &&
		       word.at[1] >= 'a' && word.at[1] <= 'z';

	if (!capital)
		return word;
	return str_print(arena, "%c%.*s", word.at[0] - 'A' + 'a',
	    STR_ARG(str_slice(word, 1, word.len)));
}

/* Where the noun ends that says what is counted: "weeks| of pregnancy". */
static size_t
noun_end(struct str unit)
{
	static const char *const stops[] = { "(", "aged", "for", "in", "of", "on",
		"per", "to", "under", "who", "with" };
	struct str rest;

	for (size_t i = 1; i < unit.len; i++)
		for (size_t k = 0;
		     unit.at[i - 1] == ' ' && k < sizeof stops / sizeof *stops; k++)
			if (begins_with(
				str_slice(unit, i, unit.len), stops[k], &rest) ||
			    unit.at[i] == '(')
				return i - 1;
	return unit.len;
}

/* "12.3 years", "1 year", "3 pupils per 30", "4 perinatal deaths". */
static bool
say_many(struct arena *arena, struct str number, struct str unit, struct str *out)
{
	struct str rest, one, word, before;
	size_t end, from;

	unit = lowered(arena, unit);
	end = from = noun_end(unit);
	while (from > 0 && unit.at[from - 1] != ' ')
		from--;
	before = str_slice(unit, 0, from);
	word = str_slice(unit, from, end);
	rest = str_slice(unit, end, unit.len);
	one = singular(arena, word);
	if (!one.len)
		return false;
	if (str_equal(number, STR("1")))
		word = one;
	*out = str_print(arena, "%.*s %.*s%.*s%.*s", STR_ARG(number), STR_ARG(before),
	    STR_ARG(word), STR_ARG(rest));
	return true;
}

/* "2.1 percentage points", whether the unit has many or one. */
static bool
say_points(struct arena *arena, struct str number, struct str unit, struct str *out)
{
	struct str rest;

	if (!begins_with(unit, "percentage point", &rest) &&
	    !begins_with(unit, "percentage points", &rest))
		return false;
	*out = str_print(arena, "%.*s percentage point%s", STR_ARG(number),
	    str_equal(number, STR("1")) ? "" : "s");
	return true;
}

struct str
unit_say(struct arena *arena, struct str number, struct str unit)
{
	struct str said;

	unit = str_trim(unit);
	if (!unit.len || str_equal_folded(unit, STR("count")) ||
	    str_equal_folded(unit, STR("number")))
		return number;
	if (say_points(arena, number, unit, &said) ||
	    say_percent(arena, number, unit, &said) ||
	    say_sum(arena, number, unit, &said) ||
	    say_rate(arena, number, unit, &said) ||
	    say_many(arena, number, unit, &said))
		return said;
	return str_print(
	    arena, "%.*s (%.*s)", STR_ARG(number), STR_ARG(lowered(arena, unit)));
}
