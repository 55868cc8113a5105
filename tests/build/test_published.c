/* What published files say of their own figures, worked out again: how each compares
 * with England and with its parent, and its recent trend. Every row agrees, but for
 * those explained here. Without published files the test is skipped. Lines that begin
 * with # tell how many rows there were of what. */
#include <math.h>
#include <stdio.h>

#include "../unit.h"
#include "published.h"

/* Rows of one indicator. */
struct tally {
	unsigned rows, agree;
};

struct comparing {
	bool with_parent;
	struct tally tally;
};

/* What the published rules say: an area is not compared with itself, nor in the column
 * of the parent with the root, which has a column of its own. */
static enum verdict
verdict_again(const struct cell *cell, bool with_parent)
{
	const struct release *r = cell->release;
	uint32_t root = r->profile->root, other = root;
	const struct figure *f = &cell->figure;
	struct limits local = {
		.value = f->value, .lower95 = f->lower95, .upper95 = f->upper95
	};

	if (with_parent) {
		other =
		    release_parent(r, r->series[cell->series].area_type, cell->area);
		if (other == root)
			return VERDICT_NONE;
	}
	if (other == RELEASE_NONE || other == cell->area ||
	    cell->indicator->comparison == COMPARISON_NONE)
		return VERDICT_NONE;
	return verdict_of(
	    compare_interval(&local, published_figure_of(cell, other).value),
	    (enum polarity)cell->indicator->polarity);
}

static void
compare_again(void *context, const struct cell *cell)
{
	struct comparing *w = context;
	enum verdict published, computed;

	if (!figure_published_verdict(&cell->figure, w->with_parent, &published))
		return;
	computed = verdict_again(cell, w->with_parent);
	w->tally.rows++;
	w->tally.agree += published == computed;
	if (published != computed)
		published_tell(cell,
		    w->with_parent ? "against the parent" : "against England",
		    verdict_word(published), verdict_word(computed));
}

START_TEST(test_comparisons)
{
	struct published p;

	published_open(&p, (size_t)_i);
	for (uint32_t i = 0; i < p.release.indicator_count; i++) {
		struct comparing england = { .with_parent = false };
		struct comparing parent = { .with_parent = true };
		struct str key = release_text(&p.release, p.release.indicators[i].key);
		published_visit(&p.release, i, compare_again, &england);
		published_visit(&p.release, i, compare_again, &parent);
		printf("# %s %.*s: compared with England %u rows, %u agree; with the "
		       "parent %u rows, %u agree\n",
		    published_folders[_i], STR_ARG(key), england.tally.rows,
		    england.tally.agree, parent.tally.rows, parent.tally.agree);
		ck_assert_uint_eq(england.tally.rows, england.tally.agree);
		ck_assert_uint_eq(parent.tally.rows, parent.tally.agree);
	}
	published_close(&p);
}
END_TEST

struct trending {
	unsigned untested;  /* published, but the file has not the five points */
	unsigned explained; /* see below */
	struct tally tally;
};

enum { POINTS_MOST = 64 };

/* The points of the cell's area up to its period, oldest first; with or without those
 * that have no value. */
static size_t
points_until(const struct cell *cell, bool with_gaps, struct trend_point *points)
{
	struct figures figures;
	struct err err = { 0 };
	size_t count = 0;

	ck_assert_msg(release_figures(cell->release, cell->series, &figures, &err),
	    "%s", err.text);
	uint32_t area = figures_area(&figures, cell->area);
	for (uint32_t p = 0; p < figures.series->periods && count < POINTS_MOST; p++) {
		struct figure f = figures_at(&figures, area, p);
		if (figures.periods[p] <= cell->period &&
		    (with_gaps || !isnan(f.value)))
			points[count++] = (struct trend_point){ f.value, f.lower95,
				f.upper95, f.count, f.denominator };
	}
	return count;
}

/* One published trend passes over a year that was not published for want of quality,
 * and takes the five years that have a figure. Ours wants five periods in a row. */
static bool
is_explained(const struct cell *cell, enum trend_kind kind, enum trend published,
    enum trend_reason reason)
{
	struct str key = release_text(cell->release, cell->indicator->key);
	struct trend_point points[POINTS_MOST];
	size_t count = points_until(cell, false, points);

	return str_equal(key, STR("20601")) && reason == TREND_REASON_GAP &&
	       trend_recent(kind, points, count).trend == published;
}

static void
trend_again(void *context, const struct cell *cell)
{
	struct trending *w = context;
	struct trend_point points[POINTS_MOST];
	enum trend_kind kind = cell->indicator->value_type == VALUE_PROPORTION
				   ? TREND_PROPORTION
				   : TREND_WEIGHTED;
	enum trend published;
	size_t count;

	if (!figure_published_trend(&cell->figure, &published))
		return;
	count = points_until(cell, true, points);
	if (count < TREND_POINTS) {
		w->untested++;
		return;
	}
	struct trend_result result = trend_recent(kind, points, count);
	w->tally.rows++;
	w->tally.agree += published == result.trend;
	if (published == result.trend)
		return;
	w->explained += is_explained(cell, kind, published, result.reason);
	published_tell(cell, "trend", trend_words(published, POLARITY_UNKNOWN),
	    trend_reason_text(result.reason));
}

START_TEST(test_trends)
{
	struct published p;

	published_open(&p, (size_t)_i);
	for (uint32_t i = 0; i < p.release.indicator_count; i++) {
		struct trending w = { 0 };
		struct str key = release_text(&p.release, p.release.indicators[i].key);
		published_visit(&p.release, i, trend_again, &w);
		printf("# %s %.*s: %u trends recomputed, %u agree, %u explained; %u "
		       "published without the five points\n",
		    published_folders[_i], STR_ARG(key), w.tally.rows, w.tally.agree,
		    w.explained, w.untested);
		ck_assert_uint_eq(w.tally.rows, w.tally.agree + w.explained);
	}
	published_close(&p);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("published");

	if (!published_directory()) {
		puts("1..0 # SKIP there are no published files in TARTAN_DATA");
		return 0;
	}
	ADD_ROWS(tcase, test_comparisons, published_folders);
	ADD_ROWS(tcase, test_trends, published_folders);
	return unit_run("build published", tcase);
}
