/* serve/answer.h - one answer as libmicrohttpd sends it, counted by its holders.
 *
 * A response of libmicrohttpd can be queued any number of times; whoever may queue it
 * holds the answer meanwhile. */
#ifndef SERVE_ANSWER_H
#define SERVE_ANSWER_H

#include <stdatomic.h>
#include <stddef.h>

struct MHD_Response;

struct answer {
	struct MHD_Response *response;
	unsigned status;
	char etag[40]; /* with its quotation marks; empty for none */
	size_t bytes;  /* of the body */
	/* private: */
	atomic_size_t holders;
};

/* Takes over the response; the caller is the first holder. */
struct answer *answer_new(struct MHD_Response *response, unsigned status, size_t bytes);
void answer_hold(struct answer *answer);
void answer_drop(struct answer *answer); /* NULL is fine */

#endif
