#include "cli/tell.h"

#include "base/number.h"
#include "cli/value.h"
#include "base/json.h"

int
tell_error(const char *command, const struct err *err)
{
	fprintf(stderr, "tartan %s: %s\n", command, err->text);
	return err_exit_status(err->fault);
}

int
tell_usage(
    const char *command, const char *usage, const char *fault, const char *subject)
{
	fprintf(stderr, "tartan %s: %s", command, fault);
	if (subject)
		fprintf(stderr, " '%s'", subject);
	fprintf(stderr, "\n%s", usage);
	return err_exit_status(FAULT_USAGE);
}

int
tell_help(const char *usage, const char *help)
{
	return fputs(usage, stdout) < 0 || fputs(help, stdout) < 0 || fflush(stdout)
		   ? err_exit_status(FAULT_SYSTEM)
		   : 0;
}

static const char *
gravity_word(enum gravity gravity)
{
	return gravity == GRAVITY_FAULT ? "fault" : "note";
}

static void
tell_entry(FILE *out, const struct report_entry *entry)
{
	fprintf(out, "%.*s", STR_ARG(entry->place.file));
	if (entry->place.line)
		fprintf(out, ":%llu", (unsigned long long)entry->place.line);
	if (entry->place.line && entry->place.column)
		fprintf(out, ":%u", entry->place.column);
	fprintf(
	    out, ": %s: %.*s\n", gravity_word(entry->gravity), STR_ARG(entry->text));
}

static void
tell_count(FILE *out, uint64_t count, const char *one, const char *many)
{
	char text[NUMBER_LONGEST];
	size_t len = number_print_grouped(text, (double)count, 0);

	fprintf(out, "%.*s %s", (int)len, text, count == 1 ? one : many);
}

void
tell_report(FILE *out, const struct report *report)
{
	uint64_t kept = report->count, all = report->faults + report->notes;

	for (uint32_t i = 0; i < report->count; i++)
		tell_entry(out, &report->entries[i]);
	if (all > kept) {
		fputs("and ", out);
		tell_count(out, all - kept, "more like these", "more like these");
		fputc('\n', out);
	}
}

struct size {
	uint64_t indicators, areas, periods, figures, rows, repeated;
};

static void
tell_all(FILE *out, const struct size *size)
{
	tell_count(out, size->indicators, "indicator", "indicators");
	fputs(", ", out);
	tell_count(out, size->areas, "area", "areas");
	fputs(", ", out);
	tell_count(out, size->periods, "period", "periods");
	fputs(": ", out);
	tell_count(out, size->figures, "figure", "figures");
	fputs(" from ", out);
	tell_count(out, size->rows, "row", "rows");
	if (size->repeated) {
		fputs(", ", out);
		tell_count(out, size->repeated, "repetition", "repetitions");
		fputs(" folded", out);
	}
	fputc('\n', out);
}

void
tell_size(FILE *out, const struct draft *draft)
{
	const struct size size = {
		.indicators = draft->indicator_count,
		.areas = draft->area_count,
		.periods = draft->period_count,
		.figures = draft->profile.figures,
		.rows = draft->profile.rows,
		.repeated = draft->profile.repeated,
	};

	tell_all(out, &size);
}

void
tell_release(FILE *out, const struct release *release)
{
	const struct size size = {
		.indicators = release->indicator_count,
		.areas = release->area_count,
		.periods = release->period_count,
		.figures = release->profile->figures,
		.rows = release->profile->rows,
		.repeated = release->profile->repeated,
	};

	tell_all(out, &size);
}

void
tell_whole(FILE *out, const char *path, const struct release *release)
{
	fprintf(out, "%s: whole; ", path);
	tell_count(out, release->indicator_count, "indicator", "indicators");
	fputs(", ", out);
	tell_count(out, release->area_count, "area", "areas");
	fputs(", ", out);
	tell_count(out, release->profile->figures, "figure", "figures");
	fputc('\n', out);
}

/* Also why nothing is known. */
static bool
is_told(const struct draft_fact *fact)
{
	return fact->origin != ORIGIN_NONE || fact->text.len;
}

static void
tell_fact(FILE *out, const struct draft_indicator *indicator, enum fact fact)
{
	const struct draft_fact *f = &indicator->facts[fact];
	char value[VALUE_LONGEST];

	value_of_fact(indicator, fact, value);
	fprintf(out, "  %-18s %-34s ", fact_word(fact), value);
	if (origin_is_said(f->origin)) {
		fprintf(out, "%s\n", origin_word(f->origin));
		return;
	}
	if (f->origin == ORIGIN_ASSUMED)
		fprintf(out, "%s: ", origin_word(f->origin));
	if (f->supporting || f->contradicting) {
		tell_count(out, f->supporting, fact_witness(fact), fact_witness(fact));
		fprintf(out,
		    "%s, %u against: ", f->supporting == 1 ? " agrees" : "s agree",
		    f->contradicting);
	}
	fprintf(out, "%.*s\n", STR_ARG(f->text));
}

void
tell_conclusions(FILE *out, const struct draft *draft)
{
	for (uint32_t i = 0; i < draft->indicator_count; i++) {
		const struct draft_indicator *indicator = &draft->indicators[i];
		fprintf(out, "\n%.*s  %.*s\n", STR_ARG(indicator->key),
		    STR_ARG(indicator->name));
		for (unsigned f = 0; f < FACT_COUNT; f++)
			if (is_told(&indicator->facts[f]))
				tell_fact(out, indicator, (enum fact)f);
		if (indicator->latest != RELEASE_NONE)
			fprintf(out, "  %-18s %.*s\n", "Latest period",
			    STR_ARG(draft->periods[indicator->latest].label));
	}
}

static void
json_entry(struct json *json, const struct report_entry *entry)
{
	json_object(json);
	json_key(json, "file");
	json_text(json, entry->place.file);
	json_key(json, "line");
	json_whole(json, entry->place.line);
	json_key(json, "column");
	json_whole(json, entry->place.column);
	json_key(json, "gravity");
	json_text(json, str_of(gravity_word(entry->gravity)));
	json_key(json, "text");
	json_text(json, entry->text);
	json_close(json);
}

static void
json_fact(struct json *json, const struct draft_indicator *indicator, enum fact fact)
{
	const struct draft_fact *f = &indicator->facts[fact];
	char value[VALUE_LONGEST];

	value_of_fact(indicator, fact, value);
	json_object(json);
	json_key(json, "fact");
	json_text(json, str_of(fact_word(fact)));
	json_key(json, "value");
	json_text(json, str_of(value));
	json_key(json, "origin");
	json_text(json, str_of(origin_word(f->origin)));
	json_key(json, "supporting");
	json_whole(json, f->supporting);
	json_key(json, "contradicting");
	json_whole(json, f->contradicting);
	json_key(json, "evidence");
	json_text(json, f->text);
	json_close(json);
}

static void
json_indicators(struct json *json, const struct draft *draft)
{
	json_array(json);
	for (uint32_t i = 0; i < draft->indicator_count; i++) {
		const struct draft_indicator *indicator = &draft->indicators[i];
		json_object(json);
		json_key(json, "key");
		json_text(json, indicator->key);
		json_key(json, "name");
		json_text(json, indicator->name);
		json_key(json, "facts");
		json_array(json);
		for (unsigned f = 0; f < FACT_COUNT; f++)
			if (is_told(&indicator->facts[f]))
				json_fact(json, indicator, (enum fact)f);
		json_close(json);
		json_close(json);
	}
	json_close(json);
}

void
tell_json(FILE *out, const struct build *build)
{
	const struct report *report = &build->report;
	AUTO_BUF buf = { 0 };
	struct json json = json_to(&buf);

	json_object(&json);
	json_key(&json, "faults");
	json_whole(&json, report->faults);
	json_key(&json, "notes");
	json_whole(&json, report->notes);
	json_key(&json, "rows");
	json_whole(&json, build->draft.profile.rows);
	json_key(&json, "repeated");
	json_whole(&json, build->draft.profile.repeated);
	json_key(&json, "figures");
	json_whole(&json, build->draft.profile.figures);
	json_key(&json, "report");
	json_array(&json);
	for (uint32_t i = 0; i < report->count; i++)
		json_entry(&json, &report->entries[i]);
	json_close(&json);
	json_key(&json, "indicators");
	json_indicators(&json, &build->draft);
	json_close(&json);
	fprintf(out, "%.*s\n", STR_ARG(buf_str(&buf)));
}

void
tell_json_release(
    FILE *out, const char *path, const struct release *release, const char *fault)
{
	AUTO_BUF buf = { 0 };
	struct json json = json_to(&buf);

	json_object(&json);
	json_key(&json, "release");
	json_text(&json, str_of(path));
	json_key(&json, "faults");
	json_whole(&json, release ? 0 : 1);
	if (release) {
		json_key(&json, "indicators");
		json_whole(&json, release->indicator_count);
		json_key(&json, "areas");
		json_whole(&json, release->area_count);
		json_key(&json, "periods");
		json_whole(&json, release->period_count);
		json_key(&json, "figures");
		json_whole(&json, release->profile->figures);
	} else {
		json_key(&json, "fault");
		json_text(&json, str_of(fault));
	}
	json_close(&json);
	fprintf(out, "%.*s\n", STR_ARG(buf_str(&buf)));
}
