/* build/collect.h - rows to series: the batches of all files brought together.
 *
 * Names get their final numbers (areas by code, periods oldest first, ages youngest
 * first, all else in the order met), rows are bucketed by series, identical repetitions
 * folded and conflicting ones reported. The outcome depends only on the files, never on
 * threads or on how files were cut into batches. */
#ifndef BUILD_COLLECT_H
#define BUILD_COLLECT_H

#include "base/arena.h"
#include "model/period.h"
#include "source/batch.h"

/* A row: which batch, which of its rows. */
struct row_ref {
	uint32_t batch, row;
};

/* One series: its key, its rows without repetitions and where they go in its matrix. */
struct collected_series {
	uint32_t indicator, area_type, sex, age, category; /* final numbers */
	uint32_t row_count;
	struct row_ref *rows; /* in the order met */
	uint32_t *cells; /* of each row: area place * period_count + period place */
	uint32_t *areas, *periods; /* final numbers, ascending */
	uint32_t area_count, period_count;
	uint32_t columns;       /* bits of enum release_column that hold anything */
	bool above_denominator; /* a row counts more than its denominator */
};

struct collected_indicator {
	struct str key, name, unit;
	struct str published; /* the name to the byte, where it has other spaces */
};

struct collected_area {
	struct str code, name;
	struct str published; /* as of an indicator */
};

struct collected_period {
	struct period period;
	struct str label; /* the first spelling met */
};

struct collection {
	const struct batch *batches;
	uint32_t batch_count;
	const struct str *paths; /* of the source files, by number */
	struct arena arena;
	struct collected_indicator *indicators;
	struct collected_area *areas; /* by code */
	struct str *types, *ages;     /* ages youngest first */
	struct str *categories;       /* type, 0x1f, name; 0 is empty */
	struct str *notes;            /* 0 is empty */
	struct str *goals;            /* 0 is empty */
	struct collected_period *periods;
	struct collected_series
	    *series; /* by indicator, area type, sex, age, category */
	struct release_relation *relations; /* by type, parent, area; unique */
	uint32_t indicator_count, area_count, type_count, age_count, category_count;
	uint32_t note_count, goal_count, period_count, series_count, relation_count;
	uint32_t **note_numbers; /* [batch][note of the batch]: final number */
	uint32_t **goal_numbers; /* the same of goals */
	uint64_t rows, repeated;
	/* private: */
	struct row_ref *row_pool;
	uint32_t *cell_pool;
};

/* The batches and the texts they view stay the caller's and must outlive the
 * collection. Conflicts are faults, differing names notes of the report. */
void collect(struct collection *out, const struct batch *batches, size_t batch_count,
    const struct str *paths, size_t threads, struct report *report);
void collection_done(struct collection *collection);

const struct row *collected_row(
    const struct collection *collection, struct row_ref ref);
struct place collected_place(const struct collection *collection, struct row_ref ref);

#endif
