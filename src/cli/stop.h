/* cli/stop.h - being asked to stop: SIGINT, SIGTERM, and SIGHUP unless it is ignored
 * (as under nohup).
 *
 * While they are held these signals wait until somebody looks: nothing runs behind
 * anyone's back, and whatever has to be tidied up is. One that has come is there to be
 * seen by everybody who looks. */
#ifndef CLI_STOP_H
#define CLI_STOP_H

#include <stdbool.h>

/* Before other threads are begun, which hold them then, too. */
void stop_hold(void);

/* Lets them through again; ends the program if one has come. */
void stop_release(void);

bool stop_asked(void);

/* Waits so many milliseconds, less if asked to stop or if a child ends; whether asked.
 */
bool stop_wait(unsigned ms);

#endif
