/* cli/attack.h - `tartan check --disclosure`: what can be worked out of what a release
 * hides. */
#ifndef CLI_ATTACK_H
#define CLI_ATTACK_H

#include <stdbool.h>

struct attack_wish {
	const char *path;    /* a release or a source folder */
	const char *earlier; /* a release of before, or NULL */
	const char *rule;    /* for indicators without one, or NULL */
	bool json;
};

/* The exit status; the report goes to stdout. */
int attack_release(const struct attack_wish *wish);

#endif
