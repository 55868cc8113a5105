/* fuzz/fuzz_site.c - whatever address a stranger sends, there is an answer: never a
 * fault of the system, and the same under the one address that caches keep it by.
 *
 * The input is a path and, behind the first "?", a query. */
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../tests/write/shire.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* The fixture asserts by Check, whose own functions work inside a running test only. */
void
_mark_point(const char *file, int line)
{
	(void)file;
	(void)line;
}

void
_ck_assert_failed(
    const char *file, int line, const char *expression, const char *message, ...)
{
	(void)message;
	fprintf(stderr, "%s:%d: %s\n", file, line, expression);
	abort();
}

static void
must(bool truth)
{
	if (!truth)
		abort();
}

/* Opened once and kept: a release is immutable. */
static const struct site *
site(void)
{
	static struct shire *shire;

	if (shire == NULL) {
		shire = memory_take(1, sizeof *shire);
		shire_open(shire, 2);
	}
	return &shire->site;
}

static void
must_be_same(struct str address, const struct reply *want)
{
	struct str query = address, path = str_cut(&query, '?');
	struct reply reply;

	site_reply(site(), path, query, &reply);
	must(reply.status == want->status);
	must(str_equal(buf_str(&reply.body), buf_str(&want->body)));
	reply_done(&reply);
}

/* The canonical address is its own canonical address. */
static void
must_be_settled(struct str address)
{
	struct str query = address, path = str_cut(&query, '?');
	char again[8192];

	must(site_canonical(path, query, again, sizeof again));
	must(str_equal(address, str_of(again)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str query = { .at = (const char *)bytes, .len = len };
	struct str path = str_cut(&query, '?');
	struct reply reply;
	char canonical[8192];

	site_reply(site(), path, query, &reply);
	must(reply.status == 200 || reply.status == 301 || reply.status == 400 ||
	     reply.status == 404);
	must(reply.status == 301 || reply.body.len > 0);
	must((reply.status == 301) == (reply.location[0] == '/'));
	if (site_canonical(path, query, canonical, sizeof canonical)) {
		must_be_settled(str_of(canonical));
		must_be_same(str_of(canonical), &reply);
	}
	while (reply.more)
		must(site_continue(&reply));
	reply_done(&reply);
	return 0;
}
