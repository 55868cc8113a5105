/* tests/release/seal.h - makes the checksums of a release right again, whatever is in
 * it, so that what lies behind the checksums is put to the test: a forger's work.
 *
 * Also used by fuzz/fuzz_release.c, hence the care with numbers that are out of range.
 */
#ifndef TESTS_RELEASE_SEAL_H
#define TESTS_RELEASE_SEAL_H

#include <string.h>

#include "release/format.h"
#include "release/layout.h"

static inline bool
seal_within(uint64_t offset, uint64_t length, uint64_t all)
{
	return offset <= all && length <= all - offset;
}

static inline bool
seal_has(const struct release_entry *entry, uint64_t all)
{
	return entry->offset % 8 == 0 && seal_within(entry->offset, entry->length, all);
}

static inline void
seal_blocks(
    char *bytes, const struct release_entry *series, struct release_entry *figures)
{
	struct release_series *s =
	    (struct release_series *)(void *)(bytes + series->offset);
	uint64_t count = series->length / sizeof *s;

	for (uint64_t i = 0; i < count; i++)
		if (seal_within(s[i].offset, s[i].length, figures->length))
			s[i].checksum = layout_checksum(
			    bytes + figures->offset + s[i].offset, s[i].length);
	figures->checksum = layout_figures_checksum(s, (uint32_t)count);
}

/* Bytes at a multiple of 8, no fewer than a header and a directory. What does not lie
 * within them is left as it is. */
static inline void
seal(char *bytes, uint64_t len)
{
	struct release_header header;
	struct release_entry entries[SECTION_COUNT];

	memcpy(&header, bytes, sizeof header);
	memcpy(entries, bytes + sizeof header, sizeof entries);
	if (seal_has(&entries[SECTION_SERIES], len) &&
	    seal_has(&entries[SECTION_FIGURES], len))
		seal_blocks(bytes, &entries[SECTION_SERIES], &entries[SECTION_FIGURES]);
	for (unsigned i = 0; i < SECTION_FIGURES; i++)
		if (seal_has(&entries[i], len))
			entries[i].checksum = layout_checksum(
			    bytes + entries[i].offset, entries[i].length);
	memcpy(bytes + sizeof header, entries, sizeof entries);
	header.checksum = layout_checksum(entries, sizeof entries);
	memcpy(bytes, &header, sizeof header);
}

#endif
