// The order in which a run is told, and its words: title, story, plan, assumptions, what next, what to discuss.
#include "cmd_result.h"

#include "cmd_number.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { PIN = 3, PERIOD = 8, WIDTH_BESIDE = 60 };  // columns

void cmd_heading(const struct cmd_out *out, const char *nl, const char *en)
{
	cmd_put(out, "\n");
	cmd_style(out, CMD_BOLD);
	cmd_wrap(out, 0, out->lang == LANG_NL ? nl : en);
	cmd_style(out, CMD_PLAIN);
}

const char *cmd_words(const struct words *words, enum lang lang)
{
	const char *mine = lang == LANG_NL ? words->nl : words->en, *other = lang == LANG_NL ? words->en : words->nl;
	return mine && *mine ? mine : other ? other : "";
}

char cmd_pin(int entry)
{
	return entry < 9 ? (char)('1' + entry) : entry < 9 + 26 ? (char)('a' + entry - 9) : '*';
}

static bool is_bare(const struct config *config)
{
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == PARAM_MECHANISM && config->setting[id] != 0)
			return false;
	return true;
}

// Of a model without any of our mechanisms only its own measures say something.
bool cmd_is_main(const struct config *config, int measure)
{
	struct measure row = config_measure(config, measure);
	if (measure < MEASURE_COUNT && config->own_measure_count > 0 && is_bare(config))
		return false;
	return row.main && (row.kind != MEASURE_CUMULATIVE || measure >= MEASURE_COUNT);
}

// ---- title, story, organisation

static void print_title(const struct cmd_out *out, const struct cmd_result *result)
{
	const struct config *config = result->config;
	const char *title = cmd_words(&config->title, out->lang), *story = cmd_words(&config->story, out->lang);
	if (!*title && config->name)
		title = config->name;
	cmd_style(out, CMD_BOLD);
	cmd_wrap(out, 0, title);
	cmd_style(out, CMD_PLAIN);
	int columns = cmd_columns(out, title);
	cmd_rule(out, columns < out->width ? columns : out->width);
	if (*story)
		cmd_wrap(out, 0, story);
}

static void name_pool(const struct cmd_out *out, const struct config *config, char *text, size_t size)
{
	double share = config->setting[PARAM_POOL_SHARE] * 100;
	if (share > 0)
		snprintf(text, size, out->lang == LANG_NL ? "%.0f %% in de pool" : "%.0f%% in the pool", share);
	else
		snprintf(text, size, "%s", out->lang == LANG_NL ? "geen pool" : "no pool");
}

static void name_years(const struct cmd_out *out, const struct cmd_result *result, char *text, size_t size)
{
	int start = result->config->start_year, years = result->last / CONFIG_WEEKS_PER_YEAR;
	bool nl = out->lang == LANG_NL;
	if (years == 0)
		snprintf(text, size, nl ? "alleen de start van %d" : "only the start of %d", start);
	else if (years == 1)
		snprintf(text, size, nl ? "het jaar %d, %d weken" : "the year %d, %d weeks", start, result->last);
	else
		snprintf(text, size, nl ? "%d tot en met %d, %d weken" : "%d to %d, %d weeks", start, start + years - 1, result->last);
}

// What differs from the scenario as it was written, or takes the model apart.
static void print_changed(const struct cmd_out *out, const struct cmd_result *result)
{
	const struct config *config = result->config;
	char line[2048];
	bool nl = out->lang == LANG_NL;
	int used = snprintf(line, sizeof line, nl ? "Mechanismen uit:" : "Mechanisms off:"), empty = used;
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == PARAM_MECHANISM && config->setting[id] == 0 && used < (int)sizeof line - CONFIG_ID_MAX)
			used += snprintf(line + used, sizeof line - (size_t)used, "%s %s", used > empty ? "," : "", strchr(param_table[id].name, '.') + 1);
	if (is_bare(config))
		cmd_wrap(out, 0, nl ? "Alle mechanismen van het model staan uit." : "All mechanisms of the model are off.");
	else if (used > empty)
		cmd_wrap(out, 0, line);
	if (!result->set[0])
		return;
	snprintf(line, sizeof line, nl ? "Gewijzigd met --set, al in de inlooptijd: %s. Het plan hieronder noemt de waarden van het scenario zelf."
	         : "Changed with --set, in the warm-up already: %s. The plan below names the scenario's own values.", result->set);
	cmd_wrap(out, 0, line);
}

static void print_organisation(const struct cmd_out *out, const struct cmd_result *result)
{
	const struct config *config = result->config;
	bool nl = out->lang == LANG_NL, one = config->department_count == 1;
	char staff[CMD_NUMBER_MAX], pool[64], years[64], line[512];
	cmd_whole(staff, out->lang, config_staff(config));
	name_pool(out, config, pool, sizeof pool);
	name_years(out, result, years, sizeof years);
	snprintf(line, sizeof line, nl ? "%s formatieplaatsen in %d %s, %s; %s." : "%s posts in %d %s, %s; %s.", staff,
	         config->department_count, nl ? one ? "afdeling" : "afdelingen" : one ? "department" : "departments", pool, years);
	cmd_put(out, "\n");
	cmd_wrap(out, 0, line);
	snprintf(line, sizeof line, nl
	         ? "Dit is een vliegsimulator: u ziet één mogelijke toekomst, die van toevalsgetal\u00A0%" PRIu64 "."
	         : "This is a flight simulator: you see one possible future, that of seed\u00A0%" PRIu64 ".", config->seed);
	cmd_wrap(out, 0, line);
	cmd_import_print(out, config, result->sim);
	print_changed(out, result);
}

static void print_stopped(const struct cmd_out *out, const struct cmd_result *result)
{
	char name[CMD_WEEK_MAX];
	int week = sim_week(result->sim);
	if (!result->stopped)
		return;
	cmd_week_name(name, result->config->start_year, week - 1);
	cmd_style(out, CMD_BOLD);
	if (week <= 0)
		cmd_say(out, "\nGestopt voordat het plan begon.\n", "\nStopped before the plan began.\n");
	else
		cmd_say(out, "\nGestopt na %s: week %d van %d. Hieronder staat wat er tot dan gebeurde.\n",
		        "\nStopped after %s: week %d of %d. Below is what happened until then.\n", name, week, result->last);
	cmd_style(out, CMD_PLAIN);
}

// ---- what the plan did

// The n-th programme that an entry starts, or -1; in several departments it is still one.
static int programme_of(const struct config *config, int entry, int n)
{
	int before = -1;
	for (int i = 0; i < config->change_count; i++) {
		const struct change *change = &config->change[i];
		if (change->entry != entry || change->kind != CHANGE_PROGRAMME_START || change->programme == before)
			continue;
		before = change->programme;
		if (n-- == 0)
			return before;
	}
	return -1;
}

// The week before which the last programme of an entry has ended; -1 when it starts none.
static int training_end(const struct config *config, int entry, int last)
{
	int end = -1, until = config->entry[entry].until_week;
	for (int n = 0, id; (id = programme_of(config, entry, n)) >= 0; n++) {
		int one = config->programme[id].repeat_weeks > 0 ? last : config->entry[entry].week + config->programme[id].weeks;
		end = one > end ? one : end;
	}
	return until >= 0 && until < end ? until : end;
}

// Totals cannot tell programmes of several entries apart that run at the same time.
static bool runs_alone(const struct config *config, int entry, int last)
{
	int from = config->entry[entry].week, to = training_end(config, entry, last);
	for (int i = 0; i < config->entry_count; i++)
		if (i != entry && config->entry[i].week < to && training_end(config, i, last) > from)
			return false;
	return true;
}

// A programme of one department tells about that department.
static bool tells_of_withheld(const struct cmd_result *result, int entry)
{
	for (int i = 0; i < result->config->change_count; i++) {
		const struct change *change = &result->config->change[i];
		if (change->entry == entry && change->kind == CHANGE_PROGRAMME_START && change->unit != CONFIG_UNIT_ALL &&
		    sim_withheld(result->sim, change->unit))
			return true;
	}
	return false;
}

static void print_trained(const struct cmd_out *out, const struct cmd_result *result, int entry, int indent)
{
	const struct config *config = result->config;
	const struct cmd_history *history = result->history;
	int programme = programme_of(config, entry, 0), last = cmd_history_last(history), week = config->entry[entry].week;
	char trained[CMD_NUMBER_MAX], groups[CMD_NUMBER_MAX], line[256];
	if (programme < 0 || tells_of_withheld(result, entry))
		return;
	struct sim_totals from = cmd_history_totals(history, week);
	struct sim_totals to = cmd_history_totals(history, training_end(config, entry, last));
	cmd_whole(trained, out->lang, to.trained - from.trained);
	cmd_whole(groups, out->lang, to.groups - from.groups);
	bool counted = cmd_history_has(history, week) && runs_alone(config, entry, last), nl = out->lang == LANG_NL;
	int used = !counted ? 0 : snprintf(line, sizeof line, nl ? "%s deelnemers in %s groepen; " : "%s participants in %s groups; ",
	                                   trained, groups);
	snprintf(line + used, sizeof line - (size_t)used, nl
	         ? "%.0f %% van wie er nu werkt kreeg het mee, in een groep of bij het inwerken"
	         : "%.0f%% of those now at work had it, in a group or at induction",
	         sim_trained_share(result->sim, programme) * 100);
	cmd_repeat(out, " ", indent);
	cmd_style(out, CMD_ACCENT);
	cmd_put(out, "→ ");
	cmd_wrap(out, indent + cmd_columns(out, "→ "), line);  // plain ASCII has a wider arrow
	cmd_style(out, CMD_PLAIN);
}

// "2023-W02" or, with an end, "2023-W02 – 2024-W01".
static int period_columns(const struct config *config)
{
	for (int i = 0; i < config->entry_count; i++)
		if (config->entry[i].until_week >= 0)
			return 2 * PERIOD + 3;
	return PERIOD;
}

// Beside the text, or above it where there is little room.
static int print_period(const struct cmd_out *out, const struct config *config, const struct entry *entry)
{
	char from[CMD_WEEK_MAX], to[CMD_WEEK_MAX], period[2 * CMD_WEEK_MAX + 8];
	int columns = period_columns(config);
	cmd_week_name(from, config->start_year, entry->week);
	cmd_week_name(to, config->start_year, entry->until_week - 1);
	bool ends = entry->until_week > entry->week + 1, narrow = out->width < WIDTH_BESIDE;
	snprintf(period, sizeof period, "%s%s%s", from, ends ? " – " : "", ends ? to : "");
	cmd_pad(out, period, columns, true);
	if (narrow)
		cmd_put(out, "\n");
	cmd_repeat(out, " ", narrow ? PIN : 2);
	return narrow ? PIN : PIN + columns + 2;
}

static void print_entry(const struct cmd_out *out, const struct cmd_result *result, int index)
{
	const struct config *config = result->config;
	const struct entry *entry = &config->entry[index];
	const char *why = cmd_words(&entry->why, out->lang), *what = cmd_words(&entry->what, out->lang);
	cmd_style(out, CMD_BOLD);
	cmd_put(out, "%c  ", cmd_pin(index));
	cmd_style(out, CMD_PLAIN);
	int indent = print_period(out, config, entry);
	cmd_wrap(out, indent, *what ? what : why);
	if (*why && *what) {
		cmd_repeat(out, " ", indent);
		cmd_style(out, CMD_DIM);
		cmd_wrap(out, indent, why);
		cmd_style(out, CMD_PLAIN);
	}
	print_trained(out, result, index, indent);
}

void cmd_plan_print(const struct cmd_out *out, const struct cmd_result *result)
{
	const struct config *config = result->config;
	int later = 0;
	cmd_heading(out, "Wat het plan deed, en wanneer", "What the plan did, and when");
	if (config->entry_count == 0 && config->has_hooks)
		cmd_say(out, "Dit scenario heeft geen plan: zijn eigen functies bepalen wat er gebeurt.\n",
		        "This scenario has no plan: its own functions decide what happens.\n");
	else if (config->entry_count == 0)
		cmd_say(out, "Dit scenario heeft geen plan: de organisatie gaat door zoals ze is.\n",
		        "This scenario has no plan: the organisation goes on as it is.\n");
	for (int i = 0; i < config->entry_count; i++) {
		if (config->entry[i].week < cmd_history_last(result->history))
			print_entry(out, result, i);
		else
			later++;
	}
	if (later)
		cmd_say(out, "En nog %d waar deze run niet aan toekwam.\n", "And %d more that this run did not come to.\n", later);
}

// ---- assumptions

// "kerbs.room 0,4 (0,2–0,6)", kept on one line.
static void name_assumption(const struct cmd_out *out, const struct assumption *assumption, char *text, size_t size)
{
	char value[CMD_NUMBER_MAX], min[CMD_NUMBER_MAX], max[CMD_NUMBER_MAX];
	cmd_number_short(value, out->lang, assumption->value);
	cmd_number_short(min, out->lang, assumption->min);
	cmd_number_short(max, out->lang, assumption->max);
	snprintf(text, size, "%s\u00A0%s\u00A0(%s–%s)", assumption->key, value, min, max);
}

static void head_assumptions(const struct cmd_out *out, const struct config *config)
{
	char head[160];
	int count = config->assumption_count;
	bool nl = out->lang == LANG_NL;
	if (count == 1)
		snprintf(head, sizeof head, "%s", nl ? "Eén aanname: een getal zonder bron, met zijn bandbreedte"
		                                     : "One assumption: a number without a source, with its range");
	else
		snprintf(head, sizeof head, nl ? "%d aannames: getallen zonder bron, met hun bandbreedte"
		                               : "%d assumptions: numbers without a source, with their range", count);
	cmd_heading(out, head, head);
}

// One after the other, as many on a line as fit.
static void print_briefly(const struct cmd_out *out, const struct config *config)
{
	char name[256];
	int column = 0;
	for (int i = 0; i < config->assumption_count; i++) {
		name_assumption(out, &config->assumption[i], name, sizeof name);
		int columns = cmd_columns(out, name) + 1;
		if (column && column + 1 + columns > out->width) {
			cmd_put(out, "\n");
			column = 0;
		}
		cmd_put(out, "%s%s%s", column ? " " : "", name, i + 1 < config->assumption_count ? ";" : "\n");
		column += columns + (column > 0);
	}
}

static void print_with_reasons(const struct cmd_out *out, const struct config *config)
{
	char name[256], line[1024];
	for (int i = 0; i < config->assumption_count; i++) {
		const char *why = cmd_words(&config->assumption[i].why, out->lang);
		name_assumption(out, &config->assumption[i], name, sizeof name);
		snprintf(line, sizeof line, "%s%s%s", name, *why ? ": " : "", why);
		cmd_put(out, "  ");
		cmd_wrap(out, 4, line);
	}
}

void cmd_assumptions_print(const struct cmd_out *out, const struct config *config, bool reasons)
{
	if (config->assumption_count == 0)
		return;
	head_assumptions(out, config);
	if (reasons)
		print_with_reasons(out, config);
	else
		print_briefly(out, config);
}

// ---- what next

static void print_next(const struct cmd_out *out, const struct cmd_result *result)
{
	uint64_t other = result->config->seed + 1;
	cmd_heading(out, "Verder kijken", "Look further");
	cmd_put(out, "  stoeprand run %s --seed %" PRIu64 "\n", result->file, other);
	cmd_put(out, "      ");
	cmd_wrap(out, 6, out->lang == LANG_NL
	         ? "een andere mogelijke toekomst; wat in de ene wel en in de andere niet gebeurt, kan toeval zijn"
	         : "another possible future; what happens in one and not in the other may be luck");
	cmd_say(out, "  stoeprand run %s --csv weken.csv --units\n", "  stoeprand run %s --csv weeks.csv --units\n", result->file);
	cmd_put(out, "      ");
	cmd_wrap(out, 6, out->lang == LANG_NL ? "alle meetwaarden, week voor week, ook per afdeling"
	                                      : "all measures, week by week, also per department");
	cmd_put(out, "  stoeprand docs measures\n      ");
	cmd_wrap(out, 6, out->lang == LANG_NL ? "wat elke meetwaarde betekent" : "what each measure means");
}

bool cmd_result_print(const struct cmd_out *out, const struct cmd_result *result, struct err *err)
{
	print_title(out, result);
	print_organisation(out, result);
	print_stopped(out, result);
	if (cmd_history_last(result->history) < 0)
		return true;
	if (!cmd_figures_print(out, result, err) || !cmd_units_print(out, result, err))
		return false;
	if (result->history->rows > 1)
		cmd_charts_print(out, result);
	cmd_plan_print(out, result);
	if (!cmd_costs_print(out, result, err))
		return false;
	cmd_own_print(out, result->config);
	cmd_assumptions_print(out, result->config, false);
	print_next(out, result);
	cmd_look_print(out, result->config);
	return true;
}
