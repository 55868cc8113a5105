/* build/recipes.h - what definitions say is made of counts, by indicator, and whether
 * they agree among themselves and with the files. */
#ifndef BUILD_RECIPES_H
#define BUILD_RECIPES_H

#include "build/collect.h"
#include "build/folder.h"
#include "source/people.h"

/* What a directly standardised rate is made of, once that is known. */
struct recipe_standard {
	struct str total; /* age of the rate itself */
	struct str *ages; /* of its bands, youngest first */
	double *weights;
	uint32_t count;
};

/* One indicator may be made of several tables, in one way. */
struct recipes {
	struct table keys;                 /* of indicators */
	const struct table_recipe **at;    /* [key] the first that makes it */
	enum table_years *years;           /* [key] */
	double *multipliers;               /* [key] */
	struct recipe_standard *standards; /* [key] filled by stage_standardise */
	struct people *people;             /* read */
	uint32_t people_count;
	struct arena arena;
};

/* Gathers the recipes of all definitions, checks them against each other and against
 * what the definitions say of their indicators, and reads the tables of people. */
void recipes_make(struct recipes *recipes, const struct config_definitions *said,
    uint32_t count, struct folder *folder, struct report *report);
void recipes_done(struct recipes *recipes);

/* The number of the recipe for an indicator's key, or TABLE_NONE. */
uint32_t recipes_find(const struct recipes *recipes, struct str key);

/* What the recipes say of their indicators, as definitions without a place: what they
 * lack in the data was a fault before. Without recipes there are none. */
struct config_definitions recipes_facts(
    const struct recipes *recipes, struct arena *arena);

/* The unit and the standard population, where nobody says them otherwise. */
struct config_definitions recipes_suggestions(
    const struct recipes *recipes, struct arena *arena);

/* Reads all tables of counts on so many threads: one batch for each table and file of
 * it, in the order of the files. */
void recipes_read(const struct config_definitions *said, uint32_t count,
    struct folder *folder, size_t threads, struct batch **batches, size_t *batch_count);

#endif
