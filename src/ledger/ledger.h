/* ledger/ledger.h - the counts of one indicator and the sums that join them, for
 * disclosure control: of a build, which knows them all, and of a release, of which
 * everybody knows what it shows.
 *
 *   ledger_places   areas, ages, categories and periods of a profile   here
 *   ledger_make     counts and the sums between them as one system     here
 *   ledger_read     the counts of an indicator of a release            published.h
 *   ledger_leaks    what can be worked out of those that are hidden    leak.h
 *
 * Sums are areas of a parent or of what it became, males and females of persons,
 * categories of a total, ages of a wider age, and shorter periods of a longer one.
 * Parts that do not come to their total leave a rest, which is a count that nobody
 * publishes; parts that come to more are no parts of it. */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include "base/arena.h"
#include "disclose/system.h"
#include "model/period.h"
#include "release/draft.h"
#include "release/reader.h"

struct ledger_key {
	uint32_t area, sex, age, category, period;
};

enum ledger_kind {
	LEDGER_COUNT, /* to be seen, as it is or rounded by the rule */
	LEDGER_RANGE, /* not to be seen, and known to lie in a range */
	LEDGER_HIDDEN,
	LEDGER_HIDDEN_OTHER /* for the sake of others, where that is told apart */
};

struct ledger_entry {
	struct ledger_key key;
	enum ledger_kind kind;
	uint32_t value;              /* of a count */
	struct disclose_range known; /* to everybody beforehand */
	bool twice;                  /* hidden in one place and to be seen in another */
};

/* Years of age, both ends included. */
struct ledger_age {
	bool known;
	unsigned from, until;
};

struct ledger_places {
	const struct release_relation *relations; /* by type, parent, area */
	uint32_t relation_count;
	const struct release_change *changes; /* by area, month, before */
	uint32_t change_count;
	enum disclose_level *levels; /* of each area */
	struct ledger_age *ages;
	uint32_t *category_types; /* of each category the first of its type; 0: none */
	struct period *periods;
	uint32_t area_count, age_count, category_count, period_count;
};

/* All live in the arena and as long as the draft or release. */
struct ledger_places ledger_places_of_draft(
    struct arena *arena, const struct draft *draft);
struct ledger_places ledger_places_of_release(
    struct arena *arena, const struct release *release);

enum ledger_sum_kind {
	LEDGER_AREAS,
	LEDGER_CHANGES, /* areas that became an area, or that it became */
	LEDGER_SEXES,
	LEDGER_CATEGORIES,
	LEDGER_AGES,
	LEDGER_PERIODS
};

/* Count i of the system is entry i; rests and periods nobody publishes come behind. */
struct ledger {
	const struct ledger_places *places;
	struct ledger_entry *entries; /* by sex, age, category, period, area */
	uint32_t count;
	struct disclose_system system;
	enum ledger_sum_kind *kinds;   /* of each sum of the system */
	bool whole;                    /* all counts are known: nothing is hidden yet */
	uint32_t unheld, unheld_first; /* totals below their parts, and one of them */
	/* private: */
	uint32_t *guesses; /* counts whose value nobody can know */
	uint32_t guess_count, guess_room;
	uint32_t kind_room;
	uint32_t *slices; /* where each (sex, age, category, period) begins; and the end
			   */
	uint32_t slice_count;
};

/* Sorts the entries, which stay the caller's, and joins those of the same key. The
 * places and the rule must outlive the ledger. rests: a sum whose parts are hidden may
 * always have a rest; else it has one where sums of its kind that can be seen do. */
void ledger_make(struct ledger *out, const struct ledger_places *places,
    const struct disclose_rule *rule, struct ledger_entry *entries, uint32_t count,
    bool whole, bool rests);
void ledger_done(struct ledger *ledger);

/* As disclose_primary. Shorter periods that are not published, and whose counts do not
 * follow from what is, are not small: who publishes cannot know whether they are. */
uint32_t ledger_primary(struct ledger *ledger);

/* The number of the count, or RELEASE_NONE. */
uint32_t ledger_find(const struct ledger *ledger, struct ledger_key key);

#endif
