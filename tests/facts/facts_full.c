// Facts once more: with other values of what lies nearest to them, and with each mechanism off.
#include "facts/facts_full.h"

#include "facts/facts.h"

#include <math.h>
#include <string.h>

// What a twist made of a fact that was tried without it.
enum turn { TURN_AS_BEFORE, TURN_LOST, TURN_REVERSED, TURN_WON };

// These tables take a great many runs, so they are of a municipality of two fifths of the size.
static void read_smaller(const char *folder, const char *name, struct fact *fact)
{
	facts_read(folder, name, fact);
	for (int a = 0; a < fact->arm_count; a++)
		for (int d = 0; d < fact->arm[a].department_count; d++)
			fact->arm[a].department[d].staff = fact->arm[a].department[d].staff * 2 / 5;
}

static bool reverses(const struct fact_check *check, const struct fact_result *result)
{
	double sign = check->expect == EXPECT_MORE ? 1 : check->expect == EXPECT_LESS ? -1 : 0;
	return sign * result->effect.mean + result->effect.half < 0;
}

static enum turn turn_of(const struct fact *fact, const struct fact_result *before, const struct fact_result *after)
{
	enum turn turn = TURN_AS_BEFORE;
	for (int c = 0; c < fact->check_count; c++) {
		if (fact->check[c].beside)
			continue;
		if (before[c].holds && !after[c].holds && reverses(&fact->check[c], &after[c]))
			return TURN_REVERSED;
		if (before[c].holds && !after[c].holds)
			turn = TURN_LOST;
		else if (!before[c].holds && after[c].holds && turn == TURN_AS_BEFORE)
			turn = TURN_WON;
	}
	return turn;
}

static void tell_near(FILE *out, const struct fact *fact, const struct fact_near *near, int seeds)
{
	char yes[256] = "", no[256] = "";
	struct fact_result results[FACTS_CHECKS];
	for (int v = 0; v < near->count; v++) {
		char value[32];
		char *list = facts_try(fact, seeds * fact->faint, (struct fact_twist){ near->key, near->value[v] }, results, NULL) ? yes : no;
		snprintf(value, sizeof value, "%s%g", list[0] ? ", " : "", near->value[v]);
		strncat(list, value, 255 - strlen(list));
	}
	fprintf(out, "| %s | `%s` | %g | %s | %s |\n", fact->name, near->key, param_table[param_find(near->key)].value, yes[0] ? yes : "–", no[0] ? no : "–");
}

void facts_full_ranges(FILE *out, const char *folder, char (*names)[64], int count, int seeds)
{
	static struct fact fact;
	fprintf(out, "%d seeds (four times as many of faint facts), 240 staff. An input is changed in all arms; a fact holds when all its checks do.\n\n| fact | input | default | holds at | does not hold at |\n"
		"| --- | --- | --- | --- | --- |\n", seeds);
	for (int k = 0; k < count; k++) {
		struct fact_result results[FACTS_CHECKS];
		read_smaller(folder, names[k], &fact);
		bool holds = facts_try(&fact, seeds * fact.faint, (struct fact_twist){ 0 }, results, NULL);
		fprintf(out, "| %s | as it is | | %s | %s |\n", fact.name, holds ? "yes" : "", holds ? "" : "no");
		for (int n = 0; n < fact.near_count; n++)
			tell_near(out, &fact, &fact.near[n], seeds);
		fprintf(stderr, "%s: ranges\n", fact.name);
		facts_clear(&fact);
	}
}

void facts_full_mechanisms(FILE *out, const char *folder, char (*names)[64], int count, int seeds)
{
	static struct fact fact;
	static enum turn turns[FACTS_MAX][PARAM_COUNT];
	static const char *const sign[] = { "·", "○", "●", "+" };
	struct fact_result before[FACTS_CHECKS], after[FACTS_CHECKS];
	fprintf(out, "%d seeds, 240 staff, each mechanism off in all arms. `·` the same checks hold; `○` a check that held no longer does; `●` it turns round; `+` a check "
		"that failed holds now.\n\n| mechanism off |", seeds);
	for (int k = 0; k < count; k++) {
		read_smaller(folder, names[k], &fact);
		facts_try(&fact, seeds, (struct fact_twist){ 0 }, before, NULL);
		for (int id = 0; id < PARAM_COUNT; id++)
			if (param_table[id].kind == PARAM_MECHANISM) {
				facts_try(&fact, seeds, (struct fact_twist){ param_table[id].name, 0 }, after, NULL);
				turns[k][id] = turn_of(&fact, before, after);
			}
		fprintf(stderr, "%s: mechanisms\n", fact.name);
		facts_clear(&fact);
		fprintf(out, " %.2s |", names[k]);
	}
	fprintf(out, "\n| --- |");
	for (int k = 0; k < count; k++)
		fprintf(out, " --- |");
	for (int id = 0; id < PARAM_COUNT; id++)
		if (param_table[id].kind == PARAM_MECHANISM) {
			fprintf(out, "\n| `%s` |", strchr(param_table[id].name, '.') + 1);
			for (int k = 0; k < count; k++)
				fprintf(out, " %s |", sign[turns[k][id]]);
		}
	fprintf(out, "\n");
}
