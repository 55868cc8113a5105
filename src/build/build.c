#include "build/build.h"

#include <stdlib.h>

#include "build/aggregate.h"
#include "build/changes.h"
#include "build/collect.h"
#include "build/describe.h"
#include "build/disclose.h"
#include "build/geography.h"
#include "build/groups.h"
#include "build/infer.h"
#include "build/maps.h"
#include "build/inside.h"
#include "build/proportion.h"
#include "build/similar.h"
#include "release/layout.h"
#include "source/locate.h"

/* One file after the other, beside all else: a file is one chain of bytes to its
 * checksum, and other work leaves room between its stages. */
static void
sum_sources(void *context)
{
	struct build_inside *in = context;

	for (uint32_t i = 0; i < in->folder.count; i++) {
		struct str bytes = in->folder.files[i].source.bytes;
		in->checksums[i] = layout_checksum(bytes.at, bytes.len);
	}
}

static void
list_sources(struct build *build)
{
	struct build_inside *in = build->inside;
	struct draft *draft = &build->draft;

	errand_end(&in->summing);
	draft->source_count = in->folder.count;
	draft->sources = ARENA_NEW(&in->arena, struct draft_source, in->folder.count);
	for (uint32_t i = 0; i < in->folder.count; i++)
		draft->sources[i] = (struct draft_source){
			.path = in->folder.files[i].source.path,
			.kind = str_of(kind_word(in->folder.files[i].kind)),
			.bytes =
			    in->withheld[i] ? 0 : in->folder.files[i].source.bytes.len,
			.checksum = in->withheld[i] ? 0 : in->checksums[i],
		};
	for (size_t b = 0; b < in->batch_count; b++)
		draft->sources[in->batches[b].source].rows += in->batches[b].row_count;
}

/* Draft indicators in the order of the domains. */
static void
order_indicators(struct build *build, const struct draft_indicator *collected)
{
	struct build_inside *in = build->inside;
	struct draft *draft = &build->draft;

	draft->indicator_count = in->collection.indicator_count;
	draft->indicators =
	    ARENA_NEW(&in->arena, struct draft_indicator, draft->indicator_count);
	for (uint32_t i = 0; i < draft->indicator_count; i++)
		draft->indicators[i] = collected[in->order[i]];
}

static void
copy_dimensions(struct build *build)
{
	struct build_inside *in = build->inside;
	const struct collection *c = &in->collection;
	struct draft *draft = &build->draft;

	draft->ages = c->ages;
	draft->age_count = c->age_count;
	draft->period_count = c->period_count;
	draft->periods = ARENA_NEW(&in->arena, struct draft_period, c->period_count);
	for (uint32_t i = 0; i < c->period_count; i++)
		draft->periods[i] = (struct draft_period){
			.period = c->periods[i].period,
			.label = c->periods[i].label,
		};
	draft->category_count = c->category_count;
	draft->categories =
	    ARENA_NEW(&in->arena, struct draft_category, c->category_count);
	for (uint32_t i = 0; i < c->category_count; i++) {
		struct str rest = c->categories[i];
		draft->categories[i].type = str_cut(&rest, '\x1f');
		draft->categories[i].name = rest;
	}
}

/* Once nobody needs those any more that only hidden figures bear. */
static void
copy_words(struct build *build)
{
	struct build_inside *in = build->inside;
	const struct collection *c = &in->collection;
	struct draft *draft = &build->draft;

	draft->goals = c->goals;
	draft->goal_count = c->goal_count;
	draft->note_count = c->note_count;
	draft->notes = ARENA_NEW(&in->arena, struct draft_note, c->note_count);
	for (uint32_t i = 0; i < c->note_count; i++)
		draft->notes[i] = (struct draft_note){
			.text = c->notes[i],
			.missing = i ? missing_of_note(c->notes[i]) : MISSING_NOT,
			.modelled = missing_note_is_modelled(c->notes[i]),
		};
}

/* The rows and the files they were read from. */
static void
give_back(void *context)
{
	struct build_inside *in = context;

	for (size_t b = 0; b < in->batch_count; b++) {
		free(in->batches[b].rows);
		in->batches[b].rows = NULL;
		in->batches[b].row_count = 0;
	}
	folder_unmap(&in->folder);
}

static bool
confirm(void *context, struct err *err)
{
	const struct build_inside *in = context;

	return folder_is_settled(&in->folder, err);
}

/* Hides what is to be hidden, and concludes once more from what is left: a conclusion
 * with its evidence must not tell of the rest. As they were described, indicators come
 * in `described`; what was concluded from all rows is in `collected`. */
static void
disclose(struct build *build, const struct draft_indicator *described,
    struct draft_indicator *collected)
{
	struct build_inside *in = build->inside;
	struct collection *c = &in->collection;
	const struct disclosing disclosing = {
		.collection = c,
		.batches = in->batches,
		.draft = &build->draft,
		.threads = in->threads,
		.arena = &in->arena,
		.report = &build->report,
		.withheld = in->withheld,
	};
	struct draft_indicator *again =
	    ARENA_NEW(&in->arena, struct draft_indicator, c->indicator_count);

	disclose_rows(&disclosing, collected);
	/* Rows that were computed do not say of which table. */
	for (uint32_t i = 0; i < in->folder.count; i++)
		in->withheld[i] |= in->folder.files[i].kind == KIND_TABLE;
	for (uint32_t i = 0; i < c->indicator_count; i++)
		again[i] = described[i];
	infer(c, build->draft.profile.root, in->threads, &in->arena, again);
	for (uint32_t i = 0; i < c->indicator_count; i++) {
		if (!collected[i].rule)
			continue;
		again[i].hidden_note = collected[i].hidden_note;
		again[i].hidden_other_note = collected[i].hidden_other_note;
		collected[i] = again[i];
	}
}

/* What is known of each indicator, from definitions and figures; from here on figures
 * are what is published of them. */
static void
conclude(
    struct build *build, const struct sayings *said, struct draft_indicator *collected)
{
	struct build_inside *in = build->inside;
	struct collection *c = &in->collection;
	struct draft_indicator *described;
	bool hides;

	describe_indicators(c, said->at, said->origins, said->count, &in->arena,
	    collected, &build->report);
	aggregate_standards(&in->recipes, c, &in->arena, collected);
	describe_quality(c, &in->profile, &in->arena, collected, &build->report);
	hides = disclose_assign(c, said->at, said->count, &in->arena, collected);
	described = ARENA_NEW(&in->arena, struct draft_indicator, c->indicator_count);
	for (uint32_t i = 0; i < c->indicator_count; i++)
		described[i] = collected[i];
	infer(c, build->draft.profile.root, in->threads, &in->arena, collected);
	proportion_check(c, collected, &build->report);
	copy_dimensions(build);
	if (hides)
		disclose(build, described, collected);
}

static void
make_maps(struct build *build)
{
	struct build_inside *in = build->inside;
	size_t count;
	struct source_file *files =
	    folder_of_kind(&in->folder, KIND_BOUNDARIES, &count);

	maps_make(&in->arena, files, count, &build->draft, &build->report);
}

static void
make_draft(struct build *build, const struct sayings *said)
{
	struct build_inside *in = build->inside;
	struct collection *c = &in->collection;
	struct draft_indicator *collected;

	collect(c, in->batches, in->batch_count, in->folder.paths, in->threads,
	    &build->report);
	places_relate(&in->places, c);
	aggregate_names(c, &build->report);
	places_climb(&in->places, c);
	in->types = ARENA_NEW(&in->arena, uint32_t, c->type_count);
	in->order = ARENA_NEW(&in->arena, uint32_t, c->indicator_count);
	collected = ARENA_NEW(&in->arena, struct draft_indicator, c->indicator_count);
	geography_make(
	    c, &in->profile, &in->arena, &build->draft, in->types, &build->report);
	changes_make(&in->places, c, &in->arena, &build->draft);
	make_maps(build);
	groups_make(c, &in->profile, &in->arena, &build->draft, &build->report);
	conclude(build, said, collected);
	/* Distances to what is hidden would give it away. */
	similar_make(c, in->neighbours, in->neighbour_lists, &in->profile, in->types,
	    collected, &in->arena, &build->draft, &build->report);
	describe_profile(c, &in->profile, in->folder.name, &in->arena, &build->draft,
	    &build->report);
	describe_domains(
	    c, &in->profile, &in->arena, &build->draft, in->order, &build->report);
	order_indicators(build, collected);
	copy_words(build);
	list_sources(build);
	fill_make(&in->filling, c, in->order, in->types, &in->arena, &build->draft);
	build->draft.confirm = confirm;
	build->draft.filled = give_back;
	build->draft.filled_context = in;
}

static void
finish_report(struct build *build)
{
	size_t count;
	struct source_file *files =
	    folder_of_kind(&build->inside->folder, KIND_FIGURES, &count);

	locate_columns(&build->report, files, count);
	report_sort(&build->report);
}

bool
build_read(struct build *build, const char *folder, size_t threads, struct err *err)
{
	return build_read_watched(build, folder, threads, NULL, err);
}

bool
build_read_watched(struct build *build, const char *folder, size_t threads,
    struct progress *progress, struct err *err)
{
	struct build_inside *in = memory_take(1, sizeof *in);
	struct sayings said;

	*build = (struct build){ .inside = in, .draft.progress = progress };
	in->threads = threads;
	progress_begin(progress, "looking", 0);
	if (!folder_open(&in->folder, folder, &build->report, err))
		return false;
	build->ignored = in->folder.ignored;
	in->withheld = ARENA_NEW(&in->arena, bool, in->folder.count);
	in->checksums = ARENA_NEW(&in->arena, uint64_t, in->folder.count);
	errand_begin(&in->summing, sum_sources, in);
	said = inside_read(build);
	progress_begin(progress, "sorting", 0);
	if (in->batch_count)
		make_draft(build, &said);
	errand_end(&in->summing);
	finish_report(build);
	if (!folder_is_settled(&in->folder, err))
		return false;
	if (build->report.faults)
		return err_set(err, FAULT_INPUT, "%llu fault%s in '%s'",
		    (unsigned long long)build->report.faults,
		    build->report.faults == 1 ? "" : "s", folder);
	return true;
}

bool
build_write(struct build *build, const char *path, size_t threads, struct err *err)
{
	return release_write(&build->draft, path, threads, err);
}

void
build_done(struct build *build)
{
	struct build_inside *in = build->inside;

	if (in) {
		collection_done(&in->collection);
		for (size_t i = in->batch_count; i-- > 0;)
			batch_done(&in->batches[i]);
		free(in->batches);
		recipes_done(&in->recipes);
		folder_close(&in->folder);
		arena_done(&in->arena);
		free(in);
	}
	report_done(&build->report);
	*build = (struct build){ 0 };
}
