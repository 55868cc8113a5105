/* source/config_groups.h - the keys 'groups' and 'similar' of tartan.yaml; for
 * config.c. */
#ifndef SOURCE_CONFIG_GROUPS_H
#define SOURCE_CONFIG_GROUPS_H

#include "source/config.h"
#include "source/setting.h"

/* Functions for a row of settings; `at` is the struct config_profile. */
bool config_read_groups(
    const struct settings *settings, const struct yaml_item *item, void *at);
bool config_read_similar(
    const struct settings *settings, const struct yaml_item *item, void *at);

#endif
