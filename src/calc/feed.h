/* calc/feed.h - a table in portions: whole records of a file or pipe, so many bytes at
 * a time. */
#ifndef CALC_FEED_H
#define CALC_FEED_H

#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

struct feed {
	int fd;           /* the caller's */
	const char *name; /* for messages */
	size_t piece;     /* bytes asked for at once, set by feed_init; > 0 */
	/* private: */
	struct buf bytes;
	size_t given;  /* bytes of the portion given last */
	uint64_t line; /* of the first byte that is kept */
	char end; /* what ends lines: '\n', or '\r' in a table that has only those */
	bool ended, begun;
};

void feed_init(struct feed *feed, int fd, const char *name);
void feed_done(struct feed *feed);

/* The next records, some `wanted` bytes of them or more, SIZE_MAX for all; a view until
 * the next call. *line is that of the first, *end what ends lines, which the first 64
 * KiB tell. An empty portion is the end. A byte order mark is left out. Fails with
 * FAULT_SYSTEM when reading does, with FAULT_INPUT for what is not UTF-8 text and for a
 * record that has no end within 64 MiB. */
MUST_CHECK bool feed_next(struct feed *feed, size_t wanted, struct str *portion,
    uint64_t *line, char *end, struct err *err);

#endif
