#include "serve/encoder.h"

#include <assert.h>
#include <brotli/encode.h>
#include <stdlib.h>
#define ZLIB_CONST
#include <zlib.h>

#include "base/arena.h"

enum {
	BROTLI_QUALITY = 1,
	GZIP_LEVEL = 1,
	GZIP_WINDOW = 15 + 16, /* the largest window, with a gzip header */
	GZIP_MEMORY = 8,
	STEP = 64 * 1024 /* bytes of room at a time */
};

struct encoder {
	enum encoding encoding;
	BrotliEncoderState *brotli;
	z_stream gzip;
};

static bool
begin(struct encoder *encoder)
{
	switch (encoder->encoding) {
	case ENCODING_PLAIN: return false;
	case ENCODING_GZIP:
		return deflateInit2(&encoder->gzip, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW,
			   GZIP_MEMORY, Z_DEFAULT_STRATEGY) == Z_OK;
	case ENCODING_BROTLI:
		encoder->brotli = BrotliEncoderCreateInstance(NULL, NULL, NULL);
		return encoder->brotli && BrotliEncoderSetParameter(encoder->brotli,
					      BROTLI_PARAM_QUALITY, BROTLI_QUALITY);
	}
	return false;
}

struct encoder *
encoder_new(enum encoding encoding)
{
	struct encoder *encoder = memory_take(1, sizeof *encoder);

	encoder->encoding = encoding;
	if (begin(encoder))
		return encoder;
	encoder_free(encoder);
	return NULL;
}

void
encoder_free(struct encoder *encoder)
{
	if (!encoder)
		return;
	deflateEnd(&encoder->gzip);
	if (encoder->brotli)
		BrotliEncoderDestroyInstance(encoder->brotli);
	free(encoder);
}

static bool
add_gzip(z_stream *stream, struct str bytes, bool last, struct buf *out)
{
	int state = Z_OK;

	assert(bytes.len <= UINT32_MAX);
	stream->next_in = (const Bytef *)bytes.at;
	stream->avail_in = (uInt)bytes.len;
	do {
		stream->next_out = (Bytef *)buf_room(out, STEP);
		stream->avail_out = STEP;
		state = deflate(stream, last ? Z_FINISH : Z_NO_FLUSH);
		out->len += STEP - stream->avail_out;
	} while (stream->avail_out == 0 && state == Z_OK);
	/* Nothing to be done is no fault. */
	return last ? state == Z_STREAM_END : state == Z_OK || state == Z_BUF_ERROR;
}

static bool
add_brotli(BrotliEncoderState *state, struct str bytes, bool last, struct buf *out)
{
	const uint8_t *from = (const uint8_t *)bytes.at;
	size_t left = bytes.len;

	do {
		uint8_t *to = (uint8_t *)buf_room(out, STEP);
		size_t room = STEP;
		if (!BrotliEncoderCompressStream(state,
			last ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_PROCESS,
			&left, &from, &room, &to, NULL))
			return false;
		out->len += STEP - room;
	} while (left || BrotliEncoderHasMoreOutput(state));
	return true;
}

bool
encoder_add(struct encoder *encoder, struct str bytes, bool last, struct buf *out)
{
	switch (encoder->encoding) {
	case ENCODING_PLAIN: break;
	case ENCODING_GZIP: return add_gzip(&encoder->gzip, bytes, last, out);
	case ENCODING_BROTLI: return add_brotli(encoder->brotli, bytes, last, out);
	}
	return false;
}
