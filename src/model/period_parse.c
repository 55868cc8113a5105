#include "model/period.h"

#include "model/period_token.h"

enum {
	MONTHS_A_YEAR = 12,
	MONTHS_A_QUARTER = 3,
	/* "1998 - 02" crosses the century, "2017 - 15" is a slip: no published range is
	 * as long as this. */
	LONGEST_ACROSS_CENTURIES = 20,
	LONGEST_QUOTED = 60
};

/* Where reading stands. `why` is set when the text is a period, but cannot be. */
struct cursor {
	struct token tokens[PERIOD_MOST_TOKENS];
	size_t next;
	const char *why;
};

/* One end of a period, or all of it. */
struct point {
	struct period period;
	int year; /* as written first */
	bool split;
};

static const char *const month_names[MONTHS_A_YEAR] = { "january", "february", "march",
	"april", "may", "june", "july", "august", "september", "october", "november",
	"december" };

static const char why_year[] = "years are from 1801 to 2200";

static const struct token *
peek(const struct cursor *cursor)
{
	return &cursor->tokens[cursor->next];
}

static bool
peek_digits(const struct cursor *cursor, size_t digits)
{
	return peek(cursor)->kind == TOKEN_NUMBER && peek(cursor)->text.len == digits;
}

static bool
refuse(struct cursor *cursor, const char *why)
{
	cursor->why = why;
	return false;
}

static bool
year_is_possible(int year)
{
	return year >= PERIOD_FIRST_YEAR && year <= PERIOD_LAST_YEAR;
}

/* The year that two digits mean behind an earlier one. */
static int
year_behind(int begin, int two_digits)
{
	int year = begin - begin % 100 + two_digits;

	return year < begin && year + 100 - begin < LONGEST_ACROSS_CENTURIES
		   ? year + 100
		   : year;
}

/* The second year of a split one, of two or four digits, must be the next. */
static bool
read_second_year(struct cursor *cursor, int first)
{
	bool two = peek_digits(cursor, 2);
	int second = peek(cursor)->value;

	if (!two && !peek_digits(cursor, 4))
		return false;
	cursor->next++;
	if (second != (two ? (first + 1) % 100 : first + 1))
		return refuse(cursor, "the second year does not follow the first");
	return true;
}

/* "2015", "2015/16", "201516"; behind another year also "16" and "16/17". */
static bool
read_year(struct cursor *cursor, const struct point *begin, struct point *point)
{
	const struct token *token = peek(cursor);

	if (peek_digits(cursor, 6)) {
		point->year = token->value / 100;
		point->split = true;
		if (token->value % 100 != (point->year + 1) % 100)
			return refuse(
			    cursor, "the second year does not follow the first");
	} else if (peek_digits(cursor, 4)) {
		point->year = token->value;
	} else if (begin && peek_digits(cursor, 2)) {
		point->year = year_behind(begin->year, token->value);
	} else {
		return false;
	}
	cursor->next++;
	if (!year_is_possible(point->year))
		return refuse(cursor, why_year);
	if (point->split || peek(cursor)->kind != TOKEN_SLASH)
		return true;
	cursor->next++;
	point->split = true;
	return read_second_year(cursor, point->year);
}

/* "Q1"; *quarter counts from 0. False without a reason when there is none. */
static bool
read_quarter(struct cursor *cursor, int *quarter)
{
	struct str word = peek(cursor)->text;

	if (peek(cursor)->kind != TOKEN_WORD)
		return false;
	if (!str_equal_folded(word, STR("q")) && !str_equal_folded(word, STR("qtr")) &&
	    !str_equal_folded(word, STR("quarter")))
		return false;
	if (cursor->tokens[cursor->next + 1].kind != TOKEN_NUMBER)
		return false;
	cursor->next++;
	*quarter = peek(cursor)->value - 1;
	if (!peek_digits(cursor, 1) || *quarter < 0 || *quarter > 3)
		return refuse(cursor, "quarters are from Q1 to Q4");
	cursor->next++;
	return true;
}

/* "Jan", "Sept", "January"; *month counts from 0. */
static bool
read_month(struct cursor *cursor, int *month)
{
	struct str word = peek(cursor)->text;

	if (peek(cursor)->kind != TOKEN_WORD)
		return false;
	for (int m = 0; m < MONTHS_A_YEAR; m++) {
		struct str name = str_of(month_names[m]);
		bool sept = m == 8 && str_equal_folded(word, STR("sept"));
		if (sept || str_equal_folded(word, name) ||
		    str_equal_folded(word, str_slice(name, 0, 3))) {
			*month = m;
			cursor->next++;
			return true;
		}
	}
	return false;
}

static void
place_year(struct point *point)
{
	point->period = (struct period){
		.first = point->year * MONTHS_A_YEAR + (point->split ? 3 : 0),
		.months = MONTHS_A_YEAR,
		.style = point->split ? PERIOD_SPLIT : PERIOD_CALENDAR,
		.part = PERIOD_YEARS,
	};
}

static void
place_quarter(struct point *point, int quarter)
{
	point->period = (struct period){
		.first = point->year * MONTHS_A_YEAR + (point->split ? 3 : 0) +
			 quarter * MONTHS_A_QUARTER,
		.months = MONTHS_A_QUARTER,
		.style = point->split ? PERIOD_FINANCIAL : PERIOD_CALENDAR,
		.part = PERIOD_QUARTERS,
	};
}

static bool
place_month(struct cursor *cursor, struct point *point, int month)
{
	if (point->split)
		return refuse(cursor, "a month lies in one calendar year");
	point->period = (struct period){
		.first = point->year * MONTHS_A_YEAR + month,
		.months = 1,
		.style = PERIOD_CALENDAR,
		.part = PERIOD_MONTHS,
	};
	return true;
}

/* A year, quarter or month, the year before or behind the rest; `begin` is what a range
 * began with, whose year its end may leave out or shorten. */
static bool
read_point(struct cursor *cursor, const struct point *begin, struct point *point)
{
	int quarter = -1, month = -1;

	*point = (struct point){ .year = 0 };
	if (!read_quarter(cursor, &quarter) && cursor->why)
		return false;
	if (quarter < 0)
		read_month(cursor, &month);
	if (quarter >= 0 && begin && peek(cursor)->kind == TOKEN_END) {
		point->year = begin->year;
		point->split = begin->split;
	} else if (!read_year(cursor, begin, point)) {
		return false;
	}
	if (quarter < 0 && month < 0 && !read_quarter(cursor, &quarter)) {
		if (cursor->why)
			return false;
		read_month(cursor, &month);
	}
	if (month >= 0)
		return place_month(cursor, point, month);
	if (quarter >= 0)
		place_quarter(point, quarter);
	else
		place_year(point);
	return true;
}

/* "2015-17", "2015-16", "2015-01": a year, a hyphen and two digits without spaces, by
 * the rule that the header states. The cursor stands behind the hyphen. */
static bool
read_compact(struct cursor *cursor, struct point *point)
{
	int digits = peek(cursor)->value;
	int year = year_behind(point->year, digits);
	bool month = digits >= 1 && digits <= MONTHS_A_YEAR;
	bool range = year > point->year;

	cursor->next++;
	if (month && range)
		return refuse(cursor,
		    "it may be a month or several years; write '2010 - 12' or "
		    "'Dec 2010'");
	if (month)
		return place_month(cursor, point, digits - 1);
	if (!range)
		return refuse(cursor, "it ends before it begins");
	if (!year_is_possible(year))
		return refuse(cursor, why_year);
	point->split = year == point->year + 1;
	place_year(point);
	if (!point->split)
		point->period.months =
		    (uint16_t)((year - point->year + 1) * MONTHS_A_YEAR);
	return true;
}

static bool
read_end(struct cursor *cursor, struct point *begin)
{
	struct point end;

	if (!read_point(cursor, begin, &end) || peek(cursor)->kind != TOKEN_END)
		return false;
	if (begin->period.style != end.period.style ||
	    begin->period.part != end.period.part)
		return refuse(cursor, "its two ends are of different kinds");
	if (end.period.first < begin->period.first)
		return refuse(cursor, "it ends before it begins");
	begin->period.months =
	    (uint16_t)(end.period.first + end.period.months - begin->period.first);
	return true;
}

static bool
read_period(struct cursor *cursor, struct point *point)
{
	if (!read_point(cursor, NULL, point))
		return false;
	if (peek(cursor)->kind == TOKEN_END)
		return true;
	if (peek(cursor)->kind != TOKEN_DASH)
		return false;
	bool plain = point->period.part == PERIOD_YEARS && !point->split;
	bool spaced = peek(cursor)->spaced;
	enum token_kind after = cursor->tokens[++cursor->next].kind;
	bool last =
	    after != TOKEN_END && cursor->tokens[cursor->next + 1].kind == TOKEN_END;
	int quarter = 0;

	if (plain && !spaced && last && peek_digits(cursor, 2))
		return read_compact(cursor, point);
	if (plain && read_quarter(cursor, &quarter))
		place_quarter(point, quarter);
	else if (cursor->why || !read_end(cursor, point))
		return false;
	return peek(cursor)->kind == TOKEN_END;
}

/* What is quoted of a text in a message, without half a character at its end. */
static struct str
quoted(struct str text)
{
	struct str head = str_slice(str_trim(text), 0, LONGEST_QUOTED);

	return str_slice(head, 0, str_utf8_until(head));
}

bool
period_parse(struct str text, struct period *out, struct err *err)
{
	struct cursor cursor = { .next = 0 };
	struct point point;

	if (period_split(text, cursor.tokens) && read_period(&cursor, &point)) {
		*out = point.period;
		return true;
	}
	if (cursor.why)
		return err_set(err, FAULT_INPUT, "impossible period '%.*s': %s",
		    STR_ARG(quoted(text)), cursor.why);
	return err_set(err, FAULT_INPUT,
	    "no period '%.*s': wanted one such as '2015', '2015 - 17', '2015/16', "
	    "'2019 Q1' or 'Jan 2019'",
	    STR_ARG(quoted(text)));
}
