/* serve/respond.h - one request answered: from the cache, or made, compressed and kept.
 */
#ifndef SERVE_RESPOND_H
#define SERVE_RESPOND_H

#include <microhttpd.h>

#include "base/str.h"
#include "serve/shelf.h"

/* target: as it came in the request line, in origin or absolute form. */
enum MHD_Result respond(struct holder *holder, struct MHD_Connection *connection,
    const char *method, struct str target);

#endif
