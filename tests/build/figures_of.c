#include "figures_of.h"

#include <math.h>
#include <stdio.h>

#include "../unit.h"

void
figures_of_open(
    const struct folder_of *folder, struct release *release, struct buf *report)
{
	AUTO_ARENA arena = { 0 };
	const char *path = folder_of_path(&arena, folder, "built.tartan");
	struct build build;
	struct err err = { 0 };

	folder_of_read(folder, &build, 0);
	folder_of_print(report, &build.report);
	ck_assert_msg(build_write(&build, path, 0, &err), "%s", err.text);
	build_done(&build);
	ck_assert_msg(release_open(release, path, &err), "%s", err.text);
	ck_assert_msg(release_check_all(release, &err), "%s", err.text);
}

static void
print_number(struct buf *out, double number)
{
	char text[64];
	size_t len;

	snprintf(text, sizeof text, "%.4f", number);
	len = strlen(text);
	while (strchr(text, '.') && (text[len - 1] == '0' || text[len - 1] == '.')) {
		bool point = text[len - 1] == '.';
		text[--len] = '\0';
		if (point)
			break;
	}
	buf_print(out, "%s", isnan(number) ? "-" : text);
}

static void
print_figure(struct buf *out, const struct release *r, const struct figure *f)
{
	const double numbers[] = { f->value, f->lower95, f->upper95, f->count,
		f->denominator };
	static const char *const behind[] = { " ", " ", " ", "/", "" };

	for (size_t i = 0; i < 5; i++) {
		print_number(out, numbers[i]);
		buf_print(out, "%s", behind[i]);
	}
	buf_print(out, " %s%s%s%s", f->published & MADE_COMPUTED ? "c" : "",
	    f->published & MADE_SUMMED ? "s" : "",
	    f->published & MADE_POOLED ? "p" : "", missing_symbol(f->missing));
	if (f->note)
		buf_print(
		    out, " '%.*s'", STR_ARG(release_text(r, r->notes[f->note].text)));
	buf_print(out, " %.*s:%u\n",
	    STR_ARG(release_text(r, r->sources[f->source].path)), f->line);
}

static void
print_key(struct buf *out, const struct release *r, const struct release_series *s)
{
	buf_print(out, "%.*s|%.*s|%s|%.*s|%.*s",
	    STR_ARG(release_text(r, r->indicators[s->indicator].key)),
	    STR_ARG(release_text(r, r->types[s->area_type].name)),
	    sex_word((enum sex)s->sex), STR_ARG(release_text(r, r->ages[s->age].label)),
	    STR_ARG(release_text(r, r->categories[s->category].name)));
}

static void
print_series(struct buf *out, const struct release *r, uint32_t number)
{
	const struct release_series *s = &r->series[number];
	struct figures figures;
	struct err err;

	ck_assert(release_figures(r, number, &figures, &err));
	for (uint32_t a = 0; a < s->areas; a++)
		for (uint32_t p = 0; p < s->periods; p++) {
			struct figure f = figures_at(&figures, a, p);
			if (f.missing == MISSING_NO_ROW)
				continue;
			print_key(out, r, s);
			buf_print(out, "|%.*s|%.*s: ",
			    STR_ARG(release_text(r, r->areas[figures.areas[a]].code)),
			    STR_ARG(
				release_text(r, r->periods[figures.periods[p]].label)));
			print_figure(out, r, &f);
		}
}

void
figures_of_print(struct buf *out, const struct release *release)
{
	for (uint32_t s = 0; s < release->series_count; s++)
		print_series(out, release, s);
}

static uint32_t
period_named(const struct release *r, const char *label)
{
	for (uint32_t i = 0; i < r->period_count; i++)
		if (str_equal(release_text(r, r->periods[i].label), str_of(label)))
			return i;
	ck_abort_msg("no period %s", label);
}

struct figure
figures_of_find(const struct release *release, const char *key, const char *area,
    const char *period, enum sex sex, const char *age)
{
	uint32_t indicator = release_indicator(release, str_of(key));
	uint32_t place = release_area(release, str_of(area));
	uint32_t when = period_named(release, period);
	struct figure nothing = { .missing = MISSING_NO_ROW };

	ck_assert_msg(
	    indicator != RELEASE_NONE && place != RELEASE_NONE, "%s %s", key, area);
	for (uint32_t s = 0; s < release->series_count; s++) {
		const struct release_series *series = &release->series[s];
		struct figures figures;
		struct figure found;
		struct err err;
		if (series->indicator != indicator || series->sex != sex ||
		    !str_equal(release_text(release, release->ages[series->age].label),
			str_of(age)))
			continue;
		ck_assert(release_figures(release, s, &figures, &err));
		found = figures_at(&figures, figures_area(&figures, place),
		    figures_period(&figures, when));
		if (found.missing != MISSING_NO_ROW)
			return found;
	}
	return nothing;
}
