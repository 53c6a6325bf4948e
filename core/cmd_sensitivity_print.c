// Sensitivity in words and bars.
#include "cmd_sensitivity.h"

#include "cmd_result.h"
#include "cmd_table.h"

#include <math.h>
#include <string.h>

enum { BAR = 16, TOLD = 3, LINE_MAX_BYTES = 1024 };
#define LITTLE_EFFECT 0.1   // of the largest: a factor that certainly does no more does little
#define LITTLE_SHARE 0.05
#define ONE_WAY 0.9
#define MUCH_NOISE 0.2

struct telling {
	const struct cmd_out *out;
	const struct results *results;
	const struct sensitivity *found;
	const struct results_outcome *outcome;
	bool nl, morris;
	int decimals;
};

static const struct sensitivity_index *main_index(const struct telling *telling, int row)
{
	return telling->morris ? &telling->found->row[row].star : &telling->found->row[row].total;
}

static const struct results_factor *factor_of(const struct telling *telling, int row)
{
	return &telling->results->factor[telling->found->row[row].factor];
}

static void put_share_span(char text[CMD_SPAN_MAX], enum lang lang, const struct stats_interval *span, bool in_table)
{
	char low[CMD_NUMBER_MAX], high[CMD_NUMBER_MAX];
	cmd_number(low, lang, span->low * 100, 0, false);
	cmd_outcome_share(high, lang, span->high);
	if (isnan(span->low))
		snprintf(text, CMD_SPAN_MAX, "–");
	else
		snprintf(text, CMD_SPAN_MAX, "%.40s%s%.40s", low, in_table ? " … " : lang == LANG_NL ? " tot " : " to ", high);
}

static void put_range(char *text, size_t size, const struct results_factor *factor, enum lang lang)
{
	char low[CMD_NUMBER_MAX], high[CMD_NUMBER_MAX];
	const char *to = lang == LANG_NL ? "tot" : "to";
	if (!isnan(factor->min)) {
		cmd_number_short(low, lang, factor->min);
		cmd_number_short(high, lang, factor->max);
		snprintf(text, size, "%s %s %s", low, to, high);
	} else if (factor->level_count > 0) {
		snprintf(text, size, "%s %s %s", factor->level[0], to, factor->level[factor->level_count - 1]);
	}
}

// ---- words

static void item(const struct cmd_out *out, const char *text)
{
	cmd_put(out, "  - ");
	cmd_wrap(out, 4, text);
}

static const char *which_way(const struct telling *telling, const struct sensitivity_row *row)
{
	if (fabs(row->mean.value) < ONE_WAY * row->star.value)
		return telling->nl ? ", de ene keer omhoog en de andere keer omlaag" : ", now up, now down";
	if (row->mean.value > 0)
		return telling->nl ? " omhoog" : " up";
	return telling->nl ? " omlaag" : " down";
}

static void tell_morris(const struct telling *telling, int at)
{
	const struct sensitivity_row *row = &telling->found->row[at];
	enum lang lang = telling->out->lang;
	char size[CMD_NUMBER_MAX], span[CMD_SPAN_MAX], range[128] = "", line[LINE_MAX_BYTES];
	cmd_outcome_number(size, telling->outcome, lang, row->star.value, telling->decimals, false);
	cmd_outcome_span(span, telling->outcome, lang, row->star.interval, telling->decimals, false, false);
	put_range(range, sizeof range, factor_of(telling, at), lang);
	bool bends = row->sd.value > row->star.value;
	snprintf(line, sizeof line, telling->nl ? "%s: van %s beweegt deze maat gemiddeld %s%s%s (95\u00A0%%: %s).%s" : "%s: from %s this measure moves %s%s%s on average (95%%: %s).%s",
	         factor_of(telling, at)->key, range, size, cmd_outcome_counted(telling->outcome, lang), which_way(telling, row), span,
	         !bends ? "" : telling->nl ? " Hoeveel, hangt sterk af van de andere factoren of van waar in het bereik." : " How much depends strongly on the other factors, or on where in the range.");
	item(telling->out, line);
}

static void tell_sobol(const struct telling *telling, int at)
{
	const struct sensitivity_row *row = &telling->found->row[at];
	enum lang lang = telling->out->lang;
	char alone[CMD_NUMBER_MAX], all[CMD_NUMBER_MAX], span[CMD_SPAN_MAX], line[LINE_MAX_BYTES];
	cmd_outcome_share(alone, lang, fmax(0, row->first.value));
	cmd_outcome_share(all, lang, row->total.value);
	put_share_span(span, lang, &row->total.interval, false);
	snprintf(line, sizeof line, telling->nl ? "%s verklaart %s van de verschillen in deze maat alleen, en %s met alles wat het samen met andere factoren doet (95\u00A0%%: %s)."
	         : "%s explains %s of the differences in this measure alone, and %s with all it does together with other factors (95%%: %s).",
	         factor_of(telling, at)->key, alone, all, span);
	item(telling->out, line);
}

static bool is_little(const struct telling *telling, int row)
{
	double high = main_index(telling, row)->interval.high;
	return telling->morris ? high < LITTLE_EFFECT * telling->found->row[0].star.value : high < LITTLE_SHARE;
}

static void tell_little(const struct telling *telling)
{
	char line[LINE_MAX_BYTES];
	int used = snprintf(line, sizeof line, "%s", telling->nl ? "Weinig doen: " : "Of little account: "), count = 0;
	for (int row = 0; row < telling->found->count && used < (int)sizeof line - 200; row++)
		if (is_little(telling, row))
			used += snprintf(line + used, sizeof line - (size_t)used, "%s%s", count++ ? ", " : "", factor_of(telling, row)->key);
	snprintf(line + used, sizeof line - (size_t)used, "%s", telling->morris ? telling->nl ? " (minder dan een tiende van de eerste)." : " (less than a tenth of the first)."
	                                                                      : telling->nl ? " (zeker minder dan 5\u00A0%)." : " (surely less than 5%).");
	if (count)
		item(telling->out, line);
}

static void tell_together(const struct telling *telling)
{
	char share[CMD_NUMBER_MAX], span[CMD_SPAN_MAX], line[LINE_MAX_BYTES];
	const struct sensitivity_index *together = &telling->found->together;
	if (telling->morris || isnan(together->value))
		return;
	if (together->value < LITTLE_SHARE && together->interval.low < LITTLE_SHARE) {
		item(telling->out, telling->nl ? "Dat factoren samen iets anders doen dan elk alleen, is hier niet te zien." : "There is no sign here that factors together do something else than each alone.");
		return;
	}
	cmd_outcome_share(share, telling->out->lang, together->value);
	put_share_span(span, telling->out->lang, &together->interval, false);
	snprintf(line, sizeof line, telling->nl ? "%s van de verschillen komt niet van één factor maar van factoren samen (95\u00A0%%: %s)."
	         : "%s of the differences comes not from one factor but from factors together (95%%: %s).", share, span);
	item(telling->out, line);
}

static void tell_noise(const struct telling *telling)
{
	const struct sensitivity *found = telling->found;
	char share[CMD_NUMBER_MAX], line[LINE_MAX_BYTES];
	if (found->noise < 0.01)
		snprintf(share, sizeof share, "%s", telling->nl ? "minder dan 1\u00A0%" : "less than 1%");
	else
		cmd_outcome_share(share, telling->out->lang, found->noise);
	if (isnan(found->noise))
		snprintf(line, sizeof line, "%s", telling->nl ? "Met één toekomst per punt is niet te zeggen hoeveel hiervan toeval is."
		                                              : "With one future a point there is no telling how much of this is chance.");
	else
		snprintf(line, sizeof line, telling->nl ? "Toeval: %s van de verschillen tussen de punten blijft over na het middelen van %d toekomsten.%s"
		         : "Chance: %s of the differences between the points is left after averaging %d futures.%s", share, found->replicates,
		         found->noise < MUCH_NOISE ? "" : telling->nl ? " Dat is veel: geef elk punt meer toekomsten." : " That is a lot: give each point more futures.");
	item(telling->out, line);
}

static void tell_left_out(const struct telling *telling)
{
	const struct sensitivity *found = telling->found;
	char line[LINE_MAX_BYTES];
	if (!found->left_out)
		return;
	snprintf(line, sizeof line, telling->nl ? "%d van de %d %s%.0s zijn niet compleet en tellen niet mee." : "%d of %d %.0s%s are not complete and do not count.",
	         found->left_out, found->left_out + found->used, telling->morris ? "trajecten" : "basispunten", telling->morris ? "trajectories" : "bases");
	item(telling->out, line);
}

static void print_words(const struct telling *telling)
{
	for (int row = 0; row < telling->found->count && row < TOLD; row++) {
		if (is_little(telling, row))
			continue;
		if (telling->morris)
			tell_morris(telling, row);
		else
			tell_sobol(telling, row);
	}
	tell_little(telling);
	tell_together(telling);
	tell_noise(telling);
	tell_left_out(telling);
}

// ---- bars and numbers

// Full blocks to the value, light ones to the end of its interval.
static void put_bar(char *cell, const struct sensitivity_index *index, double most)
{
	int full = most > 0 ? (int)lround(fmax(0, index->value) / most * BAR) : 0, far = most > 0 ? (int)lround(fmax(0, index->interval.high) / most * BAR) : 0;
	size_t used = 0;
	cell[0] = '\0';
	for (int k = 0; k < BAR && k < far; k++)
		used += (size_t)snprintf(cell + used, CMD_CELL_MAX - used, "%s", k < full ? "█" : "░");
}

static void put_row(const struct telling *telling, struct cmd_table *table, int row, double most)
{
	const struct sensitivity_row *found = &telling->found->row[row];
	enum lang lang = telling->out->lang;
	snprintf(cmd_table_cell(table, row + 1, 0), CMD_CELL_MAX, "%.90s", factor_of(telling, row)->key);
	put_bar(cmd_table_cell(table, row + 1, 1), main_index(telling, row), most);
	if (telling->morris) {
		cmd_outcome_number(cmd_table_cell(table, row + 1, 2), telling->outcome, lang, found->star.value, telling->decimals, false);
		cmd_outcome_span(cmd_table_cell(table, row + 1, 3), telling->outcome, lang, found->star.interval, telling->decimals, false, true);
		cmd_outcome_number(cmd_table_cell(table, row + 1, 4), telling->outcome, lang, found->mean.value, telling->decimals, true);
		cmd_outcome_number(cmd_table_cell(table, row + 1, 5), telling->outcome, lang, found->sd.value, telling->decimals, false);
	} else {
		cmd_outcome_share(cmd_table_cell(table, row + 1, 2), lang, found->total.value);
		put_share_span(cmd_table_cell(table, row + 1, 3), lang, &found->total.interval, true);
		cmd_outcome_share(cmd_table_cell(table, row + 1, 4), lang, found->first.value);
		put_share_span(cmd_table_cell(table, row + 1, 5), lang, &found->first.interval, true);
	}
}

static bool print_table(const struct telling *telling, struct err *err)
{
	static const char *const head[2][LANG_COUNT][6] = {
		{ { "factor", "", "totaal", "95 %", "alleen", "95 %" }, { "factor", "", "total", "95%", "alone", "95%" } },
		{ { "factor", "", "doet", "95 %", "richting", "wisselt" }, { "factor", "", "effect", "95%", "direction", "varies" } },
	};
	struct cmd_table table;
	double most = 0;
	if (!cmd_table_init(&table, telling->found->count + 1, 6, 2, err))
		return false;
	for (int column = 0; column < 6; column++)
		snprintf(cmd_table_cell(&table, 0, column), CMD_CELL_MAX, "%s", head[telling->morris][telling->out->lang][column]);
	for (int row = 0; row < telling->found->count; row++)
		most = fmax(most, main_index(telling, row)->interval.high);
	for (int row = 0; row < telling->found->count; row++)
		put_row(telling, &table, row, most);
	cmd_table_drop(telling->out, &table, (const int[]){ 5, 1, 3, 4 }, 4);
	cmd_put(telling->out, "\n");
	cmd_table_print(telling->out, &table);
	cmd_table_clear(&table);
	return true;
}

// Mean half-width of what the factors do: what the numbers are rounded by.
static double usual_half(const struct sensitivity *found)
{
	double sum = 0;
	for (int row = 0; row < found->count; row++)
		sum += found->row[row].star.interval.high - found->row[row].star.interval.low;
	return sum / found->count / 2;
}

bool cmd_sensitivity_print(const struct cmd_out *out, const struct results *results, const struct sensitivity *found, struct err *err)
{
	struct telling telling = {
		.out = out, .results = results, .found = found, .outcome = &results->outcome[found->outcome], .nl = out->lang == LANG_NL,
		.morris = found->design == RESULTS_MORRIS,
	};
	telling.decimals = telling.morris ? cmd_outcome_decimals(telling.outcome, usual_half(found)) : 0;
	cmd_outcome_heading(out, results, found->outcome);
	if (!(found->sd > 0)) {
		item(out, telling.nl ? "Deze maat is in alle punten gelijk: wat varieert, komt er niet bij." : "This measure is the same in all points: what is varied does not reach it.");
		return true;
	}
	print_words(&telling);
	return print_table(&telling, err);
}

static void print_factors(const struct cmd_out *out, const struct results *results)
{
	cmd_heading(out, "Wat er varieerde", "What was varied");
	for (int f = 0; f < results->factor_count; f++) {
		const struct results_factor *factor = &results->factor[f];
		const char *label = cmd_words(&factor->label, out->lang);
		char range[128] = "", line[512];
		put_range(range, sizeof range, factor, out->lang);
		snprintf(line, sizeof line, "%s: %s%s%s", factor->key, range, strcmp(label, factor->key) == 0 ? "" : ". ", strcmp(label, factor->key) == 0 ? "" : label);
		item(out, line);
	}
}

void cmd_sensitivity_notes(const struct cmd_out *out, const struct results *results)
{
	bool nl = out->lang == LANG_NL;
	print_factors(out, results);
	cmd_put(out, "\n");
	cmd_style(out, CMD_DIM);
	if (results->design == RESULTS_MORRIS)
		cmd_wrap(out, 0, nl
		         ? "Morris: elke factor is vanuit wisselende plekken verschoven. doet: hoeveel de maat gemiddeld beweegt over het hele bereik van de factor, "
		           "welke kant ook op (μ*); richting: hetzelfde met plus en min (μ); wisselt: hoe verschillend dat van plek tot plek is (σ). Het lichte deel "
		           "van een balk is onzekerheid."
		         : "Morris: each factor was moved from changing places. effect: how far the measure moves on average over the factor's whole range, "
		           "whichever way (μ*); direction: the same with plus and minus (μ); varies: how different that is from place to place (σ). The light "
		           "part of a bar is uncertainty.");
	else
		cmd_wrap(out, 0, nl
		         ? "Sobol: alles varieerde tegelijk. totaal: deel van de verschillen dat zou blijven als alleen deze factor nog onbekend was; alleen: deel dat "
		           "zou verdwijnen als deze factor bekend was. Totalen tellen dubbel wat factoren samen doen. Iets onder nul of boven 100 % is onzekerheid, "
		           "zoals het lichte deel van een balk."
		         : "Sobol: all was varied at once. total: share of the differences that would stay if only this factor were unknown; alone: share that "
		           "would go if this factor were known. Totals count twice what factors do together. A little below zero or above 100% is uncertainty, "
		           "as is the light part of a bar.");
	cmd_style(out, CMD_PLAIN);
}
