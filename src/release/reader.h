/* release/reader.h - a release, opened: its records in place and the figures of a
 * series.
 *
 * The file is mapped and used where it lies. Opening checks every section but the
 * figures against its checksum, and every number in a record against what it points
 * into, so that the arrays below can be walked without further care; all text is
 * well-formed UTF-8. A series' figures are checked when they are first asked for. A
 * struct release is immutable once open (but for atomic marks of what has been checked)
 * and may be used by any number of threads. Texts handed out point into the map and
 * live until release_close.
 *
 * A file that is written to while it is open takes the program down or shows figures
 * that were never checked. release_write never does that: it renames a new file into
 * the place of the old one, which open readers go on using. Where other programs might,
 * and the release is open for longer than a moment, release_open_copy is called for.
 *
 * Numbers given to the functions below (areas, series, texts...) must be below their
 * counts. */
#ifndef RELEASE_READER_H
#define RELEASE_READER_H

#include <math.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "disclose/rule.h"
#include "model/indicator.h"
#include "model/missing.h"
#include "model/period.h"
#include "release/format.h"

struct group;

struct release {
	const struct release_profile *profile;
	const struct release_area *areas;
	const struct release_area_type *types;
	const struct release_relation *children; /* by type, parent, area */
	const struct release_relation *parents;  /* by type, area, parent */
	const struct release_change *changes;    /* by area, month, before */
	const struct release_group *named;       /* its areas: members[first...] */
	const uint32_t *members;
	const struct release_kind *kinds;
	const struct release_neighbour *neighbours; /* by kind, area, rank */
	const struct release_map *maps;
	const struct release_shape *shapes; /* of a map, by area */
	const struct release_ring *rings;
	const uint32_t *links;
	const struct release_arc *arcs;
	const struct release_vertex *vertices;
	const struct release_period *periods;
	const struct release_age *ages;
	const struct release_category *categories;
	const struct release_note *notes;
	const struct release_goal *goals;
	const struct release_indicator *indicators;
	const struct release_fact *facts; /* facts[indicator * FACT_COUNT + fact] */
	const struct release_field *fields;
	const struct release_band *bands; /* of standardised rates */
	const struct release_domain *domains;
	const uint32_t *items;
	const struct release_update *updates;
	const struct release_source *sources;
	const struct release_rule *rules;
	const struct release_series *series;
	const uint32_t *lists;
	uint32_t named_count, kind_count, neighbour_count, map_count;
	uint32_t area_count, type_count, relation_count, change_count, period_count,
	    age_count;
	uint32_t category_count, note_count, goal_count, indicator_count, domain_count,
	    update_count;
	uint32_t source_count, rule_count, series_count;
	uint64_t name; /* the checksum of the directory: tells releases apart */
	/* Areas taken together, which have numbers as areas do: area_count and so on,
	 * in this order; first those that are named. Those of a request are laid over a
	 * copy of this struct. */
	const struct group *groups;
	uint32_t group_count;
	/* private: */
	struct arena arena; /* of the groups */
	struct file file;   /* closed when the bytes are somebody else's */
	const struct release_text *texts;
	const char *heap;
	const char *figures;
	atomic_uchar *checked;
};

/* Opens and checks; fails with FAULT_MISSING, FAULT_SYSTEM, or FAULT_INPUT for a file
 * that is not a release, is of another version, or is damaged (saying where). After a
 * failure the release is closed. */
MUST_CHECK bool release_open(
    struct release *release, const char *path, struct err *err);

/* Opens a private copy (base/copy.h) and checks all of it, the figures too: whatever
 * becomes of the file meanwhile, the release is whole, and stays so. */
MUST_CHECK bool release_open_copy(
    struct release *release, const char *path, struct err *err);

/* The same for an open file that nobody else can write to, which may be closed then.
 * name: for messages. */
MUST_CHECK bool release_open_held(
    struct release *release, int fd, const char *name, struct err *err);

/* Opens a copy of all but the figures, which must not be asked for: a quick look at
 * what a release is. */
MUST_CHECK bool release_open_front(
    struct release *release, const char *path, struct err *err);

/* The same as release_open for a release in memory: the bytes lie at a multiple of 8,
 * stay the caller's and must outlive the release. */
MUST_CHECK bool release_open_bytes(
    struct release *release, struct str bytes, struct err *err);
void release_close(struct release *release);

/* Checks the figures of all series too, on all cores. */
MUST_CHECK bool release_check_all(const struct release *release, struct err *err);

struct str release_text(const struct release *release, uint32_t text);

/* Of an area or a group. */
struct str release_area_code(const struct release *release, uint32_t area);
struct str release_area_name(const struct release *release, uint32_t area);
/* NULL for what is no group. */
const struct group *release_group(const struct release *release, uint32_t area);

/* The columns of one series. Column pointers are NULL where the series has none (never
 * for values and missing, and only together for lines and sources where sources are
 * there). Cell of area a and period p (places in the series' own lists): a * periods +
 * p. Everything in a cell is within the bounds that format.h gives. */
struct figures {
	const struct release *release;
	const struct release_series *series;
	const uint32_t *areas; /* numbers of areas, ascending; series->areas of them */
	const uint32_t *periods; /* numbers of periods, oldest first; series->periods */
	const double *numbers[COLUMN_NUMBERS];
	const uint32_t *lines;
	const uint16_t *notes, *sources, *published, *goals;
	const uint8_t *missing;
};

/* Fails with FAULT_INPUT when the block does not match its checksum or holds what
 * cannot be. */
MUST_CHECK bool release_figures(const struct release *release, uint32_t series,
    struct figures *figures, struct err *err);

/* One figure, NaN for each number there is none of. */
struct figure {
	double value, lower95, upper95, lower998, upper998, count, denominator;
	enum missing missing;        /* why value is NaN */
	uint32_t note, source, line; /* RELEASE_NONE source and line 0: no row */
	uint16_t published;          /* see format.h */
	uint16_t goal;               /* number of the goal; 0: none */
};

/* The cell at places (area, period) in the series' lists; RELEASE_NONE for either gives
 * a figure missing for want of a row. Of a group it is worked out, see group.h. */
struct figure figures_at(const struct figures *figures, uint32_t area, uint32_t period);

/* Its value alone. */
double figures_value(const struct figures *figures, uint32_t area, uint32_t period);

/* A number of one cell of an area, NaN where the series has no such column. */
static inline double
figures_number(const struct figures *figures, enum release_column column, uint64_t cell)
{
	return figures->numbers[column] ? figures->numbers[column][cell] : (double)NAN;
}

/* A figure as comparisons take it. */
struct limits figure_limits(const struct figure *figure);

/* Places in the series' lists, or RELEASE_NONE. Those of groups lie behind all areas.
 */
uint32_t figures_area(const struct figures *figures, uint32_t area);
uint32_t figures_period(const struct figures *figures, uint32_t period);

/* What the source itself said of a figure; false when nothing. */
bool figure_published_verdict(
    const struct figure *figure, bool parent, enum verdict *verdict);
bool figure_published_trend(const struct figure *figure, enum trend *trend);

/* Finding things; RELEASE_NONE when there is none of that name. Codes, keys and slugs
 * are matched without regard to case. A group is found by its code as an area is. */
uint32_t release_area(const struct release *release, struct str code);
uint32_t release_indicator(const struct release *release, struct str key);
uint32_t release_area_type(const struct release *release, struct str slug);
uint32_t release_domain(const struct release *release, struct str slug);
/* Whether a series is an age band of its indicator's directly standardised rate: its
 * figures are crude rates, whatever the indicator's are. */
bool release_is_band(const struct release *release, uint32_t series);
uint32_t release_find_series(const struct release *release, uint32_t indicator,
    uint32_t area_type, uint32_t sex, uint32_t age, uint32_t category);

/* What is hidden or rounded of the counts of an indicator, or NULL; and the same for
 * who reckons with it. Only a rule that passes disclose_rule_check is opened. */
const struct release_rule *release_rule(
    const struct release *release, uint32_t indicator);
struct disclose_rule release_rule_of(
    const struct release *release, const struct release_rule *rule);

/* The parent of an area of a type (the first where there are several), the areas of a
 * type and the children of a parent, as ranges; the first of the parents of a type's
 * areas whose number is not below `from`, or RELEASE_NONE. A group has the parent that
 * all of its areas have, else the root, and its areas as children; it is of a type if
 * they are, but stands neither among the areas of a type nor among the parents. */
uint32_t release_parent(const struct release *release, uint32_t type, uint32_t area);
const uint32_t *release_areas_of_type(
    const struct release *release, uint32_t type, uint32_t *count);
const struct release_relation *release_children(
    const struct release *release, uint32_t type, uint32_t parent, uint32_t *count);
uint32_t release_next_parent(
    const struct release *release, uint32_t type, uint32_t from);
bool release_type_has(const struct release *release, uint32_t type, uint32_t area);

/* How an area came into being and changed, oldest first. */
const struct release_change *release_changes(
    const struct release *release, uint32_t area, uint32_t *count);
/* What became of an area: the first change that it is part of what was before, not
 * counting changes of its own boundary; NULL when there is none. */
const struct release_change *release_end(const struct release *release, uint32_t area);

/* The neighbours of an area by a kind, the most alike first, and the kind of a slug or
 * RELEASE_NONE. */
const struct release_neighbour *release_neighbours(
    const struct release *release, uint32_t kind, uint32_t area, uint32_t *count);
uint32_t release_kind(const struct release *release, struct str slug);

struct period release_period(const struct release *release, uint32_t period);

#endif
