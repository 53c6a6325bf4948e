// Starts the program; see cmd.h.
#include "cmd.h"

#include <signal.h>

int main(int argc, char **argv)
{
	signal(SIGPIPE, SIG_IGN);  // a reader that goes away is a failed write, told or kept quiet there
	return cmd_main(argc, argv);
}
