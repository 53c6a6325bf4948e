// What the files of the source share.
#ifndef SOURCE_INSIDE_H
#define SOURCE_INSIDE_H

#include "script/source.h"
#include "script/tree.h"

enum { SOURCE_PARTS_MAX = 12, SOURCE_PART_MAX = 64 };

// A key in its parts: "plan[2].kerbs.room" is plan, [2], kerbs, room.
struct source_key {
	int count;
	struct source_part {
		char name[SOURCE_PART_MAX];
		long index;  // of [2]; 0: a name
	} part[SOURCE_PARTS_MAX];
};

bool source_split(const char *key, struct source_key *out);  // false when it is no key

// Finds (`make`: or makes) the nodes that a key stands for, at most `most` of them: a setting may stand in several
// entries of the plan. Returns how many, or −1 without memory. parents[i] is the table in which nodes[i] stands.
// Names that are made are those of `key`.
int source_places(struct tree *tree, const struct source_key *key, bool make, struct node **nodes, struct node **parents, int most);

#endif
