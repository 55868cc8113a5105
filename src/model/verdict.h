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

enum verdict verdict_of(enum side side, enum polarity polarity);

const char *verdict_word(
    enum verdict verdict); /* "Better", "Similar", "Not compared" */
const char *verdict_glyph(
    enum verdict verdict); /* UTF-8 triangle or disc; "" for none */
const char *verdict_class(
    enum verdict verdict); /* "better": for style sheets and charts */

/* The published words ("Better", "Lower", "Similar", "Not compared", "2nd highest
 * quintile"
 * ...); false when they are none of ours. */
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
