/* tests/draw/fixture.h - a small release in memory and answers to draw from.
 *
 * Nothing is read from a file: records and texts are filled in by hand, as far as
 * charts look at them. */
#ifndef TESTS_DRAW_FIXTURE_H
#define TESTS_DRAW_FIXTURE_H

#include <math.h>

#include "answer/boxes.h"
#include "answer/history.h"
#include "answer/inequalities.h"
#include "answer/outliers.h"
#include "answer/ranking.h"
#include "answer/spine.h"

/* NAN is a float, which clang would have us say. */
#define NONE ((double)NAN)

enum { FIXTURE_TEXTS = 200, FIXTURE_RECORDS = 64, FIXTURE_HEAP = 16384 };

/* Numbers of records that are always there. */
enum { AREA_ENGLAND_NUMBER, AREA_REGION, AREA_FIRST };
enum { INDICATOR_PERCENT, INDICATOR_RATE, INDICATOR_POUNDS, INDICATOR_PLAIN };

struct fixture {
	struct release release;
	struct view view;
	struct ranking ranking;
	struct history history;
	struct spine spine;
	struct inequality_course course; /* its latest is the one period */
	struct boxes boxes;
	struct outliers outliers;
	/* private: */
	struct release_text texts[FIXTURE_TEXTS];
	uint32_t text_count;
	char heap[FIXTURE_HEAP];
	size_t heap_len;
	struct release_profile profile;
	struct release_area areas[FIXTURE_RECORDS];
	struct release_area_type types[1];
	struct release_period periods[FIXTURE_RECORDS];
	struct release_age ages[2];
	struct release_category categories[2];
	struct release_indicator indicators[FIXTURE_RECORDS];
	struct release_domain domains[2];
	struct finding findings[FIXTURE_RECORDS];
	struct history_point points[FIXTURE_RECORDS];
	struct spine_row rows[FIXTURE_RECORDS];
	struct inequalities unequal[3];
	struct box box[4];
	struct outlier outlier[30];
	struct partition_part parts[5];
	struct finding parted[15];
};

/* Fills everything but the three answers, which are empty. */
void fixture_init(struct fixture *fixture);

uint32_t fixture_text(struct fixture *fixture, const char *text);
uint32_t fixture_area(struct fixture *fixture, const char *name);
uint32_t fixture_period(
    struct fixture *fixture, const char *label, int first_month, int months);

/* A finding of a value with limits this far from it (NaN: none), or a missing one. */
struct finding fixture_finding(
    uint32_t area, double value, double half_width, enum verdict verdict);
struct finding fixture_missing(uint32_t area, enum missing missing);
struct finding fixture_none(void); /* no series: nothing is known */

/* Nine areas of the East Midlands in one year, of which one has no figure. */
void fixture_fill_ranking(struct fixture *fixture);
/* Leicester from 2008/09 to 2018/19: one value missing, one period left out. */
void fixture_fill_history(struct fixture *fixture);
/* Four years, one of too few areas; Leicester is marked. */
void fixture_fill_boxes(struct fixture *fixture);
/* Thirty areas of 100 to 3,000 people, a fifth of whom are counted, more in the last
 * and fewer in the first. */
void fixture_fill_outliers(struct fixture *fixture);
/* Leicester by fifths of deprivation in three years, one figure missing; the latest has
 * indices. */
void fixture_fill_course(struct fixture *fixture);
/* Leicester's profile: two domains, all kinds of verdicts, one row that has too few. */
void fixture_fill_spine(struct fixture *fixture);

#endif
