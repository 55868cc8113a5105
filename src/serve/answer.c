#include "serve/answer.h"

#include <microhttpd.h>
#include <stdlib.h>

#include "base/arena.h"

struct answer *
answer_new(struct MHD_Response *response, unsigned status, size_t bytes)
{
	struct answer *answer = memory_take(1, sizeof *answer);

	answer->response = response;
	answer->status = status;
	answer->bytes = bytes;
	atomic_init(&answer->holders, 1);
	return answer;
}

void
answer_hold(struct answer *answer)
{
	atomic_fetch_add_explicit(&answer->holders, 1, memory_order_relaxed);
}

void
answer_drop(struct answer *answer)
{
	if (answer &&
	    atomic_fetch_sub_explicit(&answer->holders, 1, memory_order_acq_rel) == 1) {
		MHD_destroy_response(answer->response);
		free(answer);
	}
}
