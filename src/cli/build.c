#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/commands.h"

#include <getopt.h>
#include <stdlib.h>
#include <time.h>

#include "base/number.h"
#include "cli/bar.h"
#include "cli/tell.h"

static const char usage[] =
    "usage: tartan build [-o FILE] [--quiet] [--threads N] [DIR]\n";

static const char help[] =
    "\n"
    "Checks a source folder (default: this one) and compiles it to a release,\n"
    "the one file that 'tartan serve' serves. With faults nothing is written.\n"
    "The same folder gives the same bytes.\n"
    "\n"
    "  -o, --output FILE  the release (default: the folder's name with .tartan)\n"
    "  -q, --quiet        say faults and notes only\n"
    "  -t, --threads N    cores to use (default: all)\n"
    "  -h, --help         this text\n"
    "\n"
    "Exit status: 0 written, 1 faults in the sources or no such folder, 2 wrong\n"
    "usage, 3 the release could not be written, a folder not be read, or a file\n"
    "changed while it was read.\n";

/* "data/cyp-2019/" builds "cyp-2019.tartan" in the current directory. */
static char *
default_output(struct arena *arena, const char *folder)
{
	AUTO_ARENA scratch = { 0 };
	char *full = realpath(folder, NULL);
	struct str name = str_of(full ? full : folder);
	char *output;

	for (size_t i = name.len; i-- > 0;)
		if (name.at[i] == '/') {
			name = str_slice(name, i + 1, name.len);
			break;
		}
	output = str_c(arena, str_print(&scratch, "%.*s.tartan",
				  STR_ARG(name.len ? name : STR("profile"))));
	free(full);
	return output;
}

static double
seconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) +
	       (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* A folder for the release that is not there is no fault of the data. */
static bool
write_release(struct build *build, const char *output, size_t threads, struct err *err)
{
	bool fine = build_write(build, output, threads, err);

	if (!fine && err->fault == FAULT_MISSING)
		err->fault = FAULT_SYSTEM;
	return fine;
}

static void
tell_built(const struct draft *draft, const char *output, const struct timespec *start)
{
	fprintf(stderr, "%s: ", output);
	tell_size(stderr, draft);
	fprintf(stderr, "built in %.2f seconds; next: tartan serve %s\n",
	    seconds_since(start), output);
}

static int
build_folder(const char *folder, const char *output, size_t threads, bool quiet)
{
	struct timespec start;
	struct build build;
	struct bar bar;
	struct err err;
	int status = 0;
	bool fine;

	clock_gettime(CLOCK_MONOTONIC, &start);
	bar_begin(&bar);
	fine = build_read_watched(&build, folder, threads, &bar.progress, &err) &&
	       write_release(&build, output, threads, &err);
	bar_end(&bar);
	tell_report(stderr, &build.report);
	if (!fine)
		status = tell_error("build", &err);
	if (!fine && !quiet)
		fprintf(stderr, "'%s' was not written\n", output);
	if (fine && !quiet)
		tell_built(&build.draft, output, &start);
	build_done(&build);
	return status;
}

int
command_build(int argc, char **argv)
{
	static const struct option choices[] = {
		{ "output", required_argument, NULL, 'o' },
		{ "quiet", no_argument, NULL, 'q' },
		{ "threads", required_argument, NULL, 't' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	AUTO_ARENA arena = { 0 };
	const char *output = NULL, *folder;
	uint64_t threads = 0;
	bool quiet = false;
	int choice;

	optind = 1;
	while ((choice = getopt_long(argc, argv, "o:qt:h", choices, NULL)) != -1) {
		switch (choice) {
		case 'o': output = optarg; break;
		case 'q': quiet = true; break;
		case 't':
			if (!number_parse_whole(str_of(optarg), &threads) ||
			    threads < 1 || threads > 1024)
				return tell_usage("build", usage,
				    "want a number of threads from 1 to 1024, not",
				    optarg);
			break;
		case 'h': return tell_help(usage, help);
		default: fputs(usage, stderr); return err_exit_status(FAULT_USAGE);
		}
	}
	if (optind + 1 < argc)
		return tell_usage(
		    "build", usage, "want one folder only, not also", argv[optind + 1]);
	folder = optind < argc ? argv[optind] : ".";
	return build_folder(
	    folder, output ? output : default_output(&arena, folder), threads, quiet);
}
