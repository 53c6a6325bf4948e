// The signals. A disk quota that is met is an error of the write, not the end of the program.
#include "cmd_stop.h"

#include <signal.h>
#include <stddef.h>

static volatile int asked;

static void stop(int number)
{
	(void)number;
	asked = 1;
}

// After nohup a closed terminal stops nothing.
void cmd_stop_catch(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction old, action = { .sa_handler = stop, .sa_flags = (int)SA_RESETHAND }, ignore = { .sa_handler = SIG_IGN };
	asked = 0;
	sigemptyset(&action.sa_mask);
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGXFSZ, &ignore, NULL);
	for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (numbers[i] != SIGHUP || (sigaction(SIGHUP, NULL, &old) == 0 && old.sa_handler != SIG_IGN))
			sigaction(numbers[i], &action, NULL);
}

const volatile int *cmd_stop_asked(void)
{
	return &asked;
}
