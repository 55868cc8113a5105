/* base/err.h - one error value, filled where the fault is found.
 *
 * A function that can fail returns false and fills the struct err its caller lent it
 * (always the last argument). Nothing below cli/ and serve/ prints an error. A bug is
 * an assert, never an error. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

#define MUST_CHECK __attribute__((warn_unused_result))

enum fault {
	FAULT_NONE,
	FAULT_INPUT,   /* the data are wrong:         exit 1, HTTP 400 */
	FAULT_MISSING, /* nothing of that name:       exit 1, HTTP 404 */
	FAULT_USAGE,   /* the command line is wrong:  exit 2 */
	FAULT_SYSTEM   /* disk, network, memory:      exit 3, HTTP 500 */
};

struct err {
	enum fault fault;
	char text[400]; /* "cannot read 'x.csv': permission denied"; lower case, no stop
			 */
};

/* Fills *err and returns false, so that a caller can `return err_set(...)`. A text that
 * is too long is cut off between characters. */
bool err_set(struct err *err, enum fault fault, const char *format, ...)
    __attribute__((format(printf, 3, 4), cold));

/* The exit status of a command that failed so: 1 data, 2 usage, 3 system. */
int err_exit_status(enum fault fault);

#ifdef __clang_analyzer__
/* clang-tidy looks at one file at a time: this tells it what the answer always is. */
#define err_set(...) ((err_set)(__VA_ARGS__), false)
#endif

#endif
