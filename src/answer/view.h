/* answer/view.h - where the reader stands: the parameters of an address, resolved.
 *
 * A question is what the address says, as text. A view is what it means in one release:
 * numbers of records, every default decided. What cannot be found is described by a
 * struct lost, with the nearest that exists, so that the page can offer it. */
#ifndef ANSWER_VIEW_H
#define ANSWER_VIEW_H

#include "base/arena.h"
#include "base/err.h"
#include "release/reader.h"

/* As asked: empty where the address says nothing. */
struct question {
	struct str domain;    /* slug */
	struct str indicator; /* key */
	struct str sex;       /* "male", "female", "persons" */
	struct str age;       /* slug of the age band: "5-16-yrs" */
	struct str category;  /* slug of "type name": empty for none */
	struct str type;      /* slug of an area type */
	/* Codes of areas, or groups of them: see grouping.h. */
	struct str area;
	struct str parent;    /* or "all" */
	struct str benchmark; /* or "parent" */
	struct str period;    /* slug of the label: "2015-17"; empty for the latest */
	struct str sort;      /* "value", "name", "count"..., or an indicator's place */
	struct str colours;   /* of a map, see mapping.h; empty for the usual ones */
	struct str search;    /* words to look for */
	struct str by; /* what it is broken down by: "sex", "age", or the slug of a type
			  of categories */
	/* Of pages alone: set by a form that was filled in; what has given way to the
	 * rest of such a form: "sex,period". */
	struct str form, changed;
};

/* Which parts a page needs; all others are resolved only if asked for. */
enum view_need {
	VIEW_DOMAIN = 1 << 0,
	VIEW_INDICATOR = 1 << 1, /* and sex, age, category: the variant */
	VIEW_TYPE = 1 << 2,
	VIEW_PARENT = 1 << 3,
	VIEW_AREA = 1 << 4,
	VIEW_PERIOD = 1 << 5,
	VIEW_BY = 1 << 6
};

/* What of a question may give way to the rest of it. */
enum view_part {
	VIEW_PART_SEX = 1 << 0,
	VIEW_PART_AGE = 1 << 1,
	VIEW_PART_CATEGORY = 1 << 2,
	VIEW_PART_AREA = 1 << 3,
	VIEW_PART_PARENT = 1 << 4,
	VIEW_PART_PERIOD = 1 << 5,
	VIEW_PART_BY = 1 << 6
};

/* Sex, age and category of an indicator: what one row of a table is about. */
struct variant {
	uint32_t indicator, sex, age, category;
};

static inline bool
variant_equal(const struct variant *a, const struct variant *b)
{
	return a->indicator == b->indicator && a->sex == b->sex && a->age == b->age &&
	       a->category == b->category;
}

/* What a figure is broken down by. */
enum partition_kind {
	PARTITION_NONE, /* its indicator has nothing to break it down by */
	PARTITION_SEX,
	PARTITION_AGE,
	PARTITION_CATEGORY
};

struct partition {
	enum partition_kind kind;
	uint32_t type; /* text: the type of the categories */
};

struct view {
	/* The one that was asked; where the question names groups of areas, a copy in
	 * the arena that has them. */
	const struct release *release;
	uint32_t domain; /* RELEASE_NONE: all */
	struct variant variant;
	uint32_t series; /* of variant and type, or RELEASE_NONE */
	uint32_t type;   /* of the areas looked at */
	uint32_t parent; /* whose areas are looked at; RELEASE_NONE: all of the type */
	uint32_t area;   /* chosen, or RELEASE_NONE */
	uint32_t
	    benchmark;   /* compared with; RELEASE_NONE when the release has no root */
	uint32_t period; /* of the series, or RELEASE_NONE for the latest of each */
	struct partition by; /* where it is needed */
	unsigned gave_way;   /* enum view_part: asked for, exists, and is not what the
				view holds */
	struct str sort, colours;
	/* Areas are compared with their own parent: view.parent if there is one, and
	 * then benchmark is the same; else benchmark is RELEASE_NONE and each area has
	 * another. */
	bool benchmark_is_parent;
};

struct lost {
	const char *what;      /* "area type" */
	const char *parameter; /* "type" */
	struct str asked;
	struct str nearest;       /* its name for people; empty when nothing is near */
	struct str nearest_value; /* its value for the address */
	/* Where nothing is near: what there is, if not too much to list; and what is
	 * shown where nothing is asked for, empty where there is no such thing. */
	const struct str *names, *values;
	struct str reason; /* a sentence that says more than that it is not there; or
			      empty: areas that cannot be taken together */
	size_t count; /* of all there is, listed (names and values) or not (NULL) */
	struct str usual, usual_value;
	uint32_t type; /* of areas, to choose among, where the code of an area is of
			  that kind; RELEASE_NONE */
};

/* False with err FAULT_MISSING and *lost filled when something asked for does not
 * exist, FAULT_INPUT when figures are damaged. Texts in *lost are those of the
 * question, of the release or in the arena. What is nearest is looked for among what
 * the indicator has, if one is asked for or needed: periods by their distance in time,
 * all else by spelling or by the words of its name. A sex, an age, a category and a
 * period may be asked for by address text or by printed name ("2016/17").
 *
 * Defaults: domain: the first (one that holds the indicator, when one is asked for).
 * Type: that of the area asked for; else the first offered type of upper tier level or
 * below that the indicator or domain has figures for; else the first at all; of
 * several, one that has the sex, age and category asked for. Parent: that of the area;
 * else all areas when the type has at most 30, else the first by name ("all" asks for
 * all). Area: none, unless needed: the first by name. Variant: persons before others,
 * the youngest-first age, no category. Benchmark: the profile's.
 *
 * What exists but does not go together gives way to the nearest that does, and is
 * marked in gave_way; what to make of that is the caller's to decide. What an indicator
 * is not broken down by falls back to its first (answer/partition.h). A sex, age or
 * category the indicator has not for the type falls back to the default; a period the
 * series has not to the one nearest in time, the later of two; a parent the type has no
 * areas below to the default; an area that is not of the type to the area of the type
 * above or below it, or is dropped (where a page is about an area, the first by name
 * takes its place). A domain without the indicator falls back to one that has it
 * (unless the page is about a domain), which is no matter to mark. The root as parent
 * means all areas. */
MUST_CHECK bool view_resolve(struct arena *arena, const struct release *release,
    const struct question *question, unsigned needs, struct view *view,
    struct lost *lost, struct err *err);

/* The areas of the view: of its type, below its parent, by name (numbers in names by
 * size, those of the same name by code). */
uint32_t *view_areas(struct arena *arena, const struct view *view, uint32_t *count);

/* The type of the view has no area but the root. */
bool view_is_of_root(const struct view *view);

/* The address texts of numbers: "<16 yrs" is "under-16-yrs", "65+ yrs" is
 * "65-plus-yrs", no category is empty. Two periods may share one ("2015/16" and "2015 -
 * 16"); which is meant is told by the series. */
struct str view_age_name(
    const struct release *release, uint32_t age); /* "Not stated" where nobody says */
struct str view_age_slug(
    struct arena *arena, const struct release *release, uint32_t age);
struct str view_category_slug(
    struct arena *arena, const struct release *release, uint32_t category);
struct str view_period_slug(
    struct arena *arena, const struct release *release, uint32_t period);
const char *view_sex_slug(uint32_t sex);

#endif
