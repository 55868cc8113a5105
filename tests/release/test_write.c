/* What is drafted is what is read, on however many threads it was written. */
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "../unit.h"
#include "sample.h"

/* A release of the draft in memory. */
struct opened {
	struct sample sample;
	struct str bytes;
	struct release release;
};

static void
open_sample(struct opened *o)
{
	struct err err = { 0 };

	sample_make(&o->sample);
	o->bytes = sample_bytes(&o->sample.draft, 0);
	ck_assert_msg(release_open_bytes(&o->release, o->bytes, &err), "%s", err.text);
}

static void
close_sample(struct opened *o)
{
	release_close(&o->release);
	free((void *)(uintptr_t)o->bytes.at);
}

static void
same_text(const struct release *r, uint32_t number, struct str want, const char *what)
{
	struct str got = release_text(r, number);

	ck_assert_msg(str_equal(got, want), "%s: '%.*s', want '%.*s'", what,
	    STR_ARG(got), STR_ARG(want));
}

#define SAME_TEXT(record, drafted, field)                                              \
	same_text(r, (record)->field, (drafted)->field, #field)

START_TEST(test_profile)
{
	struct opened o;

	open_sample(&o);
	const struct release *r = &o.release;
	const struct release_profile *p = r->profile;
	const struct draft_profile *d = &o.sample.draft.profile;
	SAME_TEXT(p, d, title);
	SAME_TEXT(p, d, slug);
	SAME_TEXT(p, d, summary);
	SAME_TEXT(p, d, introduction);
	SAME_TEXT(p, d, notice);
	SAME_TEXT(p, d, publisher);
	SAME_TEXT(p, d, contact);
	SAME_TEXT(p, d, licence);
	SAME_TEXT(p, d, published);
	ck_assert_uint_eq(p->root, d->root);
	ck_assert_uint_eq(p->benchmark, d->benchmark);
	ck_assert_uint_eq(p->made_up, d->made_up);
	ck_assert_uint_eq(p->rows, d->rows);
	ck_assert_uint_eq(p->repeated, d->repeated);
	ck_assert_uint_eq(p->figures, d->figures);
	close_sample(&o);
}
END_TEST

START_TEST(test_geography)
{
	struct opened o;

	open_sample(&o);
	const struct release *r = &o.release;
	ck_assert_uint_eq(r->area_count, SAMPLE_AREAS);
	for (uint32_t i = 0; i < SAMPLE_AREAS; i++) {
		SAME_TEXT(&r->areas[i], &o.sample.areas[i], code);
		SAME_TEXT(&r->areas[i], &o.sample.areas[i], name);
		SAME_TEXT(&r->areas[i], &o.sample.areas[i], published);
	}
	ck_assert_uint_eq(r->type_count, SAMPLE_TYPES);
	for (uint32_t i = 0; i < SAMPLE_TYPES; i++) {
		const struct draft_area_type *d = &o.sample.types[i];
		uint32_t count;
		const uint32_t *areas = release_areas_of_type(r, i, &count);
		SAME_TEXT(&r->types[i], d, name);
		SAME_TEXT(&r->types[i], d, slug);
		ck_assert_uint_eq(r->types[i].level, d->level);
		ck_assert_uint_eq(count, d->count);
		ck_assert_mem_eq(areas, d->areas, count * sizeof *areas);
	}
	ck_assert_uint_eq(r->change_count, SAMPLE_CHANGES);
	ck_assert_mem_eq(
	    r->changes, o.sample.changes, SAMPLE_CHANGES * sizeof *r->changes);
	ck_assert_uint_eq(r->kind_count, SAMPLE_KINDS);
	ck_assert_uint_eq(r->kinds[1].measured, 1);
	ck_assert_uint_eq(r->neighbour_count, SAMPLE_NEIGHBOURS);
	ck_assert_double_eq(r->neighbours[2].distance, 0.5);
	ck_assert_double_nan(r->neighbours[0].distance);
	ck_assert_uint_eq(r->map_count, 1);
	ck_assert_uint_eq(r->maps->source, 1);
	ck_assert_mem_eq(r->shapes, o.sample.shapes, sizeof o.sample.shapes);
	ck_assert_mem_eq(r->rings, o.sample.rings, sizeof o.sample.rings);
	ck_assert_mem_eq(r->links, o.sample.links, sizeof o.sample.links);
	ck_assert_mem_eq(r->arcs, o.sample.arcs, sizeof o.sample.arcs);
	ck_assert_mem_eq(r->vertices, o.sample.vertices, sizeof o.sample.vertices);
	ck_assert_uint_eq(r->relation_count, SAMPLE_RELATIONS);
	ck_assert_mem_eq(
	    r->children, o.sample.relations, SAMPLE_RELATIONS * sizeof *r->children);
	close_sample(&o);
}
END_TEST

START_TEST(test_dimensions)
{
	struct opened o;

	open_sample(&o);
	const struct release *r = &o.release;
	ck_assert_uint_eq(r->period_count, SAMPLE_PERIODS);
	for (uint32_t i = 0; i < SAMPLE_PERIODS; i++) {
		SAME_TEXT(&r->periods[i], &o.sample.periods[i], label);
		ck_assert_int_eq(
		    period_order(release_period(r, i), o.sample.periods[i].period), 0);
	}
	ck_assert_uint_eq(r->age_count, SAMPLE_AGES);
	for (uint32_t i = 0; i < SAMPLE_AGES; i++)
		same_text(r, r->ages[i].label, o.sample.ages[i], "age");
	ck_assert_uint_eq(r->category_count, SAMPLE_CATEGORIES);
	for (uint32_t i = 0; i < SAMPLE_CATEGORIES; i++) {
		SAME_TEXT(&r->categories[i], &o.sample.categories[i], type);
		SAME_TEXT(&r->categories[i], &o.sample.categories[i], name);
	}
	ck_assert_uint_eq(r->note_count, SAMPLE_NOTES);
	for (uint32_t i = 0; i < SAMPLE_NOTES; i++) {
		SAME_TEXT(&r->notes[i], &o.sample.notes[i], text);
		ck_assert_uint_eq(r->notes[i].missing, o.sample.notes[i].missing);
		ck_assert_uint_eq(r->notes[i].modelled, o.sample.notes[i].modelled);
	}
	ck_assert_uint_eq(r->goal_count, SAMPLE_GOALS);
	for (uint32_t i = 0; i < SAMPLE_GOALS; i++)
		same_text(r, r->goals[i].text, o.sample.goals[i], "goal");
	close_sample(&o);
}
END_TEST

static void
same_facts(const struct release *r, uint32_t number, const struct draft_indicator *d)
{
	for (unsigned i = 0; i < FACT_COUNT; i++) {
		const struct release_fact *fact = &r->facts[number * FACT_COUNT + i];
		SAME_TEXT(fact, &d->facts[i], text);
		ck_assert_uint_eq(fact->origin, d->facts[i].origin);
		ck_assert_uint_eq(fact->supporting, d->facts[i].supporting);
		ck_assert_uint_eq(fact->contradicting, d->facts[i].contradicting);
	}
	for (uint32_t i = 0; i < d->field_count; i++) {
		const struct release_field *field =
		    &r->fields[r->indicators[number].first_field + i];
		SAME_TEXT(field, &d->fields[i], label);
		SAME_TEXT(field, &d->fields[i], text);
		ck_assert_uint_eq(field->origin, d->fields[i].origin);
	}
}

static void
same_bands(const struct release *r, const struct release_indicator *i,
    const struct draft_indicator *d)
{
	same_text(r, i->standard, d->standard, "standard");
	ck_assert_uint_eq(i->bands, d->band_count);
	ck_assert_uint_eq(
	    i->standardised_age, d->band_count ? d->standardised_age : RELEASE_NONE);
	for (uint32_t b = 0; b < i->bands; b++) {
		ck_assert_uint_eq(r->bands[i->first_band + b].age, d->bands[b].age);
		ck_assert_double_eq(
		    r->bands[i->first_band + b].weight, d->bands[b].weight);
	}
}

START_TEST(test_indicators)
{
	static const uint32_t series[] = { 3, 1, 1 };
	struct opened o;

	open_sample(&o);
	const struct release *r = &o.release;
	ck_assert_uint_eq(r->indicator_count, SAMPLE_INDICATORS);
	for (uint32_t n = 0; n < SAMPLE_INDICATORS; n++) {
		const struct release_indicator *i = &r->indicators[n];
		const struct draft_indicator *d = &o.sample.indicators[n];
		SAME_TEXT(i, d, key);
		SAME_TEXT(i, d, name);
		SAME_TEXT(i, d, short_name);
		SAME_TEXT(i, d, unit);
		SAME_TEXT(i, d, topic);
		SAME_TEXT(i, d, quality);
		SAME_TEXT(i, d, published);
		ck_assert_uint_eq(i->rounding, d->rounding);
		ck_assert_uint_eq(i->value_type, d->value_type);
		ck_assert_uint_eq(i->polarity, d->polarity);
		ck_assert_uint_eq(i->interval, d->interval);
		ck_assert_uint_eq(i->comparison, d->comparison);
		ck_assert_int_eq(i->decimals, d->decimals);
		ck_assert_uint_eq(i->modelled, d->modelled);
		ck_assert_uint_eq(i->frequency_months, d->frequency_months);
		ck_assert_double_eq(i->multiplier, d->multiplier);
		ck_assert_uint_eq(i->latest, d->latest);
		ck_assert_uint_eq(i->fields, d->field_count);
		ck_assert_uint_eq(i->series, series[n]);
		same_facts(r, n, d);
		same_bands(r, i, d);
	}
	close_sample(&o);
}
END_TEST

START_TEST(test_contents)
{
	struct opened o;

	open_sample(&o);
	const struct release *r = &o.release;
	ck_assert_uint_eq(r->domain_count, SAMPLE_DOMAINS);
	for (uint32_t i = 0; i < SAMPLE_DOMAINS; i++) {
		const struct draft_domain *d = &o.sample.domains[i];
		SAME_TEXT(&r->domains[i], d, name);
		SAME_TEXT(&r->domains[i], d, slug);
		SAME_TEXT(&r->domains[i], d, summary);
		ck_assert_uint_eq(r->domains[i].count, d->count);
		ck_assert_mem_eq(r->items + r->domains[i].first, d->indicators,
		    d->count * sizeof *r->items);
	}
	ck_assert_uint_eq(r->update_count, SAMPLE_UPDATES);
	for (uint32_t i = 0; i < SAMPLE_UPDATES; i++) {
		SAME_TEXT(&r->updates[i], &o.sample.updates[i], date);
		SAME_TEXT(&r->updates[i], &o.sample.updates[i], text);
	}
	ck_assert_uint_eq(r->source_count, SAMPLE_SOURCES);
	for (uint32_t i = 0; i < SAMPLE_SOURCES; i++) {
		const struct draft_source *d = &o.sample.sources[i];
		SAME_TEXT(&r->sources[i], d, path);
		SAME_TEXT(&r->sources[i], d, kind);
		ck_assert_uint_eq(r->sources[i].bytes, d->bytes);
		ck_assert_uint_eq(r->sources[i].rows, d->rows);
		ck_assert_uint_eq(r->sources[i].checksum, d->checksum);
	}
	close_sample(&o);
}
END_TEST

static void
same_figure(struct figure got, struct figure want, const char *where)
{
	const double a[] = { got.value, got.lower95, got.upper95, got.lower998,
		got.upper998, got.count, got.denominator };
	const double b[] = { want.value, want.lower95, want.upper95, want.lower998,
		want.upper998, want.count, want.denominator };

	for (size_t i = 0; i < ROWS(a); i++)
		ck_assert_msg(a[i] == b[i] || (isnan(a[i]) && isnan(b[i])),
		    "%s: number %zu is %g, want %g", where, i, a[i], b[i]);
	ck_assert_msg(got.missing == want.missing, "%s: missing", where);
	ck_assert_msg(got.note == want.note, "%s: note", where);
	ck_assert_msg(got.line == want.line, "%s: line", where);
	ck_assert_msg(got.source == want.source, "%s: source", where);
	ck_assert_msg(got.published == want.published, "%s: published", where);
	ck_assert_msg(got.goal == want.goal, "%s: goal", where);
}

START_TEST(test_every_figure)
{
	const struct draft_series *d;
	struct figures figures;
	struct err err = { 0 };
	struct opened o;
	char where[64];

	open_sample(&o);
	d = &o.sample.series[_i];
	const struct release_series *s = &o.release.series[_i];
	ck_assert(release_figures(&o.release, (uint32_t)_i, &figures, &err));
	ck_assert_ptr_eq(figures.series, s);
	ck_assert_uint_eq(s->indicator, d->indicator);
	ck_assert_uint_eq(s->area_type, d->area_type);
	ck_assert_uint_eq(s->sex, d->sex);
	ck_assert_uint_eq(s->age, d->age);
	ck_assert_uint_eq(s->category, d->category);
	ck_assert_uint_eq(s->columns, d->columns);
	ck_assert_uint_eq(s->areas, d->area_count);
	ck_assert_uint_eq(s->periods, d->period_count);
	ck_assert_mem_eq(figures.areas, d->areas, s->areas * sizeof *d->areas);
	ck_assert_mem_eq(figures.periods, d->periods, s->periods * sizeof *d->periods);
	for (unsigned c = 0; c < COLUMN_NUMBERS; c++)
		ck_assert_int_eq(figures.numbers[c] != NULL, d->columns >> c & 1);
	ck_assert_int_eq(figures.lines != NULL, d->columns >> COLUMN_LINE & 1);
	for (uint32_t a = 0; a < s->areas; a++)
		for (uint32_t p = 0; p < s->periods; p++) {
			snprintf(where, sizeof where, "area %u, period %u", a, p);
			same_figure(figures_at(&figures, a, p),
			    sample_figure(&o.sample, (uint32_t)_i, a, p), where);
		}
	close_sample(&o);
}
END_TEST

static const size_t thread_counts[] = { 2, 7, 0 };

START_TEST(test_same_bytes_on_any_number_of_threads)
{
	struct sample sample;

	sample_make(&sample);
	struct str one = sample_bytes(&sample.draft, 1);
	struct str many = sample_bytes(&sample.draft, thread_counts[_i]);
	ck_assert(str_equal(one, many));
	free((void *)(uintptr_t)one.at);
	free((void *)(uintptr_t)many.at);
}
END_TEST

static uint64_t
name_of(const struct draft *draft)
{
	struct str bytes = sample_bytes(draft, 1);
	struct release release;
	struct err err = { 0 };

	ck_assert_msg(release_open_bytes(&release, bytes, &err), "%s", err.text);
	uint64_t name = release.name;
	release_close(&release);
	free((void *)(uintptr_t)bytes.at);
	return name;
}

static void
fill_with_one_changed(void *context, uint32_t number, struct draft_block *block)
{
	struct sample *sample = context;

	sample->draft.fill(context, number, block);
	if (number == 1)
		block->numbers[COLUMN_UPPER95][0] += 1e-12;
}

START_TEST(test_another_release_has_another_name)
{
	struct sample sample;
	struct draft changed;

	sample_make(&sample);
	uint64_t name = name_of(&sample.draft);
	ck_assert_uint_eq(name_of(&sample.draft), name);
	changed = sample.draft;
	changed.profile.title = STR("Leicestershire 2019");
	ck_assert_uint_ne(name_of(&changed), name);
	changed = sample.draft;
	changed.fill = fill_with_one_changed;
	ck_assert_uint_ne(name_of(&changed), name);
}
END_TEST

/* Whoever has the old file open goes on reading it; whoever opens anew gets the new. */
START_TEST(test_an_open_release_may_be_replaced)
{
	char directory[] = "test-release-XXXXXX";
	char path[64];
	struct release before, after;
	struct sample sample;
	struct err err = { 0 };

	sample_make(&sample);
	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/x", directory);
	ck_assert(release_write(&sample.draft, path, 0, &err));
	ck_assert_msg(release_open(&before, path, &err), "%s", err.text);
	sample.draft.profile.title = STR("Another");
	ck_assert(release_write(&sample.draft, path, 0, &err));
	ck_assert_msg(release_open(&after, path, &err), "%s", err.text);
	ck_assert_uint_ne(before.name, after.name);
	ck_assert(release_check_all(&before, &err));
	same_text(&before, before.profile->title, STR("Leicestershire 2018"), "old");
	same_text(&after, after.profile->title, STR("Another"), "new");
	release_close(&before);
	release_close(&after);
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(rmdir(directory), 0);
}
END_TEST

/* The least that is a release. */
START_TEST(test_an_empty_release)
{
	struct draft_category category = { 0 };
	struct draft_note note = { 0 };
	struct draft draft = { .categories = &category,
		.category_count = 1,
		.notes = &note,
		.note_count = 1 };
	struct release release;
	struct err err = { 0 };

	draft.profile.root = draft.profile.benchmark = RELEASE_NONE;
	struct str bytes = sample_bytes(&draft, 0);
	ck_assert_msg(release_open_bytes(&release, bytes, &err), "%s", err.text);
	ck_assert(release_check_all(&release, &err));
	ck_assert_uint_eq(release.series_count, 0);
	ck_assert_uint_eq(release_area(&release, AREA_ENGLAND), RELEASE_NONE);
	ck_assert_uint_eq(release_text(&release, 0).len, 0);
	release_close(&release);
	free((void *)(uintptr_t)bytes.at);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("write");

	tcase_add_test(tcase, test_profile);
	tcase_add_test(tcase, test_geography);
	tcase_add_test(tcase, test_dimensions);
	tcase_add_test(tcase, test_indicators);
	tcase_add_test(tcase, test_contents);
	tcase_add_loop_test(tcase, test_every_figure, 0, SAMPLE_SERIES);
	ADD_ROWS(tcase, test_same_bytes_on_any_number_of_threads, thread_counts);
	tcase_add_test(tcase, test_another_release_has_another_name);
	tcase_add_test(tcase, test_an_open_release_may_be_replaced);
	tcase_add_test(tcase, test_an_empty_release);
	return unit_run("write", tcase);
}
