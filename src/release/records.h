/* release/records.h - a draft laid out as the records of a release: every section but
 * the figures, in memory. */
#ifndef RELEASE_RECORDS_H
#define RELEASE_RECORDS_H

#include "base/buf.h"
#include "base/err.h"
#include "base/table.h"
#include "release/format.h"

struct draft;

struct records {
	const struct draft *draft;
	struct table texts;
	struct buf sections[SECTION_COUNT]; /* the checksums of series are still 0 */
	uint64_t figures;                   /* bytes of all blocks */
};

/* Fails with FAULT_INPUT for what the format cannot hold; records_done frees in any
 * case. */
MUST_CHECK bool records_make(
    struct records *records, const struct draft *draft, struct err *err);
void records_done(struct records *records);

#endif
