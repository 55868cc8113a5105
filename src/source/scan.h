/* source/scan.h - where the marks of a CSV stand, 64 bytes at a time.
 *
 * A mark is a comma, a quotation mark or the byte that ends lines. SSE2 is part of
 * every x86-64, so no processor is asked what it can do; elsewhere the same is done
 * eight bytes at a time in plain C. */
#ifndef SOURCE_SCAN_H
#define SOURCE_SCAN_H

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { SCAN_BYTES = 64 };

/* Bit i stands for byte i: all marks, and those of them that are commas. */
struct scan {
	uint64_t marks, commas;
};

/* 0x80 in each byte of word that equals c. Exact: no carry leaves its byte. */
static inline uint64_t
scan_equal(uint64_t word, unsigned char c)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7fu;
	uint64_t x = word ^ (0x0101010101010101u * c);

	return ~(((x & low) + low) | x | low);
}

/* Gathers the high bits of eight bytes into one byte. */
static inline uint64_t
scan_gather(uint64_t hits)
{
	return ((hits >> 7) * 0x0102040810204080u) >> 56;
}

/* The marks of exactly 64 bytes. */
static inline struct scan
scan_marks_plain(const char *at, char feed)
{
	struct scan scan = { 0 };

	for (int i = 0; i < SCAN_BYTES / 8; i++) {
		uint64_t word = 0, commas, others;
		for (int k = 0; k < 8; k++)
			word |= (uint64_t)(unsigned char)at[i * 8 + k] << (8 * k);
		commas = scan_equal(word, ',');
		others = scan_equal(word, '"') | scan_equal(word, (unsigned char)feed);
		scan.commas |= scan_gather(commas) << (8 * i);
		scan.marks |= scan_gather(commas | others) << (8 * i);
	}
	return scan;
}

#ifdef __SSE2__
static inline struct scan
scan_marks(const char *at, char feed)
{
	const __m128i comma = _mm_set1_epi8(','), quote = _mm_set1_epi8('"');
	const __m128i end = _mm_set1_epi8(feed);
	struct scan scan = { 0 };

	for (int i = 0; i < SCAN_BYTES / 16; i++) {
		__m128i bytes, commas, others;
		memcpy(&bytes, at + i * 16, sizeof bytes);
		commas = _mm_cmpeq_epi8(bytes, comma);
		others = _mm_or_si128(
		    _mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, end));
		scan.commas |= (uint64_t)(unsigned)_mm_movemask_epi8(commas)
			       << (16 * i);
		scan.marks |=
		    (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(commas, others))
		    << (16 * i);
	}
	return scan;
}
#else
static inline struct scan
scan_marks(const char *at, char feed)
{
	return scan_marks_plain(at, feed);
}
#endif

#endif
