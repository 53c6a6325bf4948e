// `report`: what an experiment gave, as a page, a workbook and tables. Each file is there whole or not at all.
#include "cmd.h"
#include "cmd_picture.h"
#include "file.h"
#include "mem.h"

#include "batch/report.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COMMAND_MAX = 3 * FILE_PATH_MAX };

static const struct cmd_option option_table[] = {
	{ "html", { "BESTAND", "FILE" }, { "een verslag als webpagina: één bestand, om te mailen, te tonen of af te drukken", "a report as a web page: one file, to mail, to show or to print" } },
	{ "xlsx", { "BESTAND", "FILE" }, { "een werkboek met cijfers, grafieken en uitleg", "a workbook with figures, charts and an explanation" } },
	{ "csv", { "MAP", "FOLDER" }, { "tabellen voor andere programma's: values.csv, points.csv en outcomes.csv", "tables for other programs: values.csv, points.csv and outcomes.csv" } },
	{ "dutch", { 0 }, { "met --csv: puntkomma's en decimale komma's, zoals een Nederlands rekenblad ze opent", "with --csv: semicolons and decimal commas, as a Dutch spreadsheet opens them" } },
	{ 0 },
};

struct task {
	const struct cmd_out *out;
	const struct cmd_args *args;
	const char *db, *html, *xlsx, *csv;
	struct report_form form;
	char command[COMMAND_MAX];
	bool made_folder;
	struct results results;
	struct report report;
	struct font *font;
	struct file_writer html_file, xlsx_file, csv_file[REPORT_TABLES];
};

// ---- what is asked

// A path of the command line as a shell takes it back.
static void add_word(char *command, const char *word)
{
	size_t used = strlen(command);
	bool plain = *word && !word[strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+:=@%,")];
	if (used + 4 * strlen(word) + 4 > COMMAND_MAX)
		return;
	used += (size_t)snprintf(command + used, COMMAND_MAX - used, plain ? " " : " '");
	for (; *word; word++)
		used += (size_t)snprintf(command + used, COMMAND_MAX - used, *word == '\'' ? "'\\''" : "%c", *word);
	snprintf(command + used, COMMAND_MAX - used, plain ? "" : "'");
}

static void tell_command(struct task *task)
{
	snprintf(task->command, sizeof task->command, "stoeprand report");
	for (int i = 0; i < task->args->count; i++) {
		const struct cmd_arg *arg = &task->args->arg[i];
		char option[64];
		if (arg->option) {
			snprintf(option, sizeof option, "--%s", arg->option);
			add_word(task->command, option);
		}
		if (arg->value)
			add_word(task->command, arg->value);
	}
	task->form.command = task->command;
}

static bool is_safe(const struct task *task, const char *option, const char *path, struct err *err)
{
	if (!path || !(strcmp(path, task->db) == 0 || file_same(path, task->db)))
		return true;
	err_add(err, "--%s: %s is het bestand met de uitkomsten; dat zou worden overschreven", "--%s: %s is the results file; that would be overwritten", option, path);
	return false;
}

static bool read_options(struct task *task, struct err *err)
{
	const struct cmd_args *args = task->args;
	int before = err->count;
	task->db = cmd_args_word(args, 0);
	task->html = cmd_args_value(args, "html");
	task->xlsx = cmd_args_value(args, "xlsx");
	task->csv = cmd_args_value(args, "csv");
	task->form = (struct report_form){ .lang = task->out->lang, .both = !cmd_args_has(args, "lang"), .dutch = cmd_args_has(args, "dutch"), .version = STOEPRAND_VERSION };
	if (cmd_args_words(args) != 1)
		err_add(err, "noem één bestand met uitkomsten, gemaakt met: stoeprand batch", "name one results file, made with: stoeprand batch");
	if (!task->html && !task->xlsx && !task->csv)
		err_add(err, "zeg wat het wordt: --html BESTAND, --xlsx BESTAND of --csv MAP", "say what it is to be: --html FILE, --xlsx FILE or --csv FOLDER");
	if (task->form.dutch && !task->csv)
		err_add(err, "--dutch hoort bij --csv MAP", "--dutch goes with --csv FOLDER");
	if (task->html && task->xlsx && (strcmp(task->html, task->xlsx) == 0 || file_same(task->html, task->xlsx)))
		err_add(err, "--html en --xlsx: %s: beide zouden elkaar overschrijven", "--html and --xlsx: %s: both would overwrite each other", task->html);
	if (err->count > before)
		return false;
	tell_command(task);
	bool html = is_safe(task, "html", task->html, err), xlsx = is_safe(task, "xlsx", task->xlsx, err);
	return html && xlsx;
}

// ---- files

static bool make_folder(struct task *task, struct err *err)
{
	if (file_is_folder(task->csv))
		return true;
	task->made_folder = mkdir(task->csv, 0777) == 0;
	if (task->made_folder)
		return true;
	struct text why = file_reason(errno);
	err_add(err, "--csv: %s: kan deze map niet maken: %s%.0s", "--csv: %s: cannot make this folder: %.0s%s", task->csv, why.nl, why.en);
	return false;
}

static bool begin_table(struct task *task, enum report_table table, struct err *err)
{
	char path[FILE_PATH_MAX];
	int length = snprintf(path, sizeof path, "%s/%s", task->csv, report_csv_name(table));
	if (length < (int)sizeof path)
		return is_safe(task, "csv", path, err) && file_begin(&task->csv_file[table], path, err);
	err_add(err, "--csv: %s: deze naam is te lang", "--csv: %s: this name is too long", task->csv);
	return false;
}

// All that can go wrong without writing goes wrong here.
static bool begin_files(struct task *task, struct err *err)
{
	if (task->html && (!(task->font = cmd_picture_font(err)) || !file_begin(&task->html_file, task->html, err)))
		return false;
	task->form.font = task->font;
	if (task->xlsx && !file_begin(&task->xlsx_file, task->xlsx, err))
		return false;
	if (task->csv && !make_folder(task, err))
		return false;
	for (enum report_table table = 0; task->csv && table < REPORT_TABLES; table++)
		if (!begin_table(task, table, err))
			return false;
	return true;
}

static bool commit(const struct task *task, struct file_writer *file, const char *path, struct err *err)
{
	(void)file_ok(file);
	if (!file_commit(file, err))
		return false;
	cmd_say(task->out, "%s is geschreven\n", "%s was written\n", path);
	return true;
}

static bool write_files(struct task *task, struct err *err)
{
	if (task->html && !report_html(task->html_file.stream, &task->report, &task->form, err))
		return false;
	if (task->xlsx && !report_xlsx(task->xlsx_file.stream, &task->report, &task->form, err))
		return false;
	for (enum report_table table = 0; task->csv && table < REPORT_TABLES; table++)
		report_csv(task->csv_file[table].stream, table, &task->report, &task->form);
	if (task->html && !commit(task, &task->html_file, task->html, err))
		return false;
	if (task->xlsx && !commit(task, &task->xlsx_file, task->xlsx, err))
		return false;
	for (enum report_table table = 0; task->csv && table < REPORT_TABLES; table++) {
		char path[FILE_PATH_MAX];
		snprintf(path, sizeof path, "%s", task->csv_file[table].path);
		if (!commit(task, &task->csv_file[table], path, err))
			return false;
	}
	return true;
}

static void clear_task(struct task *task, bool good)
{
	file_abandon(&task->html_file);
	file_abandon(&task->xlsx_file);
	for (enum report_table table = 0; table < REPORT_TABLES; table++)
		file_abandon(&task->csv_file[table]);
	if (task->made_folder && !good)
		(void)rmdir(task->csv);
	font_destroy(task->font);
	report_clear(&task->report);
	results_clear(&task->results);
	mem_free(task);
}

static int report_main(const struct cmd_out *out, const struct cmd_args *args)
{
	struct err err;
	err_clear(&err);
	struct task *task = mem_new(1, sizeof *task);
	if (!task) {
		err_memory(&err);
		return cmd_failure(&err, out->lang);
	}
	task->out = out;
	task->args = args;
	bool good = read_options(task, &err) && results_load(task->db, &task->results, &err) && report_init(&task->report, &task->results, &err) &&
	            begin_files(task, &err) && write_files(task, &err);
	clear_task(task, good);
	return good ? CMD_DONE : cmd_mistake(&err, out->lang);
}

const struct cmd_command cmd_report_command = {
	.name = "report",
	.words = { "UITKOMSTEN", "RESULTS" },
	.summary = { "maak van een experiment een verslag voor wie beslist", "make a report of an experiment for those who decide" },
	.more = {
		"Maakt van een bestand met uitkomsten een verslag: het antwoord in drie zinnen, de alternatieven naast elkaar, waar elk tekortschiet, wat het kost en hoe zeker het is. "
		"De webpagina is één bestand zonder scripts, voor scherm, telefoon en papier. Zonder --lang staan beide talen erin.",
		"Makes a report of a results file: the answer in three sentences, the alternatives side by side, where each falls short, what it costs and how sure it is. "
		"The web page is one file without scripts, for screen, phone and paper. Without --lang both languages are in it." },
	.examples = {
		"stoeprand report uitkomsten.db --html verslag.html\n"
		"stoeprand report uitkomsten.db --xlsx verslag.xlsx --lang nl\n"
		"stoeprand report uitkomsten.db --csv tabellen --dutch",
		"stoeprand report results.db --html report.html\n"
		"stoeprand report results.db --xlsx report.xlsx --lang en\n"
		"stoeprand report results.db --csv tables" },
	.options = option_table,
	.run = report_main,
};
