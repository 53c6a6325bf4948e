// Files of the machine: where the data that comes with the program is, reading a file whole,
// and writing one so that it is there complete or not at all. Messages name the path and,
// in both languages, what is wrong.
#ifndef FILE_H
#define FILE_H

#include "err.h"

#include <stdio.h>

enum { FILE_PATH_MAX = 4096, FILE_NAME_MAX = 128 };

// The path of a file that comes with the program: kind is "scenarios", "scripts" or "assets",
// name is relative to that folder ("" is the folder itself) and holds no "..". False when it is
// not there or does not fit. The data folder is $STOEPRAND_DATA, or it is found from where the
// executable stands (installed, then in a build tree), or it is where `make install` was told.
bool file_data_path(const char *kind, const char *name, char *out, size_t size);

bool file_exists(const char *path);           // something that is not a folder
bool file_is_folder(const char *path);
bool file_same(const char *a, const char *b);  // both exist and are one file

// The files below a data folder whose names end in `ending`, one folder deep, without that
// ending, sorted ("default", "classics/granovetter"). False and err without memory; no folder,
// no names.
struct file_names {
	int count;
	char (*name)[FILE_NAME_MAX];  // owned
};
bool file_list(const char *kind, const char *ending, struct file_names *out, struct err *err);
void file_list_clear(struct file_names *names);

// The whole file in one block for mem_free, with a NUL after it. False and err when that fails.
bool file_read(const char *path, unsigned char **data, size_t *count, struct err *err);

// Writing: what goes to `stream` is in a file beside `path` until file_commit gives it its name.
// A device or pipe is written directly.
struct file_writer {
	FILE *stream;
	int error;                 // errno of the first write that failed
	char path[FILE_PATH_MAX];
	char temp[FILE_PATH_MAX];  // "" when written directly
};

bool file_begin(struct file_writer *writer, const char *path, struct err *err);
bool file_ok(struct file_writer *writer);  // nothing went wrong yet; call after writing
bool file_commit(struct file_writer *writer, struct err *err);  // when false, nothing is left behind
void file_abandon(struct file_writer *writer);  // fine after file_commit, and on a zeroed writer

bool file_write(const char *path, const void *data, size_t count, struct err *err);

// What an errno means, in words.
struct text file_reason(int error);

#endif
