/* source/kind.h - which kind of source a file is.
 *
 * Told by what a file holds; by its name only where contents cannot tell (YAML, notes
 * to the reader). A file that is of no use to a profile is passed over, with a note
 * unless it is plainly meant for people; one that looks like data and is not known is a
 * fault. */
#ifndef SOURCE_KIND_H
#define SOURCE_KIND_H

#include "source/report.h"
#include "source/source_file.h"

enum source_kind {
	KIND_FIGURES,     /* Fingertips data, or a table re-shaped from it */
	KIND_METADATA,    /* Fingertips metadata */
	KIND_AREAS,       /* areas and the areas above them */
	KIND_CHANGES,     /* how areas came into being, changed and ended */
	KIND_BOUNDARIES,  /* outlines of areas, as GeoJSON */
	KIND_TABLE,       /* a table that a definition reads counts from */
	KIND_PEOPLE,      /* a table that a definition reads people from */
	KIND_NEIGHBOURS,  /* which areas are alike */
	KIND_PROFILE,     /* tartan.yaml */
	KIND_DEFINITIONS, /* definitions.yaml */
	KIND_IGNORED,     /* nothing for a profile */
	KIND_WRONG,       /* cannot be read; the report says why */
	KIND_COUNT
};

enum source_kind kind_of(const struct source_file *file, struct report *report);

const char *kind_word(enum source_kind kind); /* "Fingertips data" */

#endif
