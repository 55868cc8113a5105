/* source/disclosure.h - the key "disclosure" of definitions.yaml: which counts of an
 * indicator, or of all, are hidden or rounded. */
#ifndef SOURCE_DISCLOSURE_H
#define SOURCE_DISCLOSURE_H

#include "disclose/rule.h"
#include "source/setting.h"

struct config_disclosure {
	bool given;
	bool none; /* said to have no rule */
	struct disclose_rule rule;
	struct place place;
};

/* For a table of settings; `at` is a struct config_disclosure. The name of a regime,
 * "none", or a map of its parts; a rule that contradicts itself is a fault. */
bool disclosure_read(
    const struct settings *settings, const struct yaml_item *item, void *at);

#endif
