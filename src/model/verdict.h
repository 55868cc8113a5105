/* model/verdict.h - what a comparison means once it is known which direction is good.
 */
#ifndef MODEL_VERDICT_H
#define MODEL_VERDICT_H

#include "base/str.h"
#include "stats/compare.h"
#include "stats/trend.h"

enum polarity {
	POLARITY_UNKNOWN, /* nothing said or inferred: compared without judgement */
	POLARITY_LOW,     /* low is good */
	POLARITY_HIGH,    /* high is good */
	POLARITY_NEUTRAL, /* no judgement: lower and higher */
	POLARITY_NONE     /* not to be compared */
};

enum verdict {
	VERDICT_NONE, /* not compared */
	VERDICT_WORST,
	VERDICT_WORSE,
	VERDICT_SIMILAR,
	VERDICT_BETTER,
	VERDICT_BEST,
	VERDICT_LOWEST,
	VERDICT_LOWER,
	VERDICT_HIGHER,
	VERDICT_HIGHEST,
	VERDICT_COUNT
};

/* Unknown polarity is compared without judgement, like a neutral one. */
enum verdict verdict_of(enum side side, enum polarity polarity);

const char *verdict_word(
    enum verdict verdict); /* "Better", "Similar", "Not compared" */
/* A shape for each verdict, UTF-8, of characters that every system font has: a disc for
 * better, a ring for similar, a square for worse; where there is no judgement a
 * triangle points to where the value lies. Twice for the 99.8 % level, "" for none.
 * None is an arrow, arrows being for trends. The word always stands beside it, so that
 * a screen reader may skip the shape. */
const char *verdict_glyph(enum verdict verdict);
const char *verdict_class(
    enum verdict verdict); /* "better": for style sheets and charts */

/* The published words ("Better", "Lower", "Similar", "Not compared"); quintiles as
 * where they lie: "Highest quintile" is VERDICT_HIGHEST, "2nd highest quintile"
 * VERDICT_HIGHER, "Middle quintile" VERDICT_SIMILAR. False when they are none of ours,
 * such as the colours of a comparison with a goal. */
bool verdict_parse(struct str text, enum verdict *out);

/* A trend in words: "Increasing and getting worse", "No significant change". */
const char *trend_words(enum trend trend, enum polarity polarity);
const char *trend_arrow(enum trend trend); /* UTF-8 arrow; "" when unknown */
/* "better", "worse", "up", "down", "flat" or "unknown". */
const char *trend_class(enum trend trend, enum polarity polarity);
const char *trend_reason_text(enum trend_reason reason); /* "fewer than five periods" */

/* The published words, with or without "and getting worse"; *polarity is what they
 * imply (POLARITY_UNKNOWN when nothing). False when they are none of ours. */
bool trend_parse(struct str text, enum trend *out, enum polarity *polarity);

#endif
