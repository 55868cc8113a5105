/* Bodies packed part by part read back as one. */
#include "serve/encoder.h"

#include <brotli/decode.h>
#include <zlib.h>

#include "tests/unit.h"

enum { MOST = 1 << 22 };

/* Text with repetitions, as downloads are. */
static struct str
sample(struct buf *buf, unsigned rows)
{
	for (unsigned i = 0; i < rows; i++)
		buf_print(buf, "row %u,has the value,%u\n", i, i * i % 1000);
	return buf_str(buf);
}

static size_t
unpack_gzip(struct str packed, unsigned char *back)
{
	z_stream stream = { .next_in = (Bytef *)(uintptr_t)packed.at,
		.avail_in = (uInt)packed.len,
		.next_out = back,
		.avail_out = MOST };

	ck_assert_int_eq(inflateInit2(&stream, 15 + 16), Z_OK);
	ck_assert_int_eq(inflate(&stream, Z_FINISH), Z_STREAM_END);
	ck_assert_uint_eq(stream.avail_in, 0);
	inflateEnd(&stream);
	return stream.total_out;
}

static size_t
unpack_brotli(struct str packed, unsigned char *back)
{
	size_t len = MOST;

	ck_assert_int_eq(
	    BrotliDecoderDecompress(packed.len, (const uint8_t *)packed.at, &len, back),
	    BROTLI_DECODER_RESULT_SUCCESS);
	return len;
}

static const struct {
	const char *name;
	enum encoding encoding;
	unsigned rows;
	size_t part; /* bytes */
} bodies[] = {
	{ "gzip, large parts", ENCODING_GZIP, 100000, 1 << 20 },
	{ "gzip, small parts", ENCODING_GZIP, 5000, 7 },
	{ "gzip, nothing", ENCODING_GZIP, 0, 1 },
	{ "brotli, large parts", ENCODING_BROTLI, 100000, 1 << 20 },
	{ "brotli, small parts", ENCODING_BROTLI, 5000, 7 },
	{ "brotli, nothing", ENCODING_BROTLI, 0, 1 },
};

START_TEST(test_parts_read_back)
{
	const char *name = bodies[_i].name;
	struct encoder *encoder = encoder_new(bodies[_i].encoding);
	AUTO_BUF plain = { 0 };
	AUTO_BUF packed = { 0 };
	struct str bytes = sample(&plain, bodies[_i].rows);
	unsigned char *back = malloc(MOST);
	size_t len;

	ck_assert_ptr_nonnull(encoder);
	for (size_t at = 0; at < bytes.len; at += bodies[_i].part)
		ck_assert(encoder_add(encoder,
		    str_slice(bytes, at, at + bodies[_i].part), false, &packed));
	/* A part may be empty; so is the last one here. */
	ck_assert(encoder_add(encoder, STR(""), false, &packed));
	ck_assert(encoder_add(encoder, STR(""), true, &packed));
	encoder_free(encoder);
	len = bodies[_i].encoding == ENCODING_GZIP
		  ? unpack_gzip(buf_str(&packed), back)
		  : unpack_brotli(buf_str(&packed), back);
	ck_assert_msg(
	    len == bytes.len && (len == 0 || memcmp(back, bytes.at, len) == 0), "%s",
	    name);
	/* Each part may be packed by itself, which does nothing for few bytes. */
	if (bodies[_i].part > 1000)
		ck_assert_msg(packed.len < bytes.len / 3, "%s", name);
	free(back);
}
END_TEST

START_TEST(test_plain_needs_none)
{
	ck_assert_ptr_null(encoder_new(ENCODING_PLAIN));
	encoder_free(NULL);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("encoder");

	ADD_ROWS(tcase, test_parts_read_back, bodies);
	tcase_add_test(tcase, test_plain_needs_none);
	return unit_run("encoder", tcase);
}
