// What to look at in a scenario, and one question to discuss: how its story ends.
#include "script/scenario_inside.h"

static void read_list(struct scenario_reader *r, const struct node *list)
{
	struct config *config = r->config;
	if (list->count == 0)
		scenario_wrong(r, "hier staat geen tekst in", "there is no text in here");
	if (list->count > CONFIG_LOOK_MAX)
		scenario_wrong(r, "%d teksten; hooguit %d", "%d texts; at most %d", list->count, CONFIG_LOOK_MAX);
	for (int i = 0; i < list->count && i < CONFIG_LOOK_MAX; i++) {
		size_t mark = scenario_enter_node(r, &list->child[i]);
		if (list->child[i].index > 0)
			scenario_words(r, &list->child[i], &config->look[config->look_count++]);
		else
			scenario_wrong(r, "in een lijst van teksten staat geen naam voor de tekst",
				"in a list of texts no name stands before a text");
		scenario_leave(r, mark);
	}
}

// look = { nl = …, en = … }, or a list of these. A list comes before names: its first child tells.
static void read_look(struct scenario_reader *r, const struct node *node)
{
	struct config *config = r->config;
	bool is_list = node->kind == NODE_TABLE && (node->count == 0 || node->child[0].index > 0);
	size_t mark = scenario_enter(r, "look");
	if (is_list)
		read_list(r, node);
	else
		scenario_words(r, node, &config->look[config->look_count++]);
	scenario_leave(r, mark);
}

void scenario_look(struct scenario_reader *r, const struct node *root)
{
	const struct node *look = tree_child(root, "look");
	if (look)
		read_look(r, look);
	scenario_child_words(r, root, "question", &r->config->question);
}
