// Files are written complete or not at all, and messages say what is wrong.
#include "file.h"

#include "mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/stoeprand-test-XXXXXX", path[128];
static struct err err;

static int begin(void **state)
{
	snprintf(folder, sizeof folder, "/tmp/stoeprand-test-XXXXXX");
	err_clear(&err);
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/out", folder);
	return 0;
}

static int end(void **state)
{
	unlink(path);
	return rmdir(folder);  // fails when a temporary file was left behind
}

static const char *content(void)
{
	static char text[64];
	unsigned char *data;
	size_t count;
	assert_true(file_read(path, &data, &count, &err));
	snprintf(text, sizeof text, "%s", (const char *)data);
	mem_free(data);
	return text;
}

static void what_is_written_is_read(void **state)
{
	assert_true(file_write(path, "een", 3, &err));
	assert_string_equal(content(), "een");
	assert_true(file_write(path, "twee", 4, &err));
	assert_string_equal(content(), "twee");
}

static void an_abandoned_file_leaves_the_old_one(void **state)
{
	struct file_writer writer;
	assert_true(file_write(path, "oud", 3, &err));
	assert_true(file_begin(&writer, path, &err));
	fputs("half", writer.stream);
	file_abandon(&writer);
	assert_string_equal(content(), "oud");
}

static void nothing_is_there_before_the_commit(void **state)
{
	struct file_writer writer;
	assert_true(file_begin(&writer, path, &err));
	fputs("half", writer.stream);
	assert_false(file_exists(path));
	assert_true(file_commit(&writer, &err));
	assert_string_equal(content(), "half");
}

static void a_link_stays_a_link(void **state)
{
	char link[160];
	struct stat info;
	snprintf(link, sizeof link, "%s/link", folder);
	assert_true(file_write(path, "oud", 3, &err));
	assert_int_equal(symlink("out", link), 0);
	assert_true(file_write(link, "nieuw", 5, &err));
	assert_int_equal(lstat(link, &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	assert_string_equal(content(), "nieuw");
	unlink(link);
}

static void rights_of_the_old_file_are_kept(void **state)
{
	struct stat info;
	assert_true(file_write(path, "oud", 3, &err));
	assert_int_equal(chmod(path, 0640), 0);
	assert_true(file_write(path, "nieuw", 5, &err));
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0640);
}

static void a_full_disk_is_told_in_both_languages(void **state)
{
	if (!file_exists("/dev/full"))
		skip();
	assert_false(file_write("/dev/full", "een", 3, &err));
	assert_non_null(strstr(err.text[LANG_NL], "/dev/full: kan dit bestand niet schrijven: de schijf is vol"));
	assert_non_null(strstr(err.text[LANG_EN], "/dev/full: cannot write this file: the disk is full"));
}

static void a_missing_folder_is_told(void **state)
{
	char deep[160];
	snprintf(deep, sizeof deep, "%s/no/where", folder);
	assert_false(file_write(deep, "een", 3, &err));
	assert_non_null(strstr(err.text[LANG_EN], "the file or folder does not exist"));
	assert_false(file_write(folder, "een", 3, &err));
	assert_non_null(strstr(err.text[LANG_EN], "that is a folder"));
	assert_false(file_write("", "een", 3, &err));
	assert_int_equal(err.count, 3);
}

static void reading_fails_in_words(void **state)
{
	unsigned char *data;
	size_t count;
	assert_false(file_read(path, &data, &count, &err));
	assert_null(data);
	assert_false(file_read(folder, &data, &count, &err));
	assert_non_null(strstr(err.text[LANG_NL], "dat is een map"));
}

static void reading_without_memory_leaks_nothing(void **state)
{
	unsigned char *data;
	size_t count;
	assert_true(file_write(path, "een", 3, &err));
	long live = mem_live();
	mem_fail(1, 0);
	assert_false(file_read(path, &data, &count, &err));
	mem_fail(0, 0);
	assert_int_equal(mem_live(), live);
	assert_int_equal(err.count, 1);
}

static void the_data_folder_cannot_be_left(void **state)
{
	char out[FILE_PATH_MAX];
	assert_int_equal(setenv("STOEPRAND_DATA", folder, 1), 0);
	char inner[160];
	snprintf(inner, sizeof inner, "%s/scenarios", folder);
	assert_int_equal(mkdir(inner, 0777), 0);
	assert_true(file_data_path("scenarios", "", out, sizeof out));
	assert_string_equal(out, inner);
	assert_false(file_data_path("scenarios", "../out", out, sizeof out));
	assert_false(file_data_path("scenarios", "a/../../out", out, sizeof out));
	assert_false(file_data_path("scenarios", "/etc/passwd", out, sizeof out));
	assert_false(file_data_path("scenarios", "none.lua", out, sizeof out));
	assert_false(file_data_path("scenarios", "", out, 5));
	rmdir(inner);
	unsetenv("STOEPRAND_DATA");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_written_is_read), TEST(an_abandoned_file_leaves_the_old_one), TEST(nothing_is_there_before_the_commit),
		TEST(a_link_stays_a_link), TEST(rights_of_the_old_file_are_kept), TEST(a_full_disk_is_told_in_both_languages),
		TEST(a_missing_folder_is_told), TEST(reading_fails_in_words), TEST(reading_without_memory_leaks_nothing),
		TEST(the_data_folder_cannot_be_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
