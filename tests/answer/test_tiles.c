#include "answer/tiles.h"

#include <stdio.h>

#include "../unit.h"
#include "base/arena.h"

enum { MOST = 200, GRID = 32 };

/* Areas as they are since April 2023: all numbers of a kind from 1 to the last, but for
 * these, which are of areas that were. */
static const struct {
	const char *name, *letters;
	int first, last, but[40];
	int count;
} kinds[] = {
	{ "unitary authorities", "E06", 1, 66, { 28, 29, 48 }, 63 },
	{ "metropolitan districts", "E08", 1, 37, { 20 }, 36 },
	{ "London boroughs", "E09", 1, 33, { 0 }, 33 },
	{ "counties", "E10", 1, 34, { 1, 2, 4, 5, 6, 9, 10, 21, 22, 23, 26, 27, 33 },
	    21 },
	{ "regions", "E12", 1, 9, { 0 }, 9 },
	{ "integrated care boards", "E54", 8, 64,
	    { 9, 12, 14, 16, 17, 20, 21, 33, 35, 45, 46, 47, 49, 52, 53 }, 42 },
};

static bool
is_current(size_t kind, int number)
{
	if (number < kinds[kind].first || number > kinds[kind].last)
		return false;
	for (size_t i = 0; i < ROWS(kinds[kind].but); i++)
		if (kinds[kind].but[i] == number)
			return false;
	return true;
}

START_TEST(test_every_code)
{
	char code[16];
	struct tile tile;
	int count = 0;

	for (int number = 0; number < MOST; number++) {
		snprintf(code, sizeof code, "%s%06d", kinds[_i].letters, number);
		bool got = tile_of(str_of(code), &tile);
		ck_assert_msg(got == is_current((size_t)_i, number), "%s", code);
		count += got;
	}
	ck_assert_int_eq(count, kinds[_i].count);
}
END_TEST

/* Upper tier authorities share one grid, whatever kind they are of. */
static const struct {
	const char *name;
	size_t first, until; /* in kinds */
} grids[] = { { "authorities", 0, 4 }, { "regions", 4, 5 }, { "boards", 5, 6 } };

START_TEST(test_own_place)
{
	bool taken[GRID][GRID] = { { false } };
	char code[16];
	struct tile tile;

	for (size_t k = grids[_i].first; k < grids[_i].until; k++)
		for (int number = 0; number < MOST; number++) {
			snprintf(code, sizeof code, "%s%06d", kinds[k].letters, number);
			if (!tile_of(str_of(code), &tile))
				continue;
			ck_assert_int_lt(tile.column, GRID);
			ck_assert_int_lt(tile.row, GRID);
			ck_assert_msg(!taken[tile.row][tile.column], "%s", code);
			taken[tile.row][tile.column] = true;
		}
}
END_TEST

/* What every reader who lives there knows. */
static const struct {
	const char *name, *a, *b;
	int far; /* columns or rows apart, at most */
} neighbours[] = {
	{ "Leicester in Leicestershire", "E06000016", "E10000018", 1 },
	{ "Nottingham in Nottinghamshire", "E06000018", "E10000024", 1 },
	{ "Scilly off Cornwall", "E06000053", "E06000052", 1 },
	{ "the Isle of Wight off Hampshire", "E06000046", "E10000014", 3 },
	{ "the City and Westminster", "E09000001", "E09000033", 1 },
	{ "Gateshead and Newcastle", "E08000037", "E08000021", 1 },
	{ "Manchester and Salford", "E08000003", "E08000006", 1 },
	{ "North and North East Lincolnshire", "E06000013", "E06000012", 2 },
	{ "Brighton and East Sussex", "E06000043", "E10000011", 1 },
	{ "Kent and Medway", "E10000016", "E06000035", 1 },
	{ "London and the South East", "E12000007", "E12000008", 1 },
	{ "Cornwall and Devon", "E54000036", "E54000037", 3 },
};

START_TEST(test_neighbours)
{
	struct tile a, b;

	ck_assert(tile_of(str_of(neighbours[_i].a), &a));
	ck_assert(tile_of(str_of(neighbours[_i].b), &b));
	ck_assert_msg(abs(a.column - b.column) <= neighbours[_i].far &&
			  abs(a.row - b.row) <= neighbours[_i].far,
	    "%s: %d,%d and %d,%d", neighbours[_i].name, a.column, a.row, b.column,
	    b.row);
}
END_TEST

static const struct {
	const char *name, *code;
	bool there;
} spellings[] = {
	{ "as Fingertips writes it", "nE54000008", true },
	{ "a county of the past", "E10000009", false },
	{ "England", "E92000001", false },
	{ "another country", "W06000001", false },
	{ "nothing", "", false },
	{ "n", "n", false },
};

START_TEST(test_spelling)
{
	struct tile tile;

	ck_assert_msg(tile_of(str_of(spellings[_i].code), &tile) == spellings[_i].there,
	    "%s", spellings[_i].name);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("tiles");

	ADD_ROWS(tcase, test_every_code, kinds);
	ADD_ROWS(tcase, test_own_place, grids);
	ADD_ROWS(tcase, test_neighbours, neighbours);
	ADD_ROWS(tcase, test_spelling, spellings);
	return unit_run("answer tiles", tcase);
}
