#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit.h"

static const size_t sizes[] = { 0, 1, 7, 8, 16, 17, 255, 4096, 8192, 8193, 100000,
	5 * 1024 * 1024 };

static bool
is_all(const unsigned char *bytes, size_t count, unsigned char value)
{
	for (size_t i = 0; i < count; i++)
		if (bytes[i] != value)
			return false;
	return true;
}

START_TEST(test_pieces_are_zeroed_aligned_and_apart)
{
	AUTO_ARENA arena = { 0 };
	unsigned char *pieces[5 * ROWS(sizes)];

	for (size_t i = 0; i < ROWS(pieces); i++) {
		size_t size = sizes[i % ROWS(sizes)];
		pieces[i] = ARENA_NEW(&arena, unsigned char, size);
		ck_assert_uint_eq((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
		ck_assert_msg(is_all(pieces[i], size, 0), "piece %zu", i);
		memset(pieces[i], (int)i + 1, size);
	}
	for (size_t i = 0; i < ROWS(pieces); i++)
		ck_assert_msg(
		    is_all(pieces[i], sizes[i % ROWS(sizes)], (unsigned char)(i + 1)),
		    "piece %zu is written over", i);
}
END_TEST

START_TEST(test_an_emptied_arena_serves_again)
{
	struct arena arena = { 0 };

	arena_done(&arena);
	for (int round = 0; round < 3; round++) {
		unsigned char *bytes = ARENA_NEW(&arena, unsigned char, 10000);
		ck_assert(is_all(bytes, 10000, 0));
		memset(bytes, 0xff, 10000);
		arena_done(&arena);
		ck_assert_ptr_null(arena.last);
	}
}
END_TEST

static void
take_from_arena(size_t count, size_t size)
{
	struct arena arena = { 0 };

	arena_take(&arena, count, size);
	arena_done(&arena);
}

static void
grow_memory(size_t count, size_t size)
{
	free(memory_grow(NULL, count, size));
}

static const struct {
	const char *name;
	void (*take)(size_t count, size_t size);
	size_t count, size;
} absurd[] = {
	{ "the product overflows", take_from_arena, SIZE_MAX / 8, 16 },
	{ "rounding up would overflow", take_from_arena, SIZE_MAX - 16, 1 },
	{ "the head would overflow", take_from_arena, SIZE_MAX - 40, 1 },
	{ "growing overflows", grow_memory, SIZE_MAX / 4, 8 },
};

/* The program ends with status 3 and a message, in a process of its own. */
START_TEST(test_absurd_sizes_end_the_program)
{
	char message[64] = "";
	int ends[2], status;

	ck_assert_int_eq(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		absurd[_i].take(absurd[_i].count, absurd[_i].size);
		_exit(0);
	}
	close(ends[1]);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 3, "%s: status %d",
	    absurd[_i].name, status);
	ck_assert_int_gt(read(ends[0], message, sizeof message - 1), 0);
	ck_assert_msg(strncmp(message, "tartan: out of memory", 21) == 0, "%s: '%s'",
	    absurd[_i].name, message);
	close(ends[0]);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("arena");

	tcase_add_test(tcase, test_pieces_are_zeroed_aligned_and_apart);
	tcase_add_test(tcase, test_an_emptied_arena_serves_again);
	ADD_ROWS(tcase, test_absurd_sizes_end_the_program, absurd);
	return unit_run("arena", tcase);
}
