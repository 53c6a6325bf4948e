// What a run tells of an imported staff: which file, what became of it, and whose figures are withheld.
#include "cmd_number.h"
#include "cmd_result.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LIST_MAX = 16384 };

struct line {
	char text[LIST_MAX];
	size_t used;
};

static void add(struct line *line, const char *between, const char *text)
{
	int length = snprintf(line->text + line->used, sizeof line->text - line->used, "%s%s", line->used ? between : "", text);
	line->used += length < 0 || (size_t)length >= sizeof line->text - line->used ? 0 : (size_t)length;
}

static const char *unit_name(const struct cmd_out *out, const struct config *config, int unit)
{
	if (unit == CONFIG_POOL)
		return out->lang == LANG_NL ? "de pool" : "the pool";
	const char *name = cmd_words(&config->department[unit - 1].name, out->lang);
	return *name ? name : config->department[unit - 1].id;
}

static void print_list(const struct cmd_out *out, const char *nl, const char *en, const struct line *list)
{
	struct line line = { 0 };
	add(&line, "", out->lang == LANG_NL ? nl : en);
	add(&line, " ", list->text);
	add(&line, "", ".");
	cmd_wrap(out, 0, line.text);
}

static void print_file(const struct cmd_out *out, const struct config *config)
{
	char rows[CMD_NUMBER_MAX], line[512];
	cmd_whole(rows, out->lang, config->staff_rows);
	snprintf(line, sizeof line, out->lang == LANG_NL
	         ? "Het personeel komt uit %s (controlegetal %016" PRIx64 "): %s mensen, zonder naam of nummer, in klassen, geschud binnen hun afdeling."
	         : "The staff comes from %s (hash %016" PRIx64 "): %s people, without name or number, in classes, shuffled within their department.",
	         config->staff_file, config->staff_hash, rows);
	cmd_wrap(out, 0, line);
}

static void print_made(const struct cmd_out *out, const struct config *config)
{
	struct line list = { 0 };
	for (int d = 0; config->departments_made && d < config->department_count; d++) {
		char one[256];
		snprintf(one, sizeof one, "%s (%s)", config->department[d].id, unit_name(out, config, d + 1));
		add(&list, ", ", one);
	}
	if (list.used)
		print_list(out, "Het scenario noemt geen afdelingen; deze zijn uit het bestand gemaakt:",
		           "The scenario names no departments; these were made from the file:", &list);
}

// What functions work out of people one by one is theirs: no rule about small numbers can follow it.
static void print_functions(const struct cmd_out *out, const struct config *config)
{
	if (config->has_hooks)
		cmd_wrap(out, 0, out->lang == LANG_NL
		         ? "Let op: dit scenario heeft eigen functies, en die zien nagespeelde mensen één voor één. Lees wat zijn eigen meetwaarden uitrekenen voordat u uitkomsten doorgeeft."
		         : "Mind: this scenario has functions of its own, and these see simulated people one by one. Read what its own measures work out before you hand out results.");
}

// Before a run it is not known yet whose figures are withheld.
static bool has_small(const struct config *config)
{
	for (int d = 0; d < config->department_count; d++)
		if (config->department[d].staff < SIM_FEWEST)
			return true;
	return false;
}

static void print_spans(const struct cmd_out *out, const struct config *config, const struct sim *sim)
{
	struct line list = { 0 };
	if (!sim && has_small(config))
		return;
	for (int d = 0; d < config->department_count; d++) {
		const struct department *department = &config->department[d];
		char span[CMD_NUMBER_MAX], hours[CMD_NUMBER_MAX], one[320];
		if (!department->span_follows || (sim && sim_withheld(sim, d + 1)))
			continue;
		cmd_number(span, out->lang, department->setting[PARAM_LEADERSHIP_SPAN], 1, false);
		cmd_number(hours, out->lang, config_value(config, d + 1, PARAM_LEADERSHIP_HOURS), 2, false);
		snprintf(one, sizeof one, "%s %s (%s)", unit_name(out, config, d + 1), span, hours);
		add(&list, "; ", one);
	}
	if (list.used)
		print_list(out, "Uit de rollen volgt hoeveel medewerkers een leidinggevende heeft (leadership.span; tussen haakjes de uren voor ieder per week, leadership.hours):",
		           "From the roles follows how many staff a manager has (leadership.span; between brackets the hours for each a week, leadership.hours):", &list);
}

static void print_withheld(const struct cmd_out *out, const struct config *config, const struct sim *sim)
{
	struct line list = { 0 };
	for (int u = 0; u < sim_units(sim); u++)
		if (sim_withheld(sim, u))
			add(&list, ", ", unit_name(out, config, u));
	if (list.used)
		print_list(out, "Geen cijfers per afdeling (minder dan vijf mensen, of anders uit het totaal af te leiden):",
		           "No figures by department (fewer than five people, or else to be derived from the total):", &list);
}

void cmd_import_print(const struct cmd_out *out, const struct config *config, const struct sim *sim)
{
	if (!config->imported)
		return;
	print_file(out, config);
	print_functions(out, config);
	print_made(out, config);
	print_spans(out, config, sim);
	if (sim)
		print_withheld(out, config, sim);
}
