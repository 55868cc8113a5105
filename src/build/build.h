/* build/build.h - a source folder compiled to a release. */
#ifndef BUILD_BUILD_H
#define BUILD_BUILD_H

#include "base/arena.h"
#include "release/draft.h"
#include "source/report.h"

/* What a build found, for people. Texts live until build_done. */
struct build {
	struct report report;
	struct draft draft; /* indicators with the evidence behind every conclusion */
	uint32_t ignored;   /* files of no kind that is read */
	/* private: */
	struct build_inside *inside;
};

/* Reads and checks a folder on so many threads (0: all cores). False with FAULT_INPUT
 * when there are faults (they are in build->report), FAULT_MISSING or FAULT_SYSTEM when
 * the folder cannot be read, FAULT_SYSTEM when somebody wrote to a file of it meanwhile
 * (whoever cuts one off raises SIGBUS: files are read where they lie). build_done is
 * due in every case. */
MUST_CHECK bool build_read(
    struct build *build, const char *folder, size_t threads, struct err *err);

/* The same with somebody looking how far it is, until build_write is done. */
MUST_CHECK bool build_read_watched(struct build *build, const char *folder,
    size_t threads, struct progress *progress, struct err *err);

/* Writes the release of a build that was read without faults, once: the figures and the
 * texts that the draft's point to are given back meanwhile; the report stays. */
MUST_CHECK bool build_write(
    struct build *build, const char *path, size_t threads, struct err *err);

void build_done(struct build *build);

#endif
