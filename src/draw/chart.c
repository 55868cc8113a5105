#include "draw/chart.h"

#include <math.h>

#include "draw/palette.h"
#include "draw/text.h"

enum { WIDTH_LEAST = 320, WIDTH_ALONE = 960, WIDTH_IN_PAGE = 720, MARGIN = 24 };
enum { LINES_MOST = 4 };

/* A paragraph of the frame, laid out. */
struct paragraph {
	struct text_lines lines;
	double size, leading;
	bool bold;
	const char *colour;
};

enum { HEAD_NOTICE, HEAD_HEADLINE, HEAD_TITLE, HEAD_MEASURE, HEAD_COUNT };

double
chart_width(const struct chart *chart)
{
	double wanted = chart->width;

	if (!(wanted > 0))
		wanted = chart->alone ? WIDTH_ALONE : WIDTH_IN_PAGE;
	return fmax(wanted, WIDTH_LEAST);
}

static double
margin(const struct chart *chart)
{
	return chart->alone ? MARGIN : 0;
}

double
chart_inner_width(const struct chart *chart)
{
	return chart_width(chart) - 2 * margin(chart);
}

void
chart_text(struct svg *svg, double x, double y, const char *anchor, double size,
    bool bold, const char *colour, struct str text)
{
	svg_open(svg, "text", NULL);
	svg_attribute_number(svg, "x", x);
	svg_attribute_number(svg, "y", y);
	if (*anchor != 's')
		svg_attribute(svg, "text-anchor", str_of(anchor));
	svg_attribute_number(svg, "font-size", size);
	if (bold)
		svg_attribute(svg, "font-weight", STR("bold"));
	if (colour)
		svg_attribute(svg, "fill", str_of(colour));
	svg_text(svg, text);
	svg_close(svg);
}

static struct paragraph
paragraph(struct arena *arena, struct str text, double size, bool bold,
    const char *colour, double width)
{
	return (struct paragraph){
		.lines = text_wrap(arena, text, size, bold, width, LINES_MOST),
		.size = size,
		.leading = floor(size * 1.35),
		.bold = bold,
		.colour = colour,
	};
}

static double
paragraph_height(const struct paragraph *p)
{
	return (double)p->lines.count * p->leading;
}

static double
draw_paragraph(struct svg *svg, const struct paragraph *p, double x, double y)
{
	for (size_t i = 0; i < p->lines.count; i++) {
		chart_text(svg, x, y + p->size, "start", p->size, p->bold, p->colour,
		    p->lines.at[i]);
		y += p->leading;
	}
	return y;
}

/* What every page of the profile must say, a picture that leaves its page must too. */
static struct str
notice(const struct release *release)
{
	struct str own = release_text(release, release->profile->notice);

	if (!own.len && release->profile->made_up)
		return STR("These figures are made up.");
	return own;
}

static struct str
source(struct arena *arena, const struct release *release, struct str figures)
{
	const struct release_profile *profile = release->profile;
	struct str by = release_text(release, profile->publisher);
	struct str title = release_text(release, profile->title);
	struct str date = release_text(release, profile->published);
	struct str licence = release_text(release, profile->licence);

	return str_print(arena, "Source: %.*s%s%.*s%s%.*s%s%.*s%s%.*s",
	    STR_ARG(figures), figures.len ? ". " : "", STR_ARG(by),
	    by.len && title.len ? ", " : "", STR_ARG(title), date.len ? ", " : "",
	    STR_ARG(date), licence.len ? ". " : "", STR_ARG(licence));
}

static struct chart_place
begin_alone(struct arena *arena, struct svg *svg, const struct chart *chart,
    const struct release *release, const struct chart_words *words, double height)
{
	double inner = chart_inner_width(chart), top = MARGIN, foot_top;
	struct svg_document document = { .alone = true,
		.width = chart_width(chart),
		.title = words->title,
		.message = words->message };
	const struct paragraph head[HEAD_COUNT] = {
		[HEAD_NOTICE] =
		    paragraph(arena, notice(release), 16, true, COLOUR_ALERT, inner),
		[HEAD_HEADLINE] =
		    paragraph(arena, words->headline, 24, true, COLOUR_INK, inner),
		[HEAD_TITLE] =
		    paragraph(arena, words->title, 18, false, COLOUR_INK, inner),
		[HEAD_MEASURE] =
		    paragraph(arena, words->measure, 16, false, COLOUR_QUIET, inner),
	};
	const struct paragraph foot = paragraph(arena,
	    source(arena, release, words->source), 14, false, COLOUR_QUIET, inner);

	for (int i = 0; i < HEAD_COUNT; i++)
		top += paragraph_height(&head[i]);
	top += 20;
	foot_top = top + height + 16;
	document.height = foot_top + paragraph_height(&foot) + MARGIN - 6;
	svg_begin(svg, &document);
	top = MARGIN;
	for (int i = 0; i < HEAD_COUNT; i++)
		top = draw_paragraph(svg, &head[i], MARGIN, top);
	draw_paragraph(svg, &foot, MARGIN, foot_top);
	return (struct chart_place){
		.left = MARGIN, .right = MARGIN + inner, .top = top + 20
	};
}

struct chart_place
chart_begin(struct arena *arena, struct svg *svg, const struct chart *chart,
    const struct release *release, const struct chart_words *words, double height)
{
	struct svg_document document = { .width = chart_width(chart),
		.height = height,
		.id = chart->id,
		.class = chart->class,
		.title = words->title,
		.message = words->message };

	if (chart->alone)
		return begin_alone(arena, svg, chart, release, words, height);
	svg_begin(svg, &document);
	return (struct chart_place){ .right = chart_width(chart) };
}
