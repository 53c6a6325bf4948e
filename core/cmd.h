// The subcommands: what each is called, takes and does. Only cmd_* and main print or exit.
#ifndef CMD_H
#define CMD_H

#include "cmd_args.h"
#include "cmd_out.h"

#ifndef STOEPRAND_VERSION
#define STOEPRAND_VERSION "0.1.0"
#endif

enum cmd_status {
	CMD_DONE,     // all went well
	CMD_FAILED,   // a run or the machine failed, or a run was stopped
	CMD_MISTAKE,  // the user's mistake
};

struct cmd_command {
	const char *name;
	struct text words;       // what follows the name, besides options
	struct text summary;     // half a line
	struct text more;        // paragraphs
	struct text examples;    // a line each
	const struct cmd_option *options;
	int (*run)(const struct cmd_out *out, const struct cmd_args *args);  // a cmd_status
};

extern const struct cmd_command cmd_run_command, cmd_play_command, cmd_batch_command, cmd_compare_command, cmd_sensitivity_command,
	cmd_ablate_command, cmd_report_command, cmd_check_command, cmd_docs_command;

const struct cmd_command *cmd_at(int index);  // in the order of the help; NULL after the last

// The program: argv[0] is its name. Returns the exit status.
int cmd_main(int argc, char **argv);

void cmd_help(const struct cmd_out *out);                                 // of the program
void cmd_help_command(const struct cmd_out *out, const struct cmd_command *command);
int cmd_welcome(const struct cmd_out *out);                               // without any argument

// Tells what is in err and returns the status that fits: memory fails, all else is a mistake.
int cmd_mistake(const struct err *err, enum lang lang);
// The same for what is never the user's doing.
int cmd_failure(const struct err *err, enum lang lang);

// The scenario's path: as given, or in the data folder, with or without ".lua". False and err,
// with the nearest name, when there is none.
bool cmd_find_scenario(const char *name, char *path, size_t size, struct err *err);
// An experiment's: the same, and among the experiments that come with the program.
bool cmd_find_experiment(const char *name, char *path, size_t size, struct err *err);

#endif
