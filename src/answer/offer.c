#include "answer/offer.h"

#include <stdlib.h>

struct offer
offer_new(struct arena *arena, size_t room)
{
	return (struct offer){
		.names = ARENA_NEW(arena, struct str, room),
		.values = ARENA_NEW(arena, struct str, room),
	};
}

void
offer_add(struct offer *offer, struct str name, struct str value)
{
	offer->names[offer->count] = name;
	offer->values[offer->count++] = value;
}

struct offer
offer_domains(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->domain_count);

	for (uint32_t i = 0; i < release->domain_count; i++)
		offer_add(&offer, release_text(release, release->domains[i].name),
		    release_text(release, release->domains[i].slug));
	return offer;
}

struct offer
offer_indicators(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->indicator_count);

	for (uint32_t i = 0; i < release->indicator_count; i++)
		offer_add(&offer, release_text(release, release->indicators[i].name),
		    release_text(release, release->indicators[i].key));
	return offer;
}

struct offer
offer_types(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->type_count);

	for (uint32_t i = 0; i < release->type_count; i++)
		offer_add(&offer, release_text(release, release->types[i].name),
		    release_text(release, release->types[i].slug));
	return offer;
}

struct offer
offer_areas(struct arena *arena, const struct release *release)
{
	uint32_t count = release->area_count + release->group_count;
	struct offer offer = offer_new(arena, count);

	for (uint32_t i = 0; i < count; i++)
		offer_add(&offer, release_area_name(release, i),
		    release_area_code(release, i));
	return offer;
}

struct offer
offer_sexes(struct arena *arena)
{
	struct offer offer = offer_new(arena, SEX_COUNT);

	for (uint32_t i = 0; i < SEX_COUNT; i++)
		offer_add(
		    &offer, str_of(sex_word((enum sex)i)), str_of(view_sex_slug(i)));
	return offer;
}

struct offer
offer_ages(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->age_count);

	for (uint32_t i = 0; i < release->age_count; i++)
		offer_add(&offer, view_age_name(release, i),
		    view_age_slug(arena, release, i));
	return offer;
}

struct offer
offer_categories(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->category_count);

	for (uint32_t i = 1; i < release->category_count; i++)
		offer_add(&offer, release_text(release, release->categories[i].name),
		    view_category_slug(arena, release, i));
	return offer;
}

struct offer
offer_periods(struct arena *arena, const struct release *release)
{
	struct offer offer = offer_new(arena, release->period_count);

	for (uint32_t i = 0; i < release->period_count; i++)
		offer_add(&offer, release_text(release, release->periods[i].label),
		    view_period_slug(arena, release, i));
	return offer;
}

struct offer
offer_marked(
    struct arena *arena, const struct offer *offer, const bool *marks, uint32_t first)
{
	struct offer marked = offer_new(arena, offer->count);

	for (uint32_t i = 0; i < offer->count; i++)
		if (marks[first + i])
			offer_add(&marked, offer->names[i], offer->values[i]);
	return marked;
}

size_t
offer_nearest_period(const struct release *release, const uint32_t *numbers,
    size_t count, struct str asked)
{
	size_t best = SIZE_MAX;
	int32_t least = INT32_MAX;
	struct period wanted;
	struct err err;

	if (!period_parse(asked, &wanted, &err))
		return SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		const struct release_period *p = &release->periods[numbers[i]];
		int32_t apart =
		    abs(2 * p->first + p->months - 2 * wanted.first - wanted.months);

		if (apart > least || (apart == least && numbers[i] < numbers[best]))
			continue;
		least = apart;
		best = i;
	}
	return best;
}

static bool
is_of_word(char c)
{
	return !(c >= 0 && c < '0') && !(c > '9' && c < 'A') && !(c > 'Z' && c < 'a');
}

/* Takes the next word off a text: empty at its end. */
static struct str
next_word(struct str *text)
{
	size_t start = 0, end;
	struct str word;

	while (start < text->len && !is_of_word(text->at[start]))
		start++;
	end = start;
	while (end < text->len && is_of_word(text->at[end]))
		end++;
	word = str_slice(*text, start, end);
	*text = str_slice(*text, end, text->len);
	return word;
}

/* How far the nearest word of a name is from a word asked for. */
static size_t
word_apart(struct str asked, struct str name)
{
	size_t least = SIZE_MAX;

	for (struct str word = next_word(&name); word.len; word = next_word(&name)) {
		size_t apart = str_distance(asked, word);

		if (apart < least)
			least = apart;
	}
	return least;
}

/* How far a name is from having all of the words asked for; SIZE_MAX where one of them
 * has none that is near: one letter in four may be wrong. */
static size_t
words_apart(struct str asked, struct str name)
{
	size_t sum = 0, words = 0;

	for (struct str word = next_word(&asked); word.len; word = next_word(&asked)) {
		size_t apart = word_apart(word, name);

		if (apart > word.len / 4)
			return SIZE_MAX;
		sum += apart;
		words++;
	}
	return words ? sum : SIZE_MAX;
}

/* The first of the names that have the words asked for best. */
static size_t
nearest_by_words(struct str asked, const struct offer *offer)
{
	size_t best = SIZE_MAX, least = SIZE_MAX;

	for (size_t i = 0; i < offer->count; i++) {
		size_t apart = words_apart(asked, offer->names[i]);

		if (apart < least) {
			least = apart;
			best = i;
		}
	}
	return best;
}

static size_t
nearest_of(const struct offer *offer, struct str asked)
{
	size_t nearest = str_nearest(asked, offer->values, offer->count);

	if (nearest == SIZE_MAX)
		nearest = str_nearest(asked, offer->names, offer->count);
	return nearest != SIZE_MAX ? nearest : nearest_by_words(asked, offer);
}

bool
offer_lose(const struct offer *offer, const struct loss *loss, struct lost *lost,
    struct err *err)
{
	/* No name is that long, and looking for it would only cost time. */
	enum { LONGEST = 60 };
	struct str asked = loss->asked;
	size_t nearest = loss->nearest;

	*lost = (struct lost){
		.what = loss->what,
		.parameter = loss->parameter,
		.asked = asked,
		.type = RELEASE_NONE,
	};
	if (nearest == SIZE_MAX && asked.len && asked.len <= LONGEST)
		nearest = nearest_of(offer, asked);
	if (nearest != SIZE_MAX) {
		lost->nearest = offer->names[nearest];
		lost->nearest_value = offer->values[nearest];
	} else {
		lost->count = offer->count;
		if (offer->count <= OFFER_LISTED) {
			lost->names = offer->names;
			lost->values = offer->values;
		}
		if (loss->usual != SIZE_MAX) {
			lost->usual = offer->names[loss->usual];
			lost->usual_value = offer->values[loss->usual];
		}
	}
	return err_set(err, FAULT_MISSING, "there is no %s '%.*s'", loss->what,
	    (int)(asked.len < LONGEST ? asked.len : LONGEST), asked.at);
}
