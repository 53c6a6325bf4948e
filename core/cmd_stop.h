// Ctrl-C, a termination signal or a closed terminal ask a command to stop by itself; a second time ends it at once.
#ifndef CMD_STOP_H
#define CMD_STOP_H

void cmd_stop_catch(void);                  // from now on
const volatile int *cmd_stop_asked(void);   // what it points at becomes nonzero

#endif
