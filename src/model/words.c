#include "model/words.h"

#include <stdlib.h>

#include "model/indicator.h"
#include "model/period.h"

static const struct word value_types[] = {
	{ "age standardised rate", VALUE_DSR },
	{ "average", VALUE_MEAN },
	{ "count", VALUE_COUNT },
	{ "crude rate", VALUE_CRUDE_RATE },
	{ "crude rates", VALUE_CRUDE_RATE },
	{ "directly age standardised rate", VALUE_DSR },
	{ "directly standardised rate", VALUE_DSR },
	{ "directly standardized rate", VALUE_DSR },
	{ "dsr", VALUE_DSR },
	{ "indirectly standardised rate", VALUE_ISR },
	{ "indirectly standardised ratio", VALUE_ISRATIO },
	{ "indirectly standardized rate", VALUE_ISR },
	{ "indirectly standardized ratio", VALUE_ISRATIO },
	{ "isr", VALUE_ISR },
	{ "isratio", VALUE_ISRATIO },
	{ "life expectancy", VALUE_LIFE_EXPECTANCY },
	{ "mean", VALUE_MEAN },
	{ "number", VALUE_COUNT },
	{ "percentage", VALUE_PROPORTION },
	{ "proportion", VALUE_PROPORTION },
	{ "rate", VALUE_CRUDE_RATE },
	{ "ratio", VALUE_RATIO },
	{ "score", VALUE_SCORE },
	{ "sii", VALUE_SLOPE_INDEX },
	{ "slope index of inequality", VALUE_SLOPE_INDEX },
	{ "standardised mortality ratio", VALUE_ISRATIO },
	{ "unknown", VALUE_UNKNOWN },
};

static const struct word sexes[] = {
	{ "all", SEX_PERSONS },
	{ "all persons", SEX_PERSONS },
	{ "both", SEX_PERSONS },
	{ "both sexes", SEX_PERSONS },
	{ "boys", SEX_MALE },
	{ "f", SEX_FEMALE },
	{ "female", SEX_FEMALE },
	{ "females", SEX_FEMALE },
	{ "girls", SEX_FEMALE },
	{ "m", SEX_MALE },
	{ "male", SEX_MALE },
	{ "males", SEX_MALE },
	{ "men", SEX_MALE },
	{ "n a", SEX_NONE },
	{ "none", SEX_NONE },
	{ "not applicable", SEX_NONE },
	{ "not stated", SEX_UNSTATED },
	{ "people", SEX_PERSONS },
	{ "person", SEX_PERSONS },
	{ "persons", SEX_PERSONS },
	{ "total", SEX_PERSONS },
	{ "women", SEX_FEMALE },
};

static const struct word polarities[] = {
	{ "bob", POLARITY_NEUTRAL },
	{ "bob blue orange blue", POLARITY_NEUTRAL },
	{ "high", POLARITY_HIGH },
	{ "high is good", POLARITY_HIGH },
	{ "higher is better", POLARITY_HIGH },
	{ "low", POLARITY_LOW },
	{ "low is good", POLARITY_LOW },
	{ "lower is better", POLARITY_LOW },
	{ "n a", POLARITY_NONE },
	{ "neutral", POLARITY_NEUTRAL },
	{ "no judgement", POLARITY_NEUTRAL },
	{ "no judgment", POLARITY_NEUTRAL },
	{ "none", POLARITY_NONE },
	{ "not applicable", POLARITY_NONE },
	{ "not known", POLARITY_UNKNOWN },
	{ "rag high is good", POLARITY_HIGH },
	{ "rag low is good", POLARITY_LOW },
	{ "unknown", POLARITY_UNKNOWN },
};

static const struct word intervals[] = {
	{ "another method", INTERVAL_OTHER },
	{ "bootstrap", INTERVAL_OTHER },
	{ "byar", INTERVAL_BYAR },
	{ "byars", INTERVAL_BYAR },
	{ "byars and exact", INTERVAL_BYAR },
	{ "byars approximation", INTERVAL_BYAR },
	{ "byars method", INTERVAL_BYAR },
	{ "byars method and exact", INTERVAL_BYAR },
	{ "dobson", INTERVAL_DOBSON },
	{ "dobson and byars", INTERVAL_DOBSON },
	{ "dobson and byars method", INTERVAL_DOBSON },
	{ "dobson method", INTERVAL_DOBSON },
	{ "dobsons", INTERVAL_DOBSON },
	{ "dobsons method", INTERVAL_DOBSON },
	{ "no confidence intervals", INTERVAL_NONE },
	{ "no confidence limits", INTERVAL_NONE },
	{ "none", INTERVAL_NONE },
	{ "normal approximation", INTERVAL_OTHER },
	{ "not applicable", INTERVAL_NONE },
	{ "not known", INTERVAL_UNKNOWN },
	{ "other", INTERVAL_OTHER },
	{ "student t", INTERVAL_T },
	{ "students t", INTERVAL_T },
	{ "students t distribution", INTERVAL_T },
	{ "t", INTERVAL_T },
	{ "t distribution", INTERVAL_T },
	{ "unknown", INTERVAL_UNKNOWN },
	{ "wilson", INTERVAL_WILSON },
	{ "wilson method", INTERVAL_WILSON },
	{ "wilson score", INTERVAL_WILSON },
	{ "wilson score interval", INTERVAL_WILSON },
	{ "wilson score method", INTERVAL_WILSON },
	{ "wilsons method", INTERVAL_WILSON },
};

static const struct word comparisons[] = {
	{ "95", COMPARISON_INTERVAL },
	{ "95 and 99 8", COMPARISON_TWO_LEVELS },
	{ "95 confidence limits", COMPARISON_INTERVAL },
	{ "95 confidence limits of both", COMPARISON_OVERLAP },
	{ "99 8", COMPARISON_INTERVAL_998 },
	{ "99 8 confidence limits", COMPARISON_INTERVAL_998 },
	{ "ci overlapping reference value", COMPARISON_INTERVAL },
	{ "ci overlapping reference value 95", COMPARISON_INTERVAL },
	{ "ci overlapping reference value 99 8", COMPARISON_INTERVAL_998 },
	{ "confidence limits at two levels 95 and 99 8", COMPARISON_TWO_LEVELS },
	{ "double overlapping cis", COMPARISON_OVERLAP },
	{ "fifths of areas quintiles", COMPARISON_QUINTILES },
	{ "none", COMPARISON_NONE },
	{ "not compared", COMPARISON_NONE },
	{ "overlap", COMPARISON_OVERLAP },
	{ "overlapping cis", COMPARISON_OVERLAP },
	{ "quintile", COMPARISON_QUINTILES },
	{ "quintiles", COMPARISON_QUINTILES },
	{ "single overlapping ci", COMPARISON_INTERVAL },
	{ "two levels", COMPARISON_TWO_LEVELS },
};

/* A fifth of the areas is no test of difference, but says which way a value lies. */
static const struct word verdicts[] = {
	{ "2nd highest quintile", VERDICT_HIGHER },
	{ "2nd lowest quintile", VERDICT_LOWER },
	{ "best", VERDICT_BEST },
	{ "better", VERDICT_BETTER },
	{ "higher", VERDICT_HIGHER },
	{ "highest", VERDICT_HIGHEST },
	{ "highest quintile", VERDICT_HIGHEST },
	{ "lower", VERDICT_LOWER },
	{ "lowest", VERDICT_LOWEST },
	{ "lowest quintile", VERDICT_LOWEST },
	{ "middle quintile", VERDICT_SIMILAR },
	{ "not compared", VERDICT_NONE },
	{ "same", VERDICT_SIMILAR },
	{ "similar", VERDICT_SIMILAR },
	{ "worse", VERDICT_WORSE },
	{ "worst", VERDICT_WORST },
};

static const struct word year_types[] = {
	{ "academic", PERIOD_ACADEMIC },
	{ "academic year", PERIOD_ACADEMIC },
	{ "april march", PERIOD_FINANCIAL },
	{ "april to march", PERIOD_FINANCIAL },
	{ "calendar", PERIOD_CALENDAR },
	{ "calendar year", PERIOD_CALENDAR },
	{ "financial", PERIOD_FINANCIAL },
	{ "financial year", PERIOD_FINANCIAL },
	{ "january to december", PERIOD_CALENDAR },
	{ "school year", PERIOD_ACADEMIC },
	{ "september to august", PERIOD_ACADEMIC },
};

static const struct word frequencies[] = {
	{ "annual", 12 },
	{ "annually", 12 },
	{ "biennial", 24 },
	{ "every month", 1 },
	{ "every quarter", 3 },
	{ "every year", 12 },
	{ "half yearly", 6 },
	{ "monthly", 1 },
	{ "quarterly", 3 },
	{ "triennial", 36 },
	{ "yearly", 12 },
};

#define TABLE(rows_of)                                                                 \
	{                                                                              \
		.rows = (rows_of), .count = sizeof(rows_of) / sizeof *(rows_of)        \
	}

static const struct {
	const struct word *rows;
	size_t count;
} tables[WORDS_TABLE_COUNT] = {
	[WORDS_VALUE_TYPE] = TABLE(value_types),
	[WORDS_SEX] = TABLE(sexes),
	[WORDS_POLARITY] = TABLE(polarities),
	[WORDS_INTERVAL] = TABLE(intervals),
	[WORDS_COMPARISON] = TABLE(comparisons),
	[WORDS_VERDICT] = TABLE(verdicts),
	[WORDS_YEAR_TYPE] = TABLE(year_types),
	[WORDS_FREQUENCY] = TABLE(frequencies),
};

static int
order_word(const void *text, const void *row)
{
	return str_order(
	    *(const struct str *)text, str_of(((const struct word *)row)->text));
}

bool
words_find(enum word_table table, struct str text, int *value)
{
	char buffer[WORDS_LONGEST];
	struct str folded = words_fold(text, buffer);
	const struct word *row = bsearch(&folded, tables[table].rows,
	    tables[table].count, sizeof(struct word), order_word);

	if (row)
		*value = row->value;
	return row != NULL;
}

const struct word *
words_table(enum word_table table, size_t *count)
{
	*count = tables[table].count;
	return tables[table].rows;
}

static bool
is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Bytes of an apostrophe at the start, typewriter's or typographer's (U+2019). */
static size_t
apostrophe_at(struct str s)
{
	if (s.len && s.at[0] == '\'')
		return 1;
	return str_starts(s, STR("\xe2\x80\x99")) ? 3 : 0;
}

struct str
words_fold(struct str text, char *out)
{
	const struct str and = STR("and ");
	size_t n = 0;

	for (size_t i = 0; i < text.len && n + sizeof " and " < WORDS_LONGEST; i++) {
		size_t skip = apostrophe_at(str_slice(text, i, text.len));
		char c = text.at[i];
		if (skip) {
			i += skip - 1;
			continue;
		}
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + ('a' - 'A'));
		if (!is_plain(c) && n && out[n - 1] != ' ')
			out[n++] = ' ';
		if (c == '&') {
			memcpy(out + n, and.at, and.len);
			n += and.len;
		}
		if (is_plain(c))
			out[n++] = c;
	}
	while (n && out[n - 1] == ' ')
		n--;
	return (struct str){ .at = out, .len = n };
}

bool
words_have(struct str text, const char *part)
{
	struct str wanted = str_of(part);

	for (size_t i = 0; i + wanted.len <= text.len; i++) {
		bool begins = i == 0 || text.at[i - 1] == ' ';
		if (begins && str_equal(str_slice(text, i, i + wanted.len), wanted))
			return true;
	}
	return false;
}
