#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "calc/calc.h"
#include "cli/commands.h"
#include "cli/tell.h"

static const char usage[] = "usage: tartan calc METHOD [OPTION...] [FILE]\n";

/* What getopt_long returns for the options of a method. */
enum { OPTION_COLUMN = 1000, OPTION_CHOICE = 2000 };

enum { COMMON = 6, OPTIONS = COMMON + CALC_COLUMNS + CALC_CHOICES };

static const struct option common[COMMON] = {
	{ "by", required_argument, NULL, 'b' },
	{ "confidence", required_argument, NULL, 'c' },
	{ "help", no_argument, NULL, 'h' },
	{ "json", no_argument, NULL, 'j' },
	{ "multiplier", required_argument, NULL, 'm' },
	{ "output", required_argument, NULL, 'o' },
};

struct wish {
	struct calc_request request;
	const char *input, *output; /* NULL: stdin, stdout */
	bool help;
};

static int
print_methods(FILE *out)
{
	fputs(usage, out);
	fputs("\nReads a CSV from FILE, or from standard input, computes, and writes "
	      "the CSV with\nthe results behind its columns. Methods:\n\n",
	    out);
	for (size_t i = 0; i < calc_method_count(); i++)
		fprintf(out, "  %-16s %s\n", calc_method_at(i)->name,
		    calc_method_at(i)->summary);
	fputs("\n'tartan calc METHOD --help' has formula, source, options and an "
	      "example.\n",
	    out);
	return fflush(out) ? err_exit_status(FAULT_SYSTEM) : 0;
}

static void
print_columns(const struct calc_method *method)
{
	char option[40];

	printf("\nColumns, and the options that name them otherwise:\n");
	for (size_t i = 0; i < calc_columns(method); i++) {
		const struct calc_column *column = &method->columns[i];
		snprintf(option, sizeof option, "--%s COLUMN", column->name);
		printf("  %-22s %s%s\n", option, column->meaning,
		    column->optional ? " (may be left out)" : "");
	}
}

static void
print_options(const struct calc_method *method)
{
	char option[40];

	printf("\nOptions:\n");
	for (size_t i = 0; i < calc_choices(method); i++) {
		const struct calc_choice *choice = &method->choices[i];
		snprintf(option, sizeof option, "--%s %s", choice->name,
		    choice->words ? "WORD" : "N");
		printf("  %-22s %s: ", option, choice->meaning);
		for (size_t k = 0; choice->words && choice->words[k]; k++)
			printf("%s%s", k ? ", " : "", choice->words[k]);
		if (choice->words)
			printf(
			    " (default: %s)\n", choice->words[(size_t)choice->initial]);
		else
			printf("%.15g to %.15g (default: %.15g)\n", choice->least,
			    choice->most, choice->initial);
	}
	if (method->multiplier != 0)
		printf("  %-22s of the result (default: %.15g)\n", "--multiplier N",
		    method->multiplier);
	if (calc_sets(method))
		printf("  %-22s level of the limits, up to %d of them (default: 95)\n",
		    "--confidence LEVEL", CALC_LEVELS);
	printf("  %-22s %s\n", "--by A,B",
	    method->sums ? "add rows up that agree in these columns"
	    : method->shape == CALC_EACH
		? "has no meaning here: every row stands alone"
		: "rows that agree in these columns are one group");
	printf("  %-22s JSON instead of CSV\n", "--json");
	printf("  %-22s where to write (default: standard output)\n", "--output FILE");
}

/* The example as it can be typed. */
static void
print_example(const struct calc_method *method)
{
	printf("\nExample:\n  tartan calc %s%s%s << END\n", method->name,
	    method->arguments[0] ? " " : "", method->arguments);
	for (struct str rest = str_of(method->example); rest.len;) {
		struct str line = str_cut(&rest, '\n');
		printf("  %.*s\n", STR_ARG(line));
	}
	printf("  END\n");
}

static int
print_help(const struct calc_method *method)
{
	printf(
	    "usage: tartan calc %s [OPTION...] [FILE]\n\n%s: %s.\n\n%s\nSource: %s\n",
	    method->name, method->name, method->summary, method->formula,
	    method->source);
	print_columns(method);
	print_options(method);
	printf("\nA row or group that cannot be computed says why in the column "
	       "'note'; the others are\ncomputed. Empty cells, NA and NaN are "
	       "missing.\n");
	print_example(method);
	return fflush(stdout) ? err_exit_status(FAULT_SYSTEM) : 0;
}

/* Options of every method and of this one, ended by an empty one. */
static void
list_options(const struct calc_method *method, struct option options[OPTIONS + 1])
{
	size_t n = 0;

	for (size_t i = 0; i < COMMON; i++)
		if ((common[i].val != 'c' || calc_sets(method)) &&
		    (common[i].val != 'm' || method->multiplier != 0) &&
		    (common[i].val != 'b' || method->sums ||
			method->shape != CALC_EACH))
			options[n++] = common[i];
	for (size_t i = 0; i < calc_columns(method); i++)
		options[n++] = (struct option){ method->columns[i].name,
			required_argument, NULL, OPTION_COLUMN + (int)i };
	for (size_t i = 0; i < calc_choices(method); i++)
		options[n++] = (struct option){ method->choices[i].name,
			required_argument, NULL, OPTION_CHOICE + (int)i };
	options[n] = (struct option){ 0 };
}

static bool
take_option(struct wish *wish, int option, const char *value, struct err *err)
{
	struct calc_request *request = &wish->request;

	switch (option) {
	case 'b': return calc_request_by(request, value, err);
	case 'c': return calc_request_confidence(request, value, err);
	case 'm': return calc_request_multiplier(request, value, err);
	case 'j': request->json = true; return true;
	case 'o': wish->output = value; return true;
	case 'h': wish->help = true; return true;
	default: break;
	}
	if (option >= OPTION_CHOICE)
		return calc_request_choice(
		    request, (size_t)(option - OPTION_CHOICE), value, err);
	request->columns[option - OPTION_COLUMN] = value;
	return true;
}

static bool
read_wish(struct wish *wish, int argc, char **argv, struct err *err)
{
	struct option options[OPTIONS + 1];
	int option;

	list_options(wish->request.method, options);
	optind = 1;
	opterr = 0;
	while ((option = getopt_long(argc, argv, ":b:c:jm:o:h", options, NULL)) != -1) {
		if (option == ':')
			return err_set(
			    err, FAULT_USAGE, "'%s' wants a value", argv[optind - 1]);
		if (option == '?')
			return err_set(err, FAULT_USAGE,
			    "no option '%s'; 'tartan calc %s --help' lists them",
			    argv[optind - 1], wish->request.method->name);
		if (!take_option(wish, option, optarg, err))
			return false;
	}
	if (optind + 1 < argc)
		return err_set(err, FAULT_USAGE, "want one file only, not also '%s'",
		    argv[optind + 1]);
	wish->input = optind < argc ? argv[optind] : NULL;
	return true;
}

static int
compute(const struct wish *wish, int fd, FILE *out)
{
	const char *name = wish->input ? wish->input : "standard input";
	struct report report = { 0 };
	struct calc_tally tally;
	struct err err;
	bool fine = calc_run(&wish->request, fd, name, out, &tally, &report, &err);
	bool whole = report.faults == 0;

	if (!fine)
		err.fault = err.fault == FAULT_NONE ? FAULT_SYSTEM : err.fault;
	if (!whole)
		tell_report(stderr, &report);
	report_done(&report);
	if (!fine)
		return tell_error("calc", &err);
	if (tally.without)
		fprintf(stderr,
		    "tartan calc: %llu of %llu rows have a note that says why a result "
		    "is not there\n",
		    (unsigned long long)tally.without, (unsigned long long)tally.rows);
	return whole ? 0 : err_exit_status(FAULT_INPUT);
}

static int
compute_files(const struct wish *wish)
{
	FILE *out = stdout;
	struct err err;
	int fd = STDIN_FILENO, status;

	if (wish->input)
		fd = open(wish->input, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		err_set(&err, errno == ENOENT ? FAULT_MISSING : FAULT_SYSTEM,
		    "cannot open '%s': %s", wish->input, strerror(errno));
		return tell_error("calc", &err);
	}
	if (wish->output)
		out = fopen(wish->output, "we");
	if (!out) {
		err_set(&err, FAULT_SYSTEM, "cannot write '%s': %s", wish->output,
		    strerror(errno));
		status = tell_error("calc", &err);
	} else {
		status = compute(wish, fd, out);
	}
	if (out && out != stdout && fclose(out) != 0 && status == 0)
		status = err_exit_status(FAULT_SYSTEM);
	if (wish->input)
		close(fd);
	return status;
}

static int
unknown_method(const char *name)
{
	struct str names[64];
	size_t count = calc_method_count(), near;

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
	struct err err;

	if (argc < 2) {
		print_methods(stderr);
		return err_exit_status(FAULT_USAGE);
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return print_methods(stdout);
	method = calc_method_find(argv[1]);
	if (!method)
		return unknown_method(argv[1]);
	calc_request_init(&wish.request, method);
	if (!read_wish(&wish, argc - 1, argv + 1, &err))
		return tell_error("calc", &err);
	return wish.help ? print_help(method) : compute_files(&wish);
}
