#include "build/relation.h"

#include <stdlib.h>

static int
relation_order(const void *a, const void *b)
{
	const struct release_relation *x = a, *y = b;

	if (x->type != y->type)
		return x->type < y->type ? -1 : 1;
	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	return (x->area > y->area) - (x->area < y->area);
}

uint32_t
relation_sort(struct release_relation *relations, uint32_t count)
{
	uint32_t kept = 0;

	if (!count)
		return 0;
	qsort(relations, count, sizeof *relations, relation_order);
	for (uint32_t i = 0; i < count; i++)
		if (i == 0 || relation_order(&relations[kept - 1], &relations[i]) != 0)
			relations[kept++] = relations[i];
	return kept;
}
