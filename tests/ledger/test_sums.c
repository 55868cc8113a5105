/* Which counts are parts of which. Area 0 is the country, 1 a county with 2, 3 and 4 in
 * it. */
#include <string.h>

#include "../unit.h"
#include "ledger/sums.h"
#include "model/indicator.h"

enum { ROOM = 40 };

static const struct release_relation relations[] = { { 1, 0, 1 }, { 2, 1, 2 },
	{ 2, 1, 3 }, { 2, 1, 4 } };

struct world {
	struct ledger_places places;
	enum disclose_level levels[5];
	struct ledger_age ages[6];
	uint32_t category_types[4];
	struct period periods[8];
	struct ledger_entry entries[ROOM];
	uint32_t count;
};

static void
set_period(struct period *period, int year, unsigned years)
{
	*period = (struct period){
		.first = year * 12,
		.months = (uint16_t)(12 * years),
	};
}

static void
set_up(struct world *w)
{
	*w = (struct world){ .levels = { DISCLOSE_NATIONAL },
		.ages = { { true, 0, 199 }, { true, 0, 17 }, { true, 10, 14 },
		    { true, 15, 17 }, { true, 10, 17 }, { .known = false } },
		.category_types = { 0, 1, 1, 3 } };
	w->places = (struct ledger_places){ .relations = relations,
		.relation_count = ROWS(relations),
		.levels = w->levels,
		.ages = w->ages,
		.category_types = w->category_types,
		.periods = w->periods,
		.area_count = 5,
		.age_count = 6,
		.category_count = 4,
		.period_count = 8 };
	for (int i = 0; i < 4; i++)
		set_period(&w->periods[i], 2011 + i, 1);
	set_period(&w->periods[4], 2011, 3);
	set_period(&w->periods[5], 2012, 3);
	set_period(&w->periods[6], 2011, 2);
	set_period(&w->periods[7], 2011, 4);
}

static void
add(struct world *w, struct ledger_key key, uint32_t value)
{
	w->entries[w->count++] = (struct ledger_entry){
		.key = key,
		.value = value,
		.known = { 0, DISCLOSE_ANY },
	};
}

static void
add_hidden(struct world *w, struct ledger_key key)
{
	add(w, key, 0);
	w->entries[w->count - 1].kind = LEDGER_HIDDEN;
}

static struct ledger
make(struct world *w, bool whole)
{
	struct ledger ledger;
	struct err err;

	ledger_make(&ledger, &w->places, disclose_regime(STR("fingertips")), w->entries,
	    w->count, whole, false);
	if (whole)
		ck_assert_msg(
		    disclose_system_check(&ledger.system, true, &err), "%s", err.text);
	return ledger;
}

static void
add_areas(struct world *w, uint32_t period, uint32_t total)
{
	add(w, (struct ledger_key){ .area = 1, .period = period }, total);
	for (uint32_t area = 2; area < 5; area++)
		add(w, (struct ledger_key){ .area = area, .period = period }, area);
}

/* Parts that come to their total have no rest, those that come to less have one, and
 * those that come to more are none. */
START_TEST(test_rests)
{
	static const struct {
		const char *name;
		uint32_t total, sums, cells;
	} rows[] = {
		{ "even", 9, 1, 4 },
		{ "a rest of three", 12, 1, 5 },
		{ "too much", 8, 0, 4 },
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct world w;
		set_up(&w);
		add_areas(&w, 0, rows[i].total);
		struct ledger ledger = make(&w, true);
		ck_assert_msg(ledger.system.sum_count == rows[i].sums, "%s: %u sums",
		    rows[i].name, ledger.system.sum_count);
		ck_assert_msg(ledger.system.cell_count == rows[i].cells, "%s: %u cells",
		    rows[i].name, ledger.system.cell_count);
		if (rows[i].cells == 5) {
			ck_assert(ledger.system.cells[4].absent);
			ck_assert_uint_eq(ledger.system.cells[4].value, 3);
		}
		ledger_done(&ledger);
	}
}
END_TEST

/* The county has no count: its districts are parts of the country all the same. */
START_TEST(test_skipped_level)
{
	for (uint32_t rest = 0; rest < 2; rest++) {
		struct world w;
		set_up(&w);
		add(&w, (struct ledger_key){ .area = 0 }, 9 + rest);
		for (uint32_t area = 2; area < 5; area++)
			add(&w, (struct ledger_key){ .area = area }, area);
		/* In another year it has. */
		add(&w, (struct ledger_key){ .area = 0, .period = 1 }, 9);
		add_areas(&w, 1, 9);
		struct ledger ledger = make(&w, true);
		const struct disclose_system *s = &ledger.system;
		ck_assert_uint_eq(s->sum_count, 3);
		ck_assert_uint_eq(s->totals[0], 0);
		ck_assert_uint_eq(s->part_from[1] - s->part_from[0], 3 + rest);
		ck_assert_uint_eq(s->cell_count, ledger.count + rest);
		ledger_done(&ledger);
	}
}
END_TEST

START_TEST(test_sexes_and_categories)
{
	struct world w;

	set_up(&w);
	add(&w, (struct ledger_key){ .area = 2, .sex = SEX_PERSONS }, 9);
	add(&w, (struct ledger_key){ .area = 2, .sex = SEX_MALE }, 4);
	add(&w, (struct ledger_key){ .area = 2, .sex = SEX_FEMALE }, 5);
	add(&w, (struct ledger_key){ .area = 2, .category = 1 }, 2);
	add(&w, (struct ledger_key){ .area = 2, .category = 2 }, 7);
	add(&w, (struct ledger_key){ .area = 2, .category = 3 }, 1);
	struct ledger ledger = make(&w, true);
	/* One type of categories is even, the other leaves a rest. */
	ck_assert_uint_eq(ledger.system.sum_count, 3);
	ck_assert_uint_eq(ledger.system.cell_count, 7);
	ck_assert_uint_eq(ledger.system.cells[6].value, 8);
	ck_assert_int_eq(ledger.kinds[0], LEDGER_SEXES);
	ck_assert_int_eq(ledger.kinds[2], LEDGER_CATEGORIES);
	ledger_done(&ledger);
}
END_TEST

/* 10-17 is 10-14 and 15-17; of 0-17 it is the widest part, and a rest is left. */
START_TEST(test_ages)
{
	static const uint32_t counts[] = { 100, 40, 11, 12, 23, 5 };
	struct world w;

	set_up(&w);
	for (uint32_t age = 0; age < 6; age++)
		add(&w, (struct ledger_key){ .area = 2, .age = age }, counts[age]);
	struct ledger ledger = make(&w, true);
	const struct disclose_system *s = &ledger.system;
	ck_assert_uint_eq(s->sum_count, 3);
	for (uint32_t i = 0; i < s->sum_count; i++)
		ck_assert_int_eq(ledger.kinds[i], LEDGER_AGES);
	ck_assert_uint_eq(s->cells[s->parts[s->part_from[0] + 1]].value, 60);
	ck_assert_uint_eq(s->cells[s->parts[s->part_from[1] + 1]].value, 17);
	ck_assert_uint_eq(s->part_from[3] - s->part_from[2], 2);
	ledger_done(&ledger);
}
END_TEST

/* Two ways to part 0-17, and years of which 10-14 is a sum anyway. */
START_TEST(test_two_partitions)
{
	static const struct ledger_age ages[] = { { true, 0, 17 }, { true, 0, 9 },
		{ true, 10, 17 }, { true, 0, 13 }, { true, 14, 17 }, { true, 10, 13 } };
	static const uint32_t counts[] = { 15, 4, 11, 8, 7, 4 };
	struct world w;

	for (uint32_t without = 6; without-- > 0;) {
		set_up(&w);
		w.places.ages = memcpy(w.ages, ages, sizeof ages);
		for (uint32_t age = 0; age < 6; age++)
			if (without != age || without == 0)
				add(&w, (struct ledger_key){ .area = 2, .age = age },
				    counts[age]);
		struct ledger ledger = make(&w, true);
		/* 0-17 in two ways, 10-17 and 0-13 in one; or those left, or a rest. */
		static const uint32_t sums[] = { 4, 3, 2, 2, 3, 4 };
		ck_assert_msg(ledger.system.sum_count == sums[without],
		    "without %u: %u sums", without, ledger.system.sum_count);
		ledger_done(&ledger);
	}
}
END_TEST

static void
add_periods(struct world *w, const uint32_t *counts)
{
	for (uint32_t period = 0; period < 8; period++)
		if (counts[period] != DISCLOSE_ANY)
			add(w, (struct ledger_key){ .area = 2, .period = period },
			    counts[period]);
}

/* Periods: 2011, 2012, 2013, 2014, 2011-13, 2012-14, 2011-12, 2011-14. */
START_TEST(test_periods)
{
	enum { NO = -1 };
	static const struct {
		const char *name;
		int counts[8];
		uint32_t sums, absent, guesses;
	} rows[] = {
		{ "years apart", { 1, 2, 3, 4, NO, NO, NO, NO }, 0, 0, 0 },
		{ "years and three of them", { 1, 2, 3, NO, 6, NO, NO, NO }, 1, 0, 0 },
		{ "a year that follows", { 1, 2, NO, NO, 6, NO, NO, NO }, 1, 1, 0 },
		{ "running years alone", { NO, NO, NO, NO, 6, 8, NO, NO }, 2, 3, 3 },
		{ "nobody in three years", { NO, NO, NO, NO, 0, 8, NO, NO }, 2, 3, 0 },
		{ "what does not add up", { 1, 2, 3, NO, 7, NO, NO, NO }, 0, 0, 0 },
		{ "pooled of pooled", { NO, NO, 3, 4, NO, NO, 9, 16 }, 1, 0, 0 },
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		uint32_t counts[8], absent = 0;
		struct world w;
		set_up(&w);
		for (unsigned p = 0; p < 8; p++)
			counts[p] = rows[i].counts[p] == NO
					? DISCLOSE_ANY
					: (uint32_t)rows[i].counts[p];
		add_periods(&w, counts);
		struct ledger ledger = make(&w, true);
		for (uint32_t c = 0; c < ledger.system.cell_count; c++)
			absent += ledger.system.cells[c].absent;
		ck_assert_msg(ledger.system.sum_count == rows[i].sums, "%s: %u sums",
		    rows[i].name, ledger.system.sum_count);
		ck_assert_msg(
		    absent == rows[i].absent, "%s: %u absent", rows[i].name, absent);
		ck_assert_msg(ledger.guess_count == rows[i].guesses, "%s: %u guesses",
		    rows[i].name, ledger.guess_count);
		ledger_done(&ledger);
	}
}
END_TEST

/* A sum that cannot be seen has a rest where others of the same parent have one. */
START_TEST(test_what_cannot_be_seen)
{
	for (uint32_t rest = 0; rest < 2; rest++) {
		struct world w;
		set_up(&w);
		add_areas(&w, 0, 9 + rest);
		add(&w, (struct ledger_key){ .area = 1, .period = 1 }, 20);
		add(&w, (struct ledger_key){ .area = 2, .period = 1 }, 8);
		add_hidden(&w, (struct ledger_key){ .area = 3, .period = 1 });
		add_hidden(&w, (struct ledger_key){ .area = 4, .period = 1 });
		struct ledger ledger = make(&w, false);
		ck_assert_uint_eq(ledger.system.sum_count, 2);
		ck_assert_uint_eq(ledger.system.cell_count, 8 + 2 * rest);
		ledger_done(&ledger);
	}
}
END_TEST

/* The same figure under two area types is one count; hidden in one of them it is no
 * secret. */
START_TEST(test_twice)
{
	struct world w;

	set_up(&w);
	add_hidden(&w, (struct ledger_key){ .area = 2 });
	add(&w, (struct ledger_key){ .area = 2 }, 3);
	struct ledger ledger = make(&w, false);
	ck_assert_uint_eq(ledger.count, 1);
	ck_assert_int_eq(ledger.entries[0].kind, LEDGER_COUNT);
	ck_assert(ledger.entries[0].twice);
	ck_assert_uint_eq(ledger_find(&ledger, (struct ledger_key){ .area = 2 }), 0);
	ck_assert_uint_eq(
	    ledger_find(&ledger, (struct ledger_key){ .area = 3 }), RELEASE_NONE);
	ledger_done(&ledger);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("sums");

	tcase_add_test(tcase, test_rests);
	tcase_add_test(tcase, test_skipped_level);
	tcase_add_test(tcase, test_sexes_and_categories);
	tcase_add_test(tcase, test_ages);
	tcase_add_test(tcase, test_two_partitions);
	tcase_add_test(tcase, test_periods);
	tcase_add_test(tcase, test_what_cannot_be_seen);
	tcase_add_test(tcase, test_twice);
	return unit_run("sums", tcase);
}
