/* model/missing.h - why a figure is not there. Every blank has one of these reasons. */
#ifndef MODEL_MISSING_H
#define MODEL_MISSING_H

#include "base/str.h"

enum missing {
	MISSING_NOT,            /* the figure is there */
	MISSING_SUPPRESSED,     /* hidden by disclosure control */
	MISSING_SMALL,          /* cannot be calculated: too few cases */
	MISSING_QUALITY,        /* not published for reasons of data quality */
	MISSING_NOTED,          /* another reason, given in the value note */
	MISSING_UNPUBLISHED,    /* a row without a value and without a note */
	MISSING_NO_ROW,         /* the sources hold no row for this area and period */
	MISSING_NO_DENOMINATOR, /* the population at risk is zero */
	MISSING_STORED,         /* those above stand in releases; below, of groups: */
	MISSING_GROUP_KIND = MISSING_STORED, /* values of its kind do not add up */
	MISSING_GROUP_STANDARDISED,          /* they would by bands of age */
	MISSING_GROUP_MODELLED,              /* nothing has been counted */
	MISSING_GROUP_COUNTS,                /* published without counts */
	MISSING_GROUP_DIFFERENT, /* the counts do not give the published values */
	MISSING_GROUP_PART,      /* one of its areas has no figure */
	MISSING_GROUP_REFUSED,   /* the sum would give hidden counts away */
	MISSING_COUNT            /* how many reasons there are; not a reason */
};

/* What a published value note says about a blank value; an empty note is
 * MISSING_UNPUBLISHED, one in unknown words MISSING_NOTED. */
enum missing missing_of_note(struct str note);

/* The note speaks of a modelled, synthetic or estimated figure. */
bool missing_note_is_modelled(struct str note);

/* The shorthand of British official statistics for tables: "[c]" confidential, "[u]"
 * not reliable enough (too few cases, poor data), "[x]" not available, "[z]" not
 * applicable (there is nobody to count among); "" for a figure that is there. */
const char *missing_symbol(enum missing missing);

/* The reasons that have the same symbol, itself among them: bits 1 << enum missing. */
unsigned missing_alike(enum missing missing);

/* For everybody, to stand behind "no figure:" or by itself: "hidden so that nobody can
 * be recognised"; "" for a figure that is there. */
const char *missing_text(enum missing missing);

#endif
