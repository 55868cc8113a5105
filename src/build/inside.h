/* build/inside.h - what a build holds while it goes on; for this layer's own use. */
#ifndef BUILD_INSIDE_H
#define BUILD_INSIDE_H

#include "base/task.h"
#include "build/build.h"
#include "build/fill.h"
#include "build/folder.h"
#include "build/places.h"
#include "build/recipes.h"
#include "source/neighbours.h"

/* What must live as long as the draft: everything its texts and rows point into. */
struct build_inside {
	struct arena arena;
	struct folder folder;
	struct batch *batches; /* the last one names areas and has no rows */
	size_t batch_count;
	struct places places;
	struct neighbour_list *neighbours;
	size_t neighbour_lists;
	struct recipes recipes;
	struct collection collection;
	struct config_profile profile;
	struct filling filling;
	uint32_t *order;     /* collected number of each draft indicator */
	uint32_t *types;     /* draft number of each collected area type */
	uint64_t *checksums; /* of the source files, by number */
	bool *withheld;      /* of them: what it was is not told */
	struct errand summing;
	size_t threads;
};

/* tartan.yaml, the metadata downloads and the definitions, later ones winning. */
struct sayings {
	struct config_definitions *at;
	enum origin *origins;
	uint32_t count;
};

/* Reads all there is in the folder into build->inside; faults go to the report. What
 * definitions and metadata say is handed on. */
struct sayings inside_read(struct build *build);

#endif
