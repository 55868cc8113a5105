/* base/copy.h - a copy of a file that nobody else can change.
 *
 * A mapped file changes under its reader when somebody writes into it, and a read
 * behind its new end kills the program (SIGBUS) when somebody makes it shorter.
 * tartan's own files are exchanged whole (base/file.h); cp over them, a redirection,
 * rsync --inplace and many editors write in place. Whoever reads a file for longer than
 * a moment reads a copy of it, then:
 *
 *  - Catching SIGBUS would keep the program alive, but would still show bytes of
 * another file as if they were those that had been checked. A lease on the file
 * (F_SETLEASE) is given to its owner only, and not on every file system.
 *  - The copy has no name, so that nothing is left however the program ends. It lies
 *    beside the original, where there is room for files of its size and where some file
 *    systems share its blocks instead of copying them; in the directory for temporary
 *    files (TMPDIR, /tmp) when that cannot be written to or is full; else in memory.
 *  - It lies on disk first, as memory that is backed by a file is the kernel's to drop.
 *    Ten megabytes take some milliseconds, a gigabyte less than half a second. */
#ifndef BASE_COPY_H
#define BASE_COPY_H

#include "base/file.h"

/* Maps a private copy of a regular file; file_close lets go of it. Fails with
 * FAULT_MISSING (no such file) or FAULT_SYSTEM, also when the file was written to while
 * it was copied. */
MUST_CHECK bool copy_open(struct file *file, const char *path, struct err *err);

/* Copies only the first bytes of a file, at most all, to memory; the others are zeros
 * that take no room. Faults as above, but that nobody looks whether it was written to.
 */
MUST_CHECK bool copy_open_front(
    struct file *file, const char *path, size_t len, struct err *err);

/* A file without a name where temporary files belong, or in memory; -1 with errno when
 * neither is to be had. */
int copy_temporary(void);

/* Copies so many bytes, from the start of one open file to where the other one stands.
 * False with errno. */
bool copy_bytes(int from, int to, int64_t size);

#endif
