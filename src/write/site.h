/* write/site.h - a URL in, a page out: everything the server says is said here.
 *
 * A site is one or several profiles, each an open release under its slug; it is
 * immutable and may be used by any number of threads. The answer to a request depends
 * on nothing but the site and the address, so it may be kept as long as the site lives.
 *
 * Addresses: "/" the profiles (or the only one's home), "/PROFILE/" its home,
 * "/PROFILE/PAGE?parameters" a page, with ".csv" or ".svg" behind PAGE its figures or
 * its chart, "/assets/NAME" style sheet and pictures. "assets" is therefore no slug. */
#ifndef WRITE_SITE_H
#define WRITE_SITE_H

#include "base/arena.h"
#include "base/buf.h"
#include "release/reader.h"

struct site_profile {
	struct str slug;
	const struct release *release;
};

struct site {
	const struct site_profile *profiles;
	uint32_t count;
};

/* What is still to come of a long download. Private. */
struct reply_rest {
	const struct release *release;
	struct arena arena; /* of groups of areas that were asked for */
	uint32_t domain, type, parent, area; /* wanted, or RELEASE_NONE for all */
	uint32_t next, until;                /* indicators, or places in ITEMS */
};

struct reply {
	int status;          /* 200, 301, 302, 400, 404, 500 */
	const char *type;    /* "text/html; charset=utf-8" */
	struct buf body;     /* the caller's to free with reply_done */
	char location[2816]; /* with 301 and 302: where to */
	char file_name[160]; /* attachment name, or empty */
	bool forever;        /* an asset under an address that names its content */
	bool more;           /* body is only the beginning: see site_continue */
	struct reply_rest rest;
};

/* Answers GET for an address as it came: path (still percent-encoded, from "/") and
 * query (without "?"; empty if none). Never fails: errors are pages. *reply need not be
 * initialised. */
void site_reply(
    const struct site *site, struct str path, struct str query, struct reply *reply);
void reply_done(struct reply *reply);

/* Puts the next part of a long download in the place of reply->body; call it while
 * reply->more. A part may be empty, and more becomes false with the last. Only ".csv"
 * of download is ever long; such a reply is not worth keeping. Returns false when
 * figures are damaged: then the connection is to be cut, so that nobody takes a part
 * for the whole. The site's release must still be open. */
MUST_CHECK bool site_continue(struct reply *reply);

/* The one address of a page whose parameters are spelt in another order or with others
 * that mean nothing: for caches. Writes a NUL-terminated text to out, at most room
 * bytes. False when there is nothing worth keeping: a path that leads nowhere, an
 * address that is not well formed, or one that is longer than room. */
bool site_canonical(struct str path, struct str query, char *out, size_t room);

#endif
