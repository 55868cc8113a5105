#include "assets/assets.h"

#include <stdlib.h>
#include <string.h>

/* Written by tools/embed.c: `static const struct asset asset_table[]`, sorted by path.
 */
#include "asset_table.h"

enum { ASSET_COUNT = sizeof asset_table / sizeof asset_table[0] };

struct wanted {
	const char *path;
	size_t len;
};

static int
path_order(const void *key, const void *element)
{
	const struct wanted *wanted = key;
	const struct asset *asset = element;
	size_t len = strlen(asset->path);
	int order =
	    memcmp(wanted->path, asset->path, wanted->len < len ? wanted->len : len);

	if (order != 0)
		return order;
	return (wanted->len > len) - (wanted->len < len);
}

const struct asset *
asset_find(const char *path, size_t len)
{
	struct wanted wanted = { .path = path, .len = len };

	return bsearch(
	    &wanted, asset_table, ASSET_COUNT, sizeof asset_table[0], path_order);
}

const struct asset *
asset_at(size_t place)
{
	return place < ASSET_COUNT ? &asset_table[place] : NULL;
}
