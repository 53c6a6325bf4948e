// Whichever allocation fails: a message, status 1, and nothing is left behind.
#include "cmd.h"
#include "mem.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char scenario[] =
	"return scenario {\n"
	"  title = { nl = \"Klein\", en = \"Small\" },\n"
	"  story = { nl = \"Tien mensen.\", en = \"Ten people.\" },\n"
	"  start = 2025, years = 1, seed = 1, warm_up = 0,\n"
	"  departments = { { id = \"one\", name = { nl = \"Een\", en = \"One\" }, staff = 10, discipline = \"one\",\n"
	"    work = { standard { hours = 4, occupancy = 0.7 } } } },\n"
	"  plan = { { at = \"2025-W02\", department = \"one\", kerbs { room = 0.6 }, why = { nl = \"Ruimte.\", en = \"Room.\" } } },\n"
	"  look = { \"a\", { nl = \"b\", en = \"b\" } }, question = \"c?\",\n"
	"}\n";

static char folder[] = "/tmp/stoeprand-test-XXXXXX", path[160], csv[160], save[160], svg[160], png[160];

static int begin(void **state)
{
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/small.lua", folder);
	snprintf(csv, sizeof csv, "%s/out.csv", folder);
	snprintf(save, sizeof save, "%s/out.state", folder);
	snprintf(svg, sizeof svg, "%s/out.svg", folder);
	snprintf(png, sizeof png, "%s/out.png", folder);
	FILE *file = fopen(path, "w");
	if (!file)
		return -1;
	fputs(scenario, file);
	return fclose(file);
}

static int end(void **state)
{
	unlink(path);
	unlink(csv);
	unlink(save);
	unlink(svg);
	unlink(png);
	return rmdir(folder);  // fails when a temporary file was left behind
}

// Runs the program with its output out of sight; what it told on stderr is in `told`.
static char told[4096];

static int run(char **argv)
{
	int argc = 0, out = dup(STDOUT_FILENO), complaints = dup(STDERR_FILENO), none = open("/dev/null", O_WRONLY);
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
	dup2(out, STDOUT_FILENO);
	dup2(complaints, STDERR_FILENO);
	close(out);
	close(complaints);
	close(none);
	rewind(catcher);
	told[fread(told, 1, sizeof told - 1, catcher)] = '\0';
	fclose(catcher);
	return status;
}

static void fail_each(char **argv)
{
	long live = mem_live(), n = 1;
	for (int status = CMD_FAILED; status != CMD_DONE && n < 100000; n++) {
		mem_fail(n, 0);
		status = run(argv);
		mem_fail(0, 0);
		assert_int_equal(mem_live(), live);
		if (status == CMD_DONE)
			break;
		assert_int_equal(status, CMD_FAILED);
		assert_non_null(strstr(told, "not enough memory"));
	}
	assert_true(n > 3);
	assert_true(n < 100000);
}

static void a_run_survives_each_failing_allocation(void **state)
{
	fail_each((char *[]){ "stoeprand", "run", path, "--lang=en", "--csv", csv, "--units", "--save", save, "--digest", NULL });
}

static void a_continued_run_survives_each_failing_allocation(void **state)
{
	assert_int_equal(run((char *[]){ "stoeprand", "run", path, "--years=0", "--save", save, NULL }), CMD_DONE);
	fail_each((char *[]){ "stoeprand", "run", path, "--lang=en", "--from", save, NULL });
}

static void a_picture_survives_each_failing_allocation(void **state)
{
	fail_each((char *[]){ "stoeprand", "run", path, "--lang=en", "--svg", svg, "--quiet", NULL });
	fail_each((char *[]){ "stoeprand", "run", path, "--years=0", "--lang=en", "--png", png, "--width=320", "--quiet", NULL });
}

static void a_check_survives_each_failing_allocation(void **state)
{
	fail_each((char *[]){ "stoeprand", "check", path, "--lang=en", NULL });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_run_survives_each_failing_allocation),
		cmocka_unit_test(a_continued_run_survives_each_failing_allocation),
		cmocka_unit_test(a_picture_survives_each_failing_allocation),
		cmocka_unit_test(a_check_survives_each_failing_allocation),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
