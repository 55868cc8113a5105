#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <unistd.h>

#include "base/file.h"
#include "calc/calc.h"
#include "cli/calc_help.h"
#include "cli/commands.h"
#include "cli/tell.h"

enum { COMMON = 6, OPTIONS = COMMON + CALC_COLUMNS + CALC_CHOICES };

/* What getopt_long returns for an option of the method's own. */
enum { OPTION_OWN = 1000 };

struct wish {
	struct calc_request request;
	const char *input, *output; /* NULL: stdin, stdout */
	bool help;
	/* What getopt_long is told: only what the method has a use for. */
	struct option options[OPTIONS + 1];
	size_t count, letter_count;
	char letters[2 * COMMON + 1];
};

static void
add_option(struct wish *wish, const char *name, int argument, int value)
{
	wish->options[wish->count++] = (struct option){ name, argument, NULL, value };
	if (value >= OPTION_OWN)
		return;
	wish->letters[wish->letter_count++] = (char)value;
	if (argument == required_argument)
		wish->letters[wish->letter_count++] = ':';
}

static void
list_options(struct wish *wish)
{
	const struct calc_method *method = wish->request.method;

	if (calc_groups(method))
		add_option(wish, "by", required_argument, 'b');
	if (calc_sets(method))
		add_option(wish, "confidence", required_argument, 'c');
	if (method->multiplier != 0)
		add_option(wish, "multiplier", required_argument, 'm');
	add_option(wish, "help", no_argument, 'h');
	add_option(wish, "json", no_argument, 'j');
	add_option(wish, "output", required_argument, 'o');
	for (size_t i = 0; i < calc_columns(method); i++)
		add_option(
		    wish, method->columns[i].name, required_argument, OPTION_OWN);
	for (size_t i = 0; i < calc_choices(method); i++)
		add_option(
		    wish, method->choices[i].name, required_argument, OPTION_OWN);
}

static bool
take_option(struct wish *wish, int option, int number, struct err *err)
{
	struct calc_request *request = &wish->request;

	switch (option) {
	case 'b': return calc_request_set(request, "by", optarg, err);
	case 'c': return calc_request_set(request, "confidence", optarg, err);
	case 'm': return calc_request_set(request, "multiplier", optarg, err);
	case 'j': request->json = true; return true;
	case 'o': wish->output = optarg; return true;
	case 'h': wish->help = true; return true;
	default:
		return calc_request_set(
		    request, wish->options[number].name, optarg, err);
	}
}

/* 0, or the exit status when the words are wrong, which has been told then. */
static int
read_wish(struct wish *wish, int argc, char **argv)
{
	struct err err = { 0 };
	int option, number = 0;

	list_options(wish);
	optind = 1;
	while ((option = getopt_long(
		    argc, argv, wish->letters, wish->options, &number)) != -1) {
		if (option == '?') {
			calc_help_usage(stderr, wish->request.method);
			return err_exit_status(FAULT_USAGE);
		}
		if (!take_option(wish, option, number, &err))
			return tell_error("calc", &err);
	}
	if (optind + 1 < argc) {
		err_set(&err, FAULT_USAGE, "want one file only, not also '%s'",
		    argv[optind + 1]);
		return tell_error("calc", &err);
	}
	if (optind < argc && strcmp(argv[optind], "-") != 0)
		wish->input = argv[optind];
	return 0;
}

static void
tell_notes(const struct calc_tally *tally)
{
	if (tally->noted)
		fprintf(stderr,
		    "tartan calc: %llu of %llu row%s %s a note that says what is "
		    "missing "
		    "or not to be relied on\n",
		    (unsigned long long)tally->noted, (unsigned long long)tally->rows,
		    tally->rows == 1 ? "" : "s", tally->noted == 1 ? "has" : "have");
}

/* The exit status; *complete unless the answer ends before its time. */
static int
compute(const struct wish *wish, int fd, FILE *out, bool *complete)
{
	struct report report = { 0 };
	struct calc_tally tally;
	struct err err = { 0 };
	int status = 0;

	*complete = calc_run(&wish->request, fd,
	    wish->input ? wish->input : "standard input", out,
	    wish->output ? wish->output : "standard output", &tally, &report, &err);
	if (report.faults) {
		tell_report(stderr, &report);
		status = err_exit_status(FAULT_INPUT);
	}
	report_done(&report);
	if (!*complete)
		return tell_error("calc", &err);
	tell_notes(&tally);
	return status;
}

/* A file appears when it is complete: it may be the one that is read. */
static int
compute_file(const struct wish *wish, int fd)
{
	struct file_writer writer;
	struct err err = { 0 };
	bool complete = false;
	FILE *out;
	int status;

	if (!file_create(&writer, wish->output, &err)) {
		err.fault =
		    FAULT_SYSTEM; /* not the table's, if a directory is missing */
		return tell_error("calc", &err);
	}
	out = fdopen(dup(writer.fd), "w");
	if (!out) {
		file_abandon(&writer);
		err_set(&err, FAULT_SYSTEM, "cannot write '%s': %s", wish->output,
		    strerror(errno));
		return tell_error("calc", &err);
	}
	status = compute(wish, fd, out, &complete);
	fclose(out); /* everything has been written, or was not and has been told */
	if (!complete) {
		file_abandon(&writer);
		return status;
	}
	return file_finish(&writer, &err) ? status : tell_error("calc", &err);
}

static int
open_and_compute(const struct wish *wish)
{
	struct err err;
	bool complete;
	int fd = STDIN_FILENO, status;

	if (wish->input)
		fd = open(wish->input, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		err_set(&err, errno == ENOENT ? FAULT_MISSING : FAULT_SYSTEM,
		    "cannot open '%s': %s", wish->input, strerror(errno));
		return tell_error("calc", &err);
	}
	status = wish->output ? compute_file(wish, fd)
			      : compute(wish, fd, stdout, &complete);
	if (wish->input)
		close(fd);
	return status;
}

static int
unknown_method(const char *name)
{
	enum { METHODS = 64 };
	struct str names[METHODS];
	size_t count = calc_method_count() < METHODS ? calc_method_count() : METHODS;
	size_t near;

	for (size_t i = 0; i < count; i++)
		names[i] = str_of(calc_method_at(i)->name);
	near = str_nearest(str_of(name), names, count);
	fprintf(stderr, "tartan calc: no method '%s'", name);
	if (near != SIZE_MAX)
		fprintf(stderr, "; is '%s' meant?", calc_method_at(near)->name);
	fprintf(stderr, "\n'tartan calc' lists the methods\n");
	return err_exit_status(FAULT_USAGE);
}

int
command_calc(int argc, char **argv)
{
	const struct calc_method *method;
	struct wish wish = { 0 };
	int status;

	if (argc < 2) {
		calc_help_methods(stderr);
		return err_exit_status(FAULT_USAGE);
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return calc_help_methods(stdout);
	method = calc_method_find(argv[1]);
	if (!method && argv[1][0] == '-') {
		fprintf(stderr, "%s: unrecognized option '%s'\n", argv[0], argv[1]);
		calc_help_usage(stderr, NULL);
		return err_exit_status(FAULT_USAGE);
	}
	if (!method)
		return unknown_method(argv[1]);
	calc_request_init(&wish.request, method);
	argv[1] = argv[0]; /* what getopt's messages begin with */
	status = read_wish(&wish, argc - 1, argv + 1);
	if (status)
		return status;
	return wish.help ? calc_help_method(method) : open_and_compute(&wish);
}
