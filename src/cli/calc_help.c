#include "cli/calc_help.h"

enum { WIDTH = 80, INDENT = 26, INDENT_NAMES = 19 };

void
calc_help_usage(FILE *out, const struct calc_method *method)
{
	fprintf(out, "usage: tartan calc %s [OPTION...] [FILE]\n",
	    method ? method->name : "METHOD");
}

/* An option and what it is for, which is broken between words and set off. */
static void
print_entry(FILE *out, size_t indent, const char *option, struct str text)
{
	size_t column = (size_t)fprintf(out, "  %s", option);

	if (column + 1 > indent) {
		fputc('\n', out);
		column = 0;
	}
	while (text.at) {
		struct str word = str_cut(&text, ' ');
		if (column >= indent && column + 1 + word.len > WIDTH) {
			fputc('\n', out);
			column = 0;
		}
		if (column < indent)
			column +=
			    (size_t)fprintf(out, "%*s", (int)(indent - column), "");
		else
			column += (size_t)fprintf(out, " ");
		column += (size_t)fprintf(out, "%.*s", STR_ARG(word));
	}
	fputc('\n', out);
}

/* Options of every method, or only those that this one has. */
static void
print_common(FILE *out, const struct calc_method *method)
{
	AUTO_BUF text = { 0 };

	if (!method || calc_groups(method))
		print_entry(out, INDENT, "-b, --by A,B",
		    method && method->sums
			? STR("add up the rows that agree in these columns")
			: STR("rows that agree in these columns are a group"));
	if (!method || calc_sets(method)) {
		buf_print(&text, "of the limits, as '95' or '95,99.8', up to %d levels",
		    CALC_LEVELS);
		if (method)
			buf_add(&text, STR(" (default: 95)"));
		print_entry(out, INDENT, "-c, --confidence LEVEL", buf_str(&text));
	}
	if (!method)
		print_entry(out, INDENT, "-m, --multiplier N",
		    STR("what the result is multiplied by"));
	print_entry(out, INDENT, "-j, --json", STR("JSON instead of CSV"));
	print_entry(out, INDENT, "-o, --output FILE",
	    STR("where to write (default: standard output)"));
	print_entry(out, INDENT, "-h, --help", STR("this text"));
}

static void
print_multiplier(const struct calc_method *method)
{
	const struct calc_choice *decider = NULL;
	AUTO_BUF text = { 0 };

	if (method->multiplier == 0)
		return;
	for (size_t i = 0; i < calc_choices(method); i++)
		if (method->choices[i].multipliers)
			decider = &method->choices[i];
	buf_print(&text,
	    "%s (default: ", method->multiplied ? method->multiplied : "of the result");
	buf_add_number(&text, method->multiplier);
	for (size_t i = 0; decider && decider->words[i]; i++)
		if (decider->multipliers[i] != method->multiplier) {
			buf_print(&text, ", of %s ", decider->words[i]);
			buf_add_number(&text, decider->multipliers[i]);
		}
	buf_add_char(&text, ')');
	print_entry(stdout, INDENT, "-m, --multiplier N", buf_str(&text));
}

static void
print_choice(const struct calc_choice *choice)
{
	AUTO_BUF option = { 0 }, text = { 0 };

	buf_print(&option, "    --%s %s", choice->name, choice->words ? "WORD" : "N");
	buf_add_char(&option, '\0');
	buf_print(&text, "%s: ", choice->meaning);
	for (size_t i = 0; choice->words && choice->words[i]; i++)
		buf_print(&text, "%s%s", i ? ", " : "", choice->words[i]);
	if (choice->words) {
		buf_print(
		    &text, " (default: %s)", choice->words[(size_t)choice->initial]);
	} else {
		buf_add_number(&text, choice->least);
		buf_add(&text, STR(" to "));
		buf_add_number(&text, choice->most);
		buf_add(&text, STR(" (default: "));
		buf_add_number(&text, choice->initial);
		buf_add_char(&text, ')');
	}
	print_entry(stdout, INDENT, option.at, buf_str(&text));
}

static void
print_columns(const struct calc_method *method)
{
	printf("\nColumns, and the options that name them otherwise:\n\n");
	for (size_t i = 0; i < calc_columns(method); i++) {
		const struct calc_column *column = &method->columns[i];
		AUTO_BUF option = { 0 }, text = { 0 };
		buf_print(&option, "    --%s NAME", column->name);
		buf_add_char(&option, '\0');
		buf_print(&text, "%s%s", column->meaning,
		    column->optional ? " (may be left out)" : "");
		print_entry(stdout, INDENT, option.at, buf_str(&text));
	}
}

/* The example as it can be typed. */
static void
print_example(const struct calc_method *method)
{
	printf("\nExample:\n\n  tartan calc %s%s%s << END\n", method->name,
	    method->arguments[0] ? " " : "", method->arguments);
	for (struct str rest = str_of(method->example); rest.len;) {
		struct str line = str_cut(&rest, '\n');
		printf("  %.*s\n", STR_ARG(line));
	}
	printf("  END\n");
}

int
calc_help_method(const struct calc_method *method)
{
	calc_help_usage(stdout, method);
	printf("\n%s: %s.\n\n%s\nSource: %s\n", method->name, method->summary,
	    method->formula, method->source);
	print_columns(method);
	printf("\nOptions:\n\n");
	for (size_t i = 0; i < calc_choices(method); i++)
		print_choice(&method->choices[i]);
	print_multiplier(method);
	print_common(stdout, method);
	printf("\nEmpty cells, NA and NaN are missing. A row or group that cannot be "
	       "computed\nsays why in the column 'note'; the others are computed.\n");
	print_example(method);
	return fflush(stdout) ? err_exit_status(FAULT_SYSTEM) : 0;
}

int
calc_help_methods(FILE *out)
{
	calc_help_usage(out, NULL);
	fputs("\nReads a CSV from FILE, or from standard input, computes, and writes "
	      "the CSV with\nthe results behind its columns. Methods:\n\n",
	    out);
	for (size_t i = 0; i < calc_method_count(); i++)
		print_entry(out, INDENT_NAMES, calc_method_at(i)->name,
		    str_of(calc_method_at(i)->summary));
	fputs("\nOptions of all methods that have a use for them:\n\n", out);
	print_common(out, NULL);
	fputs("\n'tartan calc METHOD --help' has formula, source, options and an "
	      "example.\n"
	      "\nExit status: 0 all is well, though rows may have a note; 1 the table "
	      "is\n"
	      "at fault; 2 wrong usage; 3 something could not be read or written.\n",
	    out);
	return fflush(out) ? err_exit_status(FAULT_SYSTEM) : 0;
}
