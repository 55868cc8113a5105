#include "cli/workshop.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/tell.h"

static bool
build_to(const char *folder, const char *output, struct err *err)
{
	struct build build;
	bool fine =
	    build_read(&build, folder, 0, err) && build_write(&build, output, 0, err);

	tell_report(stderr, &build.report);
	if (fine) {
		fprintf(stderr, "%s: ", folder);
		tell_size(stderr, &build.draft);
	}
	build_done(&build);
	return fine;
}

/* The release lies in a directory of its own for as long as it takes to open it. */
struct edition *
workshop_build(const char *folder, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	char *directory = str_c(&arena,
	    str_print(&arena, "%s/tartan-serve-XXXXXX", file_temporary_directory()));
	const char *output;
	struct edition *edition = NULL;

	if (!mkdtemp(directory)) {
		err_set(err, FAULT_SYSTEM, "cannot make a temporary directory: %s",
		    strerror(errno));
		return NULL;
	}
	output = str_print(&arena, "%s/built.tartan", directory).at;
	if (build_to(folder, output, err))
		edition = edition_open(output, folder, err);
	unlink(output);
	rmdir(directory);
	return edition;
}
