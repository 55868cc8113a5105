/* source/pull.h - JSON (RFC 8259), one token at a time.
 *
 * Nothing is built: whoever reads a file of a hundred thousand coordinates takes them
 * as they come. What is no JSON ends the tokens with PULL_WRONG; `wrong` then says what
 * is the matter at offset `start`. The text must be UTF-8 and outlive the reader;
 * strings handed out are views of it, or in the arena where they hold escapes. */
#ifndef SOURCE_PULL_H
#define SOURCE_PULL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { PULL_DEEPEST = 64 };

enum pull_token {
	PULL_OBJECT,
	PULL_OBJECT_END,
	PULL_ARRAY,
	PULL_ARRAY_END,
	PULL_KEY,    /* of an object; its value is the next token */
	PULL_STRING, /* in `string`, as is a key */
	PULL_NUMBER, /* in `number` */
	PULL_OTHER,  /* true, false, null */
	PULL_END,
	PULL_WRONG
};

struct pull {
	struct arena *arena;
	struct str text;
	size_t start; /* of the last token, an offset into the text */
	struct str string;
	double number;
	const char *wrong; /* "a comma is missing" */
	/* private: */
	size_t at;
	unsigned depth;
	bool objects[PULL_DEEPEST]; /* what is open: an object, or else an array */
	bool fresh;                 /* nothing yet in what was opened last */
	bool keyed;                 /* a key waits for its value */
	bool done;
};

struct pull pull_of(struct arena *arena, struct str text);
enum pull_token pull_next(struct pull *pull);

/* Goes past the value that began with this token; false when it goes wrong. */
bool pull_skip(struct pull *pull, enum pull_token token);

#endif
