#include "write/tally.h"

#include "write/wording.h"

void
tally_add(struct tally *tally, enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_WORST:
	case VERDICT_WORSE: tally->worse++; break;
	case VERDICT_SIMILAR: tally->similar++; break;
	case VERDICT_BETTER:
	case VERDICT_BEST: tally->better++; break;
	case VERDICT_LOWEST:
	case VERDICT_LOWER: tally->lower++; break;
	case VERDICT_HIGHER:
	case VERDICT_HIGHEST: tally->higher++; break;
	case VERDICT_NONE:
	case VERDICT_COUNT: tally->uncompared++; break;
	}
}

uint32_t
tally_compared(const struct tally *tally)
{
	return tally->worse + tally->similar + tally->better + tally->lower +
	       tally->higher;
}

struct str
tally_words(struct arena *arena, const struct tally *tally)
{
	const struct {
		uint32_t count;
		const char *word;
	} items[] = { { tally->worse, "worse" }, { tally->lower, "lower" },
		{ tally->similar, "similar" }, { tally->higher, "higher" },
		{ tally->better, "better" } };
	struct str words = STR("");
	unsigned left = 0;

	for (size_t i = 0; i < sizeof items / sizeof items[0]; i++)
		left += items[i].count > 0;
	for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
		struct str count;

		if (items[i].count == 0)
			continue;
		left--;
		count = wording_whole(arena, items[i].count);
		words =
		    str_print(arena, "%.*s%.*s%s %s%s", STR_ARG(words), STR_ARG(count),
			words.len > 0         ? ""
			: items[i].count == 1 ? " is"
					      : " are",
			items[i].word,
			left == 0   ? ""
			: left == 1 ? " and "
				    : ", ");
	}
	return words;
}
