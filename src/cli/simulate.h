/* cli/simulate.h - the command that writes a made-up England as a source folder. */
#ifndef CLI_SIMULATE_H
#define CLI_SIMULATE_H

/* argv[0] is the name of the command. Returns the exit status of the program. */
int command_simulate(int argc, char **argv);

#endif
