/* answer/order.h - sorting areas and other things with a name; for this layer's own
 * use. */
#ifndef ANSWER_ORDER_H
#define ANSWER_ORDER_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* key: highest first, NaN last (so all NaN: by name). Ties by name, numbers in names by
 * size, then by number. */
struct order {
	double key;
	struct str name;
	uint32_t number;
};

void order_sort(struct order *items, size_t count);

#endif
