// Writes the weekly measures as CSV.
#include "cmd_csv.h"

#include "cmd_number.h"

#include <errno.h>
#include <string.h>

static bool is_fine(struct cmd_csv *csv)
{
	if (csv->stream != stdout)
		return file_ok(&csv->file);
	if (ferror(stdout) && !csv->error)
		csv->error = errno ? errno : EIO;
	return csv->error == 0;
}

static void put_head(struct cmd_csv *csv, const struct config *config)
{
	fputs(csv->units ? "week,unit" : "week", csv->stream);
	for (int id = 0; id < config_measure_count(config); id++)
		fprintf(csv->stream, ",%s", config_measure(config, id).name);
	fputc('\n', csv->stream);
}

bool cmd_csv_begin(struct cmd_csv *csv, const struct config *config, const char *path, bool units, struct err *err)
{
	csv->stream = NULL;
	csv->units = units;
	csv->error = 0;
	csv->file.stream = NULL;
	csv->file.temp[0] = '\0';
	if (!path)
		return true;
	if (strcmp(path, "-") != 0 && !file_begin(&csv->file, path, err))
		return false;
	csv->stream = csv->file.stream ? csv->file.stream : stdout;
	put_head(csv, config);
	return true;
}

static void put_row(struct cmd_csv *csv, const struct sim *sim, int unit)
{
	char number[CMD_NUMBER_MAX];
	fprintf(csv->stream, "%d", sim_week(sim));
	if (csv->units)
		fprintf(csv->stream, ",%s", config_unit_id(sim_config(sim), unit));
	for (int id = 0; id < config_measure_count(sim_config(sim)); id++) {
		cmd_number_exact(number, sim_measure(sim, unit, id));
		fputc(',', csv->stream);
		fputs(number, csv->stream);
	}
	fputc('\n', csv->stream);
}

bool cmd_csv_week(struct cmd_csv *csv, const struct sim *sim)
{
	if (!csv->stream || sim_week(sim) < 0)
		return true;
	put_row(csv, sim, CONFIG_UNIT_ALL);
	for (int unit = 0; csv->units && unit < sim_units(sim); unit++)
		put_row(csv, sim, unit);
	return is_fine(csv);
}

bool cmd_csv_end(struct cmd_csv *csv, struct err *err)
{
	FILE *stream = csv->stream;
	csv->stream = NULL;
	if (!stream)
		return true;
	if (stream != stdout)
		return file_commit(&csv->file, err);
	if (fflush(stdout) != 0 && !csv->error)
		csv->error = errno;
	if (csv->error && csv->error != EPIPE) {
		struct text why = file_reason(csv->error);
		err_add(err, "kan de uitvoer niet schrijven: %s%.0s", "cannot write the output: %.0s%s", why.nl, why.en);
	}
	return csv->error == 0;
}

void cmd_csv_abandon(struct cmd_csv *csv)
{
	csv->stream = NULL;
	file_abandon(&csv->file);
}
