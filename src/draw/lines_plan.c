#include "draw/lines_plan.h"

#include <math.h>

#include "draw/palette.h"
#include "draw/phrase.h"

enum { WIDE_FROM = 600, NAME_LINES = 3 };

static const struct line_look looks[LINE_COUNT] = {
	[LINE_PARENT] = { COLOUR_QUIET, DASHES_PARENT, 2, KEY_DOTTED },
	[LINE_BENCHMARK] = { COLOUR_INK, DASHES_BENCHMARK, 2, KEY_DASHED },
	[LINE_AREA] = { COLOUR_AREA, "", 3, KEY_LINE },
};

const struct line_look *
line_look(enum line line)
{
	return &looks[line];
}

const struct finding *
line_finding(const struct history_point *point, enum line line)
{
	switch (line) {
	case LINE_PARENT: return &point->parent;
	case LINE_BENCHMARK: return &point->benchmark;
	case LINE_AREA:
	case LINE_COUNT: break;
	}
	return &point->area;
}

/* The line's latest value and its place, or NULL. */
static const struct finding *
latest(const struct history *history, enum line line, uint32_t *place)
{
	for (uint32_t i = history->count; i-- > 0;) {
		const struct finding *f = line_finding(&history->points[i], line);
		if (phrase_has_value(f)) {
			*place = i;
			return f;
		}
	}
	return NULL;
}

/* Of a line that has values. A category of the benchmark area is compared with that
 * area as a whole: the two need different names. */
static struct str
line_name(const struct lines_plan *l, enum line line)
{
	const struct release *release = l->view->release;
	uint32_t category = l->view->variant.category, place;
	const struct finding *f = latest(l->history, line, &place);
	struct str name = phrase_area(release, f->area), part;

	if (line != LINE_AREA || !category || l->view->benchmark != l->view->area)
		return name;
	part = release_text(release, release->categories[category].name);
	return str_print(l->arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(part));
}

/* No line twice: the benchmark may be the parent, the area may be the benchmark. */
static void
choose_lines(struct lines_plan *l)
{
	const struct history *history = l->history;
	uint32_t place;
	const struct finding *area = latest(history, LINE_AREA, &place);
	const struct finding *benchmark = latest(history, LINE_BENCHMARK, &place);
	const struct finding *parent = latest(history, LINE_PARENT, &place);

	l->shown[LINE_AREA] = area != NULL;
	l->shown[LINE_BENCHMARK] =
	    benchmark && !phrase_is_own_benchmark(l->view, benchmark);
	l->shown[LINE_PARENT] = parent && parent->area != l->view->area &&
				(!benchmark || parent->area != benchmark->area);
}

static bool
has_limits(const struct history *history)
{
	for (uint32_t i = 0; i < history->count; i++)
		if (phrase_has_limits(&history->points[i].area))
			return true;
	return false;
}

static void
make_key(struct lines_plan *l, double width)
{
	unsigned verdicts = 0;
	bool missing = false, changed = false;

	for (uint32_t i = 0; i < l->history->count; i++) {
		const struct finding *finding = &l->history->points[i].area;
		if (phrase_has_value(finding))
			verdicts |= 1u << finding->verdict;
		else
			missing = true;
		changed |= l->history->points[i].change_before != 0;
	}
	for (int line = LINE_COUNT - 1; line >= 0 && !l->wide; line--)
		if (l->shown[line])
			key_add(&l->key, looks[line].mark,
			    text_fit(l->arena, line_name(l, (enum line)line),
				LINES_FONT_SIZE, false, width - 40));
	if (phrase_is_by_fifths(l->view->release, l->view->variant.indicator))
		key_add_fifths(&l->key, verdicts);
	else if (l->shown[LINE_BENCHMARK])
		key_add_verdicts(&l->key, verdicts,
		    str_print(l->arena,
			"Compared with %.*s:", STR_ARG(line_name(l, LINE_BENCHMARK))));
	if (has_limits(l->history))
		key_add(&l->key, KEY_BAND, STR("95% confidence interval"));
	if (missing)
		key_add(&l->key, KEY_CROSS, STR("No figure"));
	if (changed)
		key_add(&l->key, KEY_BREAK, STR("Boundary changed"));
	l->key_height = key_height(&l->key, width) + (l->key.count ? 8 : 0);
}

/* The history's own range knows nothing of the parent. */
static void
make_scale(struct lines_plan *l)
{
	double least = l->history->least, most = l->history->most;
	struct str unit = phrase_unit(l->view->release, l->view->variant.indicator);
	bool squashes;

	for (uint32_t i = 0; i < l->history->count && l->shown[LINE_PARENT]; i++) {
		const struct finding *parent = &l->history->points[i].parent;
		if (!phrase_has_value(parent))
			continue;
		least = fmin(least, parent->figure.value);
		most = fmax(most, parent->figure.value);
	}
	squashes = scale_squashes(least, most);
	l->scale = scale_make(least, most, !squashes, l->plot_height, 0, 6);
	l->unit = unit;
	if (l->scale.from > 0 || l->scale.until < 0)
		l->unit = unit.len
			      ? str_print(l->arena, "%.*s; axis does not start at zero",
				    STR_ARG(unit))
			      : STR("Axis does not start at zero");
}

struct str
lines_tick_label(const struct lines_plan *l, unsigned i)
{
	char *text = ARENA_NEW(l->arena, char, SCALE_LONGEST);

	return (struct str){ .at = text,
		.len = scale_label(text, scale_tick(&l->scale, i), l->scale.decimals) };
}

static double
widest_tick(const struct lines_plan *l)
{
	double wide = 0;

	for (unsigned i = 0; i < l->scale.ticks; i++)
		wide = fmax(
		    wide, text_width(lines_tick_label(l, i), LINES_FONT_SIZE, false));
	return wide;
}

/* The number stands behind the name only where the line reaches the latest period. */
static void
add_end_label(struct lines_plan *l, enum line line, double room)
{
	struct end_label *label = &l->labels[l->label_count++];
	uint32_t indicator = l->view->variant.indicator, place = 0;
	const struct finding *f = latest(l->history, line, &place);
	struct str text = line_name(l, line), number;

	if (place + 1 == l->history->count) {
		number = phrase_number(l->arena, f->figure.value,
		    l->view->release->indicators[indicator].decimals);
		text = str_print(l->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(number));
	}
	label->line = line;
	label->text = text_wrap(
	    l->arena, text, LINES_FONT_SIZE, line == LINE_AREA, room, NAME_LINES);
	label->height = (double)label->text.count * LINES_LEADING;
	label->y = scale_at(&l->scale, f->figure.value);
}

static double
widest_label(const struct lines_plan *l)
{
	double wide = 0;

	for (unsigned i = 0; i < l->label_count; i++) {
		const struct end_label *label = &l->labels[i];
		for (size_t k = 0; k < label->text.count; k++)
			wide = fmax(wide, text_width(label->text.at[k], LINES_FONT_SIZE,
					      label->line == LINE_AREA));
	}
	return wide;
}

/* By height, then each pushed below the one above, then all of them back up from the
 * bottom of the plot. */
static void
part_labels(struct lines_plan *l)
{
	struct end_label *labels = l->labels;
	double least = -LINES_LEADING / 2.0, most = l->plot_height - least;

	for (unsigned i = 1; i < l->label_count; i++)
		for (unsigned k = i; k > 0 && labels[k].y < labels[k - 1].y; k--) {
			struct end_label swap = labels[k];
			labels[k] = labels[k - 1];
			labels[k - 1] = swap;
		}
	for (unsigned i = 0; i < l->label_count; i++) {
		labels[i].y = fmax(labels[i].y, least + labels[i].height / 2);
		least = labels[i].y + labels[i].height / 2;
	}
	for (unsigned i = l->label_count; i-- > 0;) {
		labels[i].y = fmin(labels[i].y, most - labels[i].height / 2);
		most = labels[i].y - labels[i].height / 2;
	}
}

static void
place_periods(struct lines_plan *l, double width)
{
	const struct release *release = l->view->release;
	uint32_t count = l->history->count;
	double *times = ARENA_NEW(l->arena, double, count);
	struct str *labels = ARENA_NEW(l->arena, struct str, count);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t number = l->history->points[i].period;
		const struct release_period *period = &release->periods[number];
		times[i] = period->first + period->months / 2.0;
		labels[i] = release_text(release, period->label);
	}
	l->timeline = timeline_make(l->arena, times, labels, count, l->left + 14,
	    l->right - 14, 0, width, LINES_FONT_SIZE);
}

struct lines_plan
lines_plan_make(struct arena *arena, const struct view *view,
    const struct history *history, double width)
{
	struct lines_plan plan = { .arena = arena, .view = view, .history = history };
	struct lines_plan *l = &plan;
	double unit_height;

	l->wide = width >= WIDE_FROM;
	choose_lines(l);
	make_key(l, width);
	l->plot_height = fmin(fmax(width * 0.36, 200), 340);
	make_scale(l);
	unit_height = l->unit.len ? LINES_LEADING + 8 : LINES_LEADING / 2.0;
	for (int line = 0; line < LINE_COUNT && l->wide; line++)
		if (l->shown[line])
			add_end_label(l, (enum line)line, width / 4);
	part_labels(l);
	l->left = widest_tick(l) + 8;
	l->right = width - (l->label_count ? widest_label(l) + 8 : 0);
	place_periods(l, width);
	l->height = l->key_height + unit_height + l->plot_height + LINES_X_AXIS_HEIGHT;
	return plan;
}
