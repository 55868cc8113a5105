/* build/naming.h - the names of many batches numbered as one. */
#ifndef BUILD_NAMING_H
#define BUILD_NAMING_H

#include "base/arena.h"
#include "base/table.h"

/* Final numbers of one kind of name. A zeroed struct is empty. */
struct naming {
	struct table table; /* all names, in the order met */
	uint32_t **numbers; /* [batch][number in the batch]: final number */
	uint32_t *place;    /* final number of each name of the table */
	uint32_t count;     /* of final numbers */
	uint32_t *first;    /* the first name met (in the table) of each final number */
};

typedef int naming_order(struct str a, struct str b);

/* Numbers the names of table(batches[i]) for all batches: in the given order (NULL: as
 * met). Names that `order` finds equal get one number. Memory from the arena, but for
 * the table. */
void naming_make(struct naming *naming, struct arena *arena,
    const struct table *const *tables, size_t batch_count, naming_order *order);
void naming_done(struct naming *naming);

/* The name behind a final number. */
struct str naming_text(const struct naming *naming, uint32_t number);

#endif
