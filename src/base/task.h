/* base/task.h - work for all cores: the same function over many independent pieces. */
#ifndef BASE_TASK_H
#define BASE_TASK_H

#include <stddef.h>

/* Does one piece of the work; pieces run in any order, several at once. */
typedef void task_function(void *context, size_t piece);

/* Cores this process may use, at least 1. */
size_t task_cores(void);

/* Calls work(context, i) once for each i in [0, pieces) on up to so many threads
 * (0: all cores) and returns when all are done. */
void task_run(size_t threads, size_t pieces, task_function *work, void *context);

#endif
