/* release/validate.h - the checks a release passes before anyone walks it. */
#ifndef RELEASE_VALIDATE_H
#define RELEASE_VALIDATE_H

#include "base/err.h"
#include "base/str.h"
#include "release/format.h"

struct release;

/* Header, directory, places and checksums of all sections (of the figures only the
 * checksum of checksums). The entries are copied to `entries`, of SECTION_COUNT. */
MUST_CHECK bool validate_sections(
    struct str bytes, struct release_entry *entries, struct err *err);

/* Every number in every record against what it points into; the release has its arrays.
 */
MUST_CHECK bool validate_records(const struct release *release,
    const struct release_entry *entries, struct err *err);

/* The same for one rule, given those before it. */
MUST_CHECK bool validate_rule(const struct release *release, uint32_t number);

#endif
