#include "any.h"

#include <math.h>

#include "../unit.h"

/* Values nobody would draw: missing, boundless, huge, equal, turned round. */
static double
any_value(unsigned long long *state)
{
	switch (unit_random(state) % 12) {
	case 0: return NONE;
	case 1: return (double)INFINITY;
	case 2: return -1e308;
	case 3: return 0;
	case 4: return 1e308;
	case 5: return -42.5;
	case 6: return 1e-300;
	}
	return (double)(unit_random(state) % 10000) / 7;
}

static const char *
any_name(unsigned long long *state)
{
	static const char *const names[] = { "Leicester", "", "</text><script>",
		"Bournemouth, Christchurch and Poole", "\"'&amp;", "Fr\xe9jus",
		"\x01\x02",
		"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
		"NHS Bath and North East Somerset, Swindon and Wiltshire ICB - 92G" };

	return names[unit_random(state) % ROWS(names)];
}

static struct finding
any_finding(unsigned long long *state, uint32_t area)
{
	struct finding finding = fixture_finding(area, any_value(state),
	    any_value(state), (enum verdict)(unit_random(state) % VERDICT_COUNT));

	if (unit_random(state) % 8 == 0)
		return fixture_none();
	finding.figure.missing = (enum missing)(unit_random(state) % MISSING_COUNT);
	if (isfinite(finding.figure.value))
		finding.figure.missing = MISSING_NOT;
	return finding;
}

/* Areas have names of their own: two are enough to make any layout suffer. */
static void
fill_areas(struct fixture *fixture, unsigned long long *state)
{
	uint32_t count = (uint32_t)(unit_random(state) % 20), month = 24000;
	uint32_t area;

	fixture_init(fixture);
	area = fixture_area(fixture, any_name(state));
	fixture->areas[AREA_REGION].name = fixture_text(fixture, any_name(state));
	fixture->view.area = unit_random(state) % 4 ? area : AREA_ENGLAND_NUMBER;
	fixture->view.variant.indicator = (uint32_t)(unit_random(state) % 4);
	if (unit_random(state) % 4 == 0)
		fixture->view.parent = fixture->view.benchmark = RELEASE_NONE;
	fixture->ranking.root = any_finding(state, AREA_ENGLAND_NUMBER);
	fixture->ranking.parent = any_finding(state, AREA_REGION);
	fixture->ranking.least = fixture->history.least = any_value(state);
	fixture->ranking.most = fixture->history.most = any_value(state);
	fixture->ranking.area_count = fixture->history.count = count;
	fixture->spine.row_count = count;
	for (uint32_t i = 0; i < count; i++) {
		struct history_point *point = &fixture->points[i];
		month += (uint32_t)(unit_random(state) % 30);
		fixture->findings[i] = any_finding(state, area);
		*point = (struct history_point){
			.period = fixture_period(fixture, "2015/16", (int)month, 12),
			.area = any_finding(state, fixture->view.area),
			.benchmark = any_finding(state, AREA_ENGLAND_NUMBER),
			.parent = any_finding(state, AREA_REGION),
			.gap_before = unit_random(state) % 4 == 0,
		};
		fixture->rows[i] = (struct spine_row){
			.domain = (uint32_t)(unit_random(state) % 2),
			.variant = { .indicator = (uint32_t)(unit_random(state) % 4) },
			.period = point->period,
			.area = point->area,
			.parent = point->parent,
			.root = point->benchmark,
			.undrawn = unit_random(state) % 4 ? NULL : "too few areas",
			.worst = any_value(state),
			.best = any_value(state),
			.at_worst = any_value(state),
			.at_best = any_value(state),
			.at_left_quarter = any_value(state),
			.at_right_quarter = any_value(state),
			.at_area = any_value(state),
			.at_parent = any_value(state),
		};
	}
}

/* Parts of any names and figures; the same in each of three years. */
static void
fill_course(struct fixture *fixture, unsigned long long *state)
{
	fixture_fill_course(fixture);
	fixture->view.by.kind = (enum partition_kind)(unit_random(state) % 4);
	fixture->course.least = any_value(state);
	fixture->course.most = any_value(state);
	for (unsigned i = 0; i < 5; i++)
		fixture->parts[i].name = str_of(any_name(state));
	for (unsigned year = 0; year < 3; year++) {
		struct inequalities *at = &fixture->unequal[year];
		at->least = any_value(state);
		at->most = any_value(state);
		at->total = any_finding(state, fixture->view.area);
		at->gap.index.sii = any_value(state);
		at->gap.limits.sii_lower = any_value(state);
		for (unsigned i = 0; i < 5; i++)
			at->findings[i] = any_finding(state, fixture->view.area);
	}
}

static void
fill_spreads(struct fixture *fixture, unsigned long long *state)
{
	uint32_t area = fixture->view.area;

	fixture_fill_boxes(fixture);
	fixture->boxes.least = any_value(state);
	fixture->boxes.most = any_value(state);
	for (unsigned i = 0; i < 4; i++) {
		struct box *box = &fixture->box[i];
		box->area = any_finding(state, area);
		box->benchmark = any_finding(state, AREA_ENGLAND_NUMBER);
		box->least = any_value(state);
		box->p25 = any_value(state);
		box->p95 = any_value(state);
	}
	fixture_fill_outliers(fixture);
	for (unsigned i = 0; i < 30; i++) {
		fixture->outlier[i].finding = any_finding(state, area);
		if (unit_random(state) % 4 == 0)
			fixture->outlier[i].point.value = any_value(state);
		fixture->outlier[i].side = (enum side)(unit_random(state) % 6);
	}
	fixture->view.area = area;
}

void
any_fill(struct fixture *fixture, unsigned long long *state)
{
	fill_areas(fixture, state);
	fill_course(fixture, state);
	fill_spreads(fixture, state);
}
