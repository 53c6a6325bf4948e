// Writes reports of results made by hand to a folder, to be looked at: make report-look.
#include "batch/report.h"
#include "support/charts.h"
#include "support/made.h"

#include <stdlib.h>

static const struct {
	const char *name;
	struct made made;
} case_table[] = {
	{ "designs", { .design = RESULTS_POINTS, .alternatives = 4, .replicates = 20 } },
	{ "factorial", { .design = RESULTS_FACTORIAL, .alternatives = 3, .levels = 4, .replicates = 20, .fail_each = 97 } },
	{ "factors", { .design = RESULTS_FACTORIAL, .levels = 4, .more_levels = 3, .replicates = 12 } },
	{ "morris", { .design = RESULTS_MORRIS, .levels = 1, .more_levels = 1, .replicates = 4 } },
	{ "sobol", { .design = RESULTS_SOBOL, .levels = 1, .more_levels = 1, .replicates = 2 } },
	{ "lhs", { .design = RESULTS_LHS, .alternatives = 2, .levels = 1, .more_levels = 1, .replicates = 3 } },
	{ "swings", { .design = RESULTS_ONE_AT_A_TIME, .levels = 3, .more_levels = 3, .replicates = 10 } },
	{ "one", { .design = RESULTS_POINTS, .alternatives = 1, .replicates = 20 } },
	{ "sixty", { .design = RESULTS_POINTS, .alternatives = 60, .replicates = 5 } },
	{ "failed", { .design = RESULTS_POINTS, .alternatives = 3, .replicates = 5, .fail_each = 1 } },
	{ "names", { .design = RESULTS_POINTS, .alternatives = 3, .replicates = 5, .no_baseline = true,
		.title = "<script>alert('x')</script> & \"aanhalingstekens\" 🚲",
		.name = "Een heel lange naam van een alternatief met Meervoudigepersoonlijkheidsstoornisbegeleidingscoördinator en nog veel meer woorden die nergens passen" } },
};

static FILE *open_in(const char *folder, const char *name, const char *ending)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
	FILE *stream = fopen(path, "wb");
	must(stream);
	return stream;
}

static void write_case(const char *folder, const char *name, const struct made *made, struct font *font)
{
	struct results results;
	struct report report;
	struct err err;
	err_clear(&err);
	made_results(&results, made);
	bool fine = report_init(&report, &results, &err);
	for (int lang = 0; fine && lang < LANG_COUNT; lang++) {
		struct report_form form = { .lang = lang == 0 ? LANG_NL : LANG_EN, .both = true, .dutch = lang == 0, .font = font, .version = "0.1.0",
			.command = "stoeprand report pool.db --html pool.html" };
		FILE *stream = open_in(folder, name, lang == 0 ? ".html" : ".en.html");
		fine = report_html(stream, &report, &form, &err);
		fclose(stream);
		stream = open_in(folder, name, lang == 0 ? ".xlsx" : ".en.xlsx");
		fine = fine && report_xlsx(stream, &report, &form, &err);
		fclose(stream);
		for (enum report_table table = 0; table < REPORT_TABLES; table++) {
			char ending[64];
			snprintf(ending, sizeof ending, "%s.%s", lang == 0 ? ".nl" : "", report_csv_name(table));
			stream = open_in(folder, name, ending);
			report_csv(stream, table, &report, &form);
			fclose(stream);
		}
	}
	printf("%s: %s\n", name, fine ? "written" : err.text[LANG_EN]);
	report_clear(&report);
	results_clear(&results);
}

int main(int argc, char **argv)
{
	struct font *font = charts_font();
	for (size_t i = 0; argc == 2 && i < sizeof case_table / sizeof *case_table; i++)
		write_case(argv[1], case_table[i].name, &case_table[i].made, font);
	font_destroy(font);
	return argc == 2 ? 0 : 1;
}
