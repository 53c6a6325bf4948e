// Putting values in a tree that is a copy of a scenario's.
#include "script/tree_inside.h"

#include "mem.h"

#include <string.h>

static bool copy_children(struct tree *tree, struct node *node)
{
	if (node->kind != NODE_TABLE || node->count == 0)
		return true;
	struct node *child = tree_new_nodes(tree, node->count);
	if (!child)
		return false;
	memcpy(child, node->child, (size_t)node->count * sizeof *child);
	node->child = child;
	for (int i = 0; i < node->count; i++)
		if (!copy_children(tree, &child[i]))
			return false;
	return true;
}

bool tree_copy(const struct tree *from, struct tree *to)
{
	*to = (struct tree){ .root = from->root };
	return copy_children(to, &to->root);
}

// Room for one child more at place `at`, zeroed; the table's children move.
static struct node *insert(struct tree *tree, struct node *table, int at)
{
	struct node *child = tree_new_nodes(tree, table->count + 1);
	if (!child)
		return NULL;
	if (table->count) {
		memcpy(child, table->child, (size_t)at * sizeof *child);
		memcpy(child + at + 1, table->child + at, (size_t)(table->count - at) * sizeof *child);
	}
	child[at] = (struct node){ .kind = NODE_OTHER };
	table->child = child;
	table->count++;
	return &child[at];
}

static int list_length(const struct node *table)
{
	int count = 0;
	while (count < table->count && !table->child[count].key)
		count++;
	return count;
}

struct node *tree_make(struct tree *tree, struct node *table, const char *key)
{
	const struct node *found = tree_child(table, key);
	if (found)
		return &table->child[found - table->child];
	if (table->kind != NODE_TABLE)
		*table = (struct node){ .key = table->key, .index = table->index, .kind = NODE_TABLE };
	int at = list_length(table);
	while (at < table->count && strcmp(table->child[at].key, key) < 0)
		at++;
	struct node *child = insert(tree, table, at);
	if (child)
		*child = (struct node){ .key = key, .kind = NODE_TABLE };
	return child;
}

bool tree_set(struct tree *tree, struct node *node, const struct node *value)
{
	struct node old = *node;
	*node = *value;
	node->key = old.key;
	node->index = old.index;
	node->tag = value->tag ? value->tag : old.tag;
	return copy_children(tree, node);
}

bool tree_append(struct tree *tree, struct node *table, const struct node *value)
{
	struct node *child = insert(tree, table, list_length(table));
	if (!child)
		return false;
	child->index = value->index;
	return tree_set(tree, child, value);
}

void tree_drop(struct node *table, const struct node *child)
{
	int at = (int)(child - table->child);
	table->count--;
	memmove(&table->child[at], &table->child[at + 1], (size_t)(table->count - at) * sizeof *child);
}
