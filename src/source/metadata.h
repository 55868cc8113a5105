/* source/metadata.h - the metadata download of Fingertips: one record an indicator, one
 * column a kind of text.
 *
 * Unit, value type, year type and polarity become facts; every other column becomes a
 * field under its published name, in the order published, empty ones left out. */
#ifndef SOURCE_METADATA_H
#define SOURCE_METADATA_H

#include "base/arena.h"
#include "source/config.h"
#include "source/report.h"
#include "source/source_file.h"

/* Reads a file of KIND_METADATA. Texts are in the arena or in the file's bytes. A word
 * that is not known (a new polarity) is noted and kept as a field. */
void metadata_read(struct arena *arena, const struct source_file *file,
    struct config_definitions *out, struct report *report);

#endif
