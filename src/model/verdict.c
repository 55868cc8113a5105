#include "model/verdict.h"

#include "model/words.h"

/* Without a judgement the verdict only says where the value lies. */
static enum verdict
position_of(enum side side)
{
	switch (side) {
	case SIDE_UNKNOWN: return VERDICT_NONE;
	case SIDE_FAR_BELOW: return VERDICT_LOWEST;
	case SIDE_BELOW: return VERDICT_LOWER;
	case SIDE_SIMILAR: return VERDICT_SIMILAR;
	case SIDE_ABOVE: return VERDICT_HIGHER;
	case SIDE_FAR_ABOVE: return VERDICT_HIGHEST;
	}
	return VERDICT_NONE;
}

static enum verdict
judged(enum side side, bool high_is_good)
{
	switch (side) {
	case SIDE_UNKNOWN: return VERDICT_NONE;
	case SIDE_FAR_BELOW: return high_is_good ? VERDICT_WORST : VERDICT_BEST;
	case SIDE_BELOW: return high_is_good ? VERDICT_WORSE : VERDICT_BETTER;
	case SIDE_SIMILAR: return VERDICT_SIMILAR;
	case SIDE_ABOVE: return high_is_good ? VERDICT_BETTER : VERDICT_WORSE;
	case SIDE_FAR_ABOVE: return high_is_good ? VERDICT_BEST : VERDICT_WORST;
	}
	return VERDICT_NONE;
}

enum verdict
verdict_of(enum side side, enum polarity polarity)
{
	switch (polarity) {
	case POLARITY_UNKNOWN:
	case POLARITY_NEUTRAL: return position_of(side);
	case POLARITY_LOW: return judged(side, false);
	case POLARITY_HIGH: return judged(side, true);
	case POLARITY_NONE: return VERDICT_NONE;
	}
	return VERDICT_NONE;
}

const char *
verdict_word(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_NONE: return "Not compared";
	case VERDICT_WORST: return "Worst";
	case VERDICT_WORSE: return "Worse";
	case VERDICT_SIMILAR: return "Similar";
	case VERDICT_BETTER: return "Better";
	case VERDICT_BEST: return "Best";
	case VERDICT_LOWEST: return "Lowest";
	case VERDICT_LOWER: return "Lower";
	case VERDICT_HIGHER: return "Higher";
	case VERDICT_HIGHEST: return "Highest";
	case VERDICT_COUNT: return "";
	}
	return "";
}

const char *
verdict_glyph(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_NONE:
	case VERDICT_COUNT: return "";
	case VERDICT_WORST: return "■■";
	case VERDICT_WORSE: return "■";
	case VERDICT_SIMILAR: return "○";
	case VERDICT_BETTER: return "●";
	case VERDICT_BEST: return "●●";
	case VERDICT_LOWEST: return "▼▼";
	case VERDICT_LOWER: return "▼";
	case VERDICT_HIGHER: return "▲";
	case VERDICT_HIGHEST: return "▲▲";
	}
	return "";
}

const char *
verdict_class(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_NONE: return "none";
	case VERDICT_WORST: return "worst";
	case VERDICT_WORSE: return "worse";
	case VERDICT_SIMILAR: return "similar";
	case VERDICT_BETTER: return "better";
	case VERDICT_BEST: return "best";
	case VERDICT_LOWEST: return "lowest";
	case VERDICT_LOWER: return "lower";
	case VERDICT_HIGHER: return "higher";
	case VERDICT_HIGHEST: return "highest";
	case VERDICT_COUNT: return "";
	}
	return "";
}

bool
verdict_parse(struct str text, enum verdict *out)
{
	int value = 0;

	if (!words_find(WORDS_VERDICT, text, &value))
		return false;
	*out = (enum verdict)value;
	return true;
}

/* What a change means: 1 better, -1 worse, 0 neither. */
static int
gain(enum trend trend, enum polarity polarity)
{
	bool judged_so = polarity == POLARITY_LOW || polarity == POLARITY_HIGH;

	if (!judged_so || (trend != TREND_UP && trend != TREND_DOWN))
		return 0;
	return (trend == TREND_UP) == (polarity == POLARITY_HIGH) ? 1 : -1;
}

const char *
trend_words(enum trend trend, enum polarity polarity)
{
	static const char *const rising[] = { "Increasing and getting worse",
		"Increasing", "Increasing and getting better" };
	static const char *const falling[] = { "Decreasing and getting worse",
		"Decreasing", "Decreasing and getting better" };

	switch (trend) {
	case TREND_UNKNOWN: return "Cannot be calculated";
	case TREND_NONE: return "No significant change";
	case TREND_UP: return rising[gain(trend, polarity) + 1];
	case TREND_DOWN: return falling[gain(trend, polarity) + 1];
	}
	return "";
}

const char *
trend_arrow(enum trend trend)
{
	switch (trend) {
	case TREND_UNKNOWN: return "";
	case TREND_NONE: return "→";
	case TREND_UP: return "↑";
	case TREND_DOWN: return "↓";
	}
	return "";
}

const char *
trend_class(enum trend trend, enum polarity polarity)
{
	static const char *const rising[] = { "worse", "up", "better" };
	static const char *const falling[] = { "worse", "down", "better" };

	switch (trend) {
	case TREND_UNKNOWN: return "unknown";
	case TREND_NONE: return "flat";
	case TREND_UP: return rising[gain(trend, polarity) + 1];
	case TREND_DOWN: return falling[gain(trend, polarity) + 1];
	}
	return "unknown";
}

const char *
trend_reason_text(enum trend_reason reason)
{
	switch (reason) {
	case TREND_REASON_NONE: return "";
	case TREND_REASON_FEW: return "fewer than five periods";
	case TREND_REASON_GAP: return "one of the latest five periods has no figure";
	case TREND_REASON_LIMITS: return "there are no confidence limits";
	case TREND_REASON_COUNTS: return "there is no count or no population";
	case TREND_REASON_EXTREME:
		return "one of the latest five is nobody or everybody";
	case TREND_REASON_OVERLAP: return "the periods are not single years in a row";
	case TREND_REASON_BOUNDARY:
		return "the area's boundary changed within the five periods";
	case TREND_REASON_TYPE: return "this kind of figure has no trend";
	}
	return "";
}

bool
trend_parse(struct str text, enum trend *out, enum polarity *polarity)
{
	static const char *const unknown[] = { "cannot be calculated",
		"could not be calculated", "not calculated", "not yet calculated" };
	char buffer[WORDS_LONGEST];
	struct str words = words_fold(text, buffer);
	bool up = str_starts(words, STR("increasing"));

	*polarity = POLARITY_UNKNOWN;
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
		*out = TREND_UNKNOWN;
		if (str_equal(words, str_of(unknown[i])))
			return true;
	}
	*out = TREND_NONE;
	if (str_equal(words, STR("no significant change")))
		return true;
	if (!up && !str_starts(words, STR("decreasing")))
		return false;
	*out = up ? TREND_UP : TREND_DOWN;
	words = str_slice(words, sizeof "increasing" - 1, words.len);
	if (str_equal(words, STR(" and getting better")))
		*polarity = up ? POLARITY_HIGH : POLARITY_LOW;
	else if (str_equal(words, STR(" and getting worse")))
		*polarity = up ? POLARITY_LOW : POLARITY_HIGH;
	return *polarity != POLARITY_UNKNOWN || words.len == 0;
}
