#include "answer/order.h"

#include <math.h>
#include <stdlib.h>

static int
compare(const void *a, const void *b)
{
	const struct order *x = a, *y = b;

	if (isnan(x->key) != isnan(y->key))
		return isnan(x->key) ? 1 : -1;
	if (x->key != y->key && !isnan(x->key))
		return x->key > y->key ? -1 : 1;
	int order = str_order_natural(x->name, y->name);
	return order ? order : (x->number > y->number) - (x->number < y->number);
}

void
order_sort(struct order *items, size_t count)
{
	if (count > 1)
		qsort(items, count, sizeof *items, compare);
}
