#include "cli/commands.h"

#include <getopt.h>
#include <stdlib.h>

#include "cli/attack.h"
#include "cli/bar.h"
#include "cli/tell.h"
#include "disclose/rule.h"
#include "release/reader.h"

static const char usage[] =
    "usage: tartan check [--json] [--quiet] [DIR or FILE.tartan]\n"
    "       tartan check --disclosure [--rule NAME] [--earlier FILE.tartan] [--json]\n"
    "                    [DIR or FILE.tartan]\n";

static const char help[] =
    "\n"
    "Reads a source folder (default: this one) and says everything that is wrong\n"
    "with it: file, line, column, what is wrong, what was wanted. Then what was\n"
    "concluded from the figures themselves, with the rows that agree and\n"
    "disagree. Writes nothing. Of a release file every checksum is compared.\n"
    "\n"
    "With --disclosure plays the attacker: for every hidden count, what can be\n"
    "worked out of it from all that is published. A range narrower than the rule\n"
    "of its indicator allows is a fault, and told with the sums it follows from.\n"
    "That report is for whoever publishes, and for nobody else.\n"
    "\n"
    "  -d, --disclosure    what can be worked out of what is hidden\n"
    "      --rule NAME     the rule of indicators that have none: fingertips, hes,\n"
    "                      hes-2017, mhsds (default: a hidden count may not be\n"
    "                      worked out exactly)\n"
    "      --earlier FILE  a release of before: what it shows is known for good\n"
    "  -j, --json          the same for scripts\n"
    "  -q, --quiet         faults and notes only\n"
    "  -h, --help          this text\n"
    "\n"
    "Exit status: 0 no fault, 1 faults or no such folder, 2 wrong usage,\n"
    "3 something could not be read.\n";

/* Reads every byte; what is open then is for the caller to close. */
static bool
open_whole(struct release *release, const char *path, struct err *err)
{
	return release_open(release, path, err) && release_check_all(release, err);
}

static int
check_release(const char *path, bool json)
{
	struct release release = { 0 };
	struct err err;
	bool fine = open_whole(&release, path, &err);
	int status = fine ? 0 : tell_error("check", &err);

	if (json)
		tell_json_release(
		    stdout, path, fine ? &release : NULL, fine ? "" : err.text);
	else if (fine)
		tell_whole(stdout, path, &release);
	release_close(&release);
	return fflush(stdout) ? err_exit_status(FAULT_SYSTEM) : status;
}

static void
tell_all(const struct build *build, bool quiet)
{
	tell_report(stdout, &build->report);
	if (quiet || build->report.faults)
		return;
	if (build->report.count)
		putchar('\n');
	tell_size(stdout, &build->draft);
	tell_conclusions(stdout, &build->draft);
}

static int
check_folder(const char *folder, bool json, bool quiet)
{
	struct build build;
	struct bar bar;
	struct err err = { 0 };
	int status = 0;

	bar_begin(&bar);
	bool fine = build_read_watched(&build, folder, 0, &bar.progress, &err);
	bar_end(&bar);

	if (fine || err.fault == FAULT_INPUT) {
		if (json)
			tell_json(stdout, &build);
		else
			tell_all(&build, quiet);
	}
	if (!fine)
		status = tell_error("check", &err);
	build_done(&build);
	return fflush(stdout) ? err_exit_status(FAULT_SYSTEM) : status;
}

static int
check_disclosure(const struct attack_wish *wish)
{
	if (wish->rule && !disclose_regime(str_of(wish->rule)))
		return tell_usage("check", usage,
		    "want a rule of fingertips, hes, hes-2017 or mhsds, not",
		    wish->rule);
	return attack_release(wish);
}

int
command_check(int argc, char **argv)
{
	static const struct option choices[] = {
		{ "disclosure", no_argument, NULL, 'd' },
		{ "rule", required_argument, NULL, 'r' },
		{ "earlier", required_argument, NULL, 'e' },
		{ "json", no_argument, NULL, 'j' },
		{ "quiet", no_argument, NULL, 'q' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct attack_wish attack = { .path = NULL };
	bool json = false, quiet = false, disclosure = false;
	const char *path;
	int choice;

	optind = 1;
	while ((choice = getopt_long(argc, argv, "djqh", choices, NULL)) != -1) {
		switch (choice) {
		case 'd': disclosure = true; break;
		case 'r': attack.rule = optarg; break;
		case 'e': attack.earlier = optarg; break;
		case 'j': json = true; break;
		case 'q': quiet = true; break;
		case 'h': return tell_help(usage, help);
		default: fputs(usage, stderr); return err_exit_status(FAULT_USAGE);
		}
	}
	if (optind + 1 < argc)
		return tell_usage(
		    "check", usage, "want one folder only, not also", argv[optind + 1]);
	path = optind < argc ? argv[optind] : ".";
	if (disclosure || attack.rule || attack.earlier) {
		attack.path = path;
		attack.json = json;
		return check_disclosure(&attack);
	}
	if (!file_is_directory(path) && str_ends(str_of(path), STR(".tartan")))
		return check_release(path, json);
	return check_folder(path, json, quiet);
}
