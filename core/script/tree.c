// Walks a Lua table with calls that neither allocate in Lua nor raise.
#include "script/tree_inside.h"

#include "mem.h"

#include <lua.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_NODES = 256 };

struct block {
	struct block *next;
	int used, room;
	struct node node[];
};

struct node *tree_new_nodes(struct tree *tree, int count)
{
	struct block *block = tree->block;
	if (!block || block->room - block->used < count) {
		int room = count > BLOCK_NODES ? count : BLOCK_NODES;
		block = mem_new(1, sizeof *block + (size_t)room * sizeof *block->node);
		if (!block)
			return NULL;
		block->room = room;
		block->next = tree->block;
		tree->block = block;
	}
	block->used += count;
	return &block->node[block->used - count];
}

void tree_clear(struct tree *tree)
{
	while (tree->block) {
		struct block *next = tree->block->next;
		mem_free(tree->block);
		tree->block = next;
	}
	*tree = (struct tree){ 0 };
}

static int by_key(const void *a, const void *b)
{
	const struct node *one = a, *other = b;
	if (!one->key || !other->key) {
		if (!one->key && !other->key)
			return (one->index > other->index) - (one->index < other->index);
		return one->key ? 1 : -1;
	}
	return strcmp(one->key, other->key);
}

// A constructor marks its table with a metatable whose first element is its name.
static const char *read_tag(lua_State *lua, int index)
{
	if (!lua_getmetatable(lua, index))
		return NULL;
	lua_rawgeti(lua, -1, 1);
	const char *tag = lua_touserdata(lua, -1);
	lua_pop(lua, 2);
	return tag;
}

static void read_key(lua_State *lua, int index, struct node *node)
{
	size_t length;
	const char *name = lua_type(lua, index) == LUA_TSTRING ? lua_tolstring(lua, index, &length) : NULL;
	if (name && strlen(name) == length)
		node->key = name;
	else if (lua_isinteger(lua, index) && lua_tointeger(lua, index) > 0)
		node->index = (long)lua_tointeger(lua, index);
}

static bool read_value(lua_State *lua, int index, struct tree *tree, struct node *node, int depth);

static bool read_children(lua_State *lua, int index, struct tree *tree, struct node *node, int depth)
{
	for (lua_pushnil(lua); lua_next(lua, index); lua_pop(lua, 1))
		if (++tree->nodes > TREE_NODES_MAX)
			break;
		else
			node->count++;
	if (tree->nodes > TREE_NODES_MAX) {
		lua_pop(lua, 2);
		return false;
	}
	node->child = node->count ? tree_new_nodes(tree, node->count) : NULL;
	if (node->count && !node->child)
		return false;
	int i = 0;
	for (lua_pushnil(lua); lua_next(lua, index); lua_pop(lua, 1), i++) {
		must(i < node->count);  // nothing changes the table meanwhile
		read_key(lua, -2, &node->child[i]);
		if (!read_value(lua, lua_gettop(lua), tree, &node->child[i], depth)) {
			lua_pop(lua, 2);
			return false;
		}
	}
	if (node->count)
		qsort(node->child, (size_t)node->count, sizeof *node->child, by_key);
	return true;
}

static bool read_value(lua_State *lua, int index, struct tree *tree, struct node *node, int depth)
{
	node->kind = NODE_OTHER;
	switch (lua_type(lua, index)) {
	case LUA_TNUMBER:
		node->kind = NODE_NUMBER;
		node->number = lua_tonumber(lua, index);
		node->is_whole = lua_isinteger(lua, index);
		node->whole = node->is_whole ? lua_tointeger(lua, index) : 0;
		return true;
	case LUA_TBOOLEAN:
		node->kind = NODE_SWITCH;
		node->number = lua_toboolean(lua, index);
		return true;
	case LUA_TSTRING:
		node->kind = NODE_TEXT;
		node->text = lua_tolstring(lua, index, &node->length);
		return true;
	case LUA_TFUNCTION:
		node->kind = NODE_FUNCTION;
		return true;
	case LUA_TTABLE:
		node->kind = NODE_TABLE;
		node->tag = read_tag(lua, index);
		if (depth == TREE_DEPTH_MAX)
			tree->too_deep = true;
		return !tree->too_deep && lua_checkstack(lua, 8) && read_children(lua, index, tree, node, depth + 1);
	default:
		return true;
	}
}

bool tree_read(lua_State *lua, int index, const char *file, struct tree *tree, struct err *err)
{
	*tree = (struct tree){ 0 };
	int top = lua_gettop(lua);
	if (!lua_checkstack(lua, 8)) {
		err_memory(err);
		return false;
	}
	bool good = read_value(lua, lua_absindex(lua, index), tree, &tree->root, 0);
	lua_settop(lua, top);
	if (good)
		return true;
	if (tree->too_deep)
		err_add(err, "%s: tabellen zitten meer dan %d diep in elkaar, of een tabel bevat zichzelf",
			"%s: tables are more than %d deep, or a table holds itself", file, TREE_DEPTH_MAX);
	else if (tree->nodes > TREE_NODES_MAX)
		err_add(err, "%s: meer dan %d waarden", "%s: more than %d values", file, TREE_NODES_MAX);
	else
		err_memory(err);
	return false;
}

const char *tree_name(const struct node *node)
{
	return node->key ? node->key : node->tag;
}

const struct node *tree_child(const struct node *node, const char *key)
{
	for (int i = 0; i < node->count; i++) {
		const char *name = tree_name(&node->child[i]);
		if (name && strcmp(name, key) == 0)
			return &node->child[i];
	}
	return NULL;
}
