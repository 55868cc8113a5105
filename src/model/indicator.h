/* model/indicator.h - what an indicator measures: the words of the field and their
 * numbers. */
#ifndef MODEL_INDICATOR_H
#define MODEL_INDICATOR_H

#include "base/str.h"
#include "model/verdict.h"
#include "stats/interval.h"

enum value_type {
	VALUE_UNKNOWN,
	VALUE_PROPORTION,
	VALUE_CRUDE_RATE,
	VALUE_DSR,     /* directly standardised rate */
	VALUE_ISR,     /* indirectly standardised rate */
	VALUE_ISRATIO, /* indirectly standardised ratio */
	VALUE_RATIO,
	VALUE_COUNT,
	VALUE_MEAN,
	VALUE_SCORE,
	VALUE_LIFE_EXPECTANCY,
	VALUE_SLOPE_INDEX,
	VALUE_TYPE_COUNT
};

enum sex {
	SEX_PERSONS,
	SEX_MALE,
	SEX_FEMALE,
	SEX_NONE,     /* not applicable */
	SEX_UNSTATED, /* the source does not say */
	SEX_COUNT
};

/* How a comparison with a benchmark is made. */
enum comparison {
	COMPARISON_INTERVAL,     /* 95 % limits against the benchmark's value */
	COMPARISON_INTERVAL_998, /* 99.8 % limits against the benchmark's value */
	COMPARISON_TWO_LEVELS,   /* 95 and 99.8 % */
	COMPARISON_OVERLAP,      /* both 95 % intervals */
	COMPARISON_QUINTILES,
	COMPARISON_NONE,
	COMPARISON_COUNT
};

/* What is known of an indicator and where it comes from, one bit-sized fact at a time.
 */
enum fact {
	FACT_VALUE_TYPE,
	FACT_MULTIPLIER,
	FACT_UNIT,
	FACT_INTERVAL,
	FACT_POLARITY,
	FACT_COMPARISON,
	FACT_DECIMALS,
	FACT_MODELLED,
	FACT_FREQUENCY,
	FACT_YEAR_TYPE,
	FACT_ROUNDING,
	FACT_COUNT
};

enum origin {
	ORIGIN_NONE,
	ORIGIN_INFERRED,    /* from the figures themselves, with evidence */
	ORIGIN_METADATA,    /* a metadata download */
	ORIGIN_DEFINITIONS, /* definitions.yaml */
	ORIGIN_ASSUMED, /* nothing tells it; what is worked with until somebody does */
	ORIGIN_COUNT
};

const char *value_type_word(enum value_type type); /* "Crude rate" */
bool value_type_parse(
    struct str text, enum value_type *out); /* in any published spelling */
const char *sex_word(enum sex sex);         /* "Persons" */
bool sex_parse(struct str text, enum sex *out);
const char *polarity_word(enum polarity polarity);        /* "Low is good" */
bool polarity_parse(struct str text, enum polarity *out); /* also "RAG - Low is good" */
const char *interval_method_word(
    enum interval_method method); /* "Wilson score method" */
bool interval_method_parse(struct str text, enum interval_method *out);
const char *comparison_word(enum comparison comparison);
bool comparison_parse(struct str text, enum comparison *out);
const char *fact_word(enum fact fact);       /* "Value type" */
const char *origin_word(enum origin origin); /* "inferred from the figures" */
bool origin_is_said(enum origin origin);     /* people say it */
/* What is counted for and against a conclusion: "row", or "step" from one period to the
 * next. */
const char *fact_witness(enum fact fact);

/* The unit for people, from type and multiplier where nothing better is known: "%",
 * "per 100,000", "years"; nothing for counts, means and scores. A multiplier of 0 is an
 * unknown one. Writes at most 32 bytes without a NUL, returns the length. */
size_t unit_print(enum value_type type, double multiplier, char *out);

/* Years of age a published age band spans ("5-16 yrs", "<16 yrs", "10+ yrs", "All
 * ages", "Reception (4-5 yrs)", "2 yrs", "6-8 weeks"), both ends included, until 199
 * when open; for ordering. False when the text names no years ("School age", "Years 7,
 * 9 and 11"). */
bool age_parse(struct str text, unsigned *from, unsigned *until);

#endif
