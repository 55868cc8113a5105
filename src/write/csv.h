/* write/csv.h - figures as the 27 columns that England's public health profiles
 * publish.
 *
 * RFC 4180 without a byte order mark: lines end in CR LF, as the published files' do,
 * and a cell is quoted only where it holds a comma, a quote or a line break. Numbers
 * are written so that they read back the same. Comparisons and trends are ours, in the
 * published words; where those have none of the kind ("Best") the nearest is given. A
 * spreadsheet may take a text that begins with "=" for a formula; such a text is
 * written as it is, since a script must read what the source said. */
#ifndef WRITE_CSV_H
#define WRITE_CSV_H

#include "answer/rows.h"
#include "base/buf.h"
#include "base/table.h"

struct csv {
	struct buf *out;
	struct arena *arena;
	const struct release *release;
	struct table added; /* names of the rows that csv_add_finding has added */
};

struct csv csv_of(struct arena *arena, const struct release *release, struct buf *out);

void csv_done(struct csv *csv); /* due in every case; what has been written stays */

/* The names of the columns. One of them names the kind of parent that areas of `type`
 * have; RELEASE_NONE, or parents of several kinds: "parent". */
void csv_begin(struct csv *csv, uint32_t type);

void csv_add(struct csv *csv, const struct download_row *row);

/* A figure of a view as a row: compared with the root and with its parent, whatever the
 * view compares it with. A finding without a series is no row, and what has been added
 * already (England stands on a page in many places) is not added again. */
MUST_CHECK bool csv_add_finding(struct csv *csv, const struct variant *variant,
    const struct finding *finding, struct err *err);

/* A writer that is done when it goes out of scope. */
#define AUTO_CSV __attribute__((cleanup(csv_done))) struct csv

#endif
