#include "cli/commands.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answer/choices.h"
#include "answer/history.h"
#include "answer/ranking.h"
#include "base/buf.h"
#include "cli/named.h"
#include "cli/stall.h"
#include "cli/stop.h"
#include "cli/tell.h"
#include "write/explain.h"
#include "write/terminal.h"

static const char usage[] =
    "usage: tartan show [--in PATH] [--type T] [--parent P] [--period P]\n"
    "                   [--benchmark B] [--sex S] [--age A] [--sort S] [--why]\n"
    "                   INDICATOR [AREA]\n";

static const char help[] =
    "\n"
    "Shows one indicator in the terminal: all areas compared, or with AREA its trend.\n"
    "INDICATOR is an id or words of its name, AREA a code or a name. Several of them\n"
    "with plus signs between are a group of areas, 'Leicestershire+Rutland', and with\n"
    "a minus sign one is taken out: 'East Midlands+-Nottingham'; so for P and B.\n"
    "\n"
    "  -i, --in PATH      a release, or a source folder (default: this folder)\n"
    "  -t, --type T       area type, as in addresses: county-ua\n"
    "  -p, --parent P     only areas of this parent (code or name); 'all' for all\n"
    "  -d, --period P     period, as printed or in addresses: 2015-17 (default:\n"
    "                     the latest)\n"
    "  -b, --benchmark B  area compared with (code or name), or 'parent'\n"
    "      --sex S        persons, male, female, not-applicable or not-stated\n"
    "      --age A        age band, as in addresses: 5-16-yrs\n"
    "      --sort S       value, -value, name, count or trend\n"
    "      --why          explain the figure of AREA: counts, limits, comparison,\n"
    "                     trend test and source\n"
    "  -h, --help         this text\n"
    "\n"
    "Colour is used on a terminal unless NO_COLOR is set.\n";

/* So many areas are still a list to choose from. */
enum { PARENTS_LISTED = 10 };

/* What to show, as asked. */
struct wish {
	struct question question;
	const char *path;
	struct str area;
	bool why;
};

static bool
is_number(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return true;
}

/* The indicators that have the words in their names too, from the second on. */
static void
tell_others(const struct release *release, struct str words, const uint32_t *found,
    uint32_t count)
{
	enum { SHOWN = 5 };
	uint32_t last = count < SHOWN + 1 ? count : SHOWN + 1;

	if (count < 2)
		return;
	fprintf(stderr,
	    "tartan show: '%.*s' is in the names of %u indicators; this is "
	    "'%.*s', others are\n",
	    STR_ARG(words), count,
	    STR_ARG(release_text(release, release->indicators[found[0]].key)));
	for (uint32_t n = 1; n < last; n++) {
		const struct release_indicator *i = &release->indicators[found[n]];
		fprintf(stderr, "  '%.*s'  %.*s\n",
		    STR_ARG(release_text(release, i->key)),
		    STR_ARG(release_text(release, i->name)));
	}
	if (count > last)
		fprintf(stderr, "  and %u more\n", count - last);
}

/* Words of a name to a key: the first indicator that has them. A number is an id, also
 * where a name has it as an age; what is neither stays, to be reported by the view. */
static struct str
find_indicator(struct arena *arena, const struct release *release, struct str words)
{
	uint32_t n = release->indicator_count, count = 0;
	uint32_t *found = ARENA_NEW(arena, uint32_t, n);

	if (release_indicator(release, words) != RELEASE_NONE || is_number(words))
		return words;
	for (uint32_t i = 0; i < n; i++)
		if (str_has_folded(
			release_text(release, release->indicators[i].name), words))
			found[count++] = i;
	tell_others(release, words, found, count);
	return count ? release_text(release, release->indicators[found[0]].key) : words;
}

/* What is nearest, else what there is or an example of it. */
static int
tell_lost(const struct lost *lost)
{
	if (lost->reason.len) {
		fprintf(stderr, "tartan show: '%.*s' cannot be taken together: %.*s\n",
		    STR_ARG(lost->asked), STR_ARG(lost->reason));
		return err_exit_status(FAULT_MISSING);
	}
	fprintf(stderr, "tartan show: no %s '%.*s'", lost->what, STR_ARG(lost->asked));
	if (lost->nearest.len)
		fprintf(stderr, "; the nearest is '%.*s' (%.*s)",
		    STR_ARG(lost->nearest), STR_ARG(lost->nearest_value));
	for (size_t i = 0; lost->names != NULL && i < lost->count; i++)
		fprintf(stderr, "%s '%.*s' (%.*s)", i == 0 ? "; there is" : ",",
		    STR_ARG(lost->names[i]), STR_ARG(lost->values[i]));
	if (lost->names == NULL && lost->usual.len)
		fprintf(stderr, "; there is, for example, '%.*s' (%.*s)",
		    STR_ARG(lost->usual), STR_ARG(lost->usual_value));
	fputc('\n', stderr);
	return err_exit_status(FAULT_MISSING);
}

/* Names were looked up before the question was asked: what is said of it is what was
 * typed. */
static struct str
typed_text(const struct wish *wish, const struct lost *lost)
{
	const struct {
		const char *parameter;
		struct str text;
	} typed[] = {
		{ "indicator", wish->question.indicator },
		{ "area", wish->area },
		{ "parent", wish->question.parent },
		{ "benchmark", wish->question.benchmark },
	};

	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++)
		if (strcmp(lost->parameter, typed[i].parameter) == 0)
			return typed[i].text;
	return lost->asked;
}

/* The areas that have areas of the view's type below them, as a list where it is short
 * enough. */
static struct lost
lost_parent(struct arena *arena, const struct view *view, struct str asked)
{
	struct choices choices = choices_parents(arena, view);
	struct str *names = ARENA_NEW(arena, struct str, choices.count);
	struct str *values = ARENA_NEW(arena, struct str, choices.count);
	struct lost lost = {
		.what = "areas of this type in", .asked = asked, .count = choices.count
	};

	for (uint32_t i = 0; i < choices.count; i++) {
		names[i] = choices.at[i].name;
		values[i] = choices.at[i].value;
		if (choices.at[i].chosen || i == 0) {
			lost.usual = names[i];
			lost.usual_value = values[i];
		}
	}
	if (choices.count <= PARENTS_LISTED) {
		lost.names = names;
		lost.values = values;
	}
	return lost;
}

/* What exists, but not for the rest of what is asked: the first such thing, with what
 * would be shown in its place. */
static struct lost
misfit_of(struct arena *arena, const struct view *view, const struct question *asked,
    unsigned parts)
{
	const struct release *release = view->release;
	const struct variant *variant = &view->variant;

	if (parts & VIEW_PART_SEX)
		return (struct lost){ .what = "figures for sex",
			.asked = asked->sex,
			.nearest = str_of(sex_word((enum sex)variant->sex)),
			.nearest_value = str_of(view_sex_slug(variant->sex)) };
	if (parts & VIEW_PART_AGE)
		return (struct lost){ .what = "figures for age",
			.asked = asked->age,
			.nearest =
			    release_text(release, release->ages[variant->age].label),
			.nearest_value = view_age_slug(arena, release, variant->age) };
	if (parts & VIEW_PART_PERIOD)
		return (struct lost){ .what = "figures for period",
			.asked = asked->period,
			.nearest =
			    release_text(release, release->periods[view->period].label),
			.nearest_value =
			    view_period_slug(arena, release, view->period) };
	if (parts & VIEW_PART_AREA && view->area != RELEASE_NONE)
		return (struct lost){ .what = "area of this type",
			.asked = asked->area,
			.nearest = release_area_name(release, view->area),
			.nearest_value = release_area_code(release, view->area) };
	if (parts & VIEW_PART_AREA)
		return (
		    struct lost){ .what = "area of this type", .asked = asked->area };
	return lost_parent(arena, view, asked->parent);
}

/* The explanation of a figure, the trend of an area, or all areas compared. */
static bool
write_answer(struct arena *arena, const struct wish *wish, const struct view *view,
    struct buf *out, struct err *err)
{
	bool colour = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
	struct explanation explanation;
	struct ranking ranking;
	struct history history;
	struct why why;

	if (wish->why) {
		if (!why_ask(view, &why, err))
			return false;
		explain(arena, view, &why, &explanation);
		explain_print(out, &explanation);
	} else if (wish->area.len) {
		if (!history_ask(arena, view, &history, err))
			return false;
		terminal_history(out, view, &history, colour);
	} else {
		if (!ranking_ask(arena, view, &ranking, err))
			return false;
		terminal_ranking(out, view, &ranking, colour);
	}
	return true;
}

/* The question with codes in the place of names. */
static struct question
found(struct arena *arena, const struct release *release, const struct wish *wish)
{
	struct question question = wish->question;

	question.indicator = find_indicator(arena, release, question.indicator);
	question.area = named_area(arena, release, wish->area, "");
	question.parent = named_area(arena, release, question.parent, "all");
	question.benchmark = named_area(arena, release, question.benchmark, "parent");
	return question;
}

static int
show_release(const struct release *release, const struct wish *wish)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF out = { 0 };
	unsigned needs = VIEW_INDICATOR | VIEW_TYPE | VIEW_PARENT | VIEW_PERIOD;
	struct lost lost = { 0 };
	struct view view;
	struct err err;
	unsigned wrong = VIEW_PART_SEX | VIEW_PART_AGE;
	struct question question = found(&arena, release, wish);

	if (wish->area.len)
		needs |= VIEW_AREA;
	if (!view_resolve(&arena, release, &question, needs, &view, &lost, &err)) {
		if (err.fault != FAULT_MISSING)
			return tell_error("show", &err);
		lost.asked = typed_text(wish, &lost);
		return tell_lost(&lost);
	}
	wrong |= wish->area.len ? VIEW_PART_AREA : VIEW_PART_PERIOD | VIEW_PART_PARENT;
	wrong |= wish->why ? VIEW_PART_PERIOD : 0;
	if (view.gave_way & wrong) {
		struct question asked = wish->question;

		asked.area = wish->area;
		lost = misfit_of(&arena, &view, &asked, view.gave_way & wrong);
		return tell_lost(&lost);
	}
	if (!write_answer(&arena, wish, &view, &out, &err))
		return tell_error("show", &err);
	return fwrite(out.at, 1, out.len, stdout) == out.len && !fflush(stdout)
		   ? 0
		   : err_exit_status(FAULT_SYSTEM);
}

/* A folder is built first. */
static int
show_folder(struct wish *wish)
{
	char *paths[] = { (char *)(uintptr_t)wish->path };
	struct stalls stalls;
	struct err err;
	int status;

	stop_hold();
	bool fine = stalls_open(&stalls, paths, 1, &err);
	stop_release();
	status = fine ? show_release(&stalls.at[0].editions.at[0]->release, wish)
		      : tell_error("show", &err);
	stalls_close(&stalls);
	return status;
}

static int
show(struct wish *wish)
{
	struct release release;
	struct err err;
	int status;

	if (file_is_directory(wish->path))
		return show_folder(wish);
	if (!release_open(&release, wish->path, &err))
		return tell_error("show", &err);
	status = show_release(&release, wish);
	release_close(&release);
	return status;
}

int
command_show(int argc, char **argv)
{
	enum { SEX = 1000, AGE, SORT, WHY };
	static const struct option choices[] = {
		{ "in", required_argument, NULL, 'i' },
		{ "type", required_argument, NULL, 't' },
		{ "parent", required_argument, NULL, 'p' },
		{ "period", required_argument, NULL, 'd' },
		{ "benchmark", required_argument, NULL, 'b' },
		{ "sex", required_argument, NULL, SEX },
		{ "age", required_argument, NULL, AGE },
		{ "sort", required_argument, NULL, SORT },
		{ "why", no_argument, NULL, WHY },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct wish wish = { .path = "." };
	struct question *q = &wish.question;
	int choice;

	optind = 1;
	while ((choice = getopt_long(argc, argv, "i:t:p:d:b:h", choices, NULL)) != -1) {
		switch (choice) {
		case 'i': wish.path = optarg; break;
		case 't': q->type = str_of(optarg); break;
		case 'p': q->parent = str_of(optarg); break;
		case 'd': q->period = str_of(optarg); break;
		case 'b': q->benchmark = str_of(optarg); break;
		case SEX: q->sex = str_of(optarg); break;
		case AGE: q->age = str_of(optarg); break;
		case SORT: q->sort = str_of(optarg); break;
		case WHY: wish.why = true; break;
		case 'h': return tell_help(usage, help);
		default: fputs(usage, stderr); return err_exit_status(FAULT_USAGE);
		}
	}
	if (q->sort.len && !ranking_sorts_by(q->sort))
		return tell_usage("show", usage,
		    "want --sort value, -value, name, count or trend, not", q->sort.at);
	if (optind == argc)
		return tell_usage("show", usage, "want an indicator", NULL);
	if (optind + 2 < argc)
		return tell_usage(
		    "show", usage, "want one area only, not also", argv[optind + 2]);
	q->indicator = str_of(argv[optind]);
	if (optind + 1 < argc)
		wish.area = str_of(argv[optind + 1]);
	if (wish.why && !wish.area.len)
		return tell_usage(
		    "show", usage, "want an area whose figure --why explains", NULL);
	return show(&wish);
}
