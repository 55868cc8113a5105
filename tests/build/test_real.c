/* Published files as they were downloaded. They lie in the directory that TARTAN_DATA
 * names; without it the test is skipped. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "build/build.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"
#include "folder_of.h"

static const char *
directory(void)
{
	const char *name = getenv("TARTAN_DATA");

	return name && file_is_directory(name) ? name : NULL;
}

enum { FOLDERS_MOST = 3 };

static const struct {
	const char *name;
	const char *folders[FOLDERS_MOST];
	uint32_t indicators, areas, periods;
	uint64_t rows, repeated;
	const char *root;
} folders[] = {
	{ "children and young people 2019", { "cyp-2019" }, 10, 71, 5, 750, 40,
	    "E92000001" },
	{ "suicide 2019", { "suicide-2019" }, 5, 58, 3, 300, 10, "E92000001" },
	{ "Lambeth 2023", { "lambeth-2023" }, 6, 24, 17, 170, 0, "E92000001" },
	{ "all together", { "cyp-2019", "suicide-2019", "lambeth-2023" }, 21, 126, 23,
	    1220, 50, "E92000001" },
};

/* What is concluded of each, whatever else is in the folder. POLARITY_UNKNOWN and
 * COMPARISON_COUNT where nothing is. */
static const struct {
	const char *key;
	enum value_type type;
	double multiplier;
	enum interval_method interval;
	enum polarity polarity;
	enum comparison comparison;
	bool modelled;
	uint32_t against;  /* rows, of value type and limits */
	unsigned rounding; /* of counts, or 0 */
} indicators[] = {
	{ "91137", VALUE_PROPORTION, 100, INTERVAL_NONE, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, true, 0, 0 },
	{ "91138", VALUE_PROPORTION, 100, INTERVAL_NONE, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, true, 0, 0 },
	{ "91139", VALUE_PROPORTION, 100, INTERVAL_NONE, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, true, 0, 0 },
	{ "91141", VALUE_PROPORTION, 100, INTERVAL_NONE, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, true, 0, 0 },
	{ "91145", VALUE_COUNT, 1, INTERVAL_NONE, POLARITY_UNKNOWN, COMPARISON_COUNT,
	    true, 0, 0 },
	{ "91146", VALUE_COUNT, 1, INTERVAL_NONE, POLARITY_UNKNOWN, COMPARISON_COUNT,
	    true, 0, 0 },
	{ "92315", VALUE_PROPORTION, 100, INTERVAL_WILSON, POLARITY_UNKNOWN,
	    COMPARISON_NONE, false, 0, 0 },
	{ "90813", VALUE_DSR, 100000, INTERVAL_DOBSON, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	{ "92796", VALUE_CRUDE_RATE, 100000, INTERVAL_BYAR, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	{ "91871", VALUE_PROPORTION, 100, INTERVAL_WILSON, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	{ "41001", VALUE_DSR, 100000, INTERVAL_DOBSON, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	{ "91390", VALUE_CRUDE_RATE, 100000, INTERVAL_BYAR, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	{ "91393", VALUE_CRUDE_RATE, 100000, INTERVAL_BYAR, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	{ "91430", VALUE_CRUDE_RATE, 100000, INTERVAL_BYAR, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	/* Years of life lost have no count; only the name tells. */
	{ "91404", VALUE_DSR, 10000, INTERVAL_DOBSON, POLARITY_NEUTRAL,
	    COMPARISON_INTERVAL, false, 0, 0 },
	/* Limits as wide as for half the children. */
	{ "93700", VALUE_PROPORTION, 100, INTERVAL_OTHER, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, false, 0, 0 },
	/* The denominator of England in 2009/10 is not that of the limits. */
	{ "848", VALUE_PROPORTION, 100, INTERVAL_WILSON, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, false, 1, 0 },
	{ "90631", VALUE_PROPORTION, 100, INTERVAL_WILSON, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, false, 0, 0 },
	{ "93276", VALUE_PROPORTION, 100, INTERVAL_WILSON, POLARITY_LOW,
	    COMPARISON_INTERVAL, false, 0, 0 },
	/* Published counts of areas are rounded to five, limits are not. Two rows of
	 * England have limits that belong to a count between two whole ones. */
	{ "20601", VALUE_PROPORTION, 100, INTERVAL_WILSON, POLARITY_UNKNOWN,
	    COMPARISON_COUNT, false, 2, 5 },
	{ "30309", VALUE_PROPORTION, 100, INTERVAL_WILSON, POLARITY_HIGH,
	    COMPARISON_COUNT, false, 0, 0 },
};

static void
link_folders(const struct folder_of *folder, size_t number)
{
	AUTO_ARENA arena = { 0 };

	for (int i = 0; i < FOLDERS_MOST && folders[number].folders[i]; i++) {
		const char *name = folders[number].folders[i];
		struct str from =
		    str_print(&arena, "%s/fingertips/%s", directory(), name);
		char *full = realpath(from.at, NULL);
		ck_assert_msg(full, "%s", from.at);
		ck_assert_int_eq(
		    symlink(full, folder_of_path(&arena, folder, name)), 0);
		free(full);
	}
}

START_TEST(test_counts)
{
	const struct draft *draft;
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	link_folders(&folder, (size_t)_i);
	folder_of_read(&folder, &build, 0);
	draft = &build.draft;
	ck_assert_uint_eq(build.report.count, 0);
	ck_assert_uint_eq(draft->indicator_count, folders[_i].indicators);
	ck_assert_uint_eq(draft->area_count, folders[_i].areas);
	ck_assert_uint_eq(draft->period_count, folders[_i].periods);
	ck_assert_uint_eq(draft->profile.rows, folders[_i].rows);
	ck_assert_uint_eq(draft->profile.repeated, folders[_i].repeated);
	ck_assert_uint_eq(
	    draft->profile.figures, folders[_i].rows - folders[_i].repeated);
	ck_assert_uint_ne(draft->profile.root, RELEASE_NONE);
	ck_assert(str_equal(
	    draft->areas[draft->profile.root].code, str_of(folders[_i].root)));
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

static void
check_indicator(const struct draft_indicator *i, size_t number)
{
	const char *key = indicators[number].key;
	bool compared = indicators[number].comparison != COMPARISON_COUNT;
	bool judged = indicators[number].polarity != POLARITY_UNKNOWN;

	ck_assert_msg(i->value_type == indicators[number].type, "%s: %s", key,
	    value_type_word(i->value_type));
	ck_assert_msg(i->multiplier == indicators[number].multiplier, "%s: %g", key,
	    i->multiplier);
	ck_assert_msg(i->interval == indicators[number].interval, "%s: %s", key,
	    interval_method_word(i->interval));
	ck_assert_msg(i->polarity == indicators[number].polarity, "%s: %s", key,
	    polarity_word(i->polarity));
	ck_assert_msg(i->modelled == indicators[number].modelled, "%s", key);
	ck_assert_msg(
	    i->rounding == indicators[number].rounding, "%s: %u", key, i->rounding);
	ck_assert_msg((i->facts[FACT_POLARITY].origin == ORIGIN_INFERRED) == judged,
	    "%s: polarity", key);
	ck_assert_msg((i->facts[FACT_COMPARISON].origin == ORIGIN_INFERRED) == compared,
	    "%s: comparison", key);
	if (compared)
		ck_assert_msg(i->comparison == indicators[number].comparison, "%s: %s",
		    key, comparison_word(i->comparison));
	ck_assert_msg(
	    i->facts[FACT_INTERVAL].contradicting == indicators[number].against,
	    "%s: %u against", key, i->facts[FACT_INTERVAL].contradicting);
	ck_assert_msg(i->facts[FACT_MULTIPLIER].contradicting == 0, "%s", key);
	ck_assert_msg(i->facts[FACT_POLARITY].contradicting == 0, "%s", key);
	ck_assert_msg(i->facts[FACT_COMPARISON].contradicting == 0, "%s", key);
}

START_TEST(test_conclusions)
{
	struct folder_of folder;
	struct build build;
	uint32_t checked = 0;

	folder_of_nothing(&folder);
	link_folders(&folder, (size_t)_i);
	folder_of_read(&folder, &build, 0);
	for (size_t n = 0; n < ROWS(indicators); n++) {
		const struct draft_indicator *i =
		    folder_of_indicator(&build.draft, indicators[n].key);
		if (!i)
			continue;
		check_indicator(i, n);
		checked++;
	}
	ck_assert_uint_eq(checked, folders[_i].indicators);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("real");

	if (!directory()) {
		puts("1..0 # SKIP there are no published files in TARTAN_DATA");
		return 0;
	}
	ADD_ROWS(tcase, test_counts, folders);
	ADD_ROWS(tcase, test_conclusions, folders);
	return unit_run("build real", tcase);
}
