#include "source/cut.h"

#include <string.h>

/* The first record that begins in the block [from, until) of the text, which is inside
 * a cell at `from` or not. Counts line ends passed. False when none begins there. */
static bool
find_record(
    struct str text, char feed, size_t from, size_t until, bool inside, struct cut *cut)
{
	if (!inside && from > 0 && text.at[from - 1] == feed) {
		cut->from = from;
		return true;
	}
	for (size_t i = from; i < until; i++) {
		if (text.at[i] == '"') {
			inside = !inside;
		} else if (text.at[i] == feed) {
			cut->line++;
			if (inside)
				continue;
			cut->from = i + 1;
			return i + 1 < text.len;
		}
	}
	return false;
}

struct cut *
cut_records(struct arena *arena, struct str text, char feed, size_t block,
    const struct text_census *blocks, struct cut first, size_t *count)
{
	size_t block_count = text.len / block + 1, n = 0;
	struct cut *cuts = ARENA_NEW(arena, struct cut, block_count + 1);
	uint64_t quotes = 0, lines = 1;

	cuts[n++] = first;
	for (size_t i = 0; i * block < text.len; i++) {
		size_t from = i * block;
		size_t until = text.len - from > block ? from + block : text.len;
		struct cut cut = { .line = lines };
		if (find_record(text, feed, from, until, quotes & 1, &cut) &&
		    cut.from > cuts[n - 1].from)
			cuts[n++] = cut;
		quotes += blocks[i].quotes;
		lines += feed == '\n' ? blocks[i].feeds : blocks[i].returns;
	}
	*count = n;
	return cuts;
}
