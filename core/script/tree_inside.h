// What the files of the tree share: where its nodes come from.
#ifndef TREE_INSIDE_H
#define TREE_INSIDE_H

#include "script/tree.h"

struct node *tree_new_nodes(struct tree *tree, int count);  // zeroed; NULL without memory

#endif
