/* source/source_file.h - one file of a source folder, as every reader is handed it. */
#ifndef SOURCE_SOURCE_FILE_H
#define SOURCE_SOURCE_FILE_H

#include <stdint.h>

#include "base/progress.h"
#include "base/str.h"

struct source_file {
	struct str path;           /* relative to the folder, for messages */
	struct str bytes;          /* the whole file as it is on disk; the caller's */
	uint32_t number;           /* of the file, as rows will name it */
	struct progress *progress; /* of its bytes, counted and read; or NULL */
};

#endif
