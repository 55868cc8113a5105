/* build/folder.h - a source folder: its files, mapped and sorted by kind. */
#ifndef BUILD_FOLDER_H
#define BUILD_FOLDER_H

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "release/draft.h"
#include "source/config.h"
#include "source/kind.h"
#include "source/report.h"
#include "source/source_file.h"

struct folder_file {
	struct file file; /* mapped until folder_unmap */
	const char *full; /* path to open it by */
	struct source_file source;
	enum source_kind kind;
};

struct folder {
	struct arena arena;
	struct str name;           /* the last part of its path */
	struct folder_file *files; /* by path; those that are ignored left out */
	struct str *paths;         /* of the files, by number */
	uint32_t count;
	uint32_t ignored;
	/* private: files told to be wrong, and to be passed over; what the definitions
	 * say of tables, however faulty, to know whose files they are */
	uint32_t wrong, passed_over;
	struct str *all; /* paths of all files, of whatever kind */
	uint32_t all_count;
	struct tables *claims;
	uint32_t claim_count;
};

/* Maps every file and tells its kind. A file that cannot be read or is of no known kind
 * is a fault of the report; of many the first are told, the others counted. False when
 * the folder itself cannot be read. */
MUST_CHECK bool folder_open(
    struct folder *folder, const char *path, struct report *report, struct err *err);
void folder_close(struct folder *folder);

/* Whether no file was written to since it was mapped; otherwise FAULT_SYSTEM names one.
 * One that another took the place of was not: its bytes are still those that are
 * mapped. */
MUST_CHECK bool folder_is_settled(const struct folder *folder, struct err *err);

/* Gives back the bytes of the files, and nothing else. */
void folder_unmap(struct folder *folder);

/* The files of one kind, as readers take them. */
struct source_file *folder_of_kind(
    struct folder *folder, enum source_kind kind, size_t *count);

#endif
