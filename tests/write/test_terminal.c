/* Text for a terminal: as it was when last looked at, never wider than it may be, and
 * deaf to what names would tell the terminal. */
#include "write/terminal.h"

#include <stdio.h>
#include <stdlib.h>

#include "../unit.h"
#include "base/file.h"
#include "shire.h"

static const struct {
	const char *name;
	struct question question;
	bool colour;
} shows[] = {
	{ "ranking", { .indicator = { "90001", 5 }, .type = { "county-ua", 9 } },
	    false },
	{ "ranking-colour", { .indicator = { "90002", 5 } }, true },
	{ "ranking-fifths", { .indicator = { "90003", 5 }, .type = { "county-ua", 9 } },
	    false },
	{ "ranking-missing", { .indicator = { "90004", 5 } }, false },
	{ "history", { .indicator = { "90001", 5 }, .area = { "E10000001", 9 } },
	    false },
	{ "history-gap", { .indicator = { "90001", 5 }, .area = { "E10000006", 9 } },
	    true },
	{ "history-missing",
	    { .indicator = { "90001", 5 }, .area = { "E10000005", 9 } }, false },
};

static void
show(const struct release *release, const struct question *question, bool colour,
    struct buf *out)
{
	AUTO_ARENA arena = { 0 };
	struct lost lost = { 0 };
	struct err err = { 0 };
	struct view view;
	struct ranking ranking;
	struct history history;

	ck_assert_msg(view_resolve(&arena, release, question,
			  VIEW_INDICATOR | VIEW_TYPE | VIEW_PARENT | VIEW_PERIOD, &view,
			  &lost, &err),
	    "%s", err.text);
	if (question->area.len > 0) {
		ck_assert(history_ask(&arena, &view, &history, &err));
		terminal_history(out, &view, &history, colour);
	} else {
		ck_assert(ranking_ask(&arena, &view, &ranking, &err));
		terminal_ranking(out, &view, &ranking, colour);
	}
}

/* Columns that a line takes: escapes take none. */
static size_t
columns_of(struct str line)
{
	size_t columns = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (line.at[i] == '\x1b') {
			while (line.at[i] != 'm')
				i++;
			continue;
		}
		columns += ((unsigned char)line.at[i] & 0xC0) != 0x80;
	}
	return columns;
}

START_TEST(test_golden)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	const char *name = shows[_i].name, *folder = getenv("TARTAN_GOLDEN");
	AUTO_BUF out = { 0 };
	struct file file = { 0 };
	struct err err = { 0 };
	struct str rest;
	char path[4096];

	ck_assert(folder != NULL);
	shire_open(shire, 1);
	show(&shire->little.release, &shows[_i].question, shows[_i].colour, &out);
	rest = buf_str(&out);
	while (rest.len > 0)
		ck_assert_uint_le(columns_of(str_cut(&rest, '\n')), TERMINAL_COLUMNS);
	ck_assert(shows[_i].colour == str_has(buf_str(&out), STR("\x1b")));
	snprintf(path, sizeof path, "%s/%s.txt", folder, name);
	if (getenv("TARTAN_GOLDEN_WRITE") != NULL)
		ck_assert_msg(file_save(path, buf_str(&out), &err), "%s", err.text);
	ck_assert_msg(file_open(&file, path, &err), "%s", err.text);
	ck_assert_msg(str_equal(file.bytes, buf_str(&out)),
	    "%s is not as it was; look, then set TARTAN_GOLDEN_WRITE=1", name);
	file_close(&file);
	shire_done(shire);
	free(shire);
}
END_TEST

START_TEST(test_escapes_in_names)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct question question = { .indicator = STR("90001") };
	AUTO_BUF out = { 0 };

	little_start(&shire->little);
	shire->little.draft.areas[MILLFIELD].name = STR("\x1b[31mRed\xC2\x9B"
							"1m\x07");
	little_open(&shire->little);
	show(&shire->little.release, &question, false, &out);
	ck_assert(!str_has(buf_str(&out), STR("\x1b")));
	ck_assert(!str_has(buf_str(&out), STR("\xC2\x9B")));
	ck_assert(str_has(buf_str(&out), STR("?[31mRed?1m?")));
	little_done(&shire->little);
	free(shire);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("terminal");

	ADD_ROWS(tcase, test_golden, shows);
	tcase_add_test(tcase, test_escapes_in_names);
	return unit_run("terminal", tcase);
}
