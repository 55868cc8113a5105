#include "serve/encode.h"

#include <brotli/decode.h>
#include <zlib.h>

#include "tests/unit.h"

static const struct {
	const char *name, *header;
	enum encoding wanted;
} choices[] = {
	{ "no header", NULL, ENCODING_PLAIN },
	{ "empty header", "", ENCODING_PLAIN },
	{ "gzip alone", "gzip", ENCODING_GZIP },
	{ "as browsers send it", "gzip, deflate, br", ENCODING_BROTLI },
	{ "brotli first", "br, gzip", ENCODING_BROTLI },
	{ "letters of any case", "GZIP", ENCODING_GZIP },
	{ "with qualities", "gzip;q=0.5, br;q=0.1", ENCODING_BROTLI },
	{ "brotli refused", "br;q=0, gzip", ENCODING_GZIP },
	{ "brotli refused at length", "br; q=0.000 , gzip", ENCODING_GZIP },
	{ "a small quality is none", "br;q=0.001", ENCODING_BROTLI },
	{ "all refused", "gzip;q=0, br;q=0.0", ENCODING_PLAIN },
	{ "unknown ones", "zstd, compress", ENCODING_PLAIN },
	{ "commas only", ",,,;;", ENCODING_PLAIN },
};

START_TEST(test_choice)
{
	ck_assert_msg(encode_choose(choices[_i].header) == choices[_i].wanted, "%s",
	    choices[_i].name);
}
END_TEST

static const struct {
	const char *name, *type;
	size_t len;
	bool pays;
} bodies[] = {
	{ "a page", "text/html; charset=utf-8", 5000, true },
	{ "a short page", "text/html; charset=utf-8", 100, false },
	{ "a chart", "image/svg+xml", 5000, true },
	{ "figures", "text/csv; charset=utf-8", 5000, true },
	{ "a picture", "image/png", 5000, false },
};

START_TEST(test_pays)
{
	ck_assert_msg(encode_pays(bodies[_i].type, bodies[_i].len) == bodies[_i].pays,
	    "%s", bodies[_i].name);
}
END_TEST

/* Text with repetitions, as pages are, and a NUL that must not end it. */
static struct str
sample(struct buf *buf)
{
	for (int i = 0; i < 5000; i++)
		buf_print(buf, "row %d has the value %d; ", i, i * i % 1000);
	buf_add_char(buf, '\0');
	buf_add(buf, STR("the end"));
	return buf_str(buf);
}

START_TEST(test_gzip_reads_back)
{
	AUTO_BUF plain = { 0 };
	AUTO_BUF packed = { 0 };
	struct str bytes = sample(&plain);
	static unsigned char back[1 << 20];
	z_stream stream = { 0 };

	ck_assert(encode(ENCODING_GZIP, bytes, &packed));
	ck_assert(packed.len < bytes.len / 2);
	ck_assert(inflateInit2(&stream, 15 + 16) == Z_OK);
	stream.next_in = (Bytef *)packed.at;
	stream.avail_in = (uInt)packed.len;
	stream.next_out = back;
	stream.avail_out = sizeof back;
	ck_assert(inflate(&stream, Z_FINISH) == Z_STREAM_END);
	ck_assert(
	    stream.total_out == bytes.len && memcmp(back, bytes.at, bytes.len) == 0);
	inflateEnd(&stream);
}
END_TEST

START_TEST(test_brotli_reads_back)
{
	AUTO_BUF plain = { 0 };
	AUTO_BUF packed = { 0 };
	struct str bytes = sample(&plain);
	static unsigned char back[1 << 20];
	size_t len = sizeof back;

	ck_assert(encode(ENCODING_BROTLI, bytes, &packed));
	ck_assert(packed.len < bytes.len / 2);
	ck_assert(BrotliDecoderDecompress(packed.len, (const uint8_t *)packed.at, &len,
		      back) == BROTLI_DECODER_RESULT_SUCCESS);
	ck_assert(len == bytes.len && memcmp(back, bytes.at, bytes.len) == 0);
}
END_TEST

START_TEST(test_what_does_not_shrink_stays)
{
	AUTO_BUF packed = { 0 };

	ck_assert(!encode(ENCODING_GZIP, STR("x"), &packed));
	ck_assert(!encode(ENCODING_PLAIN, STR("xxxxxxxxxxxxxxxxxxxxxxxxx"), &packed));
	ck_assert(packed.len == 0);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("encode");

	ADD_ROWS(tcase, test_choice, choices);
	ADD_ROWS(tcase, test_pays, bodies);
	tcase_add_test(tcase, test_gzip_reads_back);
	tcase_add_test(tcase, test_brotli_reads_back);
	tcase_add_test(tcase, test_what_does_not_shrink_stays);
	return unit_run("encode", tcase);
}
