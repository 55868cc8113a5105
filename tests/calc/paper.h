/* tests/calc/paper.h - a table in memory, put through a method as from a file. */
#ifndef TESTS_PAPER_H
#define TESTS_PAPER_H

#include "calc/calc.h"

struct paper {
	struct buf out; /* the answer */
	struct calc_tally tally;
	struct report report;
	struct err err;
	bool fine;
};

/* A temporary file with these bytes, at its beginning. */
FILE *paper_file(struct str bytes);

/* Options and values with blanks between them, as a method's example has them:
 * "--by area --json". What is wrong with them ends the test. */
void paper_ask(
    struct calc_request *request, struct arena *arena, const char *arguments);

/* Computes; *paper has what came of it and is freed by paper_done. */
void paper_run(
    struct paper *paper, const struct calc_request *request, struct str table);
void paper_done(struct paper *paper);

#endif
