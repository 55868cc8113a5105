#include "published.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit.h"
#include "base/file.h"

const char *const published_folders[PUBLISHED_FOLDERS] = { "cyp-2019", "suicide-2019",
	"lambeth-2023" };

const char *
published_directory(void)
{
	const char *name = getenv("TARTAN_DATA");

	return name && file_is_directory(name) ? name : NULL;
}

void
published_open(struct published *published, size_t folder)
{
	AUTO_ARENA arena = { 0 };
	struct build build;
	struct err err = { 0 };
	struct str source = str_print(&arena, "%s/fingertips/%s", published_directory(),
	    published_folders[folder]);
	const char *path;

	folder_of_nothing(&published->target);
	path = folder_of_path(&arena, &published->target, "x.tartan");
	ck_assert_msg(build_read(&build, source.at, 0, &err), "%s", err.text);
	ck_assert_msg(build_write(&build, path, 0, &err), "%s", err.text);
	build_done(&build);
	ck_assert_msg(release_open(&published->release, path, &err), "%s", err.text);
}

void
published_close(struct published *published)
{
	release_close(&published->release);
	folder_of_remove(&published->target);
}

static void
visit_series(
    const struct release *r, uint32_t series, cell_visitor *visit, void *context)
{
	const struct release_series *s = &r->series[series];
	struct figures figures;
	struct err err = { 0 };

	ck_assert_msg(release_figures(r, series, &figures, &err), "%s", err.text);
	for (uint32_t a = 0; a < s->areas; a++)
		for (uint32_t p = 0; p < s->periods; p++) {
			struct cell cell = {
				.release = r,
				.indicator = &r->indicators[s->indicator],
				.series = series,
				.area = figures.areas[a],
				.period = figures.periods[p],
				.figure = figures_at(&figures, a, p),
			};
			if (cell.figure.line)
				visit(context, &cell);
		}
}

void
published_visit(const struct release *release, uint32_t indicator, cell_visitor *visit,
    void *context)
{
	const struct release_indicator *i = &release->indicators[indicator];

	for (uint32_t s = i->first_series; s < i->first_series + i->series; s++)
		visit_series(release, s, visit, context);
}

struct figure
published_figure_of(const struct cell *cell, uint32_t area)
{
	const struct release *r = cell->release;
	const struct release_series *like = &r->series[cell->series];
	struct figure none = { .value = (double)NAN };

	for (uint32_t t = 0; t < r->type_count; t++) {
		uint32_t series = release_find_series(
		    r, like->indicator, t, like->sex, like->age, like->category);
		struct figures figures;
		struct err err = { 0 };
		if (series == RELEASE_NONE)
			continue;
		ck_assert_msg(
		    release_figures(r, series, &figures, &err), "%s", err.text);
		uint32_t place = figures_area(&figures, area);
		if (place != RELEASE_NONE)
			return figures_at(
			    &figures, place, figures_period(&figures, cell->period));
	}
	return none;
}

void
published_tell(const struct cell *cell, const char *what, const char *published,
    const char *computed)
{
	const struct release *r = cell->release;
	struct str file = release_text(r, r->sources[cell->figure.source].path);
	struct str key = release_text(r, cell->indicator->key);

	printf("# %.*s:%u: %.*s: %s is '%s', computed '%s'\n", STR_ARG(file),
	    cell->figure.line, STR_ARG(key), what, published, computed);
}
