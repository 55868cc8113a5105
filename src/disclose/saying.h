/* disclose/saying.h - a rule in sentences, for whoever reads a release. */
#ifndef DISCLOSE_SAYING_H
#define DISCLOSE_SAYING_H

#include "base/arena.h"
#include "disclose/rule.h"

/* "Counts from 1 to 4 are hidden, with their rates, and as many others as it takes..."
 */
struct str disclose_saying(struct arena *arena, const struct disclose_rule *rule);

/* What stands in the place of a hidden figure: of a small one, and of one hidden for
 * the sake of others where the rule tells them apart. */
struct str disclose_note(void);
struct str disclose_note_other(void);

#endif
