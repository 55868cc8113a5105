/* tests/write/shire.h - the little England of the answers' tests, dressed for pages:
 * with texts, updates, metadata and notes, some of them as awkward as real ones are. */
#ifndef TESTS_WRITE_SHIRE_H
#define TESTS_WRITE_SHIRE_H

#include "../answer/little.h"
#include "write/site.h"

struct shire {
	struct little little;
	draft_fill *fill; /* the little England's own */
	struct site_profile profiles[2];
	struct site site;
};

/* A site of so many profiles (0 to 2), each the same release: "little" and "twin". */
void shire_open(struct shire *shire, uint32_t profiles);
void shire_done(struct shire *shire);

#endif
