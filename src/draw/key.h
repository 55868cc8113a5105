/* draw/key.h - marks and the key that explains them.
 *
 * A key is one line of marks with words, broken into more where it must be. Only what
 * occurs in the chart should be added. */
#ifndef DRAW_KEY_H
#define DRAW_KEY_H

#include "draw/palette.h"
#include "draw/svg.h"

enum key_mark {
	KEY_WORDS,   /* no mark: "Compared with England:" */
	KEY_VERDICT, /* the shape of a verdict */
	KEY_AREA,    /* the area, on a spine, whatever its verdict */
	KEY_DIAMOND, /* the parent, on a spine */
	KEY_LINE,    /* the area */
	KEY_DASHED,  /* the benchmark, in charts over time */
	KEY_DOTTED,  /* the parent */
	KEY_UPRIGHT, /* the benchmark, as a line across bars */
	KEY_BAND,
	KEY_WHISKER,
	KEY_RANGE,
	KEY_QUARTERS,
	KEY_CROSS, /* a figure that is missing */
	KEY_BREAK, /* the area's boundary changed */
	KEY_GROUP, /* a group of areas: its colour and its number */
	KEY_RAMP,  /* from the lowest to the highest value */
	KEY_HATCH  /* an area of a map without a figure */
};

struct key_item {
	enum key_mark mark;
	enum verdict verdict; /* of KEY_VERDICT */
	int group, groups;    /* of KEY_GROUP */
	struct str text;
};

enum { KEY_MOST = 32 };

struct key {
	struct key_item items[KEY_MOST];
	unsigned count;
};

void key_add(struct key *key, enum key_mark mark, struct str text);

/* A group of areas on a map: one of so many. */
void key_add_group(struct key *key, int group, int groups, struct str text);

/* "Compared with England:" and each verdict of the set (bits 1 << enum verdict), from
 * best to worst; nothing when no verdict but "not compared" is in it. */
void key_add_verdicts(struct key *key, unsigned verdicts, struct str heading);
/* The same of an indicator whose areas are put into fifths: "best fifth". */
void key_add_fifths(struct key *key, unsigned verdicts);

/* One mark alone, for a key that a page writes as a list; hidden from screen readers:
 * the words beside it say all. Not for KEY_WORDS and KEY_VERDICT. */
void key_mark_alone(struct buf *out, enum key_mark mark);
/* The same of any item with a mark. */
void key_item_alone(struct buf *out, const struct key_item *item);

double key_height(const struct key *key, double width); /* pixels; 0 for an empty key */
void key_draw(struct svg *svg, const struct key *key, double x, double y, double width);

/* The mark of a verdict about a centre; radius is half its height. */
void mark_verdict(
    struct svg *svg, enum verdict verdict, double x, double y, double radius);
/* The same on a ground that has the colour of the verdict: drawn in ink alone, a ring
 * for what is similar, so that it says the same without the colour. */
void mark_verdict_plain(struct svg *svg, enum verdict verdict, double x, double y,
    double radius, const char *ink);
/* The area's on a spine: its verdict's, large enough to be found upon the bar. */
void mark_area(struct svg *svg, enum verdict verdict, double x, double y);
void mark_diamond(struct svg *svg, double x, double y, double radius, const char *fill);

/* The mark of a figure that is missing. */
void mark_cross(struct svg *svg, double x, double y, double radius);

/* Two strokes across the time at x: what is on either side is not of the same ground.
 */
void mark_break(struct svg *svg, double x, double from, double until);

/* An interval across or upright, with caps, seen on any ground. */
void mark_whisker_across(
    struct svg *svg, double from, double until, double y, double cap);
void mark_whisker_upright(
    struct svg *svg, double x, double from, double until, double cap);

#endif
