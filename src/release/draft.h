/* release/draft.h - everything a release will hold, before it is written.
 *
 * Plain arrays with text as views; whoever builds a draft owns it all and keeps it
 * alive until release_write returns. Numbers refer to places in the arrays of the
 * draft, which must already be in the order format.h asks for, and what is filled into
 * a block must keep its promises; the writer asserts both. */
#ifndef RELEASE_DRAFT_H
#define RELEASE_DRAFT_H

#include "base/err.h"
#include "base/progress.h"
#include "base/str.h"
#include "disclose/rule.h"
#include "model/area.h"
#include "model/indicator.h"
#include "model/missing.h"
#include "model/period.h"
#include "release/format.h"

struct draft_profile {
	struct str title, slug, summary, introduction, notice, publisher, contact,
	    licence;
	struct str published; /* YYYY-MM-DD or empty */
	uint32_t root, benchmark;
	bool made_up;
	uint64_t rows, repeated, figures;
};

struct draft_area {
	struct str code, name;
	struct str published; /* the name to the byte, where it differs; or empty */
};

struct draft_area_type {
	struct str name, slug;
	enum area_level level;
	uint32_t *areas; /* ascending */
	uint32_t count;
};

struct draft_group {
	struct str code, name;
	uint32_t *areas; /* ascending, at least one */
	uint32_t count;
};

struct draft_kind {
	struct str slug, name, basis, left_out;
	bool measured;
};

/* As in the release, but that first shapes, rings, links, arcs and vertices are counted
 * within the map. */
struct draft_map {
	uint32_t source;
	struct release_shape *shapes; /* by area */
	struct release_ring *rings;
	uint32_t *links;
	struct release_arc *arcs;
	struct release_vertex *vertices;
	uint32_t shape_count, ring_count, link_count, arc_count, vertex_count;
};

struct draft_period {
	struct period period;
	struct str label;
};

struct draft_category {
	struct str type, name;
};

struct draft_note {
	struct str text;
	enum missing missing;
	bool modelled;
};

struct draft_fact {
	enum origin origin;
	uint32_t supporting, contradicting;
	struct str text;
};

struct draft_field {
	struct str label, text;
	enum origin origin;
};

/* An age band of a directly standardised rate. */
struct draft_band {
	uint32_t age;
	double weight; /* of the standard population, > 0 */
};

struct draft_indicator {
	struct str key, name, short_name, unit, topic, quality, quality_meaning;
	struct str published; /* the name to the byte, where it differs; or empty */
	enum value_type value_type;
	enum polarity polarity;
	enum interval_method interval;
	enum comparison comparison;
	int decimals;
	bool modelled;
	unsigned frequency_months; /* at most 255 */
	enum period_style year_type;
	unsigned rounding; /* counts are multiples of it, 0 where they are not */
	double multiplier;
	uint32_t latest;
	struct draft_fact facts[FACT_COUNT];
	struct draft_field *fields;
	uint32_t field_count;
	/* Of a directly standardised rate whose bands have series: see format.h. */
	struct str standard;
	struct draft_band *bands; /* youngest first */
	uint32_t band_count;
	uint32_t standardised_age;               /* where there are bands */
	const struct disclose_rule *rule;        /* of its counts, or NULL */
	uint32_t hidden_note, hidden_other_note; /* with a rule: of what is hidden */
};

struct draft_domain {
	struct str name, slug, summary;
	uint32_t *indicators;
	uint32_t count;
};

struct draft_update {
	struct str date, text;
};

struct draft_source {
	struct str path, kind;
	uint64_t bytes, rows, checksum;
};

struct draft_series {
	uint32_t indicator, area_type, sex, age, category;
	uint32_t *areas, *periods; /* ascending */
	uint32_t area_count, period_count;
	uint32_t columns; /* bit 1 << enum release_column for each it has */
};

/* Where the columns of one series are to be filled; cells are pre-set to "no row". */
struct draft_block {
	double *numbers[COLUMN_NUMBERS]; /* NULL for a column the series has not */
	uint32_t *lines;
	uint16_t *notes, *sources, *published, *goals;
	uint8_t *missing;
};

/* Fills the block of series number `series`; called once for each, from several
 * threads. */
typedef void draft_fill(void *context, uint32_t series, struct draft_block *block);

struct draft {
	struct draft_profile profile;
	struct draft_area *areas; /* by code */
	uint32_t area_count;
	struct draft_area_type *types;
	uint32_t type_count;
	struct release_relation *relations; /* by type, parent, area; no repetitions */
	uint32_t relation_count;
	struct release_change *changes; /* by area, month, before; no repetitions */
	uint32_t change_count;
	struct draft_group *groups;
	uint32_t group_count;
	struct draft_kind *kinds;
	uint32_t kind_count;
	struct release_neighbour *neighbours; /* by kind, area, rank */
	uint32_t neighbour_count;
	struct draft_map *maps; /* by source */
	uint32_t map_count;
	struct draft_period *periods; /* oldest first */
	uint32_t period_count;
	struct str *ages; /* youngest first */
	uint32_t age_count;
	struct draft_category *categories; /* 0 is "no category" */
	uint32_t category_count;
	struct draft_note *notes; /* 0 is "no note" */
	uint32_t note_count;
	struct str *goals; /* 0 is empty; none at all where no series has the column */
	uint32_t goal_count;
	struct draft_indicator *indicators;
	uint32_t indicator_count;
	struct draft_domain *domains;
	uint32_t domain_count;
	struct draft_update *updates; /* newest first */
	uint32_t update_count;
	struct draft_source *sources;
	uint32_t source_count;
	struct draft_series *series; /* by indicator, type, sex, age, category */
	uint32_t series_count;
	struct progress *progress; /* of writing; or NULL */
	draft_fill *fill;
	void *context;
	/* Called once behind the last fill, with filled_context: whether all that was
	 * read can be relied on; with false, and *err, nothing is written. May be NULL.
	 */
	bool (*confirm)(void *context, struct err *err);
	/* Called once behind the last fill, beside the writing of the rest: what only
	 * fill needs may be given back. May be NULL. */
	void (*filled)(void *context);
	void *filled_context;
};

/* Writes the release atomically, on up to so many threads (0: all cores); the same
 * draft gives the same bytes. Fails with FAULT_SYSTEM or FAULT_MISSING (no such
 * directory), or with FAULT_INPUT for text that is not UTF-8 and for more than the
 * format can hold; leaves nothing behind then. */
MUST_CHECK bool release_write(
    const struct draft *draft, const char *path, size_t threads, struct err *err);

#endif
