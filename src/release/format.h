/* release/format.h - the release file: every record as it lies in the file.
 *
 * Little-endian; records are used where they lie. docs/release-format.md explains the
 * whole; this header is its exact statement. A text is a number into the TEXTS section,
 * 0 being the empty text. An index that may be absent is RELEASE_NONE then.
 *
 * There is one place for everything: sections in the order below, each at the first
 * multiple of RELEASE_ALIGN behind the one before with zeros between; blocks one behind
 * the other; and where a record has a first and a count, the ranges of all records in
 * their order fill what they point into without gap or overlap, but for the lists of
 * series, which may be shared. So no byte is outside of a check, and no file can claim
 * more than it holds. */
#ifndef RELEASE_FORMAT_H
#define RELEASE_FORMAT_H

#include <stdint.h>

#define RELEASE_MAGIC "TARTAN\r\n"
enum {
	RELEASE_VERSION = 9,
	RELEASE_ALIGN = 64,
	RELEASE_TEXT_LONGEST = 1 << 24, /* bytes of one text */
	RELEASE_DECIMALS = 20,          /* an indicator has fewer */
	RELEASE_NUMBERS = 1 << 16 /* the most notes, goals and sources: their columns
				     are 16 bits wide */
};
#define RELEASE_NONE 0xffffffffu

enum release_section {
	SECTION_PROFILE,    /* one struct release_profile */
	SECTION_TEXTS,      /* struct release_text: where each text lies in the heap */
	SECTION_HEAP,       /* UTF-8: the texts, one behind the other */
	SECTION_AREAS,      /* struct release_area, by code */
	SECTION_AREA_TYPES, /* struct release_area_type, in the order they are offered
			     */
	SECTION_CHILDREN,   /* struct release_relation, by type, parent, area */
	SECTION_PARENTS,    /* struct release_relation, by type, area, parent */
	SECTION_CHANGES,    /* struct release_change, by area, month, before */
	SECTION_GROUPS,     /* struct release_group, in the order of the profile */
	SECTION_MEMBERS,    /* uint32_t: the areas of the groups */
	SECTION_KINDS,      /* struct release_kind: of neighbours */
	SECTION_NEIGHBOURS, /* struct release_neighbour, by kind, area, rank */
	SECTION_MAPS,       /* struct release_map, by source */
	SECTION_SHAPES,     /* struct release_shape, by map, area */
	SECTION_RINGS,      /* struct release_ring, by shape, largest first */
	SECTION_LINKS,    /* uint32_t: number of an arc * 2, + 1 if walked backwards */
	SECTION_ARCS,     /* struct release_arc, by map */
	SECTION_VERTICES, /* struct release_vertex, by arc */
	SECTION_PERIODS,  /* struct release_period, oldest first */
	SECTION_AGES,     /* struct release_age, youngest first */
	SECTION_CATEGORIES, /* struct release_category; number 0 is "no category" */
	SECTION_NOTES,      /* struct release_note; number 0 is "no note" */
	SECTION_GOALS,      /* struct release_goal; number 0 is "none" */
	SECTION_INDICATORS, /* struct release_indicator, in the order of the domains */
	SECTION_FACTS,      /* struct release_fact, by indicator, FACT_COUNT for each */
	SECTION_FIELDS, /* struct release_field, by indicator, in the order published */
	SECTION_BANDS,  /* struct release_band, by indicator, youngest first */
	SECTION_DOMAINS, /* struct release_domain, in order */
	SECTION_ITEMS,   /* uint32_t indicators of the domains, in order */
	SECTION_UPDATES, /* struct release_update, newest first */
	SECTION_SOURCES, /* struct release_source, by path */
	SECTION_RULES,   /* struct release_rule, by indicator */
	SECTION_SERIES, /* struct release_series, by indicator, type, sex, age, category
			 */
	SECTION_LISTS,  /* uint32_t: areas of types, then areas and periods of series */
	SECTION_FIGURES, /* blocks of columns, one a series; checked when first used */
	SECTION_COUNT
};

struct release_header {
	char magic[8];
	uint32_t version;
	uint32_t sections; /* SECTION_COUNT */
	uint64_t length;   /* of the whole file, bytes */
	uint64_t checksum; /* XXH3-64 of the directory; also the name of the release */
};

struct release_entry {
	uint64_t offset;   /* from the start of the file, a multiple of RELEASE_ALIGN */
	uint64_t length;   /* bytes */
	uint64_t count;    /* records */
	uint64_t checksum; /* XXH3-64 of the section; of FIGURES: of the checksums of
			      its blocks, in order */
};

struct release_text {
	uint32_t offset; /* into the heap */
	uint32_t len;
};

struct release_profile {
	uint32_t title, slug, summary, introduction, notice, publisher, contact,
	    licence;
	uint32_t published; /* text: YYYY-MM-DD, or empty */
	uint32_t root;      /* area: England, or RELEASE_NONE */
	uint32_t
	    benchmark; /* area compared with unless asked otherwise, or RELEASE_NONE */
	uint32_t made_up;  /* 1: its figures are simulated, every page says so */
	uint64_t rows;     /* read from the sources */
	uint64_t repeated; /* of them identical repetitions, folded */
	uint64_t figures;  /* cells with a row of their own */
};

struct release_area {
	uint32_t code, name;
	uint32_t published; /* the name to the byte, where it has other spaces; or empty
			     */
};

struct release_area_type {
	uint32_t name, slug;
	uint32_t level;        /* enum area_level */
	uint32_t first, count; /* its areas, in LISTS, by number */
};

struct release_relation {
	uint32_t type; /* area type of the child */
	uint32_t parent, area;
};

/* From a month on there is the area; before is one that it was made of, or the area
 * itself where its boundary changed. RELEASE_NONE for one of them where an area came
 * from nothing that is named, or became part of nothing. */
struct release_change {
	uint32_t area, before;
	int32_t month; /* since January of year 0 */
};

/* Areas that the profile takes together under a name. */
struct release_group {
	uint32_t code, name;   /* the code: a slug */
	uint32_t first, count; /* its areas, ascending, in MEMBERS; at least one */
};

/* A way to tell which areas are alike. */
struct release_kind {
	uint32_t slug, name;
	uint32_t basis;    /* sentences: what they are alike in, or known from */
	uint32_t left_out; /* names of areas that lack a figure for it, or empty */
	uint32_t measured; /* 1: neighbours have distances; else 0 */
};

struct release_neighbour {
	uint32_t kind, area, neighbour;
	uint32_t rank;   /* from 1, the most alike */
	double distance; /* standardised; NaN where it is not measured */
};

/* The outlines of areas from one source, on one network of arcs. */
struct release_map {
	uint32_t source;
	uint32_t first_shape, shapes; /* at least one */
	uint32_t first_arc, arcs;
};

struct release_shape {
	uint32_t area;
	uint32_t first_ring, rings; /* at least one */
	int32_t x, y;               /* where a label has most room, as of a vertex */
	uint32_t radius;            /* of the room around it, metres */
};

/* Outlines and holes alike: what an odd number of rings is around is inside. */
struct release_ring {
	uint32_t first_link, links; /* at least one; they make a closed line */
	double area;                /* within it, square metres, >= 0 */
};

struct release_arc {
	uint32_t first_vertex, vertices; /* at least two */
};

/* At any scale the vertices above some weight are what a line needs. */
struct release_vertex {
	int32_t x, y;    /* metres on the British National Grid */
	uint32_t weight; /* square metres; 0xffffffff: never left out */
};

struct release_period {
	int32_t first; /* struct period, spelt out */
	uint16_t months;
	uint8_t style, part;
	uint32_t label; /* as published */
};

struct release_age {
	uint32_t label; /* empty: the source does not say */
};

struct release_category {
	uint32_t type,
	    name; /* "County & UA deprivation deciles", "Most deprived decile" */
};

struct release_note {
	uint32_t text;
	uint16_t missing;  /* enum missing of a blank with this note */
	uint16_t modelled; /* 1: the note says the value is modelled */
};

/* How a figure compares with a goal, in the words of its source. */
struct release_goal {
	uint32_t text;
};

struct release_indicator {
	uint32_t key; /* its published id as text: "91141", or a readable key */
	uint32_t name, short_name, unit, topic, quality;
	uint8_t value_type, polarity, interval, comparison;
	uint8_t decimals, modelled;
	uint8_t frequency_months; /* between periods, 0 unknown */
	uint8_t year_type;        /* enum period_style of its years */
	double multiplier;        /* of the value, 0 unknown */
	uint32_t first_series, series;
	uint32_t first_field, fields;
	uint32_t latest;          /* newest period with a value, or RELEASE_NONE */
	uint32_t quality_meaning; /* what the label of quality means, or empty */
	uint32_t rounding;        /* counts are multiples of it, 0 where they are not */
	uint32_t published;       /* the name to the byte, as of an area */
	/* Of a directly standardised rate whose age bands have series of their own, as
	 * crude rates with counts: name of the standard population, the bands, and the
	 * age of the rate itself. Else empty, none and RELEASE_NONE. */
	uint32_t standard;
	uint32_t first_band, bands;
	uint32_t standardised_age;
};

struct release_band {
	double weight; /* people of the standard population, > 0 */
	uint32_t age;
	uint32_t reserved;
};

struct release_fact {
	uint8_t origin; /* enum origin */
	uint8_t reserved[3];
	uint32_t supporting, contradicting; /* rows, where inferred */
	uint32_t text;                      /* the evidence in words, or empty */
};

struct release_field {
	uint32_t label, text, origin;
};

struct release_domain {
	uint32_t name, slug, summary;
	uint32_t first, count; /* its indicators, in ITEMS */
};

struct release_update {
	uint32_t date, text; /* YYYY-MM or YYYY-MM-DD; Markdown */
};

struct release_source {
	uint32_t path, kind; /* relative to the folder; "Fingertips data" */
	uint64_t bytes, rows;
	uint64_t checksum; /* XXH3-64 of the file */
};

/* What is hidden or rounded of the counts of an indicator; as struct disclose_rule. A
 * range whose least is above its most holds nothing. */
struct release_rule {
	uint32_t indicator;
	uint32_t name; /* text */
	uint32_t small_least, small_most;
	uint32_t reach_least, reach_most;
	uint32_t values;
	uint32_t base[3]; /* by enum disclose_level */
	uint32_t flags;
	uint32_t note;       /* number of the note where a count is hidden */
	uint32_t note_other; /* the same where it is so for the sake of others */
};

enum {
	RULE_UP = 1,
	RULE_ZERO_HIDES = 2,
	RULE_TOLD_APART = 4,
	RULE_RATE_TOO = 8,
	RULE_DENOMINATOR_TOO = 16,
	RULE_EXEMPT = 32, /* and the next two: by enum disclose_level */
	RULE_FLAGS = 256  /* none from here on */
};

/* Columns of a block in this order, each with one entry per area and period, area by
 * area; a column whose bit is not in release_series.columns is not there. VALUE and
 * MISSING always are, SOURCE only with LINE. Numbers are finite or NaN, and the value
 * is NaN exactly where MISSING has a reason. */
enum release_column {
	COLUMN_VALUE,
	COLUMN_LOWER95,
	COLUMN_UPPER95,
	COLUMN_LOWER998,
	COLUMN_UPPER998,
	COLUMN_COUNT_OF, /* the count (numerator) */
	COLUMN_DENOMINATOR,
	COLUMN_NUMBERS,               /* above: doubles, NaN for none */
	COLUMN_LINE = COLUMN_NUMBERS, /* uint32_t line in its source, 0 for no row */
	COLUMN_NOTE,                  /* uint16_t number of the note */
	COLUMN_SOURCE,                /* uint16_t number of the source, if line > 0 */
	COLUMN_PUBLISHED, /* uint16_t: what the source itself said, see below */
	COLUMN_GOAL,      /* uint16_t number of the goal */
	COLUMN_MISSING,   /* uint8_t enum missing */
	COLUMN_COUNT
};

/* COLUMN_PUBLISHED: four bits each. Verdicts as enum verdict + 1, trends as enum trend
 * + 1, 0 where nothing was published; the highest four are flags. The last three say of
 * a figure that nobody published how it was made of published counts. */
enum {
	PUBLISHED_ENGLAND = 0,
	PUBLISHED_PARENT = 4,
	PUBLISHED_TREND = 8,
	PUBLISHED_NEW = 1 << 12, /* "New data" */
	MADE_COMPUTED = 1 << 13, /* value and limits follow from the counts */
	MADE_SUMMED = 1 << 14,   /* the counts are those of the areas within */
	MADE_POOLED = 1 << 15    /* the counts are those of the years within */
};

struct release_series {
	uint32_t indicator, area_type, sex, age, category;
	uint32_t first_area, areas;     /* in LISTS, ascending, at least one */
	uint32_t first_period, periods; /* in LISTS, ascending, at least one */
	uint32_t columns;               /* bit 1 << enum release_column */
	uint64_t offset, length;        /* of the block within FIGURES */
	uint64_t checksum;              /* XXH3-64 of the block */
};

#endif
