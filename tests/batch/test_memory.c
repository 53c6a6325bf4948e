// A batch that runs out of memory at any moment tells so, and what it left can be finished.
#include "batch/results.h"
#include "cmd.h"
#include "mem.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

enum { TRIALS = 4 };

static char folder[] = "/tmp/stoeprand-test-XXXXXX", scenario[160], question[160], out[160];

static int write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");
	return file && fputs(text, file) >= 0 ? fclose(file) : -1;
}

static int begin(void **state)
{
	if (!mkdtemp(folder))
		return -1;
	snprintf(scenario, sizeof scenario, "%s/one.lua", folder);
	snprintf(question, sizeof question, "%s/question.lua", folder);
	snprintf(out, sizeof out, "%s/out.db", folder);
	return write_file(scenario, "return scenario { start = 2025, years = 1, warm_up = 0, departments = { { id = 'one', staff = 10 } },\n"
		"measures = { twice = { value = function(org) return 2 * org.staff end } } }\n") ||
	       write_file(question, "return experiment { scenario = 'one', vary = { ['kerbs.room'] = { 0.2, 0.4 } }, replicates = 2, measure = { 'staff', 'twice', path 'mindset' } }\n");
}

static int end(void **state)
{
	unlink(scenario);
	unlink(question);
	unlink(out);
	return rmdir(folder);  // fails when something was left behind
}

static char told[4096];

static int run(char **argv)
{
	int argc = 0, saved = dup(STDOUT_FILENO), complaints = dup(STDERR_FILENO), none = open("/dev/null", O_WRONLY);
	FILE *catcher = tmpfile();
	assert_non_null(catcher);
	while (argv[argc])
		argc++;
	fflush(stdout);
	dup2(none, STDOUT_FILENO);
	dup2(fileno(catcher), STDERR_FILENO);
	int status = cmd_main(argc, argv);
	fflush(stdout);
	fflush(stderr);
	dup2(saved, STDOUT_FILENO);
	dup2(complaints, STDERR_FILENO);
	close(saved);
	close(complaints);
	close(none);
	rewind(catcher);
	told[fread(told, 1, sizeof told - 1, catcher)] = '\0';
	fclose(catcher);
	return status;
}

static long done(void)
{
	struct results results;
	long count = results_load(out, &results, NULL) ? results.done : -1;
	if (count == TRIALS)
		assert_true(*results_at(&results, 1, 1, 1) > 19 && *results_at(&results, 1, 1, 1) < 21);
	results_clear(&results);
	return count;
}

static void a_batch_survives_each_failing_allocation(void **state)
{
	long live = mem_live(), n = 1, finished = 0;
	for (; n < 1000000; n += 1 + n / 40) {
		unlink(out);
		mem_fail(n, 1);
		int status = run((char *[]){ "stoeprand", "batch", question, "--out", out, "--lang=en", "--jobs=1", NULL });
		mem_fail(0, 0);
		assert_int_equal(mem_live(), live);
		if (status == CMD_DONE)
			break;
		if (!strstr(told, "not enough memory"))
			fail_msg("allocation %ld: %s", n, told);
		assert_int_equal(status, CMD_FAILED);
		if (access(out, F_OK) != 0)
			continue;
		assert_int_equal(run((char *[]){ "stoeprand", "batch", out, "--resume", NULL }), CMD_DONE);
		assert_int_equal(done(), TRIALS);
		finished++;
	}
	assert_true(n > 100 && n < 1000000);
	assert_true(finished > 3);
	assert_int_equal(done(), TRIALS);
}

static void reading_results_survives_each_failing_allocation(void **state)
{
	struct err err;
	struct results results;
	unlink(out);
	assert_int_equal(run((char *[]){ "stoeprand", "batch", question, "--out", out, NULL }), CMD_DONE);
	long live = mem_live(), n = 1;
	for (; n < 10000; n++) {
		err_clear(&err);
		mem_fail(n, 1);
		bool good = results_load(out, &results, &err);
		mem_fail(0, 0);
		results_clear(&results);
		assert_int_equal(mem_live(), live);
		if (good)
			break;
		assert_true(err_is_memory(&err));
	}
	assert_true(n > 20 && n < 10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_batch_survives_each_failing_allocation),
		cmocka_unit_test(reading_results_survives_each_failing_allocation),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
