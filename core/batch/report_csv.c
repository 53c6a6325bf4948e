// Tables for other programs: tidy, machine names, every digit. For a Dutch spreadsheet the same with
// semicolons, decimal commas and a mark that says UTF-8.
#include "batch/report.h"

#include "batch/report_words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

struct csv {
	FILE *stream;
	bool dutch, begun;   // begun: something stands on this line
};

static const char *const name_table[REPORT_TABLES] = { [REPORT_VALUES] = "values.csv", [REPORT_POINTS] = "points.csv", [REPORT_OUTCOMES] = "outcomes.csv" };

const char *report_csv_name(enum report_table table)
{
	return name_table[table];
}

// ---- cells

static void next(struct csv *csv)
{
	if (csv->begun)
		fputc(csv->dutch ? ';' : ',', csv->stream);
	csv->begun = true;
}

static void end_line(struct csv *csv)
{
	fputs(csv->dutch ? "\r\n" : "\n", csv->stream);
	csv->begun = false;
}

// A spreadsheet takes words that begin as a formula for one: there they get a quote.
static void put_text(struct csv *csv, const char *text)
{
	bool quoted = text[strcspn(text, ",;\"\r\n")] != '\0', formula = csv->dutch && *text && strchr("=+-@", *text);
	next(csv);
	if (quoted)
		fputc('"', csv->stream);
	if (formula)
		fputc('\'', csv->stream);
	for (size_t left = strlen(text), step; left > 0; text += step, left -= step) {
		size_t whole = text_character(text, left);
		step = whole ? whole : 1;
		if (*text == '"')
			fputc('"', csv->stream);
		if (whole)
			(void)fwrite(text, 1, whole, csv->stream);
		else
			fputc(' ', csv->stream);
	}
	if (quoted)
		fputc('"', csv->stream);
}

static void put_number(struct csv *csv, double value)
{
	char number[TEXT_NUMBER_MAX];
	next(csv);
	text_exact(number, value);
	for (char *at = number; csv->dutch && *at; at++)
		if (*at == '.')
			*at = ',';
	fputs(number, csv->stream);
}

static void put_words(struct csv *csv, const char *const *word, int count)
{
	for (int i = 0; i < count; i++)
		put_text(csv, word[i]);
}

static const char *design_of(const struct results *results, int point)
{
	int named = results->point[point].named;
	return named >= 0 ? results->named[named].id : "";
}

// ---- tables

static void put_value(struct csv *csv, const struct results *results, int p, int r, const char *outcome, double value)
{
	put_number(csv, p);
	put_text(csv, results->point[p].label);
	put_number(csv, r);
	put_text(csv, outcome);
	put_number(csv, value);
	end_line(csv);
}

static void put_values(struct csv *csv, const struct results *results)
{
	static const char *const head[] = { "point", "label", "replicate", "outcome", "value" };
	put_words(csv, head, (int)(sizeof head / sizeof *head));
	end_line(csv);
	for (int p = 0; p < results->point_count; p++)
		for (int r = 0; r < results->replicate_count; r++) {
			size_t at = (size_t)p * (size_t)results->replicate_count + (size_t)r;
			for (int k = 0; k < results->outcome_count; k++)
				put_value(csv, results, p, r, results->outcome[k].key, *results_at(results, p, r, k));
			put_value(csv, results, p, r, "cost_euro", results->cost_euro[at]);
			put_value(csv, results, p, r, "cost_hours", results->cost_hours[at]);
		}
}

static void put_factor(struct csv *csv, const struct results_factor *factor, double value)
{
	if (isnan(factor->min) && factor->level_count > 0)
		put_text(csv, value >= 0 && value < factor->level_count ? factor->level[(int)value] : "");
	else
		put_number(csv, value);
}

static void put_points(struct csv *csv, const struct results *results, enum lang lang)
{
	static const char *const head[] = { "point", "label", "design", "name", "baseline" };
	put_words(csv, head, (int)(sizeof head / sizeof *head));
	for (int k = 0; k < results->factor_count; k++)
		put_text(csv, results->factor[k].key);
	end_line(csv);
	for (int p = 0; p < results->point_count; p++) {
		int named = results->point[p].named;
		put_number(csv, p);
		put_text(csv, results->point[p].label);
		put_text(csv, design_of(results, p));
		put_text(csv, named >= 0 ? report_text(&results->named[named].name, lang) : "");
		put_number(csv, results->point[p].is_baseline);
		for (int k = 0; k < results->factor_count; k++)
			put_factor(csv, &results->factor[k], results->point[p].value[k]);
		end_line(csv);
	}
}

static void put_outcomes(struct csv *csv, const struct report *report, enum lang lang)
{
	static const char *const head[] = { "outcome", "measure", "unit_id", "unit", "label", "from_week", "to_week", "main", "direction" };
	put_words(csv, head, (int)(sizeof head / sizeof *head));
	end_line(csv);
	for (int k = 0; k < report->results->outcome_count; k++) {
		const struct results_outcome *about = &report->results->outcome[k];
		put_text(csv, about->key);
		put_text(csv, about->measure);
		put_text(csv, about->unit_id);
		put_text(csv, about->unit);
		put_text(csv, report_text(&about->label, lang));
		put_number(csv, about->from_week);
		put_number(csv, about->to_week);
		put_number(csv, about->is_main);
		put_number(csv, report_direction(report, k));
		end_line(csv);
	}
}

void report_csv(FILE *stream, enum report_table table, const struct report *report, const struct report_form *form)
{
	struct csv csv = { .stream = stream, .dutch = form->dutch };
	if (form->dutch)
		fputs("\uFEFF", stream);
	switch (table) {
	case REPORT_VALUES: put_values(&csv, report->results); break;
	case REPORT_POINTS: put_points(&csv, report->results, form->lang); break;
	case REPORT_OUTCOMES: put_outcomes(&csv, report, form->lang); break;
	case REPORT_TABLES: break;
	}
}
