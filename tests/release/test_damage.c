/* A damaged release is refused with a reason, at the latest when the damaged figures
 * are asked for; so is a file that is none. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"
#include "release/layout.h"
#include "sample.h"

/* A release in memory, to be damaged. */
struct patient {
	char *bytes;
	size_t len;
	struct release_entry entries[SECTION_COUNT];
};

static void
admit(struct patient *p)
{
	struct sample sample;

	sample_make(&sample);
	struct str bytes = sample_bytes(&sample.draft, 1);
	p->bytes = (char *)(uintptr_t)bytes.at;
	p->len = bytes.len;
	memcpy(p->entries, p->bytes + sizeof(struct release_header), sizeof p->entries);
}

static void
discharge(struct patient *p)
{
	free(p->bytes);
}

/* Opens so many of the bytes, from a place of just that size so that a sanitizer sees
 * every step beyond it, and asks for all figures. */
static bool
opens(const struct patient *p, size_t len, struct err *err)
{
	char *bytes = malloc(len > 0 ? len : 1);
	struct release release;

	ck_assert_ptr_nonnull(bytes);
	memcpy(bytes, p->bytes, len);
	*err = (struct err){ 0 };
	bool fine = release_open_bytes(&release, (struct str){ bytes, len }, err) &&
		    release_check_all(&release, err);
	release_close(&release);
	free(bytes);
	return fine;
}

static void
must_be_refused(const struct patient *p, size_t len, const char *says)
{
	struct err err;

	ck_assert_msg(!opens(p, len, &err), "%zu of %zu bytes", len, p->len);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_msg(strstr(err.text, says) != NULL,
	    "%zu of %zu bytes: '%s', want '%s'", len, p->len, err.text, says);
}

START_TEST(test_every_truncation)
{
	static const char *const says[] = { "not a release: it does not begin as one",
		"the release is damaged: it ends within its header",
		"bytes and should have" };
	struct patient p;

	admit(&p);
	for (size_t len = 0; len < p.len; len++)
		must_be_refused(&p, len,
		    says[len < 8                               ? 0
			 : len < sizeof(struct release_header) ? 1
							       : 2]);
	discharge(&p);
}
END_TEST

/* As if whoever cut the file had told its header. */
START_TEST(test_every_truncation_with_its_length_mended)
{
	struct patient p;
	size_t directory = sizeof(struct release_header) + sizeof p.entries;

	admit(&p);
	for (uint64_t len = sizeof(struct release_header); len < p.len; len++) {
		memcpy(p.bytes + offsetof(struct release_header, length), &len,
		    sizeof len);
		must_be_refused(&p, len,
		    len < directory ? "it ends within its directory" : "section '");
	}
	discharge(&p);
}
END_TEST

START_TEST(test_one_byte_more)
{
	struct patient p;

	admit(&p);
	p.bytes = realloc(p.bytes, p.len + 1);
	ck_assert_ptr_nonnull(p.bytes);
	p.bytes[p.len] = 0;
	must_be_refused(&p, p.len + 1, "bytes and should have");
	uint64_t len = p.len + 1;
	memcpy(p.bytes + offsetof(struct release_header, length), &len, sizeof len);
	must_be_refused(&p, p.len + 1, "it goes on behind its last section");
	discharge(&p);
}
END_TEST

/* No byte is without a check, padding included. */
START_TEST(test_every_byte_counts)
{
	static const unsigned char flips[] = { 0x01, 0x80, 0xff };
	struct patient p;

	admit(&p);
	for (size_t i = 0; i < p.len; i++) {
		char was = p.bytes[i];
		p.bytes[i] = (char)(was ^ flips[_i]);
		must_be_refused(&p, p.len, "release");
		p.bytes[i] = was;
	}
	discharge(&p);
}
END_TEST

/* What is said when a byte in the middle of a section is another. */
START_TEST(test_a_damaged_section_is_named)
{
	struct patient p;
	char says[80];

	admit(&p);
	const struct release_entry *e = &p.entries[_i];
	ck_assert_uint_gt(e->length, 0);
	p.bytes[e->offset + e->length / 2] ^= 1;
	snprintf(says, sizeof says, "section '%s' does not match its checksum",
	    layout_section_name((enum release_section)_i));
	must_be_refused(&p, p.len,
	    _i == SECTION_FIGURES ? "the figures of 'Hospital admissions' do not match "
				    "their checksum"
				  : says);
	discharge(&p);
}
END_TEST

/* Damaged figures keep nobody from the other series. */
START_TEST(test_other_figures_of_a_damaged_release)
{
	struct release release;
	struct figures figures;
	struct patient p;
	struct err err;

	admit(&p);
	p.bytes[p.len - 1] ^= 1;
	ck_assert(release_open_bytes(&release, (struct str){ p.bytes, p.len }, &err));
	for (uint32_t i = 0; i < SAMPLE_SERIES; i++)
		ck_assert_int_eq(release_figures(&release, i, &figures, &err),
		    i < SAMPLE_SERIES - 1);
	ck_assert_msg(
	    strstr(err.text, "the figures of 'Children'") != NULL, "'%s'", err.text);
	release_close(&release);
	discharge(&p);
}
END_TEST

static const struct {
	const char *name, *bytes;
	size_t len;
	const char *says;
} strangers[] = {
	{ "empty", "", 0, "not a release: it does not begin as one" },
	{ "text", "Indicator ID,Indicator Name\n", 28, "it does not begin as one" },
	{ "line ends converted",
	    "TARTAN\n\n\4\0\0\0\26\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32,
	    "it does not begin as one" },
	{ "a later version",
	    "TARTAN\r\n\143\0\0\0\26\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32,
	    "release of format 99; this program reads format" },
	{ "an earlier version",
	    "TARTAN\r\n\1\0\0\0\26\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32,
	    "release of format 1; this program reads format" },
	{ "other sections",
	    "TARTAN\r\n\11\0\0\0\77\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32,
	    "wrong count of sections" },
};

START_TEST(test_strangers)
{
	char path[] = "test-release-XXXXXX";
	struct release release;
	struct err err = { 0 };
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(close(fd), 0);
	ck_assert(file_save(
	    path, (struct str){ strangers[_i].bytes, strangers[_i].len }, &err));
	ck_assert(!release_open(&release, path, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_msg(strstr(err.text, strangers[_i].says) != NULL, "%s: '%s'",
	    strangers[_i].name, err.text);
	ck_assert_msg(
	    strstr(err.text, path) != NULL, "%s: '%s'", strangers[_i].name, err.text);
	release_close(&release);
	struct err front = { 0 };
	ck_assert(!release_open_front(&release, path, &front));
	ck_assert_str_eq(front.text, err.text);
	release_close(&release);
	ck_assert_int_eq(unlink(path), 0);
}
END_TEST

/* Saves so many bytes under a name of the test's own. */
static void
save(char *path, const struct patient *p, size_t len)
{
	struct err err;
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(close(fd), 0);
	ck_assert(file_save(path, (struct str){ p->bytes, len }, &err));
}

/* What is wrong with a file, and who finds that. */
static const struct {
	const char *name;
	size_t cut; /* so many bytes are missing */
	bool harm;  /* the last figure is another */
	bool plain, copy, front;
} finds[] = {
	{ "sound", 0, false, true, true, true },
	{ "damaged figures", 0, true, true, false, true },
	{ "too short", 1, false, false, false, false },
};

START_TEST(test_who_finds_what)
{
	char path[] = "test-release-XXXXXX";
	struct release release;
	struct patient p;
	struct err err = { 0 };

	admit(&p);
	p.bytes[p.len - 1] ^= (char)finds[_i].harm;
	save(path, &p, p.len - finds[_i].cut);
	ck_assert(release_open(&release, path, &err) == finds[_i].plain);
	release_close(&release);
	ck_assert(release_open_copy(&release, path, &err) == finds[_i].copy);
	ck_assert_msg(finds[_i].copy || strstr(err.text, path), "%s", err.text);
	release_close(&release);
	ck_assert(release_open_front(&release, path, &err) == finds[_i].front);
	if (finds[_i].front)
		ck_assert_uint_eq(release.series_count, SAMPLE_SERIES);
	release_close(&release);
	discharge(&p);
	unlink(path);
}
END_TEST

/* Nothing that is done to the file afterwards shows. */
START_TEST(test_a_copy_outlives_its_file)
{
	char path[] = "test-release-XXXXXX";
	struct release copy, front;
	struct figures figures;
	struct patient p;
	struct err err = { 0 };

	admit(&p);
	save(path, &p, p.len);
	ck_assert(release_open_copy(&copy, path, &err));
	ck_assert(release_open_front(&front, path, &err));
	ck_assert_int_eq(truncate(path, 0), 0);
	for (uint32_t i = 0; i < SAMPLE_SERIES; i++)
		ck_assert(release_figures(&copy, i, &figures, &err));
	for (uint32_t i = 0; i < SAMPLE_INDICATORS; i++)
		ck_assert(str_equal(release_text(&copy, copy.indicators[i].name),
		    release_text(&front, front.indicators[i].name)));
	release_close(&copy);
	release_close(&front);
	discharge(&p);
	unlink(path);
}
END_TEST

START_TEST(test_what_is_no_file)
{
	char directory[] = "test-release-XXXXXX";
	char path[64];
	struct release release;
	struct err err = { 0 };

	ck_assert_ptr_nonnull(mkdtemp(directory));
	ck_assert(!release_open(&release, directory, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	snprintf(path, sizeof path, "%s/x", directory);
	ck_assert(!release_open(&release, path, &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	ck_assert_int_eq(mkfifo(path, 0600), 0);
	ck_assert(!release_open(&release, path, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	release_close(&release);
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(rmdir(directory), 0);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("damage");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_every_truncation);
	tcase_add_test(tcase, test_every_truncation_with_its_length_mended);
	tcase_add_test(tcase, test_one_byte_more);
	tcase_add_loop_test(tcase, test_every_byte_counts, 0, 3);
	tcase_add_loop_test(tcase, test_a_damaged_section_is_named, 0, SECTION_COUNT);
	tcase_add_test(tcase, test_other_figures_of_a_damaged_release);
	ADD_ROWS(tcase, test_strangers, strangers);
	ADD_ROWS(tcase, test_who_finds_what, finds);
	tcase_add_test(tcase, test_a_copy_outlives_its_file);
	tcase_add_test(tcase, test_what_is_no_file);
	return unit_run("damage", tcase);
}
