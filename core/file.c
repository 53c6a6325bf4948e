// Reading whole files, writing them complete or not at all, and finding the data folder.
#include "file.h"

#include "mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef STOEPRAND_DATADIR
#define STOEPRAND_DATADIR "/usr/local/share/stoeprand"
#endif

enum { LINKS_MAX = 8, TEMPS_MAX = 100, NAMES_MAX = 1000 };

struct text file_reason(int error)
{
	switch (error) {
	case ENOSPC:
		return (struct text){ "de schijf is vol", "the disk is full" };
	case EDQUOT:
		return (struct text){ "uw schijfruimte is op", "your share of the disk is full" };
	case EFBIG:
		return (struct text){ "het bestand wordt te groot", "the file becomes too large" };
	case EROFS:
		return (struct text){ "deze schijf is alleen-lezen", "this disk is read-only" };
	case EACCES:
	case EPERM:
		return (struct text){ "u hebt daar geen recht toe", "you have no permission" };
	case ENOENT:
		return (struct text){ "het bestand of de map bestaat niet", "the file or folder does not exist" };
	case ENOTDIR:
		return (struct text){ "een deel van het pad is geen map", "a part of the path is not a folder" };
	case EISDIR:
		return (struct text){ "dat is een map", "that is a folder" };
	case ENAMETOOLONG:
		return (struct text){ "de naam is te lang", "the name is too long" };
	case ENOMEM:
		return (struct text){ "er is niet genoeg geheugen", "there is not enough memory" };
	case EIO:
		return (struct text){ "de schijf geeft een fout", "the disk reports an error" };
	case EPIPE:
		return (struct text){ "de ontvanger is gestopt", "the reader has gone" };
	default:
		return (struct text){ strerror(error), strerror(error) };
	}
}

// Both languages get both words; %.0s skips the other one.
static void add_read_error(struct err *err, const char *path, int error)
{
	struct text why = file_reason(error);
	err_add(err, "%s: kan dit bestand niet lezen: %s%.0s",
	        "%s: cannot read this file: %.0s%s", path, why.nl, why.en);
}

static void add_write_error(struct err *err, const char *path, int error)
{
	struct text why = file_reason(error);
	err_add(err, "%s: kan dit bestand niet schrijven: %s%.0s",
	        "%s: cannot write this file: %.0s%s", path, why.nl, why.en);
}

// ---- what is there

bool file_exists(const char *path)
{
	struct stat info;
	return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

bool file_is_folder(const char *path)
{
	struct stat info;
	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_same(const char *a, const char *b)
{
	struct stat one, other;
	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
	       one.st_ino == other.st_ino;
}

// ---- the data folder

static bool join(char *out, size_t size, const char *folder, const char *rest)
{
	int length = snprintf(out, size, "%s%s%s", folder, *rest ? "/" : "", rest);
	return length >= 0 && (size_t)length < size;
}

// The folder that the executable stands in; false where there is no /proc.
static bool own_folder(char *out, size_t size)
{
	ssize_t length = readlink("/proc/self/exe", out, size - 1);
	if (length <= 0 || (size_t)length >= size - 1)
		return false;
	out[length] = '\0';
	char *slash = strrchr(out, '/');
	if (!slash)
		return false;
	*slash = '\0';
	return true;
}

static bool holds_data(const char *folder)
{
	char path[FILE_PATH_MAX];
	return join(path, sizeof path, folder, "scenarios") && file_is_folder(path);
}

static bool data_folder(char *out, size_t size)
{
	static const char *const beside[] = { "../share/stoeprand", "..", "../..", "../../.." };
	const char *told = getenv("STOEPRAND_DATA");
	if (told && *told)
		return join(out, size, told, "");
	char own[FILE_PATH_MAX];
	if (own_folder(own, sizeof own))
		for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
			if (join(out, size, own, beside[i]) && holds_data(out))
				return true;
	return join(out, size, STOEPRAND_DATADIR, "") && holds_data(out);
}

static bool leaves_folder(const char *name)
{
	for (const char *at = name; (at = strstr(at, "..")) != NULL; at += 2)
		if ((at == name || at[-1] == '/') && (at[2] == '/' || at[2] == '\0'))
			return true;
	return name[0] == '/';
}

bool file_data_path(const char *kind, const char *name, char *out, size_t size)
{
	char root[FILE_PATH_MAX], folder[FILE_PATH_MAX];
	return !leaves_folder(name) && data_folder(root, sizeof root) &&
	       join(folder, sizeof folder, root, kind) && join(out, size, folder, name) &&
	       access(out, F_OK) == 0;
}

// ---- the names in a data folder

static bool add_name(struct file_names *names, const char *folder, const char *file, size_t length)
{
	char(*bigger)[FILE_NAME_MAX] = mem_grow(names->name, (size_t)names->count,
	                                        (size_t)names->count + 1, sizeof *names->name);
	if (!bigger)
		return false;
	names->name = bigger;
	int written = snprintf(names->name[names->count], FILE_NAME_MAX, "%s%s%.*s", folder,
	                       *folder ? "/" : "", (int)length, file);
	names->count += written > 0 && written < FILE_NAME_MAX;
	return true;
}

static bool list_folder(const char *path, const char *inner, const char *ending,
                        struct file_names *names);

static bool list_entry(const char *path, const char *inner, const char *file, const char *ending,
                       struct file_names *names)
{
	char full[FILE_PATH_MAX];
	size_t length = strlen(file), end = strlen(ending);
	if (file[0] == '.' || names->count >= NAMES_MAX || !join(full, sizeof full, path, file))
		return true;
	if (file_is_folder(full))
		return *inner || list_folder(full, file, ending, names);
	if (length <= end || strcmp(file + length - end, ending) != 0)
		return true;
	return add_name(names, inner, file, length - end);
}

static bool list_folder(const char *path, const char *inner, const char *ending,
                        struct file_names *names)
{
	DIR *folder = opendir(path);
	if (!folder)
		return true;
	bool fine = true;
	for (struct dirent *entry; fine && (entry = readdir(folder)) != NULL;)
		fine = list_entry(path, inner, entry->d_name, ending, names);
	closedir(folder);
	return fine;
}

// Names at the top before those in folders.
static int by_name(const void *a, const void *b)
{
	const char *one = a, *other = b;
	int deep = strchr(one, '/') != NULL, deeper = strchr(other, '/') != NULL;
	return deep != deeper ? deep - deeper : strcmp(one, other);
}

bool file_list(const char *kind, const char *ending, struct file_names *out, struct err *err)
{
	char path[FILE_PATH_MAX];
	*out = (struct file_names){ 0 };
	if (!file_data_path(kind, "", path, sizeof path))
		return true;
	if (!list_folder(path, "", ending, out)) {
		file_list_clear(out);
		err_memory(err);
		return false;
	}
	if (out->count)
		qsort(out->name, (size_t)out->count, sizeof *out->name, by_name);
	return true;
}

void file_list_clear(struct file_names *names)
{
	mem_free(names->name);
	*names = (struct file_names){ 0 };
}

// ---- reading

// Reads to the end, whatever the size says: it may be a pipe.
static bool read_all(FILE *stream, unsigned char **data, size_t *count)
{
	size_t room = 65536;
	*count = 0;
	*data = mem_new(room, 1);
	while (*data) {
		*count += fread(*data + *count, 1, room - 1 - *count, stream);
		if (*count < room - 1)
			return !ferror(stream);
		unsigned char *bigger = mem_grow(*data, room, room * 2, 1);
		if (!bigger)
			break;
		*data = bigger;
		room *= 2;
	}
	errno = ENOMEM;
	return false;
}

bool file_read(const char *path, unsigned char **data, size_t *count, struct err *err)
{
	*data = NULL;
	*count = 0;
	FILE *stream = fopen(path, "rb");
	if (!stream) {
		add_read_error(err, path, errno);
		return false;
	}
	bool fine = read_all(stream, data, count);
	int error = errno;
	(void)fclose(stream);
	if (fine)
		return true;
	mem_free(*data);
	*data = NULL;
	*count = 0;
	if (error == ENOMEM)
		err_memory(err);
	else
		add_read_error(err, path, error);
	return false;
}

// ---- writing

// What a symbolic link points to is replaced, not the link.
static bool follow_links(char *path, size_t size)
{
	char target[FILE_PATH_MAX], folder[FILE_PATH_MAX];
	for (int i = 0; i < LINKS_MAX; i++) {
		ssize_t length = readlink(path, target, sizeof target - 1);
		if (length < 0)
			return true;
		target[length] = '\0';
		snprintf(folder, sizeof folder, "%s", path);
		char *slash = strrchr(folder, '/');
		if (target[0] == '/' || !slash)
			folder[0] = '\0';
		else
			slash[1] = '\0';
		int written = snprintf(path, size, "%s%s", folder, target);
		if (written < 0 || (size_t)written >= size)
			break;
	}
	errno = ELOOP;
	return false;
}

static int open_temp(struct file_writer *writer)
{
	const char *slash = strrchr(writer->path, '/');
	int folder = slash ? (int)(slash + 1 - writer->path) : 0;
	for (int i = 0; i < TEMPS_MAX; i++) {
		int length = snprintf(writer->temp, sizeof writer->temp, "%.*s.stoeprand-%ld-%d.part",
		                      folder, writer->path, (long)getpid(), i);
		if (length < 0 || (size_t)length >= sizeof writer->temp) {
			errno = ENAMETOOLONG;
			break;
		}
		int file = open(writer->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (file >= 0 || errno != EEXIST)
			return file;
	}
	return -1;
}

static FILE *open_stream(struct file_writer *writer)
{
	struct stat info;
	bool there = stat(writer->path, &info) == 0;
	if (there && S_ISDIR(info.st_mode)) {
		errno = EISDIR;
		return NULL;
	}
	if (there && !S_ISREG(info.st_mode))
		return fopen(writer->path, "wb");
	if (there && (access(writer->path, W_OK) != 0 || !follow_links(writer->path, sizeof writer->path)))
		return NULL;
	int file = open_temp(writer);
	if (file < 0)
		return NULL;
	if (there)
		(void)fchmod(file, info.st_mode & 0777);
	return fdopen(file, "wb");
}

bool file_begin(struct file_writer *writer, const char *path, struct err *err)
{
	writer->stream = NULL;
	writer->error = 0;
	writer->temp[0] = '\0';
	int length = snprintf(writer->path, sizeof writer->path, "%s", path);
	errno = ENAMETOOLONG;
	if (length > 0 && (size_t)length < sizeof writer->path)
		writer->stream = open_stream(writer);
	else if (length == 0)
		errno = ENOENT;
	if (!writer->stream)
		add_write_error(err, path, errno);
	return writer->stream != NULL;
}

bool file_ok(struct file_writer *writer)
{
	if (ferror(writer->stream) && !writer->error)
		writer->error = errno ? errno : EIO;
	return writer->error == 0;
}

static void sync_folder(const char *path)
{
	char folder[FILE_PATH_MAX];
	snprintf(folder, sizeof folder, "%s", path);
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[1] = '\0';
	int file = open(slash ? folder : ".", O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return;
	(void)fsync(file);
	close(file);
}

static void keep_error(struct file_writer *writer, bool fine)
{
	if (!fine && !writer->error)
		writer->error = errno ? errno : EIO;
}

bool file_commit(struct file_writer *writer, struct err *err)
{
	(void)file_ok(writer);
	keep_error(writer, fflush(writer->stream) == 0);
	if (writer->temp[0])
		keep_error(writer, fsync(fileno(writer->stream)) == 0);
	keep_error(writer, fclose(writer->stream) == 0);
	writer->stream = NULL;
	if (writer->temp[0] && !writer->error)
		keep_error(writer, rename(writer->temp, writer->path) == 0);
	if (writer->error) {
		add_write_error(err, writer->path, writer->error);
		file_abandon(writer);
		return false;
	}
	if (writer->temp[0])
		sync_folder(writer->path);
	writer->temp[0] = '\0';
	return true;
}

void file_abandon(struct file_writer *writer)
{
	if (writer->stream)
		(void)fclose(writer->stream);
	if (writer->temp[0])
		unlink(writer->temp);
	writer->stream = NULL;
	writer->temp[0] = '\0';
}

bool file_write(const char *path, const void *data, size_t count, struct err *err)
{
	struct file_writer writer;
	if (!file_begin(&writer, path, err))
		return false;
	(void)fwrite(data, 1, count, writer.stream);
	(void)file_ok(&writer);
	return file_commit(&writer, err);
}
