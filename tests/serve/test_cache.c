#include "serve/cache.h"

#include <microhttpd.h>
#include <stdio.h>

#include "base/task.h"
#include "tests/unit.h"

static struct answer *
answer_of(size_t bytes)
{
	return answer_new(
	    MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT), 200,
	    bytes);
}

static void
add(struct cache *cache, const char *key, size_t bytes)
{
	struct answer *answer = answer_of(bytes);

	cache_add(cache, str_of(key), answer);
	answer_drop(answer);
}

static bool
has(struct cache *cache, const char *key)
{
	struct answer *answer = cache_find(cache, str_of(key));
	bool found = answer != NULL;

	answer_drop(answer);
	return found;
}

START_TEST(test_finds_what_was_added)
{
	struct cache *cache = cache_new(1 << 20);
	struct answer *answer = answer_of(10), *found;

	ck_assert(!has(cache, "0/a"));
	cache_add(cache, STR("0/a"), answer);
	found = cache_find(cache, STR("0/a"));
	ck_assert(found == answer);
	ck_assert(!has(cache, "1/a"));
	answer_drop(found);
	answer_drop(answer);
	cache_free(cache);
}
END_TEST

START_TEST(test_least_recently_used_goes)
{
	struct cache *cache = cache_new(8000);

	add(cache, "a", 1400);
	add(cache, "b", 1400);
	add(cache, "c", 1400);
	ck_assert(has(cache, "a"));
	add(cache, "d", 1400);
	add(cache, "e", 1400);
	ck_assert(has(cache, "a"));
	ck_assert(!has(cache, "b"));
	ck_assert(has(cache, "d") && has(cache, "e"));
	cache_free(cache);
}
END_TEST

START_TEST(test_what_is_too_large_is_not_kept)
{
	struct cache *cache = cache_new(8000);

	add(cache, "small", 100);
	add(cache, "large", 5000);
	ck_assert(has(cache, "small") && !has(cache, "large"));
	cache_free(cache);
}
END_TEST

START_TEST(test_an_answer_in_use_outlives_the_cache)
{
	struct cache *cache = cache_new(1 << 20);
	struct answer *found;

	add(cache, "a", 10);
	found = cache_find(cache, STR("a"));
	cache_free(cache);
	ck_assert(found->status == 200);
	answer_drop(found);
}
END_TEST

/* Many threads finding, adding and pushing out at once; sanitizers do the judging. */
static void
churn(void *context, size_t piece)
{
	struct cache *cache = context;
	char key[32];

	for (size_t i = 0; i < 2000; i++) {
		snprintf(key, sizeof key, "%zu", (piece * 7 + i * 13) % 40);
		if (!has(cache, key))
			add(cache, key, 300 + i % 500);
	}
}

START_TEST(test_many_threads)
{
	struct cache *cache = cache_new(20000);

	task_run(4, 16, churn, cache);
	cache_free(cache);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("cache");

	tcase_add_test(tcase, test_finds_what_was_added);
	tcase_add_test(tcase, test_least_recently_used_goes);
	tcase_add_test(tcase, test_what_is_too_large_is_not_kept);
	tcase_add_test(tcase, test_an_answer_in_use_outlives_the_cache);
	tcase_add_test(tcase, test_many_threads);
	return unit_run("cache", tcase);
}
