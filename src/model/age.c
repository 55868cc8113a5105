#include "model/indicator.h"

/* Ages as they are published: a number of years, or two, with words around them that
 * say whether it is one age, a span, or open at an end. Numbers of school years and
 * other things that are no ages are told apart by the want of such words. */

enum { AGE_OPEN = 199, AGE_LONGEST = 3 };

/* A number in the text with what stands around it. */
struct age {
	unsigned from, until;
	bool span;  /* "5-16" */
	bool open;  /* "16+", "16 and over" */
	bool under; /* "<16", "under 16" */
	bool over;  /* ">16", "over 16" */
	bool unit;  /* "yrs" or the like behind it */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct str
skip(struct str s, size_t len)
{
	return str_slice(s, len, s.len);
}

static bool
starts_folded(struct str s, struct str word)
{
	return str_equal_folded(str_slice(s, 0, word.len), word);
}

static bool
ends_folded(struct str s, struct str word)
{
	return s.len >= word.len &&
	       str_equal_folded(str_slice(s, s.len - word.len, s.len), word);
}

/* Takes whole years from the start of *rest, a fraction behind them left out. */
static bool
take_years(struct str *rest, unsigned *years)
{
	size_t n = 0;

	*years = 0;
	for (; n < rest->len && is_digit(rest->at[n]); n++)
		if (n < AGE_LONGEST)
			*years = *years * 10 + (unsigned)(rest->at[n] - '0');
	if (n == 0 || n > AGE_LONGEST || *years > AGE_OPEN)
		return false;
	*rest = skip(*rest, n);
	if (rest->len > 1 && rest->at[0] == '.' && is_digit(rest->at[1])) {
		*rest = skip(*rest, 1);
		while (rest->len && is_digit(rest->at[0]))
			*rest = skip(*rest, 1);
	}
	/* The fractions of Latin-1: a quarter, a half, three quarters. */
	if (rest->len > 1 && rest->at[0] == '\xc2' &&
	    (unsigned char)rest->at[1] >= 0xbc && (unsigned char)rest->at[1] <= 0xbe)
		*rest = skip(*rest, 2);
	return true;
}

/* Takes a hyphen, an en dash or "to" that stands between two ages. */
static bool
take_dash(struct str *rest)
{
	static const char *const dashes[] = { "-", "\xe2\x80\x93", "to " };
	struct str trimmed = str_trim(*rest);

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		struct str dash = str_of(dashes[i]);
		if (starts_folded(trimmed, dash) && trimmed.len > dash.len) {
			*rest = str_trim(skip(trimmed, dash.len));
			return true;
		}
	}
	return false;
}

/* A unit behind the number turns what was read into years. */
static void
take_unit(struct str *rest, struct age *age)
{
	static const struct {
		const char *word;
		unsigned a_year;
	} units[] = { { "years", 1 }, { "year", 1 }, { "yrs", 1 }, { "yr", 1 },
		{ "months", 12 }, { "month", 12 }, { "mths", 12 }, { "weeks", 53 },
		{ "week", 53 }, { "days", 366 }, { "day", 366 } };
	struct str trimmed = str_trim(*rest);

	if (starts_folded(trimmed, STR("-year")))
		trimmed = skip(trimmed, 1);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct str word = str_of(units[i].word);
		if (!starts_folded(trimmed, word))
			continue;
		if (age->under && units[i].a_year > 1) {
			age->until = age->until ? age->until - 1 : 0;
			age->from = 0;
		}
		age->from /= units[i].a_year;
		age->until /= units[i].a_year;
		age->under = age->under && units[i].a_year == 1;
		age->unit = true;
		*rest = skip(trimmed, word.len);
		return;
	}
}

/* What stands before the number: "<", "under", ">", "over"; or "Year", which makes it a
 * school year and no age. */
static bool
read_before(struct str before, struct age *age)
{
	before = str_trim(before);
	age->under = str_ends(before, STR("<")) || ends_folded(before, STR("under"));
	age->over = str_ends(before, STR(">")) || ends_folded(before, STR("over"));
	age->open =
	    str_ends(before, STR(">=")) || str_ends(before, STR("\xe2\x89\xa5"));
	return !ends_folded(before, STR("year")) && !ends_folded(before, STR("years"));
}

static void
read_open_end(struct str rest, struct age *age)
{
	rest = str_trim(rest);
	age->open = age->open || str_starts(rest, STR("+")) ||
		    starts_folded(rest, STR("and over")) ||
		    starts_folded(rest, STR("and above")) ||
		    starts_folded(rest, STR("and older")) ||
		    starts_folded(rest, STR("or over")) ||
		    starts_folded(rest, STR("plus"));
	age->under = age->under || starts_folded(rest, STR("and under"));
}

/* Reads the age whose first digit is at `at`; *behind is where to look on. */
static bool
read_age(struct str text, size_t at, size_t *behind, struct age *age)
{
	struct str rest = skip(text, at), more;
	unsigned until = 0;

	*age = (struct age){ .from = 0 };
	*behind = at;
	while (*behind < text.len && is_digit(text.at[*behind]))
		(*behind)++;
	if (!read_before(str_slice(text, 0, at), age) || !take_years(&rest, &age->from))
		return false;
	age->until = age->from;
	more = rest;
	if (take_dash(&more) && take_years(&more, &until)) {
		age->span = true;
		age->until = until;
		rest = more;
	}
	read_open_end(rest, age);
	if (age->open)
		rest = skip(str_trim(rest), str_starts(str_trim(rest), STR("+")));
	take_unit(&rest, age);
	read_open_end(rest, age);
	*behind = (size_t)(rest.at - text.at);
	bool whole = at == 0 && (str_trim(rest).len == 0 || age->span);
	return age->until >= age->from &&
	       (whole || age->unit || age->open || age->under || age->over);
}

bool
age_parse(struct str text, unsigned *from, unsigned *until)
{
	struct age age;

	text = str_trim(text);
	if (starts_folded(text, STR("all")) && text.len <= sizeof "all ages" - 1) {
		*from = 0;
		*until = AGE_OPEN;
		return true;
	}
	for (size_t i = 0; i < text.len;) {
		size_t behind = i + 1;
		if (!is_digit(text.at[i]) || !read_age(text, i, &behind, &age)) {
			i = behind;
			continue;
		}
		*from = age.under ? 0 : age.from + age.over;
		*until = age.under && age.until ? age.until - 1 : age.until;
		if (age.open || age.over)
			*until = AGE_OPEN;
		return true;
	}
	return false;
}
