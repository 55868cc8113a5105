/* fuzz/fuzz_counts.c - a definition and a table of any content: never a crash, rows
 * whose numbers are within the batch, counts that are not negative.
 *
 * What stands before the first NUL byte is the definition, what is behind it the table;
 * a definition that begins with '+' goes behind one that reads the usual columns. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "source/config.h"
#include "source/counts.h"
#include "source/people.h"

#define USUAL                                                                          \
	"tables:\n- file: x.csv\n  columns: {area: [a, b], period: p, sex: s, age: "   \
	"g}\n"                                                                         \
	"  makes:\n  - {indicator: i, method: rate, count: n, denominator: d}\n"       \
	"  - {indicator: j, method: count, count: n*}\n"                               \
	"populations:\n- name: q\n  file: x.csv\n  columns: {area: a, age: g, "        \
	"period: p}\n"                                                                 \
	"  people: n\n"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
const char *__lsan_default_suppressions(void);

/* As in fuzz_config.c. */
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfyaml";
}

static void
must(bool truth)
{
	if (!truth)
		abort();
}

static void
check_batch(const struct batch *batch)
{
	for (size_t i = 0; i < batch->row_count; i++) {
		const struct row *row = &batch->rows[i];
		must(row->group < batch->group_count);
		must(row->area < batch->areas.count);
		must(row->parent == TABLE_NONE || row->parent < batch->areas.count);
		must(row->period < batch->periods.count);
		must(row->note < batch->notes.count);
		must(!(row->numbers[COLUMN_COUNT_OF] < 0));
		must(!(row->numbers[COLUMN_DENOMINATOR] < 0));
	}
	for (uint32_t i = 0; i < batch->report.count; i++) {
		struct str text = batch->report.entries[i].text;
		must(str_utf8_until(text) == text.len);
	}
}

static void
read_people(const struct table_people *table, const struct source_file *file,
    struct report *report)
{
	struct people people = { .table = table };

	people_read(&people, file, report);
	people_sort(&people, report);
	for (size_t i = 0; i < people.count && i < 20; i++) {
		const struct people_cell *cell = &people.cells[i];
		double all = people_between(&people, cell->area, (enum sex)cell->sex,
		    cell->year, cell->from, cell->until);
		/* The band may be made up of narrower ones. */
		must(!isnan(all) || cell->until > cell->from);
	}
	people_done(&people);
}

static void
read_tables(const struct config_definitions *said, const struct source_file *file,
    struct report *report)
{
	for (uint32_t i = 0; i < said->tables.counts_count; i++) {
		struct batch batch = { 0 };
		counts_read(&said->tables.counts[i], file, &batch);
		check_batch(&batch);
		batch_done(&batch);
	}
	for (uint32_t i = 0; i < said->tables.people_count; i++)
		read_people(&said->tables.people[i], file, report);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str rest = { .at = (const char *)bytes, .len = len };
	struct str yaml = str_cut(&rest, '\0');
	struct config_definitions said;
	struct report report = { 0 };
	AUTO_ARENA arena = { 0 };
	struct source_file file = { .path = STR("x.csv"), .bytes = rest };

	if (yaml.len && yaml.at[0] == '+')
		yaml = str_print(
		    &arena, "%s%.*s", USUAL, STR_ARG(str_slice(yaml, 1, yaml.len)));
	if (!rest.at)
		file.bytes = STR("");
	config_read_definitions(&arena, yaml, STR("definitions.yaml"), &said, &report);
	read_tables(&said, &file, &report);
	report_done(&report);
	return 0;
}
