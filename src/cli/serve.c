#include "cli/commands.h"

#include <getopt.h>
#include <stdio.h>

#include "base/number.h"
#include "cli/run.h"
#include "cli/tell.h"

static const char usage[] =
    "usage: tartan serve [--port N] [--address A] [--threads N] PATH...\n";

static const char help[] =
    "\n"
    "Serves profiles over HTTP until Ctrl-C and prints the address. PATH is\n"
    "  - a release file (from 'tartan build'),\n"
    "  - a directory of release files: of each profile the newest whose publication\n"
    "    date has come,\n"
    "  - or a source folder: built now, and again whenever a file in it changes.\n"
    "Several paths are several profiles on one server. Files may be replaced,\n"
    "written over or removed meanwhile; what is whole is served, and until then\n"
    "what was.\n"
    "\n"
    "  -p, --port N     port (default: 8017; 0: any free one)\n"
    "  -a, --address A  numeric address to listen on (default: 127.0.0.1, this\n"
    "                   machine only; 0.0.0.0 or :: for all)\n"
    "  -t, --threads N  threads that answer (default: one a core)\n"
    "  -h, --help       this text\n";

static bool
read_number(const char *text, uint64_t most, uint64_t *number)
{
	return number_parse_whole(str_of(text), number) && *number <= most;
}

int
command_serve(int argc, char **argv)
{
	static const struct option choices[] = {
		{ "port", required_argument, NULL, 'p' },
		{ "address", required_argument, NULL, 'a' },
		{ "threads", required_argument, NULL, 't' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct server_options options = { 0 };
	uint64_t port = 8017, threads = 0;
	int choice;

	optind = 1;
	while ((choice = getopt_long(argc, argv, "p:a:t:h", choices, NULL)) != -1) {
		switch (choice) {
		case 'p':
			if (!read_number(optarg, 65535, &port))
				return tell_usage("serve", usage,
				    "want a port from 0 to 65535, not", optarg);
			break;
		case 'a': options.address = optarg; break;
		case 't':
			if (!read_number(optarg, 256, &threads))
				return tell_usage("serve", usage,
				    "want a number of threads up to 256, not", optarg);
			break;
		case 'h': return tell_help(usage, help);
		default: fputs(usage, stderr); return err_exit_status(FAULT_USAGE);
		}
	}
	if (optind == argc)
		return tell_usage(
		    "serve", usage, "want a release or a folder to serve", NULL);
	options.port = (unsigned)port;
	options.threads = threads;
	return run_server(
	    "serve", argv + optind, (size_t)(argc - optind), &options, false);
}
