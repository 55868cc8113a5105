/* cli/named.h - areas by their names, as people type them. */
#ifndef CLI_NAMED_H
#define CLI_NAMED_H

#include "release/reader.h"

/* A name to a code, unless it is the word that means something else; several with plus
 * signs between to the codes of a group. What is neither stays as it is, to be reported
 * by the view. Texts live in the arena and the release. */
struct str named_area(struct arena *arena, const struct release *release,
    struct str name, const char *word);

#endif
