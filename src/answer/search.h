/* answer/search.h - areas and indicators by the words somebody has for them. */
#ifndef ANSWER_SEARCH_H
#define ANSWER_SEARCH_H

#include "base/arena.h"
#include "release/reader.h"

enum { SEARCH_MOST = 40 /* of areas, and of indicators */ };

struct search_hit {
	uint32_t number; /* of the area or indicator */
	uint32_t type;   /* of an area: the largest it is of */
	uint32_t former; /* it was found by the name of this area, which it was made of;
			    or RELEASE_NONE */
	unsigned score;
};

struct search {
	struct search_hit areas[SEARCH_MOST], indicators[SEARCH_MOST]; /* best first */
	uint32_t area_count, indicator_count;
	uint32_t area_total, indicator_total; /* found, shown or not */
};

/* Areas that have figures, by name, code, and the names of areas they were made of;
 * indicators by name, key, topic, domain and definition. Every word of the query has to
 * be there, whole, as the beginning of a word, or with a typing error in it; other ways
 * to say the same (answer/synonyms) find as well, behind those that are found as asked.
 * Where nothing has all words, what has all but one is found. */
void search_ask(struct arena *arena, const struct release *release, struct str query,
    struct search *out);

#endif
