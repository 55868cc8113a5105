#include "cli/commands.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "assets/assets.h"
#include "base/file.h"
#include "base/number.h"
#include "cli/run.h"
#include "cli/stop.h"
#include "cli/tell.h"
#include "simulate/simulate.h"

/* Written by tools/embed.c: the files of examples/leicestershire-2018. */
#include "example_table.h"

enum { DEFAULT_PORT = 8017, SEED = 1 };

static const char usage[] = "usage: tartan demo [--port N] [DIR]\n";

static const char help[] =
    "\n"
    "Writes the built-in examples, builds them, serves them and prints the address:\n"
    "  leicestershire-2018   published figures of a needs assessment of 2018\n"
    "  simulated-england     a made-up England, to see every view at full size\n"
    "The source folders are kept when DIR is given (new or empty), so that they\n"
    "can be read, changed and seen again; otherwise they are removed at the end.\n"
    "\n"
    "  -p, --port N  port (default: 8017, or any free one when that is taken)\n"
    "  -h, --help    this text\n";

static bool
write_leicestershire(const char *directory, struct err *err)
{
	if (!file_make_directory(directory, err))
		return false;
	for (size_t i = 0; i < sizeof asset_table / sizeof *asset_table; i++) {
		AUTO_ARENA arena = { 0 };
		const struct asset *file = &asset_table[i];
		struct str path = str_print(&arena, "%s/%s", directory, file->path);
		struct str bytes = { .at = (const char *)file->bytes,
			.len = file->len };
		if (!file_save(path.at, bytes, err))
			return false;
	}
	return true;
}

/* The two source folders of the demonstration. */
struct folders {
	struct arena arena;
	char *paths[2];
	const char *root;
};

static bool
write_folders(struct folders *folders, const char *root, struct err *err)
{
	struct simulate_options options = { .seed = SEED };
	struct simulate_result result;

	folders->root = root;
	folders->paths[0] = str_c(&folders->arena,
	    str_print(&folders->arena, "%s/leicestershire-2018", root));
	folders->paths[1] = str_c(
	    &folders->arena, str_print(&folders->arena, "%s/simulated-england", root));
	return write_leicestershire(folders->paths[0], err) &&
	       simulate_write(folders->paths[1], &options, &result, err);
}

static void
remove_folder(const char *directory)
{
	AUTO_ARENA arena = { 0 };
	struct str *paths;
	struct err err;
	size_t count;

	if (!file_list(&arena, directory, &paths, &count, &err))
		return;
	for (size_t i = 0; i < count; i++)
		unlink(str_print(&arena, "%s/%.*s", directory, STR_ARG(paths[i])).at);
	rmdir(directory);
}

static bool
is_new_or_empty(const char *directory, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	struct str *paths;
	size_t count = 0;

	if (access(directory, F_OK) != 0)
		return true;
	if (!file_list(&arena, directory, &paths, &count, err))
		return false;
	if (count)
		return err_set(err, FAULT_INPUT,
		    "'%s' holds files already, want a new or empty directory",
		    directory);
	return true;
}

static int
demo_in(const char *root, bool temporary, const struct server_options *options,
    bool any_port)
{
	struct folders folders = { 0 };
	struct err err;
	int status;

	if (!is_new_or_empty(root, &err))
		return tell_error("demo", &err);
	fprintf(stderr, "writing the examples to %s\n", root);
	if (write_folders(&folders, root, &err))
		status = run_server("demo", folders.paths, 2, options, any_port);
	else
		status = tell_error("demo", &err);
	if (temporary) {
		remove_folder(folders.paths[0]);
		remove_folder(folders.paths[1]);
		rmdir(root);
	}
	arena_done(&folders.arena);
	return status;
}

static int
demo_in_temporary(const struct server_options *options, bool any_port)
{
	char root[512];
	struct err err;

	snprintf(
	    root, sizeof root, "%.480s/tartan-demo-XXXXXX", file_temporary_directory());
	if (!mkdtemp(root)) {
		err_set(&err, FAULT_SYSTEM, "cannot make a temporary directory: %s",
		    strerror(errno));
		return tell_error("demo", &err);
	}
	return demo_in(root, true, options, any_port);
}

int
command_demo(int argc, char **argv)
{
	static const struct option choices[] = {
		{ "port", required_argument, NULL, 'p' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct server_options options = { .port = DEFAULT_PORT };
	bool any_port = true;
	uint64_t port;
	int choice;

	optind = 1;
	while ((choice = getopt_long(argc, argv, "p:h", choices, NULL)) != -1) {
		switch (choice) {
		case 'p':
			if (!number_parse_whole(str_of(optarg), &port) || port > 65535)
				return tell_usage("demo", usage,
				    "want a port from 0 to 65535, not", optarg);
			options.port = (unsigned)port;
			any_port = false;
			break;
		case 'h': return tell_help(usage, help);
		default: fputs(usage, stderr); return err_exit_status(FAULT_USAGE);
		}
	}
	if (optind + 1 < argc)
		return tell_usage("demo", usage, "want one directory only, not also",
		    argv[optind + 1]);
	/* What is temporary is removed whatever comes. */
	stop_hold();
	if (optind < argc)
		return demo_in(argv[optind], false, &options, any_port);
	return demo_in_temporary(&options, any_port);
}
