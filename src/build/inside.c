#include "build/inside.h"

#include <stdlib.h>

#include "build/aggregate.h"
#include "source/areas.h"
#include "source/figures.h"
#include "source/metadata.h"

static void
read_profile(struct build *build)
{
	struct build_inside *in = build->inside;
	size_t count;
	struct source_file *files = folder_of_kind(&in->folder, KIND_PROFILE, &count);

	if (count > 1)
		report_fault(&build->report, (struct place){ .file = files[1].path },
		    "a second tartan.yaml beside '%.*s'; wanted one",
		    STR_ARG(files[0].path));
	if (count)
		config_read_profile(&in->arena, files[0].bytes, files[0].path,
		    &in->profile, &build->report);
}

static struct sayings
read_definitions(struct build *build)
{
	struct build_inside *in = build->inside;
	size_t metadata, definitions;
	struct source_file *m = folder_of_kind(&in->folder, KIND_METADATA, &metadata);
	struct source_file *d =
	    folder_of_kind(&in->folder, KIND_DEFINITIONS, &definitions);
	struct sayings said = {
		.at = ARENA_NEW(
		    &in->arena, struct config_definitions, metadata + definitions + 2),
		.origins =
		    ARENA_NEW(&in->arena, enum origin, metadata + definitions + 2),
	};

	/* What recipes suggest comes first, so that others may say it otherwise. What
	 * is computed is as it was computed, whatever else is said. */
	said.origins[said.count++] = ORIGIN_DEFINITIONS;
	for (size_t i = 0; i < metadata; i++) {
		metadata_read(&in->arena, &m[i], &said.at[said.count], &build->report);
		said.origins[said.count++] = ORIGIN_METADATA;
	}
	for (size_t i = 0; i < definitions; i++) {
		config_read_definitions(&in->arena, d[i].bytes, d[i].path,
		    &said.at[said.count], &build->report);
		said.origins[said.count++] = ORIGIN_DEFINITIONS;
	}
	recipes_make(&in->recipes, said.at, said.count, &in->folder, &build->report);
	said.at[0] = recipes_suggestions(&in->recipes, &in->arena);
	said.at[said.count] = recipes_facts(&in->recipes, &in->arena);
	said.origins[said.count++] = ORIGIN_DEFINITIONS;
	return said;
}

static void
read_places(struct build *build)
{
	struct build_inside *in = build->inside;
	struct places *places = &in->places;
	struct source_file *lists =
	    folder_of_kind(&in->folder, KIND_AREAS, &places->count);
	size_t tables;
	struct source_file *changes =
	    folder_of_kind(&in->folder, KIND_CHANGES, &tables);

	places->lists = ARENA_NEW(&in->arena, struct area_list, places->count);
	places->change_count = tables + places->count;
	places->changes =
	    ARENA_NEW(&in->arena, struct change_list, places->change_count);
	for (size_t i = 0; i < tables; i++)
		changes_read(
		    &in->arena, &changes[i], &places->changes[i], &build->report);
	for (size_t i = 0; i < places->count; i++) {
		areas_read(&in->arena, &lists[i], &places->lists[i], &build->report);
		places->changes[tables + i] = places->lists[i].changes;
	}
}

static void
read_neighbours(struct build *build)
{
	struct build_inside *in = build->inside;
	struct source_file *files =
	    folder_of_kind(&in->folder, KIND_NEIGHBOURS, &in->neighbour_lists);

	in->neighbours =
	    ARENA_NEW(&in->arena, struct neighbour_list, in->neighbour_lists);
	for (size_t i = 0; i < in->neighbour_lists; i++)
		neighbours_read(
		    &in->arena, &files[i], &in->neighbours[i], &build->report);
}

/* Every byte is looked at twice: it is counted, then read. */
static void
watch_reading(const struct build *build, struct source_file *files, size_t count)
{
	struct progress *progress = build->draft.progress;
	uint64_t bytes = 0;

	for (size_t i = 0; i < count; i++) {
		files[i].progress = progress;
		bytes += files[i].bytes.len;
	}
	progress_begin(progress, "reading", 2 * bytes);
}

/* Rows of counts and all that follows from them, behind the figures that are given. */
static void
add_counts(struct build *build, const struct sayings *said)
{
	struct build_inside *in = build->inside;
	struct aggregate counts = {
		.recipes = &in->recipes,
		.places = &in->places,
		.folder = &in->folder,
		.threads = in->threads,
	};
	struct batch *read;
	size_t count;

	recipes_read(said->at, said->count, &in->folder, in->threads, &read, &count);
	in->batches =
	    memory_grow(in->batches, in->batch_count + count, sizeof *in->batches);
	for (size_t i = 0; i < count; i++)
		in->batches[in->batch_count++] = read[i];
	free(read);
	counts.batches = in->batches;
	counts.count = in->batch_count;
	if (count)
		aggregate(&counts);
	in->batches = counts.batches;
	in->batch_count = counts.count;
}

/* A folder without figures may make them of counts, however faultily. */
static bool
has_tables(const struct sayings *said)
{
	for (uint32_t i = 0; i < said->count; i++)
		if (said->at[i].tables.counts_count)
			return true;
	return false;
}

static void
read_figures(struct build *build, const struct sayings *said)
{
	struct build_inside *in = build->inside;
	size_t count;
	struct source_file *files = folder_of_kind(&in->folder, KIND_FIGURES, &count);

	if (!count && !has_tables(said)) {
		report_fault(&build->report, (struct place){ .file = in->folder.name },
		    "no table of figures in the folder; wanted a Fingertips data "
		    "download "
		    "or another CSV with indicator, area, period and value");
		return;
	}
	watch_reading(build, files, count);
	figures_read(files, count, in->threads, &in->batches, &in->batch_count);
	if (in->recipes.keys.count)
		add_counts(build, said);
	for (size_t i = 0; i < in->batch_count; i++)
		report_join(&build->report, &in->batches[i].report);
	in->batches =
	    memory_grow(in->batches, in->batch_count + 1, sizeof *in->batches);
	places_batch(
	    &in->places, in->batches, in->batch_count, &in->batches[in->batch_count]);
	in->batch_count++;
}

struct sayings
inside_read(struct build *build)
{
	struct sayings said;

	read_profile(build);
	said = read_definitions(build);
	read_places(build);
	read_neighbours(build);
	read_figures(build, &said);
	return said;
}
