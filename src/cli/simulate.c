#include "cli/commands.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>

#include "base/number.h"
#include "cli/bar.h"
#include "simulate/simulate.h"

static const char usage[] =
    "usage: tartan simulate [--figures N] [--seed N] [--one-file] DIR\n";

static const char help[] =
    "\n"
    "Writes a source folder for a made-up England: every upper-tier authority, 15\n"
    "periods, the indicators of five domains, figures drawn at random. The same seed\n"
    "writes the same bytes. DIR must be new or empty.\n"
    "\n"
    "  -f, --figures N  about so many data rows (default: the example, some 200,000);\n"
    "                   numbered indicators fill up what the example does not have\n"
    "  -s, --seed N     the number that decides all others (default: 1)\n"
    "  -1, --one-file   all figures in one CSV file instead of one a domain\n"
    "  -h, --help       this text\n"
    "\n"
    "Then: tartan check DIR, tartan build DIR -o made-up.tartan\n";

static int
refuse(const char *fault, const char *subject)
{
	fprintf(stderr, "tartan simulate: %s '%s'\n%s", fault, subject, usage);
	return err_exit_status(FAULT_USAGE);
}

static int
print_help(void)
{
	return fputs(usage, stdout) < 0 || fputs(help, stdout) < 0 || fflush(stdout)
		   ? err_exit_status(FAULT_SYSTEM)
		   : 0;
}

static int
write_folder(const char *directory, const struct simulate_options *options)
{
	struct simulate_options watched = *options;
	struct simulate_result result;
	char rows[NUMBER_LONGEST + 1];
	struct bar bar;
	struct err err;

	bar_begin(&bar);
	watched.progress = &bar.progress;
	bool fine = simulate_write(directory, &watched, &result, &err);
	bar_end(&bar);
	if (!fine) {
		fprintf(stderr, "tartan simulate: %s\n", err.text);
		return err_exit_status(err.fault);
	}
	rows[number_print_grouped(rows, (double)result.rows, 0)] = '\0';
	fprintf(stderr,
	    "%s: %s figures of %zu indicators in %zu file%s, seed %" PRIu64 "\n",
	    directory, rows, result.indicators, result.files,
	    result.files == 1 ? "" : "s", options->seed);
	return 0;
}

int
command_simulate(int argc, char **argv)
{
	static const struct option choices[] = {
		{ "figures", required_argument, NULL, 'f' },
		{ "seed", required_argument, NULL, 's' },
		{ "one-file", no_argument, NULL, '1' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct simulate_options options = { .seed = 1 };
	uint64_t figures;
	int choice;

	optind = 1;
	while ((choice = getopt_long(argc, argv, "f:s:1h", choices, NULL)) != -1) {
		switch (choice) {
		case 'f':
			if (!number_parse_whole(str_of(optarg), &figures) ||
			    figures == 0)
				return refuse("want a number above 0, not", optarg);
			options.figures = figures;
			break;
		case 's':
			if (!number_parse_whole(str_of(optarg), &options.seed))
				return refuse("want a whole number, not", optarg);
			break;
		case '1': options.one_file = true; break;
		case 'h': return print_help();
		default: fputs(usage, stderr); return err_exit_status(FAULT_USAGE);
		}
	}
	if (optind == argc) {
		fprintf(
		    stderr, "tartan simulate: want a directory to write to\n%s", usage);
		return err_exit_status(FAULT_USAGE);
	}
	if (optind + 1 < argc)
		return refuse("want one directory only, not also", argv[optind + 1]);
	return write_folder(argv[optind], &options);
}
