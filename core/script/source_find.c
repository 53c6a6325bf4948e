// Scenarios by name: as given, beside a file, or among those that come with the program.
#include "script/scenario_inside.h"
#include "script/source.h"

#include "file.h"

#include <stdio.h>
#include <string.h>

static bool is_file(const char *path)
{
	return file_exists(path) && !file_is_folder(path);
}

static bool find_beside(const char *name, const char *folder, char *path, size_t size)
{
	static const char *const endings[] = { "", ".lua" };
	char file[FILE_PATH_MAX];
	for (int i = 0; i < (folder ? 2 : 1); i++) {
		snprintf(file, sizeof file, "%s%s", name, endings[i]);
		scenario_beside(folder && name[0] != '/' ? folder : ".", file, path, size);
		if (folder ? is_file(path) : file_exists(path))
			return true;
	}
	return false;
}

static bool find_shipped(const char *name, char *path, size_t size)
{
	char with_ending[FILE_PATH_MAX];
	if (file_data_path("scenarios", name, path, size) && !file_is_folder(path))
		return true;
	int length = snprintf(with_ending, sizeof with_ending, "%s.lua", name);
	return length > 0 && (size_t)length < sizeof with_ending && file_data_path("scenarios", with_ending, path, size);
}

static void missing(const char *name, struct err *err)
{
	struct file_names names;
	if (!file_list("scenarios", ".lua", &names, err))
		return;
	const char *list[64], *near;
	int count = names.count < 64 ? names.count : 64;
	for (int i = 0; i < count; i++)
		list[i] = names.name[i];
	char word[FILE_NAME_MAX];
	const char *slash = strrchr(name, '/');
	snprintf(word, sizeof word, "%s", slash ? slash + 1 : name);
	char *ending = strrchr(word, '.');
	if (ending && ending != word)
		*ending = '\0';
	near = text_nearest(word, list, count, (int)sizeof *list);
	if (names.count == 0)
		err_add(err, "de meegeleverde scenario's zijn niet gevonden; STOEPRAND_DATA kan zeggen in welke map ze staan",
		        "the scenarios that come with the program were not found; STOEPRAND_DATA can say in which folder they are");
	if (file_is_folder(name))
		err_add(err, "%s: dat is een map, geen scenario", "%s: that is a folder, not a scenario", name);
	else if (near)
		err_add(err, "%s: dit scenario bestaat niet; bedoelde u %s?", "%s: there is no such scenario; did you mean %s?", name, near);
	else
		err_add(err, "%s: dit scenario bestaat niet", "%s: there is no such scenario", name);
	file_list_clear(&names);
}

bool source_find(const char *name, const char *folder, char *path, size_t size, struct err *err)
{
	if (find_beside(name, folder, path, size) || find_shipped(name, path, size))
		return true;
	if (err)
		missing(name, err);
	return false;
}
