// Comparisons as CSV: a row an outcome and alternative, in machine form.
#include "cmd_compare.h"

#include "cmd_number.h"

#include <math.h>

static double counted(bool known, int count)
{
	return known ? (double)count : (double)NAN;
}

static void put_row(FILE *stream, const struct results *results, const struct compare *compare, const struct compare_row *row)
{
	const struct stats_paired *d = &row->difference;
	const double numbers[] = {
		row->own.count, row->own.mean, row->own.sd, row->own.interval.low, row->own.interval.high, d->pairs, d->missing, d->mean, d->sd,
		d->interval.low, d->interval.high, d->p, row->p_holm, row->joint.low, row->joint.high, d->d_z, d->d_spread,
		counted(compare->paired, d->higher), counted(compare->paired, d->lower), counted(compare->paired, d->equal), d->chance,
		d->chance_interval.low, d->chance_interval.high, d->saved, compare->matters, row->enough, counted(row->needed >= 0, row->needed),
		row->extra_euro, row->extra_hours,
	};
	fprintf(stream, "%s,", results->outcome[compare->outcome].key);
	cmd_outcome_quoted(stream, results->point[row->point].label);
	fputc(',', stream);
	cmd_outcome_quoted(stream, results->point[row->baseline].label);
	for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
		char text[CMD_NUMBER_MAX];
		cmd_number_exact(text, numbers[k]);
		fprintf(stream, ",%s", text);
	}
	fputc('\n', stream);
}

bool cmd_compare_csv(FILE *stream, const void *data, struct err *err)
{
	const struct cmd_compare *request = data;
	bool good = true;
	fputs("outcome,alternative,baseline,count,mean,sd,mean_low,mean_high,pairs,missing,difference,difference_sd,low,high,p,p_holm,"
	      "joint_low,joint_high,d_z,d_spread,higher,lower,equal,chance,chance_low,chance_high,saved,matters,enough,needed,extra_euro,extra_hours\n", stream);
	for (int k = 0; good && k < request->outcomes.all; k++) {
		struct compare compare;
		good = compare_make(&request->results, request->outcomes.index[k], request->baseline, request->matters, &compare, err);
		for (int row = 0; good && row < compare.count; row++)
			put_row(stream, &request->results, &compare, &compare.row[row]);
		compare_clear(&compare);
	}
	return good;
}
