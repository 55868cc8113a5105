#include "serve/encode.h"

#include <brotli/encode.h>
#define ZLIB_CONST
#include <zlib.h>

enum {
	WORTH_IT = 400,        /* bytes below which headers outweigh the gain */
	BROTLI_QUALITY = 5,    /* as small as gzip's best at a third of the time */
	GZIP_WINDOW = 15 + 16, /* the largest window, with a gzip header */
	GZIP_LEVEL = 6,
	GZIP_MEMORY = 8
};

/* "br;q=0" and its like refuse what they name. */
static bool
refused(struct str parameters)
{
	while (parameters.at) {
		struct str parameter = str_trim(str_cut(&parameters, ';'));
		if (str_starts(parameter, STR("q=0"))) {
			struct str rest = str_slice(parameter, 3, parameter.len);
			for (size_t i = 0; i < rest.len; i++)
				if (rest.at[i] != '.' && rest.at[i] != '0')
					return false;
			return true;
		}
	}
	return false;
}

enum encoding
encode_choose(const char *accept_encoding)
{
	struct str rest = str_of(accept_encoding);
	enum encoding best = ENCODING_PLAIN;

	while (rest.at && rest.len) {
		struct str item = str_cut(&rest, ',');
		struct str name = str_trim(str_cut(&item, ';'));
		if (refused(item))
			continue;
		if (str_equal_folded(name, STR("br")))
			best = ENCODING_BROTLI;
		else if (str_equal_folded(name, STR("gzip")) && best == ENCODING_PLAIN)
			best = ENCODING_GZIP;
	}
	return best;
}

const char *
encode_name(enum encoding encoding)
{
	switch (encoding) {
	case ENCODING_PLAIN: return NULL;
	case ENCODING_GZIP: return "gzip";
	case ENCODING_BROTLI: return "br";
	}
	return NULL;
}

bool
encode_pays(const char *type, size_t len)
{
	struct str t = str_of(type);

	return len >= WORTH_IT &&
	       (str_starts(t, STR("text/")) || str_starts(t, STR("image/svg+xml")) ||
		   str_starts(t, STR("application/json")));
}

static bool
gzip(struct str bytes, struct buf *out)
{
	z_stream stream = { 0 };
	size_t room;
	bool fine;

	if (bytes.len > UINT32_MAX / 2 ||
	    deflateInit2(&stream, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY,
		Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	room = deflateBound(&stream, bytes.len);
	stream.next_in = (const Bytef *)bytes.at;
	stream.avail_in = (uInt)bytes.len;
	stream.next_out = (Bytef *)buf_room(out, room);
	stream.avail_out = (uInt)room;
	fine = deflate(&stream, Z_FINISH) == Z_STREAM_END;
	out->len = stream.total_out;
	deflateEnd(&stream);
	return fine;
}

static bool
brotli(struct str bytes, struct buf *out)
{
	size_t len = BrotliEncoderMaxCompressedSize(bytes.len);

	if (len == 0 || !BrotliEncoderCompress(BROTLI_QUALITY, BROTLI_DEFAULT_WINDOW,
			    BROTLI_MODE_TEXT, bytes.len, (const uint8_t *)bytes.at,
			    &len, (uint8_t *)buf_room(out, len)))
		return false;
	out->len = len;
	return true;
}

bool
encode(enum encoding encoding, struct str bytes, struct buf *out)
{
	bool done = false;

	switch (encoding) {
	case ENCODING_PLAIN: break;
	case ENCODING_GZIP: done = gzip(bytes, out); break;
	case ENCODING_BROTLI: done = brotli(bytes, out); break;
	}
	if (done && out->len < bytes.len)
		return true;
	buf_done(out);
	return false;
}
