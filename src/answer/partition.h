/* answer/partition.h - what an indicator's figures are broken down by, and into which
 * parts. */
#ifndef ANSWER_PARTITION_H
#define ANSWER_PARTITION_H

#include "answer/choices.h"
#include "model/deprivation.h"

/* By what an indicator is broken down, in any kind of area: deprivation first, then
 * other types of categories, sex, age. Each has two parts at least. */
struct partitions {
	struct partition *at;
	uint32_t count;
};
struct partitions partition_list(
    struct arena *arena, const struct release *release, uint32_t indicator);

bool partition_equal(struct partition a, struct partition b);

/* "Sex", "Age", or the type of the categories. */
static inline struct str
partition_name(const struct release *release, struct partition partition)
{
	switch (partition.kind) {
	case PARTITION_NONE: break;
	case PARTITION_SEX: return STR("Sex");
	case PARTITION_AGE: return STR("Age");
	case PARTITION_CATEGORY: return release_text(release, partition.type);
	}
	return STR("");
}

struct str partition_slug(
    struct arena *arena, const struct release *release, struct partition partition);

/* For a page's filters; the view's own is chosen. */
struct choices choices_partitions(struct arena *arena, const struct view *view);

/* Moves a view whose variant has fewer than two parts by view->by to the sex and age
 * that have most of them, its area's before others. */
void partition_fit(struct view *view);

struct partition_part {
	struct variant variant;
	struct str name;
	struct deprivation deprivation; /* place 0: none of deprivation */
};

struct partition_parts {
	struct partition_part *at;
	uint32_t count;
	/* What they are parts of: all persons, the age band that holds all others, or
	 * the variant without a category. name empty: there is no such series. */
	struct partition_part total;
};

/* The parts of the view's variant by view->by, in the order of the release; those of
 * deprivation from the most deprived. */
struct partition_parts partition_parts(struct arena *arena, const struct view *view);

#endif
