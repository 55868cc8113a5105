/* cli/guard.h - what the kernel may do to the program because of a file. */
#ifndef CLI_GUARD_H
#define CLI_GUARD_H

/* A file that grows beyond what is allowed (ulimit -f) becomes a write that fails, with
 * a message, instead of a signal that kills. A file that is cut off while it is read
 * from where it lies ends the program with exit status 3 and "tartan: 'FILE' changed
 * while it was read" on stderr: what was asked of it cannot be answered, and files
 * under construction have no names that could be left behind. Called once, first of
 * all. */
void guard_process(void);

#endif
