/* write/telling.h - the steps of an explanation while it is being told; for explain.c
 * and its parts. */
#ifndef WRITE_TELLING_H
#define WRITE_TELLING_H

#include "write/explain.h"

/* What the steps are told about. */
struct telling {
	struct arena *arena;
	const struct view *view;
	const struct release *release;
	const struct why *why;
	const struct release_indicator *indicator;
	uint32_t number;      /* of the indicator */
	enum value_type type; /* of the figure: an age band of a standardised rate is
				 a crude rate */
	struct explanation *out;
};

/* One more step; none for an empty text. */
void telling_add(struct telling *t, const char *section, const char *key,
    const char *label, struct str text);

/* A number as published, with commas. */
struct str telling_given(struct telling *t, double value);
/* A number as computed, to seven figures: enough to check it by hand. */
struct str telling_computed(struct telling *t, double value);

/* The figure was made from published counts when the release was built. */
bool telling_of_counts(const struct telling *t);

/* The figure is of a group of areas, and so not published. */
bool telling_of_group(const struct telling *t);

/* explain_method.c: how the value and its limits follow from the counts. */
void explain_value(struct telling *t);
void explain_limits(struct telling *t);

/* explain_counts.c: how a figure came out of counts, and the age bands of a
 * standardised one. */
void explain_counts(struct telling *t);

/* explain_disclosure.c: the rule by which counts are hidden, and this one is. */
void explain_disclosure(struct telling *t);

/* explain_group.c: what a group's figure is added up from. */
void explain_group(struct telling *t);

#endif
