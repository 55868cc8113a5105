/* cli/commands.h - the words of the command line, one function and one file each.
 *
 * argv[0] is the command's own name, "tartan build". Each returns the exit status: 0
 * fine, 1 the data are at fault, 2 wrong usage, 3 the system failed. Product goes to
 * stdout, chat to stderr. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

int command_build(int argc, char **argv);
int command_calc(int argc, char **argv);
int command_check(int argc, char **argv);
int command_demo(int argc, char **argv);
int command_serve(int argc, char **argv);
int command_show(int argc, char **argv);
int command_simulate(int argc, char **argv);

#endif
