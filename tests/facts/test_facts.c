// Facts are what they say they are: each file can be read, compares what can be compared, and is told in docs/facts.md.
// What they come to is for `make facts`.
#include "facts/facts.h"
#include "file.h"
#include "mem.h"
#include "support/town.h"

#include <dirent.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *root(void)
{
	const char *set = getenv("STOEPRAND_ROOT");
	return set && *set ? set : ".";
}

static void check_one(const struct fact *fact, const char *page)
{
	char heading[128];
	assert_true(fact->claim[0] && fact->source[0] && fact->arm_count > 1 && fact->check_count > 0);
	snprintf(heading, sizeof heading, "### %s\n\n%.50s", fact->name, fact->claim);
	if (!strstr(page, heading))
		fail_msg("docs/facts.md does not tell %s: make facts-write", fact->name);
	for (int c = 0; c < fact->check_count; c++) {
		const struct fact_check *check = &fact->check[c];
		double sum = 0;
		for (int a = 0; a < fact->arm_count; a++)
			sum += check->weight[a];
		bool level = check->least > 0;  // of one arm
		if (check->expect != EXPECT_INSIDE && !level && fabs(sum) > 1e-9)
			fail_msg("%s: \"%s\" is no difference: its weights add up to %g", fact->name, check->says, sum);
		assert_true(check->from >= 1 && check->to >= check->from && check->says[0]);
	}
}

static void every_fact_can_be_read_and_is_told(void **state)
{
	static struct fact fact;
	char folder[2048], path[2048];
	unsigned char *page;
	size_t length;
	int count = 0;
	snprintf(folder, sizeof folder, "%s/tests/facts", root());
	snprintf(path, sizeof path, "%s/docs/facts.md", root());
	assert_true(file_read(path, &page, &length, NULL));
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
		char name[64];
		const char *end = strstr(entry->d_name, ".lua");
		if (!end || !strchr("0123456789", entry->d_name[0]))
			continue;
		snprintf(name, sizeof name, "%.*s", (int)(end - entry->d_name), entry->d_name);
		facts_read(folder, name, &fact);
		check_one(&fact, (const char *)page);
		facts_clear(&fact);
		count++;
	}
	closedir(dir);
	mem_free(page);
	assert_true(count >= 22);
}

// Three towns with more and more outflow: a difference, a sameness and a top that can be known beforehand.
static void the_verdict_is_that_of_the_rule(void **state)
{
	static struct fact fact;
	const double rate[3] = { 0, 0.02, 0 };
	fact = (struct fact){ .arm_count = 3, .check_count = 4 };
	for (int a = 0; a < 3; a++) {
		town_make(&fact.arm[a], 2, 30);
		town_set(&fact.arm[a], PARAM_EXITS_ENTRANT, rate[a]);
		town_set(&fact.arm[a], PARAM_EXITS_RATE, rate[a]);
	}
	struct fact_check usual = { .measure = MEASURE_OUTFLOW, .from = 1, .to = 26 };
	for (int c = 0; c < 4; c++)
		fact.check[c] = usual;
	fact.check[0].expect = EXPECT_MORE;
	fact.check[0].weight[1] = 1, fact.check[0].weight[0] = -1;
	fact.check[1].expect = EXPECT_LESS;
	fact.check[1].weight[1] = 1, fact.check[1].weight[0] = -1;
	fact.check[2].expect = EXPECT_SAME;
	fact.check[2].within = 0.001;
	fact.check[2].weight[2] = 1, fact.check[2].weight[0] = -1;
	fact.check[3].expect = EXPECT_INSIDE;
	fact.check[3].peak_count = 3;
	for (int k = 0; k < 3; k++)
		fact.check[3].peak[k] = k;
	struct fact_result results[FACTS_CHECKS];
	assert_false(facts_try(&fact, 4, (struct fact_twist){ 0 }, results, NULL));
	assert_true(results[0].holds && !results[1].holds && results[2].holds && results[3].holds);
	assert_int_equal(results[3].top, 1);
	fact.check[1].beside = true;  // told, but no part of the verdict
	assert_true(facts_try(&fact, 4, (struct fact_twist){ 0 }, results, NULL));
	assert_false(facts_try(&fact, 4, (struct fact_twist){ "mechanisms.exits", 0 }, results, NULL));
	assert_false(results[0].holds || results[3].holds);
	facts_clear(&fact);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fact_can_be_read_and_is_told),
		cmocka_unit_test(the_verdict_is_that_of_the_rule),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
