// Reading a fact. Its fields are read with levers that mean nothing; each arm is then the file once more, as a scenario
// (fact.lua makes it).
#include "facts/facts.h"

#include "mem.h"
#include "script/box.h"
#include "script/scenario.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct err err;

__attribute__((noreturn, format(printf, 2, 3))) static void wrong(const struct fact *fact, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "%s.lua: ", fact->name);
	vfprintf(stderr, format, args);
	fprintf(stderr, "\n");
	va_end(args);
	exit(1);
}

static const struct node *need(const struct fact *fact, const struct node *node, const char *key, enum node_kind kind)
{
	const struct node *child = tree_child(node, key);
	if (!child || child->kind != kind)
		wrong(fact, "%s is missing, or is something else", key);
	return child;
}

static void copy_text(const struct node *node, const char *key, char *out, size_t size)
{
	const struct node *child = tree_child(node, key);
	snprintf(out, size, "%s", child && child->kind == NODE_TEXT ? child->text : "");
}

static double number(const struct node *node, const char *key, double usual)
{
	const struct node *child = tree_child(node, key);
	return child && child->kind == NODE_NUMBER ? child->number : usual;
}

static int find_arm(const struct fact *fact, const char *id)
{
	for (int a = 0; a < fact->arm_count; a++)
		if (id && strcmp(fact->arm_id[a], id) == 0)
			return a;
	wrong(fact, "there is no arm %s", id ? id : "without a name");
}

static void read_weeks(const struct fact *fact, const struct node *weeks, int *from, int *to)
{
	if (!weeks || weeks->kind != NODE_TABLE || weeks->count != 2)
		wrong(fact, "weeks are two numbers");
	*from = (int)weeks->child[0].number;
	*to = (int)weeks->child[1].number;
}

static void read_of(const struct fact *fact, const struct node *of, struct fact_check *check)
{
	for (int k = 0; of && k < of->count; k++) {
		if (check->of_count == FACTS_OF || (check->of[check->of_count++] = config_unit(&fact->arm[0], of->child[k].text)) < 0)
			wrong(fact, "of: no such department, or too many");
	}
}

static void read_compared(const struct fact *fact, const struct node *node, struct fact_check *check)
{
	static const char *const words[] = { "more", "less", "same", "inside", "not less" };
	const char *expect = need(fact, node, "expect", NODE_TEXT)->text;
	int which = 0;
	while (which < 5 && strcmp(expect, words[which]) != 0)
		which++;
	if (which == 5)
		wrong(fact, "expect: %s", expect);
	check->expect = (enum fact_expect)which;
	if (check->expect == EXPECT_INSIDE) {
		const struct node *peak = need(fact, node, "peak", NODE_TABLE);
		for (int k = 0; k < peak->count && k < FACTS_ARMS; k++)
			check->peak[check->peak_count++] = find_arm(fact, peak->child[k].text);
		if (check->peak_count < 3)
			wrong(fact, "a peak takes three arms at least");
		return;
	}
	const struct node *contrast = need(fact, node, "compare", NODE_TABLE);
	for (int k = 0; k < contrast->count; k++)
		check->weight[find_arm(fact, contrast->child[k].key)] = contrast->child[k].number;
	check->within = number(node, "within", 0);
	check->least = number(node, "least", 0);
}

static void read_check(struct fact *fact, const struct node *node)
{
	if (fact->check_count == FACTS_CHECKS)
		wrong(fact, "too many checks");
	struct fact_check *check = &fact->check[fact->check_count++];
	copy_text(node, "says", check->says, sizeof check->says);
	check->measure = measure_find(need(fact, node, "look", NODE_TEXT)->text);
	if (check->measure < 0)
		wrong(fact, "look: no such measure");
	read_weeks(fact, tree_child(node, "weeks"), &check->from, &check->to);
	if (tree_child(node, "less"))
		read_weeks(fact, tree_child(node, "less"), &check->less_from, &check->less_to);
	check->beside = tree_child(node, "beside") != NULL;
	read_compared(fact, node, check);
	read_of(fact, tree_child(node, "of"), check);
}

static void read_near(struct fact *fact, const struct node *near)
{
	for (int k = 0; near && k < near->count && k < FACTS_NEAR; k++) {
		struct fact_near *input = &fact->near[fact->near_count++];
		snprintf(input->key, sizeof input->key, "%s", near->child[k].key ? near->child[k].key : "");
		if (param_find(input->key) < 0)
			wrong(fact, "near: no setting %s", input->key);
		for (int v = 0; v < near->child[k].count && v < FACTS_VALUES; v++)
			input->value[input->count++] = near->child[k].child[v].number;
	}
}

static void read_arm(struct fact *fact, const char *folder, const char *text, int a)
{
	size_t room = strlen(text) + 64;
	char *whole = mem_new(room, 1);
	must(whole);
	int length = snprintf(whole, room, "local fact = require('fact')(%d) %s", a + 1, text);
	err_clear(&err);
	if (!scenario_load_text(whole, (size_t)length, fact->name, folder, &fact->arm[a], &err))
		wrong(fact, "arm %s: %s", fact->arm_id[a], err.text[LANG_EN]);
	mem_free(whole);
}

static void read_fields(struct fact *fact, const struct node *root, const char *folder, const char *text)
{
	const struct node *arms = need(fact, root, "arms", NODE_TABLE), *checks = need(fact, root, "checks", NODE_TABLE);
	copy_text(root, "claim", fact->claim, sizeof fact->claim);
	copy_text(root, "source", fact->source, sizeof fact->source);
	copy_text(root, "where", fact->where, sizeof fact->where);
	copy_text(root, "why_not", fact->why_not, sizeof fact->why_not);
	copy_text(root, "note", fact->note, sizeof fact->note);
	if (arms->count > FACTS_ARMS)
		wrong(fact, "too many arms");
	for (int a = 0; a < arms->count; a++, fact->arm_count++)
		copy_text(&arms->child[a], "id", fact->arm_id[a], sizeof fact->arm_id[a]);
	for (int a = 0; a < fact->arm_count; a++)
		read_arm(fact, folder, text, a);
	for (int k = 0; k < checks->count; k++)
		read_check(fact, &checks->child[k]);
	read_near(fact, tree_child(root, "near"));
}

// What stands before the file when only its own fields are read.
static size_t write_head(char *head, size_t room)
{
	int length = snprintf(head, room, "local function fact(table) return table end local function nothing() end "
		"local programme, themeweek, standard = nothing, nothing, nothing ");
	for (int k = 0; param_group(k); k++)
		length += snprintf(head + length, room - (size_t)length, "local %s = nothing ", param_group(k));
	return (size_t)length;
}

void facts_read(const char *folder, const char *name, struct fact *fact)
{
	char path[2048], head[4096], *text = NULL;
	size_t length, head_length = write_head(head, sizeof head);
	*fact = (struct fact){ 0 };
	snprintf(fact->name, sizeof fact->name, "%s", name);
	snprintf(path, sizeof path, "%s/%s.lua", folder, name);
	err_clear(&err);
	if (!box_read_file(path, BOX_FILE_MAX, &text, &length, &err))
		wrong(fact, "%s", err.text[LANG_EN]);
	char *body = mem_new(length + 1, 1), *whole = mem_new(head_length + length + 1, 1);
	must(body && whole);
	memcpy(body, text, length);
	memcpy(whole, head, head_length);
	memcpy(whole + head_length, text, length);
	struct box *box = box_create(folder, &err);
	struct tree tree = { 0 };
	if (!box || !box_run(box, whole, head_length + length, name, &err) || !tree_read(box_lua(box), -1, name, &tree, &err))
		wrong(fact, "%s", err.text[LANG_EN]);
	read_fields(fact, &tree.root, folder, body);
	tree_clear(&tree);
	box_destroy(box);
	mem_free(whole);
	mem_free(body);
	mem_free(text);
}

void facts_clear(struct fact *fact)
{
	for (int a = 0; a < fact->arm_count; a++)
		config_clear(&fact->arm[a]);
}
