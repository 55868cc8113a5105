/* build/describe.h - what people say of the indicators, laid over what the figures
 * show. */
#ifndef BUILD_DESCRIBE_H
#define BUILD_DESCRIBE_H

#include "build/collect.h"
#include "release/draft.h"
#include "source/config.h"

/* One draft indicator per collected one, with what definitions say of it; later
 * definitions win over earlier ones, so the caller lists metadata downloads first. An
 * indicator described but not in the data is a note when it comes from a definitions
 * file. Facts come with the origin given for each. */
void describe_indicators(const struct collection *collection,
    const struct config_definitions *definitions, const enum origin *origins,
    uint32_t count, struct arena *arena, struct draft_indicator *indicators,
    struct report *report);

/* Domains and their indicators in order, and `order`: the collected number of each
 * indicator in the order of the draft. Indicators that no domain names follow in a last
 * domain of their own. */
void describe_domains(const struct collection *collection,
    const struct config_profile *profile, struct arena *arena, struct draft *draft,
    uint32_t *order, struct report *report);

/* Labels of data quality and what they mean; a label that definitions give stays. */
void describe_quality(const struct collection *collection,
    const struct config_profile *profile, struct arena *arena,
    struct draft_indicator *indicators, struct report *report);

/* Title, introduction, updates and so on; folder_name stands in for a missing title. */
void describe_profile(const struct collection *collection,
    const struct config_profile *profile, struct str folder_name, struct arena *arena,
    struct draft *draft, struct report *report);

#endif
