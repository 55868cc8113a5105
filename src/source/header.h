/* source/header.h - the header of a CSV, told apart by its columns. */
#ifndef SOURCE_HEADER_H
#define SOURCE_HEADER_H

#include <stdbool.h>

#include "base/arena.h"
#include "source/csv.h"

enum header_kind {
	HEADER_UNKNOWN,
	HEADER_FIGURES,
	HEADER_METADATA,
	HEADER_AREAS,
	HEADER_CHANGES,     /* of areas */
	HEADER_NEIGHBOURS,  /* areas that are alike */
	HEADER_POPULATION,  /* people by area and age */
	HEADER_DEPRIVATION, /* scores and deciles by area */
	HEADER_STATISTICS   /* the Department for Education's tables */
};

struct header {
	struct str *names;  /* tidy, as written */
	struct str *folded; /* letters and digits, see columns_fold */
	size_t count;
};

/* Takes the record that csv is at for a header. Texts are in the arena or the file. */
struct header header_of(struct arena *arena, const struct csv *csv);

/* The column of that folded name, or SIZE_MAX. */
size_t header_find(const struct header *header, const char *folded);

enum header_kind header_kind(const struct header *header);

#endif
