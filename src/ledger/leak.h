/* ledger/leak.h - what can be worked out of the hidden counts of a release: the
 * attacker of `tartan check --disclosure`. What it finds is for who publishes. */
#ifndef LEDGER_LEAK_H
#define LEDGER_LEAK_H

#include "ledger/published.h"

/* One hidden count of which less stays open than the rule wants of a small one. Where
 * more than small counts are left it may be one that was hidden for the sake of others,
 * of which the rule wants nothing: then it is possible only, unless nobody says that
 * the rule was kept. */
struct leak {
	struct ledger_key key;
	struct disclose_range range; /* all that it can be */
	bool possible;               /* a fault only if the count is small */
	bool shown;                  /* as such, under another area type */
	bool before;                 /* as such, in the earlier release */
	struct str how;              /* the sums by which, in words */
};

struct leaks {
	struct leak *at; /* by sex, age, category, period, area */
	uint32_t count;
	uint32_t possible; /* of them */
	uint32_t hidden;   /* counts that were attacked */
	uint32_t doubtful; /* of them: what is shown about them contradicts itself */
};

struct leak_question {
	const struct release *release, *earlier; /* earlier: or NULL */
	const struct ledger_places *places;      /* of the release */
	uint32_t indicator;
	const struct disclose_rule *rule; /* by which hidden counts are judged */
	size_t threads;
};

/* Leaks and their texts lie in the arena. Fails as release_figures does. */
MUST_CHECK bool ledger_leaks(struct arena *arena, const struct leak_question *question,
    struct leaks *out, struct err *err);

/* "Leicester, Female, 10-14 yrs, 2017", with what an indicator has only one of. */
struct str ledger_key_words(
    struct arena *arena, const struct release *release, struct ledger_key key);

#endif
