#include "cli/attack.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/json.h"
#include "build/build.h"
#include "cli/tell.h"
#include "ledger/leak.h"
#include "model/indicator.h"

struct attack {
	const struct attack_wish *wish;
	struct release release, earlier;
	struct arena arena;
	struct ledger_places places;
	struct json json;
	struct buf buf;
	uint64_t hidden, faults, possible, doubtful;
	const struct disclose_rule *rule; /* of indicators without one */
};

/* The rule that hidden counts of an indicator are judged by. */
static struct disclose_rule
rule_of(const struct attack *a, uint32_t indicator)
{
	const struct release_rule *rule = release_rule(&a->release, indicator);

	if (rule)
		return release_rule_of(&a->release, rule);
	return a->rule ? *a->rule : ledger_exact();
}

static struct str
range_words(struct arena *arena, struct disclose_range range)
{
	if (range.most == DISCLOSE_ANY)
		return str_print(arena, "%u or more", range.least);
	if (range.least == range.most)
		return str_print(arena, "%u", range.least);
	return str_print(arena, "%u to %u", range.least, range.most);
}

static struct str
how_words(const struct leak *leak)
{
	if (leak->shown)
		return STR("it is shown under another area type");
	if (leak->before)
		return STR("it is shown in the earlier release");
	return leak->how.len ? leak->how : STR("by sums like these");
}

static void
tell_leak(struct attack *a, const struct leak *leak)
{
	struct str who = ledger_key_words(&a->arena, &a->release, leak->key);
	struct str range = range_words(&a->arena, leak->range);
	struct str how = how_words(leak);

	printf("  %s: %.*s: %.*s; %.*s\n", leak->possible ? "possible" : "fault",
	    STR_ARG(who), STR_ARG(range), STR_ARG(how));
}

static struct str
text_of(const struct attack *a, uint32_t text)
{
	return release_text(&a->release, text);
}

static void
tell_indicator(struct attack *a, uint32_t number, const struct disclose_rule *rule,
    const struct leaks *leaks)
{
	const struct release_indicator *i = &a->release.indicators[number];

	if (!leaks->count && !leaks->doubtful)
		return;
	printf(
	    "%.*s  %.*s\n", STR_ARG(text_of(a, i->key)), STR_ARG(text_of(a, i->name)));
	printf("  rule %.*s: %u hidden counts, %u faults, %u possible",
	    STR_ARG(rule->name), leaks->hidden, leaks->count - leaks->possible,
	    leaks->possible);
	if (leaks->doubtful)
		printf(", %u where what is shown contradicts itself", leaks->doubtful);
	putchar('\n');
	for (uint32_t l = 0; l < leaks->count; l++)
		tell_leak(a, &leaks->at[l]);
}

static void
json_pair(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	json_text(json, text);
}

static void
json_leak(struct attack *a, const struct leak *leak)
{
	const struct release *release = &a->release;
	const struct ledger_key *key = &leak->key;
	struct json *json = &a->json;

	json_object(json);
	json_pair(json, "area", text_of(a, release->areas[key->area].code));
	json_pair(json, "name", text_of(a, release->areas[key->area].name));
	json_pair(json, "sex", str_of(sex_word((enum sex)key->sex)));
	json_pair(json, "age", text_of(a, release->ages[key->age].label));
	json_pair(
	    json, "category", text_of(a, release->categories[key->category].name));
	json_pair(json, "period", text_of(a, release->periods[key->period].label));
	json_key(json, "least");
	json_whole(json, leak->range.least);
	if (leak->range.most != DISCLOSE_ANY) {
		json_key(json, "most");
		json_whole(json, leak->range.most);
	}
	json_pair(json, "kind", leak->possible ? STR("possible") : STR("fault"));
	json_pair(json, "how", how_words(leak));
	json_close(json);
}

static void
json_indicator(struct attack *a, uint32_t number, const struct disclose_rule *rule,
    const struct leaks *leaks)
{
	const struct release_indicator *i = &a->release.indicators[number];
	struct json *json = &a->json;

	json_object(json);
	json_pair(json, "key", text_of(a, i->key));
	json_pair(json, "name", text_of(a, i->name));
	json_pair(json, "rule", rule->name);
	json_key(json, "hidden");
	json_whole(json, leaks->hidden);
	json_key(json, "contradictory");
	json_whole(json, leaks->doubtful);
	json_key(json, "found");
	json_array(json);
	for (uint32_t l = 0; l < leaks->count; l++)
		json_leak(a, &leaks->at[l]);
	json_close(json);
	json_close(json);
}

static bool
attack_indicator(struct attack *a, uint32_t number, struct err *err)
{
	struct disclose_rule rule = rule_of(a, number);
	const struct leak_question question = {
		.release = &a->release,
		.earlier = a->wish->earlier ? &a->earlier : NULL,
		.places = &a->places,
		.indicator = number,
		.rule = &rule,
	};
	struct leaks leaks;

	if (!ledger_leaks(&a->arena, &question, &leaks, err))
		return false;
	a->hidden += leaks.hidden;
	a->faults += leaks.count - leaks.possible;
	a->possible += leaks.possible;
	a->doubtful += leaks.doubtful;
	if (a->wish->json)
		json_indicator(a, number, &rule, &leaks);
	else
		tell_indicator(a, number, &rule, &leaks);
	return true;
}

static const char notice[] =
    "For whoever publishes: this report tells what the figures hide.";

static bool
attack_all(struct attack *a, struct err *err)
{
	a->json = json_to(&a->buf);
	json_object(&a->json);
	json_pair(&a->json, "notice", str_of(notice));
	json_key(&a->json, "indicators");
	json_array(&a->json);
	if (!a->wish->json)
		puts(notice);
	for (uint32_t i = 0; i < a->release.indicator_count; i++)
		if (!attack_indicator(a, i, err))
			return false;
	json_close(&a->json);
	json_key(&a->json, "hidden");
	json_whole(&a->json, a->hidden);
	json_key(&a->json, "contradictory");
	json_whole(&a->json, a->doubtful);
	json_key(&a->json, "faults");
	json_whole(&a->json, a->faults);
	json_key(&a->json, "possible");
	json_whole(&a->json, a->possible);
	json_close(&a->json);
	if (a->wish->json)
		printf("%.*s\n", STR_ARG(buf_str(&a->buf)));
	else
		printf("%llu hidden counts, %llu faults, %llu possible\n",
		    (unsigned long long)a->hidden, (unsigned long long)a->faults,
		    (unsigned long long)a->possible);
	return true;
}

/* A folder is built to a file that nobody else sees and that is gone at once. */
static bool
open_built(struct release *release, const char *folder, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	const char *directory = getenv("TMPDIR");
	char *path = str_c(&arena, str_print(&arena, "%s/tartan-check-XXXXXX",
				       directory && *directory ? directory : "/tmp"));
	struct build build;
	int file;
	bool fine;

	fine = build_read(&build, folder, 0, err);
	tell_report(stderr, &build.report);
	file = fine ? mkstemp(path) : -1;
	if (fine && file < 0)
		fine = err_set(err, FAULT_SYSTEM, "cannot make '%s'", path);
	fine = fine && build_write(&build, path, 0, err) &&
	       release_open(release, path, err);
	if (file >= 0) {
		close(file);
		unlink(path);
	}
	build_done(&build);
	return fine;
}

static bool
open_release(struct release *release, const char *path, struct err *err)
{
	if (file_is_directory(path) || !str_ends(str_of(path), STR(".tartan")))
		return open_built(release, path, err);
	return release_open_copy(release, path, err);
}

int
attack_release(const struct attack_wish *wish)
{
	struct attack a = { .wish = wish };
	struct err err;
	bool fine;

	a.rule = wish->rule ? disclose_regime(str_of(wish->rule)) : NULL;
	fine = open_release(&a.release, wish->path, &err) &&
	       (!wish->earlier || release_open_copy(&a.earlier, wish->earlier, &err));
	if (fine) {
		a.places = ledger_places_of_release(&a.arena, &a.release);
		fine = attack_all(&a, &err);
	}
	int status = fine ? (a.faults ? err_exit_status(FAULT_INPUT) : 0)
			  : tell_error("check", &err);
	release_close(&a.release);
	release_close(&a.earlier);
	buf_done(&a.buf);
	arena_done(&a.arena);
	return fflush(stdout) ? err_exit_status(FAULT_SYSTEM) : status;
}
