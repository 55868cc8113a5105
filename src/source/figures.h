/* source/figures.h - tables of figures: Fingertips data downloads and what analysts
 * re-shape them to.
 *
 * Files are read by all cores, a big one in pieces. What comes out is the same for any
 * number of threads: the same rows in the same order, the same report. */
#ifndef SOURCE_FIGURES_H
#define SOURCE_FIGURES_H

#include "source/batch.h"
#include "source/source_file.h"

/* Reads all files on up to so many threads (0: all cores). *batches are ordered by
 * file, then by place in it, with at least one for each file; their reports, joined in
 * that order, are the report. A row with a fault is left out. The array is the caller's
 * to free once each batch is done with; the batches of one file share texts, so the
 * first of them must be freed last of all or together with the others. The bytes of the
 * files must outlive the batches. */
void figures_read(const struct source_file *files, size_t count, size_t threads,
    struct batch **batches, size_t *batch_count);

/* The same with pieces of about so many bytes. */
void figures_read_cut(const struct source_file *files, size_t count, size_t threads,
    size_t piece_bytes, struct batch **batches, size_t *batch_count);

#endif
