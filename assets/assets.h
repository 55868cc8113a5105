/* assets/assets.h - the stylesheet and pictures that travel inside the program.
 *
 * All of it is read-only data of the program: nothing is allocated, nothing is freed,
 * any thread may look. The bytes are those of the build; a release knows nothing of
 * them. */
#ifndef ASSETS_ASSETS_H
#define ASSETS_ASSETS_H

#include <stddef.h>

struct asset {
	const char *path; /* below the address of the assets: "tartan.css" */
	const unsigned char
	    *bytes; /* len of them; a NUL follows that len does not count */
	size_t len;
	const char *type; /* media type, with the character set where it has one */
	const char
	    *etag; /* 16 hexadecimal digits made from the bytes, without quotes */
};

/* The asset of that path (len bytes, not NUL-terminated), or NULL when there is none.
 */
const struct asset *asset_find(const char *path, size_t len);

/* The asset at that place in the order of their paths, or NULL behind the last: for
 * those who write all of them out. */
const struct asset *asset_at(size_t place);

#endif
