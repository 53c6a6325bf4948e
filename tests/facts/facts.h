// A fact that the whole model is to show, read from a file of this folder (README.md says how one is written), and what
// many seeds say of it. A fact knows measures and weeks; the model knows nothing of facts.
#ifndef FACTS_H
#define FACTS_H

#include "script/tree.h"
#include "sim/config.h"
#include "support/study.h"

enum { FACTS_MAX = 64, FACTS_ARMS = 14, FACTS_CHECKS = 8, FACTS_OF = 8, FACTS_TEXT = 512, FACTS_NEAR = 8, FACTS_VALUES = 8 };

enum fact_expect { EXPECT_MORE, EXPECT_LESS, EXPECT_SAME, EXPECT_INSIDE, EXPECT_NOT_LESS };

struct fact_check {
	char says[FACTS_TEXT];
	int measure, from, to;             // its mean over these weeks,
	int less_from, less_to;            // less its mean over those; 0: not so
	enum fact_expect expect;
	double weight[FACTS_ARMS];         // of a contrast
	double within;                     // EXPECT_SAME: the whole interval is nearer to 0 than this; EXPECT_NOT_LESS: it lies above −this
	double least;                      // of a contrast: the mean is at least so far from 0
	int peak[FACTS_ARMS], peak_count;  // EXPECT_INSIDE: arms in the order of what is varied
	int of[FACTS_OF], of_count;        // units; none: the whole
	bool beside;                       // told, but no part of the verdict: where the fact ends
};

struct fact {
	char name[64];                     // of the file
	char claim[FACTS_TEXT], source[64], where[FACTS_TEXT], why_not[FACTS_TEXT], note[FACTS_TEXT];
	int arm_count, check_count, near_count;
	int faint;                         // so many times the usual seeds, where few are used
	struct config arm[FACTS_ARMS];
	char arm_id[FACTS_ARMS][32];
	struct fact_check check[FACTS_CHECKS];
	struct fact_near {                 // an input that matters most, and other values of it
		char key[64];
		double value[FACTS_VALUES];
		int count;
	} near[FACTS_NEAR];
};

// Reads FOLDER/NAME.lua; a mistake in it ends the program with a message.
void facts_read(const char *folder, const char *name, struct fact *fact);
void facts_clear(struct fact *fact);

// What one check came to: of a contrast its effect; of a peak the lesser of its two sides, and where the top is.
struct fact_result {
	struct study_effect effect;
	int top;                           // EXPECT_INSIDE: the arm that is highest
	bool holds;
};

// Something to be changed in all arms.
struct fact_twist {
	const char *key;                   // NULL: nothing
	double value;
};

// Runs all arms of a fact over the seeds; true when all checks hold. `arms`, when not NULL, gets the mean of each arm in
// the first check.
bool facts_try(const struct fact *fact, int seeds, struct fact_twist twist, struct fact_result *results, struct study_effect *arms);

#endif
