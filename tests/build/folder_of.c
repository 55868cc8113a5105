#define _XOPEN_SOURCE 700 /* nftw */
#include "folder_of.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"

void
folder_of_nothing(struct folder_of *folder)
{
	const char *where = getenv("TMPDIR");

	snprintf(folder->path, sizeof folder->path, "%.150s/tartan-test-XXXXXX",
	    where && *where ? where : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(folder->path));
}

void
folder_of_add(const struct folder_of *folder, const char *name, struct str bytes)
{
	AUTO_ARENA arena = { 0 };
	struct str path = str_print(&arena, "%s/%s", folder->path, name);
	struct err err = { 0 };
	size_t slash = path.len;

	while (path.at[slash - 1] != '/')
		slash--;
	ck_assert(
	    file_make_directory(str_c(&arena, str_slice(path, 0, slash - 1)), &err));
	ck_assert_msg(file_save(path.at, bytes, &err), "%s", err.text);
}

const char *
folder_of_path(struct arena *arena, const struct folder_of *folder, const char *name)
{
	return str_print(arena, "%s/%s", folder->path, name).at;
}

static int
remove_one(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)status;
	(void)type;
	(void)place;
	return remove(path);
}

void
folder_of_remove(const struct folder_of *folder)
{
	enum { DESCRIPTORS = 16 };

	ck_assert_int_eq(
	    nftw(folder->path, remove_one, DESCRIPTORS, FTW_DEPTH | FTW_PHYS), 0);
}

void
folder_of_print(struct buf *out, const struct report *report)
{
	for (uint32_t i = 0; i < report->count; i++) {
		const struct report_entry *entry = &report->entries[i];
		buf_print(out, "%.*s:%llu:%u: %s: %.*s\n", STR_ARG(entry->place.file),
		    (unsigned long long)entry->place.line, entry->place.column,
		    entry->gravity == GRAVITY_FAULT ? "fault" : "note",
		    STR_ARG(entry->text));
	}
}

void
folder_of_compare(const char *name, const struct buf *got, const struct buf *wanted)
{
	struct str left = buf_str(got), right = buf_str(wanted);

	for (unsigned line = 1; left.len || right.len; line++) {
		struct str have = str_slice(str_cut(&left, '\n'), 0, 700);
		struct str want = str_slice(str_cut(&right, '\n'), 0, 700);
		ck_assert_msg(str_equal(have, want),
		    "%s, line %u: got\n%.*s\nwanted\n%.*s", name, line, STR_ARG(have),
		    STR_ARG(want));
	}
}

void
folder_of_read(const struct folder_of *folder, struct build *build, size_t threads)
{
	AUTO_BUF report = { 0 };
	struct err err = { 0 };
	bool fine = build_read(build, folder->path, threads, &err);

	folder_of_print(&report, &build->report);
	ck_assert_msg(fine, "%s\n%.*s", err.text, STR_ARG(buf_str(&report)));
}

const struct draft_indicator *
folder_of_indicator(const struct draft *draft, const char *key)
{
	for (uint32_t i = 0; i < draft->indicator_count; i++)
		if (str_equal(draft->indicators[i].key, str_of(key)))
			return &draft->indicators[i];
	return NULL;
}
