/* tartan - public figures about children and young people's mental health, compiled
 * into a profile. This file only finds the command. */
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "cli/commands.h"
#include "cli/guard.h"

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *summary;
} commands[] = {
	{ "build", command_build, "compile a source folder to a release" },
	{ "calc", command_calc, "compute rates, limits and more for any table" },
	{ "check", command_check,
	    "say everything that is wrong with a folder, and what it holds" },
	{ "demo", command_demo, "write, build and serve the built-in example" },
	{ "serve", command_serve,
	    "serve a release, a directory of releases or a source folder" },
	{ "show", command_show, "show one indicator in the terminal" },
	{ "simulate", command_simulate, "write a source folder for a made-up England" },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static int
print_help(FILE *out)
{
	fprintf(out, "usage: tartan COMMAND [OPTION...] [ARGUMENT...]\n\n");
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
	fprintf(out,
	    "\n'tartan COMMAND --help' explains a command. To begin: tartan demo\n");
	return fflush(out) ? err_exit_status(FAULT_SYSTEM) : 0;
}

static int
unknown_command(const char *name)
{
	struct str names[COMMANDS];
	size_t near;

	for (size_t i = 0; i < COMMANDS; i++)
		names[i] = str_of(commands[i].name);
	near = str_nearest(str_of(name), names, COMMANDS);
	fprintf(stderr, "tartan: no command '%s'", name);
	if (near != SIZE_MAX)
		fprintf(stderr, "; is '%s' meant?", commands[near].name);
	fprintf(stderr, "\n'tartan --help' lists the commands\n");
	return err_exit_status(FAULT_USAGE);
}

/* What getopt says of an option begins with the first word. */
static int
run_command(size_t number, int argc, char **argv)
{
	char name[32];

	snprintf(name, sizeof name, "tartan %s", commands[number].name);
	argv[0] = name;
	return commands[number].run(argc, argv);
}

int
main(int argc, char **argv)
{
	guard_process();
	if (argc < 2) {
		print_help(stderr);
		return err_exit_status(FAULT_USAGE);
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
	    strcmp(argv[1], "help") == 0)
		return print_help(stdout);
	if (strcmp(argv[1], "--version") == 0) {
		puts("tartan " TARTAN_VERSION);
		return 0;
	}
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(argv[1], commands[i].name) == 0)
			return run_command(i, argc - 1, argv + 1);
	return unknown_command(argv[1]);
}
