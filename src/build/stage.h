/* build/stage.h - what the steps from counts to derived figures share: the series of an
 * indicator as matrices, and the rows that are made of them.
 *
 * Each step looks at a collection of all that there is so far and makes rows of a batch
 * of its own, which the next collection has too. */
#ifndef BUILD_STAGE_H
#define BUILD_STAGE_H

#include "build/places.h"
#include "build/recipes.h"
#include "source/maker.h"

struct stage {
	const struct collection *c;
	struct recipes *recipes;
	const struct places *places;
	struct maker maker; /* of the rows made */
};

/* A step: makes rows for one indicator, whose series are [first, first + count). */
typedef void stage_step(struct stage *stage, const struct table_recipe *recipe,
    double multiplier, uint32_t first, uint32_t count);

/* [cell]: place of its row in series->rows, + 1; 0 for none. The caller frees it. */
uint32_t *stage_cells(const struct collected_series *series);

/* Whether any of the series with the sex, age and category of `like` has a row for an
 * area and period. */
bool stage_has_row(const struct collection *collection, uint32_t first, uint32_t count,
    const struct collected_series *like, uint32_t age, uint32_t area, uint32_t period);

/* A new row of the step: its series is like the one given, but for type and age. line:
 * that of the recipe. */
struct row *stage_row(struct stage *stage, const struct collected_series *like,
    struct str type, struct str age, uint32_t area, struct str period,
    const struct table_recipe *recipe);

/* The note of a row, or empty. */
struct str stage_note(const struct collection *collection, struct row_ref ref);

/* The place of a number in an ascending list, or RELEASE_NONE. */
uint32_t stage_place(const uint32_t *list, uint32_t count, uint32_t number);

/* Value, limits and what is told of them. */
void stage_finish(struct stage *stage, struct row *row,
    const struct table_recipe *recipe, double multiplier, unsigned made);

void stage_sum(struct stage *stage, const struct table_recipe *recipe,
    double multiplier, uint32_t first, uint32_t count);
void stage_pool(struct stage *stage, const struct table_recipe *recipe,
    double multiplier, uint32_t first, uint32_t count);
void stage_standardise(struct stage *stage, const struct table_recipe *recipe,
    double multiplier, uint32_t first, uint32_t count);

#endif
