// An ablation in words and tables, the mechanisms that do most first.
#include "cmd_ablate.h"

#include "cmd_result.h"

#include <math.h>
#include <string.h>

enum { TOLD = 5, ROWS = 12 };

// What does most comes first.
static void sort_rows(struct compare *compare)
{
	for (int k = 1; k < compare->count; k++) {
		struct compare_row row = compare->row[k];
		int at = k;
		for (; at > 0 && !(fabs(compare->row[at - 1].difference.mean) >= fabs(row.difference.mean)); at--)
			compare->row[at] = compare->row[at - 1];
		compare->row[at] = row;
	}
}

static bool is_clear(enum compare_verdict verdict)
{
	return verdict == COMPARE_CLEAR_UP || verdict == COMPARE_CLEAR_DOWN;
}

// Names the mechanisms of a kind, after the first `skip` of them.
static void tell_group(const struct cmd_ablate *ablate, const struct compare *compare, bool (*belongs)(enum compare_verdict), int skip, struct text what)
{
	const struct cmd_out *out = ablate->out;
	char line[2048];
	int count = 0, used = snprintf(line, sizeof line, "%s ", text_in(what, out->lang));
	for (int k = 0; k < compare->count; k++) {
		const char *name = ablate->compare.results.point[compare->row[k].point].label;
		if (belongs(compare_verdict(compare, &compare->row[k])) && skip-- <= 0 && used < (int)sizeof line - CMD_OUTCOME_NAME_MAX)
			used += snprintf(line + used, sizeof line - (size_t)used, "%s%s", count++ ? ", " : "", name);
	}
	snprintf(line + used, sizeof line - (size_t)used, ".");
	if (!count)
		return;
	cmd_put(out, "  - ");
	cmd_wrap(out, 4, line);
}

static bool is_same(enum compare_verdict verdict) { return verdict == COMPARE_SAME; }
static bool is_small(enum compare_verdict verdict) { return verdict == COMPARE_SMALL; }
static bool is_open(enum compare_verdict verdict) { return verdict == COMPARE_OPEN || verdict == COMPARE_UNKNOWN; }

static void tell_outcome(const struct cmd_ablate *ablate, const struct compare *compare)
{
	const struct cmd_out *out = ablate->out;
	int told = 0;
	for (int k = 0; k < compare->count && told < TOLD; k++) {
		char text[CMD_COMPARE_SENTENCE_MAX], line[CMD_COMPARE_SENTENCE_MAX + 16];
		if (!is_clear(compare_verdict(compare, &compare->row[k])))
			continue;
		cmd_compare_tell(text, &ablate->compare.results, compare, &compare->row[k], out->lang, false);
		snprintf(line, sizeof line, out->lang == LANG_NL ? "Zonder %s" : "Without %s", text);
		cmd_put(out, "  - ");
		cmd_wrap(out, 4, line);
		told++;
	}
	tell_group(ablate, compare, is_clear, TOLD, (struct text){ "Ook duidelijk, maar minder, is het verschil zonder", "Clear as well, but less, is the difference without" });
	tell_group(ablate, compare, is_open, 0, (struct text){ "Nog niet te zeggen, met zo weinig toekomsten, is het zonder", "Too early to say, with so few futures, without" });
	tell_group(ablate, compare, is_small, 0, (struct text){ "Te klein om ertoe te doen is het verschil zonder", "Too small to matter is the difference without" });
	tell_group(ablate, compare, is_same, 0, (struct text){ "Precies gelijk blijft alles zonder", "All stays exactly the same without" });
}

static bool print_outcome(const struct cmd_ablate *ablate, int outcome, struct err *err)
{
	struct compare compare;
	const struct results *results = &ablate->compare.results;
	bool good = compare_make(results, outcome, -1, NAN, &compare, err);
	if (good) {
		sort_rows(&compare);
		cmd_outcome_heading(ablate->out, results, outcome);
		tell_outcome(ablate, &compare);
		compare.count = compare.count < ROWS ? compare.count : ROWS;
		while (compare.count > 1 && is_same(compare_verdict(&compare, &compare.row[compare.count - 1])))
			compare.count--;
		good = cmd_compare_table(ablate->out, results, &compare, (struct text){ "zonder", "without" }, false, err);
	}
	compare_clear(&compare);
	return good;
}

static void print_notes(const struct cmd_ablate *ablate)
{
	const struct cmd_out *out = ablate->out;
	const struct results *results = &ablate->compare.results;
	bool nl = out->lang == LANG_NL, off = false;
	cmd_heading(out, "De mechanismen", "The mechanisms");
	for (int f = 0; f < results->factor_count; f++) {
		char line[512];
		snprintf(line, sizeof line, "%s: %s", strchr(results->factor[f].key, '.') + 1, cmd_words(&results->factor[f].label, out->lang));
		cmd_put(out, "  - ");
		cmd_wrap(out, 4, line);
	}
	cmd_put(out, "\n");
	cmd_style(out, CMD_DIM);
	for (int id = 0; id < PARAM_COUNT; id++)
		off |= param_table[id].kind == PARAM_MECHANISM && !cmd_ablate_is_on(ablate, id);
	cmd_wrap(out, 0, nl
	         ? "Zo leest u dit: een maat die zonder een mechanisme lager uitkomt, wordt er door dat mechanisme hoger van. Mechanismen grijpen in elkaar, dus de "
	           "verschillen tellen niet op. De tabellen tonen de grootste verschillen; --csv geeft ze alle. 95 %, d, p en genoeg zijn als bij stoeprand compare."
	         : "How to read this: a measure that ends lower without a mechanism is raised by that mechanism. Mechanisms work into each other, so the "
	           "differences do not add up. The tables show the largest differences; --csv has all. 95%, d, p and enough are as in stoeprand compare.");
	if (off)
		cmd_wrap(out, 0, nl ? "Mechanismen die in dit scenario al uit staan, doen niet mee." : "Mechanisms that are off in this scenario take no part.");
	cmd_style(out, CMD_PLAIN);
}

bool cmd_ablate_print(const struct cmd_ablate *ablate, struct err *err)
{
	const struct cmd_out *out = ablate->out;
	bool good = true;
	cmd_outcome_intro(out, &ablate->compare.results);
	cmd_wrap(out, 0, out->lang == LANG_NL ? "Elk mechanisme van het model is één keer uitgezet; daarnaast staat het scenario met alles aan, onder hetzelfde toeval."
	                                      : "Each mechanism of the model was switched off once; beside it stands the scenario with all on, under the same luck.");
	for (int k = 0; good && k < ablate->compare.results.outcome_count; k++)
		good = print_outcome(ablate, k, err);
	if (good)
		print_notes(ablate);
	return good;
}
