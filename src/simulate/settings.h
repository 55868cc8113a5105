/* simulate/settings.h - the two YAML files beside the made-up figures. */
#ifndef SIMULATE_SETTINGS_H
#define SIMULATE_SETTINGS_H

#include <stdint.h>

#include "base/buf.h"
#include "simulate/plan.h"

/* tartan.yaml: title, notice, introduction, domains and updates. */
void settings_profile(
    struct buf *buf, const struct domain *domains, size_t domain_count, uint64_t seed);

/* definitions.yaml: what each indicator is and how it was computed. */
void settings_definitions(
    struct buf *buf, const struct domain *domains, size_t domain_count, uint64_t seed);

#endif
