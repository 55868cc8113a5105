/* draw/chart.h - what all charts share: how one is asked for, its words, its frame.
 *
 * A chart alone is a file that explains itself: headline, measure, key, source and
 * licence stand in it. A chart inside a page leaves those to the page (a caption,
 * links) and is drawn as wide as it will be shown, so that its text is as large as the
 * text around it: a page asks for one 720 wide and one 390 wide, each with its class,
 * and shows one of them. Colours and sizes are attributes; no style is used. */
#ifndef DRAW_CHART_H
#define DRAW_CHART_H

#include "answer/view.h"
#include "draw/svg.h"

struct chart {
	bool alone;
	double width;      /* pixels, raised to 320; 0: 960 alone, 720 in a page */
	const char *id;    /* in a page: begins ids and must be unique there; NULL: the
			      page says it all, hidden from screen readers */
	const char *class; /* in a page: class of the svg element, or NULL */
};

/* The words that go with a chart: plain text in the arena or the release. */
struct chart_words {
	struct str title;    /* what is shown: the title of the SVG */
	struct str headline; /* what it says, in a few words without a stop */
	struct str message; /* the figures that matter, as sentences: the description */
	struct str measure; /* sex, age, unit: the second line */
	struct str source;  /* of the figures, beyond that of the profile; or empty */
};

/* Where a chart draws. */
struct chart_place {
	double left, right, top;
};

double chart_width(const struct chart *chart);       /* of the whole drawing */
double chart_inner_width(const struct chart *chart); /* without margins */

/* Opens the drawing, with headline and source when it stands alone, around contents of
 * that height; svg_close ends it. Text it needs lives in the arena. */
struct chart_place chart_begin(struct arena *arena, struct svg *svg,
    const struct chart *chart, const struct release *release,
    const struct chart_words *words, double height);

/* Text at a place; anchor is "start", "middle" or "end". */
void chart_text(struct svg *svg, double x, double y, const char *anchor, double size,
    bool bold, const char *colour, struct str text);

#endif
