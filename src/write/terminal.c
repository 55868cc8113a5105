#include "write/terminal.h"

#include <math.h>

#include "base/arena.h"
#include "draw/bars.h"
#include "draw/lines.h"
#include "draw/phrase.h"
#include "draw/spark.h"
#include "write/wording.h"

/* Columns of the two tables; with one space between they stay below 80. */
enum {
	NAME_WIDTH = 24,
	VALUE_WIDTH = 10,
	GLYPH_WIDTH = 2,
	BAR_WIDTH = 18,
	LIMITS_WIDTH = 19,
	PERIOD_WIDTH = 17,
	COUNT_WIDTH = 11
};

struct terminal {
	struct buf *out;
	struct arena *arena;
	const struct view *view;
	bool colour;
};

/* The code of an ANSI colour; bold for what is found with more certainty. */
static const char *
code_of(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_WORST: return "1;31";
	case VERDICT_WORSE: return "31";
	case VERDICT_SIMILAR: return "33";
	case VERDICT_BETTER: return "32";
	case VERDICT_BEST: return "1;32";
	case VERDICT_LOWEST: return "1;36";
	case VERDICT_LOWER: return "36";
	case VERDICT_HIGHER: return "34";
	case VERDICT_HIGHEST: return "1;34";
	case VERDICT_NONE:
	case VERDICT_COUNT: break;
	}
	return "0";
}

static void
begin_colour(struct terminal *t, enum verdict verdict)
{
	if (t->colour && verdict != VERDICT_NONE)
		buf_print(t->out, "\x1b[%sm", code_of(verdict));
}

static void
begin_bold(struct terminal *t)
{
	if (t->colour)
		buf_add(t->out, STR("\x1b[1m"));
}

static void
end_bold(struct terminal *t)
{
	if (t->colour)
		buf_add(t->out, STR("\x1b[0m"));
}

static void
end_colour(struct terminal *t, enum verdict verdict)
{
	if (verdict != VERDICT_NONE)
		end_bold(t);
}

/* Control characters, those of two bytes (C2 80 to C2 9F) among them, would speak to
 * the terminal instead of the reader. */
static void
add_text(struct terminal *t, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		bool next_is_control = c == 0xC2 && i + 1 < text.len &&
				       (unsigned char)text.at[i + 1] < 0xA0;

		if (c < 0x20 || c == 0x7f || next_is_control)
			buf_add_char(t->out, '?');
		else
			buf_add_char(t->out, text.at[i]);
		i += next_is_control;
	}
}

static void
add_spaces(struct terminal *t, size_t count)
{
	while (count-- > 0)
		buf_add_char(t->out, ' ');
}

/* The first so many characters of well-formed UTF-8. */
static struct str
first_characters(struct str text, size_t count)
{
	size_t end = 0;

	while (end < text.len && count > 0) {
		end++;
		while (end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80)
			end++;
		count--;
	}
	return str_slice(text, 0, end);
}

/* To the left, in so many columns; cut where it is longer. */
static void
add_left(struct terminal *t, struct str text, size_t width)
{
	size_t characters = str_characters(text);

	if (characters > width) {
		add_text(t, first_characters(text, width - 1));
		buf_add(t->out, STR("…"));
		return;
	}
	add_text(t, text);
	add_spaces(t, width - characters);
}

static void
add_right(struct terminal *t, struct str text, size_t width)
{
	size_t characters = str_characters(text);

	add_spaces(t, characters < width ? width - characters : 0);
	add_text(t, text);
}

/* A paragraph, broken between words. */
static void
add_paragraph(struct terminal *t, struct str text)
{
	size_t column = 0;

	if (text.len == 0)
		return;
	while (text.len > 0) {
		struct str word = str_cut(&text, ' ');
		size_t width = str_characters(word);

		if (column > 0 && column + 1 + width > TERMINAL_COLUMNS) {
			buf_add_char(t->out, '\n');
			column = 0;
		}
		if (column > 0)
			buf_add_char(t->out, ' ');
		add_text(t, word);
		column += width + (column > 0);
	}
	buf_add_char(t->out, '\n');
}

static struct str
value_of(const struct terminal *t, double value)
{
	return wording_value(
	    t->arena, t->view->release, t->view->variant.indicator, value);
}

/* "417.5 to 425.0", or why there is no value. */
static struct str
limits_of(const struct terminal *t, const struct finding *finding)
{
	const struct figure *figure = &finding->figure;
	struct str lower, upper;

	if (!phrase_has_limits(finding))
		return STR("");
	lower = value_of(t, figure->lower95);
	upper = value_of(t, figure->upper95);
	return str_print(t->arena, "%.*s to %.*s", STR_ARG(lower), STR_ARG(upper));
}

static struct str
reason_of(const struct terminal *t, const struct finding *finding)
{
	struct str reason = wording_missing(t->view->release, &finding->figure);

	return str_print(t->arena, "%s %.*s", missing_symbol(finding->figure.missing),
	    STR_ARG(reason));
}

/* Eighths of a block, from none to seven. */
static const char *const eighths[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };

/* A bar from zero; `most` fills it. */
static void
add_bar(struct terminal *t, double value, double most)
{
	double share = most > 0 && value > 0 ? fmin(value / most, 1) : 0;
	unsigned parts = (unsigned)lround(share * BAR_WIDTH * 8);
	unsigned whole = parts / 8;

	for (unsigned i = 0; i < whole; i++)
		buf_add(t->out, STR("█"));
	buf_add(t->out, str_of(eighths[parts % 8]));
	add_spaces(t, BAR_WIDTH - whole - (parts % 8 > 0));
}

static void
add_glyph(struct terminal *t, enum verdict verdict)
{
	begin_colour(t, verdict);
	add_left(t, str_of(verdict_glyph(verdict)), GLYPH_WIDTH);
	end_colour(t, verdict);
}

static void
end_line(struct terminal *t)
{
	while (t->out->len > 0 && t->out->at[t->out->len - 1] == ' ')
		t->out->len--;
	buf_add_char(t->out, '\n');
}

static void
add_ranked(struct terminal *t, const struct finding *finding, double most, bool bold)
{
	if (finding->series == RELEASE_NONE)
		return;
	if (bold)
		begin_bold(t);
	add_left(t, phrase_area(t->view->release, finding->area), NAME_WIDTH);
	if (bold)
		end_bold(t);
	buf_add_char(t->out, ' ');
	if (!phrase_has_value(finding)) {
		add_left(t, reason_of(t, finding), TERMINAL_COLUMNS - NAME_WIDTH - 2);
		end_line(t);
		return;
	}
	add_right(t, value_of(t, finding->figure.value), VALUE_WIDTH);
	buf_add_char(t->out, ' ');
	add_glyph(t, finding->verdict);
	buf_add_char(t->out, ' ');
	begin_colour(t, finding->verdict);
	add_bar(t, finding->figure.value, most);
	end_colour(t, finding->verdict);
	buf_add_char(t->out, ' ');
	add_right(t, limits_of(t, finding), LIMITS_WIDTH);
	buf_add_char(t->out, ' ');
	add_text(t, str_of(trend_arrow(finding->trend.trend)));
	end_line(t);
}

/* "● better than England   ○ similar to England", a line each where they are long. */
static void
add_legend(struct terminal *t, unsigned verdicts)
{
	uint32_t indicator = t->view->variant.indicator;
	bool by_fifths = phrase_is_by_fifths(t->view->release, indicator);

	for (enum verdict v = VERDICT_NONE + 1; v < VERDICT_COUNT; v++) {
		if ((verdicts & 1u << v) == 0)
			continue;
		add_glyph(t, v);
		buf_add_char(t->out, ' ');
		add_text(t,
		    wording_verdict(t->arena, v, by_fifths, phrase_benchmark(t->view)));
		buf_add_char(t->out, '\n');
	}
}

static void
add_title(struct terminal *t, const struct chart_words *words)
{
	begin_bold(t);
	add_paragraph(t, words->title);
	end_bold(t);
	add_paragraph(t, words->measure);
	if (words->headline.len > 0)
		add_paragraph(
		    t, str_print(t->arena, "%.*s.", STR_ARG(words->headline)));
	buf_add_char(t->out, '\n');
}

void
terminal_ranking(struct buf *out, const struct view *view,
    const struct ranking *ranking, bool colour)
{
	AUTO_ARENA arena = { 0 };
	struct terminal t = {
		.out = out, .arena = &arena, .view = view, .colour = colour
	};
	struct chart_words words = bars_words(&arena, view, ranking);
	unsigned verdicts = 0;

	add_title(&t, &words);
	add_ranked(&t, &ranking->root, ranking->most, true);
	add_ranked(&t, &ranking->benchmark, ranking->most, true);
	add_ranked(&t, &ranking->parent, ranking->most, true);
	for (uint32_t a = 0; a < ranking->area_count; a++) {
		add_ranked(&t, &ranking->areas[a], ranking->most, false);
		verdicts |= 1u << ranking->areas[a].verdict;
	}
	buf_add_char(out, '\n');
	add_legend(&t, verdicts);
}

static void
add_heads(struct terminal *t)
{
	begin_bold(t);
	add_left(t, STR("Period"), PERIOD_WIDTH);
	buf_add_char(t->out, ' ');
	add_right(t, STR("Count"), COUNT_WIDTH);
	buf_add_char(t->out, ' ');
	add_right(t, STR("Value"), VALUE_WIDTH);
	add_spaces(t, GLYPH_WIDTH + 2);
	add_right(t, STR("95% limits"), LIMITS_WIDTH);
	buf_add_char(t->out, ' ');
	add_right(
	    t, first_characters(phrase_benchmark(t->view), VALUE_WIDTH), VALUE_WIDTH);
	end_bold(t);
	end_line(t);
}

static void
add_point(struct terminal *t, const struct history_point *point)
{
	const struct finding *area = &point->area;

	add_left(t, phrase_period(t->view->release, point->period), PERIOD_WIDTH);
	buf_add_char(t->out, ' ');
	add_right(t, wording_events(t->arena, area->figure.count), COUNT_WIDTH);
	buf_add_char(t->out, ' ');
	if (!phrase_has_value(area)) {
		add_left(t, reason_of(t, area),
		    TERMINAL_COLUMNS - PERIOD_WIDTH - COUNT_WIDTH - 3);
		end_line(t);
		return;
	}
	add_right(t, value_of(t, area->figure.value), VALUE_WIDTH);
	buf_add_char(t->out, ' ');
	add_glyph(t, area->verdict);
	buf_add_char(t->out, ' ');
	add_right(t, limits_of(t, area), LIMITS_WIDTH);
	buf_add_char(t->out, ' ');
	add_right(t, value_of(t, point->benchmark.figure.value), VALUE_WIDTH);
	end_line(t);
}

/* Between two lines, newest first; what is below may be of an area before this one. */
static void
add_change(struct terminal *t, const struct history *history, uint32_t i)
{
	const struct release *release = t->view->release;
	const struct history_point *point = &history->points[i];
	uint32_t area = i > 0 ? history->points[i - 1].area.area : RELEASE_NONE;
	struct str before = STR("");

	if (!point->change_before)
		return;
	if (area != RELEASE_NONE && area != point->area.area)
		before = str_print(t->arena, "; before it %.*s (%.*s)",
		    STR_ARG(release_area_name(release, area)),
		    STR_ARG(release_area_code(release, area)));
	buf_print(t->out, "-- boundary changed in %.*s%.*s --\n",
	    STR_ARG(phrase_month(t->arena, point->change_before)), STR_ARG(before));
}

/* Behind the first point, newest first, of those that are equally long. */
static void
add_length(struct terminal *t, const struct history_point *point)
{
	const struct release_period *periods = t->view->release->periods;

	if (periods[point->period].months != periods[point[-1].period].months)
		buf_add(t->out,
		    STR("-- periods above and below are not equally long --\n"));
}

/* "2010/11 ▁▂▃▅▇ 2017/18" and the trend in words. */
static void
add_spark(struct terminal *t, const struct history *history)
{
	const struct release *release = t->view->release;
	double *values = ARENA_NEW(t->arena, double, history->count);
	const struct release_indicator *indicator =
	    &release->indicators[t->view->variant.indicator];
	enum trend trend = history->trend.trend;

	for (uint32_t i = 0; i < history->count; i++)
		values[i] = phrase_has_value(&history->points[i].area)
				? history->points[i].area.figure.value
				: (double)NAN;
	if (history->count > 1) {
		add_text(t, phrase_period(release, history->points[0].period));
		buf_add_char(t->out, ' ');
		spark_text(t->out, values, history->count);
		buf_add_char(t->out, ' ');
		add_text(t,
		    phrase_period(release, history->points[history->count - 1].period));
		buf_add_char(t->out, '\n');
	}
	add_paragraph(
	    t, str_print(t->arena, "Recent trend: %s%s%s.",
		   trend_words(trend, (enum polarity)indicator->polarity),
		   trend == TREND_UNKNOWN && history->trend.reason != TREND_REASON_NONE
		       ? ", because "
		       : "",
		   trend == TREND_UNKNOWN ? trend_reason_text(history->trend.reason)
					  : ""));
	buf_add_char(t->out, '\n');
}

void
terminal_history(struct buf *out, const struct view *view,
    const struct history *history, bool colour)
{
	AUTO_ARENA arena = { 0 };
	struct terminal t = {
		.out = out, .arena = &arena, .view = view, .colour = colour
	};
	struct history course = history_course(history);
	struct chart_words words = lines_words(&arena, view, &course);
	unsigned verdicts = 0;

	add_title(&t, &words);
	if (history->count == 0)
		return;
	add_spark(&t, &course);
	add_heads(&t);
	for (uint32_t i = history->count; i > 0; i--) {
		add_point(&t, &history->points[i - 1]);
		add_change(&t, history, i - 1);
		if (i > 1)
			add_length(&t, &history->points[i - 1]);
		verdicts |= 1u << history->points[i - 1].area.verdict;
	}
	buf_add_char(out, '\n');
	add_legend(&t, verdicts);
}
