/* Any number of threads may read one release at once; the thread sanitizer watches. */
#include <math.h>
#include <stdatomic.h>

#include "../unit.h"
#include "base/task.h"
#include "sample.h"

enum { READERS = 200, THREADS = 8 };

struct reading {
	const struct release *release;
	const struct sample *sample;
	bool damaged; /* the last series */
	atomic_uint wrong;
};

/* Each reader begins with another series, so that first uses collide. */
static void
read_all(void *context, size_t reader)
{
	struct reading *reading = context;

	for (uint32_t i = 0; i < SAMPLE_SERIES; i++) {
		uint32_t number = (uint32_t)(reader + i) % SAMPLE_SERIES;
		struct figures figures;
		struct err err;
		bool fine = release_figures(reading->release, number, &figures, &err);
		if (fine == (reading->damaged && number == SAMPLE_SERIES - 1))
			atomic_fetch_add(&reading->wrong, 1);
		if (!fine)
			continue;
		struct figure got = figures_at(&figures, 0, 0);
		struct figure want = sample_figure(reading->sample, number, 0, 0);
		if (got.value != want.value || got.line != want.line)
			atomic_fetch_add(&reading->wrong, 1);
	}
}

static const struct {
	const char *name;
	bool damaged;
} releases[] = {
	{ "sound", false },
	{ "damaged", true },
};

START_TEST(test_many_readers)
{
	struct sample sample;
	struct release release;
	struct err err = { 0 };

	sample_make(&sample);
	struct str bytes = sample_bytes(&sample.draft, 0);
	char *all = (char *)(uintptr_t)bytes.at;
	all[bytes.len - 1] ^= (char)releases[_i].damaged;
	ck_assert_msg(release_open_bytes(&release, bytes, &err), "%s", err.text);
	struct reading reading = {
		.release = &release, .sample = &sample, .damaged = releases[_i].damaged
	};
	task_run(THREADS, READERS, read_all, &reading);
	ck_assert_msg(atomic_load(&reading.wrong) == 0, "%s: %u", releases[_i].name,
	    atomic_load(&reading.wrong));
	release_close(&release);
	free(all);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("threads");

	ADD_ROWS(tcase, test_many_readers, releases);
	return unit_run("threads", tcase);
}
