/* What cannot be written is refused and leaves nothing behind. */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../unit.h"
#include "sample.h"

/* Drafts that cannot be written, and what is said then. */
static void
no_utf8(struct draft *draft)
{
	draft->profile.summary = STR("caf\xe9");
}

static void
too_long(struct draft *draft)
{
	static const char text[RELEASE_TEXT_LONGEST + 1];

	draft->profile.summary = (struct str){ .at = text, .len = sizeof text };
}

static void
too_many_notes(struct draft *draft)
{
	static struct draft_note notes[RELEASE_NUMBERS + 1];

	draft->notes = notes;
	draft->note_count = RELEASE_NUMBERS + 1;
}

static void
too_many_goals(struct draft *draft)
{
	static struct str goals[RELEASE_NUMBERS + 1];

	draft->goals = goals;
	draft->goal_count = RELEASE_NUMBERS + 1;
}

static const struct {
	const char *name;
	void (*spoil)(struct draft *draft);
	const char *says;
} unwritable[] = {
	{ "text that is not UTF-8", no_utf8,
	    "the text 'caf' is not UTF-8 from byte 4 on" },
	{ "a text beyond measure", too_long, "more than 16 MiB in one piece of text" },
	{ "more notes than numbers", too_many_notes,
	    "more than 65536 different notes, goals or sources" },
	{ "more goals than numbers", too_many_goals,
	    "more than 65536 different notes, goals or sources" },
};

static int
entries_of(const char *directory)
{
	DIR *entries = opendir(directory);
	int count = -2; /* itself and the one above */

	ck_assert_ptr_nonnull(entries);
	while (readdir(entries))
		count++;
	closedir(entries);
	return count;
}

/* Writes the draft into a new directory and makes sure that it stays empty. */
static void
must_not_be_written(const struct draft *draft, struct err *err)
{
	char directory[] = "test-release-XXXXXX";
	char path[64];

	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/x", directory);
	bool written = release_write(draft, path, 2, err);
	ck_assert(!written);
	ck_assert_msg(strstr(err->text, path) != NULL, "'%s'", err->text);
	ck_assert_int_eq(entries_of(directory), 0);
	ck_assert_int_eq(rmdir(directory), 0);
}

START_TEST(test_what_cannot_be_written)
{
	struct sample sample;
	struct err err = { 0 };

	sample_make(&sample);
	unwritable[_i].spoil(&sample.draft);
	must_not_be_written(&sample.draft, &err);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_msg(strstr(err.text, unwritable[_i].says) != NULL, "%s: '%s'",
	    unwritable[_i].name, err.text);
}
END_TEST

/* Where the disk is full, in per cent of the release. */
static const struct {
	const char *name;
	size_t percent;
} disks[] = {
	{ "at once", 0 },
	{ "in the middle", 50 },
	{ "at the end", 99 },
};

START_TEST(test_a_full_disk_leaves_nothing_behind)
{
	struct rlimit before, small;
	struct sample sample;
	struct err err = { 0 };

	sample_make(&sample);
	struct str bytes = sample_bytes(&sample.draft, 1);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_IGN);
	small = before;
	small.rlim_cur = bytes.len * disks[_i].percent / 100;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	must_not_be_written(&sample.draft, &err);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	ck_assert_msg(err.fault == FAULT_SYSTEM, "%s", disks[_i].name);
	free((void *)(uintptr_t)bytes.at);
}
END_TEST

START_TEST(test_no_such_directory)
{
	struct sample sample;
	struct err err = { 0 };

	sample_make(&sample);
	ck_assert(!release_write(&sample.draft, "no such directory/x", 0, &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("refused");

	ADD_ROWS(tcase, test_what_cannot_be_written, unwritable);
	ADD_ROWS(tcase, test_a_full_disk_leaves_nothing_behind, disks);
	tcase_add_test(tcase, test_no_such_directory);
	return unit_run("refused", tcase);
}
