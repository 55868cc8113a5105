/* fuzz/fuzz_release.c - a release that opens can be walked from end to end, whoever
 * wrote it.
 *
 * Checksums would keep a fuzzer from ever getting past the header. So each input is
 * opened twice: as it is, and with what can be computed put right, as a forger would:
 * header, places of the sections, checksums. The lengths of the sections are the
 * input's. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "../tests/release/seal.h"
#include "release/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
must(bool truth)
{
	if (!truth)
		abort();
}

/* A header that belongs to so many bytes, and sections one behind the other, the last
 * one as long as it can be. */
static void
put_right(char *bytes, size_t len)
{
	struct release_header header = { .magic = RELEASE_MAGIC,
		.version = RELEASE_VERSION,
		.sections = SECTION_COUNT,
		.length = len };
	struct release_entry entries[SECTION_COUNT];
	uint64_t end = sizeof header + sizeof entries;

	memcpy(entries, bytes + sizeof header, sizeof entries);
	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		entries[i].offset = layout_aligned(end);
		if (i == SECTION_FIGURES && entries[i].offset <= len)
			entries[i].length = len - entries[i].offset;
		entries[i].count =
		    entries[i].length / layout_record_size((enum release_section)i);
		if (!seal_within(entries[i].offset, entries[i].length, len))
			break;
		memset(bytes + end, 0, entries[i].offset - end);
		end = entries[i].offset + entries[i].length;
	}
	memcpy(bytes + sizeof header, entries, sizeof entries);
	memcpy(bytes, &header, sizeof header);
	seal(bytes, len);
}

static void
walk_text(const struct release *r, uint32_t number)
{
	struct str text = release_text(r, number);

	must(str_utf8_until(text) == text.len);
}

static void
walk_areas(const struct release *r)
{
	for (uint32_t i = 0; i < r->area_count; i++) {
		walk_text(r, r->areas[i].name);
		walk_text(r, r->areas[i].published);
		must(release_area(r, release_text(r, r->areas[i].code)) == i);
	}
	for (uint32_t type = 0; type < r->type_count; type++) {
		uint32_t count;
		const uint32_t *areas = release_areas_of_type(r, type, &count);
		walk_text(r, r->types[type].name);
		must(
		    release_area_type(r, release_text(r, r->types[type].slug)) <= type);
		for (uint32_t i = 0; i < count; i++)
			must(release_type_has(r, type, areas[i]));
	}
	for (uint32_t i = 0; i < r->relation_count; i++) {
		const struct release_relation *p = &r->parents[i];
		uint32_t count;
		must(release_parent(r, p->type, p->area) <= p->parent);
		must(release_children(r, p->type, p->parent, &count) >= r->children);
		must(count <= r->relation_count);
	}
}

static void
walk_dimensions(const struct release *r)
{
	char printed[PERIOD_LONGEST];

	for (uint32_t i = 0; i < r->period_count; i++) {
		walk_text(r, r->periods[i].label);
		must(period_print(release_period(r, i), printed) <= sizeof printed);
	}
	for (uint32_t i = 0; i < r->age_count; i++)
		walk_text(r, r->ages[i].label);
	for (uint32_t i = 0; i < r->category_count; i++)
		walk_text(r, r->categories[i].name);
	for (uint32_t i = 0; i < r->note_count; i++)
		walk_text(r, r->notes[i].text);
	for (uint32_t i = 0; i < r->goal_count; i++)
		walk_text(r, r->goals[i].text);
}

static void
walk_contents(const struct release *r)
{
	for (uint32_t n = 0; n < r->indicator_count; n++) {
		const struct release_indicator *i = &r->indicators[n];
		must(release_indicator(r, release_text(r, i->key)) <= n);
		must(value_type_word((enum value_type)i->value_type) != NULL);
		must(polarity_word((enum polarity)i->polarity) != NULL);
		must(comparison_word((enum comparison)i->comparison) != NULL);
		must(interval_method_word((enum interval_method)i->interval) != NULL);
		walk_text(r, i->published);
		for (uint32_t f = 0; f < i->fields; f++)
			walk_text(r, r->fields[i->first_field + f].text);
		for (unsigned f = 0; f < FACT_COUNT; f++)
			walk_text(r, r->facts[n * FACT_COUNT + f].text);
	}
	for (uint32_t d = 0; d < r->domain_count; d++) {
		must(release_domain(r, release_text(r, r->domains[d].slug)) <= d);
		for (uint32_t i = 0; i < r->domains[d].count; i++)
			must(r->items[r->domains[d].first + i] < r->indicator_count);
	}
	for (uint32_t i = 0; i < r->update_count; i++)
		walk_text(r, r->updates[i].text);
	for (uint32_t i = 0; i < r->source_count; i++)
		walk_text(r, r->sources[i].path);
}

static void
walk_figure(const struct release *r, const struct figure *f)
{
	enum verdict verdict;
	enum trend trend;

	must(isfinite(f->value) == (f->missing == MISSING_NOT));
	must(!isinf(f->lower95) && !isinf(f->upper998) && !isinf(f->denominator));
	must(missing_text(f->missing) != NULL);
	walk_text(r, r->notes[f->note].text);
	if (f->goal)
		walk_text(r, r->goals[f->goal].text);
	if (f->source != RELEASE_NONE)
		walk_text(r, r->sources[f->source].path);
	if (figure_published_verdict(f, true, &verdict))
		must(verdict_word(verdict) != NULL);
	if (figure_published_trend(f, &trend))
		must(trend_arrow(trend) != NULL);
}

static void
walk_series(const struct release *r, uint32_t number)
{
	const struct release_series *s = &r->series[number];
	struct figures figures;
	struct err err;

	must(release_find_series(
		 r, s->indicator, s->area_type, s->sex, s->age, s->category) == number);
	if (!release_figures(r, number, &figures, &err))
		return;
	for (uint32_t a = 0; a < s->areas; a++) {
		must(figures_area(&figures, figures.areas[a]) == a);
		for (uint32_t p = 0; p < s->periods; p++) {
			struct figure figure = figures_at(&figures, a, p);
			must(figures_period(&figures, figures.periods[p]) == p);
			walk_figure(r, &figure);
		}
	}
}

/* From a place of just the right size, so that a sanitizer sees every step beyond it.
 */
static void
open_and_walk(struct str bytes)
{
	struct release release;
	struct err err;

	if (!release_open_bytes(&release, bytes, &err))
		return;
	walk_text(&release, release.profile->introduction);
	walk_areas(&release);
	walk_dimensions(&release);
	walk_contents(&release);
	for (uint32_t i = 0; i < release.series_count; i++)
		walk_series(&release, i);
	release_close(&release);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	char *copy = malloc(len > 0 ? len : 1);

	must(copy != NULL);
	if (len > 0)
		memcpy(copy, bytes, len);
	open_and_walk((struct str){ .at = copy, .len = len });
	if (len >= sizeof(struct release_header) +
		       SECTION_COUNT * sizeof(struct release_entry)) {
		put_right(copy, len);
		open_and_walk((struct str){ .at = copy, .len = len });
	}
	free(copy);
	return 0;
}
