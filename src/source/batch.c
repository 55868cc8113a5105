#include "source/batch.h"

#include <stdlib.h>

void
batch_done(struct batch *batch)
{
	struct table *tables[] = { &batch->indicators, &batch->areas, &batch->types,
		&batch->ages, &batch->periods, &batch->notes, &batch->goals,
		&batch->categories };

	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
		table_done(tables[i]);
	free(batch->indicator_names);
	free(batch->indicator_units);
	free(batch->area_names);
	free(batch->groups);
	free(batch->rows);
	report_done(&batch->report);
	arena_done(&batch->arena);
	arena_done(&batch->texts);
	*batch = (struct batch){ 0 };
}
