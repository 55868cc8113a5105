#include "model/verdict.h"

#include "../unit.h"

static const struct {
	const char *name;
	enum polarity polarity;
	enum verdict far_below, below, similar, above, far_above;
} judgements[] = {
	{ "low is good", POLARITY_LOW, VERDICT_BEST, VERDICT_BETTER, VERDICT_SIMILAR,
	    VERDICT_WORSE, VERDICT_WORST },
	{ "high is good", POLARITY_HIGH, VERDICT_WORST, VERDICT_WORSE, VERDICT_SIMILAR,
	    VERDICT_BETTER, VERDICT_BEST },
	{ "no judgement", POLARITY_NEUTRAL, VERDICT_LOWEST, VERDICT_LOWER,
	    VERDICT_SIMILAR, VERDICT_HIGHER, VERDICT_HIGHEST },
	{ "not known", POLARITY_UNKNOWN, VERDICT_LOWEST, VERDICT_LOWER, VERDICT_SIMILAR,
	    VERDICT_HIGHER, VERDICT_HIGHEST },
	{ "not to be compared", POLARITY_NONE, VERDICT_NONE, VERDICT_NONE, VERDICT_NONE,
	    VERDICT_NONE, VERDICT_NONE },
};

START_TEST(test_verdict_of)
{
	enum polarity polarity = judgements[_i].polarity;
	const char *name = judgements[_i].name;

	ck_assert_msg(verdict_of(SIDE_UNKNOWN, polarity) == VERDICT_NONE, "%s", name);
	ck_assert_msg(verdict_of(SIDE_FAR_BELOW, polarity) == judgements[_i].far_below,
	    "%s, far below", name);
	ck_assert_msg(verdict_of(SIDE_BELOW, polarity) == judgements[_i].below,
	    "%s, below", name);
	ck_assert_msg(verdict_of(SIDE_SIMILAR, polarity) == judgements[_i].similar,
	    "%s, similar", name);
	ck_assert_msg(verdict_of(SIDE_ABOVE, polarity) == judgements[_i].above,
	    "%s, above", name);
	ck_assert_msg(verdict_of(SIDE_FAR_ABOVE, polarity) == judgements[_i].far_above,
	    "%s, far above", name);
}
END_TEST

/* No two verdicts look, read or are styled alike, and none looks like a trend. */
START_TEST(test_distinct)
{
	for (int a = VERDICT_NONE; a < VERDICT_COUNT; a++) {
		const char *glyph = verdict_glyph((enum verdict)a);
		enum verdict parsed = VERDICT_COUNT;
		ck_assert(
		    verdict_parse(str_of(verdict_word((enum verdict)a)), &parsed));
		ck_assert_int_eq(parsed, a);
		for (int b = a + 1; b < VERDICT_COUNT; b++) {
			ck_assert_str_ne(glyph, verdict_glyph((enum verdict)b));
			ck_assert_str_ne(verdict_word((enum verdict)a),
			    verdict_word((enum verdict)b));
			ck_assert_str_ne(verdict_class((enum verdict)a),
			    verdict_class((enum verdict)b));
		}
		for (int t = TREND_NONE; t <= TREND_DOWN; t++)
			ck_assert_str_ne(glyph, trend_arrow((enum trend)t));
	}
	ck_assert_str_eq(verdict_glyph(VERDICT_NONE), "");
}
END_TEST

static const struct {
	const char *text;
	enum verdict verdict; /* VERDICT_COUNT: none of ours */
} published[] = {
	{ "Better", VERDICT_BETTER },
	{ "Similar", VERDICT_SIMILAR },
	{ " worse ", VERDICT_WORSE },
	{ "Lower", VERDICT_LOWER },
	{ "Higher", VERDICT_HIGHER },
	{ "Not compared", VERDICT_NONE },
	{ "Best", VERDICT_BEST },
	{ "Worst", VERDICT_WORST },
	{ "Lowest quintile", VERDICT_LOWEST },
	{ "2nd lowest quintile", VERDICT_LOWER },
	{ "Middle quintile", VERDICT_SIMILAR },
	{ "2nd highest quintile", VERDICT_HIGHER },
	{ "Highest quintile", VERDICT_HIGHEST },
	{ "Red", VERDICT_COUNT },
	{ "Amber", VERDICT_COUNT },
	{ "Green", VERDICT_COUNT },
	{ "", VERDICT_COUNT },
	{ "banana", VERDICT_COUNT },
};

START_TEST(test_published)
{
	enum verdict verdict = VERDICT_COUNT;
	bool ours = verdict_parse(str_of(published[_i].text), &verdict);

	ck_assert_msg(ours == (published[_i].verdict != VERDICT_COUNT), "'%s'",
	    published[_i].text);
	ck_assert_msg(verdict == published[_i].verdict, "'%s'", published[_i].text);
}
END_TEST

static const struct {
	enum trend trend;
	enum polarity polarity;
	const char *words, *arrow, *class;
	enum polarity implied; /* by the words */
} trends[] = {
	{ TREND_UNKNOWN, POLARITY_LOW, "Cannot be calculated", "", "unknown",
	    POLARITY_UNKNOWN },
	{ TREND_NONE, POLARITY_HIGH, "No significant change", "→", "flat",
	    POLARITY_UNKNOWN },
	{ TREND_UP, POLARITY_LOW, "Increasing and getting worse", "↑", "worse",
	    POLARITY_LOW },
	{ TREND_UP, POLARITY_HIGH, "Increasing and getting better", "↑", "better",
	    POLARITY_HIGH },
	{ TREND_DOWN, POLARITY_LOW, "Decreasing and getting better", "↓", "better",
	    POLARITY_LOW },
	{ TREND_DOWN, POLARITY_HIGH, "Decreasing and getting worse", "↓", "worse",
	    POLARITY_HIGH },
	{ TREND_UP, POLARITY_NEUTRAL, "Increasing", "↑", "up", POLARITY_UNKNOWN },
	{ TREND_DOWN, POLARITY_UNKNOWN, "Decreasing", "↓", "down", POLARITY_UNKNOWN },
	{ TREND_UP, POLARITY_NONE, "Increasing", "↑", "up", POLARITY_UNKNOWN },
};

START_TEST(test_trends)
{
	const char *words = trend_words(trends[_i].trend, trends[_i].polarity);
	enum polarity implied = POLARITY_NONE;
	enum trend parsed = TREND_UNKNOWN;

	ck_assert_str_eq(words, trends[_i].words);
	ck_assert_str_eq(trend_arrow(trends[_i].trend), trends[_i].arrow);
	ck_assert_str_eq(
	    trend_class(trends[_i].trend, trends[_i].polarity), trends[_i].class);
	ck_assert(trend_parse(str_of(words), &parsed, &implied));
	ck_assert_int_eq(parsed, trends[_i].trend);
	ck_assert_int_eq(implied, trends[_i].implied);
}
END_TEST

static const struct {
	const char *text;
	bool ours;
	enum trend trend;
} trend_texts[] = {
	{ "increasing & getting worse", true, TREND_UP },
	{ " Decreasing ", true, TREND_DOWN },
	{ "Not yet calculated", true, TREND_UNKNOWN },
	{ "Could not be calculated", true, TREND_UNKNOWN },
	{ "Increasing and getting", false, TREND_UNKNOWN },
	{ "Increasingly", false, TREND_UNKNOWN },
	{ "Up", false, TREND_UNKNOWN },
	{ "", false, TREND_UNKNOWN },
};

START_TEST(test_trend_texts)
{
	enum polarity implied = POLARITY_NONE;
	enum trend parsed = TREND_UNKNOWN;
	bool ours = trend_parse(str_of(trend_texts[_i].text), &parsed, &implied);

	ck_assert_msg(ours == trend_texts[_i].ours, "'%s'", trend_texts[_i].text);
	if (ours)
		ck_assert_int_eq(parsed, trend_texts[_i].trend);
}
END_TEST

START_TEST(test_reasons)
{
	ck_assert_str_eq(trend_reason_text(TREND_REASON_NONE), "");
	ck_assert_str_eq(
	    trend_reason_text(TREND_REASON_FEW), "fewer than five periods");
	for (int r = TREND_REASON_FEW; r <= TREND_REASON_TYPE; r++)
		ck_assert_uint_gt(strlen(trend_reason_text((enum trend_reason)r)), 10);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("verdict");

	ADD_ROWS(tcase, test_verdict_of, judgements);
	tcase_add_test(tcase, test_distinct);
	ADD_ROWS(tcase, test_published, published);
	ADD_ROWS(tcase, test_trends, trends);
	ADD_ROWS(tcase, test_trend_texts, trend_texts);
	tcase_add_test(tcase, test_reasons);
	return unit_run("verdict", tcase);
}
