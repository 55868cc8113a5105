#include "answer/search.h"

#include "answer/terms.h"

enum { WAYS = 24, FIELDS = 6 };
enum { KINDS = 64 /* of areas, which tell apart what is found alike */ };

/* How much it tells to be found in a field. */
enum weight { WEIGHT_TEXT = 1, WEIGHT_TOPIC = 4, WEIGHT_NAME = 12, WEIGHT_CODE = 16 };

struct field {
	struct str words; /* folded */
	enum weight weight;
};

/* What one area or indicator says of itself. */
struct subject {
	struct field fields[FIELDS];
	size_t count;
};

/* A query, as it was asked and in other words. */
struct ways {
	struct terms at[WAYS];
	size_t count;
	size_t missing; /* words that may be missing: 0 or 1 */
};

static void
add_field(
    struct arena *arena, struct subject *subject, struct str text, enum weight weight)
{
	if (text.len && subject->count < FIELDS)
		subject->fields[subject->count++] = (struct field){
			.words = terms_fold(arena, text),
			.weight = weight,
		};
}

/* What a word of the query finds in a subject, 0 for nothing. */
static unsigned
weigh_word(const struct subject *subject, struct str asked)
{
	static const unsigned shares[] = {
		[MATCH_NONE] = 0, [MATCH_NEAR] = 3, [MATCH_BEGIN] = 6, [MATCH_EXACT] = 8
	};
	unsigned best = 0;

	for (size_t i = 0; i < subject->count; i++) {
		const struct field *field = &subject->fields[i];
		struct str rest = field->words;
		while (rest.len) {
			struct str word = str_cut(&rest, ' ');
			enum term_match match = terms_match(asked, word);
			unsigned weight = shares[match] * (unsigned)field->weight;
			/* Typing errors in long texts mean nothing. */
			if (match == MATCH_NEAR && field->weight == WEIGHT_TEXT)
				continue;
			best = weight > best ? weight : best;
		}
	}
	return best;
}

/* A name that begins as the query does, and one that has few other words, are more
 * likely to be meant. */
static unsigned
weigh_name(const struct subject *subject, const struct terms *terms)
{
	struct str name = subject->fields[0].words, rest = name;
	unsigned words = 0, first = 0;

	while (rest.len) {
		(void)str_cut(&rest, ' ');
		words++;
	}
	if (terms->count && str_starts(name, terms->at[0]))
		first = 12;
	return first + (words <= terms->count ? 12 : 0);
}

static unsigned
weigh_way(const struct subject *subject, const struct terms *terms, size_t missing)
{
	unsigned sum = 0;
	size_t found = 0;

	for (size_t i = 0; i < terms->count; i++) {
		unsigned weight = weigh_word(subject, terms->at[i]);
		sum += weight;
		found += weight > 0;
	}
	if (!found || found + missing < terms->count)
		return 0;
	return 100 + sum / (unsigned)terms->count + weigh_name(subject, terms);
}

/* The best of all ways; other words than those asked count for less. */
static unsigned
weigh(const struct subject *subject, const struct ways *ways)
{
	unsigned best = 0;

	for (size_t i = 0; i < ways->count; i++) {
		unsigned weight = weigh_way(subject, &ways->at[i], ways->missing);
		if (i > 0)
			weight = weight * 3 / 4;
		best = weight > best ? weight : best;
	}
	return best;
}

/* Keeps the best; of those alike the one met first stands first. */
static void
keep(struct search_hit *hits, uint32_t *count, uint32_t *total, struct search_hit hit)
{
	uint32_t at = *count;

	if (!hit.score)
		return;
	++*total;
	while (at > 0 && hits[at - 1].score < hit.score)
		at--;
	if (at == SEARCH_MOST)
		return;
	if (*count < SEARCH_MOST)
		++*count;
	for (uint32_t i = *count - 1; i > at; i--)
		hits[i] = hits[i - 1];
	hits[at] = hit;
}

/* The largest kind of area that an area is of, RELEASE_NONE where it has no figures. */
static uint32_t
type_of(const struct release *release, uint32_t area)
{
	for (uint32_t type = 0; type < release->type_count; type++)
		if (release_type_has(release, type, area))
			return type;
	return RELEASE_NONE;
}

static struct subject
area_subject(struct arena *arena, const struct release *release, uint32_t area)
{
	struct subject subject = { .count = 0 };

	add_field(arena, &subject, release_area_name(release, area), WEIGHT_NAME);
	add_field(arena, &subject, release_area_code(release, area), WEIGHT_CODE);
	return subject;
}

/* An area without figures leads to what it became part of. */
static bool
follow(const struct release *release, struct search_hit *hit)
{
	const struct release_change *end = release_end(release, hit->number);

	if (!end || end->area == RELEASE_NONE)
		return false;
	hit->former = hit->number;
	hit->number = end->area;
	hit->type = type_of(release, end->area);
	return hit->type != RELEASE_NONE;
}

/* Of areas alike those of the larger kind come first. */
static void
weigh_area(struct arena *arena, const struct release *release, const struct ways *ways,
    uint32_t area, struct search *out)
{
	struct subject subject = area_subject(arena, release, area);
	struct search_hit hit = {
		.number = area,
		.type = type_of(release, area),
		.former = RELEASE_NONE,
		.score = weigh(&subject, ways) * KINDS,
	};

	if (!hit.score || (hit.type == RELEASE_NONE && !follow(release, &hit)))
		return;
	if (hit.former != RELEASE_NONE)
		hit.score = hit.score * 3 / 4;
	hit.score += KINDS - 1 - (hit.type < KINDS ? hit.type : KINDS - 1);
	keep(out->areas, &out->area_count, &out->area_total, hit);
}

static struct str
domain_name(const struct release *release, uint32_t indicator)
{
	for (uint32_t d = 0; d < release->domain_count; d++)
		for (uint32_t i = 0; i < release->domains[d].count; i++)
			if (release->items[release->domains[d].first + i] == indicator)
				return release_text(release, release->domains[d].name);
	return STR("");
}

static struct str
definition_of(const struct release *release, const struct release_indicator *indicator)
{
	for (uint32_t i = 0; i < indicator->fields; i++) {
		const struct release_field *field =
		    &release->fields[indicator->first_field + i];
		if (str_equal(release_text(release, field->label), STR("Definition")))
			return release_text(release, field->text);
	}
	return STR("");
}

static struct subject
indicator_subject(struct arena *arena, const struct release *release, uint32_t number)
{
	const struct release_indicator *indicator = &release->indicators[number];
	struct subject subject = { .count = 0 };

	add_field(arena, &subject, release_text(release, indicator->name), WEIGHT_NAME);
	add_field(
	    arena, &subject, release_text(release, indicator->short_name), WEIGHT_NAME);
	add_field(arena, &subject, release_text(release, indicator->key), WEIGHT_CODE);
	add_field(
	    arena, &subject, release_text(release, indicator->topic), WEIGHT_TOPIC);
	add_field(arena, &subject, domain_name(release, number), WEIGHT_TOPIC);
	add_field(arena, &subject, definition_of(release, indicator), WEIGHT_TEXT);
	return subject;
}

static void
weigh_all(const struct release *release, const struct ways *ways, struct search *out)
{
	for (uint32_t i = 0; i < release->area_count; i++) {
		AUTO_ARENA arena = { 0 };
		weigh_area(&arena, release, ways, i, out);
	}
	for (uint32_t i = 0; i < release->indicator_count; i++) {
		AUTO_ARENA arena = { 0 };
		struct subject subject = indicator_subject(&arena, release, i);
		keep(out->indicators, &out->indicator_count, &out->indicator_total,
		    (struct search_hit){
			.number = i,
			.type = RELEASE_NONE,
			.former = RELEASE_NONE,
			.score = weigh(&subject, ways) * KINDS,
		    });
	}
}

void
search_ask(struct arena *arena, const struct release *release, struct str query,
    struct search *out)
{
	struct ways ways = { .at = { terms_of(arena, query) }, .count = 1 };

	*out = (struct search){ .area_count = 0 };
	if (!ways.at[0].count)
		return;
	ways.count += terms_synonyms(arena, query, ways.at + 1, WAYS - 1);
	weigh_all(release, &ways, out);
	if (!out->area_count && !out->indicator_count && ways.at[0].count > 1) {
		ways.missing = 1;
		weigh_all(release, &ways, out);
	}
}
