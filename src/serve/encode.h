/* serve/encode.h - bodies compressed for those who accept it. */
#ifndef SERVE_ENCODE_H
#define SERVE_ENCODE_H

#include "base/buf.h"

enum encoding { ENCODING_PLAIN, ENCODING_GZIP, ENCODING_BROTLI };

/* The best of what an Accept-Encoding header allows; NULL is no header. A quality of
 * zero refuses. */
enum encoding encode_choose(const char *accept_encoding);

const char *encode_name(enum encoding encoding); /* "br"; NULL for plain */

/* Whether compressing a body of this type and length is worth it. */
bool encode_pays(const char *type, size_t len);

/* Puts the compressed bytes into *out; false when compressing fails or does not shrink.
 */
bool encode(enum encoding encoding, struct str bytes, struct buf *out);

#endif
