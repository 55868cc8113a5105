#include "simulate/simulate.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/task.h"
#include "simulate/figures.h"
#include "simulate/plan.h"
#include "simulate/rows.h"
#include "simulate/settings.h"

enum {
	NUMBERED_A_DOMAIN = 20, /* as many as a page of a domain can reasonably show */
	PIECES_AT_ONCE = 16     /* some megabytes of rows each, held until written */
};

/* One age of one plan: what is made up and printed in one go. */
struct piece {
	const struct plan *plan;
	size_t age;
	struct buf rows;
	bool failed;
	struct err err;
};

struct batch {
	struct piece pieces[PIECES_AT_ONCE];
	uint64_t seed;
	struct progress *progress;
};

/* The plans of a domain, from the first on, that are still needed for so many rows. */
static size_t
plans_wanted(const struct domain *domain, size_t *rows, size_t want)
{
	size_t n = 0;

	while (n < domain->count && (*rows < want || *rows == 0))
		*rows += plan_rows(&domain->plans[n++]);
	return n;
}

/* The domains for so many rows, in the arena. */
static struct domain *
choose(struct arena *arena, size_t want, size_t *count, struct simulate_result *result)
{
	struct domain all = plan_numbered(arena, 1, NUMBERED_A_DOMAIN), next;
	size_t rows_each = NUMBERED_A_DOMAIN * plan_rows(&all.plans[0]);
	size_t most = PLAN_DOMAINS + want / rows_each + 1;
	struct domain *domains = ARENA_NEW(arena, struct domain, most);
	bool example = want == 0;

	*result = (struct simulate_result){ 0 };
	for (*count = 0; *count < most; ++*count) {
		size_t numbered = (*count - PLAN_DOMAINS) * NUMBERED_A_DOMAIN;
		if (*count >= PLAN_DOMAINS && (example || result->rows >= want))
			break;
		next = *count < PLAN_DOMAINS
			   ? plan_domains[*count]
			   : plan_numbered(arena, numbered + 1, NUMBERED_A_DOMAIN);
		next.count =
		    plans_wanted(&next, &result->rows, example ? SIZE_MAX : want);
		if (next.count == 0)
			break;
		result->indicators += next.count;
		domains[*count] = next;
	}
	return domains;
}

static void
make_piece(void *context, size_t i)
{
	struct batch *batch = context;
	struct piece *piece = &batch->pieces[i];
	AUTO_ARENA arena = { 0 };
	struct figures figures;

	piece->failed = !figures_make(
	    &arena, piece->plan, piece->age, batch->seed, &figures, &piece->err);
	if (!piece->failed)
		rows_add(&piece->rows, piece->plan, piece->age, &figures);
}

/* Rows of one age of a plan, near enough for saying how far it is. */
static uint64_t
rows_each(const struct plan *plan)
{
	return plan_rows(plan) / plan_age_count(plan);
}

/* Makes up so many pieces on all cores and appends them in order. */
static bool
write_batch(struct file_writer *file, struct batch *batch, size_t count, size_t threads,
    struct err *err)
{
	bool good = true;

	task_run(threads, count, make_piece, batch);
	for (size_t i = 0; i < count; i++) {
		struct piece *piece = &batch->pieces[i];
		if (good && piece->failed) {
			*err = piece->err;
			good = false;
		}
		good = good && file_write(file, buf_str(&piece->rows), err);
		progress_add(batch->progress, rows_each(piece->plan));
		buf_done(&piece->rows);
	}
	return good;
}

static bool
write_domain(struct file_writer *file, const struct domain *domain,
    const struct simulate_options *options, struct err *err)
{
	struct batch batch = { .seed = options->seed, .progress = options->progress };
	size_t filled = 0;

	for (size_t p = 0; p < domain->count; p++) {
		const struct plan *plan = &domain->plans[p];
		for (size_t age = 0; age < plan_age_count(plan); age++) {
			batch.pieces[filled++] =
			    (struct piece){ .plan = plan, .age = age };
			if (filled < PIECES_AT_ONCE)
				continue;
			if (!write_batch(file, &batch, filled, options->threads, err))
				return false;
			filled = 0;
		}
	}
	return write_batch(file, &batch, filled, options->threads, err);
}

static bool
begin_file(
    struct file_writer *file, const char *directory, const char *name, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF header = { 0 };
	struct str path = str_print(&arena, "%s/%s", directory, name);

	rows_header(&header);
	return file_create(file, str_c(&arena, path), err) &&
	       file_write(file, buf_str(&header), err);
}

static bool
write_figures(const char *directory, const struct domain *domains, size_t count,
    const struct simulate_options *options, size_t *files, struct err *err)
{
	struct file_writer file = { 0 };
	bool good = true;

	for (size_t i = 0; i < count && good; i++) {
		bool begins = i == 0 || !options->one_file;
		bool ends = i + 1 == count || !options->one_file;
		const char *name = options->one_file ? "figures.csv" : domains[i].file;
		good = (!begins || begin_file(&file, directory, name, err)) &&
		       write_domain(&file, &domains[i], options, err) &&
		       (!ends || file_finish(&file, err));
		*files += ends;
	}
	file_abandon(&file);
	return good;
}

static bool
write_settings(const char *directory, const struct domain *domains, size_t count,
    uint64_t seed, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF profile = { 0 }, definitions = { 0 };
	struct str profile_path = str_print(&arena, "%s/tartan.yaml", directory);
	struct str definitions_path =
	    str_print(&arena, "%s/definitions.yaml", directory);

	settings_profile(&profile, domains, count, seed);
	settings_definitions(&definitions, domains, count, seed);
	return file_save(str_c(&arena, profile_path), buf_str(&profile), err) &&
	       file_save(str_c(&arena, definitions_path), buf_str(&definitions), err);
}

/* A second simulation beside an older one would be two sources for the same figures. */
static bool
make_empty_directory(const char *directory, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct str *paths;
	size_t count;

	if (!file_make_directory(directory, err) ||
	    !file_list(&arena, directory, &paths, &count, err))
		return false;
	if (count > 0)
		return err_set(err, FAULT_INPUT,
		    "'%s' holds files already, want a new or empty directory",
		    directory);
	return true;
}

bool
simulate_write(const char *directory, const struct simulate_options *options,
    struct simulate_result *result, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	size_t count;
	struct domain *domains = choose(&arena, options->figures, &count, result);

	progress_begin(options->progress, "writing", result->rows);
	return make_empty_directory(directory, err) &&
	       write_figures(directory, domains, count, options, &result->files, err) &&
	       write_settings(directory, domains, count, options->seed, err);
}
