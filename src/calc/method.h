/* calc/method.h - the methods of 'tartan calc': what each reads, computes and says of
 * itself.
 *
 * A method is described once, here, and everything else follows from it: the options of
 * the command line, the columns of the answer, the help. It sees rows of numbers and
 * gives rows of numbers; tables, files and words are the business of others.
 *
 * Columns and options are called as the public health agencies' R package,
 * PHEindicatormethods, calls them, so that its users find their way. */
#ifndef CALC_METHOD_H
#define CALC_METHOD_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum {
	CALC_COLUMNS = 10, /* that a method reads, at most */
	CALC_CHOICES = 6,  /* options of its own, at most */
	CALC_NUMBERS = 10, /* columns of numbers in its answer, limits apart, at most */
	CALC_WORDS = 1,    /* columns of words in its answer, at most */
	CALC_SETS = 2,     /* figures with limits, at most */
	CALC_LEVELS = 4,   /* of confidence that can be asked for at once */
	CALC_TABLE_MOST = 100 /* rows of CALC_TABLE's answer */
};

/* What rows become. */
enum calc_shape {
	CALC_EACH,   /* every row its answer, by itself */
	CALC_GROUP,  /* every group of rows one answer */
	CALC_PLACED, /* every row its answer, in the light of its group */
	CALC_TABLE   /* every group a table, of CALC_TABLE_MOST rows at most */
};

struct calc_column {
	const char *name; /* of the option, and of the column unless the option says */
	const char *meaning;
	bool optional;      /* may be left out; its cells may be empty */
	bool text;          /* is read as text; of one column of a method at most */
	bool gaps;          /* cells may be empty, though the column must be there */
	const char *unless; /* of an optional one: has to be there unless this is */
};

/* An option of a method's own: one of some words, or a number. */
struct calc_choice {
	const char *name;
	const char *meaning;
	const char *const *words; /* NULL-terminated; NULL for a number */
	/* [word]: the multiplier that goes with it unless told otherwise; NULL: the
	 * method's own. */
	const double *multipliers;
	double initial, least, most; /* of a word: its index */
	bool whole;                  /* a number without fractions */
};

struct calc_settings {
	double confidence[CALC_LEVELS]; /* in (0, 1), as asked for */
	size_t levels;
	double multiplier;
	double choices[CALC_CHOICES]; /* the number, or the index of the word */
};

struct calc_row {
	double in[CALC_COLUMNS]; /* NaN for an empty cell, and for text */
	struct str text;         /* the cell of the column that is text */
};

struct calc_limits {
	double lower, upper; /* NaN for none */
};

struct calc_result {
	double numbers[CALC_NUMBERS]; /* NaN for none */
	struct calc_limits limits[CALC_SETS][CALC_LEVELS];
	const char *words[CALC_WORDS]; /* static, NULL for none */
	const char *note; /* why something is not there, or not to be relied on; NULL
			     when all is well. Methods give static texts. */
};

/* Computes the results of count rows: of one row (CALC_EACH), or of a group. Results
 * are preset to nothing; there is room for count of them and for CALC_TABLE_MOST; *made
 * is preset to what the shape makes and is for CALC_TABLE to lower. False when the rows
 * have no answer, with the reason. Scratch memory is emptied by the caller. */
typedef bool calc_compute(struct arena *scratch, const struct calc_settings *settings,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err);

struct calc_method {
	const char *name, *summary;
	const char *formula; /* some lines, indented by two spaces */
	const char *source;  /* one line or more, the later ones indented by eight */
	enum calc_shape shape;
	bool sums;         /* CALC_EACH: of groups, their columns are added up */
	bool together;     /* CALC_PLACED: a row that cannot be read leaves its group
			      without results, since theirs would not be right */
	bool levelled;     /* names of limits have their level even if there is one */
	double multiplier; /* unless told otherwise; 0: it has none */
	bool turns;        /* a negative multiplier turns the answer round */
	const char *multiplied; /* what the multiplier is for; NULL: the result */
	struct calc_column columns[CALC_COLUMNS];
	struct calc_choice choices[CALC_CHOICES];
	const char *numbers[CALC_NUMBERS];
	/* What stands in `numbers` where it depends on the settings, NULL-terminated or
	 * full; else NULL. */
	const char *const *(*numbers_of)(const struct calc_settings *settings);
	const char *sets[CALC_SETS]; /* what stands before "lowercl", "" or "sii_" */
	/* Writes what the column 'statistic' says; NULL: there is no such column. */
	void (*statistic)(const struct calc_settings *settings, struct buf *out);
	const char *words[CALC_WORDS];
	calc_compute *compute;
	const char *example;   /* a small table that it can be tried on */
	const char *arguments; /* and how: options and values, blanks between them */
};

/* The method of that name; NULL for none. */
const struct calc_method *calc_method_find(const char *name);

/* All methods, in the order in which help lists them. */
size_t calc_method_count(void);
const struct calc_method *calc_method_at(size_t number);

/* How many of them a method has. */
size_t calc_columns(const struct calc_method *method);
size_t calc_choices(const struct calc_method *method);
size_t calc_sets(const struct calc_method *method);
size_t calc_words(const struct calc_method *method);

/* Whether its rows can be grouped. */
bool calc_groups(const struct calc_method *method);

/* The names of its columns of numbers under these settings; returns how many. */
size_t calc_numbers(const struct calc_method *method,
    const struct calc_settings *settings, const char *const **names);

#endif
