#include "base/table.h"

#include <stdlib.h>

#include "base/arena.h"

void
table_done(struct table *table)
{
	free(table->texts);
	free(table->slots);
	free(table->hashes);
	*table = (struct table){ 0 };
}

/* Open addressing: a slot holds number + 1, or 0. */
static uint32_t
slot_of(const struct table *table, struct str text, uint64_t hash)
{
	uint32_t slot = (uint32_t)hash & (table->slot_count - 1);

	while (table->slots[slot]) {
		uint32_t number = table->slots[slot] - 1;
		if (table->hashes[number] == hash &&
		    str_equal(table->texts[number], text))
			break;
		slot = (slot + 1) & (table->slot_count - 1);
	}
	return slot;
}

static void
grow_slots(struct table *table)
{
	uint32_t count = table->slot_count ? table->slot_count * 2 : 64;

	free(table->slots);
	table->slots = memory_take(count, sizeof *table->slots);
	table->slot_count = count;
	for (uint32_t i = 0; i < table->count; i++) {
		uint32_t slot = (uint32_t)table->hashes[i] & (count - 1);
		while (table->slots[slot])
			slot = (slot + 1) & (count - 1);
		table->slots[slot] = i + 1;
	}
}

uint32_t
table_add(struct table *table, struct str text)
{
	uint64_t hash = str_hash(text);
	uint32_t slot;

	if (table->count * 2 >= table->slot_count)
		grow_slots(table);
	slot = slot_of(table, text, hash);
	if (table->slots[slot])
		return table->slots[slot] - 1;
	if (table->count == table->room) {
		table->room = table->room ? table->room * 2 : 32;
		table->texts =
		    memory_grow(table->texts, table->room, sizeof *table->texts);
		table->hashes =
		    memory_grow(table->hashes, table->room, sizeof *table->hashes);
	}
	table->texts[table->count] = text;
	table->hashes[table->count] = hash;
	table->slots[slot] = ++table->count;
	return table->count - 1;
}

uint32_t
table_find(const struct table *table, struct str text)
{
	uint32_t slot;

	if (!table->slot_count)
		return TABLE_NONE;
	slot = slot_of(table, text, str_hash(text));
	return table->slots[slot] ? table->slots[slot] - 1 : TABLE_NONE;
}
