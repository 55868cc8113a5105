/* build/stage.h - what the steps from counts to derived figures share: the series of an
 * indicator as matrices, and the rows that are made of them.
 *
 * Each step looks at a collection of all that there is so far and makes rows of a batch
 * of its own, which the next collection has too. */
#ifndef BUILD_STAGE_H
#define BUILD_STAGE_H

#include "build/kin.h"
#include "build/recipes.h"
#include "source/maker.h"

struct stage {
	const struct collection *c;
	struct recipes *recipes;
	const struct places *places;
	const struct kin *kin;
	struct maker maker; /* of the rows made */
	/* Of the indicator: its series, and for each the place of the row in each cell,
	 * + 1, or 0 for no row. */
	uint32_t first, count;
	uint32_t **cells;
};

/* A step: makes rows for one indicator. */
typedef void stage_step(
    struct stage *stage, const struct table_recipe *recipe, double multiplier);

/* Sets the indicator by its series [first, first + count); stage_leave is due. */
void stage_enter(struct stage *stage, uint32_t first, uint32_t count);
void stage_leave(struct stage *stage);

/* The cells of a series of the indicator. */
const uint32_t *stage_cells(
    const struct stage *stage, const struct collected_series *series);

/* Whether any series with that age, and the sex and category of `like`, has a row for
 * an area and period. */
bool stage_has_row(const struct stage *stage, const struct collected_series *like,
    uint32_t age, uint32_t area, uint32_t period);

/* A new row of the step: its series is like the one given, but for type and age. line:
 * that of the recipe. */
struct row *stage_row(struct stage *stage, const struct collected_series *like,
    struct str type, struct str age, uint32_t area, struct str period,
    const struct table_recipe *recipe);

/* The note of a row, or empty. */
struct str stage_note(const struct collection *collection, struct row_ref ref);

/* Why there is no figure where one of its parts, such as "years", has no count: what
 * its own note says of it holds for the part alone, but that it is hidden. */
struct str stage_lack(struct stage *stage, struct row_ref part, const char *parts);

/* The number of an age by its name, or RELEASE_NONE. */
uint32_t stage_age(const struct collection *collection, struct str age);

/* The place of a number in an ascending list, or RELEASE_NONE. */
uint32_t stage_place(const uint32_t *list, uint32_t count, uint32_t number);

/* Value, limits and what is told of them. */
void stage_finish(struct stage *stage, struct row *row,
    const struct table_recipe *recipe, double multiplier, unsigned made);

stage_step stage_sum, stage_pool, stage_standardise;

#endif
