// Each statement of the five texts that the model is to represent, shown by an effect: one test a file of this
// folder, and the file says what is compared (README.md). The same seeds live through all arms; the effect
// has the sign that the text leads one to expect, and goes when the mechanism that carries it is switched off.
#include "script/box.h"
#include "script/scenario.h"
#include "script/tree.h"
#include "support/paired.h"
#include "support/town.h"

#include "mem.h"

#include <dirent.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS_MAX = 96, ARMS_MAX = 6, OFF_MAX = 4, OF_MAX = 16, SEEDS_MAX = 200, SEEDS_USUAL = 20, SEEDS_LEAST = 2, NAME_BYTES = 64 };

// What may be left of an effect, at the end of the interval, when its mechanism is off. An interval around zero would
// not do: it may just be wide.
static const double LEFT_MOST = 0.2;

struct arm {
	double weight;                 // of this arm in the effect: −1 without, +1 with
	int of[OF_MAX], of_count;      // units whose mean is looked at; none: the whole
	struct config config;
};

struct row {
	char id[NAME_BYTES], file[NAME_BYTES];
	int measure, from, to, seeds;  // weeks from … to, counted from the start
	double sign;
	struct off {
		char name[NAME_BYTES];     // of a mechanism, or of the coefficient of a term
		double value;
	} off[OFF_MAX];                // what is done in all arms to take the effect away
	int off_count, arm_count;
	struct arm arm[ARMS_MAX];
};

static struct row rows[ROWS_MAX];
static int row_count;
static char folder[2048];

// ---- reading

static void wrong(const struct row *row, const char *what)
{
	fail_msg("%s/%s: %s", folder, row->file, what);
}

static const struct node *need(const struct row *row, const struct node *node, const char *key, enum node_kind kind)
{
	const struct node *child = tree_child(node, key);
	if (!child || child->kind != kind)
		wrong(row, key);
	return child;
}

static void check_names(const struct row *row, const struct node *root)
{
	static const char *const known[] = { "claim", "town", "plan", "without", "with", "arms", "of", "look", "weeks", "expect", "seeds", "gone_without" };
	for (int k = 0; k < root->count; k++) {
		bool found = false;
		for (size_t n = 0; n < sizeof known / sizeof *known && root->child[k].key; n++)
			found |= strcmp(root->child[k].key, known[n]) == 0;
		if (!found)
			wrong(row, root->child[k].key ? root->child[k].key : "something without a name");
	}
}

static int at_most(const struct row *row, int count, int most)
{
	if (count > most)
		wrong(row, "more than there is room for");
	return count;
}

static void read_of(const struct row *row, const struct node *of, struct arm *arm)
{
	const struct node *const names = of && of->kind == NODE_TABLE ? of->child : of;
	arm->of_count = !of ? 0 : of->kind == NODE_TABLE ? at_most(row, of->count, OF_MAX) : 1;
	for (int k = 0; k < arm->of_count; k++) {
		arm->of[k] = names[k].kind == NODE_TEXT ? config_unit(&arm->config, names[k].text) : -2;
		if (arm->of[k] < 0)
			wrong(row, "of: no such department");
	}
}

static void read_off(struct row *row, const struct node *off)
{
	row->off_count = at_most(row, off->count, OFF_MAX);
	for (int k = 0; k < off->count; k++) {
		const struct node *node = &off->child[k];
		const char *name = node->key ? node->key : node->text;
		snprintf(row->off[k].name, NAME_BYTES, "%s%s", strchr(name, '.') ? "" : "mechanisms.", name);
		row->off[k].value = node->key ? node->number : 0;
		int param = param_find(row->off[k].name);
		if (param < 0 || (param_table[param].kind != PARAM_MECHANISM && param_table[param].kind != PARAM_MODEL))
			wrong(row, "gone_without: neither a mechanism nor a coefficient");
	}
}

static void read_arm(struct row *row, const struct node *root, const char *text, int number, const struct node *node)
{
	static struct err err;
	struct arm *arm = &row->arm[number];
	const struct node *of = node ? tree_child(node, "of") : NULL, *weight = node ? tree_child(node, "weight") : NULL;
	char *whole = mem_new(strlen(text) + 64, 1);
	assert_non_null(whole);
	int length = sprintf(whole, "local seed = require('seed')(%d) %s", number + 1, text);
	err_clear(&err);
	if (!scenario_load_text(whole, (size_t)length, row->file, folder, &arm->config, &err))
		fail_msg("%s", err.text[LANG_EN]);
	mem_free(whole);
	arm->weight = weight ? weight->number : number == 0 ? -1 : 1;
	read_of(row, of ? of : tree_child(root, "of"), arm);
}

static void read_row(struct row *row, const struct node *root, const char *text)
{
	const struct node *arms = tree_child(root, "arms"), *weeks = need(row, root, "weeks", NODE_TABLE), *seeds = tree_child(root, "seeds");
	const char *expect = need(row, root, "expect", NODE_TEXT)->text;
	check_names(row, root);
	need(row, root, "claim", NODE_TEXT);
	row->measure = measure_find(need(row, root, "look", NODE_TEXT)->text);
	row->sign = strcmp(expect, "more") == 0 ? 1 : strcmp(expect, "less") == 0 ? -1 : 0;
	if (row->measure < 0 || weeks->count != 2 || row->sign == 0)
		wrong(row, "look, weeks or expect");
	row->from = (int)weeks->child[0].number;
	row->to = (int)weeks->child[1].number;
	row->seeds = town_size(seeds ? at_most(row, (int)seeds->number, SEEDS_MAX) : SEEDS_USUAL, SEEDS_LEAST);
	read_off(row, need(row, root, "gone_without", NODE_TABLE));
	row->arm_count = arms ? at_most(row, arms->count, ARMS_MAX) : 2;
	for (int k = 0; k < row->arm_count; k++)
		read_arm(row, root, text, k, arms ? &arms->child[k] : NULL);
}

// What stands before a row when only its own fields are read: the levers then mean nothing.
static size_t write_head(char *head, size_t room)
{
	int length = snprintf(head, room, "local function seed(row) return row end local function nothing() end "
		"local programme, themeweek, standard = nothing, nothing, nothing ");
	for (int k = 0; param_group(k); k++)
		length += snprintf(head + length, room - (size_t)length, "local %s = nothing ", param_group(k));
	return (size_t)length;
}

static void load_row(struct row *row)
{
	static struct err err;
	char path[sizeof folder + NAME_BYTES + 1], *text = NULL, head[4096];
	size_t length, head_length = write_head(head, sizeof head);
	snprintf(path, sizeof path, "%s/%s", folder, row->file);
	err_clear(&err);
	if (!box_read_file(path, BOX_FILE_MAX, &text, &length, &err))
		fail_msg("%s", err.text[LANG_EN]);
	char *body = mem_new(length + 1, 1), *whole = mem_new(head_length + length + 1, 1);
	assert_true(body && whole);
	memcpy(body, text, length);
	body[length] = '\0';
	memcpy(whole, head, head_length);
	memcpy(whole + head_length, body, length + 1);
	struct box *box = box_create(folder, &err);
	struct tree tree = { 0 };
	if (!box || !box_run(box, whole, head_length + length, row->file, &err) || !tree_read(box_lua(box), -1, row->file, &tree, &err))
		fail_msg("%s", err.text[LANG_EN]);
	read_row(row, &tree.root, body);
	tree_clear(&tree);
	box_destroy(box);
	mem_free(whole);
	mem_free(body);
	mem_free(text);
}

// ---- living

// The mean over weeks and units of what is looked at; weeks in which nothing was completed do not count.
static double live(const struct row *row, const struct arm *arm, const struct config *config)
{
	struct sim *sim = sim_create(config, 1, NULL);
	must(sim);
	double sum = 0;
	int count = 0;
	for (int week = row->from; week <= row->to; week++) {
		must(sim_run_to(sim, week, NULL, NULL));
		for (int k = 0; k < (arm->of_count ? arm->of_count : 1); k++) {
			double value = sim_measure(sim, arm->of_count ? arm->of[k] : CONFIG_UNIT_ALL, row->measure);
			sum += isnan(value) ? 0 : value;
			count += !isnan(value);
		}
	}
	sim_destroy(sim);
	return count ? sum / count : 0;
}

struct trial {
	const struct row *row;
	bool off;
	double effect[SEEDS_MAX];
};

static void live_seed(void *context, int index)
{
	struct trial *trial = context;
	const struct row *row = trial->row;
	for (int k = 0; k < row->arm_count; k++) {
		struct config config = row->arm[k].config;  // what it points to is shared and only read
		config.seed = (uint64_t)index + 1;
		for (int n = 0; trial->off && n < row->off_count; n++)
			must(config_set(&config, row->off[n].name, row->off[n].value, "off", NULL));
		trial->effect[index] += row->arm[k].weight * live(row, &row->arm[k], &config);
	}
}

static struct paired measure_effect(const struct row *row, bool off, struct crew *crew)
{
	struct trial trial = { .row = row, .off = off };
	crew_run(crew, live_seed, &trial, row->seeds);
	return paired_interval(trial.effect, row->seeds);
}

static void statement_holds(void **state)
{
	struct row *row = *state;
	load_row(row);
	struct crew *crew = crew_create(2, NULL);
	assert_non_null(crew);
	struct paired on = measure_effect(row, false, crew), off = measure_effect(row, true, crew);
	crew_destroy(crew);
	bool shown = row->sign * on.mean - on.half > 0, gone = row->sign * off.mean + off.half < LEFT_MOST * row->sign * on.mean;
	if (getenv("STOEPRAND_SEEDS"))
		printf("| `%s` | `%s` | %+.4g ± %.2g | %+.4g ± %.2g | %d |%s%s\n", row->id, measure_table[row->measure].name, on.mean, on.half, off.mean,
		       off.half, on.count, shown ? "" : " NOT SHOWN", gone ? "" : " NOT GONE");
	for (int k = 0; k < row->arm_count; k++)
		config_clear(&row->arm[k].config);
	if (row->seeds > SEEDS_LEAST && !(shown && gone))
		fail_msg("%s: %s should be %s: the effect is %.4g ± %.2g over %d seeds, and %.4g ± %.2g with %s off", row->id,
		         measure_table[row->measure].name, row->sign > 0 ? "more" : "less", on.mean, on.half, on.count, off.mean, off.half, row->off[0].name);
}

// ---- finding the rows

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct row *)a)->id, ((const struct row *)b)->id);
}

static void find_rows(void)
{
	const char *root = getenv("STOEPRAND_ROOT"), *only = getenv("STOEPRAND_SEEDS");
	snprintf(folder, sizeof folder, "%s/tests/seeds", root && *root ? root : ".");
	DIR *dir = opendir(folder);
	must(dir);
	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
		const char *end = strstr(entry->d_name, ".lua");
		if (!end || end[4] || !strchr("0123456789", entry->d_name[0]) || (only && strncmp(entry->d_name, only, strlen(only)) != 0))
			continue;
		must(row_count < ROWS_MAX && strlen(entry->d_name) < NAME_BYTES);
		struct row *row = &rows[row_count++];
		snprintf(row->id, sizeof row->id, "%.*s", (int)(end - entry->d_name), entry->d_name);
		memcpy(row->file, entry->d_name, strlen(entry->d_name) + 1);
	}
	closedir(dir);
	qsort(rows, (size_t)row_count, sizeof *rows, by_id);
}

int main(void)
{
	static struct CMUnitTest tests[ROWS_MAX];
	find_rows();
	for (int k = 0; k < row_count; k++)
		tests[k] = (struct CMUnitTest){ rows[k].id, statement_holds, NULL, NULL, &rows[k] };
	return _cmocka_run_group_tests("seeds", tests, (size_t)row_count, NULL, NULL);
}
