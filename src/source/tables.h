/* source/tables.h - tables of counts and of people as definitions.yaml describes them:
 * which file, what its columns hold, and what is to be made of them.
 *
 * Everything said keeps its place, so that what does not fit the file is a fault of the
 * definition, with its line. Texts are in the arena. docs/counts.md is the same for
 * analysts. */
#ifndef SOURCE_TABLES_H
#define SOURCE_TABLES_H

#include "model/indicator.h"
#include "source/setting.h"

struct said {
	struct str text; /* empty: not said */
	struct place place;
};

struct said_list {
	struct said *at;
	uint32_t count;
};

/* What a cell can be beside a number. */
enum table_part {
	PART_AREA,
	PART_AREA_NAME,
	PART_AREA_TYPE,
	PART_PERIOD,
	PART_SEX,
	PART_AGE,
	PART_CATEGORY_TYPE,
	PART_CATEGORY,
	PART_COUNT
};

/* A row is taken when the column holds one of the values; with `without`, when it holds
 * none of them. */
struct table_filter {
	struct said column;
	struct said_list values;
	bool without;
};

struct table_filters {
	struct table_filter *at;
	uint32_t count;
};

/* What a cell of a part says, and what it means. */
struct table_word {
	enum table_part part;
	struct str from, to;
};

/* What stands in place of a number: a note that says why there is none, or nought. */
struct table_symbol {
	struct str text, note;
	bool zero;
};

/* Which year a single number such as 2024 is. */
enum table_years {
	YEARS_AS_WRITTEN,
	YEARS_ENDING_MARCH,  /* 2024 is 2023/24, a financial year */
	YEARS_ENDING_AUGUST, /* 2024 is 2023/24, an academic year */
	YEARS_FROM_APRIL,    /* 2024 is 2024/25 */
	YEARS_FROM_SEPTEMBER
};

/* What tables of counts and of people have in common. */
struct table_shape {
	struct place place;
	struct said file; /* a path; an asterisk stands for anything */
	/* Of each part the columns that may hold it: of areas the first that is filled
	 * is the area, the next its parent. */
	struct said_list columns[PART_COUNT];
	struct said fixed[PART_COUNT]; /* the same in all rows */
	struct table_word *words;
	uint32_t word_count;
	struct table_symbol *symbols;
	uint32_t symbol_count;
	struct table_filters filters;
	enum table_years years;
	struct said across; /* the part that the asterisk of a column's name is */
};

enum table_method {
	METHOD_UNSAID,
	METHOD_PROPORTION, /* Wilson's limits */
	METHOD_RATE,       /* exact limits below ten events, Byar's from ten */
	METHOD_DSR,        /* of age bands, Dobson's limits */
	METHOD_COUNT,      /* the value is the count */
	METHOD_GIVEN       /* the value is a column of the table */
};

struct table_weight {
	struct said age;
	double people;
};

/* One indicator made of a table. */
struct table_recipe {
	struct place place;
	struct said indicator;
	enum table_method method;
	double multiplier; /* 0: not said */
	struct said count, value, lower, upper;
	struct said denominator;     /* a column */
	struct said population;      /* or a table of people */
	struct said ages;            /* of those; empty: the row's own */
	struct said population_year; /* the one to be taken for all periods */
	struct table_filters filters;
	struct table_filters denominator_filters; /* the rows its column is read from */
	struct said standard;                     /* name of a standard population */
	struct table_weight *weights;             /* or one's own */
	uint32_t weight_count;
	struct said total_age;  /* what the standardised figure is of: "All ages" */
	unsigned pooled_months; /* 0: single periods only */
	bool keep_single;       /* beside the pooled ones */
	bool no_sums;           /* to parents */
	bool complete;          /* the table has all areas of the parents it names */
};

struct table_counts {
	struct table_shape shape;
	struct table_recipe *recipes;
	uint32_t count;
	bool complete; /* it has all areas of the parents it names */
};

struct table_people {
	struct table_shape shape;
	struct said name;
	struct said people; /* the column */
};

struct tables {
	struct table_counts *counts;
	struct table_people *people;
	uint32_t counts_count, people_count;
};

/* For the rows of a definitions file: the lists under `tables` and `populations`; `at`
 * is a struct tables. */
bool tables_read_counts(
    const struct settings *settings, const struct yaml_item *item, void *at);
bool tables_read_people(
    const struct settings *settings, const struct yaml_item *item, void *at);

/* A text with its place. */
bool said_read(const struct settings *settings, const struct yaml_item *item, void *at);

/* The maps `where` and `where not`, added to the filters at `at`. */
bool tables_read_where(
    const struct settings *settings, const struct yaml_item *item, void *at);
bool tables_read_where_not(
    const struct settings *settings, const struct yaml_item *item, void *at);

/* The list under `makes`; `at` is a struct table_counts. */
bool tables_read_recipes(
    const struct settings *settings, const struct yaml_item *item, void *at);

/* Whether the path of a file is the one that is meant: all of it, or behind a slash. */
bool tables_is_file(struct str said, struct str path);

const char *table_part_word(enum table_part part); /* "area name" */

#endif
