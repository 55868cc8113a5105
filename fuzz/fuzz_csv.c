/* fuzz/fuzz_csv.c - any bytes as a file of a source folder: never a crash, and figures
 * read in pieces are figures read whole.
 *
 * The first byte is the size of a piece; with its highest bit a good header is put
 * before the rest, so that more inputs come to have rows. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "../tests/source/reading.h"
#include "source/areas.h"
#include "source/kind.h"
#include "source/metadata.h"
#include "source/neighbours.h"

#define HEADER                                                                         \
	"Indicator ID,Indicator Name,Parent Code,Area Code,Area Name,Sex,Time "        \
	"period,Value,Lower CI 95.0 limit,Count,Value note,Recent Trend\n"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The same rows and the same report for any cut and any number of threads. */
static void
compare_pieces(const struct source_file *file, size_t piece_bytes)
{
	AUTO_BUF whole = { 0 }, cut = { 0 };

	reading_print(&whole, file, 1, 1, READING_WHOLE);
	reading_print(&cut, file, 1, 1, piece_bytes);
	assert(str_equal(buf_str(&whole), buf_str(&cut)));
}

/* The readers that a file of this kind never meets must survive it as well. */
static void
read_as_all(const struct source_file *file)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_definitions definitions;
	struct area_list areas;
	struct change_list changes;
	struct neighbour_list neighbours;

	if (kind_of(file, &report) == KIND_WRONG)
		assert(report.faults > 0);
	metadata_read(&arena, file, &definitions, &report);
	areas_read(&arena, file, &areas, &report);
	changes_read(&arena, file, &changes, &report);
	neighbours_read(&arena, file, &neighbours, &report);
	for (uint32_t i = 0; i < report.count; i++) {
		struct str text = report.entries[i].text;
		assert(str_utf8_until(text) == text.len);
	}
	report_done(&report);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO_BUF bytes = { 0 };
	size_t piece_bytes;

	if (size == 0)
		return 0;
	piece_bytes = 1 + (data[0] & 0x7f);
	if (data[0] & 0x80)
		buf_add(&bytes, STR(HEADER));
	buf_add(&bytes, (struct str){ (const char *)data + 1, size - 1 });
	struct source_file file = { .path = STR("x.csv"), .bytes = buf_str(&bytes) };
	compare_pieces(&file, piece_bytes);
	read_as_all(&file);
	return 0;
}
