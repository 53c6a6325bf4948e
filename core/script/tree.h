// A Lua table as plain nodes, so that everything after it can be read without calling Lua, which
// may raise. Children are in a fixed order: the list first, then names by their letters.
#ifndef TREE_H
#define TREE_H

#include "err.h"

#include <stddef.h>
#include <stdint.h>

struct lua_State;

enum node_kind { NODE_NUMBER, NODE_SWITCH, NODE_TEXT, NODE_TABLE, NODE_FUNCTION, NODE_OTHER };

struct node {
	const char *key;  // its name in the table above it, or NULL
	long index;  // its place in the list when it has no name; 0: a key of another kind
	const char *tag;  // the constructor that made it ("programme"), or NULL
	enum node_kind kind;
	double number;  // NODE_NUMBER; NODE_SWITCH: 0 or 1
	bool is_whole;  // a number written without a dot: `whole` holds it exactly
	int64_t whole;
	const char *text;  // NODE_TEXT; texts and names are Lua's and live as long as the table
	size_t length;
	int count;  // NODE_TABLE
	struct node *child;
};

struct tree {
	struct node root;
	struct block *block;  // owned: all nodes
	long nodes;
	bool too_deep;
};

enum { TREE_DEPTH_MAX = 16, TREE_NODES_MAX = 500000 };

// Reads the value at `index` of the stack; raises nothing. False and err (which names `file`)
// without memory, or when the value is too deep or too large. Clear the tree in any case.
bool tree_read(struct lua_State *lua, int index, const char *file, struct tree *tree, struct err *err);
void tree_clear(struct tree *tree);

// A tree of one's own, to put values in; its texts are still those of `from`. False without memory.
bool tree_copy(const struct tree *from, struct tree *to);

// The child that goes by this name, put in the table (or made one) when it is not there; NULL without memory.
struct node *tree_make(struct tree *tree, struct node *table, const char *key);
// Makes a node what `value` is, with all that is in it; its key, and its tag where the value has none, stay.
bool tree_set(struct tree *tree, struct node *node, const struct node *value);
// Puts a value at the end of the list part of a table, with the place it had in its own: messages name that.
bool tree_append(struct tree *tree, struct node *table, const struct node *value);
void tree_drop(struct node *table, const struct node *child);

// The child of that name (or made by the constructor of that name), or NULL.
const struct node *tree_child(const struct node *node, const char *key);

// The name by which a child counts: its key, or else the constructor that made it; or NULL.
const char *tree_name(const struct node *node);

#endif
