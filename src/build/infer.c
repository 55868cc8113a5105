#include "build/infer.h"

#include <stdlib.h>

#include "base/task.h"
#include "build/conclude.h"

struct inferring {
	const struct collection *c;
	uint32_t root;
	const struct draft_indicator *indicators;
	uint32_t *first, *count; /* series of each indicator */
	struct inference *inferences;
};

static void
gather_one(void *context, size_t number)
{
	struct inferring *w = context;
	const struct draft_indicator *i = &w->indicators[number];
	int rounding = conclude_is_said(i, FACT_ROUNDING) ? (int)i->rounding : -1;

	evidence_gather(w->c, w->first[number], w->count[number], w->root, rounding,
	    &w->inferences[number].evidence);
}

static void
find_series(struct inferring *w)
{
	for (uint32_t s = w->c->series_count; s-- > 0;) {
		w->first[w->c->series[s].indicator] = s;
		w->count[w->c->series[s].indicator]++;
	}
}

static void
conclude_all(struct draft_indicator *indicator, struct inference *inference,
    const struct collection *collection, struct arena *arena)
{
	indicator->latest = inference->evidence.latest;
	conclude_rounding(indicator, inference);
	conclude_value(indicator, inference);
	conclude_interval(indicator, inference);
	conclude_polarity(indicator, inference);
	conclude_comparison(indicator, inference);
	conclude_decimals(indicator, inference);
	conclude_modelled(indicator, inference);
	conclude_frequency(indicator, inference);
	conclude_unit(indicator, inference);
	conclude_unit_name(indicator, arena);
	conclude_year_type(indicator, inference, collection);
}

void
infer(const struct collection *collection, uint32_t root, size_t threads,
    struct arena *arena, struct draft_indicator *indicators)
{
	uint32_t n = collection->indicator_count;
	struct inferring w = {
		.c = collection,
		.root = root,
		.indicators = indicators,
	};

	w.first = memory_take(n, sizeof *w.first);
	w.count = memory_take(n, sizeof *w.count);
	w.inferences = memory_take(n, sizeof *w.inferences);
	find_series(&w);
	task_run(threads, n, gather_one, &w);
	for (uint32_t i = 0; i < n; i++) {
		struct inference *inference = &w.inferences[i];
		conclude_all(&indicators[i], inference, collection, arena);
		for (unsigned f = 0; f < FACT_COUNT; f++)
			if (inference->sentences[f][0])
				indicators[i].facts[f].text =
				    str_copy(arena, str_of(inference->sentences[f]));
	}
	free(w.first);
	free(w.count);
	free(w.inferences);
}
