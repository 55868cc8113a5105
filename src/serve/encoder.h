/* serve/encoder.h - a body that comes in parts, compressed part by part.
 *
 * Long bodies are made anew for everyone who asks, so that speed counts for more than
 * in encode.h: a download of 100 MB becomes 18 MB (brotli) or 22 MB (gzip) at many
 * times the pace at which its rows are written. Parts should be large, as brotli packs
 * each by itself then. */
#ifndef SERVE_ENCODER_H
#define SERVE_ENCODER_H

#include "base/buf.h"
#include "base/err.h"
#include "serve/encode.h"

struct encoder;

/* NULL when it cannot be had, and for ENCODING_PLAIN. */
struct encoder *encoder_new(enum encoding encoding);
void encoder_free(struct encoder *encoder); /* NULL is fine */

/* Takes the next bytes in and puts what is ready of the compressed ones, perhaps none,
 * behind those in the buffer; all of them with the last part. */
MUST_CHECK bool encoder_add(
    struct encoder *encoder, struct str bytes, bool last, struct buf *out);

#endif
