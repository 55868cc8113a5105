/* write/explain.h - how a figure came about, step by step, in words: the same for the
 * page, the terminal and JSON. */
#ifndef WRITE_EXPLAIN_H
#define WRITE_EXPLAIN_H

#include "answer/why.h"
#include "base/buf.h"
#include "release/group.h"

struct explain_step {
	const char *section; /* "Confidence limits"; the same pointer for its steps */
	const char *key;     /* for JSON: "limits_95" */
	struct str label;    /* "95% limits" */
	struct str text;     /* sentences without markup */
};

enum { EXPLAIN_STEPS = 64 + GROUP_MOST };

struct explanation {
	struct explain_step steps[EXPLAIN_STEPS];
	size_t count;
};

/* Texts live in the arena and the release. */
void explain(struct arena *arena, const struct view *view, const struct why *why,
    struct explanation *out);

/* As lines of text, the labels in a column. */
void explain_print(struct buf *out, const struct explanation *explanation);

#endif
