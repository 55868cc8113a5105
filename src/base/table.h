/* base/table.h - names to numbers: each distinct text gets the next whole number from
 * 0.
 *
 * The numbers depend only on the order in which texts are first added. The texts are
 * views; the table keeps those it was given first, so they must outlive it. One thread
 * at a time. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define TABLE_NONE UINT32_MAX

struct table {
	struct str *texts; /* texts[number] */
	uint32_t count;
	/* private: */
	uint32_t room;
	uint32_t *slots;
	uint32_t slot_count;
	uint64_t *hashes;
};

void table_done(struct table *table); /* a zeroed struct is an empty table */
uint32_t table_add(struct table *table, struct str text); /* its number, old or new */
uint32_t table_find(const struct table *table, struct str text); /* or TABLE_NONE */

#endif
