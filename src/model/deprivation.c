#include "model/deprivation.h"

enum { DECILES = 10, QUINTILES = 5, MIDDLE = 3 };

static unsigned
groups_in(struct str text)
{
	if (str_has_folded(text, STR("decile")) || str_has_folded(text, STR("tenth")))
		return DECILES;
	if (str_has_folded(text, STR("quintile")))
		return QUINTILES;
	return 0;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The next run of letters and digits; empty at the end. */
static struct str
next_word(struct str *rest)
{
	size_t from = 0, until;

	while (
	    from < rest->len && !is_digit(rest->at[from]) && !is_letter(rest->at[from]))
		from++;
	until = from;
	while (until < rest->len &&
	       (is_digit(rest->at[until]) || is_letter(rest->at[until])))
		until++;
	struct str word = str_slice(*rest, from, until);
	*rest = str_slice(*rest, until, rest->len);
	return word;
}

/* "7" counts from the most deprived, "second" and "2nd" from the side that the name
 * says. */
struct count {
	unsigned number; /* 0: none */
	bool ordinal;
};

static struct count
count_in(struct str word)
{
	static const struct {
		struct str word;
		unsigned number;
	} ordinals[] = {
		{ STR_IN_TABLE("first"), 1 },
		{ STR_IN_TABLE("second"), 2 },
		{ STR_IN_TABLE("third"), 3 },
		{ STR_IN_TABLE("fourth"), 4 },
		{ STR_IN_TABLE("fifth"), 5 },
	};
	struct count count = { 0 };
	size_t digits = 0;

	for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
		if (str_equal_folded(word, ordinals[i].word))
			return (struct count){ ordinals[i].number, true };
	while (digits < word.len && is_digit(word.at[digits]) && count.number < 1000)
		count.number = count.number * 10 + (unsigned)(word.at[digits++] - '0');
	count.ordinal = digits > 0 && digits + 2 == word.len;
	if (digits < word.len && !count.ordinal)
		count.number = 0;
	return count;
}

/* The first number of the name that is a place; a year is none. */
static struct count
find_count(struct str name, unsigned of)
{
	for (struct str word = next_word(&name); word.len > 0;
	     word = next_word(&name)) {
		struct count count = count_in(word);
		if (count.number > 0 && count.number <= of)
			return count;
	}
	return (struct count){ 0 };
}

bool
deprivation_parse(struct str type, struct str name, struct deprivation *out)
{
	bool most = str_has_folded(name, STR("most deprived")) ||
		    str_has_folded(name, STR("more deprived"));
	bool least = str_has_folded(name, STR("least deprived")) ||
		     str_has_folded(name, STR("less deprived"));
	unsigned of = groups_in(name) ? groups_in(name) : groups_in(type);
	struct count count = find_count(name, of);

	if (!of || (!str_has_folded(type, STR("depriv")) &&
		       !str_has_folded(name, STR("depriv"))))
		return false;
	if (of == QUINTILES && str_has_folded(name, STR("middle")))
		count = (struct count){ MIDDLE, false };
	/* "Most deprived decile" is the first from its side. */
	if (!count.number && most != least)
		count = (struct count){ 1, true };
	if (!count.number || (count.ordinal && most == least))
		return false;
	*out = (struct deprivation){
		.place = count.ordinal && least ? of + 1 - count.number : count.number,
		.of = of,
	};
	return true;
}
